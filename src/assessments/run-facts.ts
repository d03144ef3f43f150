import type { Interval, Result, Value } from '../core/result.js';

/** What a run is listed by; everything in it stands in its result too. */
export interface RunFacts {
  readonly title: string;
  readonly kind: Result['kind'];
  readonly currency: string;
  readonly priceYear: number;
  readonly inputsHash: string;
  readonly modelVersion: string;
  readonly referenceVersion: string;
  /** Of the draws; null where no input carries a range. */
  readonly seed: number | null;
  readonly draws: number | null;
  readonly headline: {
    /** The name of the figure, as it is explained under. */
    readonly figure: string;
    readonly value: Value;
    readonly low: Value;
    readonly high: Value;
  };
  readonly problems: Readonly<Record<'error' | 'warning' | 'information', number>>;
  /** False where a problem is an error; runs of earlier models lack it. */
  readonly publishable?: boolean;
}

/** The facts a run is listed by, taken from its result. */
export function runFacts(result: Result): RunFacts {
  const { title, kind, currency, priceYear, inputsHash, modelVersion, referenceVersion } = result;
  const { figure, value, interval } = headlineOf(result);
  const count = (severity: string) => result.problems.filter((one) => one.severity === severity).length;
  return {
    title,
    kind,
    currency,
    priceYear,
    inputsHash,
    modelVersion,
    referenceVersion,
    seed: interval?.seed ?? null,
    draws: interval?.draws ?? null,
    headline: { figure, value, low: interval?.p5 ?? null, high: interval?.p95 ?? null },
    problems: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
    },
    publishable: result.publishable,
  };
}

function headlineOf(result: Result): {
  readonly figure: string;
  readonly value: Value;
  readonly interval: Interval | null;
} {
  switch (result.kind) {
    case 'value-map':
      return { figure: 'ratio', value: result.ratio, interval: result.interval };
    case 'fiscal-cost-benefit':
      return {
        figure: 'fiscalReturn',
        value: result.fiscalReturn,
        interval: result.interval?.fiscalReturn ?? null,
      };
    case 'welfare-account': {
      const { figure, value } = result.headline;
      return { figure, value, interval: result.interval?.headline ?? null };
    }
  }
}

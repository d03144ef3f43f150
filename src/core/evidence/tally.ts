/** Where somebody lived, as one of a few words. */
export const HOUSING = [
  'own-home',
  'with-family-or-friends',
  'supported-housing',
  'temporary-accommodation',
  'institution',
  'homeless',
  'unknown',
] as const;
export type Housing = (typeof HOUSING)[number];

/** How often somebody used a service in twelve months: a number, a range, or that it is not known. */
export type Use = number | { readonly from: number; readonly to: number } | 'unknown';

/** What one form says; never kept. */
export interface Form {
  readonly uses: Readonly<Record<string, Use>>;
  readonly housing?: Housing | undefined;
}

/** What all forms said of one service. */
export interface ServiceTally {
  readonly service: string;
  /** Forms that gave a number or a range. */
  readonly answered: number;
  /** Forms that said it is not known: no zeros, and in no mean. */
  readonly unknown: number;
  /** Sums of the low and of the high ends; a number is both of its ends. */
  readonly low: number;
  readonly high: number;
}

/** The forms of one career at one moment, added up; no form can be taken out again. */
export interface Tally {
  readonly forms: number;
  readonly uses: readonly ServiceTally[];
  readonly housing: readonly { readonly code: Housing; readonly forms: number }[];
}

export const NO_FORMS: Tally = { forms: 0, uses: [], housing: [] };

/** A tally with more forms added to it. */
export function withForms(tally: Tally, forms: readonly Form[]): Tally {
  const uses = new Map(tally.uses.map((one) => [one.service, one]));
  const housing = new Map(tally.housing.map(({ code, forms: count }) => [code, count]));
  for (const form of forms) {
    for (const [service, use] of Object.entries(form.uses)) {
      uses.set(service, withUse(uses.get(service) ?? nothingOf(service), use));
    }
    if (form.housing !== undefined) housing.set(form.housing, (housing.get(form.housing) ?? 0) + 1);
  }
  return {
    forms: tally.forms + forms.length,
    uses: [...uses.values()].sort((one, other) => (one.service < other.service ? -1 : 1)),
    housing: HOUSING.flatMap((code) => {
      const count = housing.get(code);
      return count === undefined ? [] : [{ code, forms: count }];
    }),
  };
}

const nothingOf = (service: string): ServiceTally => ({ service, answered: 0, unknown: 0, low: 0, high: 0 });

function withUse(one: ServiceTally, use: Use): ServiceTally {
  if (use === 'unknown') return { ...one, unknown: one.unknown + 1 };
  const { from, to } = typeof use === 'number' ? { from: use, to: use } : use;
  return { ...one, answered: one.answered + 1, low: one.low + from, high: one.high + to };
}

/** How much of a service a person uses in a year, by those who could say. */
export interface MeanUse {
  /** Units per person-year, the middle of `low` and `high`; null where nobody could say. */
  readonly perPersonYear: number | null;
  /** The same if every range is taken at its low end, and at its high end. */
  readonly low: number | null;
  readonly high: number | null;
  readonly answered: number;
  readonly unknown: number;
  /** Forms that do not name the service: neither none used nor unknown. */
  readonly notAsked: number;
}

/**
 * The mean use of a service. A form asks for twelve months, which are taken as one person-year; the mean is over the
 * forms that gave a number or a range, so that unknown is never no.
 */
export function meanUse({ forms, uses }: Tally, service: string): MeanUse {
  const { answered, unknown, low, high } = uses.find((one) => one.service === service) ?? nothingOf(service);
  const mean = (sum: number): number | null => (answered === 0 ? null : sum / answered);
  return {
    perPersonYear: mean((low + high) / 2),
    low: mean(low),
    high: mean(high),
    answered,
    unknown,
    notAsked: forms - answered - unknown,
  };
}

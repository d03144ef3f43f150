import { MODEL_VERSION } from '../core/calculate.js';
import { type Problem, problem } from '../core/problem.js';
import type { Result } from '../core/result.js';
import { figureLabel } from '../core/wording/figure-labels.js';
import { hasWords } from '../core/wording/problem-messages.js';
import { type Refusal, refusalsOf } from '../platform/refusal.js';
import { fiscalCostBenefitResult } from './result-shape/fiscal-cost-benefit.shape.js';
import { valueMapResult } from './result-shape/value-map.shape.js';
import { welfareAccountResult } from './result-shape/welfare-account.shape.js';

const shapes = {
  'value-map': valueMapResult,
  'welfare-account': welfareAccountResult,
  'fiscal-cost-benefit': fiscalCostBenefitResult,
} as const satisfies Record<Result['kind'], unknown>;

const isKind = (kind: unknown): kind is keyof typeof shapes =>
  typeof kind === 'string' && Object.hasOwn(shapes, kind);

/** A result as it was kept, whole by what results hold now. */
export interface KeptResult {
  readonly result: Result;
  /** The fields that it lacked, at its top: a model before this one did not work them out. */
  readonly lacking: readonly string[];
}

/**
 * Reads a result file that was kept, also one of an earlier model. What that model did not work out is null or empty,
 * never made up, and a problem (information) says which model it was.
 *
 * @param text JSON, as `bokslut calculate --json` prints it
 * @returns every reason why it is refused: it is no result, or broken
 */
export function readKeptResult(
  text: string,
): ({ readonly ok: true } & KeptResult) | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused('', `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
  }
  if (!isTree(given)) return refused('', 'A result file is one JSON object in { }.');
  if (given['format'] !== 'bokslut-result/1')
    return refused('/format', 'This is no result file: its format must be "bokslut-result/1".');
  const { kind } = given;
  if (!isKind(kind)) return refused('/kind', `kind must be one of ${Object.keys(shapes).join(', ')}.`);
  const shape = shapes[kind];
  const completed = { ...given, ...whatFollows(given) };
  const parsed = shape.safeParse(completed);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error.issues, completed) };
  const read = parsed.data as unknown as Result;
  const problems = [...read.problems.map(inOurWords), ...ofOtherModel(read)];
  return {
    ok: true,
    result: { ...read, problems },
    lacking: Object.keys(shape.shape).filter((field) => !Object.hasOwn(given, field)),
  };
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (given: unknown): given is Tree =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** What an earlier model did not write down and what follows from that which it did. */
function whatFollows(given: Tree): Tree {
  const problems = Array.isArray(given['problems']) ? given['problems'] : [];
  return {
    ...(given['publishable'] === undefined && {
      publishable: !problems.some((one) => isTree(one) && one['severity'] === 'error'),
    }),
    ...(given['kind'] === 'welfare-account' && ofAccount(given)),
  };
}

/** Before there were presets every account was of the usual kind, and headed by society's net present value. */
function ofAccount(given: Tree): Tree {
  const { headlineHorizon, horizons, interval } = given;
  const headline = (Array.isArray(horizons) ? horizons : []).find(
    (one: unknown) => isTree(one) && one['years'] === headlineHorizon,
  ) as Tree | undefined;
  return {
    ...(given['preset'] === undefined && { preset: 'basta' }),
    ...(given['headline'] === undefined &&
      headline && {
        headline: {
          figure: `horizons.${String(headlineHorizon)}.npv`,
          label: figureLabel({ code: 'npv-years', values: { years: String(headlineHorizon) } }),
          value: headline['npv'],
          perspective: 'society',
        },
      }),
    ...(isTree(interval) &&
      interval['headline'] === undefined && { interval: { ...interval, headline: interval['npv'] } }),
  };
}

/** A problem as it stands where we have words for it; otherwise as the model put it that found it. */
function inOurWords(found: Problem): Problem {
  const { code, severity, path, values, message } = found;
  return hasWords(code, values) ? found : problem('said-by-other-model', severity, path, { message });
}

function ofOtherModel({ modelVersion: stored }: Result): readonly Problem[] {
  return stored === MODEL_VERSION
    ? []
    : [problem('other-model', 'information', '', { stored, now: MODEL_VERSION })];
}

function refused(pointer: string, message: string) {
  return { ok: false, refusals: [{ pointer, message }] } as const;
}

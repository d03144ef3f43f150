import type { WelfareAccountFile } from '../assessment.js';
import { evaluate } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { slopes } from '../figures/slope.js';
import { type Problem, problem } from '../problem.js';
import type { WelfareAccountResult } from '../result.js';
import { nameOf } from '../welfare/services.js';
import type { WelfareAccount } from '../welfare/welfare-account.js';
import { shrinking } from './deduction-problems.js';
import { deductionsOf } from './deductions.js';
import { valueOf } from './numbers.js';

/** From this share of the gain on, a flow or a group of people carries the result alone. */
const HALF = 0.5;

/** Above this, published accounts are rare enough to look again. */
const USUAL_RATIO = 15;

/** What a sum of people may lose by arithmetic alone. */
const ROUNDING = 1e-9;

/** A horizon beyond which successes that never lapse need a reason. Years. */
const LONG_YEARS = 2;

type Draft = Pick<WelfareAccountResult, 'people' | 'horizons' | 'headlineHorizon'>;

/** Signs that an account claims more than was caused. */
export function accountClaims(
  file: WelfareAccountFile,
  draft: Draft,
  graph: ExpressionGraph,
  account: WelfareAccount,
): readonly Problem[] {
  const gain = graph.figure(`horizons.${account.headline}.pvGain`);
  const headline = draft.horizons.find(({ years }) => years === draft.headlineHorizon);
  const ratio = headline?.benefitCostRatio ?? 0;
  return [
    ...successProblems(file, draft),
    ...lastingProblems(file, draft),
    ...(gain ? [...dominating(file, graph, account, gain), ...harmMadeSmall(file, graph, gain)] : []),
    ...(ratio > USUAL_RATIO ? [problem('ratio-very-high', 'warning', '', { ratio })] : []),
  ];
}

function successProblems(file: WelfareAccountFile, { people }: Draft): readonly Problem[] {
  const list = file.careers ? '/careers' : '/cohorts';
  const { entrants, succeeded, succeededWithout } = people;
  const everybody = entrants !== null && (succeeded.people ?? 0) >= entrants * (1 - ROUNDING);
  const nobody = !file.careers && succeededWithout.people === 0;
  return [
    ...(everybody ? [problem('success-of-everybody', 'warning', list)] : []),
    ...(nobody ? [problem('anyway-nowhere', 'warning', list)] : []),
  ];
}

function lastingProblems(file: WelfareAccountFile, { headlineHorizon }: Draft): readonly Problem[] {
  if (headlineHorizon <= LONG_YEARS) return [];
  return (file.careers ?? []).flatMap((career, at) => {
    const { survival, dropOff } = career;
    const never = survival
      ? survival.every((share) => share === 1)
      : dropOff !== null && dropOff !== undefined && valueOf(file, dropOff) === 0;
    const path = `/careers/${at}/${survival ? 'survival' : 'dropOff'}`;
    const values = { row: `“${nameOf(career)}”`, years: headlineHorizon };
    return never ? [problem('drop-off-none', 'warning', path, values)] : [];
  });
}

/** The gain is linear in every price and in the share of every group: value times slope is what each brings. */
function dominating(
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  account: WelfareAccount,
  gain: Expression,
): readonly Problem[] {
  const steep = slopes(gain);
  const real = account.services.filter(({ kind }) => kind === 'real');
  const prices = real.map((service) => service.price('average') ?? graph.constant(0));
  const shares = account.cohorts.map(({ id }) => graph.figure(`cohorts.${id}.share`) ?? graph.constant(0));
  const [whole = 0, ...values] = evaluate([gain, ...prices, ...shares]);
  if (!(whole > 0)) return [];
  const brought = (expression: Expression, at: number) => (steep.get(expression) ?? 0) * (values[at] ?? 0);
  const percent = (value: number) => Math.floor((100 * value) / whole);
  const saved = prices.map((price, at) => brought(price, at));
  const work =
    whole - [...new Set(prices)].reduce((sum, price) => sum + brought(price, prices.indexOf(price)), 0);
  const flows = [
    ...real.map(({ id }, at) => ({
      flow: serviceName(file, id),
      value: saved[at] ?? 0,
      path: servicePath(file, id),
    })),
    { flow: 'Production', value: work, path: file.careers ? '/careers' : '/states' },
  ];
  const groups = account.cohorts.map(({ id, label }, at) => ({
    group: label,
    value: brought(shares[at] ?? gain, prices.length + at),
    path: groupPath(file, id),
  }));
  // Groups whose numbers are one and the same parameter share an expression, and cannot be told apart.
  const apart = new Set(shares).size === shares.length && shares.length > 1;
  return [
    ...flows
      .filter(({ value }) => value > HALF * whole)
      .map(({ flow, value, path }) =>
        problem('one-flow-dominates', 'warning', path, { flow, percent: percent(value) }),
      ),
    ...groups
      .filter(({ value }) => apart && value > HALF * whole)
      .map(({ group, value, path }) =>
        problem('one-group-dominates', 'warning', path, { group, percent: percent(value) }),
      ),
  ];
}

const serviceName = (file: WelfareAccountFile, id: string): string =>
  nameOf(file.services.find((service) => service.id === id) ?? { id });

const servicePath = (file: WelfareAccountFile, id: string): string =>
  `/services/${file.services.findIndex((service) => service.id === id)}`;

function groupPath(file: WelfareAccountFile, id: string): string {
  const list = file.careers ?? file.cohorts ?? [];
  return `${file.careers ? '/careers' : '/cohorts'}/${list.findIndex((group) => group.id === id)}`;
}

/** A deduction that makes the gain larger takes from a harm. */
function harmMadeSmall(
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  gain: Expression,
): readonly Problem[] {
  const steep = slopes(gain);
  const claims = file.conventions.attributionMeans === 'share-claimed';
  return shrinking(
    deductionsOf(file).filter(({ what, names: [name, ...more] }) => {
      const input = graph.inputs().get(name ?? '');
      if (!input || more.length > 0) return false;
      const slope = steep.get(input) ?? 0;
      return what === 'attribution' && claims ? slope < 0 : slope > 0;
    }),
  );
}

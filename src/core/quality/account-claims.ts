import type { WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { slopes } from '../figures/slope.js';
import { type Problem, problem } from '../problem.js';
import type { WelfareAccountResult } from '../result.js';
import { nameOf } from '../welfare/services.js';
import type { WelfareAccount } from '../welfare/welfare-account.js';
import { shrinking } from './deduction-problems.js';
import { type DeductionName, deductionsOf } from './deductions.js';
import { peoplePath } from './assurance-subject.js';
import { valueOf } from './numbers.js';
import { peopleOf } from './people.js';

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
  const gain = graph.named(`horizons.${account.headline}.pvGain`);
  const headline = draft.horizons.find(({ years }) => years === draft.headlineHorizon);
  const ratio = headline?.benefitCostRatio ?? 0;
  return [
    ...successProblems(file, draft),
    ...lastingProblems(file, draft),
    ...dominating(file, graph, account, gain),
    ...harmMadeSmall(file, graph, gain),
    ...(ratio > USUAL_RATIO ? [problem('ratio-very-high', 'warning', '', { ratio })] : []),
  ];
}

function successProblems(file: WelfareAccountFile, { people }: Draft): readonly Problem[] {
  const list = peoplePath(file);
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
  const found = file.careers?.flatMap((career, at) => {
    const { survival, dropOff } = career;
    const never = survival
      ? survival.every((share) => share === 1)
      : valueOf(file, dropOff ?? Number.NaN) === 0;
    const path = `/careers/${at}/${survival ? 'survival' : 'dropOff'}`;
    const values = { row: `“${nameOf(career)}”`, years: headlineHorizon };
    return never ? [problem('drop-off-none', 'warning', path, values)] : [];
  });
  return found ?? [];
}

/** The gain is linear in every price and in the share of every group: value times slope is what each brings. */
function dominating(
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  account: WelfareAccount,
  gain: Expression,
): readonly Problem[] {
  const whole = gain.point;
  if (!(whole > 0)) return [];
  const steep = slopes(gain);
  const brought = (expression: Expression) => (steep.get(expression) ?? 0) * expression.point;
  const percent = (value: number) => Math.floor((100 * value) / whole);
  const services = account.services
    .filter(({ kind }) => kind === 'real')
    .flatMap((service) => {
      const price = service.price('average');
      return price ? [{ id: service.id, price }] : [];
    });
  const prices = new Set(services.map(({ price }) => price));
  const work = whole - [...prices].reduce((sum, price) => sum + brought(price), 0);
  const flows = [
    ...services.map(({ id, price }) => ({
      flow: serviceName(file, id),
      value: brought(price),
      path: servicePath(file, id),
    })),
    { flow: 'Production', value: work, path: file.careers ? '/careers' : '/states' },
  ];
  const groups = account.cohorts.map(({ id, label }) => ({
    id,
    label,
    share: graph.named(`cohorts.${id}.share`),
  }));
  // Groups whose numbers are one and the same parameter share an expression, and cannot be told apart.
  const apart = new Set(groups.map(({ share }) => share)).size === groups.length && groups.length > 1;
  return [
    ...flows
      .filter(({ value }) => value > HALF * whole)
      .map(({ flow, value, path }) =>
        problem('one-flow-dominates', 'warning', path, { flow, percent: percent(value) }),
      ),
    ...groups
      .filter(({ share }) => apart && brought(share) > HALF * whole)
      .map(({ id, label: group, share }) =>
        problem('one-group-dominates', 'warning', groupPath(file, id), {
          group,
          percent: percent(brought(share)),
        }),
      ),
  ];
}

const serviceName = (file: WelfareAccountFile, id: string): string =>
  nameOf(file.services.find((service) => service.id === id) ?? { id });

const servicePath = (file: WelfareAccountFile, id: string): string =>
  `/services/${file.services.findIndex((service) => service.id === id)}`;

function groupPath(file: WelfareAccountFile, id: string): string {
  return `${peoplePath(file)}/${peopleOf(file).findIndex((group) => group.id === id)}`;
}

/** A deduction that makes the gain larger takes from a harm. */
function harmMadeSmall(
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  gain: Expression,
): readonly Problem[] {
  const steep = slopes(gain);
  const claims = file.conventions.attributionMeans === 'share-claimed';
  const enlarges = (what: DeductionName, name: string): boolean => {
    const input = graph.inputs().get(name);
    const slope = input ? (steep.get(input) ?? 0) : 0;
    return what === 'attribution' && claims ? slope < 0 : slope > 0;
  };
  // A product of several numbers is left alone: each of them may stand in other places too.
  return shrinking(
    deductionsOf(file).filter(
      ({ what, names }) => names.length === 1 && names.some((name) => enlarges(what, name)),
    ),
  );
}

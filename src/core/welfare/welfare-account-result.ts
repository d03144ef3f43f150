import type { WelfareAccountFile } from '../assessment.js';
import { findingsOf } from '../findings.js';
import { evaluate } from '../figures/evaluate.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Problem } from '../problem.js';
import { accountProblems } from '../quality/account-problems.js';
import type { PeopleCount, ResultHead, WelfareAccountResult, Worked } from '../result.js';
import type { Simulation } from '../uncertainty/simulation.js';
import { Spread } from '../uncertainty/spread.js';
import { figureLabel } from '../wording/figure-labels.js';
import { deathProblems } from './death-check.js';
import { followUpBounds } from './follow-up-bounds.js';
import { checkTotals } from './identity.js';
import { presetOf } from './presets/presets.js';
import { ResultWriter } from './result-writer.js';
import type { Ground } from './stress/answer.js';
import type { Objections } from './stress/objection.js';
import { stressTable } from './stress/stress-table.js';
import type { WelfareAccount } from './welfare-account.js';

/** Works out a welfare account and writes its result (docs/assessment-file.md, “Result file”). */
export function welfareAccountResult(
  head: ResultHead,
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  account: WelfareAccount,
  simulation: Simulation | undefined,
  problems: readonly Problem[],
  objections: Objections,
): Worked<WelfareAccountResult> {
  const writer = new ResultWriter(graph, file, account);
  const { headline } = account;
  const npv = writer.figure(`horizons.${headline}.npv`);
  const preset = presetOf(file);
  const shown = preset?.headline ?? `horizons.${headline}.npv`;
  checkTotals(evaluate(account.identity), `over ${headline} years`);
  if (simulation) checkIdentityInDraws(simulation, account);
  const spread = simulation && spreadOf(graph, simulation, file, account, shown);
  const horizons = account.horizons.map((years) => writer.horizon(years));
  const headlines = [
    ...(preset ? [shown] : []),
    ...['pvGain', 'pvCost', 'npv', 'benefitCostRatio', 'publicBudget.net'].map(
      (name) => `horizons.${headline}.${name}`,
    ),
  ];
  const draft = {
    ...head,
    conventions: { ...head.conventions, horizons: account.choice },
    kind: 'welfare-account',
    preset: file.preset ?? 'basta',
    productionValue: file.productionValue ?? 'net-of-subsidy',
    headlineHorizon: headline,
    headline: {
      figure: shown,
      label: figureLabel(graph.labelOf(shown) ?? { code: shown }),
      value: writer.value(shown),
      perspective: preset ? 'public-budget' : 'society',
    },
    presetFigures: preset?.write(file, account, (id) => writer.value(id)) ?? null,
    people: {
      entrants: writer.value('people.entrants'),
      succeeded: peopleCount('people.succeeded', writer, spread),
      succeededWithout: peopleCount('people.succeededWithout', writer, spread),
      lostToFollowUp: [...(file.careers ?? []), ...(file.cohorts ?? [])].reduce(
        (sum, group) => sum + (group.lostToFollowUp ?? 0),
        0,
      ),
      deathsWith: writer.value('people.deathsWith'),
      deathsWithout: writer.value('people.deathsWithout'),
      qualityOfLife: writer.qualityOfLife(),
    },
    perSuccessYear: writer.block('perSuccessYear'),
    afterDisplacement: writer.block('afterDisplacement'),
    perEntrantYear: writer.block('perEntrantYear'),
    beforeEqualisation: {
      perSuccessYear: { actors: writer.actors('beforeEqualisation.perSuccessYear.actors') },
      perEntrantYear: { actors: writer.actors('beforeEqualisation.perEntrantYear.actors') },
    },
    stay: graph.figure('stay.societyGain')
      ? { societyGain: writer.value('stay.societyGain'), actors: writer.actors('stay.actors') }
      : null,
    perYear: Array.from({ length: account.longest }, (_, index) => index + 1).map((year) => ({
      year,
      societyGain: writer.value(`perYear.${year}.societyGain`),
      publicBudget: writer.value(`perYear.${year}.publicBudget`),
      actors: writer.actors(`perYear.${year}.actors`),
    })),
    horizons,
    payback: {
      potentialMonths: writer.value('payback.potentialMonths'),
      expectedMonths: writer.value('payback.expectedMonths'),
      publicBudgetMonths: writer.value('payback.publicBudgetMonths'),
      perActor: writer.actors('payback.perActor'),
    },
    flows: account.flows.map((flow) => writer.flow(flow)),
    perCohort: account.cohorts.map((cohort) => writer.cohort(cohort)),
    costBridges: writer.costBridges(),
    rightfulTakeUp: writer.rightfulTakeUp(),
    stress: stressTable(file, groundOf(account, objections, writer), writer.bottom(headline)),
    followUp: followUpBounds(file, account.cohorts, npv),
    publicActors: account.publicActors,
  } as const;
  return {
    ...draft,
    interval: spread ? intervals(spread, account, shown) : null,
    ...findingsOf(
      graph,
      file,
      {
        shown: writer.figure(shown),
        net: writer.figure(shown),
        worked: headlines,
        compared: {
          headline: shown,
          net: `horizons.${headline}.npv`,
          publicNet: `horizons.${headline}.publicBudget.net`,
        },
      },
      spread,
    ),
    problems: [
      ...problems,
      ...(spread?.problems ?? []),
      ...accountProblems(file, draft, graph, account),
      ...deathProblems(graph, file, account),
    ],
  };
}

function peopleCount(figure: string, writer: ResultWriter, spread: Spread | undefined): PeopleCount {
  const interval = spread?.interval(figure);
  return { people: writer.value(figure), low: interval?.p5 ?? null, high: interval?.p95 ?? null };
}
/** What objections need to know of the account as it stands. */
function groundOf(account: WelfareAccount, objections: Objections, writer: ResultWriter): Ground {
  const { headline, publicActors, withoutShortRun } = account;
  const real = account.flows
    .filter(({ voucher }) => voucher.nature === 'real')
    .map((flow) => writer.flow(flow));
  const services = real.filter(({ kind }) => kind === 'service');
  const production = real.filter(({ kind }) => kind === 'production');
  return {
    objections,
    headline,
    publicActors,
    withoutShortRun,
    rows: [
      ...services.map(({ of, label, total }) => ({ service: of ?? '', label, gain: total ?? 0 })),
      ...(production.length > 0
        ? [
            {
              label: production[0]?.label ?? '',
              gain: production.reduce((sum, { total }) => sum + (total ?? 0), 0),
            },
          ]
        : []),
    ],
  };
}

const netOf = ({ headline }: WelfareAccount, actor: string): string =>
  `horizons.${headline}.actors.${actor}.net`;

function spreadOf(
  graph: ExpressionGraph,
  simulation: Simulation,
  file: WelfareAccountFile,
  account: WelfareAccount,
  shown: string,
): Spread {
  const at = `horizons.${account.headline}`;
  const payers = [...new Set(file.programmeCost.map(({ paidBy }) => paidBy))].sort();
  return new Spread(graph, simulation, {
    ratio: `${at}.benefitCostRatio`,
    net: `${at}.npv`,
    payers: Object.fromEntries(payers.map((payer) => [payer, netOf(account, payer)])),
    others: [
      `${at}.publicBudget.net`,
      shown,
      'people.succeeded',
      'people.succeededWithout',
      ...account.actors.map((actor) => netOf(account, actor)),
    ],
  });
}

function intervals(spread: Spread, account: WelfareAccount, shown: string) {
  const at = `horizons.${account.headline}`;
  return {
    npv: spread.netInterval(`${at}.npv`),
    benefitCostRatio: spread.ratioInterval(`${at}.benefitCostRatio`),
    publicNet: spread.netInterval(`${at}.publicBudget.net`),
    headline: spread.netInterval(shown),
    actors: Object.fromEntries(
      account.actors.map((actor) => [actor, spread.netInterval(netOf(account, actor))]),
    ),
  };
}

function checkIdentityInDraws(simulation: Simulation, account: WelfareAccount): void {
  const totals = simulation.columnsOf(account.identity);
  for (let draw = 0; draw < simulation.draws; draw += 1) {
    checkTotals(
      totals.map((column) => column[draw]),
      `draw ${draw + 1}`,
    );
  }
}

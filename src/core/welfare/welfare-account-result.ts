import type { WelfareAccountFile } from '../assessment.js';
import { findingsOf } from '../findings.js';
import { evaluate } from '../figures/evaluate.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import { accountProblems } from '../quality/account-problems.js';
import type { PeopleCount, ResultHead, Value, WelfareAccountResult, Worked } from '../result.js';
import {
  drawsOf,
  intervalOf,
  ratioIntervalOf,
  type Simulation,
  simulationOf,
  undefinedDraws,
} from '../uncertainty/simulation.js';
import { deathProblems } from './death-check.js';
import { followUpBounds } from './follow-up-bounds.js';
import { checkTotals } from './identity.js';
import { ResultWriter } from './result-writer.js';
import type { WelfareAccount } from './welfare-account.js';

/** Works out a welfare account and writes its result (docs/assessment-file.md, “Result file”). */
export function welfareAccountResult(
  head: ResultHead,
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  account: WelfareAccount,
  problems: readonly Problem[],
): Worked<WelfareAccountResult> {
  const writer = new ResultWriter(graph, file, account);
  const { headline } = account;
  const npv = writer.figure(`horizons.${headline}.npv`);
  checkTotals(evaluate(account.identity), `over ${headline} years`);
  const simulation = simulationOf(graph, file);
  const spread = simulation && spreadOf(simulation, writer, account);
  const horizons = account.horizons.map((years) => writer.horizon(years));
  const headlines = ['pvGain', 'pvCost', 'npv', 'benefitCostRatio', 'publicBudget.net'].map(
    (name) => `horizons.${headline}.${name}`,
  );
  const draft = {
    ...head,
    kind: 'welfare-account',
    productionValue: file.productionValue ?? 'net-of-subsidy',
    headlineHorizon: headline,
    people: {
      entrants: writer.value('people.entrants'),
      succeeded: { ...notRanged(writer.value('people.succeeded')), ...spread?.succeeded },
      succeededWithout: {
        ...notRanged(writer.value('people.succeededWithout')),
        ...spread?.succeededWithout,
      },
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
    rightfulTakeUp: writer.rightfulTakeUp(),
    followUp: followUpBounds(file, account.cohorts, npv),
    publicActors: account.publicActors,
  } as const;
  return {
    ...draft,
    interval: spread?.interval ?? null,
    ...findingsOf(graph, file, {
      shown: npv,
      net: npv,
      worked: headlines,
      compared: {
        headline: `horizons.${headline}.npv`,
        net: `horizons.${headline}.npv`,
        publicNet: `horizons.${headline}.publicBudget.net`,
      },
    }),
    problems: [
      ...problems,
      ...(spread ? spread.said : [problem('no-range', 'information', '')]),
      ...accountProblems(file, draft, graph, account),
      ...deathProblems(graph, file, account),
    ],
  };
}

const notRanged = (people: Value): PeopleCount => ({ people, low: null, high: null });

function spreadOf(simulation: Simulation, writer: ResultWriter, account: WelfareAccount) {
  const at = `horizons.${account.headline}`;
  const ids = [
    `${at}.npv`,
    `${at}.benefitCostRatio`,
    `${at}.publicBudget.net`,
    'people.succeeded',
    'people.succeededWithout',
  ];
  const nets = account.actors.map((actor) => `${at}.actors.${actor}.net`);
  const columns = drawsOf(
    simulation,
    [...ids, ...nets].map((id) => writer.figure(id)),
  );
  const column = (index: number): Float64Array => columns[index] ?? new Float64Array();
  const people = (index: number): Pick<PeopleCount, 'low' | 'high'> => {
    const { p5, p95 } = intervalOf(simulation, ids[index] ?? '', column(index));
    return { low: p5, high: p95 };
  };
  checkIdentityInDraws(simulation, account);
  return {
    succeeded: people(3),
    succeededWithout: people(4),
    said: undefinedDraws(simulation, writer.figure(`${at}.benefitCostRatio`), column(1)),
    interval: {
      npv: intervalOf(simulation, `${at}.npv`, column(0)),
      benefitCostRatio: ratioIntervalOf(simulation, `${at}.benefitCostRatio`, column(1)),
      publicNet: intervalOf(simulation, `${at}.publicBudget.net`, column(2)),
      actors: Object.fromEntries(
        account.actors.map((actor, index) => [
          actor,
          intervalOf(simulation, nets[index] ?? '', column(ids.length + index)),
        ]),
      ),
    },
  };
}

function checkIdentityInDraws(simulation: Simulation, account: WelfareAccount): void {
  const totals = drawsOf(simulation, account.identity);
  for (let draw = 0; draw < simulation.draws; draw += 1) {
    checkTotals(
      totals.map((column) => column[draw]),
      `draw ${draw + 1}`,
    );
  }
}

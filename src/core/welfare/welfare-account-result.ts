import type { WelfareAccountFile } from '../assessment.js';
import { findingsOf } from '../findings.js';
import { evaluate } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import { accountProblems } from '../quality/account-problems.js';
import type {
  ActorHorizon,
  Horizon,
  PeopleCount,
  PerActor,
  ResultHead,
  Value,
  WelfareAccountResult,
  Worked,
  YearBlock,
} from '../result.js';
import {
  drawsOf,
  intervalOf,
  ratioIntervalOf,
  type Simulation,
  simulationOf,
  undefinedDraws,
} from '../uncertainty/simulation.js';
import { followUpBounds } from './follow-up-bounds.js';
import { checkTotals } from './identity.js';
import type { WelfareAccount } from './welfare-account.js';

/** Works out a welfare account and writes its result (docs/assessment-file.md, “Result file”). */
export function welfareAccountResult(
  head: ResultHead,
  file: WelfareAccountFile,
  graph: ExpressionGraph,
  account: WelfareAccount,
  problems: readonly Problem[],
): Worked<WelfareAccountResult> {
  const writer = new ResultWriter(graph, account);
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
      publicNet: writer.figure(`horizons.${headline}.publicBudget.net`),
    }),
    problems: [
      ...problems,
      ...(spread ? spread.said : [problem('no-range', 'information', '')]),
      ...accountProblems(file, draft, graph, account),
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

class ResultWriter {
  private readonly graph: ExpressionGraph;
  private readonly account: WelfareAccount;
  private readonly values: ReadonlyMap<string, Value>;

  constructor(graph: ExpressionGraph, account: WelfareAccount) {
    this.graph = graph;
    this.account = account;
    const ids = graph.figureIds();
    const worked = evaluate(ids.map((id) => this.figure(id)));
    this.values = new Map(ids.map((id, at) => [id, figureValue(worked[at])]));
  }

  figure(id: string): Expression {
    const found = this.graph.figure(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  }

  value(id: string): Value {
    return this.values.get(id) ?? null;
  }

  actors(id: string): PerActor {
    return Object.fromEntries(this.account.actors.map((actor) => [actor, this.value(`${id}.${actor}`)]));
  }

  block(id: string): YearBlock {
    return {
      realSaving: this.value(`${id}.realSaving`),
      productionValue: this.value(`${id}.productionValue`),
      societyGain: this.value(`${id}.societyGain`),
      publicBudget: this.value(`${id}.publicBudget`),
      actors: this.actors(`${id}.actors`),
    };
  }

  horizon(years: number): Horizon {
    const id = `horizons.${years}`;
    const of = (name: string): Value => this.value(`${id}.${name}`);
    const entrants = this.value('people.entrants');
    const people = of('breakEvenPeople');
    return {
      years,
      pvGain: of('pvGain'),
      pvCost: of('pvCost'),
      npv: of('npv'),
      benefitCostRatio: of('benefitCostRatio'),
      total: { entrants, pvGain: of('total.pvGain'), pvCost: of('total.pvCost'), npv: of('total.npv') },
      potential: {
        pvGain: of('potential.pvGain'),
        npv: of('potential.npv'),
        benefitCostRatio: of('potential.benefitCostRatio'),
      },
      publicBudget: {
        gain: of('publicBudget.gain'),
        cost: of('publicBudget.cost'),
        net: of('publicBudget.net'),
      },
      breakEvenPeople: {
        needed: people === null ? null : Math.ceil(people - WHOLE),
        of: entrants,
      },
      breakEvenSuccessShare: of('breakEvenSuccessShare'),
      grossReturnPercent: of('grossReturnPercent'),
      netReturnPercent: of('netReturnPercent'),
      actors: Object.fromEntries(
        this.account.actors.map((actor) => [actor, this.actorHorizon(`${id}.actors.${actor}`)]),
      ),
      shortRunMarginal: {
        pvGain: of('shortRunMarginal.pvGain'),
        npv: of('shortRunMarginal.npv'),
        publicBudget: {
          gain: of('shortRunMarginal.publicBudget.gain'),
          net: of('shortRunMarginal.publicBudget.net'),
        },
      },
    };
  }

  private actorHorizon(id: string): ActorHorizon {
    const of = (name: string): Value => this.value(`${id}.${name}`);
    return {
      gain: of('gain'),
      cost: of('cost'),
      net: of('net'),
      real: of('real'),
      financial: of('financial'),
      moneyNotSpent: of('moneyNotSpent'),
    };
  }
}

/** What a number of people may be above a whole by arithmetic alone. */
const WHOLE = 1e-9;

import type { EnterpriseLedger, ProgrammeCost, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { money, NUMBER, PERSON, type Unit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import type { DiscountFactor } from '../valuation/discounting.js';
import type { Cohort } from './cohort.js';

/** Which part of the programme cost is meant. */
export interface CostPart {
  /** One payer; left out: all of them. */
  readonly actor?: string | undefined;
  /** Of one cohort, per person in it; left out: everybody, per person who entered. */
  readonly only?: Cohort | undefined;
  /** Spent to begin with, or not; left out: both. */
  readonly startUp?: boolean | undefined;
  /** What was spent and what would have been spent anyway; left out: the first less the second. */
  readonly of?: 'spent' | 'spent-anyway';
}

/** What the programme costs, by payer and time. */
export interface ProgrammeCosts {
  /** Those who pay some of it. */
  readonly payers: ReadonlySet<string>;
  /** The cost within a horizon; time 0 is at the start and not discounted. */
  present(years: number, part?: CostPart): Expression;
  /** What is due by a year, at its beginning, undiscounted, per person who entered. */
  due(year: number, paidBy: (actor: string) => boolean): Expression;
}

/** One row of the file. */
interface Cost {
  readonly actor: string;
  readonly time: number;
  readonly startUp: boolean;
  readonly cohorts: readonly Cohort[] | undefined;
  readonly spent: Expression;
  readonly spentAnyway: Expression | undefined;
}

const LEDGER = ['operatingCost', 'sales', 'participantsWageCost'] as const;

/** What costs are read into. */
interface Ground {
  readonly graph: ExpressionGraph;
  readonly inputs: Inputs;
  readonly file: WelfareAccountFile;
  readonly parts: { readonly cohorts: readonly Cohort[] };
  /** Money per person. */
  readonly unit: Unit;
  readonly discount: DiscountFactor;
  actorName(actor: string): string;
  /** The share of a cohort among all who entered. */
  share(cohort: Cohort): Expression;
  readonly entrants: Expression;
}

/** Reads the programme cost of a file in an order that does not depend on that of the file. */
export function readCosts(ground: Ground): ProgrammeCosts {
  const { graph, unit } = ground;
  const costs = ground.file.programmeCost
    .map((cost, at) => ({ cost: readCost(ground, cost, at), order: orderOf(cost) }))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ cost }) => cost);
  const amount = (cost: Cost, { of, only }: CostPart): readonly Expression[] => {
    const each = amountOf(graph, cost, of);
    if (!each || (only && cost.cohorts && !cost.cohorts.includes(only))) return [];
    if (only || !cost.cohorts) return [each];
    return [
      graph.multiply(
        each,
        graph.sum(
          cost.cohorts.map((cohort) => ground.share(cohort)),
          NUMBER,
        ),
      ),
    ];
  };
  return {
    payers: new Set(costs.map(({ actor }) => actor)),
    present: (years, part = {}) =>
      graph.sum(
        costs
          .filter(
            ({ time, actor, startUp }) =>
              time <= years &&
              (part.actor === undefined || actor === part.actor) &&
              (part.startUp === undefined || startUp === part.startUp),
          )
          .flatMap((cost) =>
            amount(cost, part).map((each) =>
              cost.time === 0 ? each : graph.multiply(each, ground.discount(cost.time)),
            ),
          ),
        unit,
      ),
    due: (year, paidBy) =>
      graph.sum(
        costs.filter(({ time, actor }) => time <= year && paidBy(actor)).flatMap((cost) => amount(cost, {})),
        unit,
      ),
  };
}

function amountOf(
  graph: ExpressionGraph,
  { spent, spentAnyway }: Cost,
  of: CostPart['of'],
): Expression | undefined {
  if (of === 'spent') return spent;
  if (of === 'spent-anyway') return spentAnyway;
  return spentAnyway ? graph.subtract(spent, spentAnyway) : spent;
}

const orderOf = (cost: ProgrammeCost): string => {
  const { time, paidBy, perEntrant = 0, enterprise, description = '', spentAnyway, cohorts = [] } = cost;
  const ledger = enterprise ? LEDGER.map((part) => enterprise[part]) : [];
  return JSON.stringify([
    time,
    paidBy,
    perEntrant,
    description,
    spentAnyway?.perEntrant ?? 0,
    cohorts,
    ...ledger,
  ]);
};

function readCost(ground: Ground, cost: ProgrammeCost, at: number): Cost {
  const { inputs, unit } = ground;
  const values = { what: cost.description ?? ground.actorName(cost.paidBy), time: cost.time };
  const { spentAnyway, cohorts } = cost;
  const label = { code: 'programme-cost', values };
  const those = cohorts && ground.parts.cohorts.filter(({ id }) => cohorts.includes(id));
  const ledger = cost.enterprise && readLedger(ground, cost.enterprise, cost, at);
  const id = `programmeCost.${at}.perEntrant`;
  return {
    actor: cost.paidBy,
    time: cost.time,
    startUp: cost.startUp ?? false,
    cohorts: those,
    spent: ledger
      ? ground.graph.name(id, label, ground.graph.divide(ledger, entrantsOf(ground, those)))
      : inputs.amount(cost.perEntrant ?? 0, {
          id,
          path: `/programmeCost/${at}/perEntrant`,
          label,
          unit,
          source: cost.source,
        }),
    spentAnyway:
      spentAnyway &&
      inputs.amount(spentAnyway.perEntrant, {
        id: `programmeCost.${at}.spentAnyway`,
        path: `/programmeCost/${at}/spentAnyway/perEntrant`,
        label: { code: 'spent-anyway', values },
        unit,
        source: spentAnyway.source ?? cost.source,
      }),
  };
}

/** The bridge from what an enterprise spends to what it costs, in all. */
function readLedger(
  { inputs, graph, file }: Ground,
  ledger: EnterpriseLedger,
  { source }: ProgrammeCost,
  at: number,
): Expression {
  const read = (part: (typeof LEDGER)[number]): Expression =>
    inputs.amount(ledger[part], {
      id: `programmeCost.${at}.enterprise.${part}`,
      path: `/programmeCost/${at}/enterprise/${part}`,
      label: { code: `enterprise-${part}` },
      unit: money(file.currency, file.priceYear),
      source,
    });
  const cost = graph.subtract(
    graph.subtract(read('operatingCost'), read('sales')),
    read('participantsWageCost'),
  );
  return graph.name(`programmeCost.${at}.enterprise.cost`, { code: 'enterprise-cost' }, cost);
}

function entrantsOf({ graph, entrants }: Ground, cohorts: readonly Cohort[] | undefined): Expression {
  if (!cohorts) return entrants;
  return graph.sum(
    cohorts.map((cohort) => cohort.entrants),
    PERSON,
  );
}

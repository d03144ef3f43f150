import type { WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Unit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import type { DiscountFactor } from '../valuation/discounting.js';

/** What the programme costs, by payer and time. */
export interface ProgrammeCosts {
  /** Those who pay some of it. */
  readonly payers: ReadonlySet<string>;
  /**
   * The cost within a horizon, per person who entered; time 0 is at the start and not discounted.
   *
   * @param actor one payer; left out: all of them
   */
  present(years: number, actor?: string): Expression;
  /** What is due by a year, at its beginning, undiscounted. */
  due(year: number, paidBy: (actor: string) => boolean): Expression;
}

/** One row of the file. */
interface Cost {
  readonly actor: string;
  readonly time: number;
  readonly perEntrant: Expression;
}

/** What costs are read into. */
interface Ground {
  readonly graph: ExpressionGraph;
  readonly inputs: Inputs;
  readonly file: WelfareAccountFile;
  /** Money per person. */
  readonly unit: Unit;
  readonly discount: DiscountFactor;
  actorName(actor: string): string;
}

/** Reads the programme cost of a file in an order that does not depend on that of the file. */
export function readCosts(ground: Ground): ProgrammeCosts {
  const { graph, unit } = ground;
  const costs = ground.file.programmeCost
    .map((cost, at) => ({
      actor: cost.paidBy,
      time: cost.time,
      order: JSON.stringify([cost.time, cost.paidBy, cost.perEntrant, cost.description ?? '']),
      perEntrant: ground.inputs.amount(cost.perEntrant, {
        id: `programmeCost.${at}.perEntrant`,
        path: `/programmeCost/${at}/perEntrant`,
        label: {
          code: 'programme-cost',
          values: { what: cost.description ?? ground.actorName(cost.paidBy), time: cost.time },
        },
        unit,
        source: cost.source,
      }),
    }))
    .sort((one, other) => (one.order < other.order ? -1 : 1));
  const sum = (counted: readonly Cost[], of: (cost: Cost) => Expression) => graph.sum(counted.map(of), unit);
  return {
    payers: new Set(costs.map(({ actor }) => actor)),
    present: (years, actor) =>
      sum(
        costs.filter((cost) => cost.time <= years && (actor === undefined || cost.actor === actor)),
        ({ time, perEntrant }) =>
          time === 0 ? perEntrant : graph.multiply(perEntrant, ground.discount(time)),
      ),
    due: (year, paidBy) =>
      sum(
        costs.filter((cost) => cost.time <= year && paidBy(cost.actor)),
        ({ perEntrant }) => perEntrant,
      ),
  };
}

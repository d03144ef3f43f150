import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Unit } from '../figures/unit.js';
import type { DiscountFactor } from '../valuation/discounting.js';
import type { TermValues } from '../wording/term.js';
import type { ReadCost } from './fiscal-costs.js';
import { ofOutcome } from './fiscal-labels.js';
import type { ReadOutcome } from './fiscal-outcome.js';

/** Everything a case is made of that does not depend on how deadweight is read. */
export interface CaseParts {
  readonly graph: ExpressionGraph;
  /** Money of the file at its price year. */
  readonly unit: Unit;
  /** Years 0 to this less one are counted. */
  readonly years: number;
  /** Of a year counted from 0. */
  readonly discount: DiscountFactor;
  readonly outcomes: readonly ReadOutcome[];
  readonly costs: readonly ReadCost[];
  /** All agencies that save or pay, in the order of ids. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  /** Of the agencies that save, those for which the file says it. */
  readonly cashability: ReadonlyMap<string, Expression>;
}

/** The figures that are given under both readings of deadweight. */
export const HEADLINES = [
  'pvFiscal',
  'pvCashable',
  'pvPublicValue',
  'fiscalReturn',
  'cashableReturn',
  'netPresentBudgetImpact',
  'netPresentPublicValue',
  'benefitCostRatio',
  'paybackMonths',
  'discountedPaybackMonths',
  'discountedPaybackYear',
  'breakEvenImpact',
] as const;

const headlines: ReadonlySet<string> = new Set(HEADLINES);

/** By what the name of a figure begins that is worked out under the reading that the file does not use. */
export const OTHER = 'otherReading.';

/** Names and adds up the figures of a case under one reading of deadweight. */
export class CaseFigures {
  readonly parts: CaseParts;
  readonly graph: ExpressionGraph;
  readonly years: readonly number[];
  /** Whether it is the reading of the file; the names of the other's figures begin with {@link OTHER}. */
  readonly used: boolean;
  private readonly nothing: Expression;

  constructor(parts: CaseParts, used: boolean) {
    this.parts = parts;
    this.graph = parts.graph;
    this.used = used;
    this.nothing = this.total([]);
    this.years = Array.from({ length: parts.years }, (_, year) => year);
  }

  /** A sum of money. */
  total(terms: readonly Expression[]): Expression {
    return this.graph.sum(terms, this.parts.unit);
  }

  /** The present value of amounts by year. */
  present(amounts: readonly Expression[]): Expression {
    return this.total(amounts.map((amount, year) => this.discounted(amount, year)));
  }

  /** The present value of an amount of a year; nothing is not discounted. */
  discounted(amount: Expression, year: number): Expression {
    return amount === this.nothing ? amount : this.graph.multiply(amount, this.parts.discount(year));
  }

  /**
   * Gives a figure its name. What is the same under both readings keeps the name it has; headline figures have one
   * under each.
   */
  name(id: string, code: string, expression: Expression, values: TermValues = {}): Expression {
    const { graph } = this;
    if (this.used) return graph.name(id, { code, values }, expression);
    const known = expression.operation === 'constant' || graph.nameOf(expression) !== undefined;
    if (known && !headlines.has(id)) return expression;
    return graph.name(`${OTHER}${id}`, { code: `${code}-other`, values }, expression);
  }

  /** Gives a figure of an outcome its name, which says of which where there are several. */
  nameOf(
    { id: outcome, name }: ReadOutcome,
    id: string,
    code: string,
    expression: Expression,
    values: TermValues = {},
  ): Expression {
    const place = `perOutcome.${outcome}.${id}`;
    const label = ofOutcome(name, code, values);
    return this.name(place, label.code, expression, label.values);
  }
}

/** What stands at a year. */
export function at(expressions: readonly Expression[], year: number): Expression {
  const found = expressions[year];
  if (!found) throw new Error(`year ${year} is not counted`);
  return found;
}

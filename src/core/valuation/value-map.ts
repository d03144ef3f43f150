import type { ValueMapFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { money } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { type DiscountFactor, discountFactors } from './discounting.js';
import { type OutcomeRow, outcomeRow } from './outcome-row.js';
import { type YearCount, yearCount } from './years.js';

/** A value map as declared: its rows in the order of the file, and how many years it spans. */
export interface ValueMap {
  readonly rows: readonly OutcomeRow[];
  /** Years as the file writes them. */
  readonly years: readonly number[];
}

interface Investment {
  /** What sums are ordered by. */
  readonly order: string;
  /** 0: at the start, not discounted. */
  readonly year: number;
  readonly value: Expression;
  readonly present: Expression;
}

/**
 * Declares every figure of a value map: present values, ratio, payback, per row and per year (docs/method.md,
 * “Value map”; A Guide to Social Return on Investment, 2012, stages 4 and 5).
 */
export function declareValueMap(inputs: Inputs, file: ValueMapFile): ValueMap {
  const count = yearCount(file);
  const discount = onceAYear(discountFactors(inputs, file.conventions, count.first));
  const rows = file.outcomes.map((_, at) => outcomeRow(inputs, file, at, count));
  const investments = declareInvestments(inputs, file, count, discount);
  const last = [
    ...rows.flatMap((row) => row.years.map(({ year }) => year)),
    ...investments.map(({ year }) => year),
    1,
  ].reduce((one, other) => Math.max(one, other));
  const totals = new Totals(inputs.graph, file, rows, discount, count);
  totals.declare(investments, last);
  return { rows, years: Array.from({ length: last }, (_, index) => count.written(index + 1)) };
}

function onceAYear(factor: DiscountFactor): DiscountFactor {
  const known = new Map<number, Expression>();
  return (year) => {
    const found = known.get(year) ?? factor(year);
    known.set(year, found);
    return found;
  };
}

function declareInvestments(
  inputs: Inputs,
  file: ValueMapFile,
  count: YearCount,
  discount: DiscountFactor,
): readonly Investment[] {
  return file.inputs
    .flatMap((invested, at) => {
      if (invested.value === null) return [];
      const id = invested.id ?? String(at);
      const value = inputs.amount(invested.value, {
        id: `inputs.${id}.value`,
        path: `/inputs/${at}/value`,
        label: {
          code: 'input-invested',
          values: { what: invested.description ?? invested.stakeholder ?? id },
        },
        unit: money(file.currency, file.priceYear),
        source: invested.source,
      });
      const year = invested.year === undefined ? 0 : count.index(invested.year);
      const present =
        year === 0 || invested.discounted === false ? value : inputs.graph.multiply(value, discount(year));
      return [{ order: invested.id ?? JSON.stringify(invested), year, value, present }];
    })
    .sort((one, other) => (one.order < other.order ? -1 : 1));
}

/** Sums run in the order of ids, so that the order of rows in the file changes no figure. */
class Totals {
  private readonly graph: ExpressionGraph;
  private readonly rows: readonly OutcomeRow[];
  private readonly discount: DiscountFactor;
  private readonly count: YearCount;
  private readonly unit;

  constructor(
    graph: ExpressionGraph,
    file: ValueMapFile,
    rows: readonly OutcomeRow[],
    discount: DiscountFactor,
    count: YearCount,
  ) {
    this.graph = graph;
    this.rows = [...rows].sort((one, other) => (one.declared.id < other.declared.id ? -1 : 1));
    this.discount = discount;
    this.count = count;
    this.unit = money(file.currency, file.priceYear);
  }

  declare(investments: readonly Investment[], last: number): void {
    const { graph } = this;
    for (const row of this.rows) {
      const present = this.total(
        row.years.map(({ year, value }) => graph.multiply(value, this.discount(year))),
      );
      this.name(`perRow.${row.declared.id}.presentValue`, 'row-present-value', present, {
        row: row.declared.outcome,
      });
    }
    const benefits = this.name('pvBenefits', 'pv-benefits', this.total(this.presentValues(() => true)));
    const invested = this.name(
      'pvInputs',
      'pv-inputs',
      this.total(investments.map(({ present }) => present)),
    );
    this.name('npv', 'npv', graph.subtract(benefits, invested));
    const ratio = this.name('ratio', 'ratio', graph.divide(benefits, invested));
    this.name('netRatio', 'net-ratio', graph.subtract(ratio, graph.constant(1)));
    this.declareOtherRatios(invested);
    this.declareYears(investments, last);
  }

  private declareOtherRatios(invested: Expression): void {
    const { graph } = this;
    const gross = this.rows.flatMap((row) =>
      row.years.map((at) => graph.multiply(at.gross, this.discount(at.year))),
    );
    this.name('grossRatio', 'gross-ratio', graph.divide(this.total(gross), invested));
    const real = this.total(this.presentValues((row) => row.declared.transfer === undefined));
    this.name('ratioWithoutTransfers', 'ratio-without-transfers', graph.divide(real, invested));
    const byStakeholder = new Map<string, Expression[]>();
    for (const row of this.rows) {
      const { stakeholder } = row.declared;
      const own = byStakeholder.get(stakeholder) ?? [];
      own.push(this.presentValue(row));
      byStakeholder.set(stakeholder, own);
    }
    for (const [stakeholder, own] of byStakeholder) {
      this.name(`perStakeholder.${stakeholder}`, 'stakeholder-value', this.total(own), { stakeholder });
    }
  }

  private declareYears(investments: readonly Investment[], last: number): void {
    const { graph } = this;
    const years = Array.from({ length: last }, (_, index) => index + 1);
    const values = years.map((year) => {
      const value = this.total(
        this.rows.flatMap((row) => row.years.filter((at) => at.year === year).map((at) => at.value)),
      );
      const written = this.count.written(year);
      this.name(`perYear.${written}.value`, 'year-value', value, { year: written });
      this.name(
        `perYear.${written}.presentValue`,
        'year-present-value',
        graph.multiply(value, this.discount(year)),
        { year: written },
      );
      return value;
    });
    const due = (of: (investment: Investment) => Expression) =>
      years.map((year) => this.total(investments.filter((investment) => investment.year <= year).map(of)));
    const nothing = this.total([]);
    this.name(
      'paybackMonths',
      'payback',
      graph.payback(
        nothing,
        values,
        due(({ value }) => value),
      ),
    );
    const present = years.map((year, at) => graph.multiply(values[at] ?? nothing, this.discount(year)));
    this.name(
      'discountedPaybackMonths',
      'discounted-payback',
      graph.payback(
        nothing,
        present,
        due((investment) => investment.present),
      ),
    );
  }

  private presentValues(counted: (row: OutcomeRow) => boolean): readonly Expression[] {
    return this.rows.filter(counted).map((row) => this.presentValue(row));
  }

  private presentValue(row: OutcomeRow): Expression {
    return this.graph.figure(`perRow.${row.declared.id}.presentValue`) ?? this.total([]);
  }

  private total(terms: readonly Expression[]): Expression {
    return this.graph.sum(terms, this.unit);
  }

  private name(
    id: string,
    code: string,
    expression: Expression,
    values?: Record<string, string | number>,
  ): Expression {
    return this.graph.name(id, values ? { code, values } : { code }, expression);
  }
}

import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { at, CaseFigures, type CaseParts } from './case-figures.js';
import type { DeadweightReading } from './fiscal-part.js';
import { type Counted, isFiscal, OutcomeEffects } from './outcome-effects.js';

/**
 * Declares every figure of a case under one reading of deadweight (docs/method.md, “Fiscal cost–benefit analysis”),
 * in the manner of Greater Manchester's cost–benefit model, whose guidance itself was not seen.
 *
 * @param used whether it is the reading of the file; the other's figures go by other names
 */
export function declareCase(parts: CaseParts, reading: DeadweightReading, used: boolean): void {
  new FiscalCase(new CaseFigures(parts, used), reading).declare();
}

type Agency = CaseParts['agencies'][number];

/** An agency with the present value of what it saves. */
type Saving = Agency & { readonly fiscal: Expression };

/** What is saved and what is spent, by year. */
type Flows = readonly [fiscal: readonly Expression[], costs: readonly Expression[]];

class FiscalCase {
  private readonly figures: CaseFigures;
  private readonly parts: CaseParts;
  private readonly graph: ExpressionGraph;
  private readonly effects: OutcomeEffects;

  constructor(figures: CaseFigures, reading: DeadweightReading) {
    this.figures = figures;
    this.parts = figures.parts;
    this.graph = figures.graph;
    this.people();
    this.effects = new OutcomeEffects(figures, reading);
  }

  declare(): void {
    const { figures, graph, effects } = this;
    // What is asked for first is named first: where it is one with a part of it, it goes by the name of the whole.
    const agencies = this.parts.agencies.map((agency) => ({
      ...agency,
      fiscal: effects.present(savedBy(agency.id)),
    }));
    const costs = figures.years.map((year) =>
      figures.total(this.parts.costs.filter((cost) => cost.year === year).map(({ amount }) => amount)),
    );
    const pvFiscal = figures.name(
      'pvFiscal',
      'pv-fiscal',
      figures.total(agencies.map(({ fiscal }) => fiscal)),
    );
    const pvCost = figures.name('pvCost', 'fiscal-pv-cost', figures.present(costs));
    this.agencies(agencies);
    const pvPublic = this.publicValue(pvFiscal);
    figures.name('fiscalReturn', 'fiscal-return', graph.divide(pvFiscal, pvCost));
    figures.name('netPresentBudgetImpact', 'net-present-budget-impact', graph.subtract(pvFiscal, pvCost));
    figures.name('benefitCostRatio', 'public-value-ratio', graph.divide(pvPublic, pvCost));
    figures.name('netPresentPublicValue', 'net-present-public-value', graph.subtract(pvPublic, pvCost));
    this.cashable(agencies, pvCost);
    effects.nameValues();
    const flows = [effects.byYear(isFiscal), costs] as const;
    this.payback(flows, this.presents(flows));
    effects.breakEven(pvCost, pvFiscal);
    if (figures.used) this.byYear(flows[0]);
  }

  private people(): void {
    const retained = new Set(this.parts.outcomes.map((outcome) => outcome.retained));
    if (retained.size > 1) return;
    for (const all of retained) this.figures.name('participantsRetained', 'participants-retained', all);
  }

  /** Who saves and who pays. */
  private agencies(agencies: readonly Saving[]): void {
    const { figures, graph } = this;
    const { costs } = this.parts;
    const paid = (by: string | undefined): Expression =>
      figures.total(
        costs
          .filter(({ paidBy }) => paidBy === by)
          .map(({ amount, year }) => figures.discounted(amount, year)),
      );
    for (const { id, name: agency, fiscal } of agencies) {
      figures.name(`agencies.${id}.fiscal`, 'agency-fiscal', fiscal, { agency });
      const cost = figures.name(`agencies.${id}.cost`, 'agency-cost', paid(id), { agency });
      figures.name(`agencies.${id}.net`, 'agency-net', graph.subtract(fiscal, cost), { agency });
    }
    figures.name('pvCostWithoutPayer', 'cost-without-payer', paid(undefined));
  }

  /** What agencies save without transfers, and what others gain. */
  private publicValue(pvFiscal: Expression): Expression {
    const { figures, effects } = this;
    const transfers = figures.name('pvTransfers', 'pv-transfers', effects.present(TYPES.transfers));
    const value = figures.total([
      this.graph.subtract(pvFiscal, transfers),
      figures.name('pvEconomic', 'pv-economic', effects.present(TYPES.economic)),
      figures.name('pvSocial', 'pv-social', effects.present(TYPES.social)),
    ]);
    return figures.name('pvPublicValue', 'pv-public-value', value);
  }

  /** What can be spent on something else; no total where some agency that saves does not say it. */
  private cashable(agencies: readonly Saving[], pvCost: Expression): void {
    const { figures, graph } = this;
    const savers = this.saversAmong(agencies);
    const parts = this.cashing(savers).map(({ id, name: agency, fiscal, cashable }) =>
      figures.name(`agencies.${id}.cashable`, 'agency-cashable', graph.multiply(fiscal, cashable), {
        agency,
      }),
    );
    if (parts.length < savers.length) return;
    const pvCashable = figures.name('pvCashable', 'pv-cashable', figures.total(parts));
    figures.name('cashableReturn', 'cashable-return', graph.divide(pvCashable, pvCost));
  }

  /** Those of some agencies that save something. */
  private saversAmong<Each extends Agency>(agencies: readonly Each[]): readonly Each[] {
    const units = this.parts.outcomes.flatMap((outcome) => outcome.units);
    return agencies.filter(({ id }) => units.some(savedBy(id)));
  }

  /** Those of some agencies of which the file says what part of what they save is cashable, with that part. */
  private cashing<Each extends Agency>(agencies: readonly Each[]) {
    return agencies.flatMap((agency) => {
      const cashable = this.parts.cashability.get(agency.id);
      return cashable ? [{ ...agency, cashable }] : [];
    });
  }

  /** The present value of what is saved and spent in each year. */
  private presents([fiscal, costs]: Flows): Flows {
    const { figures } = this;
    const present = (amounts: readonly Expression[], what: 'fiscal' | 'cost') =>
      amounts.map((amount, year) => {
        figures.name(`perYear.${year}.${what}`, `${what}-year`, amount, { year });
        const value = figures.discounted(amount, year);
        return figures.name(`perYear.${year}.present.${what}`, `${what}-year-present`, value, { year });
      });
    return [present(fiscal, 'fiscal'), present(costs, 'cost')];
  }

  private payback([fiscal, costs]: Flows, [presentFiscal, presentCosts]: Flows): void {
    const { figures, graph } = this;
    const cumulated = (amounts: readonly Expression[]): readonly Expression[] =>
      figures.years.map((year) => figures.total(amounts.slice(0, year + 1)));
    const [start, dues] = [figures.total([]), cumulated(presentCosts)];
    figures.name('paybackMonths', 'payback', graph.payback(start, fiscal, cumulated(costs)));
    figures.name('discountedPaybackMonths', 'discounted-payback', graph.payback(start, presentFiscal, dues));
    figures.name('discountedPaybackYear', 'discounted-payback-year', graph.paybackYear(presentFiscal, dues));
    figures.years.forEach((year) => {
      const impact = graph.subtract(at(presentFiscal, year), at(presentCosts, year));
      figures.name(`perYear.${year}.budgetImpact`, 'budget-impact-year', impact, { year });
    });
  }

  /** What each year brings, by agency and by kind of value; not discounted. */
  private byYear(fiscal: readonly Expression[]): void {
    const { figures, graph, effects } = this;
    const { years } = figures;
    for (const { id, name: agency } of this.parts.agencies) {
      effects.byYear(savedBy(id)).forEach((value, year) => {
        figures.name(`perYear.${year}.agencies.${id}`, 'agency-fiscal-year', value, { agency, year });
      });
    }
    const ofType = (what: keyof typeof TYPES): readonly Expression[] =>
      effects
        .byYear(TYPES[what])
        .map((value, year) => figures.name(`perYear.${year}.${what}`, `${what}-year`, value, { year }));
    const [transfers, economic, social] = [ofType('transfers'), ofType('economic'), ofType('social')];
    years.forEach((year) => {
      const value = figures.total([
        graph.subtract(at(fiscal, year), at(transfers, year)),
        at(economic, year),
        at(social, year),
      ]);
      figures.name(`perYear.${year}.publicValue`, 'public-value-year', value, { year });
    });
    const savers = this.saversAmong(this.parts.agencies);
    const cashing = this.cashing(savers).map(({ id, cashable }) =>
      effects.byYear(savedBy(id)).map((value) => graph.multiply(value, cashable)),
    );
    if (cashing.length < savers.length) return;
    years.forEach((year) => {
      const parts = cashing.map((values) => at(values, year));
      figures.name(`perYear.${year}.cashable`, 'cashable-year', figures.total(parts), { year });
    });
  }
}

const TYPES = {
  transfers: ({ transfer }) => transfer,
  economic: ({ valueType }) => valueType === 'economic',
  social: ({ valueType }) => valueType === 'social',
} as const satisfies Record<string, Counted>;

const savedBy =
  (id: string): Counted =>
  (unit) =>
    unit.saver === id;

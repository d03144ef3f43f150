import type { Expression } from '../figures/expression.js';
import { NUMBER } from '../figures/unit.js';
import { at, type CaseFigures } from './case-figures.js';
import type { ReadOutcome, UnitWorth } from './fiscal-outcome.js';
import type { DeadweightReading } from './fiscal-part.js';

/** Which units are counted. */
export type Counted = (unit: UnitWorth) => boolean;

export const isFiscal: Counted = ({ saver }) => saver !== undefined;

/** An outcome with deadweight taken off. */
interface NetOutcome {
  readonly outcome: ReadOutcome;
  /** How many outcomes are due to the programme, at the full effect. */
  readonly due: Expression;
  /** The same by year. */
  readonly byYear: readonly Expression[];
  /** The years of effect, each at its share and discounted. */
  readonly lasting: Expression;
}

/** What the outcomes of a case come to under one reading of deadweight. */
export class OutcomeEffects {
  private readonly figures: CaseFigures;
  private readonly reading: DeadweightReading;
  private readonly net: readonly NetOutcome[];

  constructor(figures: CaseFigures, reading: DeadweightReading) {
    this.figures = figures;
    this.reading = reading;
    this.net = figures.parts.outcomes.map((outcome) => this.netOf(outcome));
  }

  /** The present value of the units counted; of every outcome, or of one. */
  present(counted: Counted, of?: ReadOutcome): Expression {
    const { graph } = this.figures;
    return this.figures.total(
      this.net
        .filter(({ outcome }) => (of === undefined || outcome === of) && outcome.units.some(counted))
        .map(({ outcome, due, lasting }) => graph.multiply(due, lasting, this.worth(outcome, counted))),
    );
  }

  /** The value of the units counted, by year. */
  byYear(counted: Counted): readonly Expression[] {
    const { graph, years } = this.figures;
    const valued = this.net
      .filter(({ outcome }) => outcome.units.some(counted))
      .map(({ outcome, byYear }) => {
        const worth = this.worth(outcome, counted);
        return byYear.map((net) => graph.multiply(net, worth));
      });
    return years.map((year) => this.figures.total(valued.map((values) => at(values, year))));
  }

  /**
   * The impact at which the agencies save what is spent, of each outcome with the others as they are: what is
   * saved is linear in it.
   */
  breakEven(pvCost: Expression, pvFiscal: Expression): void {
    const { figures, reading } = this;
    const { graph } = figures;
    for (const { outcome, lasting } of this.net) {
      const others =
        this.net.length === 1 ? figures.total([]) : graph.subtract(pvFiscal, this.present(isFiscal, outcome));
      const ifAll = graph.multiply(outcome.retained, lasting, this.worth(outcome, isFiscal));
      const effect = graph.divide(graph.subtract(pvCost, others), ifAll);
      const impact =
        reading === 'subtract'
          ? graph.sum([effect, outcome.deadweight], NUMBER)
          : graph.divide(effect, graph.complement(outcome.deadweight));
      if (this.net.length === 1) figures.name('breakEvenImpact', 'break-even-impact', impact);
      figures.nameOf(outcome, 'breakEvenImpact', 'break-even-impact', impact);
    }
  }

  /** Names what each outcome saves and its public value. */
  nameValues(): void {
    for (const { outcome } of this.net) {
      this.figures.nameOf(outcome, 'pvFiscal', 'outcome-fiscal', this.present(isFiscal, outcome));
      const publicValue = this.present(({ transfer }) => !transfer, outcome);
      this.figures.nameOf(outcome, 'pvPublicValue', 'outcome-public-value', publicValue);
    }
  }

  private netOf(outcome: ReadOutcome): NetOutcome {
    const { figures } = this;
    const { graph, parts } = figures;
    const { retained, impact, deadweight, profile } = outcome;
    figures.nameOf(outcome, 'participantsRetained', 'participants-retained', retained);
    figures.nameOf(outcome, 'outcomesReached', 'outcomes-reached', graph.multiply(retained, impact));
    const effect = figures.nameOf(
      outcome,
      'effect',
      'fiscal-effect',
      this.reading === 'subtract'
        ? graph.subtract(impact, deadweight)
        : graph.multiply(impact, graph.complement(deadweight)),
    );
    const due = figures.nameOf(outcome, 'outcomesDue', 'outcomes-due', graph.multiply(retained, effect));
    const byYear = profile.map((share, year) =>
      figures.nameOf(outcome, `netOutcomes.${year}`, 'net-outcomes', graph.multiply(due, share), { year }),
    );
    const lasting = graph.sum(
      profile.map((share, year) => graph.multiply(share, parts.discount(year))),
      NUMBER,
    );
    return {
      outcome,
      due,
      byYear,
      lasting: figures.nameOf(outcome, 'discountedYears', 'discounted-years', lasting),
    };
  }

  private worth({ units }: ReadOutcome, counted: Counted): Expression {
    return this.figures.total(units.filter(counted).map(({ worth }) => worth));
  }
}

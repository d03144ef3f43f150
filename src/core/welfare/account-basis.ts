import type { WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { PERSON, type Unit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { type DiscountFactor, discountFactors } from '../valuation/discounting.js';
import type { TermValues } from '../wording/term.js';
import type { Cohort } from './cohort.js';
import { type ProgrammeCosts, readCosts } from './programme-costs.js';
import { type Nature, NATURES } from './voucher.js';
import type { Counted, Lives, Totals, Weighing } from './weighing.js';

/** What an account is made of, before any figure of it. */
export interface AccountParts {
  readonly actors: readonly string[];
  readonly publicActors: readonly string[];
  readonly cohorts: readonly Cohort[];
  readonly horizons: readonly number[];
  readonly headline: number;
  readonly average: Totals;
  /** The books at short-run prices, kept once they are asked for; left out where a price is missing. */
  readonly shortRun?: () => Totals;
}

/** What an actor gains at one time or over several. */
interface Gain {
  readonly real: Expression;
  readonly financial: Expression;
  readonly total: Expression;
}

/** What all figures of an account stand on: whose lives count how much, what they are worth, and what was paid. */
export class AccountBasis {
  readonly graph: ExpressionGraph;
  readonly inputs: Inputs;
  readonly file: WelfareAccountFile;
  readonly parts: AccountParts;
  /** Money per person. */
  readonly unit: Unit;
  readonly entrants: Expression;
  readonly discount: DiscountFactor;
  readonly costs: ProgrammeCosts;
  private readonly livesIn = new Map<number, Lives>();
  private readonly stayLives: Lives;

  constructor(inputs: Inputs, file: WelfareAccountFile, parts: AccountParts, unit: Unit) {
    this.graph = inputs.graph;
    this.inputs = inputs;
    this.file = file;
    this.parts = parts;
    this.unit = unit;
    this.entrants = this.name(
      'people.entrants',
      'entrants',
      this.graph.sum(
        parts.cohorts.map(({ entrants }) => entrants),
        PERSON,
      ),
    );
    this.discount = discountFactors(inputs, file.conventions, undefined);
    this.costs = readCosts(this);
    this.stayLives = stayLives(this.graph);
  }

  // Which lives count.

  /** The share of a cohort among all who entered. */
  share(cohort: Cohort): Expression {
    return this.graph.name(
      `cohorts.${cohort.id}.share`,
      { code: 'cohort-share', values: { group: cohort.label } },
      this.graph.divide(cohort.entrants, this.entrants),
    );
  }

  /**
   * The lives with the programme against those without it, in a year.
   *
   * @param only a cohort, per person in it; left out: all, per person who entered
   */
  lived(year: number, only?: Cohort): Weighing {
    const lives = this.livesIn.get(year) ?? {
      year,
      added: (cohort: Cohort) => cohort.with(year),
      taken: (cohort: Cohort, family) => cohort.without(year, family),
    };
    this.livesIn.set(year, lives);
    return { lives, weight: this.weightOf(only), own: ({ own }) => own };
  }

  /** The stay itself against the life without it, deductions and all. */
  stay(only?: Cohort): Weighing {
    return { lives: this.stayLives, weight: this.weightOf(only), own: ({ own }) => own };
  }

  /** The stay with nothing deducted. */
  wholeStay(): Weighing {
    return { lives: this.stayLives, weight: this.weightOf(), own: () => this.graph.constant(1) };
  }

  get stays(): boolean {
    return this.parts.cohorts.some(({ stay }) => stay !== undefined);
  }

  private weightOf(only?: Cohort): Weighing['weight'] {
    if (!only) return (cohort) => this.share(cohort);
    return (cohort) => (cohort === only ? this.graph.constant(1) : undefined);
  }

  // Figures of one time.

  society(totals: Totals, weighing: Weighing, counted: Counted): Expression {
    return this.graph.sum([totals.realSaving(weighing), totals.production(weighing, counted)], this.unit);
  }

  actorGain(totals: Totals, actor: string, weighing: Weighing, counted: Counted): Gain {
    const [real, financial] = NATURES.map((nature) => totals.actor(actor, nature, weighing, counted));
    const nothing = this.graph.constant(0, this.unit);
    return {
      real: real ?? nothing,
      financial: financial ?? nothing,
      total: this.graph.sum([real ?? nothing, financial ?? nothing], this.unit),
    };
  }

  // Figures over a horizon.

  /** The stay, and each year of the horizon at its discount factor. */
  present(years: number, of: (weighing: Weighing) => Expression, only?: Cohort): Expression {
    const { graph } = this;
    const stay = this.stays ? [of(this.stay(only))] : [];
    const yearly = yearsTo(years).map((year) =>
      graph.multiply(of(this.lived(year, only)), this.discount(year)),
    );
    return graph.sum([...stay, ...yearly], this.unit);
  }

  /** The real or the financial gain of an actor over a horizon. */
  presentActor(
    years: number,
    totals: Totals,
    actor: string,
    nature: Nature,
    counted: Counted,
    only?: Cohort,
  ): Expression {
    return this.present(years, (weighing) => totals.actor(actor, nature, weighing, counted), only);
  }

  /** Over the public actors, in an order that does not depend on that of the file. */
  overPublic(of: (actor: string) => Expression): Expression {
    return this.graph.sum([...this.parts.publicActors].sort().map(of), this.unit);
  }

  // Names.

  actorName(actor: string): string {
    return this.file.agencies.find(({ id }) => id === actor)?.name ?? actor;
  }

  /** A figure that has been declared; where there is none it is a fault of ours. */
  figure(id: string): Expression {
    const found = this.graph.figure(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  }

  name(id: string, code: string, expression: Expression, values?: TermValues): Expression {
    return this.graph.name(id, values ? { code, values } : { code }, expression);
  }
}

/** The years 1, 2, … up to the last. */
export function yearsTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

function stayLives(graph: ExpressionGraph): Lives {
  return {
    year: 1,
    added: ({ stay }) => (stay ? [{ state: stay.state, share: stay.years }] : []),
    taken: ({ stay }) =>
      stay
        ? stay.instead.map(({ state, share }) => ({ state, share: graph.multiply(share, stay.years) }))
        : [],
  };
}

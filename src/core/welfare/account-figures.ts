import type { WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { NUMBER, PERSON, type Unit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { type DiscountFactor, discountFactors } from '../valuation/discounting.js';
import type { TermValues } from '../wording/term.js';
import type { Cohort } from './cohort.js';
import { type Nature, NATURES } from './voucher.js';
import { type Counted, EVERYTHING, type Totals, type Weighing } from './weighing.js';

/** How far ahead a payback is looked for: the limit of the file. */
const LAST_YEAR = 100;

export interface AccountParts {
  readonly actors: readonly string[];
  readonly publicActors: readonly string[];
  readonly cohorts: readonly Cohort[];
  readonly horizons: readonly number[];
  readonly headline: number;
  readonly average: Totals;
  /** Left out where a short-run price is missing. */
  readonly shortRun?: Totals;
}

interface Cost {
  readonly actor: string;
  readonly time: number;
  readonly perEntrant: Expression;
}

/** What an actor gains at one time or over several. */
interface Gain {
  readonly real: Expression;
  readonly financial: Expression;
  readonly total: Expression;
}

/** Gains that stand beside each other in a sum are told apart by their names. */
const SOCIETY_GAIN: Readonly<Record<string, readonly [code: string, values?: TermValues]>> = {
  stay: ['society-gain-stay'],
  perEntrantYear: ['society-gain-year', { year: 1 }],
};

/** Declares the figures of an account over its books, all per person who entered unless they say otherwise. */
export class AccountFigures {
  private readonly graph: ExpressionGraph;
  private readonly inputs: Inputs;
  private readonly file: WelfareAccountFile;
  private readonly parts: AccountParts;
  private readonly unit: Unit;
  private readonly entrants: Expression;
  private readonly discount: DiscountFactor;
  private readonly costs: readonly Cost[];
  private readonly livedIn = new Map<number, Weighing>();
  private readonly ownShares = new Map<Cohort, Expression>();

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
    this.costs = this.readCosts();
  }

  /** @returns what the identity of actors is checked on in every draw: see {@link checkTotals} */
  declare(): readonly Expression[] {
    const success = this.successYear();
    this.declareBlock('perSuccessYear', success, { displaced: false, equalised: true });
    this.declareBlock('afterDisplacement', success, EVERYTHING);
    this.declareBlock('perEntrantYear', this.lived(1), EVERYTHING);
    this.declareActors('beforeEqualisation.perSuccessYear', success, { displaced: false, equalised: false });
    this.declareActors('beforeEqualisation.perEntrantYear', this.lived(1), {
      displaced: true,
      equalised: false,
    });
    if (this.stays)
      this.declareBlock(
        'stay',
        this.stay((cohort) => this.ownShare(cohort)),
        EVERYTHING,
      );
    this.declarePeople();
    for (const year of this.years(this.parts.horizons.at(-1) ?? 1)) this.declareYear(year);
    for (const horizon of this.parts.horizons) this.declareHorizon(horizon);
    this.declarePayback();
    return this.identity();
  }

  // Which lives count.

  private share(cohort: Cohort): Expression {
    const share = this.graph.divide(cohort.entrants, this.entrants);
    return this.graph.name(
      `cohorts.${cohort.id}.share`,
      { code: 'cohort-share', values: { group: cohort.label } },
      share,
    );
  }

  private ownShare(cohort: Cohort): Expression {
    const share = this.ownShares.get(cohort) ?? this.graph.multiply(this.share(cohort), cohort.own);
    this.ownShares.set(cohort, share);
    return share;
  }

  /** The lives with the programme against those without it, in a year. */
  private lived(year: number): Weighing {
    const known = this.livedIn.get(year);
    if (known) return known;
    const weighing: Weighing = {
      year,
      weight: (cohort) => this.ownShare(cohort),
      added: (cohort) => cohort.with(year),
      taken: (cohort, family) => cohort.without(year, family),
    };
    this.livedIn.set(year, weighing);
    return weighing;
  }

  /** A year of success against a year without, each success counting the same. */
  private successYear(): Weighing {
    const successes = this.graph.sum(
      this.parts.cohorts.map((cohort) => this.graph.multiply(this.share(cohort), cohort.successShare)),
      NUMBER,
    );
    return {
      ...this.succeeding(),
      weight: (cohort) => {
        const weight = this.graph.multiply(this.share(cohort), cohort.successShare);
        const known = cohort.succeeding.length === 0 || cohort.reference.length > 0;
        return this.graph.divide(weight, known ? successes : this.graph.constant(0));
      },
    };
  }

  /** The same where everybody who entered succeeds; none where a cohort has no life of success, or only such. */
  private succeeding(): Weighing {
    return {
      year: 1,
      weight: (cohort) => {
        const known = cohort.succeeding.length > 0 && cohort.reference.length > 0;
        return known ? this.share(cohort) : this.graph.divide(this.share(cohort), this.graph.constant(0));
      },
      added: (cohort) => cohort.succeeding,
      taken: (cohort) => cohort.reference,
    };
  }

  /** The stay itself against the life without it. */
  private stay(weight: (cohort: Cohort) => Expression): Weighing {
    const { graph } = this;
    return {
      year: 1,
      weight,
      added: ({ stay }) => (stay ? [{ state: stay.state, share: stay.years }] : []),
      taken: ({ stay }) =>
        stay
          ? stay.instead.map(({ state, share }) => ({ state, share: graph.multiply(share, stay.years) }))
          : [],
    };
  }

  private get stays(): boolean {
    return this.parts.cohorts.some(({ stay }) => stay !== undefined);
  }

  // Figures of one time.

  private society(totals: Totals, weighing: Weighing, counted: Counted): Expression {
    return this.graph.sum([totals.realSaving(weighing), totals.production(weighing, counted)], this.unit);
  }

  private actorGain(totals: Totals, actor: string, weighing: Weighing, counted: Counted): Gain {
    const [real, financial] = NATURES.map((nature) => totals.actor(actor, nature, weighing, counted));
    const nothing = this.graph.constant(0, this.unit);
    return {
      real: real ?? nothing,
      financial: financial ?? nothing,
      total: this.graph.sum([real ?? nothing, financial ?? nothing], this.unit),
    };
  }

  private declareBlock(id: string, weighing: Weighing, counted: Counted): void {
    const { average } = this.parts;
    const saving = this.name(`${id}.realSaving`, 'real-saving', average.realSaving(weighing));
    const production = this.name(
      `${id}.productionValue`,
      'production-value',
      average.production(weighing, counted),
    );
    const [code, values] = SOCIETY_GAIN[id] ?? ['society-gain'];
    this.name(`${id}.societyGain`, code, this.graph.sum([saving, production], this.unit), values);
    this.declareActors(id, weighing, counted);
    this.name(
      `${id}.publicBudget`,
      'public-budget',
      this.overPublic((actor) => this.figure(`${id}.actors.${actor}`)),
    );
  }

  private declareActors(id: string, weighing: Weighing, counted: Counted): void {
    for (const actor of this.parts.actors) {
      const { total } = this.actorGain(this.parts.average, actor, weighing, counted);
      this.name(`${id}.actors.${actor}`, 'actor-gain', total, { actor: this.actorName(actor) });
    }
  }

  private declareYear(year: number): void {
    const weighing = this.lived(year);
    const id = `perYear.${year}`;
    this.yearlySociety(year);
    for (const actor of this.parts.actors) {
      const { total } = this.actorGain(this.parts.average, actor, weighing, EVERYTHING);
      this.name(`${id}.actors.${actor}`, 'actor-gain-year', total, { actor: this.actorName(actor), year });
    }
    this.name(
      `${id}.publicBudget`,
      'public-budget-year',
      this.overPublic((actor) => this.figure(`${id}.actors.${actor}`)),
      { year },
    );
  }

  private yearlySociety(year: number): Expression {
    const { average } = this.parts;
    const weighing = this.lived(year);
    const saving = this.name(`perYear.${year}.realSaving`, 'real-saving-year', average.realSaving(weighing), {
      year,
    });
    const production = this.name(
      `perYear.${year}.productionValue`,
      'production-value-year',
      average.production(weighing, EVERYTHING),
      { year },
    );
    return this.name(
      `perYear.${year}.societyGain`,
      'society-gain-year',
      this.graph.sum([saving, production], this.unit),
      { year },
    );
  }

  private declarePeople(): void {
    const { cohorts, headline } = this.parts;
    const people = (id: string, code: string, share: (cohort: Cohort) => Expression): void => {
      const counted = cohorts.map((cohort) => this.graph.multiply(cohort.entrants, share(cohort)));
      this.name(id, code, this.graph.sum(counted, PERSON));
    };
    people('people.succeeded', 'people-succeeded', (cohort) => cohort.succeeded.with(1));
    people('people.succeededWithout', 'people-succeeded-without', (cohort) => cohort.succeeded.without(1));
    const dying = cohorts.some(({ deaths }) => deaths);
    if (!dying) return;
    const none = this.graph.constant(0);
    people('people.deathsWith', 'deaths-with', ({ deaths }) => deaths?.with(headline) ?? none);
    people('people.deathsWithout', 'deaths-without', ({ deaths }) => deaths?.without(headline) ?? none);
  }

  // Figures over a horizon.

  private declareHorizon(years: number): void {
    const id = `horizons.${years}`;
    const values = { years };
    const { graph } = this;
    const gain = this.name(
      `${id}.pvGain`,
      'pv-gain',
      this.present(years, (weighing) => this.society(this.parts.average, weighing, EVERYTHING)),
      values,
    );
    const cost = this.name(`${id}.pvCost`, 'pv-cost', this.presentCost(years), values);
    const npv = this.name(`${id}.npv`, 'npv-years', graph.subtract(gain, cost), values);
    const ratio = this.name(`${id}.benefitCostRatio`, 'benefit-cost-ratio', graph.divide(gain, cost), values);
    this.name(`${id}.grossReturnPercent`, 'gross-return', graph.multiply(graph.constant(100), ratio), values);
    this.name(
      `${id}.netReturnPercent`,
      'net-return',
      graph.multiply(graph.constant(100), graph.divide(npv, cost)),
      values,
    );
    for (const [name, each] of [
      ['pvGain', gain],
      ['pvCost', cost],
      ['npv', npv],
    ] as const) {
      this.name(`${id}.total.${name}`, `total-${name}`, graph.multiply(this.entrants, each), values);
    }
    this.declarePotential(id, years, cost);
    for (const actor of this.parts.actors) this.declareActorHorizon(id, years, actor);
    const overPublic = (what: string) =>
      this.overPublic((actor) => this.figure(`${id}.actors.${actor}.${what}`));
    const publicGain = this.name(`${id}.publicBudget.gain`, 'public-gain', overPublic('gain'), values);
    const publicCost = this.name(`${id}.publicBudget.cost`, 'public-cost', overPublic('cost'), values);
    this.name(`${id}.publicBudget.net`, 'public-net', graph.subtract(publicGain, publicCost), values);
    this.declareShortRun(id, years, cost, publicCost);
  }

  private declarePotential(id: string, years: number, cost: Expression): void {
    const { graph } = this;
    const values = { years };
    const yearly = this.potentialYear();
    const sum = this.years(years).map((year) => graph.multiply(yearly, this.discount(year)));
    const gain = this.name(
      `${id}.potential.pvGain`,
      'potential-gain',
      graph.sum([this.potentialStay(), ...sum], this.unit),
      values,
    );
    this.name(`${id}.potential.npv`, 'potential-npv', graph.subtract(gain, cost), values);
    this.name(`${id}.potential.benefitCostRatio`, 'potential-ratio', graph.divide(gain, cost), values);
  }

  /** What a year is worth where all succeed and nothing is deducted. */
  private potentialYear(): Expression {
    return this.society(this.parts.average, this.succeeding(), { displaced: false, equalised: true });
  }

  private potentialStay(): Expression {
    return this.society(
      this.parts.average,
      this.stay((cohort) => this.share(cohort)),
      { displaced: false, equalised: true },
    );
  }

  private declareActorHorizon(id: string, years: number, actor: string): void {
    const { graph } = this;
    const values = { years, actor: this.actorName(actor) };
    const of = `${id}.actors.${actor}`;
    const present = (nature: Nature) =>
      this.present(years, (weighing) => this.parts.average.actor(actor, nature, weighing, EVERYTHING));
    const real = this.name(`${of}.real`, 'actor-real', present('real'), values);
    const financial = this.name(`${of}.financial`, 'actor-financial', present('financial'), values);
    const gain = this.name(`${of}.gain`, 'actor-pv-gain', graph.sum([real, financial], this.unit), values);
    const cost = this.name(`${of}.cost`, 'actor-pv-cost', this.presentCost(years, actor), values);
    this.name(`${of}.net`, 'actor-net', graph.subtract(gain, cost), values);
    const { shortRun } = this.parts;
    if (!shortRun) return;
    const notSpent = this.present(
      years,
      (weighing) => this.actorGain(shortRun, actor, weighing, EVERYTHING).total,
    );
    this.name(`${of}.moneyNotSpent`, 'actor-not-spent', notSpent, values);
  }

  private declareShortRun(id: string, years: number, cost: Expression, publicCost: Expression): void {
    const { shortRun } = this.parts;
    if (!shortRun) return;
    const { graph } = this;
    const values = { years };
    const gain = this.present(years, (weighing) => this.society(shortRun, weighing, EVERYTHING));
    this.name(`${id}.shortRunMarginal.pvGain`, 'short-run-gain', gain, values);
    this.name(`${id}.shortRunMarginal.npv`, 'short-run-npv', graph.subtract(gain, cost), values);
    const publicGain = this.overPublic((actor) => this.figure(`${id}.actors.${actor}.moneyNotSpent`));
    this.name(`${id}.shortRunMarginal.publicBudget.gain`, 'short-run-public', publicGain, values);
    this.name(
      `${id}.shortRunMarginal.publicBudget.net`,
      'short-run-public-net',
      graph.subtract(publicGain, publicCost),
      values,
    );
  }

  /** The stay, and each year of the horizon at its discount factor. */
  private present(years: number, of: (weighing: Weighing) => Expression): Expression {
    const { graph } = this;
    const stay = this.stays ? [of(this.stay((cohort) => this.ownShare(cohort)))] : [];
    const yearly = this.years(years).map((year) => graph.multiply(of(this.lived(year)), this.discount(year)));
    return graph.sum([...stay, ...yearly], this.unit);
  }

  /** The cost within a horizon; time 0 is at the start and not discounted. */
  private presentCost(years: number, actor?: string): Expression {
    const { graph } = this;
    const within = this.costs.filter(
      (cost) => cost.time <= years && (actor === undefined || cost.actor === actor),
    );
    return graph.sum(
      within.map(({ time, perEntrant }) =>
        time === 0 ? perEntrant : graph.multiply(perEntrant, this.discount(time)),
      ),
      this.unit,
    );
  }

  private readCosts(): readonly Cost[] {
    return this.file.programmeCost
      .map((cost, at) => ({
        actor: cost.paidBy,
        time: cost.time,
        order: JSON.stringify([cost.time, cost.paidBy, cost.perEntrant, cost.description ?? '']),
        perEntrant: this.inputs.amount(cost.perEntrant, {
          id: `programmeCost.${at}.perEntrant`,
          path: `/programmeCost/${at}/perEntrant`,
          label: {
            code: 'programme-cost',
            values: { what: cost.description ?? this.actorName(cost.paidBy), time: cost.time },
          },
          unit: this.unit,
          source: cost.source,
        }),
      }))
      .sort((one, other) => (one.order < other.order ? -1 : 1));
  }

  // Payback.

  private declarePayback(): void {
    const { graph } = this;
    const years = this.years(LAST_YEAR);
    const nothing = graph.constant(0, this.unit);
    const stay = (of: (weighing: Weighing) => Expression): Expression =>
      this.stays ? of(this.stay((cohort) => this.ownShare(cohort))) : nothing;
    const due = (paid: (cost: Cost) => boolean) =>
      years.map((year) =>
        graph.sum(
          this.costs.filter((cost) => cost.time <= year && paid(cost)).map(({ perEntrant }) => perEntrant),
          this.unit,
        ),
      );
    const potential = this.potentialYear();
    this.name(
      'payback.potentialMonths',
      'payback-potential',
      graph.payback(
        this.potentialStay(),
        years.map(() => potential),
        due(() => true),
      ),
    );
    const society = (weighing: Weighing) => this.society(this.parts.average, weighing, EVERYTHING);
    this.name(
      'payback.expectedMonths',
      'payback-expected',
      graph.payback(
        stay(society),
        years.map((year) => this.yearlySociety(year)),
        due(() => true),
      ),
    );
    const ofActors = (actors: readonly string[]): Expression => {
      const gain = (weighing: Weighing) =>
        graph.sum(
          actors.map((actor) => this.actorGain(this.parts.average, actor, weighing, EVERYTHING).total),
          this.unit,
        );
      const values = years.map((year) => gain(this.lived(year)));
      return graph.payback(
        stay(gain),
        values,
        due((cost) => actors.includes(cost.actor)),
      );
    };
    this.name('payback.publicBudgetMonths', 'payback-public', ofActors(this.parts.publicActors));
    for (const actor of this.parts.actors.filter((one) => this.costs.some((cost) => cost.actor === one))) {
      this.name(`payback.perActor.${actor}`, 'payback-actor', ofActors([actor]), {
        actor: this.actorName(actor),
      });
    }
  }

  private identity(): readonly Expression[] {
    const { graph } = this;
    const { actors, average, headline } = this.parts;
    const total = (nature: Nature) =>
      graph.sum(
        actors.map((actor) => this.figure(`horizons.${headline}.actors.${actor}.${nature}`)),
        this.unit,
      );
    const flows = this.present(headline, (weighing) => average.flows(actors, weighing));
    return [this.figure(`horizons.${headline}.pvGain`), total('real'), total('financial'), flows];
  }

  private overPublic(of: (actor: string) => Expression): Expression {
    return this.graph.sum(this.parts.publicActors.map(of), this.unit);
  }

  private actorName(actor: string): string {
    return this.file.agencies.find(({ id }) => id === actor)?.name ?? actor;
  }

  private years(last: number): readonly number[] {
    return Array.from({ length: last }, (_, index) => index + 1);
  }

  private figure(id: string): Expression {
    const found = this.graph.figure(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  }

  private name(id: string, code: string, expression: Expression, values?: TermValues): Expression {
    return this.graph.name(id, values ? { code, values } : { code }, expression);
  }
}

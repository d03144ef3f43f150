import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { NUMBER, type Unit } from '../figures/unit.js';
import type { Cohort, Family, Mix, State } from './cohort.js';
import type { Booking, StateValue } from './ledger.js';
import { type Nature, NATURES } from './voucher.js';

/**
 * Which lives count how much in a total: for each cohort a weight, and within it the shares of time that are added
 * and those that are taken off.
 */
export interface Weighing {
  readonly year: number;
  weight(cohort: Cohort): Expression;
  added(cohort: Cohort, family: Family): Mix;
  taken(cohort: Cohort, family: Family): Mix;
}

/** Which bookings belong to a total. */
export interface Counted {
  readonly displaced: boolean;
  readonly equalised: boolean;
}

export const EVERYTHING: Counted = { displaced: true, equalised: true };

/**
 * For each state of a cohort its added share less its taken share. A weighing is asked for many times, once for every
 * actor and nature: what it comes to is worked out once.
 */
export class Differences {
  private readonly graph: ExpressionGraph;
  private readonly known = new WeakMap<Weighing, Map<string, Mix>>();

  constructor(graph: ExpressionGraph) {
    this.graph = graph;
  }

  /** @param reversed its taken share less its added share instead */
  of(weighing: Weighing, cohort: Cohort, family: Family, reversed: boolean): Mix {
    const known = this.known.get(weighing) ?? new Map<string, Mix>();
    this.known.set(weighing, known);
    const key = `${cohort.id} ${family} ${reversed ? 'reversed' : ''}`;
    const found = known.get(key) ?? this.workedOut(weighing, cohort, family, reversed);
    known.set(key, found);
    return found;
  }

  private workedOut(weighing: Weighing, cohort: Cohort, family: Family, reversed: boolean): Mix {
    const { graph } = this;
    const added = byState(graph, weighing.added(cohort, family));
    const taken = byState(graph, weighing.taken(cohort, family));
    const nothing = graph.constant(0);
    return [...new Set([...added.keys(), ...taken.keys()])].map((state) => {
      const sides = [added.get(state) ?? nothing, taken.get(state) ?? nothing] as const;
      return {
        state,
        share: reversed ? graph.subtract(sides[1], sides[0]) : graph.subtract(sides[0], sides[1]),
      };
    });
  }
}

function byState(graph: ExpressionGraph, mix: Mix): Map<State, Expression> {
  const shares = new Map<State, Expression[]>();
  for (const { state, share } of mix) shares.set(state, [...(shares.get(state) ?? []), share]);
  return new Map([...shares].map(([state, parts]) => [state, graph.sum(parts, NUMBER)]));
}

const FAMILIES: readonly Family[] = ['services', 'production'];

/** What is told apart in a life: the bookings of one actor in resources or in payments. */
interface LifeBookings {
  readonly bookings: readonly Booking[];
  /** Their sum, by what of them is counted and, where it changes from year to year, by year. */
  readonly sums: Map<string, Expression | undefined>;
}

/** Adds up the books of an account at one column of prices. */
export class Totals {
  private readonly graph: ExpressionGraph;
  private readonly cohorts: readonly Cohort[];
  private readonly unit: Unit;
  private readonly differences: Differences;
  private readonly values: (cohort: Cohort, state: State) => StateValue;
  private readonly valued = new Map<Cohort, Map<State, StateValue>>();
  private readonly byLife: ReadonlyMap<string, LifeBookings>;

  constructor(
    graph: ExpressionGraph,
    cohorts: readonly Cohort[],
    bookings: readonly Booking[],
    values: (cohort: Cohort, state: State) => StateValue,
    unit: Unit,
    differences: Differences,
  ) {
    this.graph = graph;
    this.cohorts = cohorts;
    this.unit = unit;
    this.values = values;
    this.differences = differences;
    const byLife = new Map<string, Booking[]>();
    for (const booking of bookings) {
      const { cohort, state, voucher, actor, nature } = booking;
      const key = lifeKey(cohort, state, voucher.family, actor, nature);
      const own = byLife.get(key);
      if (own) own.push(booking);
      else byLife.set(key, [booking]);
    }
    this.byLife = new Map(
      [...byLife].map(([key, own]) => [key, { bookings: own, sums: new Map<string, Expression>() }]),
    );
  }

  /** What an actor gains, from the bookings. Money per person. */
  actor(actor: string, nature: Nature, weighing: Weighing, counted: Counted): Expression {
    return this.overCohorts(weighing, (cohort) =>
      FAMILIES.flatMap((family) =>
        this.differences.of(weighing, cohort, family, false).flatMap(({ state, share }) => {
          const value = this.booked(lifeKey(cohort, state, family, actor, nature), counted, weighing.year);
          return value ? [this.graph.multiply(share, value)] : [];
        }),
      ),
    );
  }

  /** Real resources saved, from use and prices alone. */
  realSaving(weighing: Weighing): Expression {
    return this.overCohorts(weighing, (cohort) =>
      this.differences
        .of(weighing, cohort, 'services', true)
        .map(({ state, share }) => this.graph.multiply(share, this.valueOf(cohort, state).resources)),
    );
  }

  /** Production value, after displacement or before it. */
  production(weighing: Weighing, { displaced }: Counted): Expression {
    return this.overCohorts(weighing, (cohort) =>
      this.differences.of(weighing, cohort, 'production', false).flatMap(({ state, share }) => {
        if (!state.work) return [];
        const value = this.valueOf(cohort, state);
        return [this.graph.multiply(share, displaced ? value.production : value.wholeProduction)];
      }),
    );
  }

  /** All flows without their sign, on both sides: what a difference between totals is measured against. */
  flows(actors: readonly string[], weighing: Weighing): Expression {
    const { graph } = this;
    return this.overCohorts(weighing, (cohort) =>
      FAMILIES.flatMap((family) =>
        [...weighing.added(cohort, family), ...weighing.taken(cohort, family)].map(({ state, share }) => {
          const own = actors.flatMap((actor) =>
            NATURES.flatMap(
              (nature) => this.byLife.get(lifeKey(cohort, state, family, actor, nature))?.bookings ?? [],
            ),
          );
          const sizes = own.map((booking) => graph.absolute(booking.amount(weighing.year)));
          return graph.multiply(graph.absolute(share), graph.sum(sizes, this.unit));
        }),
      ),
    );
  }

  private booked(life: string, counted: Counted, year: number): Expression | undefined {
    const known = this.byLife.get(life);
    if (!known) return undefined;
    const { displaced, equalised } = counted;
    const own = known.bookings.filter(
      ({ voucher }) => (displaced || !voucher.displaced) && (equalised || !voucher.equalisation),
    );
    const changing = own.some(({ voucher }) => voucher.changing);
    const key = `${displaced ? 'displaced' : ''} ${equalised ? 'equalised' : ''} ${changing ? year : ''}`;
    if (!known.sums.has(key)) {
      const amounts = own.map((booking) => booking.amount(year));
      known.sums.set(key, amounts.length === 0 ? undefined : this.graph.sum(amounts, this.unit));
    }
    return known.sums.get(key);
  }

  private valueOf(cohort: Cohort, state: State): StateValue {
    const known = this.valued.get(cohort) ?? new Map<State, StateValue>();
    this.valued.set(cohort, known);
    const value = known.get(state) ?? this.values(cohort, state);
    known.set(state, value);
    return value;
  }

  private overCohorts(weighing: Weighing, parts: (cohort: Cohort) => readonly Expression[]): Expression {
    const { graph } = this;
    const totals = this.cohorts.map((cohort) =>
      graph.multiply(weighing.weight(cohort), graph.sum(parts(cohort), this.unit)),
    );
    return graph.sum(totals, this.unit);
  }
}

/** Ids hold no spaces: joined by one they stay apart. */
function lifeKey(cohort: Cohort, state: State, family: Family, actor: string, nature: Nature): string {
  return `${cohort.id} ${state.id} ${family} ${actor} ${nature}`;
}

import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { NUMBER, type Unit } from '../figures/unit.js';
import type { Cohort, Family, Mix, State } from './cohort.js';
import type { Booking, StateValue } from './ledger.js';
import type { Nature } from './voucher.js';

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

/** Adds up the books of an account at one column of prices. */
export class Totals {
  private readonly graph: ExpressionGraph;
  private readonly cohorts: readonly Cohort[];
  private readonly unit: Unit;
  private readonly values: (cohort: Cohort, state: State) => StateValue;
  private readonly byActor = new Map<string, Booking[]>();

  constructor(
    graph: ExpressionGraph,
    cohorts: readonly Cohort[],
    bookings: readonly Booking[],
    values: (cohort: Cohort, state: State) => StateValue,
    unit: Unit,
  ) {
    this.graph = graph;
    this.cohorts = cohorts;
    this.unit = unit;
    this.values = values;
    for (const booking of bookings) {
      const key = `${booking.actor} ${booking.nature}`;
      const own = this.byActor.get(key) ?? [];
      own.push(booking);
      this.byActor.set(key, own);
    }
  }

  /** What an actor gains, from the bookings. Money per person. */
  actor(actor: string, nature: Nature, weighing: Weighing, counted: Counted): Expression {
    const bookings = (this.byActor.get(`${actor} ${nature}`) ?? []).filter(
      ({ voucher }) =>
        (counted.displaced || !voucher.displaced) && (counted.equalised || !voucher.equalisation),
    );
    return this.overCohorts(weighing, (cohort) => this.booked(cohort, bookings, weighing));
  }

  /** Real resources saved, from use and prices alone. */
  realSaving(weighing: Weighing): Expression {
    return this.overCohorts(weighing, (cohort) =>
      this.differences(cohort, 'services', weighing, true).map(({ state, share }) =>
        this.graph.multiply(share, this.values(cohort, state).resources),
      ),
    );
  }

  /** Production value, after displacement or before it. */
  production(weighing: Weighing, { displaced }: Counted): Expression {
    return this.overCohorts(weighing, (cohort) =>
      this.differences(cohort, 'production', weighing, false).flatMap(({ state, share }) => {
        const value = this.values(cohort, state);
        return state.work
          ? [this.graph.multiply(share, displaced ? value.production : value.wholeProduction)]
          : [];
      }),
    );
  }

  /** All flows without their sign, on both sides: what a difference between totals is measured against. */
  flows(actors: readonly string[], weighing: Weighing): Expression {
    const bookings = actors.flatMap((actor) =>
      (['real', 'financial'] as const).flatMap((nature) => this.byActor.get(`${actor} ${nature}`) ?? []),
    );
    return this.overCohorts(weighing, (cohort) =>
      (['services', 'production'] as const).flatMap((family) =>
        [...weighing.added(cohort, family), ...weighing.taken(cohort, family)].map(({ state, share }) => {
          const own = bookings.filter(
            (booking) =>
              booking.cohort === cohort && booking.state === state && booking.voucher.family === family,
          );
          const sizes = own.map((booking) => this.graph.absolute(booking.amount(weighing.year)));
          return this.graph.multiply(this.graph.absolute(share), this.graph.sum(sizes, this.unit));
        }),
      ),
    );
  }

  private booked(cohort: Cohort, bookings: readonly Booking[], weighing: Weighing): readonly Expression[] {
    return (['services', 'production'] as const).flatMap((family) =>
      this.differences(cohort, family, weighing, false).flatMap(({ state, share }) => {
        const own = bookings.filter(
          (booking) =>
            booking.cohort === cohort && booking.state === state && booking.voucher.family === family,
        );
        if (own.length === 0) return [];
        const value = this.graph.sum(
          own.map((booking) => booking.amount(weighing.year)),
          this.unit,
        );
        return [this.graph.multiply(share, value)];
      }),
    );
  }

  private overCohorts(weighing: Weighing, parts: (cohort: Cohort) => readonly Expression[]): Expression {
    const { graph } = this;
    const totals = this.cohorts.map((cohort) =>
      graph.multiply(weighing.weight(cohort), graph.sum(parts(cohort), this.unit)),
    );
    return graph.sum(totals, this.unit);
  }

  /** For each state its added share less its taken share, or the other way round. */
  private differences(cohort: Cohort, family: Family, weighing: Weighing, reversed: boolean): Mix {
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

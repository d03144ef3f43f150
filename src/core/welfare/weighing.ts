import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { NUMBER, type Unit } from '../figures/unit.js';
import type { Cohort, Family, Mix, State } from './cohort.js';
import type { Booking, StateValue } from './ledger.js';
import { type Nature, NATURES, type Voucher } from './voucher.js';

/** Two lives of each cohort that are held against each other: shares of time that are added, and taken off. */
export interface Lives {
  readonly year: number;
  added(cohort: Cohort, family: Family): Mix;
  taken(cohort: Cohort, family: Family): Mix;
}

/** Which lives count how much in a total. */
export interface Weighing {
  readonly lives: Lives;
  /** How much a cohort counts among all; undefined where it is left out. */
  weight(cohort: Cohort): Expression | undefined;
  /** The part of a cohort's gain that counts. */
  own(cohort: Cohort): Expression;
}

/** Which bookings belong to a total. */
export interface Counted {
  /** By which such a choice is known again. */
  readonly key: string;
  /** Whether production is counted after displacement. */
  readonly displaced: boolean;
  counts(voucher: Voucher): boolean;
}

export const EVERYTHING: Counted = { key: 'all', displaced: true, counts: () => true };
/** One flow and nothing else. */
export function onlyFlow(flow: string): Counted {
  return { key: `flow ${flow}`, displaced: true, counts: (voucher) => voucher.flow === flow };
}

export const BEFORE_DISPLACEMENT: Counted = {
  key: 'before displacement',
  displaced: false,
  counts: ({ displaced }) => !displaced,
};
export const BEFORE_EQUALISATION: Counted = {
  key: 'before equalisation',
  displaced: true,
  counts: ({ equalisation }) => !equalisation,
};
export const BEFORE_BOTH: Counted = {
  key: 'before both',
  displaced: false,
  counts: ({ displaced, equalisation }) => !displaced && !equalisation,
};

/**
 * For each state of a cohort its added share less its taken share. It is asked for many times, once for every actor
 * and nature, and worked out once.
 */
export class Differences {
  private readonly graph: ExpressionGraph;
  private readonly known = new WeakMap<Lives, Map<string, Mix>>();

  constructor(graph: ExpressionGraph) {
    this.graph = graph;
  }

  /** @param reversed its taken share less its added share instead */
  of(lives: Lives, cohort: Cohort, family: Family, reversed: boolean): Mix {
    const known = this.known.get(lives) ?? new Map<string, Mix>();
    this.known.set(lives, known);
    const key = `${cohort.id} ${family} ${reversed ? 'reversed' : ''}`;
    const found = known.get(key) ?? this.workedOut(lives, cohort, family, reversed);
    known.set(key, found);
    return found;
  }

  private workedOut(lives: Lives, cohort: Cohort, family: Family, reversed: boolean): Mix {
    const { graph } = this;
    const added = byState(graph, lives.added(cohort, family));
    const taken = byState(graph, lives.taken(cohort, family));
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

/** One kind of flow of an account, with all whom it concerns. */
export interface Flow {
  /** One of its vouchers: they differ in their amounts alone. */
  readonly voucher: Voucher;
  readonly actors: readonly string[];
}

function flowsOf(bookings: readonly Booking[]): readonly Flow[] {
  const flows = new Map<string, { readonly voucher: Voucher; readonly actors: Set<string> }>();
  for (const { voucher, actor } of bookings) {
    const known = flows.get(voucher.flow) ?? { voucher, actors: new Set<string>() };
    known.actors.add(actor);
    flows.set(voucher.flow, known);
  }
  return [...flows.values()].map(({ voucher, actors }) => ({ voucher, actors: [...actors].sort() }));
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
  /** What flows between whom, each flow by its name, in the order of the books. */
  readonly flows: readonly Flow[];

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
    this.flows = flowsOf(bookings);
  }

  /** What an actor gains, from the bookings. Money per person. */
  actor(actor: string, nature: Nature, weighing: Weighing, counted: Counted): Expression {
    return this.overCohorts(weighing, (cohort) =>
      FAMILIES.flatMap((family) =>
        this.differences.of(weighing.lives, cohort, family, false).flatMap(({ state, share }) => {
          const value = this.booked(
            lifeKey(cohort, state, family, actor, nature),
            counted,
            weighing.lives.year,
          );
          return value ? [this.graph.multiply(share, value)] : [];
        }),
      ),
    );
  }

  /** What several actors gain together: each life is valued for all of them at once. */
  pool(actors: readonly string[], weighing: Weighing, counted: Counted): Expression {
    const { lives } = weighing;
    return this.overCohorts(weighing, (cohort) =>
      FAMILIES.flatMap((family) =>
        this.differences.of(lives, cohort, family, false).flatMap(({ state, share }) => {
          const values = actors.flatMap((actor) =>
            NATURES.flatMap(
              (nature) =>
                this.booked(lifeKey(cohort, state, family, actor, nature), counted, lives.year) ?? [],
            ),
          );
          return values.length === 0 ? [] : [this.graph.multiply(share, this.graph.sum(values, this.unit))];
        }),
      ),
    );
  }

  /** Real resources saved, from use and prices alone. */
  realSaving(weighing: Weighing): Expression {
    return this.overCohorts(weighing, (cohort) => [
      ...this.differences
        .of(weighing.lives, cohort, 'services', true)
        .map(({ state, share }) => this.graph.multiply(share, this.valueOf(cohort, state).resources)),
      ...this.differences.of(weighing.lives, cohort, 'production', true).flatMap(({ state, share }) => {
        const { resourcesWithWork } = this.valueOf(cohort, state);
        return resourcesWithWork ? [this.graph.multiply(share, resourcesWithWork)] : [];
      }),
    ]);
  }

  /** Production value, after displacement or before it. */
  production(weighing: Weighing, { displaced }: Counted): Expression {
    return this.overCohorts(weighing, (cohort) =>
      this.differences.of(weighing.lives, cohort, 'production', false).flatMap(({ state, share }) => {
        if (!state.work) return [];
        const value = this.valueOf(cohort, state);
        return [this.graph.multiply(share, displaced ? value.production : value.wholeProduction)];
      }),
    );
  }

  /** All flows without their sign, on both sides: what a difference between totals is measured against. */
  sizes(actors: readonly string[], weighing: Weighing): Expression {
    const { graph } = this;
    return this.overCohorts(weighing, (cohort) =>
      FAMILIES.flatMap((family) =>
        [...weighing.lives.added(cohort, family), ...weighing.lives.taken(cohort, family)].map(
          ({ state, share }) => {
            const own = actors.flatMap((actor) =>
              NATURES.flatMap(
                (nature) => this.byLife.get(lifeKey(cohort, state, family, actor, nature))?.bookings ?? [],
              ),
            );
            const sizes = own.map((booking) => graph.absolute(booking.amount(weighing.lives.year)));
            return graph.multiply(graph.absolute(share), graph.sum(sizes, this.unit));
          },
        ),
      ),
    );
  }

  private booked(life: string, counted: Counted, year: number): Expression | undefined {
    const known = this.byLife.get(life);
    if (!known) return undefined;
    const own = known.bookings.filter(({ voucher }) => counted.counts(voucher));
    const changing = own.some(({ voucher }) => voucher.changing);
    const key = `${counted.key} ${changing ? year : ''}`;
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
    const totals = this.cohorts.flatMap((cohort) => {
      const weight = weighing.weight(cohort);
      if (!weight) return [];
      const own = graph.multiply(weighing.own(cohort), graph.sum(parts(cohort), this.unit));
      return [graph.multiply(weight, own)];
    });
    return graph.sum(totals, this.unit);
  }
}

/** Ids hold no spaces: joined by one they stay apart. */
function lifeKey(cohort: Cohort, state: State, family: Family, actor: string, nature: Nature): string {
  return `${cohort.id} ${state.id} ${family} ${actor} ${nature}`;
}

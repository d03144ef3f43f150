import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { inverseUnit, PERSON, productUnit, type Unit } from '../figures/unit.js';
import type { Cohort, State } from './cohort.js';
import { type Nature, type Terms, type Voucher, vouchersOf } from './voucher.js';

/** One line of the ledger: what a voucher means to one actor. Money per person-year in the state. */
export interface Booking {
  readonly cohort: Cohort;
  readonly state: State;
  readonly voucher: Voucher;
  readonly actor: string;
  readonly nature: Nature;
  amount(year: number): Expression;
}

/** Every voucher of an account with the lives it belongs to. */
export interface Journal {
  readonly cohort: Cohort;
  readonly state: State;
  readonly vouchers: readonly Voucher[];
}

/** The vouchers of every life of every cohort. */
export function journalOf(terms: Terms, cohorts: readonly Cohort[]): readonly Journal[] {
  return cohorts.flatMap((cohort) =>
    cohort.states.map((state) => ({ cohort, state, vouchers: vouchersOf(terms, cohort, state) })),
  );
}

/** Books every voucher on each of its parties, once. */
export function post(graph: ExpressionGraph, journal: readonly Journal[]): readonly Booking[] {
  return journal.flatMap(({ cohort, state, vouchers }) =>
    vouchers.flatMap((voucher) =>
      voucher.parties.map(({ actor, share }) => ({
        cohort,
        state,
        voucher,
        actor,
        nature: voucher.nature,
        amount: (year: number) => graph.multiply(share, voucher.amount(year)),
      })),
    ),
  );
}

/** What a year of life in a state is worth to society, from resources and production alone, without the bookings. */
export interface StateValue {
  /** Resources used, as a cost. */
  readonly resources: Expression;
  /** Those used because of work; left out where no service is. */
  readonly resourcesWithWork?: Expression;
  /** Production, after what is displaced. */
  readonly production: Expression;
  /** Production before that. */
  readonly wholeProduction: Expression;
}

/** Declares the value of a state to society, straight from use, prices and production. */
export function stateValue(terms: Terms, cohort: Cohort, state: State, money: Unit): StateValue {
  const { graph, services, column } = terms;
  const unit = productUnit([money, inverseUnit(PERSON)]);
  const costs = (withWork: boolean) =>
    services.flatMap((service) => {
      const units = state.use.get(service.id);
      const price = service.price(column);
      const counts = service.kind === 'real' && service.withWork === withWork;
      return counts && units && price ? [graph.multiply(units, price)] : [];
    });
  const withWork = costs(true);
  const id = `states.${cohort.id}.${state.id}`;
  const name = (what: string, expression: Expression) =>
    graph.name(
      `${id}.${column}.${what}`,
      { code: `state-${what}`, values: { state: state.label } },
      expression,
    );
  const wholeProduction = state.work?.production ?? graph.constant(0, unit);
  return {
    resources: name('resources', graph.sum(costs(false), unit)),
    ...(withWork.length > 0 && {
      resourcesWithWork: name('resourcesWithWork', graph.sum(withWork, unit)),
    }),
    production: state.work
      ? name('production', graph.multiply(wholeProduction, graph.complement(cohort.displacement)))
      : wholeProduction,
    wholeProduction,
  };
}

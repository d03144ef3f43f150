import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { inverseUnit, PERSON } from '../figures/unit.js';
import type { Cohort, Family, Payment, State, WorkFigures } from './cohort.js';
import type { PriceColumn, PricedService } from './services.js';

/** Resources used or made, or a payment from one actor to another. */
export type Nature = 'real' | 'financial';

export const NATURES: readonly Nature[] = ['real', 'financial'];

/** What a flow is of. */
export type FlowKind =
  | 'service'
  | 'transfer'
  | 'production'
  | 'wage'
  | 'contributions'
  | 'income-tax'
  | 'vat'
  | 'subsidy'
  | 'exemptions';

/** One thing that happens in a year of a life, and who gives and gets: what bookings are made from. */
export interface Voucher {
  readonly flow: string;
  readonly kind: FlowKind;
  /** The service, or the agency that a tax or a contribution goes to. */
  readonly of?: string;
  readonly nature: Nature;
  readonly family: Family;
  /** Follows from work that others lose. */
  readonly displaced: boolean;
  /** Moves tax that an agency may not keep. */
  readonly equalisation: boolean;
  /** Whether the amount may differ from year to year. */
  readonly changing: boolean;
  /** Money per person-year, in a year from 1. */
  amount(year: number): Expression;
  /** Those concerned, each with its share of the amount: below zero who gives, above who gets. */
  readonly parties: readonly { readonly actor: string; readonly share: Expression }[];
}

/** What is the same for every voucher of an account. */
export interface Terms {
  readonly graph: ExpressionGraph;
  readonly services: readonly PricedService[];
  readonly column: PriceColumn;
  /** The share of extra tax an agency keeps; all of it where none is given. */
  readonly retained: (actor: string) => Expression | undefined;
}

/** Everything that happens in a year of a life in a state, for a person of a cohort. */
export function vouchersOf(terms: Terms, cohort: Cohort, state: State): readonly Voucher[] {
  const used = terms.services.flatMap((service) => {
    const units = state.use.get(service.id);
    return units ? [serviceVoucher(terms, service, units)] : [];
  });
  if (!state.work) return used;
  return [
    ...used,
    ...workVouchers(terms, state.work),
    ...displacedVouchers(terms, cohort, state, state.work),
  ];
}

function serviceVoucher({ graph, column }: Terms, service: PricedService, units: Expression): Voucher {
  const price = service.price(column);
  if (!price) throw new Error(`no ${column} price for ${service.id}`);
  const amount = graph.multiply(units, price);
  const payers = service.paidBy.map(({ actor, share }) => ({
    actor,
    share: graph.multiply(graph.constant(-1), share),
  }));
  const transfer = service.kind === 'transfer';
  return {
    flow: `services.${service.id}`,
    kind: transfer ? 'transfer' : 'service',
    of: service.id,
    nature: transfer ? 'financial' : 'real',
    family: transfer || service.withWork ? 'production' : 'services',
    displaced: false,
    equalisation: false,
    changing: false,
    amount: () => amount,
    parties: transfer ? [...payers, { actor: 'participants', share: graph.constant(1) }] : payers,
  };
}

/** A payment between two actors, or real value to one. */
function voucher(
  graph: ExpressionGraph,
  kind: FlowKind,
  amount: Expression,
  from: string | undefined,
  to: string | undefined,
  flow: { readonly flow: string; readonly of?: string } = { flow: kind },
): Voucher {
  return {
    ...flow,
    kind,
    nature: from === undefined || to === undefined ? 'real' : 'financial',
    family: 'production',
    displaced: false,
    equalisation: false,
    changing: false,
    amount: () => amount,
    parties: [
      ...(from === undefined ? [] : [{ actor: from, share: graph.constant(-1) }]),
      ...(to === undefined ? [] : [{ actor: to, share: graph.constant(1) }]),
    ],
  };
}

/** Production is real to the employer, or to those who employ themselves; everything else about work is a payment. */
function workVouchers(terms: Terms, work: WorkFigures): readonly Voucher[] {
  const { graph } = terms;
  const employer = employerOf(work, 'participants');
  const subsidy = work.subsidy
    ? [voucher(graph, 'subsidy', work.subsidy.amount, work.subsidy.actor, employer)]
    : [];
  return [
    voucher(graph, 'production', work.production, undefined, employer),
    ...subsidy,
    ...work.exemptions.map(({ actor, amount }) =>
      voucher(graph, 'exemptions', amount, actor, employer, { flow: `exemptions.${actor}`, of: actor }),
    ),
    ...wageVouchers(terms, work, 'participants'),
  ];
}

/** Who gets what work produces, and pays what it costs. */
function employerOf(work: WorkFigures, worker: string): string {
  return work.selfEmployed ? worker : 'employer';
}

/** Wage, contributions and taxes of one job, whoever holds it. */
function wageVouchers(terms: Terms, work: WorkFigures, worker: string): readonly Voucher[] {
  const { graph } = terms;
  const employer = employerOf(work, worker);
  return [
    ...(work.selfEmployed ? [] : [voucher(graph, 'wage', work.pay, employer, worker)]),
    ...work.contributions.map(({ actor, amount }) =>
      voucher(graph, 'contributions', amount, employer, actor, {
        flow: `contributions.${actor}`,
        of: actor,
      }),
    ),
    ...work.incomeTax.flatMap((tax) => taxVouchers(terms, 'income-tax', tax, worker)),
    ...work.vat.flatMap((tax) => taxVouchers(terms, 'vat', tax, worker)),
  ];
}

/** A tax, and the part of it that equalisation takes on to the treasury. */
function taxVouchers(
  { graph, retained }: Terms,
  kind: 'income-tax' | 'vat',
  { actor, amount }: Payment,
  worker: string,
): readonly Voucher[] {
  const flow = `${kind === 'vat' ? 'vat' : 'incomeTax'}.${actor}`;
  const paid = voucher(graph, kind, amount, worker, actor, { flow, of: actor });
  const kept = retained(actor);
  if (!kept || actor === 'treasury') return [paid];
  const passedOn = voucher(graph, kind, graph.multiply(amount, graph.complement(kept)), actor, 'treasury', {
    flow: `equalisation.${flow}`,
    of: actor,
  });
  return [paid, { ...passedOn, equalisation: true }];
}

/**
 * Part of the work would have been done by others. Of a job, f = displacement × production ÷ wage cost is theirs:
 * they lose that part of the wage and draw that part of the transfers which success saves; their employers lose the
 * output and save the wage. Where people employ themselves, those displaced lose their own output. Subsidies and
 * exemptions are paid in full, and real services are not displaced.
 */
function displacedVouchers(
  terms: Terms,
  cohort: Cohort,
  state: State,
  work: WorkFigures,
): readonly Voucher[] {
  const { graph } = terms;
  const output = graph.multiply(work.production, cohort.displacement);
  const part = graph.divide(output, work.cost);
  const turned = (wage: Voucher): Voucher => ({
    ...wage,
    flow: `displaced.${wage.flow}`,
    displaced: true,
    amount: (year) => graph.multiply(part, wage.amount(year)),
    parties: wage.parties.map(({ actor, share }) => ({
      actor,
      share: graph.multiply(graph.constant(-1), share),
    })),
  });
  const transfers = terms.services
    .filter(({ kind, id }) => kind === 'transfer' && (state.use.has(id) || cohort.usedWithoutWork.has(id)))
    .map((service): Voucher => {
      const price = service.price(terms.column) ?? graph.constant(0);
      return {
        flow: `displaced.services.${service.id}`,
        kind: 'transfer',
        of: service.id,
        nature: 'financial',
        family: 'production',
        displaced: true,
        equalisation: false,
        changing: cohort.changing,
        amount: (year) =>
          graph.multiply(part, graph.multiply(savedUnits(graph, cohort, state, service.id, year), price)),
        parties: [
          ...service.paidBy.map(({ actor, share }) => ({
            actor,
            share: graph.multiply(graph.constant(-1), share),
          })),
          { actor: 'displacedPeople', share: graph.constant(1) },
        ],
      };
    });
  const lost = voucher(graph, 'production', output, employerOf(work, 'displacedPeople'), undefined);
  return [
    { ...lost, flow: 'displaced.production', displaced: true },
    ...wageVouchers(terms, work, 'displacedPeople').map(turned),
    ...transfers,
  ];
}

function savedUnits(
  graph: ExpressionGraph,
  cohort: Cohort,
  state: State,
  service: string,
  year: number,
): Expression {
  const with_ = state.use.get(service);
  const without = cohort.transfersWithout(service, year);
  if (without && with_) return graph.subtract(without, with_);
  if (without) return without;
  if (with_) return graph.multiply(graph.constant(-1), with_);
  return graph.constant(0, inverseUnit(PERSON));
}

import { evaluate } from '../figures/evaluate.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Booking, Journal, StateValue } from './ledger.js';
import type { Voucher } from './voucher.js';

/** How far two ways to the same total may differ, as a share of all flows: what adding doubles can lose. */
export const IDENTITY_TOLERANCE = 1e-9;

/** Below about 2e-308 doubles lose their digits one by one; a sum of such numbers may be off by as much as they are. */
const LOST_DIGITS = 1e-300;

/** What the books may be off by, with so much passing through them. */
const allowedOf = (flows: number): number => Math.max(IDENTITY_TOLERANCE * flows, LOST_DIGITS);

/** Thrown where the books do not balance: always a fault of ours, and the run is refused. */
export class IdentityFault extends Error {
  override readonly name = 'IdentityFault';
}

/** Whether every voucher is reconciled, or the totals of every life alone. */
export type Checked = 'vouchers' | 'lives';

/** An expectation of the books, over figures that are all worked out together: one by one it takes far longer. */
interface Check {
  readonly figures: readonly Expression[];
  readonly judge: (values: readonly number[]) => void;
}

/**
 * Checks the books of every life: the value to society from resources and production equals the real bookings of
 * all actors; the payments between actors cancel; and each actor is booked what the voucher says, no more and no
 * less, and nobody else is.
 *
 * @param values the value of each life to society, worked out without the bookings
 * @param checked with `lives`, that every actor is booked what each voucher says is left to others
 */
export function checkBooks(
  graph: ExpressionGraph,
  journal: readonly Journal[],
  bookings: readonly Booking[],
  values: (entry: Journal) => StateValue,
  checked: Checked = 'vouchers',
): void {
  const byVoucher = new Map<Voucher, Booking[]>();
  for (const booking of bookings) {
    const own = byVoucher.get(booking.voucher);
    if (own) own.push(booking);
    else byVoucher.set(booking.voucher, [booking]);
  }
  const known = new Set(journal.flatMap(({ vouchers }) => vouchers));
  const stray = bookings.find(({ voucher }) => !known.has(voucher));
  if (stray) throw new IdentityFault(`a booking of ${stray.voucher.flow} has no voucher`);
  const checks = journal.flatMap((entry) => [
    lifeCheck(
      graph,
      entry,
      entry.vouchers.flatMap((voucher) => byVoucher.get(voucher) ?? []),
      values(entry),
    ),
    ...(checked === 'vouchers'
      ? entry.vouchers.flatMap((voucher) =>
          voucherChecks(graph, entry, voucher, byVoucher.get(voucher) ?? []),
        )
      : []),
  ]);
  const worked = evaluate(checks.flatMap(({ figures }) => figures));
  let next = 0;
  for (const { figures, judge } of checks) {
    judge(worked.slice(next, next + figures.length));
    next += figures.length;
  }
}

function lifeCheck(
  graph: ExpressionGraph,
  entry: Journal,
  bookings: readonly Booking[],
  value: StateValue,
): Check {
  const unit = value.resources.unit;
  const total = (nature: Booking['nature']): Expression =>
    graph.sum(
      bookings.filter((booking) => booking.nature === nature).map((booking) => booking.amount(1)),
      unit,
    );
  const flows = graph.sum(
    bookings.map((booking) => graph.absolute(booking.amount(1))),
    unit,
  );
  const spared = graph.subtract(value.production, value.resources);
  const society = value.resourcesWithWork ? graph.subtract(spared, value.resourcesWithWork) : spared;
  return {
    figures: [society, total('real'), total('financial'), flows],
    judge: (totals) => checkTotals(totals, entry.state.label),
  };
}

/**
 * @param totals society's value, the real bookings, the financial bookings, and the sum of all flows without sign
 * @param where what the totals are of, for the message
 */
export function checkTotals(totals: readonly (number | undefined)[], where: string): void {
  const [society = Number.NaN, real = Number.NaN, financial = Number.NaN, flows = Number.NaN] = totals;
  if (Number.isNaN(society) && Number.isNaN(real)) return;
  const allowed = allowedOf(flows);
  if (!(Math.abs(society - real) <= allowed)) {
    throw new IdentityFault(`${where}: society gains ${society}, but the actors together ${real}`);
  }
  if (!(Math.abs(financial) <= allowed)) {
    throw new IdentityFault(`${where}: payments between actors leave ${financial} over`);
  }
}

function voucherChecks(
  graph: ExpressionGraph,
  entry: Journal,
  voucher: Voucher,
  own: readonly Booking[],
): readonly Check[] {
  const actors = new Set([...own.map(({ actor }) => actor), ...voucher.parties.map(({ actor }) => actor)]);
  return [...actors].map((actor) => {
    const shares = voucher.parties.filter((party) => party.actor === actor).map(({ share }) => share);
    const due = graph.multiply(graph.sum(shares, {}), voucher.amount(1));
    const booked = own.filter((booking) => booking.actor === actor);
    const wrongNature = booked.some((booking) => booking.nature !== voucher.nature);
    const found = graph.sum(
      booked.map((booking) => booking.amount(1)),
      due.unit,
    );
    return {
      figures: [due, found, graph.absolute(voucher.amount(1))],
      judge: ([expected = 0, there = 0, size = 0]) => {
        if (wrongNature || !(Math.abs(expected - there) <= allowedOf(size)))
          throw new IdentityFault(
            `${entry.state.label}: ${voucher.flow} owes ${actor} ${expected}, booked are ${there}`,
          );
      },
    };
  });
}

import type { WelfareAccountFile } from '../assessment.js';
import { figureLabel } from '../wording/figure-labels.js';
import type { AccountBasis } from './account-basis.js';
import { nameOf } from './services.js';
import type { Voucher } from './voucher.js';
import { onlyFlow } from './weighing.js';

/**
 * Declares what each flow is worth to everybody it concerns, over the headline horizon and per person who entered:
 * the same bookings as the gain of each actor, told apart by what they are of.
 */
export function declareFlows(basis: AccountBasis): void {
  const { average, headline } = basis.parts;
  for (const { voucher, actors } of average.flows) {
    const { flow, nature } = voucher;
    const values = { flow: flowLabel(basis.file, voucher), years: headline };
    const parts = actors.map((actor) =>
      basis.name(
        `flows.${flow}.actors.${actor}`,
        'flow-of-actor',
        basis.presentActor(headline, average, actor, nature, onlyFlow(flow)),
        { ...values, actor: basis.actorName(actor) },
      ),
    );
    // A payment is nothing to society: what one gives, others get.
    if (nature === 'real')
      basis.name(`flows.${flow}.total`, 'flow-total', basis.graph.sum(parts, basis.unit), values);
  }
}

/** Declares what transfers people have a right to come to, apart from all else. */
export function declareRightful(basis: AccountBasis): void {
  const { graph, parts, unit } = basis;
  const rightful = parts.average.flows.filter(({ voucher }) => isRightful(basis.file, voucher));
  if (rightful.length === 0) return;
  const over = (counted: (actor: string) => boolean) =>
    graph.sum(
      rightful.flatMap(({ voucher, actors }) =>
        actors.filter(counted).map((actor) => basis.figure(`flows.${voucher.flow}.actors.${actor}`)),
      ),
      unit,
    );
  const values = { years: parts.headline };
  basis.name(
    'rightfulTakeUp.participants',
    'rightful-participants',
    over((actor) => actor === 'participants'),
    values,
  );
  const paid = basis.name(
    'rightfulTakeUp.publicBudget',
    'rightful-public',
    over((actor) => parts.publicActors.includes(actor)),
    values,
  );
  const net = basis.figure(`horizons.${parts.headline}.publicBudget.net`);
  basis.name('rightfulTakeUp.publicNetWithout', 'rightful-without', graph.subtract(net, paid), values);
}

function isRightful(file: WelfareAccountFile, { kind, of, displaced }: Voucher): boolean {
  return kind === 'transfer' && !displaced && file.services.some(({ id, rightful }) => id === of && rightful);
}

/** What people call a flow. */
export function flowLabel(file: WelfareAccountFile, { kind, of, displaced, equalisation }: Voucher): string {
  const named =
    kind === 'service' || kind === 'transfer'
      ? file.services.find(({ id }) => id === of)
      : file.agencies.find(({ id }) => id === of);
  const label = figureLabel({ code: `flow-${kind}`, values: { of: named ? nameOf(named) : (of ?? '') } });
  const passedOn = equalisation ? figureLabel({ code: 'flow-equalised', values: { flow: label } }) : label;
  return displaced ? figureLabel({ code: 'flow-displaced', values: { flow: passedOn } }) : passedOn;
}

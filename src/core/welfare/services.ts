import type { Service, Use, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, PERSON } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { atPriceYear, priceUnit } from '../price-year.js';

/** Which price a service is counted at: what its capacity costs, or the money not spent when one unit less is used. */
export type PriceColumn = 'average' | 'shortRunMarginal';

/** A service with its prices, as expressions. */
export interface PricedService {
  readonly id: string;
  readonly kind: Service['kind'];
  /** Undefined where the file gives no such price. Money per unit. */
  price(column: PriceColumn): Expression | undefined;
  /** Who pays which share. */
  readonly paidBy: readonly { readonly actor: string; readonly share: Expression }[];
}

/** Declares the prices of every service and who pays them, in the order of ids. */
export function pricedServices(inputs: Inputs, file: WelfareAccountFile): readonly PricedService[] {
  return file.services
    .map((service, at) => ({ service, at }))
    .sort((one, other) => (one.service.id < other.service.id ? -1 : 1))
    .map(({ service, at }) => pricedService(inputs, file, service, at));
}

/** What people call a service. */
export function nameOf(service: { readonly id: string; readonly name?: string | undefined }): string {
  return service.name ?? service.id;
}

function pricedService(
  inputs: Inputs,
  file: WelfareAccountFile,
  service: Service,
  at: number,
): PricedService {
  const { price } = service;
  const both =
    typeof price === 'object' && 'average' in price ? price : { average: price, shortRunMarginal: undefined };
  const typed = (column: PriceColumn): Expression | undefined => {
    const amount = both[column];
    if (amount === undefined) return undefined;
    const id =
      column === 'average' ? `services.${service.id}.price` : `services.${service.id}.price.shortRunMarginal`;
    const read = inputs.amount(amount, {
      id,
      path: `/services/${at}/price${both === price ? `/${column}` : ''}`,
      label: { code: `price-${column}`, values: { service: nameOf(service) } },
      unit: priceUnit(file, service),
      source: service.source,
    });
    return atPriceYear(inputs, read, {
      id: `services.${service.id}.price`,
      what: `The price of “${nameOf(service)}”`,
      path: `/services/${at}/priceYear`,
      priceYear: service.priceYear,
      currency: service.currency,
    });
  };
  const read = new Map<PriceColumn, Expression | undefined>();
  const known = (column: PriceColumn): Expression | undefined => {
    if (!read.has(column)) read.set(column, typed(column));
    return read.get(column);
  };
  return {
    id: service.id,
    kind: service.kind,
    price: (column) => known(column) ?? (service.kind === 'transfer' ? known('average') : undefined),
    paidBy: Object.keys(service.paidBy)
      .sort()
      .map((actor) => ({
        actor,
        share: inputs.amount(service.paidBy[actor] ?? 0, {
          id: `services.${service.id}.paidBy.${actor}`,
          path: `/services/${at}/paidBy/${actor}`,
          label: { code: 'paid-by', values: { service: nameOf(service), actor } },
          share: true,
          partOfWhole: true,
        }),
      })),
  };
}

/** Declares how many units of each service are used per person-year, in the order of ids. */
export function readUse(
  inputs: Inputs,
  file: WelfareAccountFile,
  use: Use,
  id: string,
  path: string,
  state: string,
): ReadonlyMap<string, Expression> {
  return new Map(
    Object.keys(use)
      .sort()
      .map((service) => {
        const declared = file.services.find((one) => one.id === service);
        const units = inputs.amount(use[service] ?? 0, {
          id: `${id}.${service}`,
          path: `${path}/${service}`,
          label: {
            code: 'use',
            values: {
              service: declared ? nameOf(declared) : service,
              unit: declared?.unit ?? 'units',
              state,
            },
          },
          unit: inverseUnit(PERSON),
        });
        return [service, units] as const;
      }),
  );
}

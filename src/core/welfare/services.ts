import type { Service, ShortRunShare, Use, WelfareAccountFile } from '../assessment.js';
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
  /** Used because people work: it goes with production where deadweight differs. */
  readonly withWork: boolean;
  readonly rightful: boolean;
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
  const shortRun = shortRunShare(file, service);
  const short = (): Expression | undefined => {
    const average = shortRun && known('average');
    return average && inputs.graph.multiply(average, readShortRunShare(inputs, shortRun));
  };
  const read = new Map<PriceColumn, Expression | undefined>();
  const known = (column: PriceColumn): Expression | undefined => {
    if (!read.has(column))
      read.set(column, typed(column) ?? (column === 'shortRunMarginal' ? short() : undefined));
    return read.get(column);
  };
  return {
    id: service.id,
    kind: service.kind,
    withWork: service.goesWith === 'work',
    rightful: service.rightful ?? false,
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

interface NamedShare extends ShortRunShare {
  readonly key: string;
}

/** The default short-run share of a service that has no short-run price: its own, of its category, or of its kind. */
export function shortRunShare(file: WelfareAccountFile, service: Service): NamedShare | undefined {
  const { price, id, category, kind } = service;
  const typed = typeof price === 'object' && 'average' in price && price.shortRunMarginal !== undefined;
  if (typed) return undefined;
  const shares = file.shortRunShares ?? {};
  const key = [id, category, kind].find((name) => name !== undefined && Object.hasOwn(shares, name));
  const found = key === undefined ? undefined : shares[key];
  return key !== undefined && found ? { key, ...found } : undefined;
}

function readShortRunShare(inputs: Inputs, { key, share, source }: NamedShare): Expression {
  return inputs.amount(share, {
    id: `shortRunShares.${key}`,
    path: `/shortRunShares/${key}/share`,
    label: { code: 'short-run-share', values: { of: key } },
    share: true,
    source,
  });
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

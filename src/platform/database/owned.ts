import { type Query, type Schema, trusted } from 'mongoose';

/** Lets operators such as $gte into a filter; only for values of our own making. */
export const operators = trusted;

const QUERIES = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'countDocuments',
] as const;

/**
 * Guards a collection whose documents belong to an organisation: a query that does not name the organisation is a
 * fault, unless it says `everyOrganisation`, which only the service itself may.
 */
export function owned(schema: Schema): void {
  schema.pre([...QUERIES], function (this: Query<unknown, unknown>) {
    const { everyOrganisation } = this.getOptions() as { readonly everyOrganisation?: boolean };
    if (everyOrganisation !== true && this.getFilter()['organisation'] === undefined) {
      throw new Error(`A query of ${this.model.modelName} names no organisation.`);
    }
  });
}

/** Options for the service's own work across organisations. */
export const EVERY_ORGANISATION = { everyOrganisation: true } as object;

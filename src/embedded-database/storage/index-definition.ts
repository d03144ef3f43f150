import { DatabaseError } from '../database-error.js';
import { type OrderedField, orderedFields, orderKey } from '../values/order.js';
import type { Fields } from '../values/value.js';

/** What an index was asked to be, as it is kept. */
export interface IndexSpecification {
  readonly key: Fields;
  readonly name: string;
  readonly unique?: boolean;
}

/** The longest key of an index, in bytes; the store takes little more. */
export const LONGEST_KEY = 1500;

/** An index of a collection. */
export class IndexDefinition {
  readonly id: number;
  readonly specification: IndexSpecification;
  readonly fields: readonly OrderedField[];
  readonly unique: boolean;

  constructor(id: number, specification: IndexSpecification) {
    this.id = id;
    this.specification = specification;
    this.fields = orderedFields(specification.key, 'An index');
    this.unique = specification.unique === true || specification.name === '_id_';
  }

  /** The key of a document; a field that is missing counts as null. */
  keyOf(document: Fields): Buffer {
    const key = orderKey(document, this.fields);
    if (key.length <= LONGEST_KEY) return key;
    throw new DatabaseError(
      17280,
      'KeyTooLong',
      `${this.specification.name}: a key of ${key.length} bytes is longer than the ${LONGEST_KEY} the embedded database can index`,
    );
  }
}

import { DatabaseError, notHere } from '../database-error.js';
import { matcher, type Predicate } from '../query/match.js';
import { isPlace } from '../values/path.js';
import { type Fields, fieldOf, isFields, numberOf, typeOf, TYPE } from '../values/value.js';
import { EMPTY_LIST, encodeValue, inverted } from './key-encoding.js';

/** A field of an index. */
export interface IndexField {
  readonly path: string;
  readonly steps: readonly string[];
  readonly direction: 1 | -1;
}

/** What an index was asked to be, as it is kept and listed. */
export interface IndexSpecification {
  readonly key: Fields;
  readonly name: string;
  readonly unique?: boolean;
  readonly partialFilterExpression?: Fields;
}

/** The key of a document in an index: its bytes and the values they stand for. */
export interface IndexKey {
  readonly bytes: Buffer;
  readonly values: readonly unknown[];
}

/** The longest key of an index, in bytes; the store takes little more. */
export const LONGEST_KEY = 1500;

/** An index of a collection. */
export class IndexDefinition {
  readonly id: number;
  readonly specification: IndexSpecification;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  /** Whether some document has, or had, a list here. */
  withLists: boolean;
  private readonly partial: Predicate | undefined;

  constructor(id: number, specification: IndexSpecification, withLists: boolean) {
    this.id = id;
    this.withLists = withLists;
    this.specification = specification;
    this.unique = specification.unique === true || specification.name === '_id_';
    this.fields = Object.entries(specification.key).map(([path, given]) => {
      const direction = typeOf(given) === TYPE.number ? Number(numberOf(given)) : 0;
      const steps = path.split('.');
      if ((direction !== 1 && direction !== -1) || path.includes('$') || steps.some(isPlace)) {
        throw notHere(`An index on ${path} of kind ${JSON.stringify(given)}`);
      }
      return { path, steps, direction };
    });
    this.partial =
      specification.partialFilterExpression && matcher(checkedPartial(specification.partialFilterExpression));
  }

  get name(): string {
    return this.specification.name;
  }

  /** Whether a document has an entry in this index. */
  holds(document: Fields): boolean {
    return this.partial?.(document) ?? true;
  }

  /**
   * The keys of a document; several where a field is a list.
   *
   * @returns the keys, and whether a list was on the way
   */
  keysOf(document: Fields): { readonly keys: readonly IndexKey[]; readonly list: boolean } {
    if (!this.holds(document)) return { keys: [], list: false };
    const found = this.fields.map(({ steps }) => valuesAt(document, steps));
    const lists = found.filter(({ list }) => list);
    if (lists.length > 1) {
      throw new DatabaseError(
        171,
        'CannotIndexParallelArrays',
        `The embedded database indexes one list a document: ${this.fields.map(({ path }) => path).join(', ')}`,
      );
    }
    const many = lists[0]?.values ?? [undefined];
    const keys = new Map<string, IndexKey>();
    for (const value of many) {
      const values = found.map((one) => (one.list ? value : one.values[0]));
      const bytes = this.encode(values);
      keys.set(bytes.toString('latin1'), { bytes, values });
    }
    return { keys: [...keys.values()], list: lists.length > 0 };
  }

  /** The bytes of values of the first fields of this index. */
  encode(values: readonly unknown[]): Buffer {
    const bytes = Buffer.concat(
      values.map((value, at) =>
        this.fields[at]?.direction === -1 ? inverted(encodeValue(value)) : encodeValue(value),
      ),
    );
    if (bytes.length > LONGEST_KEY) {
      throw new DatabaseError(
        17280,
        'KeyTooLong',
        `${this.name}: a key of ${bytes.length} bytes is longer than the ${LONGEST_KEY} the embedded database can index`,
      );
    }
    return bytes;
  }
}

function checkedPartial(filter: Fields): Fields {
  for (const [path, value] of Object.entries(filter)) {
    const exists = isFields(value) && Object.keys(value).join() === '$exists' && value['$exists'] === true;
    const plain = !isFields(value) && !Array.isArray(value) && value !== null;
    if (path.startsWith('$') || !(exists || plain)) {
      throw notHere(`A partial index on ${path} by anything but equality or $exists: true`);
    }
  }
  return filter;
}

interface Found {
  readonly values: readonly unknown[];
  readonly list: boolean;
}

const NOTHING: Found = { values: [undefined], list: false };

function valuesAt(value: unknown, steps: readonly string[], at = 0): Found {
  const step = steps[at];
  if (Array.isArray(value)) {
    if (value.length === 0) return { values: [step === undefined ? EMPTY_LIST : undefined], list: true };
    if (step === undefined) return { values: value, list: true };
    return {
      values: value.flatMap((element: unknown) =>
        isFields(element) ? valuesAt(element, steps, at).values : [undefined],
      ),
      list: true,
    };
  }
  if (step === undefined) return { values: [value], list: false };
  return isFields(value) && Object.hasOwn(value, step)
    ? valuesAt(fieldOf(value, step), steps, at + 1)
    : NOTHING;
}

import type { Collection } from '../storage/collection.js';
import { type IndexDefinition, LONGEST_KEY } from '../storage/index-definition.js';
import { encodeValue } from '../values/key-encoding.js';
import { directed, type OrderedField } from '../values/order.js';
import { type Fields, fieldOf, isOperators } from '../values/value.js';

/** A way to the documents through an index: ranges of its keys that hold at least all that match. */
export interface Plan {
  readonly index: IndexDefinition;
  readonly ranges: readonly (readonly [from: Buffer, to: Buffer])[];
  readonly reverse: boolean;
  /** Whether the documents come in the order asked for. */
  readonly sorted: boolean;
}

const MOST_RANGES = 500;
const NOTHING = Buffer.alloc(0);
/** After every key that begins like it: longer than any run of bytes 0xff in a key. */
const AFTER_ALL = Buffer.alloc(16, 0xff);

/**
 * The best index for a filter that can be matched, and a sort; undefined where every document has to be looked at.
 * What a plan finds is matched against the filter again, so a plan only has to miss nothing.
 */
export function planFor(
  { indexes }: Collection,
  filter: Fields,
  sort: readonly OrderedField[],
): Plan | undefined {
  const plans = indexes.map((index) => planWith(index, filter, sort));
  const best = plans.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.plan : undefined;
}

function planWith(
  index: IndexDefinition,
  filter: Fields,
  sort: readonly OrderedField[],
): { readonly plan: Plan; readonly score: number } {
  let prefixes = [NOTHING];
  let fixed = 0;
  for (const { name, direction } of index.fields) {
    const keys = distinct(valuesOf(filter, name).map((value) => directed(encodeValue(value), direction)));
    if (keys.length === 0 || keys.length * prefixes.length > MOST_RANGES) break;
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
    fixed++;
  }
  const bounds = boundsOf(filter, index.fields[fixed]);
  const order = prefixes.length > 1 ? undefined : orderGiven(index, fixed, sort);
  const [from, to] = bounds ?? [NOTHING, AFTER_ALL];
  return {
    score:
      (index.unique && fixed === index.fields.length ? 1000 : 0) +
      fixed * 10 +
      (bounds ? 4 : 0) +
      (order ? 3 : 0),
    plan: {
      index,
      ranges: prefixes.map((prefix) => [cut(prefix, from, NOTHING), cut(prefix, to, AFTER_ALL)]),
      reverse: order?.reverse ?? false,
      sorted: order !== undefined,
    },
  };
}

/** No key is longer: what is looked for begins like this, if it is there. */
function cut(prefix: Buffer, end: Buffer, rest: Buffer): Buffer {
  const bytes = Buffer.concat([prefix, end]);
  return bytes.length > LONGEST_KEY ? Buffer.concat([bytes.subarray(0, LONGEST_KEY), rest]) : bytes;
}

/** The values one of which a filter asks of a field; none where it asks for something else. */
function valuesOf(filter: Fields, name: string): readonly unknown[] {
  if (!Object.hasOwn(filter, name)) return [];
  const asked = filter[name];
  if (!isOperators(asked)) return [asked];
  return '$eq' in asked ? [asked['$eq']] : ((asked['$in'] as readonly unknown[] | undefined) ?? []);
}

/** The bytes between which the values of a field lie that a filter bounds: of one type. */
function boundsOf(
  filter: Fields,
  field: OrderedField | undefined,
): readonly [from: Buffer, to: Buffer] | undefined {
  const asked = field && fieldOf(filter, field.name);
  if (!field || !isOperators(asked)) return undefined;
  const name = ['$lte', '$lt'].find((one) => one in asked);
  if (name === undefined) return undefined;
  const high = encodeValue(asked[name]);
  const [first, last] = [directed(high.subarray(0, 1), field.direction), directed(high, field.direction)];
  const after = (bytes: Buffer) => Buffer.concat([bytes, AFTER_ALL]);
  return field.direction === 1 ? [first, after(last)] : [last, after(first)];
}

/** Whether the index, after its fixed fields, runs in the order asked for, one way or the other. */
function orderGiven(
  index: IndexDefinition,
  fixed: number,
  sort: readonly OrderedField[],
): { readonly reverse: boolean } | undefined {
  if (sort.length === 0) return undefined;
  const settled = index.fields.slice(0, fixed).map(({ name }) => name);
  const tail = index.fields.slice(fixed);
  const turns = sort
    .filter(({ name }) => !settled.includes(name))
    .map(({ name, direction }, at) => (tail[at]?.name === name ? direction * tail[at].direction : 0));
  if (turns.some((turn) => turn === 0 || turn !== turns[0])) return undefined;
  return { reverse: turns[0] === -1 };
}

const distinct = (keys: readonly Buffer[]): Buffer[] => [
  ...new Map(keys.map((key) => [key.toString('latin1'), key])).values(),
];

import { BSONRegExp } from 'bson';
import { encodeText, encodeValue, inverted, markOf } from '../storage/key-encoding.js';
import type { Collection } from '../storage/collection.js';
import { type IndexDefinition, LONGEST_KEY } from '../storage/index-definition.js';
import { equal } from '../values/compare.js';
import { type Fields, isFields, isOperators, TYPE, typeOf } from '../values/value.js';
import { prefixOf } from './prefix.js';
import type { SortField } from './sort.js';

/** A way to the documents through an index: ranges of its keys that hold at least all that match. */
export interface Plan {
  readonly index: IndexDefinition;
  readonly ranges: readonly (readonly [from: Buffer, to: Buffer])[];
  readonly reverse: boolean;
  /** Whether the documents come in the order asked for. */
  readonly sorted: boolean;
}

/** What a filter certainly asks of a field. */
interface Demand {
  equals?: readonly unknown[];
  low?: unknown;
  high?: unknown;
  prefix?: string;
}

const MOST_RANGES = 500;
/** After every key that begins like it: longer than any run of bytes 0xff in a key, and of 0 in an inverted one. */
const AFTER_ALL = Buffer.alloc(16, 0xff);

/**
 * The best index for a filter and a sort; undefined where every document has to be looked at. What a plan finds is
 * matched against the filter again, so a plan only has to miss nothing.
 */
export function planFor(
  collection: Collection,
  filter: Fields,
  sort: readonly SortField[],
): Plan | undefined {
  const demands = demandsOf(filter);
  let best: { readonly plan: Plan; readonly score: number } | undefined;
  for (const index of collection.indexes) {
    if (!covers(index, demands)) continue;
    const candidate = planWith(index, demands, sort, index.withLists);
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best?.plan;
}

function demandsOf(filter: Fields, demands = new Map<string, Demand>()): Map<string, Demand> {
  for (const [path, value] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(value)) {
      for (const inner of value) if (isFields(inner)) demandsOf(inner, demands);
    } else if (!path.startsWith('$')) {
      const demand = demands.get(path) ?? {};
      demands.set(path, demand);
      if (isOperators(value)) addOperators(demand, value);
      else if (value instanceof BSONRegExp) demand.prefix = prefixOf(value);
      else demand.equals ??= [value];
    }
  }
  return demands;
}

function addOperators(demand: Demand, operators: Fields): void {
  for (const [name, value] of Object.entries(operators)) {
    if (name === '$eq') demand.equals ??= [value];
    else if (name === '$in' && Array.isArray(value)) demand.equals ??= value;
    else if (name === '$gt' || name === '$gte') demand.low = value;
    else if (name === '$lt' || name === '$lte') demand.high = value;
    else if (name === '$regex') demand.prefix = prefixOf(value);
  }
}

const SIMPLE: readonly number[] = [
  TYPE.null,
  TYPE.number,
  TYPE.string,
  TYPE.binary,
  TYPE.objectId,
  TYPE.boolean,
  TYPE.date,
  TYPE.timestamp,
];

const simple = (value: unknown): boolean => SIMPLE.includes(typeOf(value));

/** A partial index serves a filter that repeats its condition. */
function covers(index: IndexDefinition, demands: ReadonlyMap<string, Demand>): boolean {
  return Object.entries(index.specification.partialFilterExpression ?? {}).every(([path, wanted]) => {
    const equals = demands.get(path)?.equals;
    if (!equals) return false;
    return isFields(wanted)
      ? equals.every((value) => value !== null && value !== undefined)
      : equals.length === 1 && equal(equals[0], wanted);
  });
}

function planWith(
  index: IndexDefinition,
  demands: ReadonlyMap<string, Demand>,
  sort: readonly SortField[],
  withLists: boolean,
): { readonly plan: Plan; readonly score: number } | undefined {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  for (const { path, direction } of index.fields) {
    const values = demands.get(path)?.equals;
    if (!values?.every(simple) || values.length * prefixes.length > MOST_RANGES) break;
    const keys = distinct(
      values.map((value) => (direction === -1 ? inverted(encodeValue(value)) : encodeValue(value))),
    );
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
    fixed++;
  }
  const next = index.fields[fixed];
  const bounds = next && boundsOf(demands.get(next.path), withLists);
  const [from, to] = bounds
    ? next.direction === -1
      ? [inverted(bounds[1]), Buffer.concat([inverted(bounds[0]), AFTER_ALL])]
      : bounds
    : [Buffer.alloc(0), AFTER_ALL];
  const order = withLists || prefixes.length > 1 ? undefined : orderGiven(index, fixed, sort);
  const score =
    (index.unique && fixed === index.fields.length ? 1000 : 0) +
    fixed * 10 +
    (bounds ? 4 : 0) +
    (order ? 3 : 0);
  if (score === 0) return undefined;
  return {
    score,
    plan: {
      index,
      ranges: prefixes.map((prefix) => {
        const [start, end] = [Buffer.concat([prefix, from]), Buffer.concat([prefix, to])];
        // No key is longer: what is looked for begins like this, if it is there.
        const cut = end.length > LONGEST_KEY && Buffer.concat([end.subarray(0, LONGEST_KEY), AFTER_ALL]);
        return [start.subarray(0, LONGEST_KEY), cut || end];
      }),
      reverse: order?.reverse ?? false,
      sorted: order !== undefined,
    },
  };
}

/** The bytes between which a demand lies: of one type, and of one end only where a field may hold a list. */
function boundsOf(demand: Demand | undefined, withLists: boolean): readonly [Buffer, Buffer] | undefined {
  if (!demand) return undefined;
  if (demand.prefix !== undefined) {
    const start = Buffer.concat([Buffer.of(markOf(TYPE.string)[0]), encodeText(demand.prefix)]);
    return [start, Buffer.concat([start, AFTER_ALL])];
  }
  const { low, high } = demand;
  const known = [low, high].filter((bound) => bound !== undefined && bound !== null);
  const type = known.length > 0 ? typeOf(known[0]) : TYPE.null;
  if (type === TYPE.null || !known.every(simple)) return undefined;
  const [first, last] = markOf(type);
  const useHigh =
    high !== undefined && high !== null && typeOf(high) === type && !(withLists && known.length > 1);
  const useLow = low !== undefined && low !== null;
  return [
    useLow ? encodeValue(low) : Buffer.of(first),
    useHigh ? Buffer.concat([encodeValue(high), AFTER_ALL]) : Buffer.of(last),
  ];
}

/** Whether the index, after its fixed fields, runs in the order asked for, one way or the other. */
function orderGiven(
  index: IndexDefinition,
  fixed: number,
  sort: readonly SortField[],
): { readonly reverse: boolean } | undefined {
  const settled = new Set(index.fields.slice(0, fixed).map(({ path }) => path));
  const open = sort.filter(({ path }) => !settled.has(path));
  if (sort.length === 0) return undefined;
  const tail = index.fields.slice(fixed);
  const turns = open.map(({ path, direction }, at) =>
    tail[at]?.path === path ? direction * tail[at].direction : 0,
  );
  if (turns.some((turn) => turn === 0 || turn !== turns[0])) return undefined;
  return { reverse: turns[0] === -1 };
}

const distinct = (keys: readonly Buffer[]): Buffer[] => [
  ...new Map(keys.map((key) => [key.toString('latin1'), key])).values(),
];

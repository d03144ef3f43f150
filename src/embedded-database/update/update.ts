import { BSONRegExp, Double, Int32, Long } from 'bson';
import { badValue, DatabaseError, notHere, wrongType } from '../database-error.js';
import { matcher } from '../query/match.js';
import { compare, compareStrings, equal } from '../values/compare.js';
import { isPlace } from '../values/path.js';
import {
  decode,
  encode,
  type Fields,
  fieldOf,
  isFields,
  isOperators,
  numberOf,
  setField,
  typeOf,
  TYPE,
} from '../values/value.js';

/** Changes a document, or the beginning of a new one, in place. */
export type Update = (document: Fields, inserting: boolean) => void;

type Change = (document: Fields, steps: readonly string[], value: unknown) => void;

/**
 * Reads an update document.
 *
 * @throws DatabaseError naming what it does not know
 */
export function updater(update: unknown): Update {
  if (Array.isArray(update)) throw notHere('An update by a pipeline');
  if (!isFields(update) || !isOperators(update)) throw notHere('Replacing a whole document');
  const steps = Object.entries(update).flatMap(([operator, fields]) => {
    const change = CHANGES[operator];
    if (!change) throw notHere(`The update operator ${operator}`);
    if (!isFields(fields)) throw new DatabaseError(9, 'FailedToParse', `${operator} takes a document`);
    return Object.entries(fields).map(([path, value]) => ({
      steps: checkedPath(path, operator, value),
      value,
      change,
      onlyInserting: operator === '$setOnInsert',
    }));
  });
  checkConflicts(steps.map((step) => step.steps));
  // New fields come in the order of their names, whatever the order in the update.
  steps.sort((one, other) => compareStrings(one.steps.join('.'), other.steps.join('.')));
  const inId = steps.some(({ steps: [first, second] }) => first === '_id' && second !== undefined);
  return (document, inserting) => {
    if (inId) throw immutable();
    const id = fieldOf(document, '_id');
    for (const { steps: path, value, change, onlyInserting } of steps) {
      if (!onlyInserting || inserting) change(document, path, copy(value));
    }
    const after = fieldOf(document, '_id');
    if (id !== undefined && (after === undefined || !equal(after, id))) {
      throw immutable();
    }
  };
}

const immutable = () =>
  new DatabaseError(66, 'ImmutableField', "The update would modify the immutable field '_id'");

/** What a filter says a new document is, where an update finds none and inserts. */
export function startOf(filter: Fields, start: Fields = {}): Fields {
  for (const [path, value] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(value)) {
      for (const inner of value) if (isFields(inner)) startOf(inner, start);
    } else if (!path.startsWith('$')) {
      if (value instanceof BSONRegExp) continue;
      if (!isOperators(value)) set(start, checkedPath(path), copy(value));
      else if (value['$eq'] !== undefined) set(start, checkedPath(path), copy(value['$eq']));
    }
  }
  return start;
}

const CHANGES: Readonly<Partial<Record<string, Change>>> = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $inc: increment,
  $min: (document, steps, value) => setWhere(document, steps, value, (order) => order < 0),
  $max: (document, steps, value) => setWhere(document, steps, value, (order) => order > 0),
  $push: (document, steps, value) => {
    listAt(document, steps, '$push').push(...elements(value, '$push'));
  },
  $addToSet: (document, steps, value) => {
    const list = listAt(document, steps, '$addToSet');
    for (const element of elements(value, '$addToSet')) {
      if (!list.some((present) => equal(present, element))) list.push(element);
    }
  },
  $pull: pull,
};

/** The steps of a path; what the operator does not know is refused before the first document is looked at. */
function checkedPath(path: string, operator = '$set', value?: unknown): readonly string[] {
  if (operator === '$push' || operator === '$addToSet') elements(value, operator);
  if (operator === '$pull') pulled(value);
  const steps = path.split('.');
  if (steps.some((step) => step === '')) {
    throw new DatabaseError(56, 'EmptyFieldName', `The update path '${path}' contains an empty field name`);
  }
  if (steps.some((step) => step.startsWith('$'))) throw notHere(`The update path ${path}`);
  return steps;
}

function checkConflicts(paths: readonly (readonly string[])[]): void {
  const named = paths.map((steps) => `${steps.join('.')}.`).sort();
  for (const [at, path] of named.entries()) {
    const next = named[at + 1];
    if (next?.startsWith(path)) {
      throw new DatabaseError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`,
      );
    }
  }
}

/** A value of its own, so that no two documents share a part. */
const copy = (value: unknown): unknown => fieldOf(decode(encode({ value })), 'value');

function valueAt(document: Fields, steps: readonly string[]): unknown {
  let value: unknown = document;
  for (const step of steps) {
    if (Array.isArray(value)) value = isPlace(step) ? (value[Number(step)] as unknown) : undefined;
    else if (isFields(value)) value = fieldOf(value, step);
    else return undefined;
  }
  return value;
}

function set(document: Fields, steps: readonly string[], value: unknown): void {
  const last = steps.at(-1) ?? '';
  let holder: unknown = document;
  for (const [at, step] of steps.slice(0, -1).entries()) {
    let next = valueAt(holderFields(holder, steps, at), [step]);
    if (next === undefined) {
      next = {};
      put(holder, step, next, steps);
    }
    holder = next;
  }
  put(holder, last, value, steps);
}

function put(holder: unknown, step: string, value: unknown, steps: readonly string[]): void {
  if (Array.isArray(holder)) {
    if (!isPlace(step)) throw notViable(steps);
    if (Number(step) > holder.length) throw notHere('A place beyond the end of a list');
    holder[Number(step)] = value;
  } else if (isFields(holder)) setField(holder, step, value);
  else throw notViable(steps);
}

function holderFields(holder: unknown, steps: readonly string[], at: number): Fields {
  if (isFields(holder)) return holder;
  if (Array.isArray(holder)) return holder as unknown as Fields;
  throw notViable(steps.slice(0, at + 1));
}

const notViable = (steps: readonly string[]) =>
  new DatabaseError(
    28,
    'PathNotViable',
    `Cannot create field '${steps.at(-1) ?? ''}' at '${steps.join('.')}'`,
  );

function unset(document: Fields, steps: readonly string[]): void {
  const holder = valueAt(document, steps.slice(0, -1));
  const last = steps.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (isPlace(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isFields(holder)) Reflect.deleteProperty(holder, last);
}

function increment(document: Fields, steps: readonly string[], by: unknown): void {
  if (typeOf(by) !== TYPE.number) throw wrongType('Cannot increment with non-numeric argument');
  const present = valueAt(document, steps);
  if (present === undefined) {
    set(document, steps, by);
    return;
  }
  if (typeOf(present) !== TYPE.number) {
    throw wrongType(`Cannot apply $inc to a value of non-numeric type at '${steps.join('.')}'`);
  }
  set(document, steps, sum(present, by));
}

/** A sum in the wider of the two types, as MongoDB gives it. */
export function sum(one: unknown, other: unknown): Int32 | Long | Double {
  const [a, b] = [numberOf(one), numberOf(other)];
  const isDouble = (value: unknown) => value instanceof Double || typeof value === 'number';
  if (isDouble(one) || isDouble(other)) return new Double(Number(a) + Number(b));
  const total = BigInt(a) + BigInt(b);
  if (BigInt.asIntN(64, total) !== total) throw badValue('Failed to apply $inc: integer overflow');
  const small = one instanceof Int32 && other instanceof Int32 && BigInt.asIntN(32, total) === total;
  return small ? new Int32(Number(total)) : Long.fromBigInt(total);
}

function setWhere(
  document: Fields,
  steps: readonly string[],
  value: unknown,
  wanted: (order: number) => boolean,
): void {
  const present = valueAt(document, steps);
  if (present === undefined || wanted(compare(value, present))) set(document, steps, value);
}

function listAt(document: Fields, steps: readonly string[], operator: string): unknown[] {
  const present = valueAt(document, steps);
  if (Array.isArray(present)) return present;
  if (present !== undefined) {
    throw badValue(`The field '${steps.join('.')}' must be an array for ${operator}`);
  }
  const list: unknown[] = [];
  set(document, steps, list);
  return list;
}

function elements(value: unknown, operator: string): readonly unknown[] {
  if (!isOperators(value)) return [value];
  const { $each: each, ...others } = value;
  const [other] = Object.keys(others);
  if (other !== undefined) throw notHere(`${other} in ${operator}`);
  if (!Array.isArray(each)) throw badValue(`The argument to $each in ${operator} must be an array`);
  return each;
}

function pull(document: Fields, steps: readonly string[], value: unknown): void {
  const gone = pulled(value);
  const list = valueAt(document, steps);
  if (list === undefined) return;
  if (!Array.isArray(list)) throw badValue('Cannot apply $pull to a non-array value');
  set(
    document,
    steps,
    list.filter((element) => !gone(element)),
  );
}

/** Whether an element is one to be taken out. */
function pulled(value: unknown): (element: unknown) => boolean {
  if (value instanceof BSONRegExp) throw notHere('$pull with a regular expression');
  if (!isFields(value)) return (element) => equal(element, value);
  const matches = matcher(isOperators(value) ? { element: value } : value);
  return isOperators(value)
    ? (element) => matches({ element })
    : (element) => isFields(element) && matches(element);
}

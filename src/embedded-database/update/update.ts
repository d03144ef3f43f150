import { Int32 } from 'bson';
import { DatabaseError, notHere, wrongType } from '../database-error.js';
import { type Fields, fieldOf, isFields, isOperators, numberOf, setField } from '../values/value.js';

/** Changes a document, or the beginning of a new one, in place. */
export type Update = (document: Fields, inserting: boolean) => void;

type Change = (holder: Fields, name: string, value: unknown) => void;

const CHANGES: Readonly<Partial<Record<string, Change>>> = {
  $set: setField,
  $setOnInsert: setField,
  $inc: increment,
};

/**
 * Reads an update document.
 *
 * @throws DatabaseError naming what it does not know
 */
export function updater(update: unknown): Update {
  if (!isOperators(update)) throw notHere('Replacing a whole document, or an update by a pipeline,');
  const steps = Object.entries(update).flatMap(([operator, fields]) => {
    const change = Object.hasOwn(CHANGES, operator) ? CHANGES[operator] : undefined;
    if (!change) throw notHere(`The update operator ${operator}`);
    if (!isFields(fields)) throw new DatabaseError(9, 'FailedToParse', `${operator} takes a document`);
    return Object.entries(fields).map(([path, value]) => ({ operator, path: checked(path), value, change }));
  });
  // New fields come in the order of their names, whatever the order in the update.
  steps.sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
  for (const [at, { path }] of steps.entries()) {
    const other = steps.slice(at + 1).find((later) => `${later.path}.`.startsWith(`${path}.`));
    if (other) {
      throw new DatabaseError(
        40,
        'ConflictingUpdateOperators',
        `Updating the path '${other.path}' would create a conflict at '${path}'`,
      );
    }
  }
  return (document, inserting) => {
    for (const { operator, path, value, change } of steps) {
      if (operator === '$setOnInsert' && !inserting) continue;
      const names = path.split('.');
      const last = names.pop() ?? path;
      change(names.reduce(documentIn, document), last, value);
    }
  };
}

/** What a filter says a new document is, where an update finds none and inserts. */
export function startOf(filter: Fields): Fields {
  const start: Fields = {};
  for (const [name, asked] of Object.entries(filter)) {
    if (!isOperators(asked)) setField(start, name, asked);
    else if ('$eq' in asked) setField(start, name, asked['$eq']);
  }
  return start;
}

function checked(path: string): string {
  const names = path.split('.');
  if (names.includes('')) {
    throw new DatabaseError(56, 'EmptyFieldName', `The update path '${path}' contains an empty field name`);
  }
  if (names[0] === '_id' || path.includes('$')) throw notHere(`The update path ${path}`);
  return path;
}

/** The document in a field, made where there is none. */
function documentIn(holder: Fields, name: string): Fields {
  const inner = fieldOf(holder, name);
  if (isFields(inner)) return inner;
  if (Array.isArray(inner)) throw notHere(`An update by a path through the list ${name}`);
  if (inner !== undefined) {
    throw new DatabaseError(28, 'PathNotViable', `Cannot create a field in '${name}', which is no document`);
  }
  const made: Fields = {};
  setField(holder, name, made);
  return made;
}

function increment(holder: Fields, name: string, by: unknown): void {
  const present = fieldOf(holder, name) ?? (Object.hasOwn(holder, name) ? null : new Int32(0));
  if (numberOf(by) === undefined || numberOf(present) === undefined) {
    throw wrongType(`$inc adds a number to a number, at '${name}'`);
  }
  const sum = by instanceof Int32 && present instanceof Int32 ? by.value + present.value : NaN;
  if (sum !== (sum | 0)) throw notHere('$inc of anything but whole numbers of 32 bits');
  setField(holder, name, new Int32(sum));
}

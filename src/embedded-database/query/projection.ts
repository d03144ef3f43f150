import { DatabaseError, notHere, wrongType } from '../database-error.js';
import { type Fields, isFields, numberOf, setField, typeOf, TYPE } from '../values/value.js';

/** The part of a document somebody asked for. */
export type Projection = (document: Fields) => Fields;

/** A tree of the named paths: true where a path ends. */
type Tree = Map<string, Tree | true>;

/**
 * Reads a projection: fields to keep, or fields to leave out, with `_id` apart.
 *
 * @returns undefined where the whole document is asked for
 */
export function projection(given: unknown): Projection | undefined {
  if (given === undefined) return undefined;
  if (!isFields(given)) throw wrongType('A projection is a document.');
  const wishes = Object.entries(given).map(([path, value]) => ({ path, keep: keeps(path, value) }));
  if (wishes.length === 0) return undefined;
  const id = wishes.find(({ path }) => path === '_id')?.keep;
  const others = wishes.filter(({ path }) => path !== '_id');
  const keep = others[0]?.keep ?? id === true;
  const other = others.find((wish) => wish.keep !== keep);
  if (other) {
    const [code, form] = keep ? [31254, 'exclusion'] : [31253, 'inclusion'];
    throw new DatabaseError(
      code,
      `Location${code}`,
      `Cannot do ${form} on field ${other.path}: a projection either keeps fields or leaves them out`,
    );
  }
  const tree = treeOf(others.map(({ path }) => path));
  if (keep ? id !== false && !tree.has('_id') : id === false) tree.set('_id', true);
  return (document) => (keep ? kept(document, tree) : without(document, tree));
}

function keeps(path: string, value: unknown): boolean {
  if (path.includes('$')) throw notHere(`A projection of ${path}`);
  if (typeof value === 'boolean') return value;
  if (isFields(value) || typeOf(value) !== TYPE.number) throw notHere('A projection that computes');
  return Number(numberOf(value)) !== 0;
}

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    const steps = path.split('.');
    let tree = root;
    for (const [at, step] of steps.entries()) {
      const next = tree.get(step);
      const last = at === steps.length - 1;
      if (next === true || (last && next)) {
        const code = next === true && !last ? 31249 : 31250;
        throw new DatabaseError(code, `Location${code}`, `Path collision at ${path}`);
      }
      if (last) tree.set(step, true);
      else {
        const branch: Tree = next ?? new Map<string, Tree | true>();
        tree.set(step, branch);
        tree = branch;
      }
    }
  }
  return root;
}

function kept(document: Fields, tree: Tree): Fields {
  const result: Fields = {};
  for (const [name, value] of Object.entries(document)) {
    const wish = tree.get(name);
    if (wish === true) setField(result, name, value);
    else if (wish && Array.isArray(value)) setField(result, name, keptInList(value, wish));
    else if (wish && isFields(value)) setField(result, name, kept(value, wish));
  }
  return result;
}

const keptInList = (list: readonly unknown[], tree: Tree): unknown[] =>
  list.flatMap((value: unknown): unknown[] =>
    Array.isArray(value) ? [keptInList(value, tree)] : isFields(value) ? [kept(value, tree)] : [],
  );

function without(document: Fields, tree: Tree): Fields {
  const result: Fields = {};
  for (const [name, value] of Object.entries(document)) {
    const wish = tree.get(name);
    if (wish !== true) setField(result, name, wish ? withoutIn(value, wish) : value);
  }
  return result;
}

function withoutIn(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element) => withoutIn(element, tree));
  return isFields(value) ? without(value, tree) : value;
}

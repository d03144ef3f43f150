import { Int32 } from 'bson';
import { badValue, DatabaseError } from '../database-error.js';
import type { Collection } from '../storage/collection.js';
import type { IndexSpecification } from '../storage/index-definition.js';
import { collectionName, fieldsIn, flag, type Handler, onlyKnown, onlyKnownIn } from './call.js';

export const createIndexesCommand: Handler = (call) => {
  onlyKnownIn(call, ['indexes']);
  const { store, database, message, scope } = call;
  if (scope.inTransaction) {
    throw new DatabaseError(
      263,
      'OperationNotSupportedInTransaction',
      'createIndexes is not possible in a transaction',
    );
  }
  const name = collectionName(call);
  const wanted = message.body['indexes'];
  if (!Array.isArray(wanted) || wanted.length === 0) throw badValue('createIndexes takes a list of indexes');
  const specifications = wanted.map(specificationOf);
  let undo = (): void => undefined;
  return store.write(
    (changes) => {
      const collection = store.ensure(database, name);
      const before = collection.indexes;
      undo = () => void (collection.indexes = before);
      for (const specification of specifications) {
        if (!present(collection, specification)) collection.addIndex(changes, specification);
      }
      return {
        numIndexesBefore: new Int32(before.length),
        numIndexesAfter: new Int32(collection.indexes.length),
      };
    },
    () => undo(),
  );
};

/** Whether an index is there already; another of its name, or the same by another name, is an error. */
function present(collection: Collection, wanted: IndexSpecification): boolean {
  const there = collection.indexes.map(({ specification }) => specification);
  const sameName = there.find(({ name }) => name === wanted.name);
  if (sameName && form(sameName) === form(wanted)) return true;
  const conflict = sameName ?? there.find((one) => form(one) === form(wanted));
  if (!conflict) return false;
  const [code, codeName] = sameName ? [86, 'IndexKeySpecsConflict'] : [85, 'IndexOptionsConflict'];
  throw new DatabaseError(
    code,
    codeName,
    `${wanted.name}: the index ${conflict.name} has its name and other fields or options, or another name`,
  );
}

/** What an index is, its name apart. */
const form = ({ key, unique }: IndexSpecification): string =>
  JSON.stringify([
    Object.entries(key).map(([name, direction]) => [name, Number(direction)]),
    unique === true,
  ]);

function specificationOf(given: unknown): IndexSpecification {
  const fields = fieldsIn(given, 'An index');
  onlyKnown('createIndexes', fields, ['name', 'key', 'unique']);
  const { name, key } = fields;
  if (typeof name !== 'string' || name === '') throw badValue('An index needs a name');
  if (Object.keys(fieldsIn(key, 'key')).length === 0) throw badValue('An index needs a key');
  return { key: fieldsIn(key, 'key'), name, ...(flag(fields['unique'], 'unique') && { unique: true }) };
}

import { Int32 } from 'bson';
import { badValue, DatabaseError, notHere } from '../database-error.js';
import type { Collection } from '../storage/collection.js';
import type { IndexSpecification } from '../storage/index-definition.js';
import { equal } from '../values/compare.js';
import { encode, isFields } from '../values/value.js';
import { type Call, collectionName, fieldsIn, flag, type Handler, onlyKnown, onlyKnownIn } from './call.js';

export const createIndexesCommand: Handler = (call) => {
  onlyKnownIn(call, ['indexes']);
  refuseInTransaction(call);
  const { store, database, message } = call;
  const name = collectionName(call);
  const wanted = message.body['indexes'];
  if (!Array.isArray(wanted) || wanted.length === 0) throw badValue('createIndexes takes a list of indexes');
  const specifications = wanted.map(specificationOf);
  return store.alone((changes, undo) => {
    const existed = store.collection(database, name) !== undefined;
    const collection = store.ensure(database, name);
    const before = collection.indexes.length;
    for (const specification of specifications) {
      if (!present(collection, specification)) undo.push(collection.addIndex(changes, specification));
    }
    return {
      numIndexesBefore: new Int32(before),
      numIndexesAfter: new Int32(collection.indexes.length),
      createdCollectionAutomatically: !existed,
    };
  });
};

/** Whether an index is there already; another of its name, or the same by another name, is an error. */
function present(collection: Collection, wanted: IndexSpecification): boolean {
  const sameName = collection.indexes.find(({ name }) => name === wanted.name);
  if (sameName && same(sameName.specification, wanted)) return true;
  const conflict = sameName ?? collection.indexes.find(({ specification }) => same(specification, wanted));
  if (!conflict) return false;
  const [code, codeName] = sameName ? [86, 'IndexKeySpecsConflict'] : [85, 'IndexOptionsConflict'];
  throw new DatabaseError(
    code,
    codeName,
    `${wanted.name}: the index ${conflict.name} has its name and other fields or options, or another name`,
  );
}

export const listIndexesCommand: Handler = (call) => {
  onlyKnownIn(call, ['cursor']);
  const name = collectionName(call);
  const collection = call.store.collection(call.database, name);
  if (!collection)
    throw new DatabaseError(26, 'NamespaceNotFound', `ns does not exist: ${call.database}.${name}`);
  const documents = collection.indexes.map(({ specification }) =>
    encode({ v: new Int32(2), ...specification }),
  );
  return call.cursors.first(collection.namespace, documents, call.scope.reader, Infinity);
};

export const listCollectionsCommand: Handler = (call) => {
  onlyKnownIn(call, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const filter = fieldsIn(call.message.body['filter'] ?? {}, 'filter');
  onlyKnown('listCollections.filter', filter, ['name']);
  const documents = call.store
    .collectionsOf(call.database)
    .filter(({ name }) => filter['name'] === undefined || filter['name'] === name)
    .map(({ name }) => encode({ name, type: 'collection' }));
  return call.cursors.first(`${call.database}.$cmd.listCollections`, documents, call.scope.reader, Infinity);
};

export const dropDatabaseCommand: Handler = (call) => {
  onlyKnownIn(call, []);
  refuseInTransaction(call);
  const { store, database } = call;
  return store.alone((changes, undo) => {
    for (const collection of store.collectionsOf(database)) undo.push(store.drop(changes, collection));
    return { dropped: database };
  });
};

function refuseInTransaction({ name, scope }: Call): void {
  if (!scope.inTransaction) return;
  throw new DatabaseError(
    263,
    'OperationNotSupportedInTransaction',
    `${name} is not possible in a transaction`,
  );
}

const INDEX = ['name', 'key', 'unique', 'partialFilterExpression', 'v', 'background'];

function specificationOf(given: unknown): IndexSpecification {
  const fields = fieldsIn(given, 'An index');
  onlyKnown('createIndexes', fields, INDEX);
  const { name, key, partialFilterExpression: partial } = fields;
  if (typeof name !== 'string' || name === '') throw badValue('An index needs a name');
  if (!isFields(key) || Object.keys(key).length === 0) throw badValue('An index needs a key');
  if (Object.keys(key)[0]?.startsWith('$') === true) throw notHere('An index on all fields');
  return {
    key,
    name,
    ...(flag(fields['unique'], 'unique') && { unique: true }),
    ...(partial !== undefined && { partialFilterExpression: fieldsIn(partial, 'partialFilterExpression') }),
  };
}

const same = (one: IndexSpecification, other: IndexSpecification): boolean =>
  equal(one.key, other.key) &&
  (one.unique === true) === (other.unique === true) &&
  equal(one.partialFilterExpression ?? {}, other.partialFilterExpression ?? {});

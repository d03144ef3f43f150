import { Int32 } from 'bson';
import { badValue, DatabaseError, notHere } from '../database-error.js';
import type { IndexSpecification } from '../storage/index-definition.js';
import { equal } from '../values/compare.js';
import { encode, type Fields, isFields } from '../values/value.js';
import { type Call, collectionName, fieldsIn, flag, type Handler, onlyKnown, onlyKnownIn } from './call.js';

export const createIndexesCommand: Handler = async (call) => {
  onlyKnownIn(call, ['indexes', 'commitQuorum']);
  refuseInTransaction(call);
  const { body } = call.message;
  const wanted = body['indexes'];
  if (!Array.isArray(wanted) || wanted.length === 0) throw badValue('createIndexes takes a list of indexes');
  const specifications = wanted.map(specificationOf);
  const existed = call.store.collection(call.database, collectionName(call)) !== undefined;
  const collection = call.store.ensure(call.database, collectionName(call));
  const before = collection.indexes.length;
  for (const specification of specifications) {
    const present = collection.indexes.find(({ name }) => name === specification.name);
    const sameKey = collection.indexes.find(({ specification: { key } }) =>
      sameFields(key, specification.key),
    );
    if (present && same(present.specification, specification)) continue;
    if (present ?? sameKey) {
      throw new DatabaseError(
        86,
        'IndexKeySpecsConflict',
        `An index of that name or key exists already with other options: ${(present ?? sameKey)?.name ?? ''}`,
      );
    }
    await call.store.addIndex(collection, specification);
  }
  return {
    numIndexesBefore: new Int32(before),
    numIndexesAfter: new Int32(collection.indexes.length),
    createdCollectionAutomatically: !existed,
  };
};

export const listIndexesCommand: Handler = (call) => {
  onlyKnownIn(call, ['cursor']);
  const name = collectionName(call);
  const collection = call.store.collection(call.database, name);
  if (!collection)
    throw new DatabaseError(26, 'NamespaceNotFound', `ns does not exist: ${call.database}.${name}`);
  const documents = collection.indexes.map(({ specification }) =>
    encode({ v: new Int32(2), ...specification }),
  );
  return call.cursors.first(collection.namespace, documents, Infinity);
};

export const listCollectionsCommand: Handler = (call) => {
  onlyKnownIn(call, ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const filter = fieldsIn(call.message.body['filter'] ?? {}, 'filter');
  onlyKnown('listCollections.filter', filter, ['name']);
  const documents = call.store
    .collectionsOf(call.database)
    .filter(({ name }) => filter['name'] === undefined || filter['name'] === name)
    .map(({ name }) => encode({ name, type: 'collection' }));
  return call.cursors.first(`${call.database}.$cmd.listCollections`, documents, Infinity);
};

export const dropDatabaseCommand: Handler = async (call) => {
  onlyKnownIn(call, []);
  refuseInTransaction(call);
  for (const collection of call.store.collectionsOf(call.database)) await call.store.drop(collection);
  return { dropped: call.database };
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
    name,
    key,
    ...(flag(fields['unique'], 'unique') && { unique: true }),
    ...(partial !== undefined && { partialFilterExpression: fieldsIn(partial, 'partialFilterExpression') }),
  };
}

const sameFields = (one: Fields, other: Fields): boolean => equal(one, other);

const same = (one: IndexSpecification, other: IndexSpecification): boolean =>
  sameFields(one.key, other.key) &&
  (one.unique === true) === (other.unique === true) &&
  sameFields(one.partialFilterExpression ?? {}, other.partialFilterExpression ?? {});

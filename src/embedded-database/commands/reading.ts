import { Long } from 'bson';
import { badValue, notHere } from '../database-error.js';
import { find } from '../query/find.js';
import { matcher } from '../query/match.js';
import { projection } from '../query/projection.js';
import { orderedFields } from '../values/order.js';
import { encode, isFields, numberOf } from '../values/value.js';
import { collectionName, count, fieldsIn, flag, type Handler, onlyKnownIn } from './call.js';

const FIND = ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'hint'];

export const findCommand: Handler = (call) => {
  onlyKnownIn(call, FIND);
  const { body } = call.message;
  const name = collectionName(call);
  const collection = call.store.collection(call.database, name);
  const search = {
    filter: fieldsIn(body['filter'] ?? {}, 'filter'),
    sort: orderedFields(body['sort'] ?? {}, 'A sort'),
    skip: count(body['skip'], 'skip') ?? 0,
    limit: count(body['limit'], 'limit') ?? 0,
    natural: natural(body['hint']),
  };
  // What is not known is refused also where there is no such collection.
  matcher(search.filter);
  const project = projection(body['projection']);
  const { reader } = call.scope;
  const documents = function* () {
    if (!collection) return;
    for (const { bytes, document } of find(reader, collection, search)) {
      yield project ? encode(project(document)) : bytes;
    }
  };
  return call.cursors.first(
    `${call.database}.${name}`,
    documents(),
    reader,
    count(body['batchSize'], 'batchSize'),
    flag(body['singleBatch'], 'singleBatch'),
  );
};

export const getMoreCommand: Handler = (call) => {
  onlyKnownIn(call, ['collection', 'batchSize']);
  const { body } = call.message;
  const namespace = `${call.database}.${String(body['collection'])}`;
  return call.cursors.next(cursorId(body['getMore']), namespace, count(body['batchSize'], 'batchSize'));
};

export const killCursorsCommand: Handler = (call) => {
  onlyKnownIn(call, ['cursors']);
  const given = call.message.body['cursors'];
  if (!Array.isArray(given)) throw badValue('killCursors takes a list of cursors');
  const ids = given.map(cursorId);
  const killed = ids.filter((id) => call.cursors.kill(id));
  const list = (some: readonly bigint[]) => some.map((id) => Long.fromBigInt(id));
  return {
    cursorsKilled: list(killed),
    cursorsNotFound: list(ids.filter((id) => !killed.includes(id))),
    cursorsAlive: [],
    cursorsUnknown: [],
  };
};

function cursorId(value: unknown): bigint {
  const id = numberOf(value);
  if (id === undefined || !(typeof id === 'bigint' || Number.isSafeInteger(id))) {
    throw badValue('A cursor is a number of 64 bits');
  }
  return BigInt(id);
}

function natural(hint: unknown): boolean {
  if (hint === undefined) return false;
  if (isFields(hint) && Object.keys(hint).join() === '$natural' && numberOf(hint['$natural']) === 1)
    return true;
  throw notHere('A hint other than { $natural: 1 }');
}

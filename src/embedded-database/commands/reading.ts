import { Long, Int32 } from 'bson';
import { number, pipeline, wholeNumber } from '../aggregate/pipeline.js';
import { badValue, DatabaseError, notHere, wrongType } from '../database-error.js';
import { find } from '../query/find.js';
import { matcher } from '../query/match.js';
import { projection } from '../query/projection.js';
import { sortFields } from '../query/sort.js';
import { encode, isFields, numberOf, typeOf, TYPE } from '../values/value.js';
import { collectionName, fieldsIn, flag, type Handler, onlyKnown, onlyKnownIn } from './call.js';

const FIND = ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'hint'];

export const findCommand: Handler = (call) => {
  onlyKnownIn(call, FIND);
  const { body } = call.message;
  const name = collectionName(call);
  const collection = call.store.collection(call.database, name);
  const filter = fieldsIn(body['filter'] ?? {}, 'filter');
  const limit = optional(body['limit'], 'limit') ?? 0;
  const search = {
    filter,
    sort: sortFields(body['sort']),
    skip: optional(body['skip'], 'skip') ?? 0,
    limit,
    natural: natural(body['hint']),
  };
  const project = projection(body['projection']);
  const batch = optional(body['batchSize'], 'batchSize');
  const single = flag(body['singleBatch'], 'singleBatch');
  matcher(filter);
  const { reader } = call.scope;
  const documents = function* () {
    if (!collection) return;
    for (const { bytes, document } of find(reader, collection, search)) {
      yield project ? encode(project(document)) : bytes;
    }
  };
  return call.cursors.first(`${call.database}.${name}`, documents(), reader, batch, single);
};

export const aggregateCommand: Handler = (call) => {
  onlyKnownIn(call, ['pipeline', 'cursor', 'hint']);
  const { body } = call.message;
  const name = collectionName(call);
  const stages = body['pipeline'];
  if (!Array.isArray(stages)) throw wrongType('A pipeline is a list of stages');
  if (body['cursor'] === undefined) {
    throw new DatabaseError(9, 'FailedToParse', "The 'cursor' option is required");
  }
  const cursor = fieldsIn(body['cursor'], 'cursor');
  onlyKnown('aggregate.cursor', cursor, ['batchSize']);
  const [first, ...rest] = stages as unknown[];
  const match = isFields(first) && Object.keys(first).join() === '$match' ? first['$match'] : undefined;
  const filter = match === undefined ? {} : fieldsIn(match, '$match');
  const run = pipeline(match === undefined ? stages : rest);
  matcher(filter);
  const collection = call.store.collection(call.database, name);
  const { reader } = call.scope;
  const found = function* () {
    if (!collection) return;
    for (const { document } of find(reader, collection, { filter, natural: natural(body['hint']) })) {
      yield document;
    }
  };
  const documents = function* () {
    for (const document of run(found())) yield encode(document);
  };
  return call.cursors.first(
    `${call.database}.${name}`,
    documents(),
    reader,
    optional(cursor['batchSize'], 'batchSize'),
  );
};

export const getMoreCommand: Handler = (call) => {
  onlyKnownIn(call, ['collection', 'batchSize']);
  const { body } = call.message;
  return call.cursors.next(
    cursorId(body['getMore']),
    `${call.database}.${String(body['collection'])}`,
    optional(body['batchSize'], 'batchSize'),
  );
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

/** The count MongoDB gives quickly; here every document is counted. */
export const countCommand: Handler = (call) => {
  onlyKnownIn(call, ['query']);
  const collection = call.store.collection(call.database, collectionName(call));
  const filter = fieldsIn(call.message.body['query'] ?? {}, 'query');
  matcher(filter);
  return { n: new Int32(collection ? number(find(call.scope.reader, collection, { filter })) : 0) };
};

function cursorId(value: unknown): bigint {
  if (typeOf(value) !== TYPE.number) throw badValue('A cursor is a number of 64 bits');
  return BigInt(numberOf(value));
}

const optional = (value: unknown, name: string): number | undefined =>
  value === undefined ? undefined : wholeNumber(value, name, 51024);

function natural(hint: unknown): boolean {
  if (hint === undefined) return false;
  if (isFields(hint) && Object.keys(hint).join() === '$natural' && Number(numberOf(hint['$natural'])) === 1) {
    return true;
  }
  throw notHere('A hint other than { $natural: 1 }');
}

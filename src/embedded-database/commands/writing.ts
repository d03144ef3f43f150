import { Int32, ObjectId } from 'bson';
import { DatabaseError } from '../database-error.js';
import { find, heldHits, type Hit } from '../query/find.js';
import { projection } from '../query/projection.js';
import { sortFields } from '../query/sort.js';
import type { Changes } from '../storage/changes.js';
import type { Collection } from '../storage/collection.js';
import { startOf, type Update, updater } from '../update/update.js';
import {
  decode,
  encode,
  type Fields,
  isFields,
  LARGEST_DOCUMENT,
  tooLarge,
  numberOf,
  typeOf,
  TYPE,
} from '../values/value.js';
import {
  type Call,
  collectionName,
  documentsOf,
  fieldsIn,
  flag,
  type Handler,
  onlyKnown,
  onlyKnownIn,
} from './call.js';

const MOST_WRITES = 100_000;

export const insertCommand: Handler = async (call) => {
  onlyKnownIn(call, ['documents', 'ordered']);
  return writeEach(call, documentsOf(call, 'documents'), (changes, collection, document) => {
    insert(changes, collection, document);
    return { n: 1 };
  });
};

export const updateCommand: Handler = async (call) => {
  onlyKnownIn(call, ['updates', 'ordered']);
  const updates = documentsOf(call, 'updates').map((given) => {
    onlyKnown('update', given, ['q', 'u', 'multi', 'upsert']);
    return {
      filter: fieldsIn(given['q'], 'q'),
      update: updater(given['u']),
      multi: flag(given['multi'], 'multi'),
      upsert: flag(given['upsert'], 'upsert'),
    };
  });
  return writeEach(call, updates, (changes, collection, { filter, update, multi, upsert }) => {
    const hits = heldHits(find(changes, collection, { filter, limit: multi ? 0 : 1 }));
    if (hits.length === 0 && upsert) {
      const inserted = insertNew(changes, collection, filter, update);
      return { n: 1, nModified: 0, upserted: inserted['_id'] };
    }
    const changed = hits.map((hit) => change(changes, collection, hit, update));
    return { n: hits.length, nModified: changed.filter((one) => one.changed).length };
  });
};

export const deleteCommand: Handler = async (call) => {
  onlyKnownIn(call, ['deletes', 'ordered']);
  const deletes = documentsOf(call, 'deletes').map((given) => {
    onlyKnown('delete', given, ['q', 'limit']);
    const limit = typeOf(given['limit']) === TYPE.number ? Number(numberOf(given['limit'])) : NaN;
    if (limit !== 0 && limit !== 1)
      throw new DatabaseError(9, 'FailedToParse', 'The limit of a delete is 0 or 1');
    return { filter: fieldsIn(given['q'], 'q'), limit };
  });
  return writeEach(call, deletes, (changes, collection, search) => {
    const hits = heldHits(find(changes, collection, search));
    for (const hit of hits) collection.remove(changes, hit);
    return { n: hits.length };
  });
};

const FIND_AND_MODIFY = ['query', 'sort', 'update', 'remove', 'new', 'upsert', 'fields'];

export const findAndModifyCommand: Handler = async (call) => {
  onlyKnownIn(call, FIND_AND_MODIFY);
  const { body } = call.message;
  const name = collectionName(call);
  const filter = fieldsIn(body['query'] ?? {}, 'query');
  const sort = sortFields(body['sort']);
  const project = projection(body['fields']) ?? ((document: Fields) => document);
  const upsert = flag(body['upsert'], 'upsert');
  const after = flag(body['new'], 'new');
  const remove = flag(body['remove'], 'remove');
  if (remove === (body['update'] !== undefined)) {
    throw new DatabaseError(9, 'FailedToParse', 'findAndModify takes either an update or remove');
  }
  const update = remove ? undefined : updater(body['update']);
  return call.scope.write((changes) => {
    const collection = call.store.ensure(call.database, name);
    const [hit] = find(changes, collection, { filter, sort, limit: 1 });
    if (!update) {
      if (hit) collection.remove(changes, hit);
      return { lastErrorObject: { n: new Int32(hit ? 1 : 0) }, value: hit ? project(hit.document) : null };
    }
    if (hit) {
      const { document } = change(changes, collection, hit, update);
      return {
        lastErrorObject: { n: new Int32(1), updatedExisting: true },
        value: project(after ? document : hit.document),
      };
    }
    if (!upsert) return { lastErrorObject: { n: new Int32(0), updatedExisting: false }, value: null };
    const inserted = insertNew(changes, collection, filter, update);
    return {
      lastErrorObject: { n: new Int32(1), updatedExisting: false, upserted: inserted['_id'] },
      value: after ? project(inserted) : null,
    };
  });
};

interface Written {
  readonly n: number;
  readonly nModified?: number;
  readonly upserted?: unknown;
}

/** Runs the writes of one command one after another; the first that fails ends an ordered command. */
function writeEach<T>(
  call: Call,
  items: readonly T[],
  write: (changes: Changes, collection: Collection, item: T) => Written,
): Promise<Fields> {
  if (items.length > MOST_WRITES)
    throw new DatabaseError(16, 'InvalidLength', `At most ${MOST_WRITES} writes go into one command`);
  const name = collectionName(call);
  const ordered = call.message.body['ordered'] === undefined || flag(call.message.body['ordered'], 'ordered');
  return call.scope.write((changes) => {
    const collection = call.store.ensure(call.database, name);
    let n = 0;
    let nModified: number | undefined;
    const upserted: Fields[] = [];
    const writeErrors: Fields[] = [];
    for (const [at, item] of items.entries()) {
      try {
        const written = write(changes, collection, item);
        n += written.n;
        if (written.nModified !== undefined) nModified = (nModified ?? 0) + written.nModified;
        if (written.upserted !== undefined) upserted.push({ index: new Int32(at), _id: written.upserted });
      } catch (error) {
        if (!(error instanceof DatabaseError) || call.scope.inTransaction) throw error;
        writeErrors.push({
          index: new Int32(at),
          code: new Int32(error.code),
          errmsg: error.message,
          ...error.details,
        });
        if (ordered) break;
      }
    }
    return {
      n: new Int32(n),
      ...(nModified !== undefined && { nModified: new Int32(nModified) }),
      ...(upserted.length > 0 && { upserted }),
      ...(writeErrors.length > 0 && { writeErrors }),
    };
  });
}

function change(
  changes: Changes,
  collection: Collection,
  hit: Hit,
  update: Update,
): { readonly document: Fields; readonly changed: boolean } {
  const document = decode(hit.bytes);
  update(document, false);
  const bytes = checked(document);
  const changed = !bytes.equals(hit.bytes);
  if (changed) collection.replace(changes, hit, decode(bytes), bytes);
  return { document, changed };
}

function insertNew(changes: Changes, collection: Collection, filter: Fields, update: Update): Fields {
  const document = startOf(filter);
  update(document, true);
  return insert(changes, collection, document);
}

/** Below the depth at which looking through a document could exhaust the stack. */
const GREATEST_DEPTH = 100;

const deeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || isFields(value)) &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(levels - 1, inner)));

/** Stores a document, its `_id` first, made where it has none. */
function insert(changes: Changes, collection: Collection, given: Fields): Fields {
  const { _id: id = new ObjectId(), ...fields } = given;
  const dollar = Object.keys(fields).find((name) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw new DatabaseError(52, 'DollarPrefixedFieldName', `The field '${dollar}' may not begin with $`);
  }
  const type = typeOf(id);
  if (type === TYPE.array || type === TYPE.regex || type === TYPE.null) {
    throw new DatabaseError(
      53,
      'InvalidIdField',
      "The '_id' value may not be a list, a regular expression or null",
    );
  }
  const bytes = checked({ _id: id, ...fields });
  const document = decode(bytes);
  collection.insert(changes, document, bytes);
  return document;
}

/** The bytes of a document that can be stored. */
function checked(document: Fields): Buffer {
  if (deeperThan(GREATEST_DEPTH, document)) {
    throw new DatabaseError(15, 'Overflow', `A document may be ${GREATEST_DEPTH} levels deep`);
  }
  const bytes = encode(document);
  if (bytes.length <= LARGEST_DOCUMENT) return bytes;
  throw tooLarge(`A document of ${bytes.length} bytes`);
}

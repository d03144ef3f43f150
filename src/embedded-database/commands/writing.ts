import { Int32, ObjectId } from 'bson';
import { DatabaseError, notHere } from '../database-error.js';
import { find, held } from '../query/find.js';
import type { Changes } from '../storage/changes.js';
import type { Collection, Stored } from '../storage/collection.js';
import { startOf, type Update, updater } from '../update/update.js';
import { orderedFields } from '../values/order.js';
import { decode, encode, type Fields, isFields, LARGEST_DOCUMENT, tooLarge } from '../values/value.js';
import {
  type Call,
  collectionName,
  count,
  documentsOf,
  fieldsIn,
  flag,
  type Handler,
  onlyKnown,
  onlyKnownIn,
} from './call.js';

const MOST_WRITES = 100_000;
/** Below the depth at which looking through a document could exhaust the stack. */
const GREATEST_DEPTH = 100;

export const insertCommand: Handler = (call) => {
  onlyKnownIn(call, ['documents', 'ordered']);
  return writeEach(call, documentsOf(call, 'documents'), (changes, collection, document) => {
    insert(changes, collection, document);
    return { n: 1 };
  });
};

export const updateCommand: Handler = (call) => {
  onlyKnownIn(call, ['updates', 'ordered']);
  const updates = documentsOf(call, 'updates').map((given) => {
    onlyKnown('update', given, ['q', 'u', 'multi', 'upsert']);
    return {
      filter: fieldsIn(given['q'], 'q'),
      update: updater(given['u']),
      limit: flag(given['multi'], 'multi') ? 0 : 1,
      upsert: flag(given['upsert'], 'upsert'),
    };
  });
  return writeEach(call, updates, (changes, collection, { filter, update, limit, upsert }) => {
    const found = held(find(changes, collection, { filter, limit }));
    if (found.length === 0 && upsert) {
      return { n: 1, nModified: 0, upserted: insertNew(changes, collection, filter, update)['_id'] };
    }
    const after = found.map((stored) => change(changes, collection, stored, update));
    return { n: found.length, nModified: after.filter(({ changed }) => changed).length };
  });
};

export const deleteCommand: Handler = (call) => {
  onlyKnownIn(call, ['deletes', 'ordered']);
  const deletes = documentsOf(call, 'deletes').map((given) => {
    onlyKnown('delete', given, ['q', 'limit']);
    const limit = count(given['limit'], 'limit');
    if (limit !== 0 && limit !== 1)
      throw new DatabaseError(9, 'FailedToParse', 'The limit of a delete is 0 or 1');
    return { filter: fieldsIn(given['q'], 'q'), limit };
  });
  return writeEach(call, deletes, (changes, collection, search) => {
    const found = held(find(changes, collection, search));
    for (const stored of found) collection.remove(changes, stored);
    return { n: found.length };
  });
};

export const findAndModifyCommand: Handler = (call) => {
  onlyKnownIn(call, ['query', 'sort', 'update', 'remove', 'new', 'upsert']);
  const { body } = call.message;
  const name = collectionName(call);
  if (flag(body['remove'], 'remove')) throw notHere('remove in findAndModify');
  const filter = fieldsIn(body['query'] ?? {}, 'query');
  const sort = orderedFields(body['sort'] ?? {}, 'A sort');
  const update = updater(body['update']);
  const after = flag(body['new'], 'new');
  const upsert = flag(body['upsert'], 'upsert');
  return call.scope.write((changes) => {
    const collection = call.store.ensure(call.database, name);
    const [found] = find(changes, collection, { filter, sort, limit: 1 });
    if (found) {
      const { document } = change(changes, collection, found, update);
      return {
        lastErrorObject: { n: new Int32(1), updatedExisting: true },
        value: after ? document : found.document,
      };
    }
    if (!upsert) return { lastErrorObject: { n: new Int32(0), updatedExisting: false }, value: null };
    const document = insertNew(changes, collection, filter, update);
    return {
      lastErrorObject: { n: new Int32(1), updatedExisting: false, upserted: document['_id'] },
      value: after ? document : null,
    };
  });
};

interface Written {
  readonly n: number;
  readonly nModified?: number;
  readonly upserted?: unknown;
}

/** Runs the writes of one command one after another; the first that fails ends them. */
function writeEach<T>(
  call: Call,
  items: readonly T[],
  write: (changes: Changes, collection: Collection, item: T) => Written,
): Promise<Fields> {
  if (items.length > MOST_WRITES)
    throw new DatabaseError(16, 'InvalidLength', `At most ${MOST_WRITES} writes go into one command`);
  const name = collectionName(call);
  if (!flag(call.message.body['ordered'] ?? true, 'ordered')) throw notHere('ordered: false');
  return call.scope.write((changes) => {
    const collection = call.store.ensure(call.database, name);
    let [n, nModified] = [0, 0];
    const upserted: Fields[] = [];
    const writeErrors: Fields[] = [];
    for (const [at, item] of items.entries()) {
      const index = new Int32(at);
      try {
        const written = write(changes, collection, item);
        n += written.n;
        nModified += written.nModified ?? 0;
        if (written.upserted !== undefined) upserted.push({ index, _id: written.upserted });
      } catch (error) {
        if (!(error instanceof DatabaseError) || call.scope.inTransaction) throw error;
        writeErrors.push({ index, code: new Int32(error.code), errmsg: error.message, ...error.details });
        break;
      }
    }
    return {
      n: new Int32(n),
      ...(call.name === 'update' && { nModified: new Int32(nModified) }),
      ...(upserted.length > 0 && { upserted }),
      ...(writeErrors.length > 0 && { writeErrors }),
    };
  });
}

function change(
  changes: Changes,
  collection: Collection,
  stored: Stored,
  update: Update,
): { readonly document: Fields; readonly changed: boolean } {
  const document = decode(stored.bytes);
  update(document, false);
  const bytes = checked(document);
  const changed = !bytes.equals(stored.bytes);
  if (changed) collection.replace(changes, stored, document, bytes);
  return { document, changed };
}

function insertNew(changes: Changes, collection: Collection, filter: Fields, update: Update): Fields {
  const document = startOf(filter);
  update(document, true);
  return insert(changes, collection, document);
}

/** Stores a document, its `_id` first, made where it has none. */
function insert(changes: Changes, collection: Collection, given: Fields): Fields {
  const { _id = new ObjectId(), ...fields } = given;
  const document = { _id, ...fields };
  const dollar = Object.keys(document).find((name) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw new DatabaseError(52, 'DollarPrefixedFieldName', `The field '${dollar}' may not begin with $`);
  }
  collection.insert(changes, document, checked(document));
  return document;
}

/** The bytes of a document that can be stored. */
function checked(document: Fields): Buffer {
  if (deeperThan(GREATEST_DEPTH, document)) {
    throw new DatabaseError(15, 'Overflow', `A document may be ${GREATEST_DEPTH} levels deep`);
  }
  const bytes = encode(document);
  if (bytes.length > LARGEST_DOCUMENT) throw tooLarge(`A document of ${bytes.length} bytes`);
  return bytes;
}

const deeperThan = (levels: number, value: unknown): boolean =>
  (Array.isArray(value) || isFields(value)) &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(levels - 1, inner)));

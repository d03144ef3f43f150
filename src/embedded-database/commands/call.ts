import { Binary } from 'bson';
import { badValue, DatabaseError, notHere, wrongType } from '../database-error.js';
import type { Changes } from '../storage/changes.js';
import type { Reader } from '../storage/entries.js';
import type { Store } from '../storage/store.js';
import { decode, type Fields, isFields, numberOf } from '../values/value.js';
import type { Message } from '../wire/message.js';
import type { Cursors } from './cursors.js';

/** What a session lets a command read and write. */
export interface Scope {
  readonly reader: Reader;
  readonly inTransaction: boolean;
  /** Runs a write; answered when it is durable, or in the transaction it belongs to. */
  write(job: (changes: Changes) => Fields): Promise<Fields>;
}

/** A command being run. */
export interface Call {
  readonly name: string;
  readonly database: string;
  readonly message: Message;
  readonly scope: Scope;
  readonly store: Store;
  readonly cursors: Cursors;
}

/** A command: its answer as fields, or as bytes where documents go out as they are stored. */
export type Handler = (call: Call) => Fields | Buffer | Promise<Fields | Buffer>;

/** Fields every command may carry; what they ask for holds anyway. */
const COMMON: readonly string[] = [
  '$db',
  '$clusterTime',
  '$readPreference',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
];

/**
 * Refuses a field a command does not know.
 *
 * @throws DatabaseError naming it
 */
export function onlyKnown(command: string, fields: Fields, known: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw notHere(`${unknown} in ${command}`);
}

/** As {@link onlyKnown}, for the body of a command. */
export function onlyKnownIn({ name, message }: Call, known: readonly string[]): void {
  onlyKnown(name, message.body, [name, ...known, ...COMMON]);
}

/** The name of the collection a command is for. */
export function collectionName({ name, message }: Call): string {
  const given = message.body[name];
  if (typeof given !== 'string' || !/^[A-Za-z_][\w.-]{0,99}$/.test(given)) {
    throw badValue(`${name} takes the name of a collection: letters, digits, _, - and .`);
  }
  return given;
}

/** The documents of a field, whether they came in the body or beside it. */
export function documentsOf({ name, message }: Call, field: string): readonly Fields[] {
  const beside = message.sequences.get(field);
  if (beside) return beside.map(decode);
  const given = message.body[field];
  if (!Array.isArray(given) || given.length === 0) throw badValue(`${name} takes a list of ${field}`);
  return given.map((value) => fieldsIn(value, field));
}

/** A value that has to be a document. */
export function fieldsIn(value: unknown, name: string): Fields {
  if (!isFields(value)) throw wrongType(`${name} must be a document`);
  return value;
}

/** A value that has to be true or false, false where it is left out. */
export function flag(value: unknown, name: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw wrongType(`${name} must be true or false`);
  return value;
}

/** A value that has to be a number of documents, undefined where it is left out. */
export function count(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(numberOf(value));
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new DatabaseError(51024, 'Location51024', `${name} takes a whole number, at least 0`);
  }
  return number;
}

/** The identity of a session, and the number of its write or transaction. */
export function sessionOf(body: Fields): { readonly session?: Buffer; readonly number?: bigint } {
  const given = numberOf(body['txnNumber']);
  if (body['txnNumber'] !== undefined && typeof given !== 'bigint' && !Number.isSafeInteger(given)) {
    throw badValue('txnNumber must be a whole number');
  }
  const id = body['lsid'] === undefined ? undefined : fieldsIn(body['lsid'], 'lsid')['id'];
  if (body['lsid'] !== undefined && !(id instanceof Binary && id.position === 16)) {
    throw wrongType('lsid.id must be a UUID');
  }
  return {
    ...(id instanceof Binary && { session: Buffer.from(id.value()) }),
    ...(given !== undefined && { number: BigInt(given) }),
  };
}

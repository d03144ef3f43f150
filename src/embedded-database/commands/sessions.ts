import { Long } from 'bson';
import { badValue, DatabaseError } from '../database-error.js';
import type { Changes } from '../storage/changes.js';
import type { Store, Transaction } from '../storage/store.js';
import { decode, encode, type Fields, numberOf, typeOf, TYPE } from '../values/value.js';
import type { Connection } from '../wire/connection.js';
import { type Scope, sessionOf } from './call.js';

interface OpenTransaction {
  readonly number: bigint;
  readonly transaction: Transaction;
  /** The connection its last command came on. */
  connection: Connection;
  readonly timer: NodeJS.Timeout;
}

/** What is kept of the last write of a session, so that one sent again is not done again. */
interface Remembered {
  readonly number: bigint;
  readonly reply: Fields | undefined;
}

/** No other write happens while a transaction is open, so none may be open for long. */
const TRANSACTION_LIFETIME = 5_000;
const REMEMBERED_FOR = 30 * 60_000;

/** Sessions: transactions that are open, and writes that may be sent again. */
export class Sessions {
  private readonly store: Store;
  private readonly open = new Map<string, OpenTransaction>();

  constructor(store: Store) {
    this.store = store;
  }

  /**
   * The scope in which a command runs; begins a transaction where it says so.
   *
   * @throws DatabaseError where its transaction is not open
   */
  async enter(body: Fields, connection: Connection): Promise<Scope> {
    const session = sessionOf(body);
    const number = transactionNumber(body);
    if (body['autocommit'] === undefined) {
      return {
        reader: this.store.committed,
        inTransaction: false,
        write: (job) =>
          session && number !== undefined ? this.writeOnce(session, number, job) : this.store.write(job),
      };
    }
    if (!session || number === undefined || body['autocommit'] !== false) {
      throw badValue('A transaction needs lsid, txnNumber and autocommit: false');
    }
    const one =
      body['startTransaction'] === true
        ? await this.begin(session, number, connection)
        : this.find(session, number);
    one.connection = connection;
    const { changes } = one.transaction;
    return {
      reader: changes,
      inTransaction: true,
      write: (job) => Promise.resolve(job(changes)),
    };
  }

  /** Makes a transaction durable; one that is already so is answered the same. */
  commit(body: Fields): Fields {
    const { session, number } = ending(body);
    if (this.remembered(session)?.number === number && !this.open.has(name(session))) return {};
    const one = this.find(session, number);
    this.close(name(session), one);
    const { changes } = one.transaction;
    this.remember(changes, session, number, undefined);
    one.transaction.commit();
    return {};
  }

  abort(body: Fields): Fields {
    const { session, number } = ending(body);
    this.end(name(session), this.find(session, number));
    return {};
  }

  /** Ends the transaction of a command that failed, as MongoDB does. */
  failed(body: Fields): void {
    if (body['autocommit'] === undefined) return;
    for (const [key, one] of this.open) if (belongs(body, key, one.number)) this.end(key, one);
  }

  /** Ends what a client that has gone left open. */
  disconnected(connection: Connection): void {
    for (const [key, one] of this.open) if (one.connection === connection) this.end(key, one);
  }

  async forgetOld(now: number): Promise<void> {
    await this.store.forgetSessions((record) => {
      const at = decode(record)['at'];
      return !(at instanceof Date) || now - at.getTime() > REMEMBERED_FOR;
    });
  }

  private async begin(session: Buffer, number: bigint, connection: Connection): Promise<OpenTransaction> {
    const older = this.open.get(name(session));
    if (older) this.end(name(session), older);
    const transaction = await this.store.begin();
    const last = this.remembered(session)?.number;
    if (connection.closed || (last !== undefined && last >= number)) {
      transaction.abort();
      throw tooOld(number);
    }
    const timer = setTimeout(() => {
      this.open.delete(name(session));
      transaction.abort();
    }, TRANSACTION_LIFETIME);
    const one = { number, transaction, connection, timer };
    this.open.set(name(session), one);
    return one;
  }

  private find(session: Buffer, number: bigint): OpenTransaction {
    const one = this.open.get(name(session));
    if (one?.number === number) return one;
    throw new DatabaseError(
      251,
      'NoSuchTransaction',
      `Transaction ${number} is not open; it was ended, or was open for more than ${TRANSACTION_LIFETIME / 1000} seconds.`,
      { errorLabels: ['TransientTransactionError'] },
    );
  }

  private close(key: string, one: OpenTransaction): void {
    clearTimeout(one.timer);
    this.open.delete(key);
  }

  private end(key: string, one: OpenTransaction): void {
    this.close(key, one);
    one.transaction.abort();
  }

  /** Runs a write of a session unless it was run before; then the first answer is given again. */
  private writeOnce(session: Buffer, number: bigint, job: (changes: Changes) => Fields): Promise<Fields> {
    return this.store.write((changes) => {
      const last = readRemembered(this.store.sessionRecord(changes, session));
      if (last?.number === number && last.reply) return last.reply;
      if (last && last.number >= number) throw tooOld(number);
      const reply = job(changes);
      this.remember(changes, session, number, reply);
      return reply;
    });
  }

  private remembered(session: Buffer): Remembered | undefined {
    return readRemembered(this.store.sessionRecord(this.store.committed, session));
  }

  private remember(changes: Changes, session: Buffer, number: bigint, reply: Fields | undefined): void {
    const record = encode({ number: Long.fromBigInt(number), at: new Date(), ...(reply && { reply }) });
    this.store.keepSessionRecord(changes, session, record);
  }
}

function readRemembered(record: Buffer | undefined): Remembered | undefined {
  if (!record) return undefined;
  const fields = decode(record);
  return { number: BigInt(numberOf(fields['number'])), reply: fields['reply'] as Fields | undefined };
}

/** Whether a command that failed, perhaps for its form, was one of a transaction. */
function belongs(body: Fields, session: string, number: bigint): boolean {
  try {
    const own = sessionOf(body);
    return own !== undefined && name(own) === session && transactionNumber(body) === number;
  } catch {
    return false;
  }
}

const name = (session: Buffer): string => session.toString('latin1');

function ending(body: Fields): { readonly session: Buffer; readonly number: bigint } {
  const session = sessionOf(body);
  const number = transactionNumber(body);
  if (!session || number === undefined) throw badValue('The end of a transaction needs lsid and txnNumber');
  return { session, number };
}

function transactionNumber(body: Fields): bigint | undefined {
  const given = body['txnNumber'];
  if (given === undefined) return undefined;
  if (typeOf(given) !== TYPE.number) throw badValue('txnNumber must be a whole number');
  const number = numberOf(given);
  if (typeof number === 'number' && !Number.isSafeInteger(number)) {
    throw badValue('txnNumber must be a whole number');
  }
  return BigInt(number);
}

const tooOld = (number: bigint) =>
  new DatabaseError(225, 'TransactionTooOld', `${number} is not after the last write of this session`);

import { Long } from 'bson';
import { badValue, DatabaseError } from '../database-error.js';
import type { Changes } from '../storage/changes.js';
import type { Reader } from '../storage/entries.js';
import type { Store, Transaction } from '../storage/store.js';
import { decode, encode, type Fields, numberOf } from '../values/value.js';
import type { Connection } from '../wire/connection.js';
import { type Scope, sessionOf } from './call.js';

interface OpenTransaction {
  readonly number: bigint;
  readonly transaction: Transaction;
  /** The connection its last command came on. */
  connection: Connection;
  readonly timer: NodeJS.Timeout;
}

/** No other write happens while a transaction is open, so none may be open for long. */
const TRANSACTION_LIFETIME = 5_000;
const REMEMBERED_FOR = 30 * 60_000;

/** Sessions: transactions that are open, and writes that may be sent again. */
export class Sessions {
  private readonly store: Store;
  /** By the identity of their session. */
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
    const { session, number } = sessionOf(body);
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
    const last = this.remembered(this.store.committed, session);
    if (last?.number === number && !this.open.has(name(session))) return {};
    const one = this.find(session, number);
    this.close(name(session), one);
    this.remember(one.transaction.changes, session, number);
    one.transaction.commit();
    return {};
  }

  abort(body: Fields): Fields {
    const { session, number } = ending(body);
    this.end(name(session), this.find(session, number));
    return {};
  }

  /** Ends the transaction of a command that failed, perhaps for its form, as MongoDB does. */
  failed(body: Fields): void {
    if (body['autocommit'] === undefined) return;
    try {
      const { session, number } = ending(body);
      const one = this.open.get(name(session));
      if (one?.number === number) this.end(name(session), one);
    } catch {
      // It names no transaction.
    }
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
    const key = name(session);
    const older = this.open.get(key);
    if (older) this.end(key, older);
    const transaction = await this.store.begin();
    const last = this.remembered(this.store.committed, session);
    if (connection.closed || (last && last.number >= number)) {
      transaction.abort();
      throw tooOld(number);
    }
    const timer = setTimeout(() => this.end(key, one), TRANSACTION_LIFETIME);
    const one = { number, transaction, connection, timer };
    this.open.set(key, one);
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
      const last = this.remembered(changes, session);
      if (last?.number === number && last.reply) return last.reply;
      if (last && last.number >= number) throw tooOld(number);
      const reply = job(changes);
      this.remember(changes, session, number, reply);
      return reply;
    });
  }

  /** What is kept of the last write or transaction of a session, so that one sent again is not done again. */
  private remembered(reader: Reader, session: Buffer) {
    const record = this.store.sessionRecord(reader, session);
    if (!record) return undefined;
    const { number, reply } = decode(record);
    return { number: BigInt(numberOf(number) ?? 0), reply: reply as Fields | undefined };
  }

  private remember(changes: Changes, session: Buffer, number: bigint, reply?: Fields): void {
    const record = encode({ number: Long.fromBigInt(number), at: new Date(), reply });
    this.store.keepSessionRecord(changes, session, record);
  }
}

const name = (session: Buffer): string => session.toString('latin1');

function ending(body: Fields): { readonly session: Buffer; readonly number: bigint } {
  const { session, number } = sessionOf(body);
  if (!session || number === undefined) throw badValue('The end of a transaction needs lsid and txnNumber');
  return { session, number };
}

const tooOld = (number: bigint) =>
  new DatabaseError(225, 'TransactionTooOld', `${number} is not after the last write of this session`);

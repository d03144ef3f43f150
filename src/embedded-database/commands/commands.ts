import { Int32 } from 'bson';
import { badValue, DatabaseError, notHere } from '../database-error.js';
import type { Store } from '../storage/store.js';
import { encode, type Fields, isFields, LARGEST_DOCUMENT } from '../values/value.js';
import { LARGEST_MESSAGE, type Message } from '../wire/message.js';
import type { Connection } from '../wire/connection.js';
import type { Handler } from './call.js';
import { createIndexesCommand } from './catalogue.js';
import { Cursors } from './cursors.js';
import { findCommand, getMoreCommand, killCursorsCommand } from './reading.js';
import { Sessions } from './sessions.js';
import { deleteCommand, findAndModifyCommand, insertCommand, updateCommand } from './writing.js';

/** Every command that works on data. What is not here is refused by name. */
const HANDLERS: Readonly<Partial<Record<string, Handler>>> = {
  find: findCommand,
  getMore: getMoreCommand,
  killCursors: killCursorsCommand,
  insert: insertCommand,
  update: updateCommand,
  delete: deleteCommand,
  findAndModify: findAndModifyCommand,
  createIndexes: createIndexesCommand,
};

const GREETINGS: readonly string[] = ['hello', 'ismaster'];
/** The version of the wire protocol of MongoDB 7.0, whose commands these are a small part of. */
const WIRE_VERSION = 21;
const SET_NAME = 'bokslut-embedded';
const HOUSEKEEPING = 60_000;

/** Runs commands and turns whatever happens into an answer. */
export class Commands {
  private readonly store: Store;
  private readonly sessions: Sessions;
  private readonly cursors = new Cursors();
  private readonly address: string;
  private readonly housekeeping: NodeJS.Timeout;

  constructor(store: Store, address: string) {
    this.store = store;
    this.address = address;
    this.sessions = new Sessions(store);
    this.housekeeping = setInterval(() => {
      this.cursors.forgetOld(Date.now());
      void this.sessions.forgetOld(Date.now()).catch(() => undefined);
    }, HOUSEKEEPING);
  }

  async run(message: Message, connection: Connection): Promise<Buffer> {
    try {
      const answer = await this.answer(message, connection);
      return Buffer.isBuffer(answer) ? answer : encode({ ...answer, ok: 1 });
    } catch (error) {
      this.sessions.failed(message.body);
      return encode({ ok: 0, ...described(error) });
    }
  }

  disconnected(connection: Connection): void {
    this.sessions.disconnected(connection);
  }

  close(): void {
    clearInterval(this.housekeeping);
  }

  private async answer(message: Message, connection: Connection): Promise<Fields | Buffer> {
    const { body } = message;
    const name = Object.keys(body)[0] ?? '';
    if (GREETINGS.includes(name)) return this.greeting();
    if (message.legacy) throw notHere(`${name} in the old form of messages`);
    const database = body['$db'];
    if (typeof database !== 'string' || !/^[\w-]{1,63}$/.test(database)) {
      throw badValue('$db must be the name of a database: letters, digits, _ and -');
    }
    switch (name) {
      case 'ping':
      case 'endSessions':
        return {};
      case 'buildInfo':
        return { version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['bokslut-embedded'] };
      case 'commitTransaction':
        return this.sessions.commit(body);
      case 'abortTransaction':
        return this.sessions.abort(body);
    }
    const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
    if (!handler) throw notHere(`The command ${name}`);
    const readConcern = body['readConcern'];
    if (readConcern !== undefined && !isFields(readConcern)) throw badValue('readConcern must be a document');
    const scope = await this.sessions.enter(body, connection);
    const { store, cursors } = this;
    return handler({ name, database, message, scope, store, cursors });
  }

  /** Presents itself as the primary of a set of one, so that drivers retry writes and use transactions. */
  private greeting(): Fields {
    return {
      helloOk: true,
      isWritablePrimary: true,
      setName: SET_NAME,
      hosts: [this.address],
      me: this.address,
      maxBsonObjectSize: new Int32(LARGEST_DOCUMENT),
      maxMessageSizeBytes: new Int32(LARGEST_MESSAGE),
      maxWriteBatchSize: new Int32(100_000),
      logicalSessionTimeoutMinutes: new Int32(30),
      minWireVersion: new Int32(0),
      maxWireVersion: new Int32(WIRE_VERSION),
    };
  }
}

function described(error: unknown): Fields {
  if (error instanceof DatabaseError) {
    return { errmsg: error.message, code: new Int32(error.code), codeName: error.codeName, ...error.details };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    errmsg: `A fault of the embedded database: ${message}`,
    code: new Int32(8),
    codeName: 'UnknownError',
  };
}

import { connect, type Socket } from 'node:net';
import { BSON, type Document, Long, UUID } from 'mongodb';

const OP_MSG = 2013;

/** A message of the protocol; every part of it can be given wrongly. */
export function message(
  body: Document | Uint8Array,
  {
    id = 1,
    operation = OP_MSG,
    flags = 0,
    length,
  }: { id?: number; operation?: number; flags?: number; length?: number } = {},
): Buffer {
  const bytes = body instanceof Uint8Array ? body : Buffer.concat([Buffer.of(0), BSON.serialize(body)]);
  const head = Buffer.alloc(20);
  head.writeInt32LE(length ?? 20 + bytes.length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(operation, 12);
  head.writeInt32LE(flags, 16);
  return Buffer.concat([head, bytes]);
}

/** A connection below the driver. */
export class RawConnection {
  private readonly socket: Socket;
  private pieces: Buffer[] = [];
  private length = 0;
  private readonly waiting: ((answer: Document | undefined) => void)[] = [];
  private readonly answers: Document[] = [];
  readonly closed: Promise<void>;
  private ids = 0;
  private gone = false;

  constructor(uri: string) {
    this.socket = connect(socketOf(uri));
    this.socket.on('error', () => undefined);
    this.socket.on('data', (piece: Buffer) => this.take(piece));
    this.closed = new Promise((resolve) => {
      this.socket.on('close', () => {
        this.gone = true;
        for (const wake of this.waiting.splice(0)) wake(undefined);
        resolve();
      });
    });
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Sends a command and does not wait. */
  post(body: Document, flags = 0): void {
    this.send(message(body, { id: ++this.ids, flags }));
  }

  async command(body: Document): Promise<Document> {
    this.post(body);
    const answer = await this.answer();
    if (!answer) throw new Error('The connection was closed.');
    return answer;
  }

  /** The next answer; undefined where the connection is closed instead. */
  answer(): Promise<Document | undefined> {
    const ready = this.answers.shift();
    if (ready || this.gone) return Promise.resolve(ready);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Sends nothing more. */
  end(): void {
    this.socket.end();
  }

  /** Goes away without a word. */
  destroy(): void {
    this.socket.destroy();
  }

  private take(piece: Buffer): void {
    this.pieces.push(piece);
    this.length += piece.length;
    while (this.length >= 4) {
      const first = this.pieces[0]!;
      if (first.length >= 4 && this.length < first.readInt32LE(0)) return;
      const all = Buffer.concat(this.pieces);
      const length = all.readInt32LE(0);
      this.pieces = [all];
      if (this.length < length) return;
      this.pieces = [all.subarray(length)];
      this.length -= length;
      const legacy = all.readInt32LE(12) === 1;
      const answer = BSON.deserialize(all.subarray(legacy ? 36 : 21, length));
      const wake = this.waiting.shift();
      if (wake) wake(answer);
      else this.answers.push(answer);
    }
  }
}

/** The path of the socket in an address. */
export const socketOf = (uri: string): string => decodeURIComponent(/\/\/([^/]+)\//.exec(uri)?.[1] ?? '');

/** The commands of one session, as the driver sends them. */
export class RawSession {
  private readonly lsid = { id: new UUID() };
  private readonly database: string;
  private number = 0;

  constructor(database: string) {
    this.database = database;
  }

  /** A write that may be sent again. */
  write(command: Document, number = ++this.number): Document {
    return { ...command, $db: this.database, lsid: this.lsid, txnNumber: Long.fromNumber(number) };
  }

  /** The first command of a transaction. */
  begin(command: Document): Document {
    return { ...this.write(command), startTransaction: true, autocommit: false };
  }

  /** A later command of it. */
  within(command: Document): Document {
    return { ...this.write(command, this.number), autocommit: false };
  }

  commit(): Document {
    return { ...this.within({ commitTransaction: 1 }), $db: 'admin' };
  }

  abort(): Document {
    return { ...this.within({ abortTransaction: 1 }), $db: 'admin' };
  }
}

import { DatabaseError } from '../database-error.js';
import { decode, encode, type Fields } from '../values/value.js';

/** A command as it came over the wire. */
export interface Message {
  readonly requestId: number;
  readonly body: Fields;
  /** Documents that came beside the body, by the name of their field, as they are. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** Whether the client waits for an answer. */
  readonly answered: boolean;
  /** Whether it came in the old form, which drivers use for their first greeting only. */
  readonly legacy: boolean;
}

const OP = { reply: 1, query: 2004, message: 2013 } as const;
const HEADER = 16;
const FLAG = { checksum: 1, moreToCome: 2, exhaust: 1 << 16 } as const;

/** Largest message, in bytes, as MongoDB tells its drivers. */
export const LARGEST_MESSAGE = 48_000_000;

/** Bytes that are no message of the protocol: the connection is closed. */
export class NoMessage extends Error {}

/** Cuts what arrives on a connection into messages. */
export class Framing {
  private pieces: Buffer[] = [];
  private length = 0;

  /** @throws NoMessage where a length is impossible */
  *add(piece: Buffer): Generator<Buffer> {
    this.pieces.push(piece);
    this.length += piece.length;
    for (;;) {
      if (this.length < 4) return;
      const length = this.joined(4).readInt32LE(0);
      if (length < HEADER || length > LARGEST_MESSAGE) throw new NoMessage('a message of impossible length');
      if (this.length < length) return;
      const all = this.joined(this.length);
      this.pieces = [all.subarray(length)];
      this.length -= length;
      yield all.subarray(0, length);
    }
  }

  /** The first bytes as one piece; a large message is joined once, not with every piece of it. */
  private joined(length: number): Buffer {
    const [first] = this.pieces;
    if (first && first.length >= length) return first;
    const all = Buffer.concat(this.pieces);
    this.pieces = [all];
    return all;
  }
}

/**
 * Reads a message.
 *
 * @throws NoMessage where the bytes are not of the protocol
 */
export function readMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  switch (bytes.readInt32LE(12)) {
    case OP.message:
      return { requestId, legacy: false, ...sections(bytes) };
    case OP.query:
      return { requestId, legacy: true, answered: true, sequences: new Map(), body: legacyBody(bytes) };
    default:
      throw new NoMessage('an operation that is not known');
  }
}

function sections(bytes: Buffer): Pick<Message, 'body' | 'sequences' | 'answered'> {
  const reader = new Bytes(bytes, HEADER);
  const flags = reader.uint32();
  if ((flags & 0xffff & ~(FLAG.checksum | FLAG.moreToCome)) !== 0) throw new NoMessage('an unknown flag');
  const end = bytes.length - ((flags & FLAG.checksum) !== 0 ? 4 : 0);
  const sequences = new Map<string, readonly Buffer[]>();
  let body: Fields | undefined;
  while (reader.at < end) {
    const kind = reader.uint8();
    if (kind === 0 && !body) body = decoded(reader.document(end));
    else if (kind === 1) {
      const from = reader.at;
      const to = from + reader.uint32();
      if (to > end) throw new NoMessage('a section longer than its message');
      const name = reader.name(to);
      const documents: Buffer[] = [];
      while (reader.at < to) documents.push(reader.document(to));
      sequences.set(name, documents);
    } else throw new NoMessage('an unknown section');
  }
  if (!body) throw new NoMessage('a message without a body');
  return { body, sequences, answered: (flags & FLAG.moreToCome) === 0 };
}

function legacyBody(bytes: Buffer): Fields {
  const reader = new Bytes(bytes, HEADER);
  reader.uint32();
  const namespace = reader.name(bytes.length);
  reader.uint32();
  reader.uint32();
  return { ...decoded(reader.document(bytes.length)), $db: namespace.split('.')[0] };
}

function decoded(bytes: Buffer): Fields {
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof DatabaseError) throw new NoMessage(error.message);
    throw error;
  }
}

/** Reads within bounds. */
class Bytes {
  at: number;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  uint8(): number {
    return this.bytes.readUInt8(this.step(1, this.bytes.length));
  }

  uint32(): number {
    return this.bytes.readUInt32LE(this.step(4, this.bytes.length));
  }

  name(end: number): string {
    const zero = this.bytes.indexOf(0, this.at);
    if (zero < 0 || zero >= end) throw new NoMessage('a name without an end');
    const text = this.bytes.toString('utf8', this.at, zero);
    this.at = zero + 1;
    return text;
  }

  document(end: number): Buffer {
    if (this.at + 4 > end) throw new NoMessage('a document that is cut off');
    const length = this.bytes.readInt32LE(this.at);
    if (length < 5) throw new NoMessage('a document of impossible length');
    const from = this.step(length, end);
    return this.bytes.subarray(from, from + length);
  }

  private step(length: number, end: number): number {
    const from = this.at;
    if (from + length > end) throw new NoMessage('a message that is cut off');
    this.at += length;
    return from;
  }
}

/** The answer to a message, ready to be sent. */
export function answer(to: Message, id: number, document: Buffer): Buffer {
  const before = to.legacy ? legacyReplyHead() : Buffer.from([0, 0, 0, 0, 0]);
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + before.length + document.length, 0);
  header.writeInt32LE(id, 4);
  header.writeInt32LE(to.requestId, 8);
  header.writeInt32LE(to.legacy ? OP.reply : OP.message, 12);
  return Buffer.concat([header, before, document]);
}

/** Flags, cursor and place of the old reply, then the count of its documents. */
function legacyReplyHead(): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32LE(1, 16);
  return head;
}

const ELEMENT = { document: 3, list: 4, string: 2, long: 18 } as const;

/** An answer with a cursor; stored documents go into it as they are. */
export function cursorAnswer(
  cursor: { readonly id: bigint; readonly namespace: string },
  batchName: 'firstBatch' | 'nextBatch',
  documents: readonly Buffer[],
): Buffer {
  const list = wrapped(documents.map((bytes, at) => element(ELEMENT.document, String(at), bytes)));
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(cursor.id);
  const name = Buffer.from(`${cursor.namespace}\0`, 'utf8');
  const length = Buffer.alloc(4);
  length.writeInt32LE(name.length);
  const inner = wrapped([
    element(ELEMENT.list, batchName, list),
    element(ELEMENT.long, 'id', id),
    element(ELEMENT.string, 'ns', Buffer.concat([length, name])),
  ]);
  return wrapped([element(ELEMENT.document, 'cursor', inner), elementsOf({ ok: 1 })]);
}

const element = (type: number, name: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`, 'utf8'), value]);

const elementsOf = (fields: Fields): Buffer => encode(fields).subarray(4, -1);

function wrapped(elements: readonly Buffer[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32LE(5 + elements.reduce((sum, { length: bytes }) => sum + bytes, 0));
  return Buffer.concat([length, ...elements, Buffer.of(0)]);
}

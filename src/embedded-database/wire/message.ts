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
/** The client waits for no answer. */
const MORE_TO_COME = 2;

/** Largest message, in bytes, as MongoDB tells its drivers. */
export const LARGEST_MESSAGE = 48_000_000;

/** Cuts what arrives on a connection into messages. */
export class Framing {
  private pieces: Buffer[] = [];
  private length = 0;

  /** @throws Error where a length is impossible */
  *add(piece: Buffer): Generator<Buffer> {
    this.pieces.push(piece);
    this.length += piece.length;
    for (;;) {
      if (this.length < 4) return;
      const length = this.joined(4).readInt32LE(0);
      if (length < HEADER || length > LARGEST_MESSAGE) throw new Error('A message of impossible length');
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
 * @throws Error where the bytes are not of the protocol: the connection is closed
 */
export function readMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  switch (bytes.readInt32LE(12)) {
    case OP.message:
      return { requestId, legacy: false, ...sections(bytes) };
    case OP.query:
      return { requestId, legacy: true, answered: true, sequences: new Map(), body: legacyBody(bytes) };
    default:
      throw new Error('An operation that is not known');
  }
}

function sections(bytes: Buffer): Pick<Message, 'body' | 'sequences' | 'answered'> {
  const flags = bytes.readUInt32LE(HEADER);
  if ((flags & 0xffff & ~MORE_TO_COME) !== 0) throw new Error('An unknown flag');
  const sequences = new Map<string, readonly Buffer[]>();
  let body: Fields | undefined;
  let at = HEADER + 4;
  while (at < bytes.length) {
    const kind = bytes.readUInt8(at++);
    if (kind === 0 && !body) {
      const document = documentAt(bytes, at, bytes.length);
      body = decode(document);
      at += document.length;
    } else if (kind === 1) {
      const end = at + bytes.readUInt32LE(at);
      if (end > bytes.length) throw new Error('A section longer than its message');
      const name = nameAt(bytes, at + 4, end);
      at += 4 + name.length + 1;
      const documents: Buffer[] = [];
      while (at < end) {
        const document = documentAt(bytes, at, end);
        documents.push(document);
        at += document.length;
      }
      sequences.set(name, documents);
    } else throw new Error('An unknown section');
  }
  if (!body) throw new Error('A message without a body');
  return { body, sequences, answered: (flags & MORE_TO_COME) === 0 };
}

/** After flags and the name of a collection, numbers to skip and to return, then the command. */
function legacyBody(bytes: Buffer): Fields {
  const namespace = nameAt(bytes, HEADER + 4, bytes.length);
  const at = HEADER + 4 + namespace.length + 1 + 8;
  return { ...decode(documentAt(bytes, at, bytes.length)), $db: namespace.split('.')[0] };
}

function nameAt(bytes: Buffer, at: number, end: number): string {
  const zero = bytes.indexOf(0, at);
  if (zero < 0 || zero >= end) throw new Error('A name without an end');
  return bytes.toString('latin1', at, zero);
}

function documentAt(bytes: Buffer, at: number, end: number): Buffer {
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > end) throw new Error('A document of impossible length');
  return bytes.subarray(at, at + length);
}

/** The answer to a message, ready to be sent. */
export function answer(to: Message, id: number, document: Buffer): Buffer {
  // The old form has flags, a cursor, a place and the count of its documents; the new one flags and a section's kind.
  const before = to.legacy ? Buffer.concat([Buffer.alloc(16), int32(1)]) : Buffer.alloc(5);
  const operation = to.legacy ? OP.reply : OP.message;
  const header = [HEADER + before.length + document.length, id, to.requestId, operation].map(int32);
  return Buffer.concat([...header, before, document]);
}

const ELEMENT = { document: 3, list: 4, string: 2, long: 18 } as const;

/** The first documents of a cursor, or those that follow. */
export type Batch = 'firstBatch' | 'nextBatch';

/** An answer with a cursor; stored documents go into it as they are. */
export function cursorAnswer(
  cursor: { readonly id: bigint; readonly namespace: string },
  batch: Batch,
  documents: readonly Buffer[],
): Buffer {
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(cursor.id);
  const name = Buffer.from(`${cursor.namespace}\0`, 'utf8');
  const list = wrapped(documents.map((bytes, at) => element(ELEMENT.document, String(at), bytes)));
  const inner = wrapped([
    element(ELEMENT.list, batch, list),
    element(ELEMENT.long, 'id', id),
    element(ELEMENT.string, 'ns', Buffer.concat([int32(name.length), name])),
  ]);
  return wrapped([element(ELEMENT.document, 'cursor', inner), encode({ ok: 1 }).subarray(4, -1)]);
}

const element = (type: number, name: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`, 'utf8'), value]);

const wrapped = (elements: readonly Buffer[]): Buffer =>
  Buffer.concat([
    int32(5 + elements.reduce((sum, { length }) => sum + length, 0)),
    ...elements,
    Buffer.of(0),
  ]);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

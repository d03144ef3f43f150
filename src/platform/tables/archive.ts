import { crc32, inflateRawSync } from 'node:zlib';
import { TABLE_LIMITS, TableRefusal } from './table.js';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks a ZIP archive as the programs that make workbooks write it, and nothing else: whatever could be read in two
 * ways is refused, so that what was looked at here is what is read afterwards.
 *
 * @returns its files by name
 * @throws TableRefusal where it is damaged, encrypted, or larger than the limits once unpacked, whatever it says
 */
export function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > TABLE_LIMITS.parts) throw new TableRefusal('too-many-parts', { most: TABLE_LIMITS.parts });
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  let room = TABLE_LIMITS.unpackedBytes;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
    if (files.has(name)) throw damaged();
    const content = unpackedFile(bytes, view, at, end, room);
    room -= content.length;
    files.set(name, content);
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/** @param room how many bytes may still be unpacked */
function unpackedFile(
  bytes: Uint8Array,
  view: DataView,
  entry: number,
  end: number,
  room: number,
): Uint8Array {
  const packedSize = view.getUint32(entry + 20, true);
  const size = view.getUint32(entry + 24, true);
  const header = view.getUint32(entry + 42, true);
  if (size > room) throw unpacksTooLarge();
  if (header + LOCAL_LENGTH > end || view.getUint32(header, true) !== LOCAL_HEADER) throw damaged();
  if ((view.getUint16(entry + 8, true) & ENCRYPTED) !== 0) throw new TableRefusal('old-or-locked');
  const start = header + LOCAL_LENGTH + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedSize > end) throw damaged();
  const packed = bytes.subarray(start, start + packedSize);
  const content = inflated(packed, view.getUint16(entry + 10, true), size);
  if (content.length !== size || crc32(content) !== view.getUint32(entry + 16, true)) throw damaged();
  return content;
}

function inflated(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw damaged();
  try {
    // No more than it says is ever unpacked, so that a small file cannot fill the memory.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw damaged();
  }
}

function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder('utf-8').decode(bytes);
  // Ours are looked up by name alone, so a name that leads elsewhere is a trick.
  if (/^\/|\\|(^|\/)\.\.(\/|$)/.test(name)) throw damaged();
  return name;
}

const damaged = (): TableRefusal => new TableRefusal('damaged');

const unpacksTooLarge = (): TableRefusal =>
  new TableRefusal('unpacks-too-large', { most: TABLE_LIMITS.unpackedBytes / (1024 * 1024) });

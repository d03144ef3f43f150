import { randomUUID } from 'node:crypto';
import { model, Schema } from 'mongoose';

/** A piece of a stored file. */
interface Chunk {
  readonly file: string;
  readonly part: number;
  readonly bytes: Buffer;
}

const chunks = new Schema<Chunk>({
  file: { type: String, required: true },
  part: { type: Number, required: true },
  bytes: { type: Buffer, required: true },
});
/** Reading a file in order. */
chunks.index({ file: 1, part: 1 }, { unique: true });

const FileChunk = model('FileChunk', chunks, 'file_chunks');

const CHUNK_BYTES = 1024 * 1024;

/**
 * Stores bytes that never change.
 *
 * @returns the name under which they are read again
 */
export async function storeFile(content: Uint8Array): Promise<string> {
  const file = randomUUID();
  const bytes = Buffer.from(content);
  const parts = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  await FileChunk.insertMany(
    Array.from({ length: parts }, (_, part) => ({
      file,
      part,
      bytes: bytes.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES),
    })),
  );
  return file;
}

/** @throws Error where there is no such file */
export async function readStoredFile(file: string): Promise<Buffer> {
  const parts = await FileChunk.find({ file }).sort({ part: 1 });
  if (parts.length === 0) throw new Error(`The stored file ${file} is missing.`);
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

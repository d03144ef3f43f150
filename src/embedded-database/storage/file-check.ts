import { open, stat } from 'node:fs/promises';

const MAGIC = 0xbeefc0de;
const HEADER = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, length: 160 } as const;

/**
 * Refuses a data file that is not one of ours or has lost its end, before it is mapped into memory: reading past the
 * end of a mapped file would kill the process.
 *
 * @throws Error saying what is wrong with the file
 */
export async function checkDataFile(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined) return;
  if (size === 0) {
    throw new Error(`${path} is empty. Put a whole copy in its place, or remove it to begin anew.`);
  }
  const file = await open(path, 'r');
  try {
    const first = await header(file, 0);
    if (!first) throw foreign(path);
    const second = await header(file, first.pageSize);
    if (!second) throw foreign(path);
    const newest = second.transaction > first.transaction ? second : first;
    const needed = (newest.lastPage + 1n) * BigInt(first.pageSize);
    if (BigInt(size) < needed) {
      throw new Error(
        `${path} is cut off: it has ${size} bytes and needs ${needed}. Put a whole copy in its place; nothing was changed.`,
      );
    }
  } finally {
    await file.close();
  }
}

async function header(file: Awaited<ReturnType<typeof open>>, at: number) {
  const bytes = Buffer.alloc(HEADER.length);
  const { bytesRead } = await file.read(bytes, 0, HEADER.length, at);
  if (bytesRead < HEADER.length || bytes.readUInt32LE(HEADER.magic) !== MAGIC) return undefined;
  const pageSize = bytes.readUInt32LE(HEADER.pageSize);
  return {
    pageSize: pageSize > 0 ? pageSize : 4096,
    lastPage: bytes.readBigUInt64LE(HEADER.lastPage),
    transaction: bytes.readBigUInt64LE(HEADER.transaction),
  };
}

const foreign = (path: string) =>
  new Error(`${path} is not a database of Bokslut, or its beginning is damaged; nothing was changed.`);

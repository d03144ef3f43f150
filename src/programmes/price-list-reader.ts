import { Piscina } from 'piscina';
import { Problem } from '../platform/http/problem.js';
import { TableRefusal } from '../platform/tables/table.js';
import type { PriceListFile } from './price-list-file.js';
import type { FileToRead } from './price-list-file.thread.js';

const LONGEST = 20_000;
/** In MB; several times what the largest file within the limits takes. */
const MOST_MEMORY = 768;
const KEPT_IDLE = 10_000;
const MOST_WAITING = 20;

/** Threads run compiled code only; from the sources, as in tests, it is the last build's. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../dist/programmes/price-list-file.thread.js'
    : './price-list-file.thread.js',
  import.meta.url,
);

let pool: Piscina<FileToRead, PriceListFile> | undefined;

let before: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Reads a file of prices in a thread that may take only so long and so much memory; one after another.
 *
 * @throws Problem where too many wait
 */
export async function readInThread(file: FileToRead): Promise<PriceListFile> {
  if (waiting >= MOST_WAITING) {
    throw new Problem('unavailable', 'Too many files are waiting to be read. Try again in a moment.', [], {
      'Retry-After': '10',
    });
  }
  waiting += 1;
  const reading = before.then(() => read(file)).finally(() => (waiting -= 1));
  before = reading.catch(() => undefined);
  return reading;
}

async function read(file: FileToRead): Promise<PriceListFile> {
  pool ??= new Piscina<FileToRead, PriceListFile>({
    filename: threadFile.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: KEPT_IDLE,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  const signal = AbortSignal.timeout(LONGEST);
  try {
    return await pool.run(file, { signal });
  } catch (error) {
    const outOfMemory =
      error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (signal.aborted || outOfMemory) return { refusal: new TableRefusal('takes-too-long').message };
    throw error;
  }
}

/** Ends the thread. */
export async function closePriceListReader(): Promise<void> {
  const ending = pool;
  pool = undefined;
  await ending?.destroy();
}

import { chmodSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { takeOwnership } from './ownership.js';

/** The embedded database of a data directory, running in a thread of this process. */
export interface EmbeddedDatabase {
  /** Where drivers of this host and user reach it. */
  readonly uri: string;
  /** Settles only if the thread dies while in use, with the reason. */
  readonly failed: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Opens the database of a directory; the directory is made where there is none and is this process's alone until it
 * is closed.
 *
 * @throws DirectoryOwned where another process holds the directory
 * @throws Error where the data file is foreign or damaged, or the system has no unix sockets
 */
export async function openEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  if (process.platform === 'win32') {
    throw new Error('The embedded database needs unix sockets; on Windows, set MONGODB_URI.');
  }
  const ownership = await takeOwnership(directory);
  try {
    chmodSync(directory, 0o700);
  } catch (error) {
    ownership.release();
    throw new Error(
      `${directory} does not belong to the user of this process, so it cannot be closed to others: ${(error as Error).message}`,
      { cause: error },
    );
  }
  const { socket } = ownership;
  const worker = new Worker(workerFile, { workerData: { directory, socket }, execArgv: [] });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((resolve) => (fail = resolve));
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', (error) => reject(error));
    });
  } catch (error) {
    await exited;
    ownership.release();
    throw error;
  }
  worker.removeAllListeners('error');
  worker.once('error', (error) => fail(error));
  return {
    uri: uriOf(socket),
    failed,
    close: async () => {
      worker.postMessage('close');
      await exited;
      ownership.release();
    },
  };
}

/** Where drivers reach the owner of a socket. */
export const uriOf = (socket: string): string =>
  `mongodb://${encodeURIComponent(socket)}/?directConnection=true`;

/** Threads run compiled code only; from the sources, as in tests, it is the last build's. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/embedded-database/worker.js' : './worker.js',
  import.meta.url,
);

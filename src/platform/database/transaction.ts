import { AsyncLocalStorage } from 'node:async_hooks';
import mongoose from 'mongoose';

const within = new AsyncLocalStorage<true>();

/**
 * Runs writes that become true together or not at all; inside another transaction they are part of it. Models find
 * the transaction by themselves. It may run twice where the database asks for it, and has to be short: the embedded
 * database lets nobody else write meanwhile and ends it after five seconds.
 */
export async function inTransaction<T>(job: () => Promise<T>): Promise<T> {
  if (within.getStore()) return job();
  return within.run(true, () => mongoose.connection.transaction(job));
}

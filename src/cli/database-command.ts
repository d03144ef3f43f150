import { readConfig } from '../config.js';
import { openDatabase } from '../platform/database/database.js';

/** Runs a command on the database of the settings: the service's where one is up, else opened for as long as it takes. */
export async function withDatabase<T>(job: () => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(), 'owner-or-guest');
  try {
    return await job();
  } finally {
    await database.close();
  }
}

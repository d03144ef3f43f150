import { readConfig } from '../config.js';
import { openDatabase, type Place } from '../platform/database/database.js';

/** Runs a command on the database of the settings: the service's where one is up, else opened for as long as it takes. */
export async function withDatabase<T>(job: () => Promise<T>, place: Place = 'of-what-is-there'): Promise<T> {
  const database = await openDatabase(readConfig(), place);
  try {
    return await job();
  } finally {
    await database.close();
  }
}

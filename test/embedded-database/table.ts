import {
  BSON,
  type Collection,
  type CreateIndexesOptions,
  type Document,
  type Filter,
  type FindOptions,
  type IndexSpecification,
} from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, openTestDatabase, type TestDatabase } from '../support/database.js';

/** What MongoDB answers to an operation on a collection that holds some documents. */
export interface Row {
  readonly what: string;
  readonly documents?: readonly Document[];
  readonly run: (collection: Collection, database: TestDatabase) => Promise<unknown>;
  /** What is expected, types of numbers and order of fields included. */
  readonly gives?: unknown;
  /** The number of the expected error. */
  readonly code?: number;
}

/** Makes an index. */
export const index = (
  collection: Collection,
  key: Record<string, number | string>,
  options: CreateIndexesOptions = {},
): Promise<string> => collection.createIndex(key as IndexSpecification, options, {});

/** How many documents a filter finds. */
export const number = async (
  collection: Collection,
  filter: Filter<Document> = {},
  options: FindOptions = {},
): Promise<number> => (await collection.find(filter, options).toArray()).length;

/** Values as text that tells types of numbers and the order of fields. */
export const exact = (value: unknown): string => BSON.EJSON.stringify(value, { relaxed: false });

/** Runs a table on every kind of database at hand. */
export function conformance(title: string, rows: readonly Row[]): void {
  describe.each(kinds)(`${title} on %s`, (kind) => {
    let database: TestDatabase;
    let next = 0;
    beforeAll(async () => {
      database = await openTestDatabase(kind, { bsonRegExp: true });
    });
    afterAll(() => database.close());

    it.each(rows)('$what', async ({ documents = [], run, gives, code }) => {
      const collection = database.db.collection(`table${next++}`, { promoteValues: false });
      if (documents.length > 0) await collection.insertMany(documents.map((document) => ({ ...document })));
      const answer = run(collection, database);
      if (code !== undefined) {
        const error = await answer.then(
          () => Object.assign(new Error('no error'), { code: NaN }),
          (reason: unknown) => reason as Error & { readonly code: unknown },
        );
        expect(Number(error.code), error.message).toBe(code);
      } else expect(exact(await answer)).toBe(exact(gives));
    });
  });
}

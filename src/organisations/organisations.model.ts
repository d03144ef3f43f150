import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { Role } from './access.service.js';

export interface Organisation {
  name: string;
  kind: string;
  timeZone: string;
  version: number;
}

const organisations = new Schema<Organisation>({
  name: { type: String, required: true },
  kind: { type: String, required: true },
  timeZone: { type: String, required: true },
  version: { type: Number, required: true, default: 1 },
});

export const OrganisationModel = model('Organisation', organisations, 'organisations');

/** One document, which every process writes that makes the first organisation. */
const firstStart = new Schema<{ _id: string; tries: number }>({
  _id: { type: String, required: true },
  tries: { type: Number, required: true },
});

export const FirstStartModel = model('FirstStart', firstStart, 'first_start');

/** Somebody who works for an organisation; the name is shown to its own people only. */
export interface Person {
  organisation: string;
  name: string;
  role: Role;
  version: number;
}

const people = new Schema<Person>({
  organisation: { type: String, required: true },
  name: { type: String, required: true },
  role: { type: String, required: true },
  version: { type: Number, required: true, default: 1 },
});
/** The people of an organisation, the newest first. */
people.index({ organisation: 1, _id: -1 });
people.plugin(owned);

export const PersonModel = model('Person', people, 'people');

export interface ApiKey {
  organisation: string;
  person: string;
  label: string;
  /** SHA-256 of the key, which is random enough that nothing slower is needed. */
  hash: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const keys = new Schema<ApiKey>({
  organisation: { type: String, required: true },
  person: { type: String, required: true },
  label: { type: String, required: true },
  hash: { type: String, required: true },
  scopes: { type: [String], required: true },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  lastUsedAt: { type: Date, default: null },
  revokedAt: { type: Date, default: null },
});
/** Who comes with this key. */
keys.index({ hash: 1 }, { unique: true });
/** The keys of an organisation, the newest first. */
keys.index({ organisation: 1, _id: -1 });
keys.plugin(owned);

export const ApiKeyModel = model('ApiKey', keys, 'api_keys');

export type Kept<T> = HydratedDocument<T>;

/** The identity of a document that is there. */
export function idOf(document: { readonly id?: unknown } | null | undefined): string {
  return String(there(document).id);
}

/** A document that has to be there. */
export function there<T>(document: T | null | undefined): T {
  if (document === null || document === undefined)
    throw new Error('A document that was just written is missing.');
  return document;
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FieldKey } from '../../config.js';
import { Problem } from '../http/problem.js';

const CIPHER = 'aes-256-gcm';
const FORM = 'bokslut-sealed-1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Contents are filled up to a multiple of this, so that their length tells little of what they say. */
const BLOCK = 512;

let keys: readonly FieldKey[] = [];

/** Sets the keys of this process; the first seals, all open. */
export function useFieldKeys(given: readonly FieldKey[] | undefined): void {
  keys = given ?? [];
}

/** The identity of the key that seals; undefined where there is none, and nothing can be sealed. */
export const sealingKey = (): string | undefined => keys[0]?.id;

/**
 * Encrypts a text with AES-256-GCM. It opens again at its own place only: whoever moves it to another person or field
 * gets nothing.
 *
 * @param place what it belongs to, such as organisation, person and field
 * @param text JSON, which blanks at its end do not change
 * @returns nonce, tag and cipher text in base64
 * @throws Error where there is no key
 */
export function seal(place: readonly string[], text: string): string {
  const [first] = keys;
  if (!first) throw new Error('Nothing can be sealed: FIELD_KEYS is not set.');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, first.key, nonce);
  cipher.setAAD(boundTo(first.id, place));
  const plain = Buffer.from(text, 'utf8');
  const filled = Buffer.alloc(Math.ceil((plain.length + 1) / BLOCK) * BLOCK, ' ');
  plain.copy(filled);
  const sealed = Buffer.concat([cipher.update(filled), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/**
 * Decrypts what {@link seal} made at the same place.
 *
 * @param key identity of the key it was sealed with
 * @throws Problem where that key is not at hand; Error where it was changed or moved
 */
export function unseal(key: string, place: readonly string[], sealed: string): string {
  const known = keys.find(({ id }) => id === key);
  if (!known) {
    throw new Problem(
      'unavailable',
      `A sensitive field was sealed with the key ${key}, which FIELD_KEYS of the service does not hold. Whoever runs the service has to add it.`,
    );
  }
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, known.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(key, place));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const filled = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return filled.toString('utf8').trimEnd();
}

/** As a list in JSON, no two places run together. */
const boundTo = (key: string, place: readonly string[]): Buffer =>
  Buffer.from(JSON.stringify([FORM, key, ...place]), 'utf8');

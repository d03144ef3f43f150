import { IntlMessageFormat } from 'intl-messageformat';
import { en, type TextKey } from './en.js';

export type TextValues = Readonly<Record<string, string | number>>;

const formats = new Map<TextKey, IntlMessageFormat>();

/** A text in the reader's language with its values filled in. */
export function text(key: TextKey, values: TextValues = {}): string {
  const format = formats.get(key) ?? new IntlMessageFormat(en[key], 'en-GB', undefined, { ignoreTag: true });
  formats.set(key, format);
  return String(format.format(values));
}

/** Whether there is a text of that name. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

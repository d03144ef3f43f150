import { text } from '../../platform/locale/text.js';

/** A source, with a word on it where the publisher's own document was not seen. */
export function sourceLine(source: string, verified: boolean): string {
  // Most of those that were not seen say so themselves, and what of them.
  return verified || source.includes('not seen') ? source : `${source}. ${text('report.beside.unverified')}`;
}

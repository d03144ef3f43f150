import { BSONRegExp } from 'bson';
import { notHere } from '../database-error.js';

const ESCAPED = /^[\\^$.*+?()[\]{}|/-]$/;

/**
 * The beginning a regular expression asks for. Only an anchored beginning is known here, so that no query can
 * make the database spin.
 *
 * @returns the text after `^`, its escapes undone
 */
export function prefixOf(expression: unknown): string {
  const pattern = expression instanceof BSONRegExp ? expression.pattern : expression;
  const flags = expression instanceof BSONRegExp ? expression.options : '';
  if (typeof pattern !== 'string' || flags !== '' || !pattern.startsWith('^')) throw onlyPrefixes();
  let prefix = '';
  for (let at = 1; at < pattern.length; at++) {
    let letter = pattern.charAt(at);
    if (letter === '\\') {
      letter = pattern.charAt(++at);
      if (!ESCAPED.test(letter)) throw onlyPrefixes();
    } else if (ESCAPED.test(letter) && letter !== '-' && letter !== '/') throw onlyPrefixes();
    prefix += letter;
  }
  return prefix;
}

const onlyPrefixes = () => notHere('A regular expression other than an anchored beginning such as /^text/');

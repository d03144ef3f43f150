import { pointer, type Refusal } from '../platform/refusal.js';

/** Deeper than any field of a file; what lies deeper is refused as unknown. */
const DEEPEST_FIELD = 16;

/** Where one value of the text stands: in a list at a number, in an object at a key, with the keys seen so far. */
type Place = { index: number } | { key: string; readonly seen: Set<string> };

/**
 * Keys that stand twice in one object: JSON readers keep one of them silently, and not all the same one.
 *
 * @param text JSON that has been found to be well-formed
 */
export function repeatedKeys(text: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const places: Place[] = [];
  let depth = 0;
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const place = depth <= DEEPEST_FIELD ? places.at(-1) : undefined;
    if (sign === '"') {
      const end = endOfText(text, at);
      if (expectsKey && place && 'seen' in place) {
        place.key = JSON.parse(text.slice(at, end + 1)) as string;
        if (place.seen.has(place.key)) refusals.push(refusalAt(places));
        place.seen.add(place.key);
      }
      expectsKey = false;
      at = end;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth <= DEEPEST_FIELD) places.push(sign === '{' ? { key: '', seen: new Set() } : { index: 0 });
      expectsKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      if (depth <= DEEPEST_FIELD) places.pop();
      depth -= 1;
      expectsKey = false;
    } else if (sign === ',' && place) {
      expectsKey = 'seen' in place;
      if ('index' in place) place.index += 1;
    }
  }
  return refusals;
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') return at;
    if (sign === '\\') at += 1;
  }
  return text.length;
}

function refusalAt(places: readonly Place[]): Refusal {
  return {
    pointer: pointer(places.map((place) => ('seen' in place ? place.key : place.index))),
    message:
      'This name stands twice in the same object: which of the two is meant cannot be known. Take one out.',
  };
}

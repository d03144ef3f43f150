import { fieldOf, isFields } from './value.js';

/** Whether a step of a path may be a place in a list. */
export const isPlace = (step: string): boolean => /^\d+$/.test(step);

/**
 * Calls `visit` with every value a dotted path reaches, through lists on the way, until one answers true.
 *
 * @param visit gets undefined where the path ends in nothing
 * @returns whether a visit answered true
 */
export function someValue(
  value: unknown,
  steps: readonly string[],
  visit: (value: unknown) => boolean,
  at = 0,
): boolean {
  const step = steps[at];
  if (step === undefined) return visit(value);
  if (Array.isArray(value)) {
    if (isPlace(step) && Number(step) < value.length) {
      if (someValue(value[Number(step)], steps, visit, at + 1)) return true;
    }
    return value.some((element) => isFields(element) && someValue(element, steps, visit, at));
  }
  if (!isFields(value)) return visit(undefined);
  return Object.hasOwn(value, step)
    ? someValue(fieldOf(value, step), steps, visit, at + 1)
    : visit(undefined);
}

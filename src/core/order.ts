/**
 * Compares two texts by their code units, which gives the same order in every language and on every machine.
 *
 * @returns below 0 where the first comes first, above 0 where the second does, 0 where they are the same
 */
export function compareTexts(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

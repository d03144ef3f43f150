/**
 * How many people are in one group and not in the other, where that is too few: whoever holds a table of each could
 * take one from the other and see a table of them. The larger of both differences below the threshold.
 *
 * @returns undefined where the groups are the same, or differ by enough people either way
 */
export function fewBetween(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  threshold: number,
): number | undefined {
  const few = [without(one, other), without(other, one)].filter((count) => count > 0 && count < threshold);
  return few.length > 0 ? Math.max(...few) : undefined;
}

function without(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const member of one) if (!other.has(member)) count++;
  return count;
}

import type { Claim, ClaimNeed } from '../core/result.js';
import { formatValue } from '../platform/locale/format.js';

/** What would have to be true for a claim, as lines. */
export function claimInWords(claim: Omit<Claim, 'what' | 'source'>): string {
  const { label, unit, claimed, ours, favourable, reachable, needed } = claim;
  const write = (value: number | null): string => formatValue(value, unit);
  const able = needed.filter((one) => one.reachable);
  const unable = needed.filter((one) => !one.reachable);
  return [
    `${label} = ${write(ours)}; claimed are ${write(claimed)}`,
    `With every number of the file at the end of its range that brings it nearer (a tenth off where it has none): ${write(favourable)}, ${reachable ? 'which reaches it' : 'which does not reach it'}.`,
    able.length > 0
      ? 'For that to be true, one of these alone would have to be, all else as it is:'
      : 'No number of the file could alone make it true.',
    ...able.map(need),
    ...(unable.length > 0 ? ['What these alone would have to be, they cannot be:'] : []),
    ...unable.map(need),
  ].join('\n');
}

function need({ label, unit, value, needed, input }: ClaimNeed): string {
  const there = needed === null ? 'no value brings it there' : formatValue(needed, unit);
  return `  ${label}: ${there} instead of ${formatValue(value, unit)}   [${input}]`;
}

import type { DefaultRanges } from '../core/uncertainty/default-ranges.js';

/**
 * How far off a number may be, by the grade of its evidence, as a share of the number either way: the “known error” of
 * six confidence grades, from 1 (a trial, audited costs) to 6 (the judgement of one expert). Facts set down from
 * memory; the guidance itself was not seen, its licence neither.
 */
export const evidenceGrades: DefaultRanges = {
  halfWidths: { 1: 0.02, 2: 0.05, 3: 0.1, 4: 0.15, 5: 0.2, 6: 0.25 },
  source:
    'Known error by confidence grade, “Supporting public service transformation: cost benefit analysis guidance for local partnerships” (HM Treasury, New Economy and others, 2014), from memory; the guidance itself was not seen',
  verified: false,
};

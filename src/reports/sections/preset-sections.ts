import type { WelfareAccountResult } from '../../core/result.js';
import { publicCostSections } from './public-cost-sections.js';
import type { Section } from './section.js';
import { valorisSections } from './valoris-sections.js';

/** The figures of the preset of an account; nothing where it has none. */
export function presetSections(result: WelfareAccountResult): readonly Section[] {
  const { presetFigures } = result;
  if (!presetFigures) return [];
  return presetFigures.preset === 'valoris'
    ? valorisSections(result, presetFigures)
    : publicCostSections(result, presetFigures);
}

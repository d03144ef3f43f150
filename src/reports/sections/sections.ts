import type { Result } from '../../core/result.js';
import type { Section } from './section.js';
import { assuranceSection } from './assurance-section.js';
import { criticSection } from './critic-section.js';
import { flowsSection, groupsSection } from './groups-section.js';
import { surenessSections } from './sureness-section.js';
import { stressSection } from './stress-section.js';
import { scenariosSection } from './scenarios-section.js';

/** What stands between what moves a result and what it rests on: how sure it is, and what if. */
export function innerSections(result: Result): readonly Section[] {
  const account =
    result.kind === 'welfare-account'
      ? [...stressSection(result), ...groupsSection(result), ...flowsSection(result)]
      : [];
  return [...surenessSections(result), ...account, ...scenariosSection(result)];
}

/** What stands at the end of every report and page of a result: how it holds up. */
export function lateSections(result: Result): readonly Section[] {
  return [...assuranceSection(result), criticSection(result)];
}

import type { Result } from '../../core/result.js';
import type { Section } from '../pages/section.js';
import { criticSection } from './critic-section.js';

/** What stands at the end of every report and page of a result: how it holds up. */
export function lateSections(result: Result): readonly Section[] {
  return [criticSection(result)];
}

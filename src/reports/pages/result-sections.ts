import type { Result } from '../../core/result.js';
import { publishedSections } from '../sections/published-section.js';
import type { Section } from '../sections/section.js';
import { innerSections, lateSections } from '../sections/sections.js';
import type { Table } from '../sections/table.js';
import { accountSections } from './account-sections.js';
import { assumptionsSection } from './assumptions-section.js';
import { fiscalSections } from './fiscal-sections.js';
import { mapSections } from './map-sections.js';
import { movesSection } from './moves-section.js';

/** Every section of the page of a result, with its tables. */
export function sectionsOf(result: Result): readonly Section[] {
  const inner = sectionsOfKind(result);
  const lives = inner.filter(({ id }) => id === 'lives');
  return [
    ...inner.filter(({ id }) => id !== 'lives'),
    movesSection(result),
    ...innerSections(result),
    ...lives,
    ...publishedSections(result),
    assumptionsSection(result),
    ...lateSections(result),
  ];
}

/** What a kind of result shows between its headline and what moves it. */
function sectionsOfKind(result: Result): readonly Section[] {
  const { assessment } = result;
  switch (result.kind) {
    case 'value-map':
      return assessment.kind === 'value-map' ? mapSections(result, assessment) : [];
    case 'welfare-account':
      return accountSections(result);
    case 'fiscal-cost-benefit':
      return assessment.kind === 'fiscal-cost-benefit' ? fiscalSections(result, assessment) : [];
  }
}

/** A table of a result by its name. */
export function tableOf(result: Result, name: string): Table | undefined {
  return sectionsOf(result)
    .flatMap(({ tables }) => tables)
    .find((table) => table.name === name);
}

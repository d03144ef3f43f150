import type { Result, Working } from '../../core/result.js';
import { formatValue } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { publishedSections } from '../sections/published-section.js';
import { innerSections, lateSections } from '../sections/sections.js';
import { annexView } from './annex-view.js';
import { anywayView, assumptionsView } from './assumptions-view.js';
import { sentenceCase } from './input-label.js';
import { movesView } from './moves-view.js';
import { printedSection } from './printed-section.js';
import { problemsView } from './problems-view.js';

/** Of a long sum the first parts are shown; the attached run has all of them. */
const PARTS_SHOWN = 14;

/** The pages that every report has. */
export function sharedView(result: Result) {
  return {
    moves: movesView(result),
    anyway: anywayView(result),
    published: publishedSections(result).map(printedSection),
    assumptions: assumptionsView(result),
    workings: result.workings.map(workingView),
    problems: problemsView(result.problems),
    inner: innerSections(result).map(printedSection),
    late: lateSections(result).map(printedSection),
    annex: annexView(result),
  };
}

function workingView({ figure, label, unit, value, words, parts }: Working) {
  const more = parts.length - PARTS_SHOWN;
  return {
    label: sentenceCase(label),
    value: formatValue(value, unit),
    words: figure.endsWith('aybackMonths') ? text('report.workings.payback') : words,
    parts: parts.slice(0, PARTS_SHOWN).map((part) => ({
      label: sentenceCase(part.label),
      value: formatValue(part.value, part.unit),
    })),
    more: more > 0 ? text('report.workings.more', { more }) : null,
  };
}

import type { PublishedComparison, Result, Working } from '../../core/result.js';
import { formatMoney, formatNumber, formatValue } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { drawing } from '../template-engine.js';
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
  const published = result.assessment.context?.published ?? [];
  return {
    moves: movesView(result),
    beside: result.beside.length > 0 || published.length > 0,
    anyway: anywayView(result),
    published: published.map(({ what, value, source, difference, figure }) => ({
      what,
      value: typeof value === 'number' ? formatNumber(value, Number.isInteger(value) ? 0 : 2) : value,
      ours: ownFigure(result, figure),
      difference: difference ?? '',
      source,
    })),
    comparisons: result.beside.map(comparisonView),
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

function ownFigure(result: Result, figure: string | undefined): string {
  if (figure === undefined || !(figure in result)) return '–';
  const value: unknown = result[figure as keyof Result];
  return typeof value === 'number' ? formatNumber(value, 4) : '–';
}

const TONES = { claimed: 'light', anyway: 'hatch', attributable: 'dark' } as const;

function comparisonView({ title, bars, unit, currency, lesson, source, verified }: PublishedComparison) {
  const drawn = bars.map(({ label, value, role }) => ({
    label,
    from: 0,
    to: value,
    text: formatMoney(value, currency),
    tone: TONES[role],
  }));
  const list = drawn.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return {
    title,
    unit,
    chart: drawing(barChart(drawn, 0, text('report.beside.chart', { title, list }))),
    lesson,
    source: verified ? source : `${source}. ${text('report.beside.unverified')}`,
  };
}

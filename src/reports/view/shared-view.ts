import type { Assumption, PublishedComparison, Result, Sensitivity } from '../../core/result.js';
import { type Distribution, quantile } from '../../core/uncertainty/distribution.js';
import { formatMoney, formatNumber, formatValue } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { drawing } from '../template-engine.js';

const MOVES_SHOWN = 9;

/** Of a long sum the first parts are shown; the attached run has all of them. */
const PARTS_SHOWN = 14;

/** The pages that every report has. */
export function sharedView(result: Result) {
  return {
    moves: movesView(result),
    beside: result.beside.length > 0 || (result.assessment.context?.published ?? []).length > 0,
    anyway: result.assumptions.filter(isAboutAnyway).map((assumption) => assumptionView(assumption, result)),
    published: (result.assessment.context?.published ?? []).map(
      ({ what, value, source, difference, figure }) => ({
        what,
        value: typeof value === 'number' ? formatNumber(value, Number.isInteger(value) ? 0 : 2) : value,
        ours: ownFigure(result, figure),
        difference: difference ?? '',
        source,
      }),
    ),
    comparisons: result.beside.map(comparisonView),
    assumptions: result.assumptions
      .filter(({ input }) => !input.includes('.paidBy.'))
      .map((assumption) => assumptionView(assumption, result)),
    workings: result.workings.map(({ label, unit, value, words, parts }) => ({
      label,
      value: formatValue(value, unit),
      words,
      parts: parts
        .slice(0, PARTS_SHOWN)
        .map((part) => ({ label: part.label, value: formatValue(part.value, part.unit) })),
    })),
    problems: result.problems.map(({ severity, message }) => ({
      severity: text(`report.severity.${severity}`),
      message,
    })),
    annex: annexView(result),
  };
}

function isAboutAnyway({ input }: Assumption): boolean {
  return /\.deadweight|counterfactualShare|anyway|\.without\.start\..*-work$|\.without\.shares/.test(input);
}

function assumptionView(
  { input, label, value, unit, source, method, grade, assessed }: Assumption,
  result: Result,
) {
  const said = [source, method, grade === undefined ? undefined : `grade ${grade}`]
    .filter((part) => part !== undefined)
    .join('; ');
  return {
    label,
    value: assessed ? formatValue(value, unit) : text('report.notAssessed'),
    range: rangeOf(result.assessment.uncertainty?.inputs?.[input], unit),
    source: said === '' ? text('report.assumptions.none') : said,
    unsourced: said === '',
  };
}

/** The ends between which nine of ten draws of an input lie; empty where it has no range. */
function rangeOf(range: Distribution | undefined, unit: string): string {
  if (!range) return '';
  const ends = [0.05, 0.95].map((share) => roughly(quantile(range, share)));
  return ` (${text('report.between', { low: formatValue(ends[0] ?? null, unit), high: formatValue(ends[1] ?? null, unit) })})`;
}

/** Two decimals for shares, whole numbers for what is larger: a range promises no more. */
function roughly(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}

function movesView(result: Result) {
  const moved = result.sensitivity.slice(0, MOVES_SHOWN);
  const point = headlineOf(result);
  const written = (value: number | null): string =>
    result.kind === 'value-map' ? formatNumber(value, 2) : formatNumber((value ?? 0) / 1000, 0);
  const bars = moved.map(({ label, low, high, ranged }) => ({
    label,
    from: low ?? point,
    to: high ?? point,
    text: `${written(low)} … ${written(high)}${result.kind === 'value-map' ? '' : ' k'}`,
    tone: ranged ? ('dark' as const) : ('light' as const),
  }));
  return {
    chart: drawing(
      barChart(
        bars,
        point,
        text('report.moves.chart', {
          list: bars.map(({ label, text: value }) => `${label} ${value}`).join(', '),
        }),
      ),
    ),
    rows: moved.map(moveRow),
  };
}

function moveRow({ label, from, to, switchingValue, reachable }: Sensitivity) {
  const plain = (value: number): string => formatValue(value, '1');
  return {
    label,
    from: plain(from),
    to: plain(to),
    switching:
      switchingValue !== null && reachable ? plain(switchingValue) : text('report.moves.unreachable'),
  };
}

function headlineOf(result: Result): number {
  return result.kind === 'value-map'
    ? (result.ratio ?? result.npv ?? 0)
    : (result.horizons.find(({ years }) => years === result.headlineHorizon)?.npv ?? 0);
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
  return {
    title,
    unit,
    chart: drawing(
      barChart(
        drawn,
        0,
        text('report.beside.chart', {
          title,
          list: drawn.map(({ label, text: value }) => `${label} ${value}`).join(', '),
        }),
      ),
    ),
    lesson,
    source: verified ? source : `${source}. ${text('report.beside.unverified')}`,
  };
}

function annexView(result: Result) {
  const { conventions, assessment } = result;
  const rate = conventions.discountRate;
  const draws = result.kind === 'value-map' ? result.interval : result.interval?.npv;
  const rows = [
    ['report.annex.discounting', conventions.discounting],
    [
      'report.annex.rate',
      typeof rate === 'number' ? String(rate) : rate === undefined ? '–' : JSON.stringify(rate),
    ],
    ['report.annex.dropOff', conventions.dropOff ?? ''],
    ['report.annex.deductions', conventions.deductions ?? ''],
    ['report.annex.attribution', conventions.attributionMeans ?? ''],
    ['report.annex.prices', `${result.currency}, ${result.priceYear}`],
    ['report.annex.model', result.modelVersion],
    ['report.annex.reference', result.referenceVersion],
    ['report.annex.draws', draws ? `${draws.draws}, ${draws.seed}` : text('report.annex.noDraws')],
    ['report.annex.hash', result.inputsHash],
  ] as const;
  return {
    rows: rows.map(([label, value]) => ({ label: text(label), value })),
    source: [assessment.source?.title, assessment.source?.url, assessment.source?.note]
      .filter((part) => part !== undefined)
      .join(' · '),
  };
}

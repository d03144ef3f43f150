import type { Interval, Result, Value } from '../../core/result.js';
import type { DrawnInput, Uncertainty } from '../../core/uncertainty/uncertainty-result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { histogramChart } from '../charts/histogram.js';
import { probabilityCurve } from '../charts/probability-curve.js';
import { note, type Section, section } from './section.js';
import { columns, heading, number, row, type Table, words } from './table.js';
import { drawing } from '../template-engine.js';
import { percent, plainNumber, roughMoney, shortMoney } from '../view/amounts.js';
import { figureWriter, isRatio } from '../view/figure-kind.js';
import { intervalsOf } from '../view/intervals.js';
import { inputLabel, sentenceCase } from '../view/input-label.js';
import { rangeKey } from '../view/range-view.js';
import { payerName } from '../view/payer-name.js';

/** Inputs that explain less than this of the spread are not listed. */
const WORTH_LISTING = 0.005;
const LISTED = 12;

/** How sure a result is: the spread of its draws, what it rests on, and what is worth measuring better. */
export function surenessSections(result: Result): readonly Section[] {
  const { uncertainty } = result;
  if (!uncertainty) return [];
  return [
    section({
      id: 'sure',
      title: text(uncertainty.mostlyAssumption ? 'report.sure.illustrative' : 'report.sure.title'),
      lead: `${leadOf(uncertainty)} ${aboutLine(result)}`.trim(),
      drawing: spreadOf(result, uncertainty),
      tables: [intervalsTable(result), ...payersTable(result, uncertainty)],
      notes: [note(convergenceLine(uncertainty))],
    }),
    ...acceptabilitySection(uncertainty),
    measureSection(result, uncertainty),
  ];
}

function leadOf({ draws, inputs, fixedInputs, borrowedShare, mostlyAssumption }: Uncertainty): string {
  const count = (basis: DrawnInput['basis']): number => inputs.filter((one) => one.basis === basis).length;
  return [
    text('report.sure.lead', {
      draws: formatNumber(draws),
      inputs: inputs.length,
      given: count('given'),
      grade: count('grade'),
      unknown: count('unknown'),
      fixed: fixedInputs,
    }),
    mostlyAssumption ? text('report.sure.mostly', { share: percent(borrowedShare ?? 1) }) : '',
  ]
    .join(' ')
    .trim();
}

/** Which figures a picture and sentences are about that all accounts share, where another one is asked for first. */
function aboutLine(result: Result): string {
  if (result.kind !== 'welfare-account' || !result.presetFigures) return '';
  const { headline, headlineHorizon: years } = result;
  return text('report.sure.about', { label: headline.label, years });
}

function spreadOf(result: Result, { histogram, draws }: Uncertainty): object | null {
  const interval = histogram && intervalsOf(result).find(({ of }) => of === histogram.of);
  if (!histogram || !interval || interval.p5 === null || interval.p95 === null) return null;
  const ratio = isRatio(histogram.of);
  const short = shortMoney(histogram.edges);
  const amount = (value: number): string => (ratio ? plainNumber(value) : short(value));
  const written = { low: amount(interval.p5), high: amount(interval.p95) };
  const name = sentenceCase(text(ratio ? 'report.sure.ratio' : 'report.sure.net'));
  return drawing(
    histogramChart({
      edges: histogram.edges,
      counts: histogram.counts,
      low: interval.p5,
      high: interval.p95,
      line: ratio ? 1 : 0,
      texts: {
        label: text('report.sure.chart', { name, draws: formatNumber(draws), ...written }),
        line: text('report.sure.even'),
        between: text(rangeKey(result), written),
        axis: name,
        amount,
      },
    }),
  );
}

/** Those of the figures whose working is shown. */
const mainIntervals = (result: Result): readonly Interval[] =>
  intervalsOf(result).filter(({ of }) => result.workings.some(({ figure }) => figure === of));

function intervalsTable(result: Result): Table {
  const money = (value: Value): string => roughMoney(value, result.currency);
  const cell = (
    interval: Interval,
    at: keyof Pick<Interval, 'p2_5' | 'p5' | 'median' | 'mean' | 'p95' | 'p97_5'>,
  ) => number(interval[at], null, figureWriter(interval.of, money)(interval[at]));
  return {
    name: 'intervals',
    caption: text('report.sure.intervals'),
    columns: columns(
      [text('report.sure.figure')],
      ['P2.5', 'n'],
      ['P5', 'n'],
      [text('report.sure.median'), 'n'],
      [text('report.sure.mean'), 'n'],
      ['P95', 'n'],
      ['P97.5', 'n'],
    ),
    rows: mainIntervals(result).map((interval) =>
      row([
        heading(labelOf(result, interval.of)),
        cell(interval, 'p2_5'),
        cell(interval, 'p5'),
        cell(interval, 'median'),
        cell(interval, 'mean'),
        cell(interval, 'p95'),
        cell(interval, 'p97_5'),
      ]),
    ),
  };
}

/** The name of a figure as the page of its working has it; where it has none there, its own. */
function labelOf({ workings }: Result, figure: string): string {
  const known = workings.find((one) => one.figure === figure)?.label;
  return known === undefined ? figure : sentenceCase(known);
}

function payersTable(result: Result, { payers, mostlyAssumption }: Uncertainty): readonly Table[] {
  if (!payers || mostlyAssumption || Object.keys(payers).length === 0) return [];
  return [
    {
      name: 'payers',
      caption: text('report.sure.payers'),
      columns: columns([text('report.actor')], [text('report.sure.gains'), 'n']),
      rows: Object.entries(payers).map(([payer, probability]) =>
        row([
          heading(payerName(result, payer)),
          number(probability, null, probability === null ? '–' : percent(probability)),
        ]),
      ),
    },
  ];
}

function convergenceLine({ convergence, seed }: Uncertainty): string {
  const error = convergence?.standardErrorOfMeanRelative ?? null;
  return text('report.sure.convergence', {
    known: error === null ? 'no' : 'yes',
    enough: convergence?.converged === false ? 'no' : 'yes',
    error: error === null ? '–' : `${formatNumber(100 * error, 2)} %`,
    seed: String(seed),
  });
}

function acceptabilitySection({ acceptability }: Uncertainty): readonly Section[] {
  const points = (acceptability ?? []).flatMap(({ threshold, probability }) =>
    probability === null ? [] : [{ threshold, probability }],
  );
  if (points.length < 2) return [];
  const asked = thresholdWriter(points.map(({ threshold }) => threshold));
  const list = points
    .map(({ threshold, probability }) => `${asked(threshold)}: ${percent(probability)}`)
    .join(', ');
  return [
    section({
      id: 'acceptability',
      under: true,
      title: text('report.acceptability.title'),
      lead: text('report.acceptability.lead'),
      drawing: drawing(
        probabilityCurve(points, 1, {
          label: text('report.acceptability.chart', { list }),
          axis: text('report.acceptability.axis'),
          percent: (share) => `${share} %`,
        }),
      ),
      folded: true,
      tables: [
        {
          name: 'acceptability',
          caption: text('report.acceptability.title'),
          columns: columns(
            [text('report.acceptability.axis')],
            [text('report.acceptability.probability'), 'n'],
          ),
          rows: points.map(({ threshold, probability }) =>
            row([heading(asked(threshold)), number(probability, null, percent(probability))]),
          ),
        },
      ],
    }),
  ];
}

const MOST_DECIMALS = 4;

/** Writes thresholds with as many decimals as tell them apart. */
function thresholdWriter(thresholds: readonly number[]): (threshold: number) => string {
  const decimals = thresholds.map(
    (one) => Number(one.toFixed(MOST_DECIMALS)).toString().split('.')[1]?.length ?? 0,
  );
  const most = decimals.reduce((one, other) => Math.max(one, other), 0);
  return (threshold) => formatNumber(threshold, most);
}

function measureSection(
  { currency }: Result,
  { inputs, valueOfInformation: { total } }: Uncertainty,
): Section {
  const shown = inputs.filter(({ varianceShare }) => (varianceShare ?? 0) > WORTH_LISTING).slice(0, LISTED);
  const left = inputs.length - shown.length;
  return section({
    id: 'measure',
    under: true,
    title: text('report.measure.title'),
    lead: text('report.measure.lead', { total: roughMoney(total, currency) }),
    tables: [
      {
        name: 'measure',
        caption: text('report.measure.title'),
        columns: columns(
          [text('report.moves.input')],
          [text('report.measure.basis')],
          [text('report.measure.share'), 'n'],
          [text('report.measure.worth'), 'n'],
        ),
        rows: shown.map((one) =>
          row([
            heading(inputLabel(one)),
            words(
              text('report.measure.from', {
                basis: one.basis,
                grade: one.grade ?? 0,
                borrowed: one.borrowed ? 'yes' : 'no',
              }),
            ),
            number(one.varianceShare, null, one.varianceShare === null ? '–' : percent(one.varianceShare)),
            number(one.valueOfInformation, null, roughMoney(one.valueOfInformation, currency)),
          ]),
        ),
      },
    ],
    notes: left > 0 ? [note(text('report.measure.rest', { left }))] : [],
  });
}

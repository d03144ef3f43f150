import type { WelfareAccountResult } from '../../core/result.js';
import type {
  EmploymentClauseFigures,
  JobFactoryFigures,
  PublicLine,
} from '../../core/welfare/presets/preset-result.js';
import { text } from '../../platform/locale/text.js';
import { plainNumber } from '../view/amounts.js';
import { actorName } from '../view/headline.js';
import { sentenceCase } from '../view/input-label.js';
import { agencyLines } from '../view/preset-front.js';
import { countedIn, countInWords, peopleInWords, plainCount, presetWord } from '../view/preset-names.js';
import { amountBars, barsInWords, stepBars } from './amount-bars.js';
import { linesTable } from './preset-lines-table.js';
import { asBars, type Section, section } from './section.js';
import { type Cell, columns, heading, number, row } from './table.js';

const PARTS = [
  'subsidies',
  'exemptions',
  'programmeCost',
  'paid',
  'incomeTax',
  'vat',
  'contributions',
  'returned',
  'netCostBeforeSavings',
  'benefitsSaved',
  'servicesSaved',
  'saved',
  'netCost',
] as const satisfies readonly (keyof PublicLine)[];

/** What public agencies pay for a job or a full-time year and get back: line by line, and whose money it is. */
export function publicCostSections(
  result: WelfareAccountResult,
  figures: EmploymentClauseFigures | JobFactoryFigures,
): readonly Section[] {
  const each =
    figures.preset === 'employment-clause'
      ? ({ at: 'perJob', line: figures.perJob } as const)
      : ({ at: 'perFullTimeYear', line: figures.perFullTimeYear } as const);
  return [
    wholeSection(result, figures, each),
    ...agenciesSection(result, figures, each),
    ...(figures.preset === 'job-factory' ? [besideSection(result, figures)] : []),
  ];
}

interface Each {
  readonly at: 'perJob' | 'perFullTimeYear';
  readonly line: PublicLine;
}

function wholeSection(
  { currency, priceYear }: WelfareAccountResult,
  figures: EmploymentClauseFigures | JobFactoryFigures,
  { at, line }: Each,
): Section {
  const { preset } = figures;
  const { each, count } = countedIn(figures);
  const less = (part: 'returned' | 'saved') => ({
    label: text(`report.preset.less.${part}`),
    value: line[part] === null ? null : -line[part],
  });
  const bars = stepBars(
    [
      { label: text('report.preset.line.paid'), value: line.paid },
      less('returned'),
      less('saved'),
      { label: text('report.preset.line.netCost'), value: line.netCost, total: true },
    ],
    plainNumber,
    'above',
  );
  return section({
    id: 'preset',
    title: text('report.preset.title', { preset: presetWord(figures) }),
    lead: text('report.preset.lead', {
      ...{ preset: presetWord(figures), each, currency, count: countInWords(figures) },
      people: preset === 'job-factory' ? peopleInWords(figures.people) : '',
      months: preset === 'employment-clause' ? plainCount(figures.months) : '',
      priceYear: String(priceYear),
    }),
    ...asBars(bars, 0, text('report.preset.chart', { list: barsInWords(bars) })),
    tables: [
      linesTable(
        PARTS,
        ['paid', 'returned', 'netCostBeforeSavings', 'saved', 'netCost'],
        { name: each, at: `preset.${at}`, line },
        count === 1 ? null : figures.total,
      ),
    ],
  });
}

function agenciesSection(
  result: WelfareAccountResult,
  figures: EmploymentClauseFigures | JobFactoryFigures,
  { at, line }: Each,
): readonly Section[] {
  const lines = agencyLines(figures);
  if (lines.length < 2) return [];
  const bars = amountBars(
    lines.map(({ agency, line: { netCost } }) => ({ label: actorName(result, agency), value: netCost })),
    plainNumber,
    'above',
  );
  const cells = (place: string, of: PublicLine): readonly Cell[] =>
    (['paid', 'returned', 'saved', 'netCost'] as const).map((part) => number(of[part], `${place}.${part}`));
  return [
    section({
      id: 'preset-agencies',
      under: true,
      title: text('report.preset.whose'),
      lead: text('report.preset.whoseLead', {
        preset: presetWord(figures),
        each: countedIn(figures).each,
        unit: result.currency,
      }),
      ...asBars(bars, 0, text('report.preset.whoseChart', { list: barsInWords(bars) })),
      tables: [
        {
          name: 'preset-agencies',
          caption: text('report.preset.whose'),
          columns: columns(
            [text('report.actor')],
            [text('report.preset.line.paid'), 'n'],
            [text('report.preset.line.returned'), 'n'],
            [text('report.preset.line.saved'), 'n'],
            [text('report.preset.line.netCost'), 'n'],
          ),
          rows: [
            ...lines.map(({ agency, level, line: own }) =>
              row([
                heading(actorName(result, agency), {
                  note: level === null ? null : text(`report.ofLevel.${level}`),
                }),
                ...cells(`preset.agencies.${agency}.${at}`, own),
              ]),
            ),
            row([heading(text('report.preset.allAgencies')), ...cells(`preset.${at}`, line)], true),
          ],
        },
      ],
    }),
  ];
}

/** What began it, and what residents have of it. */
function besideSection({ currency }: WelfareAccountResult, figures: JobFactoryFigures): Section {
  const { startUp, usefulness } = figures;
  const { each, count } = countedIn(figures);
  const one = count === 1;
  return section({
    id: 'preset-beside',
    under: true,
    title: text('report.preset.beside'),
    lead: text('report.preset.besideLead', { currency }),
    tables: [
      {
        name: 'preset-beside',
        caption: text('report.preset.beside'),
        columns: columns(
          [text('report.preset.line')],
          [sentenceCase(each), 'n'],
          ...(one ? [] : [[text('report.preset.all'), 'n'] as const]),
        ),
        rows: [
          row([
            heading(text('report.preset.startUp')),
            number(startUp.perFullTimeYear, 'preset.startUp.perFullTimeYear'),
            ...(one ? [] : [number(startUp.total, 'preset.startUp.total')]),
          ]),
          ...(usefulness
            ? [
                row([
                  heading(text('report.preset.usefulness'), { note: usefulness.source }),
                  number(usefulness.perFullTimeYear, 'preset.usefulness.perFullTimeYear'),
                  ...(one ? [] : [number(usefulness.total, 'preset.usefulness.total')]),
                ]),
              ]
            : []),
        ],
      },
    ],
  });
}

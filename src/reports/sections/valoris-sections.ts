import type { Value, WelfareAccountResult } from '../../core/result.js';
import type { ValorisFigures, ValorisLine } from '../../core/welfare/presets/preset-result.js';
import { text } from '../../platform/locale/text.js';
import { plainNumber } from '../view/amounts.js';
import { countedIn, countInWords, plainCount, presetWord } from '../view/preset-names.js';
import { amountBars, barsInWords, stepBars } from './amount-bars.js';
import { linesTable } from './preset-lines-table.js';
import { asBars, type Section, section } from './section.js';
import { type Cell, type Column, columns, heading, number, row } from './table.js';

const PARTS = [
  'incomeTax',
  'vat',
  'avoidedSpending',
  'benefits',
  'exemptions',
  'grants',
  'costs',
  'value',
] as const satisfies readonly (keyof ValorisLine)[];

/** The value for public budgets in one year: line by line, by level of government and by class of disadvantage. */
export function valorisSections(result: WelfareAccountResult, figures: ValorisFigures): readonly Section[] {
  return [wholeSection(result, figures), levelsSection(result, figures), ...classesSection(result, figures)];
}

function wholeSection({ currency, priceYear }: WelfareAccountResult, figures: ValorisFigures): Section {
  const { perPerson: line, total, people } = figures;
  const { each } = countedIn(figures);
  const less = (part: 'exemptions' | 'grants') => ({
    label: text(`report.preset.less.${part}`),
    value: line[part] === null ? null : -line[part],
  });
  const plus = (part: 'incomeTax' | 'vat' | 'avoidedSpending') => ({
    label: text(`report.preset.line.${part}`),
    value: line[part],
  });
  const bars = stepBars(
    [
      plus('incomeTax'),
      plus('vat'),
      plus('avoidedSpending'),
      less('exemptions'),
      less('grants'),
      { label: text('report.preset.line.value'), value: line.value, total: true },
    ],
    plainNumber,
  );
  return section({
    id: 'preset',
    title: text('report.preset.title', { preset: presetWord(figures) }),
    lead: text('report.preset.lead', {
      ...{ preset: presetWord(figures), each, currency, count: countInWords(figures) },
      priceYear: String(priceYear),
    }),
    ...asBars(bars, 0, text('report.preset.chart.valoris', { list: barsInWords(bars) })),
    tables: [
      linesTable(
        PARTS,
        ['benefits', 'costs', 'value'],
        { name: each, at: 'preset.perPerson', line },
        people === 1 ? null : total,
      ),
    ],
  });
}

function levelsSection({ currency }: WelfareAccountResult, figures: ValorisFigures): Section {
  const { byLevel } = figures;
  const { each } = countedIn(figures);
  const bars = amountBars(
    byLevel.map(({ level, perPerson }) => ({
      label: text(`report.level.${level}`),
      value: perPerson.value,
    })),
    plainNumber,
  );
  return section({
    id: 'preset-levels',
    under: true,
    title: text('report.preset.whose'),
    lead: text('report.preset.whoseLead', { preset: presetWord(figures), each, unit: currency }),
    ...asBars(bars, 0, text('report.preset.whoseChart', { list: barsInWords(bars) })),
    tables: [
      {
        name: 'preset-levels',
        caption: text('report.preset.whose'),
        columns: [...columns([text('report.preset.level')]), ...amountColumns()],
        rows: [
          ...byLevel.map(({ level, perPerson, total }) =>
            row([
              heading(text(`report.level.${level}`)),
              ...amountCells(`preset.levels.${level}`, perPerson, total.value),
            ]),
          ),
          row(
            [
              heading(text('report.preset.allAgencies')),
              ...amountCells('preset', figures.perPerson, figures.total.value),
            ],
            true,
          ),
        ],
      },
    ],
  });
}

function classesSection({ currency }: WelfareAccountResult, { byClass }: ValorisFigures): readonly Section[] {
  if (byClass.length < 2) return [];
  const bars = amountBars(
    byClass.map(({ label, perPerson }) => ({ label, value: perPerson.value })),
    plainNumber,
  );
  return [
    section({
      id: 'preset-classes',
      under: true,
      title: text('report.preset.classes'),
      lead: text('report.preset.classesLead', { each: text('report.preset.each.person'), currency }),
      ...asBars(bars, 0, text('report.preset.classesChart', { list: barsInWords(bars) })),
      tables: [
        {
          name: 'preset-classes',
          caption: text('report.preset.classes'),
          columns: [
            ...columns([text('report.preset.class')], [text('report.groups.people'), 'n']),
            ...amountColumns(),
          ],
          rows: byClass.map(({ id, label, people, perPerson, total }) =>
            row([
              heading(label),
              number(people, `perCohort.${id}.entrants`, plainCount(people)),
              ...amountCells(`preset.classes.${id}`, perPerson, total.value),
            ]),
          ),
        },
      ],
    }),
  ];
}

const amountColumns = (): readonly Column[] =>
  columns(
    [text('report.preset.line.benefits'), 'n'],
    [text('report.preset.line.costs'), 'n'],
    [text('report.preset.value'), 'n'],
    [text('report.preset.valueInAll'), 'n'],
  );

const amountCells = (at: string, { benefits, costs, value }: ValorisLine, inAll: Value): readonly Cell[] => [
  number(benefits, `${at}.perPerson.benefits`),
  number(costs, `${at}.perPerson.costs`),
  number(value, `${at}.perPerson.value`),
  number(inAll, `${at}.total.value`),
];

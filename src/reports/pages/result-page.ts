import type { Interval, Result, Value } from '../../core/result.js';
import { type Distribution, quantile } from '../../core/uncertainty/distribution.js';
import { formatMoney, formatNumber } from '../../platform/locale/format.js';
import type { TextKey } from '../../platform/locale/en.js';
import { text } from '../../platform/locale/text.js';
import { frontView, mainPayer } from '../view/front-view.js';
import { inputLabel } from '../view/input-label.js';
import { intervalsOf } from '../view/intervals.js';
import { movesBars } from '../view/moves-view.js';
import { problemsView } from '../view/problems-view.js';
import { accountSections } from './account-sections.js';
import { innerSections, lateSections } from '../sections/sections.js';
import { barList } from '../sections/bar-list.js';
import { fiscalPeople, fiscalSections } from './fiscal-sections.js';
import { mapSections } from './map-sections.js';
import { note, type Section, section } from '../sections/section.js';
import { columns, heading, number, row, type Table, words } from '../sections/table.js';
import { writtenValue } from './written-value.js';

const HASH_SHOWN = 12;

/** What people can do with a result beside reading it. */
export interface ResultDoors {
  /** The path of the page, such as `/runs/…`. */
  readonly base: string;
  /** Whether its reader may ask for its evidence report. */
  readonly mayAskForReport: boolean;
  /** A public example, worked out from a file that comes with the program. */
  readonly example: boolean;
  /** The identity of the run, where it is one. */
  readonly run: string | null;
  readonly back: { readonly href: string; readonly label: string };
}

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

/** What the page of a result shows; all figures on it are links to how they were worked out. */
export function resultPage(result: Result, doors: ResultDoors): object {
  const front = frontView(result);
  const figures = headlineFigures(result);
  const href = linker(result, doors.base);
  const sections = sectionsOf(result);
  return {
    ...doors,
    kind: text(`page.kind.${result.kind}`),
    title: result.title,
    byline: [front.organisation, front.period].filter((part) => part !== null).join(' · '),
    marks: [
      ...(result.assessment.context?.constructed === true ? [text('report.constructed')] : []),
      ...(result.problems.some(({ severity }) => severity === 'error') ? [text('report.draft')] : []),
    ],
    people: front.people && {
      sentence: front.people.sentence,
      chart: front.people.chart,
      legend: front.people.legend,
      links: peopleFigures(result).flatMap(([label, figure]) => {
        const address = href(figure);
        return address === null ? [] : [{ label: text(label), href: address }];
      }),
    },
    money: front.money.map(({ label, value, line, range }, at) => ({
      label,
      value,
      line,
      range,
      href: href(figures[at] ?? null),
    })),
    facts: front.facts,
    limits: front.limits,
    notCounted: front.notCounted,
    checked: front.checked,
    contents: [
      ...sections.filter(({ under }) => !under).map(({ id, title }) => ({ id, title })),
      { id: 'problems', title: text('report.problems.title') },
      { id: 'check', title: text('page.check.title') },
    ],
    sections: sections.map((one) => ({
      ...one,
      notes: one.notes.map((said) => ({ text: said.text, href: href(said.figure) })),
      tables: one.tables.map((table) => tableView(table, doors.base, href)),
    })),
    problems: problemsView(result.problems),
    hash: result.inputsHash.replace('sha256:', '').slice(0, HASH_SHOWN),
    model: result.modelVersion,
    reference: result.referenceVersion,
  };
}

/** Links figures to their explanations; a number of the file only where the calculation read it. */
function linker(result: Result, base: string): (figure: string | null) => string | null {
  const inputs = new Set(result.assumptions.map(({ input }) => input));
  return (figure) => {
    if (figure === null || !/^[A-Za-z0-9_.-]{1,300}$/.test(figure)) return null;
    const ofTheFile = /^(outcomes|careers|states|inputs)\./.test(figure);
    return ofTheFile && !inputs.has(figure) ? null : figureAddress(base, figure);
  };
}

/** Where a figure is explained. */
export const figureAddress = (base: string, figure: string): string =>
  `${base}/figures/${encodeURIComponent(figure)}`;

function tableView(table: Table, base: string, href: (figure: string | null) => string | null): object {
  return {
    ...table,
    rows: table.rows.map(({ cells, total }) => ({
      total,
      cells: cells.map((cell) => ({ ...cell, href: href(cell.figure) })),
    })),
    tight: table.columns.length <= 3,
    csv: `${base}/tables/${table.name}`,
  };
}

/** The figures behind the people of the front. */
function peopleFigures(result: Result): readonly (readonly [label: TextKey, figure: string | null])[] {
  if (result.kind === 'welfare-account')
    return [
      ['page.people.entrants', 'people.entrants'],
      ['page.people.succeeded', 'people.succeeded'],
      ['page.people.without', 'people.succeededWithout'],
    ];
  return result.kind === 'fiscal-cost-benefit' ? fiscalPeople(result) : [];
}

/** The figures behind the headline, in the order the front shows them. */
function headlineFigures(result: Result): readonly string[] {
  switch (result.kind) {
    case 'value-map':
      return ['ratio', 'npv'];
    case 'fiscal-cost-benefit':
      return ['fiscalReturn', 'benefitCostRatio'];
    case 'welfare-account': {
      const at = `horizons.${result.headlineHorizon}`;
      const payer = mainPayer(result);
      return [`${at}.npv`, ...(payer === undefined ? [] : [`${at}.actors.${payer}.net`])];
    }
  }
}

/** The interval of a figure, where the result holds one. */
export function intervalOf(result: Result, figure: string): Interval | undefined {
  return intervalsOf(result).find((interval) => interval.of === figure);
}

function movesSection(result: Result): Section {
  const { moved, point, bars, lead, label: chart } = movesBars(result);
  return section({
    id: 'moves',
    title: text('report.moves.title'),
    lead,
    bars: barList(bars, point, chart),
    tables: [
      {
        name: 'moves',
        caption: text('page.table.moves'),
        columns: columns(
          [text('report.moves.input')],
          [text('page.table.used'), 'n'],
          [text('report.moves.from'), 'n'],
          [text('report.moves.to'), 'n'],
          [text('report.moves.switch'), 'n'],
        ),
        rows: moved.map(({ input, label, value, from, to, switchingValue, reachable }) =>
          row([
            heading(inputLabel({ input, label })),
            number(value, input, threeDigits(value)),
            number(from, null, threeDigits(from)),
            number(to, null, threeDigits(to)),
            switchingValue !== null && reachable
              ? number(switchingValue, null, threeDigits(switchingValue))
              : words(text('report.moves.unreachable'), { numeric: true }),
          ]),
        ),
      },
    ],
  });
}

/** A number of any kind in a table: whole where it is large, three digits where it is small. */
function threeDigits(value: number): string {
  const size = Math.abs(value);
  return formatNumber(value, size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

const TONES = { claimed: 'light', anyway: 'hatch', attributable: 'dark' } as const;

function publishedSections(result: Result): readonly Section[] {
  const published = result.assessment.context?.published ?? [];
  const own = (figure: string | undefined): Value => {
    const value: unknown =
      figure === undefined ? null : (result as unknown as Record<string, unknown>)[figure];
    return typeof value === 'number' ? value : null;
  };
  const table: Table = {
    name: 'published',
    caption: text('page.table.published'),
    columns: columns(
      [text('report.beside.published')],
      [text('report.assumptions.value'), 'n'],
      [text('report.beside.ours'), 'n'],
      [text('report.beside.why')],
    ),
    rows: published.map(({ what, value, source, difference, figure }) => {
      const shown = typeof value === 'number' ? formatNumber(value, Number.isInteger(value) ? 0 : 2) : value;
      return row([
        heading(what, { note: source }),
        typeof value === 'number' ? number(value, null, shown) : words(shown, { numeric: true }),
        number(own(figure), figure ?? null, formatNumber(own(figure), 4)),
        words(difference ?? ''),
      ]);
    }),
  };
  return [
    ...(published.length + result.beside.length > 0
      ? [
          section({
            id: 'published',
            title: text('report.beside.title'),
            lead: text('report.beside.lead'),
            tables: published.length > 0 ? [table] : [],
          }),
        ]
      : []),
    ...result.beside.map((one) => {
      const bars = one.bars.map(({ label, value, role }) => ({
        label,
        from: 0,
        to: value,
        text: formatMoney(value, one.currency),
        tone: TONES[role],
      }));
      return section({
        id: `beside-${one.id}`,
        under: true,
        title: one.title,
        lead: one.lesson,
        bars: barList(
          bars,
          0,
          text('report.beside.chart', {
            title: one.title,
            list: bars.map(({ label, text: value }) => `${label} ${value}`).join(', '),
          }),
        ),
        notes: [note(one.verified ? one.source : `${one.source}. ${text('report.beside.unverified')}`)],
      });
    }),
  ];
}

function assumptionsSection(result: Result): Section {
  const ranges = result.assessment.uncertainty?.inputs ?? {};
  return section({
    id: 'assumptions',
    title: text('report.assumptions.title'),
    lead: text('page.assumptions.lead', { count: result.assumptions.length }),
    folded: true,
    tables: [
      {
        name: 'assumptions',
        caption: text('page.table.assumptions'),
        columns: columns(
          [text('report.assumptions.what')],
          [text('report.assumptions.value'), 'n'],
          [text('page.table.range'), 'n'],
          [text('report.assumptions.source')],
        ),
        rows: result.assumptions.map(({ input, label, value, unit, source, method, grade, assessed }) => {
          const said = [source, method, grade === undefined ? undefined : text('page.grade', { grade })]
            .filter((part) => part !== undefined)
            .join('; ');
          return row([
            heading(label),
            assessed
              ? number(value, input, writtenValue(value, unit))
              : words(text('report.notAssessed'), { numeric: true, figure: input, open: true }),
            words(rangeOf(ranges[input], unit), { numeric: true }),
            words(said === '' ? text('report.assumptions.none') : said, { open: said === '' }),
          ]);
        }),
      },
    ],
  });
}

/** The ends between which nine of ten draws of an input lie. */
function rangeOf(range: Distribution | undefined, unit: string): string {
  if (!range) return '';
  const [low, high] = [0.05, 0.95].map((share) => writtenValue(roughly(quantile(range, share)), unit));
  return text('report.between', { low: low ?? '', high: high ?? '' });
}

/** Two decimals for shares, whole numbers for what is larger: a range promises no more. */
const roughly = (value: number): number =>
  Math.abs(value) < 10 ? Math.round(value * 100) / 100 : Math.round(value);

import type { Interval, Result } from '../../core/result.js';
import type { TextKey } from '../../platform/locale/en.js';
import { text } from '../../platform/locale/text.js';
import { frontView } from '../view/front-view.js';
import { intervalsOf } from '../view/intervals.js';
import { problemsView } from '../view/problems-view.js';
import type { Table } from '../sections/table.js';
import { fiscalPeople } from './fiscal-sections.js';
import { sectionsOf } from './result-sections.js';

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

/** What the page of a result shows; all figures on it are links to how they were worked out. */
export function resultPage(result: Result, doors: ResultDoors): object {
  const front = frontView(result);
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
    money: front.money.map(({ figure, label, value, line, range }) => ({
      label,
      value,
      line,
      range,
      href: href(figure),
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
      // A preset is about the year itself, not about one later on.
      ...(result.presetFigures ? [] : [['page.people.succeeded', 'people.succeeded'] as const]),
      ['page.people.without', 'people.succeededWithout'],
    ];
  return result.kind === 'fiscal-cost-benefit' ? fiscalPeople(result) : [];
}

/** The interval of a figure, where the result holds one. */
export function intervalOf(result: Result, figure: string): Interval | undefined {
  return intervalsOf(result).find((interval) => interval.of === figure);
}

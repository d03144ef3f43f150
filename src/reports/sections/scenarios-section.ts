import type { ComparedFigure, Result } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { type Section, section } from './section.js';
import { columns, heading, number, row, type Row } from './table.js';
import { percent, plainNumber } from '../view/amounts.js';
import { figureWriter } from '../view/figure-kind.js';
import { inputLabel, sentenceCase } from '../view/input-label.js';

/** What the result would be under the scenarios of the file; nothing where it has none. */
export function scenariosSection({ scenarios }: Result): readonly Section[] {
  const [first] = scenarios;
  if (!first) return [];
  const shown = Object.values(first.figures)
    .filter((figure, at, all) => all.findIndex((one) => one.figure === figure.figure) === at)
    .map(({ figure, label }) => ({ figure, label }));
  return [
    section({
      id: 'scenarios',
      title: text('report.scenarios.title'),
      lead: text('report.scenarios.lead'),
      tables: shown.map(({ figure, label }, at) => ({
        name: `scenarios-${at + 1}`,
        caption: sentenceCase(label),
        columns: columns(
          [text('report.scenarios.name')],
          [text('report.scenarios.result'), 'n'],
          [text('report.scenarios.difference'), 'n'],
          [text('report.scenarios.range'), 'n'],
          [text('report.scenarios.better'), 'n'],
        ),
        rows: scenarios.flatMap(({ name, set, figures }): readonly Row[] => {
          const compared = Object.values(figures).find((one) => one.figure === figure);
          const changes = set.map((one) =>
            text('report.scenarios.change', {
              label: inputLabel(one),
              from: plainNumber(one.from),
              to: plainNumber(one.to),
            }),
          );
          return compared ? [scenarioRow(name, changes.join('; '), compared)] : [];
        }),
      })),
    }),
  ];
}

function scenarioRow(name: string, changes: string, { figure, point, difference }: ComparedFigure): Row {
  const write = figureWriter(figure, plainNumber);
  return row([
    heading(name, { note: changes }),
    number(point, null, write(point)),
    number(difference.point, null, write(difference.point)),
    number(
      difference.p5,
      null,
      difference.p5 === null
        ? '–'
        : text('report.between', { low: write(difference.p5), high: write(difference.p95) }),
    ),
    number(
      difference.probabilityBetter,
      null,
      difference.probabilityBetter === null ? '–' : percent(difference.probabilityBetter),
    ),
  ]);
}

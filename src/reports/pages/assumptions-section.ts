import type { Result } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { type Section, section } from '../sections/section.js';
import { columns, heading, number, row, words } from '../sections/table.js';
import { defaultRangesLine, drawnRanges } from '../view/drawn-ranges.js';
import { writtenValue } from '../view/written-value.js';

/** Every number of the file that was used, from what it was drawn, and who says so. */
export function assumptionsSection(result: Result): Section {
  const rangeOf = drawnRanges(result);
  return section({
    id: 'assumptions',
    title: text('report.assumptions.title'),
    lead: `${text('page.assumptions.lead', { count: result.assumptions.length })} ${defaultRangesLine(result)}`.trim(),
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
            words(
              rangeOf(input, (end) => writtenValue(end, unit)),
              { numeric: true },
            ),
            words(said === '' ? text('report.assumptions.none') : said, { open: said === '' }),
          ]);
        }),
      },
    ],
  });
}

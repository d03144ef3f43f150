import type { Result } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barList } from '../sections/bar-list.js';
import { type Section, section } from '../sections/section.js';
import { columns, heading, number, row, words } from '../sections/table.js';
import { inputLabel } from '../view/input-label.js';
import { movesBars } from '../view/moves-view.js';

/** What moves the headline figure most, as bars and as a table. */
export function movesSection(result: Result): Section {
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

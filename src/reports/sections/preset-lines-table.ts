import type { Value } from '../../core/result.js';
import type { PublicLine, ValorisLine } from '../../core/welfare/presets/preset-result.js';
import { text } from '../../platform/locale/text.js';
import { sentenceCase } from '../view/input-label.js';
import { columns, heading, number, row, type Table } from './table.js';

export type LineName = keyof ValorisLine | keyof PublicLine;

/**
 * The lines of a preset one below the other as they add up, for one and, where there are more, for all.
 *
 * @param sums those of the parts that others make up
 * @param each the lines of one, what one is called, and under which name they are explained
 */
export function linesTable<Part extends LineName>(
  parts: readonly Part[],
  sums: readonly Part[],
  each: { readonly name: string; readonly at: string; readonly line: Readonly<Record<Part, Value>> },
  total: Readonly<Record<Part, Value>> | null,
): Table {
  return {
    name: 'preset',
    caption: text('report.preset.table'),
    columns: columns(
      [text('report.preset.line')],
      [sentenceCase(each.name), 'n'],
      ...(total ? [[text('report.preset.all'), 'n'] as const] : []),
    ),
    rows: parts.map((part) =>
      row(
        [
          heading(text(`report.preset.line.${part}`)),
          number(each.line[part], `${each.at}.${part}`),
          ...(total ? [number(total[part], `preset.total.${part}`)] : []),
        ],
        sums.includes(part),
      ),
    ),
  };
}

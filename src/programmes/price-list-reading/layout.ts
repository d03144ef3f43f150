import type { Spreadsheet } from '../../platform/tables/table.js';
import { MOST_PRICES, type PriceEntry, type PriceListSettings } from '../price-lists.contract.js';
import { overlap } from './period.js';
import { type PriceListProblem, Problems } from './problems.js';

/** What was read of a file of prices. With a problem in it, nothing of it is kept. */
export interface ReadPrices {
  readonly entries: readonly PriceEntry[];
  /** The first of all {@link problemCount}. */
  readonly problems: readonly PriceListProblem[];
  readonly problemCount: number;
  /** What a reader should know of how it was read. */
  readonly notes: readonly string[];
}

/** What is said of a file, as far as its reading depends on it. */
export type ReadingSettings = Pick<PriceListSettings, 'country' | 'currency' | 'source'>;

/** Reads the prices of one layout. */
export type LayoutReader = (
  spreadsheet: Spreadsheet,
  settings: ReadingSettings,
  problems: Problems,
) => { readonly entries: readonly PriceEntry[]; readonly notes: readonly string[] };

/** Reads a spreadsheet in a layout and checks what holds for all of them. */
export function readLayout(
  layout: LayoutReader,
  spreadsheet: Spreadsheet,
  settings: ReadingSettings,
): ReadPrices {
  const problems = new Problems();
  const { entries, notes } = layout(spreadsheet, settings, problems);
  refuseCoveredTwice(entries, problems);
  if (entries.length === 0 && problems.count === 0) {
    problems.add({ sheet: '', row: null, column: null }, 'no-rows');
  }
  if (entries.length > MOST_PRICES) {
    problems.add({ sheet: '', row: null, column: null }, 'too-many', null, { most: MOST_PRICES });
  }
  return { entries, problems: problems.kept, problemCount: problems.count, notes };
}

/** Of two prices for the same day nobody could say which holds. */
function refuseCoveredTwice(entries: readonly PriceEntry[], problems: Problems): void {
  const byCode = new Map<string, PriceEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.code, entry.valueType]);
    const before = byCode.get(key) ?? [];
    const first = before.find((other) => overlap(other, entry));
    if (first) {
      problems.add({ sheet: entry.sheet, row: entry.row, column: null }, 'covered-twice', entry.code, {
        first: [first.sheet, first.row].filter((part) => part !== '').join(' '),
      });
    } else before.push(entry);
    byCode.set(key, before);
  }
}

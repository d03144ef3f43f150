import { readSpreadsheet } from '../platform/tables/spreadsheet.js';
import { TableRefusal } from '../platform/tables/table.js';
import { readGreaterManchester } from './price-list-reading/greater-manchester.js';
import {
  type LayoutReader,
  readLayout,
  type ReadingSettings,
  type ReadPrices,
} from './price-list-reading/layout.js';
import { readTemplate } from './price-list-reading/template.js';
import type { Layout } from './price-lists.contract.js';

const LAYOUT_READERS: Readonly<Record<Layout, LayoutReader>> = {
  template: readTemplate,
  'greater-manchester': readGreaterManchester,
};

/** A file that was read; or why it cannot be. */
export type PriceListFile = ReadPrices | { readonly refusal: string };

/**
 * Reads a file of prices: a workbook (XLSX) or a table in text (CSV). Whatever is wrong is said, row by row; nothing
 * that is wrong is taken.
 */
export async function readPriceListFile(
  bytes: Uint8Array,
  layout: Layout,
  settings: ReadingSettings,
): Promise<PriceListFile> {
  try {
    return readLayout(LAYOUT_READERS[layout], await readSpreadsheet(bytes), settings);
  } catch (error) {
    if (error instanceof TableRefusal) return { refusal: error.message };
    throw error;
  }
}

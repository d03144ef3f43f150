import { type PriceListFile, readPriceListFile } from './price-list-file.js';
import type { ReadingSettings } from './price-list-reading/layout.js';
import type { Layout } from './price-lists.contract.js';

/** What is asked of a thread that reads files of prices. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  readonly settings: ReadingSettings;
}

/** Reads in a thread of its own: a file made to harm ends the thread and not the service. */
export default function read({ bytes, layout, settings }: FileToRead): Promise<PriceListFile> {
  return readPriceListFile(bytes, layout, settings);
}

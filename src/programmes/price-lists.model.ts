import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { Layout, PriceEntry } from './price-lists.contract.js';

/** A list of prices of an organisation, private to it. */
export interface PriceList {
  organisation: string;
  name: string;
  /** Loaded from files, or made of answers to price requests. */
  kind: 'file' | 'answers';
  country: string;
  /** The number of its newest version. */
  version: number;
  changedAt: Date;
}

const lists = new Schema<PriceList>({
  organisation: { type: String, required: true },
  name: { type: String, required: true },
  kind: { type: String, required: true },
  country: { type: String, required: true },
  version: { type: Number, required: true },
  changedAt: { type: Date, required: true },
});
/** The list of a name, and no second one. */
lists.index({ organisation: 1, kind: 1, name: 1 }, { unique: true });
/** The lists of an organisation, the newest first. */
lists.index({ organisation: 1, _id: -1 });
lists.plugin(owned);

export const PriceListModel = model('PriceList', lists, 'price_lists');
export type KeptPriceList = HydratedDocument<PriceList>;

/** A version of a list; it never changes. */
export interface PriceListVersion {
  readonly organisation: string;
  readonly list: string;
  readonly number: number;
  /** SHA-256 of the file; of a list of answers, of all its prices. */
  readonly sha256: string;
  readonly fileName: string | null;
  readonly layout: Layout | null;
  readonly currency: string;
  readonly source: string;
  readonly licence: string;
  readonly prices: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const versions = new Schema<PriceListVersion>({
  organisation: { type: String, required: true },
  list: { type: String, required: true },
  number: { type: Number, required: true },
  sha256: { type: String, required: true },
  fileName: { type: String, default: null },
  layout: { type: String, default: null },
  currency: { type: String, required: true },
  source: { type: String, required: true },
  licence: { type: String, required: true },
  prices: { type: Number, required: true },
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
});
/** The versions of a list, the newest first; one of each number. */
versions.index({ organisation: 1, list: 1, number: -1 }, { unique: true });
versions.plugin(owned);

export const PriceListVersionModel = model('PriceListVersion', versions, 'price_list_versions');

/** Prices of one version of a list that stand together in it; they never change. */
export interface PriceBlock {
  readonly organisation: string;
  readonly list: string;
  readonly version: number;
  /** 0, 1, … in the order of the list. */
  readonly block: number;
  /** Every service and code in it, by which it is found. */
  readonly names: readonly string[];
  readonly entries: readonly PriceEntry[];
}

/** How many prices stand together: few documents for a long list, and few bytes for one price of it. */
export const BLOCK = 100;

const blocks = new Schema<PriceBlock>(
  {
    organisation: { type: String, required: true },
    list: { type: String, required: true },
    version: { type: Number, required: true },
    block: { type: Number, required: true },
    names: { type: [String], required: true },
    // Checked against their contract before they come here.
    entries: { type: Schema.Types.Mixed, required: true },
  },
  { minimize: false },
);
/** The prices of a version in their order. */
blocks.index({ organisation: 1, list: 1, version: 1, block: 1 }, { unique: true });
blocks.plugin(owned);

export const PriceBlockModel = model('PriceBlock', blocks, 'price_blocks');

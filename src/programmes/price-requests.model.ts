import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { PriceYear } from '../reference/unit-price.js';
import type { PriceAnswer, STATES } from './price-requests.contract.js';

/** A price that an agency is asked for, with its answer. The one place where the name of who answered is kept. */
export interface PriceRequest {
  organisation: string;
  country: string;
  service: string | null;
  what: string;
  agency: string;
  unit: string;
  kind: 'real' | 'transfer';
  currency: string;
  year: PriceYear;
  why: string;
  replyTo: string;
  answerBy: string | null;
  state: (typeof STATES)[number];
  answer: PriceAnswer | null;
  list: { readonly id: string; readonly version: number; readonly code: string } | null;
  reason: string | null;
  version: number;
  createdAt: Date;
}

const text = { type: String, required: true } as const;
const perhaps = { type: String, default: null } as const;
/** What goes in was checked against its contract. */
const checked = { type: Schema.Types.Mixed, default: null } as const;

const requests = new Schema<PriceRequest>(
  {
    organisation: text,
    country: text,
    service: perhaps,
    what: text,
    agency: text,
    unit: text,
    kind: text,
    currency: text,
    year: { type: Schema.Types.Mixed, required: true },
    why: text,
    replyTo: text,
    answerBy: perhaps,
    state: text,
    answer: checked,
    list: checked,
    reason: perhaps,
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { minimize: false },
);
/** The requests of an organisation, the newest first. */
requests.index({ organisation: 1, _id: -1 });
requests.plugin(owned);

export const PriceRequestModel = model('PriceRequest', requests, 'price_requests');
export type KeptPriceRequest = HydratedDocument<PriceRequest>;

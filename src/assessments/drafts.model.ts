import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { DraftSettings } from './drafts.contract.js';

/** How a programme is to be assessed, while it may still change. */
export interface Draft {
  organisation: string;
  programme: string;
  settings: DraftSettings;
  version: number;
  createdAt: Date;
  changedAt: Date;
}

const drafts = new Schema<Draft>(
  {
    organisation: { type: String, required: true },
    programme: { type: String, required: true },
    settings: { type: Schema.Types.Mixed, required: true },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
  },
  { minimize: false },
);
/** The drafts of a programme, the newest first. */
drafts.index({ organisation: 1, programme: 1, _id: -1 });
drafts.plugin(owned);

export const DraftModel = model('Draft', drafts, 'drafts');
export type KeptDraft = HydratedDocument<Draft>;

import { model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { PersonData } from './people.contract.js';

/** Parts of a record that may hold sensitive data, each sealed on its own. */
export const SEALED_PARTS = ['targetGroups', 'spells', 'measures'] as const;
export type SealedPart = (typeof SEALED_PARTS)[number];

/**
 * What is recorded of one participant. Plain stands what is not sensitive. Where sensitive data are switched on for
 * the programme, all sealed parts are there for everybody, empty or not, so that their being there tells nothing.
 */
export interface KeptRecord {
  organisation: string;
  programme: string;
  participant: string;
  plain: PersonData;
  /** The key the parts were sealed with; null where nothing is sealed. */
  key: string | null;
  sealed: Record<SealedPart, string> | null;
  /** Counted up by every write, so that sealing anew never undoes one. */
  revision: number;
}

const content = { type: Schema.Types.Mixed, default: null };

const records = new Schema<KeptRecord>(
  {
    organisation: { type: String, required: true },
    programme: { type: String, required: true },
    participant: { type: String, required: true },
    plain: { ...content, required: true },
    key: { type: String, default: null },
    sealed: content,
    revision: { type: Number, required: true },
  },
  { minimize: false },
);
/** The record of a participant, and no second one; all records of a programme, to be reduced. */
records.index({ organisation: 1, programme: 1, participant: 1 }, { unique: true });
records.plugin(owned);

export const PersonRecordModel = model('PersonRecord', records, 'person_records');

import { model, Schema } from 'mongoose';
import { owned } from '../database/owned.js';

/** What somebody did, once written never changed. */
export interface AuditEntry {
  readonly organisation: string;
  /** 1, 2, … within the organisation. */
  readonly sequence: number;
  readonly at: string;
  /** Identities, never names. */
  readonly person: string;
  readonly key: string;
  readonly action: string;
  readonly subject: string;
  readonly previous: string;
  /** SHA-256 of all of the above in canonical form. */
  readonly hash: string;
}

const entries = new Schema<AuditEntry>({
  organisation: { type: String, required: true },
  sequence: { type: Number, required: true },
  at: { type: String, required: true },
  person: { type: String, required: true },
  key: { type: String, required: true },
  action: { type: String, required: true },
  subject: { type: String, required: true },
  previous: { type: String, required: true },
  hash: { type: String, required: true },
});
/** The chain in order, and no two entries of one number. */
entries.index({ organisation: 1, sequence: 1 }, { unique: true });
entries.plugin(owned);

export const AuditEntryModel = model('AuditEntry', entries, 'audit_entries');

/** The end of an organisation's chain. Every entry changes it, so two at once never get one number. */
interface AuditHead {
  readonly organisation: string;
  readonly length: number;
  readonly hash: string;
}

const heads = new Schema<AuditHead>({
  organisation: { type: String, required: true },
  length: { type: Number, required: true },
  hash: { type: String, required: true },
});
/** The head of one organisation. */
heads.index({ organisation: 1 }, { unique: true });
heads.plugin(owned);

export const AuditHeadModel = model('AuditHead', heads, 'audit_heads');

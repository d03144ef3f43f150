import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';

/** A report of a run in one language; its PDF is made once. */
export interface Report {
  organisation: string;
  run: string;
  language: string;
  createdAt: Date;
  createdBy: string;
  /** The stored PDF, once it is made. */
  file: string | null;
  bytes: number | null;
  sha256: string | null;
}

const reports = new Schema<Report>({
  organisation: { type: String, required: true },
  run: { type: String, required: true },
  language: { type: String, required: true },
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  file: { type: String, default: null },
  bytes: { type: Number, default: null },
  sha256: { type: String, default: null },
});
/** The report of a run in a language, of which there is one. */
reports.index({ organisation: 1, run: 1, language: 1 }, { unique: true });
/** The reports of an organisation, the newest first. */
reports.index({ organisation: 1, _id: -1 });
reports.plugin(owned);

export const ReportModel = model('Report', reports, 'reports');
export type KeptReport = HydratedDocument<Report>;

import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { RunFacts } from './run-facts.js';

/** A calculation as it was made; never changed. The file and the result are stored as bytes beside it. */
export interface Run {
  readonly organisation: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** The programme it was compiled from and its version; null for a file that was sent. */
  readonly programme: string | null;
  readonly programmeVersion: number | null;
  readonly draft: string | null;
  readonly file: string;
  readonly result: string;
  readonly facts: RunFacts;
}

const runs = new Schema<Run>({
  organisation: { type: String, required: true },
  createdAt: { type: Date, required: true },
  createdBy: { type: String, required: true },
  programme: { type: String, default: null },
  programmeVersion: { type: Number, default: null },
  draft: { type: String, default: null },
  file: { type: String, required: true },
  result: { type: String, required: true },
  facts: { type: Schema.Types.Mixed, required: true },
});
/** The runs of an organisation, the newest first. */
runs.index({ organisation: 1, _id: -1 });
/** The runs of a programme, the newest first. */
runs.index({ organisation: 1, programme: 1, _id: -1 });
runs.plugin(owned);

export const RunModel = model('Run', runs, 'runs');
export type KeptRun = HydratedDocument<Run>;

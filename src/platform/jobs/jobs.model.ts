import { model, Schema } from 'mongoose';
import { owned } from '../database/owned.js';

/** `failed` is the dead letter: it was tried as often as it may be. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** Work that is done later, by whoever takes it next. */
export interface Job {
  readonly organisation: string;
  readonly kind: string;
  /** What the work is about, as an identity. */
  readonly subject: string;
  readonly state: JobState;
  readonly attempts: number;
  /** 0 to 1. */
  readonly progress: number;
  /** From when on it may be taken; while it runs, until when it is somebody's. */
  readonly due: Date;
  /** Who has it; a new one with every taking. */
  readonly lease: string | null;
  readonly message: string | null;
  readonly createdAt: Date;
}

const jobs = new Schema<Job>({
  organisation: { type: String, required: true },
  kind: { type: String, required: true },
  subject: { type: String, required: true },
  state: { type: String, required: true },
  attempts: { type: Number, required: true },
  progress: { type: Number, required: true },
  due: { type: Date, required: true },
  lease: { type: String, default: null },
  message: { type: String, default: null },
  createdAt: { type: Date, required: true },
});
/** The next one to take. */
jobs.index({ state: 1, due: 1 });
/** One job for each thing to be done. */
jobs.index({ organisation: 1, kind: 1, subject: 1 }, { unique: true });
jobs.plugin(owned);

export const JobModel = model('Job', jobs, 'jobs');

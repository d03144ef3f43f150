import { model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { Classes } from './processing.contract.js';

/** For what, by which right and how long data about the people of a programme are kept; it holds no such data. */
export interface Processing {
  organisation: string;
  programme: string;
  classes: Classes;
  version: number;
}

const processings = new Schema<Processing>(
  {
    organisation: { type: String, required: true },
    programme: { type: String, required: true },
    classes: { type: Schema.Types.Mixed, required: true },
    version: { type: Number, required: true },
  },
  { minimize: false },
);
/** The record of a programme, and no second one. */
processings.index({ organisation: 1, programme: 1 }, { unique: true });
processings.plugin(owned);

export const ProcessingModel = model('Processing', processings, 'processings');

/** When the participants of a programme are asked how they are. */
export interface Schedule {
  organisation: string;
  programme: string;
  afterMonths: number[];
  version: number;
}

const schedules = new Schema<Schedule>({
  organisation: { type: String, required: true },
  programme: { type: String, required: true },
  afterMonths: { type: [Number], required: true },
  version: { type: Number, required: true },
});
/** The schedule of a programme, and no second one. */
schedules.index({ organisation: 1, programme: 1 }, { unique: true });
schedules.plugin(owned);

export const ScheduleModel = model('FollowUpSchedule', schedules, 'follow_up_schedules');

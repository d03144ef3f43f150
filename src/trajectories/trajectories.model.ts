import { type HydratedDocument, model, Schema } from 'mongoose';
import type { DatedStatus } from '../core/evidence/trajectories.js';
import type { Tally } from '../core/evidence/tally.js';
import { owned } from '../platform/database/owned.js';
import type { Group } from './trajectories.contract.js';

/** Somebody under a pseudonym: which career, which statuses; whatever else is recorded stands apart (people.model). */
export interface Participant {
  organisation: string;
  programme: string;
  career: string;
  /** Missing in what was kept before there were groups: the programme. */
  group?: Group | undefined;
  pseudonym: string;
  statuses: DatedStatus[];
  version: number;
}

const status = new Schema<DatedStatus>(
  { status: { type: String, required: true }, from: { type: String, required: true } },
  { _id: false },
);

const participants = new Schema<Participant>({
  organisation: { type: String, required: true },
  programme: { type: String, required: true },
  career: { type: String, required: true },
  group: String,
  pseudonym: { type: String, required: true },
  statuses: { type: [status], required: true },
  version: { type: Number, required: true },
});
/** One participant for each pseudonym of a programme; those of a batch that are there already. */
participants.index({ organisation: 1, programme: 1, pseudonym: 1 }, { unique: true });
/** The participants of a programme, the newest first; all of them, to be reduced. */
participants.index({ organisation: 1, programme: 1, _id: -1 });
participants.plugin(owned);

export const ParticipantModel = model('Participant', participants, 'participants');
export type KeptParticipant = HydratedDocument<Participant>;

/**
 * The forms of one career at one moment, added up. It holds no form, no date and no link to a person, and must never
 * be given one.
 */
export interface KeptTally extends Tally {
  readonly organisation: string;
  readonly programme: string;
  readonly career: string;
  readonly moment: string;
}

/** A list of sums; what goes in was made by the core. */
const sums = { type: Schema.Types.Mixed, required: true };

const tallies = new Schema<KeptTally>({
  organisation: { type: String, required: true },
  programme: { type: String, required: true },
  career: { type: String, required: true },
  moment: { type: String, required: true },
  forms: { type: Number, required: true },
  uses: sums,
  housing: sums,
});
/** The tally of a career at a moment, and no second one; all tallies of a programme. */
tallies.index({ organisation: 1, programme: 1, career: 1, moment: 1 }, { unique: true });
tallies.plugin(owned);

export const TallyModel = model('Tally', tallies, 'tallies');

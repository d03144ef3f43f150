import { model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';

/** Of whom a table was given out, so that no later one can be taken from it to single few people out. */
interface ReleasedPopulation {
  organisation: string;
  programme: string;
  /** Identities of participants; whoever is removed is taken out of it. */
  people: string[];
}

const populations = new Schema<ReleasedPopulation>({
  organisation: { type: String, required: true },
  programme: { type: String, required: true },
  people: { type: [String], required: true },
});
/** All that were given out of a programme. */
populations.index({ organisation: 1, programme: 1 });
populations.plugin(owned);

export const ReleasedPopulationModel = model('ReleasedPopulation', populations, 'released_populations');

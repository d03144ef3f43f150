import { type HydratedDocument, model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { ListName } from './programmes.contract.js';

/** An item of a list; its fields are those of the contract it was checked against. */
type Item = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Programme extends Record<ListName, Item[]> {
  organisation: string;
  title: string;
  organisationName?: string;
  description?: string;
  currency: string;
  priceYear: number;
  version: number;
  createdAt: Date;
  changedAt: Date;
}

/** A list of anything; what goes in was checked against its contract. */
const items = { type: Schema.Types.Mixed, required: true };

const programmes = new Schema<Programme>(
  {
    organisation: { type: String, required: true },
    title: { type: String, required: true },
    organisationName: String,
    description: String,
    currency: { type: String, required: true },
    priceYear: { type: Number, required: true },
    stakeholders: items,
    costs: items,
    outcomes: items,
    agencies: items,
    services: items,
    careers: items,
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
  },
  { minimize: false },
);
/** The programmes of an organisation, the newest first. */
programmes.index({ organisation: 1, _id: -1 });
programmes.plugin(owned);

export const ProgrammeModel = model('Programme', programmes, 'programmes');
export type KeptProgramme = HydratedDocument<Programme>;

import { model, Schema } from 'mongoose';
import { owned } from '../database/owned.js';

/** The answer to a POST, so that the same request sent again makes nothing new. */
export interface GivenAnswer {
  readonly organisation: string;
  readonly route: string;
  readonly name: string;
  /** Hash of the request, to notice another one under the same name. */
  readonly request: string;
  readonly answer: string;
  readonly expiresAt: Date;
}

const answers = new Schema<GivenAnswer>({
  organisation: { type: String, required: true },
  route: { type: String, required: true },
  name: { type: String, required: true },
  request: { type: String, required: true },
  answer: { type: String, required: true },
  expiresAt: { type: Date, required: true },
});
/** One answer for each name an organisation gave to a request. */
answers.index({ organisation: 1, route: 1, name: 1 }, { unique: true });
/** Removing what is past. */
answers.index({ expiresAt: 1 });
answers.plugin(owned);

export const GivenAnswerModel = model('GivenAnswer', answers, 'given_answers');

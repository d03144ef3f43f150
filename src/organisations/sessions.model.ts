import { model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';

/** Somebody signed in with an API key; it can do what the key can, for as long as the key can. */
export interface Session {
  readonly organisation: string;
  readonly key: string;
  /** SHA-256 of the token in the cookie. */
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const sessions = new Schema<Session>({
  organisation: { type: String, required: true },
  key: { type: String, required: true },
  hash: { type: String, required: true },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
});
/** Whose token this is. */
sessions.index({ hash: 1 }, { unique: true });
/** Removing what is past. */
sessions.index({ expiresAt: 1 });
sessions.plugin(owned);

export const SessionModel = model('Session', sessions, 'sessions');

import { model, Schema } from 'mongoose';
import { owned } from '../platform/database/owned.js';
import type { PriceListSettings } from './price-lists.contract.js';

/** A file that somebody looks at before it becomes a price list; forgotten after an hour. */
export interface PriceUpload {
  readonly organisation: string;
  readonly person: string;
  readonly name: string;
  readonly fileName: string;
  readonly settings: PriceListSettings;
  readonly bytes: Buffer;
  readonly expiresAt: Date;
}

const uploads = new Schema<PriceUpload>({
  organisation: { type: String, required: true },
  person: { type: String, required: true },
  name: { type: String, required: true },
  fileName: { type: String, required: true },
  // Checked against its contract before it comes here.
  settings: { type: Schema.Types.Mixed, required: true },
  bytes: { type: Buffer, required: true },
  expiresAt: { type: Date, required: true },
});
/** What somebody looks at. */
uploads.index({ organisation: 1, person: 1 });
/** Removing what is past. */
uploads.index({ expiresAt: 1 });
uploads.plugin(owned);

export const PriceUploadModel = model('PriceUpload', uploads, 'price_uploads');

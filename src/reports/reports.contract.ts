import { z } from 'zod';
import { identity } from '../organisations/organisations.contract.js';

export const LANGUAGES = ['en'] as const;

export const reportNew = z
  .strictObject({ language: z.enum(LANGUAGES).default('en') })
  .meta({ id: 'NewReport', example: { language: 'en' } });

export const reportShown = z
  .strictObject({
    id: identity,
    run: identity,
    language: z.enum(LANGUAGES),
    createdAt: z.iso.datetime(),
    state: z
      .enum(['waiting', 'running', 'done', 'failed'])
      .meta({ description: 'Failed: it was tried five times; ask for it again to try once more' }),
    progress: z.number().min(0).max(1),
    message: z.string().nullable().meta({ description: 'Why the last try failed' }),
    bytes: z.int().nullable(),
    sha256: z.string().nullable().meta({ description: 'Of the PDF' }),
  })
  .meta({ id: 'Report' });

export type ReportShown = z.infer<typeof reportShown>;

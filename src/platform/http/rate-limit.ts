import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { text } from '../locale/text.js';
import { Problem } from './problem.js';

const MINUTE = 60_000;

/** Lets so many requests a minute of one address pass; the others are refused and told when to come back. */
export const rateLimited = (limit: number): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    // A unix socket has no address; whoever can open it is one caller.
    keyGenerator: ({ ip }) => ip ?? 'local',
    handler: (_request, _response, next) => {
      next(new Problem('too-many-requests', text('page.refusal.slower'), [], { 'Retry-After': '60' }));
    },
  });

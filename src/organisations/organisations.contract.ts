import { z } from 'zod';
import { ACTIONS, ROLE_NAMES } from './access.service.js';

/** The identity of anything that is kept. */
export const identity = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .meta({ description: 'Identity', example: '66f0c2a51e4b0d3a9c7f1a20' });

export const identityParams = z.strictObject({ id: identity });

const name = z.string().trim().min(1).max(200);
const role = z.enum(ROLE_NAMES);
const moment = z.iso.datetime();

export const organisationKind = z.enum(['social-enterprise', 'contracting-authority', 'funder']);

const timeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'use the name of a time zone, such as Europe/Stockholm');

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export const organisationShown = z
  .strictObject({ id: identity, name, kind: organisationKind, timeZone, version: z.int() })
  .meta({ id: 'Organisation' });

export const organisationChange = z
  .strictObject({ name, timeZone })
  .partial()
  .meta({ id: 'OrganisationChange', example: { timeZone: 'Europe/Stockholm' } });

export const personShown = z
  .strictObject({ id: identity, name, role, version: z.int() })
  .meta({ id: 'Person' });

export const personNew = z
  .strictObject({ name, role })
  .meta({ id: 'NewPerson', example: { name: 'The bookkeeper', role: 'editor' } });

export const personChange = z
  .strictObject({ name, role })
  .partial()
  .meta({ id: 'PersonChange', example: { role: 'reader' } });

export const keyShown = z
  .strictObject({
    id: identity,
    person: identity,
    label: name,
    scopes: z.array(z.enum(ACTIONS)),
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const LONGEST_KEY_LIFE_DAYS = 366;

export const keyNew = z
  .strictObject({
    person: identity.optional().meta({ description: 'Whose key it is; left out: the caller’s own' }),
    label: name,
    scopes: z.array(z.enum(ACTIONS)).min(1).max(ACTIONS.length),
    days: z.int().min(1).max(LONGEST_KEY_LIFE_DAYS).default(90),
  })
  .meta({
    id: 'NewApiKey',
    example: { label: 'Accounts export', scopes: ['programmes:read', 'runs:read'], days: 30 },
  });

export const keyMade = z
  .strictObject({ ...keyShown.shape, key: z.string() })
  .meta({ id: 'NewApiKeyShownOnce', description: 'The key itself is shown this once and never again' });

export const auditShown = z
  .strictObject({
    sequence: z.int(),
    at: moment,
    person: z.string(),
    key: z.string(),
    action: z.string(),
    subject: z.string(),
    previous: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const chainShown = z
  .strictObject({ length: z.int(), head: z.string(), whole: z.boolean(), fault: z.string().nullable() })
  .meta({ id: 'AuditChain' });

/** A list of things, with the cursor of what follows. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() });

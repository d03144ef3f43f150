import { createHash } from 'node:crypto';
import { EVERY_ORGANISATION, operators } from '../database/owned.js';
import { inTransaction } from '../database/transaction.js';
import type { Actor } from '../http/actor.js';
import { type AuditEntry, AuditEntryModel, AuditHeadModel } from './audit.model.js';

/** What the first entry of a chain follows. */
const START = 'start';

/**
 * Writes down who did what, in the transaction of what was done.
 *
 * @param action a verb of the access table, such as `runs:create`
 * @param subject what it was done to, as `run/IDENTITY`; never a name or another fact about a person
 */
export async function record(
  actor: Pick<Actor, 'organisation' | 'person' | 'key'>,
  action: string,
  subject: string,
): Promise<void> {
  const { organisation, person, key } = actor;
  await inTransaction(async () => {
    const head = await AuditHeadModel.findOne({ organisation }).lean();
    const content = {
      organisation,
      sequence: (head?.length ?? 0) + 1,
      at: new Date().toISOString(),
      person,
      key,
      action,
      subject,
      previous: head?.hash ?? START,
    };
    const hash = hashOf(content);
    await AuditEntryModel.create([{ ...content, hash }]);
    await AuditHeadModel.updateOne(
      { organisation },
      { $set: { length: content.sequence, hash } },
      { upsert: true },
    );
  });
}

/** What is wrong with a chain, or how long it is. */
export interface ChainCheck {
  readonly organisation: string;
  readonly length: number;
  /** Hash of the last entry; kept elsewhere, it shows later that nothing was taken away. */
  readonly head: string;
  /** The first place where the chain does not hold. */
  readonly fault?: string;
}

/** Checks the chains of all organisations from their first entry to their last. */
export async function verifyChains(): Promise<readonly ChainCheck[]> {
  const heads = await AuditHeadModel.find({}, {}, EVERY_ORGANISATION).sort({ organisation: 1 }).lean();
  const known = new Set(heads.map(({ organisation }) => organisation));
  const stray = await AuditEntryModel.findOne(
    { organisation: operators({ $not: { $in: [...known] } }) },
    {},
    EVERY_ORGANISATION,
  ).lean();
  const checks = await Promise.all(heads.map(({ organisation }) => verifyChain(organisation)));
  if (!stray) return checks;
  const { organisation } = stray;
  return [...checks, { organisation, length: 0, head: START, fault: 'the end of the chain is missing' }];
}

/** Checks the chain of one organisation. */
export async function verifyChain(organisation: string): Promise<ChainCheck> {
  const head = await AuditHeadModel.findOne({ organisation }).lean();
  let previous = START;
  let length = 0;
  for await (const entry of AuditEntryModel.find({ organisation }).sort({ sequence: 1 }).lean().cursor()) {
    const fault = faultOf(entry, length + 1, previous);
    if (fault !== undefined) return { organisation, length, head: previous, fault };
    previous = entry.hash;
    length = entry.sequence;
  }
  const whole = (head?.length ?? 0) === length && (head?.hash ?? START) === previous;
  return {
    organisation,
    length,
    head: previous,
    ...(!whole && { fault: `entry ${length + 1}: entries after this one are missing` }),
  };
}

function faultOf(entry: AuditEntry, sequence: number, previous: string): string | undefined {
  if (entry.sequence !== sequence) return `entry ${sequence}: it is missing`;
  if (entry.previous !== previous) return `entry ${sequence}: it does not follow the one before it`;
  if (entry.hash !== hashOf(entry)) return `entry ${sequence}: it was changed`;
  return undefined;
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { organisation, sequence, at, person, key, action, subject, previous } = entry;
  return createHash('sha256')
    .update(JSON.stringify([organisation, sequence, at, person, key, action, subject, previous]))
    .digest('hex');
}

/** A page of an organisation's entries, the newest first. */
export async function auditPage(
  organisation: string,
  before: number | undefined,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const filter = before === undefined ? {} : { sequence: operators({ $lt: before }) };
  return AuditEntryModel.find({ organisation, ...filter })
    .sort({ sequence: -1 })
    .limit(limit)
    .lean();
}

import { randomUUID } from 'node:crypto';
import { EVERY_ORGANISATION, operators } from '../database/owned.js';
import { inTransaction } from '../database/transaction.js';
import { type Job, JobModel } from './jobs.model.js';

const LEASE = 15_000;
const MOST_ATTEMPTS = 5;
const FIRST_PAUSE = 2_000;

/** A job somebody holds. */
export interface HeldJob extends Job {
  readonly id: string;
  readonly lease: string;
}

/** Leaves work to be done; the same work twice is one job, and one that had failed is tried anew. */
export async function enqueue(organisation: string, kind: string, subject: string): Promise<string> {
  const now = new Date();
  await JobModel.updateOne(
    { organisation, kind, subject, state: 'failed' },
    { $set: { state: 'waiting', attempts: 0, due: now, lease: null } },
  );
  const job = await JobModel.findOneAndUpdate(
    { organisation, kind, subject },
    {
      $setOnInsert: {
        state: 'waiting',
        attempts: 0,
        progress: 0,
        due: now,
        lease: null,
        message: null,
        createdAt: now,
      },
    },
    { upsert: true, returnDocument: 'after' },
  );
  return String(job._id);
}

/** The job of a subject. */
export async function jobOf(
  organisation: string,
  kind: string,
  subject: string,
): Promise<(Job & { readonly id: string }) | undefined> {
  const job = await JobModel.findOne({ organisation, kind, subject }).lean();
  return job ? { ...job, id: String(job._id) } : undefined;
}

/** Takes the job that is due longest, one whose holder was lost included. Nobody else has it until the lease ends. */
export async function takeJob(kinds: readonly string[]): Promise<HeldJob | undefined> {
  const now = new Date();
  const lease = randomUUID();
  const due = operators({ $lte: now });
  for (const state of ['running', 'waiting'] as const) {
    const job = await JobModel.findOneAndUpdate(
      { state, due, kind: operators({ $in: [...kinds] }) },
      { $set: { state: 'running', lease, due: new Date(now.getTime() + LEASE) }, $inc: { attempts: 1 } },
      { sort: { due: 1 }, returnDocument: 'after', ...EVERY_ORGANISATION },
    ).lean();
    if (!job) continue;
    const held = { ...job, id: String(job._id), lease };
    // One that kills whoever takes it must not go round for ever.
    if (job.attempts <= MOST_ATTEMPTS) return held;
    await end(held, 'failed', job.message ?? 'Whoever took it did not come back.');
    return takeJob(kinds);
  }
  return undefined;
}

/** Keeps a job for longer and says how far it is; false where it is somebody else's by now. */
export async function keepJob(job: HeldJob, progress: number): Promise<boolean> {
  const { matchedCount } = await JobModel.updateOne(held(job), {
    $set: { progress, due: new Date(Date.now() + LEASE) },
  });
  return matchedCount === 1;
}

/** The lease was lost: somebody else does the job. */
export class LeaseLost extends Error {}

/**
 * Stores what a job made and ends it, in one transaction.
 *
 * @throws LeaseLost where somebody else has it by now; nothing is stored then
 */
export async function finishJob(job: HeldJob, store: () => Promise<void>): Promise<void> {
  await inTransaction(async () => {
    if (!(await end(job, 'done', null))) throw new LeaseLost();
    await store();
  });
}

/** Puts a job back for later, or among the failed where it was tried often enough. */
export async function failJob(job: HeldJob, message: string): Promise<void> {
  if (job.attempts >= MOST_ATTEMPTS) {
    await end(job, 'failed', message);
    return;
  }
  const due = new Date(Date.now() + FIRST_PAUSE * 4 ** (job.attempts - 1));
  await JobModel.updateOne(held(job), { $set: { state: 'waiting', lease: null, message, due } });
}

/** Gives a job back untried, as when a worker is told to stop. */
export async function returnJob(job: HeldJob): Promise<void> {
  await JobModel.updateOne(held(job), {
    $set: { state: 'waiting', lease: null, due: new Date() },
    $inc: { attempts: -1 },
  });
}

async function end(job: HeldJob, state: 'done' | 'failed', message: string | null): Promise<boolean> {
  const { matchedCount } = await JobModel.updateOne(held(job), {
    $set: { state, message, lease: null, ...(state === 'done' && { progress: 1 }) },
  });
  return matchedCount === 1;
}

const held = ({ organisation, id, lease }: HeldJob) =>
  ({ organisation, _id: id, lease, state: 'running' }) as const;

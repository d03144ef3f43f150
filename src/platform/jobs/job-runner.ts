import { setTimeout as pause } from 'node:timers/promises';
import { Explained } from '../explained.js';
import type { Logger } from '../logging/logger.js';
import { failJob, finishJob, type HeldJob, keepJob, LeaseLost, returnJob, takeJob } from './jobs.js';

/** How work of one kind is done. */
export interface JobKind {
  /**
   * Does the work and returns how its result is stored, which happens in one transaction with the end of the job.
   *
   * @param progress tells how far it is, 0 to 1
   */
  run(job: HeldJob, progress: (share: number) => Promise<void>): Promise<() => Promise<void>>;
  close?(): Promise<void>;
}

const IDLE = 500;
const AFTER_TROUBLE = 2_000;
const HEARTBEAT = 4_000;
/** What its organisation is told of a fault; what exactly it was stands in the log alone. */
const UNEXPLAINED = 'Something went wrong on our side; the log of the service says what.';
/** How long the database may take; a driver whose connection dies just as it writes may never answer. */
const PATIENCE = 20_000;

/** Takes jobs one after another until told to stop. */
export class JobRunner {
  private readonly kinds: Readonly<Record<string, JobKind>>;
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;

  constructor(kinds: Readonly<Record<string, JobKind>>, logger: Logger) {
    this.kinds = kinds;
    this.logger = logger;
    this.ended = this.loop();
  }

  /** Lets the job at hand end, takes no other, and closes what the kinds of work hold. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
    for (const kind of Object.values(this.kinds)) await kind.close?.();
  }

  private stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async loop(): Promise<void> {
    while (!this.stopped()) {
      try {
        const job = await answered(takeJob(Object.keys(this.kinds)));
        if (!job) await this.rest(IDLE);
        else if (this.stopped()) await returnJob(job);
        else await this.work(job);
      } catch (error) {
        // The database may be away for a while, as when its owner is started again.
        this.logger.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'jobs wait');
        await this.rest(AFTER_TROUBLE);
      }
    }
  }

  private async work(job: HeldJob): Promise<void> {
    let share = job.progress;
    const { lost, kept, end } = watch(() => keepJob(job, share));
    try {
      const kind = this.kinds[job.kind];
      if (!kind) throw new Error(`There is no work of kind ${job.kind}.`);
      const doing = kind.run(job, async (reached) => {
        share = reached;
        await kept();
      });
      // When it is lost, what it still does is of no use to anybody.
      doing.catch(() => undefined);
      const store = await Promise.race([doing, lost]);
      await answered(finishJob(job, store));
      this.logger.info({ job: job.id, kind: job.kind, attempt: job.attempts }, 'job done');
    } catch (error) {
      if (error instanceof LeaseLost) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn({ job: job.id, kind: job.kind, attempt: job.attempts, reason }, 'job failed');
      await answered(failJob(job, error instanceof Explained ? reason : UNEXPLAINED));
    } finally {
      end();
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** Keeps the lease of a job now and then; `lost` fails where it is somebody else's, or the database is silent. */
function watch(keep: () => Promise<boolean>): {
  readonly lost: Promise<never>;
  readonly kept: () => Promise<void>;
  readonly end: () => void;
} {
  let lose: (error: LeaseLost) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => (lose = reject));
  lost.catch(() => undefined);
  let last = Date.now();
  const kept = async () => {
    if (!(await keep())) throw new LeaseLost();
    last = Date.now();
  };
  const timer = setInterval(() => {
    if (Date.now() - last > PATIENCE) lose(new LeaseLost());
    kept().catch((error: unknown) => {
      if (error instanceof LeaseLost) lose(error);
    });
  }, HEARTBEAT);
  return { lost, kept, end: () => clearInterval(timer) };
}

/** What a call answers, unless it takes too long. */
async function answered<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

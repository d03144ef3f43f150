import { Piscina } from 'piscina';
import { invalid, Problem } from '../platform/http/problem.js';
import type { Answer, Question } from './calculation.thread.js';

const MOST_THREADS = 2;
const MOST_WAITING = 100;
const LONGEST_WAIT = 60_000;
const LONGEST = 60_000;
const KEPT_IDLE = 30_000;
/** Of one thread, in MB; several times what the largest file within the limits takes. */
const MOST_MEMORY = 1_024;

/** Threads run compiled code only; from the sources, as in tests, it is the last build's. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../dist/assessments/calculation.thread.js'
    : './calculation.thread.js',
  import.meta.url,
);

let pool: Piscina<Question, Answer> | undefined;
let taken = 0;
interface Waiting {
  go(): void;
  fail(problem: Problem): void;
}
const waiting: Waiting[] = [];

/**
 * Asks the calculation about an assessment file, in a thread of its own.
 *
 * @throws Problem where the file is refused, with every reason; where it takes longer than a minute or too much
 * memory; where too many wait
 */
export async function ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
  await turn();
  // The minute begins with the calculation: how many others were before it says nothing about the file.
  const signal = AbortSignal.timeout(LONGEST);
  const used = threads();
  try {
    const answer = await used.run(question, { signal });
    if ('refusals' in answer) throw invalid(answer.refusals);
    return answer as AnswerTo<Q>;
  } catch (error) {
    if (signal.aborted) throw tooLarge('takes longer than a minute');
    if (isOutOfMemory(error)) throw tooLarge('takes too much memory');
    if (pool !== used) throw stopping();
    throw error;
  } finally {
    const next = waiting.shift();
    if (next) next.go();
    else taken -= 1;
  }
}

function threads(): Piscina<Question, Answer> {
  pool ??= new Piscina<Question, Answer>({
    filename: threadFile.href,
    minThreads: 0,
    maxThreads: MOST_THREADS,
    idleTimeout: KEPT_IDLE,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  return pool;
}

/** Waits for a free thread, first come, first served; who ends hands it over. */
async function turn(): Promise<void> {
  if (taken < MOST_THREADS) {
    taken += 1;
    return;
  }
  if (waiting.length >= MOST_WAITING) throw tooMany();
  let late: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((go, fail) => {
      const mine = { go, fail };
      waiting.push(mine);
      late = setTimeout(() => {
        waiting.splice(waiting.indexOf(mine), 1);
        fail(tooMany());
      }, LONGEST_WAIT);
    });
  } finally {
    clearTimeout(late);
  }
}

const tooMany = (): Problem =>
  new Problem('unavailable', 'Too many calculations are waiting. Try again in a moment.', [], {
    'Retry-After': '10',
  });

const stopping = (): Problem =>
  new Problem('unavailable', 'The service is being stopped. Nothing was saved; send it again.', [], {
    'Retry-After': '10',
  });

const tooLarge = (what: string): Problem =>
  new Problem(
    'too-large',
    `This calculation ${what}. Ask for fewer draws, or use the command bokslut calculate.`,
  );

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

type AnswerTo<Q extends Question> = Q extends { readonly ask: 'calculate' }
  ? Extract<Answer, { readonly result: string }>
  : Q extends { readonly ask: 'figures' }
    ? Extract<Answer, { readonly figures: unknown }>
    : Q extends { readonly ask: 'compare' }
      ? Extract<Answer, { readonly comparison: unknown }>
      : Extract<Answer, { readonly explanation: unknown }>;

/** Ends the threads; whoever waits for one is told so. */
export async function closeCalculator(): Promise<void> {
  const ending = pool;
  pool = undefined;
  for (const one of waiting.splice(0)) one.fail(stopping());
  await ending?.destroy();
}

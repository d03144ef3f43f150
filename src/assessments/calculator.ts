import { Piscina } from 'piscina';
import { invalid, Problem } from '../platform/http/problem.js';
import type { Answer, Question } from './calculation.thread.js';

const MOST_THREADS = 2;
const MOST_WAITING = 100;
const LONGEST = 60_000;
const KEPT_IDLE = 30_000;

/** Threads run compiled code only; from the sources, as in tests, it is the last build's. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../dist/assessments/calculation.thread.js'
    : './calculation.thread.js',
  import.meta.url,
);

let pool: Piscina<Question, Answer> | undefined;

/**
 * Asks the calculation about an assessment file, in a thread of its own.
 *
 * @throws Problem where the file is refused, with every reason; where it takes longer than a minute; where too many wait
 */
export async function ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
  pool ??= new Piscina<Question, Answer>({
    filename: threadFile.href,
    minThreads: 0,
    maxThreads: MOST_THREADS,
    maxQueue: MOST_WAITING,
    idleTimeout: KEPT_IDLE,
  });
  if (pool.queueSize >= MOST_WAITING) {
    throw new Problem('unavailable', 'Too many calculations are waiting. Try again in a moment.', [], {
      'Retry-After': '10',
    });
  }
  const signal = AbortSignal.timeout(LONGEST);
  try {
    const answer = await pool.run(question, { signal });
    if ('refusals' in answer) throw invalid(answer.refusals);
    return answer as AnswerTo<Q>;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Problem(
      'too-large',
      'This calculation takes longer than a minute. Ask for fewer draws, or use the command bokslut calculate.',
    );
  }
}

type AnswerTo<Q extends Question> = Q extends { readonly ask: 'calculate' }
  ? Extract<Answer, { readonly result: string }>
  : Q extends { readonly ask: 'figures' }
    ? Extract<Answer, { readonly figures: unknown }>
    : Extract<Answer, { readonly explanation: unknown }>;

/** Ends the threads. */
export async function closeCalculator(): Promise<void> {
  await pool?.destroy();
  pool = undefined;
}

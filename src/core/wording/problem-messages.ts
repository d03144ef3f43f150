import { certaintyProblems } from './problems/certainty.js';
import { claimProblems } from './problems/claims.js';
import { evidenceProblems } from './problems/evidence.js';
import { fiscalProblemTexts } from './problems/fiscal.js';
import { keptResultProblems } from './problems/kept-results.js';
import { lifeProblems } from './problems/lives.js';
import { nameProblemTexts } from './problems/names.js';
import { priceProblems } from './problems/prices.js';
import type { ProblemText } from './problems/problem-text.js';
import { fill, type TermValues } from './term.js';

/** Every problem a result can carry, in English: what was found, why it matters, what to do. */
const problems = {
  ...evidenceProblems,
  ...priceProblems,
  ...claimProblems,
  ...lifeProblems,
  ...certaintyProblems,
  ...fiscalProblemTexts,
  ...keptResultProblems,
  ...nameProblemTexts,
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problems;

/** The English text of what was found. */
export function problemMessage(code: ProblemCode, values: TermValues): string {
  return fill(problems[code].message, values);
}

/** What was found, why it matters and what to do, in English. */
export function problemText(code: ProblemCode, values: TermValues): ProblemText {
  const { message, why, fix } = problems[code];
  return { message: fill(message, values), why: fill(why, values), fix: fill(fix, values) };
}

/** Whether a problem is one we have words for, with all that goes into them: another model may have had others. */
export function hasWords(code: string, values: TermValues): code is ProblemCode {
  if (!Object.hasOwn(problems, code)) return false;
  const { message, why, fix } = problems[code as ProblemCode];
  const places = `${message} ${why} ${fix}`.matchAll(/\{(\w+)\}/g);
  return [...places].every(([, name = '']) => Object.hasOwn(values, name));
}

/** All codes of problems. */
export const problemCodes = Object.keys(problems) as readonly ProblemCode[];

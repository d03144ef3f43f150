import type { Assessment } from '../assessment.js';
import type { Problem, Severity } from '../problem.js';
import type { ProblemCode } from '../wording/problem-messages.js';
import type { AssuranceAnswer, PublishedComparison, Sensitivity } from '../result.js';
import { type DeductionName, type DeductionSaid, deductionsOf } from './deductions.js';
import { isEvidenced } from './numbers.js';

/** What a question is judged by. */
export interface Subject {
  readonly file: Assessment;
  readonly problems: readonly Problem[];
  readonly sensitivity: readonly Sensitivity[];
  readonly beside: readonly PublishedComparison[];
}

/** How a question is answered for a subject. */
export interface Judged {
  readonly answer: AssuranceAnswer['answer'];
  readonly path: string;
  readonly evidence?: string;
  /** Where it is worse than the answer alone would say. */
  readonly severity?: Severity;
}

export type Judge = (subject: Subject) => Judged;

/** Yes where all of several things hold, partly where some do, no where none does; not said where there are none. */
export function tally(count: number, all: number, path: string, what: string): Judged {
  if (all === 0) return { answer: 'not-said', path };
  const answer = count === all ? 'yes' : count > 0 ? 'partly' : 'no';
  return { answer, path, evidence: `${count} of ${all} ${what}` };
}

/** How many problems of some codes a result carries. */
export function countOf({ problems }: Subject, ...codes: readonly ProblemCode[]): number {
  return problems.filter(({ code }) => codes.includes(code)).length;
}

/** The list in which people stand: rows, careers or cohorts. */
export function peoplePath(file: Assessment): string {
  switch (file.kind) {
    case 'value-map':
      return '/outcomes';
    case 'welfare-account':
      return file.careers ? '/careers' : '/cohorts';
    case 'fiscal-cost-benefit':
      return file.outcomes ? '/outcomes' : '/targetPopulation';
  }
}

/**
 * Whether deductions of some names were assessed, and with evidence: yes where all have both, partly where all were
 * assessed or some have both, no where none was assessed.
 */
export function assessedWithEvidence({ file }: Subject, names: readonly DeductionName[]): Judged {
  const said = deductionsOf(file).filter(({ what }) => names.includes(what));
  const assessed = said.filter(({ share }) => share !== null);
  const known = assessed.filter((one) => hasEvidence(file, one));
  const path = (said.find(({ share }) => share === null) ?? said[0])?.path ?? peoplePath(file);
  if (said.length === 0) return { answer: 'not-said', path };
  const answer = known.length === said.length ? 'yes' : assessed.length > 0 ? 'partly' : 'no';
  return {
    answer,
    path,
    evidence: `${assessed.length} of ${said.length} assessed, ${known.length} of them with evidence`,
    ...(assessed.length < said.length && { severity: 'error' }),
  };
}

/** Whether a deduction that was assessed can be looked up. */
export function hasEvidence(file: Assessment, { names }: DeductionSaid): boolean {
  return names.length > 0 && isEvidenced(file, names);
}

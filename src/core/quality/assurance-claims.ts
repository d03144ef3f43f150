import type { Assessment, CohortDeclaration } from '../assessment.js';
import type { ProblemCode } from '../wording/problem-messages.js';
import {
  assessedWithEvidence,
  countOf,
  hasEvidence,
  type Judge,
  type Judged,
  peoplePath,
  tally,
} from './assurance-subject.js';
import { deductionsOf } from './deductions.js';
import { isEvidenced } from './numbers.js';

/** Problems that are signs of something counted twice. */
export const COUNTED_TWICE: readonly ProblemCode[] = [
  'double-counting',
  'one-job-several-rows',
  'proxy-adds-job',
  'transfer-not-named',
  'quantity-above-group',
  'year-over-full',
];

const TOO_MUCH: readonly ProblemCode[] = [
  'deadweight-nowhere',
  'anyway-nowhere',
  'same-deduction-everywhere',
  'deduction-shrinks-harm',
  'deductions-above-whole',
  'drop-off-none',
  'success-of-everybody',
  'one-row-dominates',
  'one-stakeholder-dominates',
  'one-flow-dominates',
  'one-group-dominates',
  'ratio-very-high',
  'far-above-benchmark',
];

/** Judges of the questions about what is claimed and what is taken off it. */
export const claimJudges = {
  'without-considered': (subject) => {
    const { file } = subject;
    const against = file.context?.comparedWith;
    const cohorts = cohortsOf(file);
    const judged = cohorts
      ? pathsWithout(file, cohorts)
      : assessedWithEvidence(subject, ['deadweight', 'counterfactualShare']);
    if (judged.answer !== 'yes' || against !== undefined) return judged;
    return { ...judged, answer: 'partly', path: '/context/comparedWith' };
  },

  'deductions-evidenced': ({ file }) => {
    const assessed = deductionsOf(file).filter(({ share }) => share !== null);
    const known = assessed.filter((one) => hasEvidence(file, one));
    return tally(known.length, assessed.length, '/evidence', 'deductions have a source or a method');
  },

  'displacement-considered': (subject) => {
    const { file } = subject;
    const judged = assessedWithEvidence(subject, ['displacement']);
    const works = file.kind === 'value-map' || judged.answer !== 'not-said';
    return works ? judged : { answer: 'yes', path: judged.path, evidence: 'no work is counted' };
  },

  'others-share-considered': (subject) => assessedWithEvidence(subject, ['attribution']),

  'lasting-reasoned': (subject) => {
    const { file } = subject;
    const cohorts = cohortsOf(file);
    const judged = cohorts ? pathsWithout(file, cohorts) : assessedWithEvidence(subject, ['dropOff']);
    const beyond = countOf(subject, 'horizon-beyond-evidence', 'value-beyond-evidence');
    if (judged.answer === 'not-said') {
      const survival = file.kind === 'welfare-account' && file.careers?.some((one) => one.survival);
      return survival
        ? { answer: 'partly', path: peoplePath(file), evidence: 'typed shares still standing' }
        : { answer: 'yes', path: judged.path, evidence: 'nothing is counted beyond its first year' };
    }
    if (judged.answer !== 'yes' || beyond === 0) return judged;
    return { ...judged, answer: 'partly', evidence: 'with evidence, but beyond what was followed' };
  },

  'counted-once': (subject) => {
    const { file } = subject;
    const found = countOf(subject, ...COUNTED_TWICE);
    const path = peoplePath(file);
    if (found > 0) return { answer: 'no', path, evidence: signs(found, 'of something counted twice') };
    switch (file.kind) {
      case 'value-map': {
        const told = file.outcomes.filter(({ family }) => family !== undefined).length;
        const judged = tally(told, file.outcomes.length, path, 'rows name their family');
        return judged.answer === 'no' ? { ...judged, answer: 'partly' } : judged;
      }
      case 'welfare-account':
        return countOf(subject, 'time-check-impossible') > 0
          ? {
              answer: 'partly',
              path: '/services',
              evidence: 'whether a year holds all its services is not known',
            }
          : { answer: 'yes', path, evidence: 'every flow is booked once, and no year is filled twice' };
      case 'fiscal-cost-benefit':
        return countOf(subject, 'transfer-not-said', 'transfer-denied') > 0
          ? {
              answer: 'partly',
              path: '/units',
              evidence: 'what may be a transfer is counted as public value',
            }
          : { answer: 'yes', path: '/units', evidence: 'transfers are left out of public value' };
    }
  },

  'not-over-claimed': (subject) => {
    const found = countOf(subject, ...TOO_MUCH);
    return found > 0
      ? { answer: 'no', path: '', evidence: signs(found, 'of over-claiming') }
      : { answer: 'yes', path: '', evidence: `none of ${TOO_MUCH.length} signs was found` };
  },
} as const satisfies Record<string, Judge>;

const signs = (count: number, of: string): string => `${count} ${count === 1 ? 'sign' : 'signs'} ${of}`;

/** The cohorts of an account in states. */
const cohortsOf = (file: Assessment) => (file.kind === 'welfare-account' ? file.cohorts : undefined);

/** In the state form the life without the programme is typed itself, as shares or transitions. */
function pathsWithout(file: Assessment, cohorts: readonly CohortDeclaration[]): Judged {
  const known = cohorts.filter(({ id }) => {
    const names = Object.keys(file.evidence ?? {}).filter((name) =>
      name.startsWith(`cohorts.${id}.without.`),
    );
    return names.length > 0 && isEvidenced(file, names);
  }).length;
  const judged = tally(known, cohorts.length, '/cohorts', 'cohorts have evidence of their life without');
  return judged.answer === 'no' ? { ...judged, answer: 'partly' } : judged;
}

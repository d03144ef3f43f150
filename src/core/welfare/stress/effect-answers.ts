import type { Amount, Career, WelfareAccountFile } from '../../assessment.js';
import { inPercent } from '../../wording/term.js';
import { valueOf } from '../../quality/numbers.js';
import { nameOf } from '../services.js';
import { type Answers, inStates, missing, nothingChanges } from './answer.js';

/** Objections to what the programme is said to have done, for whom and for how long. */
export const effectAnswers: Pick<
  Answers,
  'counterfactual' | 'horizon-halved' | 'drop-outs' | 'displacement' | 'lost-to-follow-up' | 'relapse'
> = {
  counterfactual: (file) => {
    const share = file.objections?.counterfactualShare;
    if (!file.careers) return inStates();
    if (!share) return missing();
    return {
      answered: true,
      values: { percent: inPercent(share.value) },
      source: share.source,
      change: withCareers((career) => ({
        ...career,
        counterfactualShare: share.value,
        deadweight: undefined,
      })),
    };
  },

  'horizon-halved': (_file, { headline }) => ({
    answered: true,
    values: { years: headline, half: headline / 2 },
    halved: true,
  }),

  'drop-outs': (file) => {
    const uncounted = (file.careers ?? []).filter(
      ({ withFailure, successShare }) => !withFailure && valueOf(file, successShare) < 1,
    );
    return uncounted.length > 0 ? missing({ careers: uncounted.map(nameOf).join(', ') }) : nothingChanges();
  },

  displacement: (file, { objections }) => {
    const least = objections.displacement;
    const values = { percent: inPercent(least) };
    const lower = (displacement: Amount | null | undefined): boolean =>
      valueOf(file, displacement ?? 0) < least;
    const works = (file.states ?? []).some(({ work }) => work);
    const raised = [
      ...(file.careers ?? []).filter(
        ({ work, during, displacement }) => (work ?? during?.work) && lower(displacement),
      ),
      ...(works ? (file.cohorts ?? []).filter(({ displacement }) => lower(displacement)) : []),
    ];
    if (raised.length === 0) return nothingChanges(values);
    const atLeast = <G extends { readonly displacement?: Amount | null | undefined }>(group: G): G =>
      lower(group.displacement) ? { ...group, displacement: least } : group;
    return {
      answered: true,
      values,
      change: (now) => ({
        ...now,
        ...(now.careers && { careers: now.careers.map(atLeast) }),
        ...(now.cohorts && { cohorts: now.cohorts.map(atLeast) }),
      }),
    };
  },

  'lost-to-follow-up': (file) => {
    const named = (groups: readonly { readonly id: string; readonly name?: string | undefined }[]) => ({
      groups: groups.map(nameOf).join(', '),
    });
    const groups = [...(file.careers ?? []), ...(file.cohorts ?? [])];
    const unknown = groups.filter(({ lostToFollowUp }) => lostToFollowUp === undefined);
    if (unknown.length > 0) return missing(named(unknown));
    const typed = (file.cohorts ?? []).filter(({ lostToFollowUp = 0 }) => lostToFollowUp > 0);
    return typed.length > 0 ? inStates(named(typed)) : nothingChanges();
  },

  relapse: (file) => {
    const rate = file.objections?.relapse;
    if (!file.careers) return inStates();
    if (!rate) return missing();
    const values = { percent: inPercent(rate.value) };
    const lower = ({ survival, dropOff }: Career): boolean =>
      survival !== undefined || valueOf(file, dropOff ?? 0) < rate.value;
    if (!file.careers.some(lower)) return nothingChanges(values);
    return {
      answered: true,
      values,
      source: rate.source,
      change: withCareers((career) =>
        lower(career) ? { ...career, dropOff: rate.value, survival: undefined } : career,
      ),
    };
  },
};

function withCareers(change: (career: Career) => Career) {
  return (file: WelfareAccountFile): WelfareAccountFile =>
    file.careers ? { ...file, careers: file.careers.map(change) } : file;
}

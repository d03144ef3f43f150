import type { Assessment, Stakeholder, ValueMapFile } from '../assessment.js';
import { isHarm } from './deduction-problems.js';
import { deductionsOf } from './deductions.js';
import { countOf, type Judge, type Judged, peoplePath, tally } from './assurance-subject.js';
import { isEvidenced, namesOf, valueOf } from './numbers.js';
import { peopleOf } from './people.js';
import { unitsOf } from '../fiscal/units.js';

/** Words by which the evidence of a quantity says who could not be reached. */
const LOST = /\b(lost to follow|not reached|not be reached|response rate|did not answer|answered)/i;

/** Judges of the questions about people: who they are, whether they were asked, whether all of them count. */
export const peopleJudges = {
  'people-identified': ({ file }) => {
    switch (file.kind) {
      case 'value-map': {
        const [sized, groups] = sizedGroups(file);
        const judged = tally(sized, groups, '/stakeholders', 'groups are described with their size');
        // A row always names its group: that much is said.
        return judged.answer === 'no' ? { ...judged, answer: 'partly' } : judged;
      }
      case 'welfare-account': {
        const groups = peopleOf(file);
        const described = groups.filter(({ targetGroups }) => targetGroups?.length);
        const judged = tally(described.length, groups.length, peoplePath(file), 'groups are described');
        return judged.answer === 'no' && file.context?.forWhom !== undefined
          ? { ...judged, answer: 'partly' }
          : judged;
      }
      case 'fiscal-cost-benefit': {
        const names = namesOf(file.targetPopulation, 'targetPopulation');
        const path = '/targetPopulation';
        return {
          answer: isEvidenced(file, names) ? 'yes' : 'partly',
          path,
          evidence: 'one target population',
        };
      }
    }
  },

  'people-asked': ({ file }) => {
    const groups = stakeholdersOf(file);
    const asked = groups.filter(({ consulted = 0 }) => consulted > 0);
    const whole = asked.filter(({ how, when }) => how !== undefined && when !== undefined);
    const path = '/stakeholders';
    if (groups.every(({ consulted }) => consulted === undefined)) return { answer: 'not-said', path };
    const people = asked.reduce((sum, { consulted = 0 }) => sum + consulted, 0);
    const answer = whole.length === groups.length ? 'yes' : asked.length > 0 ? 'partly' : 'no';
    return { answer, path, evidence: `${people} people of ${asked.length} of ${groups.length} groups` };
  },

  'exclusions-said': ({ file }) => {
    const left = file.context?.notCounted?.length ?? 0;
    const inputs = file.kind === 'value-map' ? file.inputs.filter(({ value }) => value === null).length : 0;
    return left > 0
      ? { answer: 'yes', path: '/context/notCounted', evidence: `${left + inputs} exclusions are named` }
      : { answer: inputs > 0 ? 'partly' : 'not-said', path: '/context/notCounted' };
  },

  'harm-considered': ({ file }) => {
    switch (file.kind) {
      case 'value-map': {
        const harms = file.outcomes.filter((row) => isHarm(file, row)).length;
        return harms > 0
          ? {
              answer: 'yes',
              path: '/outcomes',
              evidence: `${harms} of ${file.outcomes.length} rows are negative`,
            }
          : { answer: 'no', path: '/outcomes', evidence: 'no row is negative' };
      }
      case 'welfare-account': {
        // In states every life is valued by itself, that of those who failed too.
        const worse = !file.careers || file.careers.some(({ withFailure }) => withFailure !== undefined);
        const displaced = deductionsOf(file).some(
          ({ what, share }) => what === 'displacement' && (share ?? 0) > 0,
        );
        const answer = worse && displaced ? 'yes' : worse || displaced ? 'partly' : 'no';
        const said = [
          ...(worse ? ['lives that did not succeed are valued by themselves'] : []),
          ...(displaced ? ['work taken from others is counted'] : []),
        ];
        return {
          answer,
          path: peoplePath(file),
          ...(said.length > 0 && { evidence: said.join('; ') }),
        };
      }
      case 'fiscal-cost-benefit': {
        const harms = unitsOf(file).filter(({ unit: { value } }) => valueOf(file, value) < 0).length;
        return harms > 0
          ? { answer: 'yes', path: '/units', evidence: `${harms} values are negative` }
          : { answer: 'no', path: '/units', evidence: 'no value is negative' };
      }
    }
  },

  'drop-outs-counted': (subject) => {
    const { file } = subject;
    const path = peoplePath(file);
    switch (file.kind) {
      case 'value-map': {
        if (countOf(subject, 'quantity-above-group') > 0) return { answer: 'no', path };
        const [sized, groups] = sizedGroups(file);
        return sized === 0
          ? { answer: 'not-said', path: '/stakeholders' }
          : tally(sized, groups, '/stakeholders', 'groups are counted against their size');
      }
      case 'welfare-account': {
        if (countOf(subject, 'success-of-everybody') > 0) return { answer: 'no', path };
        const list = file.careers ? 'careers' : 'cohorts';
        const groups = peopleOf(file).map(({ id, entrants }) => namesOf(entrants, `${list}.${id}.entrants`));
        const known = groups.filter((names) => isEvidenced(file, names)).length;
        const judged = tally(known, groups.length, path, 'numbers of entrants have a source');
        return judged.answer === 'no' ? { ...judged, answer: 'partly' } : judged;
      }
      case 'fiscal-cost-benefit':
        return keptOf(file).some((share) => share < 1)
          ? { answer: 'yes', path: '/retention', evidence: 'who does not engage or stay has no outcome' }
          : { answer: 'no', path: '/retention', evidence: 'everybody engages and stays' };
    }
  },

  'lost-said': ({ file }) => {
    switch (file.kind) {
      case 'value-map':
        return lostInMap(file);
      case 'welfare-account': {
        const groups = peopleOf(file);
        const said = groups.filter(({ lostToFollowUp }) => lostToFollowUp !== undefined).length;
        const judged = tally(said, groups.length, peoplePath(file), 'groups say how many were lost');
        return judged.answer === 'no' ? { ...judged, answer: 'not-said' } : judged;
      }
      case 'fiscal-cost-benefit':
        return lostInImpacts(file);
    }
  },
} as const satisfies Record<string, Judge>;

/** Of the groups that the rows of a map name: how many have a size, and how many there are. */
function sizedGroups({ outcomes, stakeholders }: ValueMapFile): readonly [sized: number, all: number] {
  const groups = [...new Set(outcomes.map(({ stakeholder }) => stakeholder))];
  const sized = groups.filter((group) =>
    stakeholders?.some(({ id, name, size }) => size !== undefined && (id === group || name === group)),
  );
  return [sized.length, groups.length];
}

/** An analysis of agencies names no stakeholders. */
const stakeholdersOf = (file: Assessment): readonly Stakeholder[] =>
  file.kind === 'fiscal-cost-benefit' ? [] : (file.stakeholders ?? []);

type Fiscal = Extract<Assessment, { readonly kind: 'fiscal-cost-benefit' }>;

/** The shares who engage and who stay, of all outcomes and of each. */
const keptOf = (file: Fiscal): readonly number[] =>
  [file, file.outcomes ?? []]
    .flat()
    .flatMap(({ engagement, retention }) => [engagement ?? [], retention ?? []].flat())
    .map((amount) => valueOf(file, amount));

function lostInImpacts(file: Fiscal): Judged {
  const notes = Object.entries(file.evidence ?? {}).filter(([name]) => /(^|\.)impact$/.test(name));
  const said = notes.some(([, { source, method }]) => LOST.test(`${source ?? ''} ${method ?? ''}`));
  return said ? { answer: 'yes', path: '/evidence' } : { answer: 'not-said', path: '/evidence' };
}

function lostInMap(file: Extract<Assessment, { readonly kind: 'value-map' }>): Judged {
  const said = file.outcomes.filter(({ id }) => {
    const note = file.evidence?.[`outcomes.${id}.quantity`];
    return LOST.test(`${note?.source ?? ''} ${note?.method ?? ''}`);
  }).length;
  const judged = tally(said, file.outcomes.length, '/evidence', 'quantities say who could not be reached');
  return judged.answer === 'no' ? { answer: 'not-said', path: '/evidence' } : judged;
}

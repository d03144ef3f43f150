import { type Agency, type Level, LEVELS } from '../assessment.js';
import type { Cohort } from './cohort.js';

/** Whom an account is of, and who is public. */
export interface Members {
  readonly cohorts: readonly Cohort[];
  readonly publicActors: readonly string[];
}

/** Actors of every account, whether declared or not. */
export const ALWAYS_THERE: readonly string[] = ['participants', 'displacedPeople', 'treasury', 'employer'];

/** Everybody in an account, in the order in which tables show them: agencies as declared, then people. */
export function actorsOf(agencies: readonly Agency[]): readonly string[] {
  const declared = agencies.map(({ id }) => id);
  const added = ['treasury', 'employer', 'participants', 'displacedPeople'].filter(
    (id) => !declared.includes(id),
  );
  return [...declared, ...added];
}

const NEVER_PUBLIC: readonly string[] = ['participants', 'displacedPeople', 'employer'];

/** Those whose bookings make up the public budget: every agency that is not declared otherwise, and the treasury. */
export function publicActors(agencies: readonly Agency[]): readonly string[] {
  const declared = agencies
    .filter((agency) => agency.public ?? !NEVER_PUBLIC.includes(agency.id))
    .map(({ id }) => id);
  return declared.includes('treasury') ? declared : [...declared, 'treasury'];
}

/** The level of government of an agency; the treasury is of the state where nothing else is said. */
export function levelOf(agencies: readonly Agency[], actor: string): Level | null {
  const declared = agencies.find(({ id }) => id === actor)?.level;
  return declared ?? (actor === 'treasury' ? 'state' : null);
}

/** Public actors by level of government, those that say none among the others. */
export function levelsOf(
  agencies: readonly Agency[],
  actors: readonly string[],
): readonly { readonly level: Level; readonly actors: readonly string[] }[] {
  return LEVELS.map((level) => ({
    level,
    actors: actors.filter((actor) => (levelOf(agencies, actor) ?? 'other') === level),
  })).filter((one) => one.actors.length > 0);
}

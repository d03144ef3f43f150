import type { Agency } from '../assessment.js';

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

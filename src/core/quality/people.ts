import type { Career, CohortDeclaration, WelfareAccountFile } from '../assessment.js';

/** The groups of people that an account follows: its careers, or its cohorts. */
export function peopleOf({
  careers = [],
  cohorts = [],
}: WelfareAccountFile): readonly (Career | CohortDeclaration)[] {
  return [...careers, ...cohorts];
}

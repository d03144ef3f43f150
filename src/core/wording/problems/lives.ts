import type { ProblemText } from './problem-text.js';

/** What is doubtful about people and how they live, in an account. */
export const lifeProblems = {
  'year-over-full': {
    message: 'In “{state}” the days and months of use add up to {days} days: more than a year holds.',
    why: 'Nobody can be in prison and in treatment on the same day: the life without the programme is made dearer than it can be.',
    fix: 'Lower the uses so that institutions and benefits fit into one year, or correct daysPerUnit of a service that takes no full days.',
  },
  'time-check-impossible': {
    message:
      'Whether a year in “{state}” holds all its services cannot be checked: no days per unit for {services}.',
    why: 'Without it nobody can rule out that a year was filled twice.',
    fix: 'Give daysPerUnit for these services: 1 for a day, 30.4 for a month of benefits, 0 for a visit.',
  },
  'worse-than-without': {
    message: '“{career}”: more people succeed without the programme ({without}) than with it ({with}).',
    why: 'On these numbers the programme does harm.',
    fix: 'Check that both shares are of everybody who entered and of the same time; if they are right, the result is what it is.',
  },
  'last-year-holds': {
    message: 'The shares of “{cohort}” are typed up to year {year}; the last ones are held after that.',
    why: 'From there on the result is an assumption that nothing changes any more.',
    fix: 'Type the later years, use yearly transitions, or read only horizons up to year {year}.',
  },
  'lost-to-follow-up': {
    message:
      '“{career}”: {lost} of {entrants} were lost to follow-up and are counted as not succeeded. If all of them had succeeded it would be {best} instead of {counted}.',
    why: 'Who cannot be reached is seldom like who can; leaving them out would make the share of successes too high.',
    fix: 'Try to reach them, or look them up in a register; print both bounds.',
  },
  'lost-in-cohort': {
    message:
      '“{cohort}”: {lost} of {entrants} were lost to follow-up; the shares of the states must say where they are taken to be.',
    why: 'Who cannot be reached is seldom like who can; a share among those who answered is too high.',
    fix: 'Count the lost in the state that is worst for the result, say so, and show the other bound as a scenario.',
  },
  'stay-undiscounted': {
    message: '“{career}”: a stay of {months} months is counted at the start, undiscounted.',
    why: 'What is saved during a long stay comes later than the account puts it, which makes it worth a little more than it is.',
    fix: 'Split the stay over years in the state form, or keep it and say so.',
  },
  'death-counts-as-gain': {
    message:
      'The dead of “{cohort}” count as the mean of those who live without the programme. In year {year} that is more than a life in “{state}” is worth to society, so that a death out of it makes this account look better. It is none: read the number of deaths beside the money.',
    why: 'A death must never read as a saving, and a reader who finds one will trust nothing else.',
    fix: 'Say how many died on either side and why; look at the result with that state in the place of the dead as a scenario.',
  },
  'quality-of-life-incomplete': {
    message: 'There is no mean quality of life: people live in states for which none is given ({states}).',
    why: 'A mean over some states alone would say something of those who could be asked, not of everybody.',
    fix: 'Give qualityOfLife for every state that people live in, by the same instrument, or leave it out everywhere.',
  },
} as const satisfies Record<string, ProblemText>;

import { LIMITS } from '../programmes/amounts.contract.js';
import { checkActors } from './account-actors.rules.js';
import { checkCost, checkService, checkShortRunShares } from './account-costs.rules.js';
import { checkLost, checkUse } from './account-people.rules.js';
import { checkCohort, checkState } from './account-states.rules.js';
import { checkWork } from './account-work.rules.js';
import { lastDiscountedYear } from './common.rules.js';
import { type FileView, refuseRepeated, refuseUnlessWhole } from './file-view.js';
import { checkPreset } from './preset.rules.js';

/** What must hold between the fields of a welfare account. */
export function checkWelfareAccount(file: FileView): void {
  for (const list of ['stakeholders', 'agencies', 'services', 'careers', 'states', 'cohorts'])
    refuseRepeated(file.at(list).items(), 'id');
  checkAgencies(file);
  for (const service of file.at('services').items()) {
    checkActors(file, service.at('paidBy'));
    refuseUnlessWhole(service.at('paidBy'), 'The shares of those who pay');
    if (service.at('paidBy').given && service.at('paidBy').fields().length === 0)
      service.at('paidBy').refuse('Say who pays, such as { "municipality": 1 }.');
  }
  for (const service of file.at('services').items()) checkService(service);
  checkShortRunShares(file);
  for (const cost of file.at('programmeCost').items()) checkCost(file, cost);
  checkForm(file);
  for (const career of file.at('careers').items()) checkCareer(file, career);
  for (const state of file.at('states').items()) checkState(file, state);
  for (const cohort of file.at('cohorts').items()) checkCohort(file, cohort);
  checkHorizons(file);
  checkPreset(file);
  const conventions = file.at('conventions');
  if (conventions.at('discounting').text === 'compound-forward') {
    conventions
      .at('discounting')
      .refuse(
        'compound-forward is for value maps; an account discounts by year-end, year-start, mid-year or none.',
      );
  }
  if (conventions.at('deductions').text === 'add') {
    conventions.at('deductions').refuse('Adding deductions is for value maps; an account multiplies them.');
  }
}

function checkAgencies(file: FileView): void {
  for (const agency of file.at('agencies').items()) {
    const name = agency.at('id').text;
    if (
      name !== undefined &&
      ['participants', 'displacedPeople', 'employer'].includes(name) &&
      agency.at('public').value === true
    ) {
      agency.at('public').refuse(`${name} is no public agency.`);
    }
  }
}

function checkForm(file: FileView): void {
  const careers = file.at('careers').given;
  const whole = file.at('states').given || file.at('cohorts').given;
  if (careers && whole)
    file.at('careers').refuse('Give careers, or states with cohorts, not both: an account is counted once.');
  if (!careers && !whole) file.at('careers').refuse('An account needs careers, or states with cohorts.');
  if (whole && !file.at('states').given)
    file.at('states').refuse('Cohorts need the states that their people are in.');
  if (whole && !file.at('cohorts').given) file.at('cohorts').refuse('States need cohorts of people.');
}

function checkCareer(file: FileView, career: FileView): void {
  for (const use of ['without', 'withSuccess', 'withFailure']) checkUse(file, career.at(use));
  checkUse(file, career.at('during').at('use'));
  checkWork(file, career.at('during').at('work'));
  checkWork(file, career.at('work'));
  if (career.at('counterfactualShare').given && career.at('deadweight').given) {
    career
      .at('deadweight')
      .refuse(
        'counterfactualShare is the share of everybody who would have succeeded anyway, deadweight the share of your successes: give one of the two.',
      );
  }
  if (career.at('dropOff').given && career.at('survival').given) {
    career.at('survival').refuse('Give dropOff, or the shares that survive year by year, not both.');
  }
  checkLost(career);
  const lost = career.at('lostToFollowUp').number;
  const entrants = career.at('entrants').number;
  const succeeded = career.at('successShare').number;
  if (
    lost !== undefined &&
    entrants !== undefined &&
    succeeded !== undefined &&
    succeeded <= 1 &&
    lost <= entrants &&
    lost > entrants * (1 - succeeded) + 1e-9
  ) {
    career
      .at('lostToFollowUp')
      .refuse(
        `${lost} lost to follow-up and ${entrants * succeeded} successes are more than ${entrants} entrants: people lost to follow-up are not counted as successes.`,
      );
  }
}

function checkHorizons(file: FileView): void {
  const covered = lastDiscountedYear(file);
  const places = [...file.at('horizons').items(), file.at('headlineHorizon')];
  for (const place of places) {
    if (place.number !== undefined && place.number > covered) {
      place.refuse(`The discount schedule ends with year ${covered}, before this horizon.`);
    }
  }
  const headline = file.at('headlineHorizon').number;
  const known = file
    .at('horizons')
    .items()
    .map((item) => item.number);
  const possible = headline !== undefined && headline >= 1 && headline <= LIMITS.years;
  if (known.length > 0 && possible && !known.includes(headline)) {
    file.at('headlineHorizon').refuse('The headline horizon must be one of the horizons.');
  }
}

import { checkLost, checkUse } from './account-people.rules.js';
import { checkWork } from './account-work.rules.js';
import { type FileView, refuseRepeated, refuseUnlessWhole } from './file-view.js';

/** What must hold of a state people may be in. */
export function checkState(file: FileView, state: FileView): void {
  checkUse(file, state.at('use'));
  checkWork(file, state.at('work'));
  if (state.at('id').text !== 'dead') return;
  for (const field of ['use', 'work', 'success', 'qualityOfLife']) {
    if (state.at(field).given)
      state
        .at(field)
        .refuse(
          'The state “dead” has no use, work, success or quality of life: it takes the mean value of the living without the programme.',
        );
  }
}

/** What must hold of a cohort and its two lives. */
export function checkCohort(file: FileView, cohort: FileView): void {
  checkStateName(file, cohort.at('during').at('state'));
  checkLost(cohort);
  for (const side of ['with', 'without']) checkPath(file, cohort.at(side));
  refuseNobodyLiving(cohort.at('without'));
}

function checkPath(file: FileView, path: FileView): void {
  if (path.given && path.at('shares').given === path.at('start').given) {
    path.refuse('Give shares by year, or a start with transitions: one of the two.');
  }
  if (path.at('transitions').given && !path.at('start').given)
    path.at('transitions').refuse('Transitions need a start.');
  const years = path.at('shares').items();
  refuseRepeated(years, 'year');
  for (const typed of years) {
    checkStateNames(file, typed.at('of'));
    refuseUnlessWhole(typed.at('of'), `The shares of year ${typed.at('year').number ?? '?'}`);
  }
  const numbers = years.flatMap((typed) => typed.at('year').number ?? []);
  if (numbers.length > 0 && !numbers.includes(1))
    path.at('shares').refuse('The shares must begin with year 1.');
  checkStateNames(file, path.at('start'));
  refuseUnlessWhole(path.at('start'), 'The shares of the start');
  for (const [from, rates] of path.at('transitions').fields()) {
    if (!isState(file, from))
      rates.refuse(`There is no state ${JSON.stringify(from)}; declare it under states.`);
    if (from === 'dead') rates.refuse('Nobody leaves the state “dead”.');
    checkStateNames(file, rates);
    const total = rates.fields().reduce((sum, [, rate]) => sum + (rate.number ?? 0), 0);
    if (total > 1 + 1e-9) rates.refuse(`More people leave this state in a year (${total}) than are in it.`);
  }
}

/** The dead take the mean value of those who live without the programme: somebody must, in year 1. */
function refuseNobodyLiving(without: FileView): void {
  const first = without
    .at('shares')
    .items()
    .find((typed) => typed.at('year').number === 1);
  for (const shares of [without.at('start'), ...(first ? [first.at('of')] : [])]) {
    if (shares.at('dead').number === 1)
      shares
        .at('dead')
        .refuse(
          'Somebody must live in year 1 without the programme: the dead take the mean value of those who do.',
        );
  }
}

function checkStateNames(file: FileView, shares: FileView): void {
  for (const [name, field] of shares.fields()) {
    if (!isState(file, name))
      field.refuse(`There is no state ${JSON.stringify(name)}; declare it under states.`);
  }
}

function checkStateName(file: FileView, state: FileView): void {
  if (state.text !== undefined && !isState(file, state.text))
    state.refuse(`There is no state ${JSON.stringify(state.text)}; declare it under states.`);
}

function isState(file: FileView, name: string): boolean {
  return file
    .at('states')
    .items()
    .some((state) => state.at('id').text === name);
}

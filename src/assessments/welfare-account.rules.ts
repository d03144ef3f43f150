import { ALWAYS_THERE } from '../core/welfare/actors.js';
import { LIMITS } from '../programmes/amounts.contract.js';
import { lastDiscountedYear } from './common.rules.js';
import { checkPreset } from './preset.rules.js';
import { type FileView, refuseRepeated, refuseUnlessWhole } from './file-view.js';

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

function checkService(service: FileView): void {
  const kind = service.at('kind').text;
  if (kind === 'real' && service.at('rightful').value === true)
    service.at('rightful').refuse('A right is to a transfer: this service is real.');
  if (kind === 'transfer' && service.at('goesWith').given)
    service.at('goesWith').refuse('Transfers always go with work and production: leave it out.');
}

/** A share that stands in for no price would be a number nobody reads. */
function checkShortRunShares(file: FileView): void {
  const services = file.at('services').items();
  const named = new Set(
    services.flatMap((service) => ['id', 'category', 'kind'].map((field) => service.at(field).text)),
  );
  for (const [key, share] of file.at('shortRunShares').fields()) {
    if (!named.has(key))
      share.refuse(`No service, category or kind of service here is called ${JSON.stringify(key)}.`);
  }
}

function checkCost(file: FileView, cost: FileView): void {
  checkActor(file, cost.at('paidBy'));
  checkEnterprise(cost);
  const spent = cost.at('perEntrant').number;
  const anyway = cost.at('spentAnyway').at('perEntrant');
  if (spent !== undefined && anyway.number !== undefined && anyway.number > spent) {
    anyway.refuse(
      `What would have been spent anyway (${anyway.number}) is more than the cost (${spent}): give the usual placement as a service that is used without the programme, and there is a gain instead of a cost below nothing.`,
    );
  }
  const groups = [...file.at('careers').items(), ...file.at('cohorts').items()];
  for (const name of cost.at('cohorts').items()) {
    if (name.text !== undefined && !groups.some((group) => group.at('id').text === name.text))
      name.refuse(`There is no career or cohort ${JSON.stringify(name.text)}.`);
  }
}

/** A cost is given per person, or follows from the ledger of an enterprise. */
function checkEnterprise(cost: FileView): void {
  const ledger = cost.at('enterprise');
  const each = cost.at('perEntrant');
  if (each.given === ledger.given)
    each.refuse('Give what it costs per person who enters, or the ledger of the enterprise: one of the two.');
  const [spent, ...earned] = ['operatingCost', 'sales', 'participantsWageCost'].map(
    (part) => ledger.at(part).number,
  );
  const left = earned.reduce<number>((rest, part) => rest - (part ?? 0), spent ?? Number.POSITIVE_INFINITY);
  if (left < 0)
    ledger.refuse(
      `Sales and wages of participants are ${-left} more than the operating cost: an enterprise that earns what it spends has no programme cost; leave the row out.`,
    );
}

function checkActors(file: FileView, shares: FileView): void {
  for (const [name, field] of shares.fields()) {
    if (!isActor(file, name))
      field.refuse(`There is no agency ${JSON.stringify(name)}; declare it under agencies.`);
  }
}

function checkActor(file: FileView, actor: FileView): void {
  if (actor.text !== undefined && !isActor(file, actor.text)) {
    actor.refuse(`There is no agency ${JSON.stringify(actor.text)}; declare it under agencies.`);
  }
}

function isActor(file: FileView, name: string): boolean {
  return (
    ALWAYS_THERE.includes(name) ||
    file
      .at('agencies')
      .items()
      .some((agency) => agency.at('id').text === name)
  );
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

function checkUse(file: FileView, use: FileView): void {
  for (const [name, field] of use.fields()) {
    if (
      !file
        .at('services')
        .items()
        .some((service) => service.at('id').text === name)
    ) {
      field.refuse(`There is no service ${JSON.stringify(name)}; declare it under services with its price.`);
    }
  }
}

function checkWork(file: FileView, work: FileView): void {
  if (!work.given) return;
  for (const shares of ['contributionsTo', 'incomeTax', 'vat', 'exemptions'])
    checkActors(file, work.at(shares));
  checkActor(file, work.at('subsidy').at('paidBy'));
  refuseUnlessWhole(work.at('contributionsTo'), 'The shares of the contributions');
  checkPay(work);
  checkTaxes(work);
  checkAid(work);
}

/** Somebody is an employee or self-employed. */
function checkPay(work: FileView): void {
  const self = work.at('selfEmployment');
  if (!self.given && !work.at('grossWage').given) {
    work.at('grossWage').refuse('Give the gross wage, or selfEmployment with an income.');
  }
  if (!self.given) return;
  for (const field of ['grossWage', 'employerContributions']) {
    if (work.at(field).given)
      work
        .at(field)
        .refuse(
          'The self-employed have no employer: give selfEmployment with income and contributions, or a gross wage, not both.',
        );
  }
}

function checkTaxes(work: FileView): void {
  const own = work.at('selfEmployment').at('contributions').number ?? 0;
  for (const tax of ['incomeTax', 'vat']) {
    const taxes = total(work.at(tax));
    if (taxes > 1 + 1e-9)
      work.at(tax).refuse(`These shares of the wage add up to ${taxes}, more than the whole of it.`);
    else if (tax === 'incomeTax' && taxes + own > 1 + 1e-9)
      work
        .at(tax)
        .refuse(
          `With contributions of ${own} these taxes take ${taxes + own} of the income, more than the whole of it.`,
        );
  }
}

/** What is paid on top of a wage cost would make production negative. */
function checkAid(work: FileView): void {
  const wage = work.at('grossWage').number;
  if (wage === undefined || wage <= 0) return;
  const cost = wage * (1 + (work.at('employerContributions').number ?? 0));
  const subsidy = work.at('subsidy').at('amount').number;
  if (subsidy !== undefined && subsidy > cost) {
    work
      .at('subsidy')
      .at('amount')
      .refuse(
        `A subsidy of ${subsidy} is more than the whole wage cost of ${cost}, and production would be negative: what is paid beyond it belongs to the programme cost or to a service.`,
      );
    return;
  }
  const exempt = total(work.at('exemptions'));
  if (exempt > 0 && exempt + (subsidy ?? 0) > cost + 1e-9 * cost) {
    work
      .at('exemptions')
      .refuse(
        `Exemptions of ${exempt} and a subsidy of ${subsidy ?? 0} are more than the whole wage cost of ${cost}, and production would be negative.`,
      );
  }
}

function total(shares: FileView): number {
  return shares.fields().reduce((sum, [, share]) => sum + (share.number ?? 0), 0);
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

function checkLost(group: FileView): void {
  const lost = group.at('lostToFollowUp').number;
  const entrants = group.at('entrants').number;
  if (lost !== undefined && entrants !== undefined && entrants > 0 && lost > entrants) {
    group.at('lostToFollowUp').refuse(`${lost} were lost to follow-up, but only ${entrants} entered.`);
  }
}

function checkState(file: FileView, state: FileView): void {
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

function checkCohort(file: FileView, cohort: FileView): void {
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

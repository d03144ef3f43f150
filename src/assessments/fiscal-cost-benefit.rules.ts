import { LIMITS } from '../programmes/amounts.contract.js';
import { lastDiscountedYear } from './common.rules.js';
import { type FileView, refuseRepeated } from './file-view.js';

/** Amounts that are worked out one by one: units of all outcomes, in all years. */
const MOST_AMOUNTS = 100_000;

/** What must hold between the fields of a fiscal cost–benefit analysis. */
export function checkFiscalCostBenefit(file: FileView): void {
  checkConventions(file.at('conventions'));
  const outcomes = file.at('outcomes').items();
  for (const list of ['outcomes', 'agencies', 'units']) refuseRepeated(file.at(list).items(), 'id');
  refuseRepeated(file.at('optimismBias').at('grades').items(), 'grade');
  for (const part of [file, ...outcomes]) checkOutcomePart(file, part);
  for (const outcome of outcomes) refuseRepeated(outcome.at('units').items(), 'id');
  if (outcomes.length === 0) checkSaid(file, file);
  else for (const outcome of outcomes) checkSaid(file, outcome);
  checkCosts(file);
  checkAgencies(file);
  checkYears(file);
  checkConversions(file);
}

function checkConventions(conventions: FileView): void {
  if (conventions.at('discounting').text === 'compound-forward')
    conventions
      .at('discounting')
      .refuse(
        'compound-forward is for value maps; here years are discounted by year-start (year 0 as it is), mid-year, year-end or none.',
      );
  for (const name of ['deductions', 'attributionMeans'])
    if (conventions.at(name).given)
      conventions
        .at(name)
        .refuse(
          'This convention is for value maps; here deadweightReading says how deadweight is taken off.',
        );
}

/** What is said of an outcome, or of all of them. */
function checkOutcomePart(file: FileView, part: FileView): void {
  const profile = part.at('profile');
  if (profile.given) {
    for (const name of ['dropOff', 'lagYears'])
      if (part.at(name).given)
        part
          .at(name)
          .refuse('A profile says of each year what is there: give the profile, or lagYears and dropOff.');
  } else if (part !== file && part.at('lagYears').given && inherits(file, part, 'profile')) {
    part
      .at('lagYears')
      .refuse(
        'The profile of the file says from when the effect is there: give this outcome one of its own.',
      );
  }
  const known = file.at('optimismBias').at('grades').items();
  for (const [, grade] of part.at('confidence').fields()) {
    if (known.length > 0 && !known.some((each) => each.at('grade').number === grade.number))
      grade.refuse(`The table under optimismBias has no grade ${grade.number ?? '?'}.`);
  }
  const graded = ['population', 'effect'].some((name) => part.at('confidence').at(name).given);
  refuseBoth(part.at('obBenefits'), graded);
  refuseBoth(part.at('obCosts'), part.at('confidence').at('costs').given);
  for (const unit of part.at('units').items()) checkUnit(unit);
}

const inherits = (file: FileView, part: FileView, name: string): boolean =>
  file.at(name).given && part.at('dropOff').value === undefined;

function refuseBoth(correction: FileView, graded: boolean): void {
  if (correction.given && graded)
    correction.refuse('Give the correction, or the grades of confidence that lead to one, not both.');
}

function checkUnit(unit: FileView): void {
  const fiscal = unit.at('valueType').text === 'fiscal';
  if (fiscal && !unit.at('agency').given)
    unit.at('agency').refuse('A fiscal value is saved by somebody: name the agency.');
  if (unit.at('valueType').text !== undefined && !fiscal && unit.at('transfer').value === true)
    unit
      .at('transfer')
      .refuse(
        'Only a fiscal value can be a transfer: what an agency no longer pays, somebody no longer gets.',
      );
  checkFinancialYear(unit.at('priceYear'));
}

function checkFinancialYear(year: FileView): void {
  const [, first, second] = /^(\d{4})\/(\d{2})$/.exec(year.text ?? '') ?? [];
  if (first !== undefined && (Number(first) + 1) % 100 !== Number(second))
    year.refuse(`A financial year ends in the year after the one it begins in: not ${year.text ?? ''}.`);
}

/** Who reads a file must find of every outcome how it comes about and what it is worth. */
function checkSaid(file: FileView, outcome: FileView): void {
  const needed = {
    incidence: 'the share of the target population with the need, 1 for all',
    engagement: 'the share of them who take part',
    retention: 'the share of those who stay',
    impact: 'the share of those who stay for whom the outcome comes about',
    units: 'what the outcome is worth in a year, and to whom',
  };
  for (const [name, what] of Object.entries(needed)) {
    if (outcome.at(name).given || file.at(name).given) continue;
    outcome.at(name).refuse(`This is missing: ${what}. Give it here or once for all outcomes.`);
  }
}

function checkCosts(file: FileView): void {
  const costs = file.at('costs').items();
  const withYear = costs.filter((cost) => cost.at('year').given);
  const amounts = costs.filter((cost) => cost.number !== undefined);
  if (withYear.length > 0 && amounts.length > 0)
    for (const cost of amounts)
      cost.refuse(
        'Other costs of this file say their year: write this one so too, or all as amounts by year.',
      );
  refuseRepeated(withYear, 'id');
  const named = withYear.filter((cost) => cost.at('id').given);
  if (named.length > 0 && named.length < withYear.length)
    for (const cost of withYear)
      if (!cost.at('id').given)
        cost.at('id').refuse('Other costs of this list have an id: give this one too.');
  for (const cost of costs) checkFinancialYear(cost.at('priceYear'));
}

function checkAgencies(file: FileView): void {
  const declared = file
    .at('agencies')
    .items()
    .map((agency) => agency.at('id').text);
  const parts = [file, ...file.at('outcomes').items()];
  const units = parts.flatMap((part) => part.at('units').items());
  const savers = units
    .filter((unit) => unit.at('valueType').text === 'fiscal')
    .map((unit) => unit.at('agency').text);
  const places = [
    ...units.map((unit) => unit.at('agency')),
    ...file
      .at('costs')
      .items()
      .map((cost) => cost.at('paidBy')),
  ];
  for (const place of places) {
    if (declared.length > 0 && place.text !== undefined && !declared.includes(place.text))
      place.refuse(`There is no agency ${JSON.stringify(place.text)}; declare it under agencies.`);
  }
  // Where a unit cannot be read, or there is none, nobody knows yet who saves.
  const known = units.length > 0 && units.every(isRead);
  for (const [agency, share] of file.at('cashability').fields()) {
    if (known && !savers.includes(agency))
      share.refuse(
        `No fiscal unit names an agency ${JSON.stringify(agency)}: there is nothing of it to cash.`,
      );
  }
}

const isRead = (unit: FileView): boolean => {
  const type = unit.at('valueType').text ?? '';
  return ['economic', 'social'].includes(type) || (type === 'fiscal' && unit.at('agency').text !== undefined);
};

/** A whole number of years that is at least so many. */
function wholeFrom(least: number, place: FileView): number | undefined {
  const { number } = place;
  return number !== undefined && Number.isInteger(number) && number >= least ? number : undefined;
}

function checkYears(file: FileView): void {
  const outcomes = file.at('outcomes').items();
  const costs = file.at('costs').items();
  const given = wholeFrom(1, file.at('years'));
  const ends = [
    ...costs.map((cost, at) => ({
      place: cost.at('year').given ? cost.at('year') : cost,
      last: (cost.at('year').given ? (wholeFrom(0, cost.at('year')) ?? -1) : at) + 1,
    })),
    ...[file, ...outcomes].flatMap((part) => [
      { place: part.at('profile'), last: part.at('profile').items().length },
      { place: part.at('lagYears'), last: (wholeFrom(0, part.at('lagYears')) ?? -1) + 1 },
    ]),
  ];
  const years = given ?? ends.reduce((most, { last }) => Math.max(most, last), 1);
  // Year 0 is the first of a schedule; from its beginning nothing is discounted yet.
  const spared = file.at('conventions').at('discounting').text === 'year-start' ? 1 : 0;
  const covered = lastDiscountedYear(file) + spared;
  for (const { place, last } of ends) {
    if (given !== undefined && last > given)
      place.refuse(
        `This reaches into year ${last - 1}, but only the ${given} years from year 0 are counted.`,
      );
    else if (last > LIMITS.years)
      place.refuse(`This reaches into year ${last - 1}; the limit is ${LIMITS.years} years from year 0.`);
    else if (last > covered)
      place.refuse(`This reaches into year ${last - 1}, beyond the years of the discount schedule.`);
  }
  if (given !== undefined && given > covered)
    file.at('years').refuse(`The discount schedule ends before year ${given - 1}.`);
  const shared = file.at('units').items().length;
  const units = (outcomes.length === 0 ? [file] : outcomes).reduce(
    (sum, part) => sum + (part.at('units').given ? part.at('units').items().length : shared),
    0,
  );
  if (units * Math.min(years, LIMITS.years) > MOST_AMOUNTS)
    file
      .at('outcomes')
      .refuse(
        `${units} values over ${years} years are more amounts than the limit of ${MOST_AMOUNTS}: count fewer years, or leave small outcomes out.`,
      );
}

/** A conversion must begin where the price stands. */
function checkConversions(file: FileView): void {
  const places = new Map<string, FileView>();
  const add = (prefix: string, list: FileView): void =>
    list.items().forEach((item) => places.set(`${prefix}.${item.at('id').text ?? ''}.value`, item));
  add('units', file.at('units'));
  for (const outcome of file.at('outcomes').items())
    add(`outcomes.${outcome.at('id').text ?? ''}.units`, outcome.at('units'));
  file
    .at('costs')
    .items()
    .forEach((cost, at) => places.set(`costs.${cost.at('id').text ?? at}`, cost));
  for (const [name, conversion] of file.at('conversions').fields()) {
    const year = places.get(name)?.at('priceYear');
    const price =
      year?.number ??
      (year?.text === undefined ? file.at('priceYear').number : Number(year.text.slice(0, 4)));
    const from = conversion.at('fromYear');
    // A year that is none is refused by its form.
    const known = price !== undefined && !Number.isNaN(price);
    if (places.has(name) && from.number !== undefined && known && from.number !== price)
      from.refuse(`This price is one of ${price}: a conversion must begin there.`);
  }
}

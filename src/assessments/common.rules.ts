import { FileView, refuseRepeated } from './file-view.js';
import { checkUncertainty } from './uncertainty.rules.js';

/** What must hold between fields that every kind of file has. */
export function checkCommonPart(file: FileView): void {
  checkPeriod(file.at('period'));
  checkDiscounting(file.at('conventions'));
  checkReferences(file, file);
  refusePrototypes(file);
  refuseRepeated(file.at('scenarios').items(), 'id');
  checkUncertainty(file);
  for (const [, conversion] of file.at('conversions').fields()) {
    const to = conversion.at('toYear');
    const priceYear = file.at('priceYear').number;
    if (to.number !== undefined && priceYear !== undefined && to.number !== priceYear) {
      to.refuse(`A conversion must lead to the price year of the file, ${priceYear}.`);
    }
  }
}

function checkPeriod(period: FileView): void {
  const from = period.at('from').text;
  const to = period.at('to').text;
  if (from !== undefined && to !== undefined && from >= to) {
    period.at('to').refuse(`The period ends on ${to}, which is not after its beginning, ${from}.`);
  }
}

function checkDiscounting(conventions: FileView): void {
  const discounting = conventions.at('discounting').text;
  const rate = conventions.at('discountRate');
  const factors = conventions.at('factors');
  if (discounting === 'compound-forward' && !factors.given) {
    factors.refuse('compound-forward needs a factor for each calendar year, such as { "2023": 1.1252 }.');
  }
  if (discounting !== 'compound-forward' && factors.given) {
    factors.refuse(
      'Factors belong to the convention compound-forward; take them out or change the convention.',
    );
  }
  if (discounting && ['year-end', 'year-start', 'mid-year'].includes(discounting) && !rate.given) {
    rate.refuse(`The convention ${discounting} needs a discount rate, such as 0.035.`);
  }
  let before = 0;
  for (const band of rate.items()) {
    const until = band.at('untilYear').number;
    if (until === undefined) continue;
    if (until <= before)
      band
        .at('untilYear')
        .refuse('The bands of a schedule must follow each other: each ends later than the one before.');
    before = until;
  }
}

/** The last year a discount schedule covers. */
export function lastDiscountedYear(file: FileView): number {
  const conventions = file.at('conventions');
  if (conventions.at('discounting').text === 'none') return Number.POSITIVE_INFINITY;
  const bands = conventions.at('discountRate').items();
  return bands.length === 0
    ? Number.POSITIVE_INFINITY
    : Math.max(...bands.map((band) => band.at('untilYear').number ?? Number.POSITIVE_INFINITY));
}

/** Parts of the file in which `of` would be a word and not a reference. */
const WITHOUT_REFERENCES = new Set([
  'parameters',
  'evidence',
  'conversions',
  'uncertainty',
  'scenarios',
  'source',
  'context',
]);

/** Deeper than any place where a number stands; what lies deeper the contract refuses. */
const DEEPEST_NUMBER = 8;

function checkReferences(file: FileView, place: FileView): void {
  if (place.path.length > DEEPEST_NUMBER) return;
  const names = place.at('of');
  const isReference =
    typeof names.value === 'string' ||
    (names.items().length > 0 && names.items().every((name) => name.text !== undefined));
  if (isReference) {
    for (const name of names.text === undefined ? names.items() : [names]) {
      if (!file.at('parameters').at(name.text ?? '').given)
        name.refuse(`There is no parameter ${JSON.stringify(name.text)}; declare it under parameters.`);
    }
    return;
  }
  for (const item of place.items()) checkReferences(file, item);
  for (const [key, field] of place.fields()) {
    if (place.path.length > 0 || !WITHOUT_REFERENCES.has(key)) checkReferences(file, field);
  }
}

/**
 * The file with the product of its parameters in each place that names some, so that bounds and rules hold for those
 * numbers as for typed ones. What names a parameter that is not there stays as it is.
 */
export function withParameters(file: unknown): unknown {
  const root = new FileView(file, [], []);
  return worked(root, root);
}

function worked(file: FileView, place: FileView): unknown {
  if (place.path.length > DEEPEST_NUMBER) return place.value;
  const names = place.at('of').text === undefined ? place.at('of').items() : [place.at('of')];
  const values = names.map(({ text = '' }) => file.at('parameters').at(text).at('value').number);
  if (values.length > 0 && values.every((value) => value !== undefined))
    return values.reduce((product, value) => product * value, 1);
  if (Array.isArray(place.value)) return place.items().map((item) => worked(file, item));
  if (typeof place.value !== 'object' || place.value === null) return place.value;
  return Object.fromEntries(
    place
      .fields()
      .map(([key, field]) => [
        key,
        place.path.length === 0 && WITHOUT_REFERENCES.has(key) ? field.value : worked(file, field),
      ]),
  );
}

/** JSON may name a field so; objects of the language mean something else by it. */
function refusePrototypes(place: FileView): void {
  if (place.path.length > DEEPEST_NUMBER) return;
  for (const item of place.items()) refusePrototypes(item);
  for (const [key, field] of place.fields()) {
    if (key === '__proto__') field.refuse('This name is not allowed here; choose another.');
    else refusePrototypes(field);
  }
}

import { FIRST_CALENDAR_YEAR } from '../core/valuation/years.js';
import { LIMITS } from '../programmes/amounts.contract.js';
import { lastDiscountedYear } from './common.rules.js';
import { type FileView, refuseRepeated, refuseUnlessWhole } from './file-view.js';

/** What must hold between the fields of a value map. */
export function checkValueMap(file: FileView): void {
  const outcomes = file.at('outcomes').items();
  refuseRepeated(outcomes, 'id');
  refuseRepeated(file.at('inputs').items(), 'id');
  refuseRepeated(file.at('stakeholders').items(), 'id');
  for (const invested of file.at('inputs').items()) {
    if (invested.value !== null && invested.at('value').value === null && !invested.at('notValued').given) {
      invested.at('notValued').refuse('An input without a value needs a reason: write it in notValued.');
    }
  }
  for (const row of outcomes) checkOutcome(row);
  checkYears(file, outcomes);
}

function checkOutcome(row: FileView): void {
  const fromRow = { quantity: row.at('quantity').given, price: row.at('proxy').at('value').given };
  if (row.at('agencies').given) refuseUnlessWhole(row.at('agencies'), 'The shares of the agencies');
  if (!row.at('series').given) {
    const needed = [row.at('quantity'), row.at('proxy').at('value'), row.at('durationYears')];
    for (const field of needed) {
      if (!field.given) field.refuse('A row needs quantity, proxy.value and durationYears, or a series.');
    }
    return;
  }
  if (row.at('durationYears').given)
    row.at('durationYears').refuse('A series has its own years: take out durationYears, or the series.');
  if (row.at('dropOff').given && row.at('dropOff').number !== 0) {
    row
      .at('dropOff')
      .refuse('A series says itself what is left each year: the dropOff of its row must be 0 or left out.');
  }
  const points = row.at('series').items();
  refuseRepeated(points, 'year');
  for (const point of points) {
    const whole = point.at('value').given;
    const parts = [point.at('quantity'), point.at('proxyValue')];
    if (whole && parts.some((part) => part.given)) {
      point.at('value').refuse('A value stands instead of quantity × proxyValue: give one or the other.');
    }
    if (
      !whole &&
      !((point.at('quantity').given || fromRow.quantity) && (point.at('proxyValue').given || fromRow.price))
    ) {
      point.refuse('A year of a series needs a value, or quantity and proxyValue.');
    }
  }
  const first = points
    .map((point) => point.at('year').number ?? Number.POSITIVE_INFINITY)
    .reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const starts = row.at('startsYear').number;
  if (starts !== undefined && Number.isFinite(first) && starts !== first) {
    row.at('startsYear').refuse(`The series begins in ${first}: leave startsYear out.`);
  }
}

interface YearPlace {
  readonly place: FileView;
  readonly year: number;
}

function checkYears(file: FileView, outcomes: readonly FileView[]): void {
  const places: YearPlace[] = [
    ...file
      .at('inputs')
      .items()
      .map((invested) => invested.at('year')),
    ...outcomes.flatMap((row) => [
      row.at('startsYear'),
      ...row
        .at('series')
        .items()
        .map((point) => point.at('year')),
    ]),
  ].flatMap((place) => (place.number === undefined ? [] : [{ place, year: place.number }]));
  const calendar = places.filter(({ year }) => year >= FIRST_CALENDAR_YEAR);
  const counted = places.filter(({ year }) => year < FIRST_CALENDAR_YEAR);
  const fewer = calendar.length < counted.length ? calendar : counted;
  if (calendar.length > 0 && counted.length > 0) {
    for (const { place, year } of fewer) {
      place.refuse(
        `${year} is counted ${year >= FIRST_CALENDAR_YEAR ? 'by the calendar' : 'from the start'}, other years of this file are not: use one way throughout.`,
      );
    }
    return;
  }
  const compound = file.at('conventions').at('discounting').text === 'compound-forward';
  const factors = file
    .at('conventions')
    .at('factors')
    .fields()
    .map(([key]) => Number(key));
  const first =
    calendar.length > 0
      ? lowest(calendar.map(({ year }) => year))
      : compound && factors.length > 0
        ? lowest(factors)
        : 1;
  if (compound && counted.length > 0) {
    for (const { place } of counted)
      place.refuse('compound-forward goes by the calendar: write this year as a calendar year.');
    return;
  }
  checkSpan(file, outcomes, places, first, compound ? new Set(factors) : undefined);
}

function checkSpan(
  file: FileView,
  outcomes: readonly FileView[],
  places: readonly YearPlace[],
  first: number,
  factors: ReadonlySet<number> | undefined,
): void {
  const covered = lastDiscountedYear(file);
  const check = (place: FileView, year: number): void => {
    const index = year - first + 1;
    if (index > LIMITS.years)
      place.refuse(`This reaches into year ${index} of the activity; the limit is ${LIMITS.years} years.`);
    else if (index > covered)
      place.refuse(`This reaches into year ${index}, but the discount schedule ends with year ${covered}.`);
    else if (factors && !factors.has(year))
      place.refuse(`There is no factor for ${year} in conventions.factors.`);
  };
  for (const { place, year } of places) check(place, year);
  for (const row of outcomes) {
    const duration = row.at('durationYears').number;
    if (duration === undefined || row.at('series').given) continue;
    if (duration > LIMITS.years)
      row.at('durationYears').refuse(`A duration of ${duration} years is over the limit of ${LIMITS.years}.`);
    else {
      const starts = row.at('startsYear').number ?? first;
      const last = starts + Math.ceil(duration) - 1;
      for (let year = starts + 1; year < last && factors; year += 1) check(row.at('durationYears'), year);
      check(row.at('durationYears'), last);
    }
  }
}

const lowest = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.min(one, other));

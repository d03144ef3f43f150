import { describe, expect, it } from 'vitest';
import { account, type File, referenceCareers } from './files.js';

const SCHEDULE = { discounting: 'year-end', discountRate: [{ untilYear: 7, rate: 0.03 }] };

/** An account whose file says nothing of horizons. */
const open = (more: File = {}): File =>
  referenceCareers({}, { horizons: undefined, headlineHorizon: undefined, ...more });

function of(file: File) {
  const { horizons, headlineHorizon: headline, conventions, problems } = account(file);
  return {
    years: horizons.map(({ years }) => years),
    headline,
    choice: conventions.horizons,
    codes: problems.map(({ code }) => code),
  };
}

describe('horizons that a file leaves open', () => {
  it('are 1, 5, 10 and 20 years where no country is known', () => {
    expect(of(open())).toMatchObject({
      years: [1, 5, 10, 20],
      headline: 1,
      choice: { headline: 'follow-up', termOfOffice: null },
    });
  });

  it.each([
    ['SE', 4, [1, 4, 5, 10, 20]],
    ['IT', 5, [1, 5, 10, 20]],
    ['FR', 6, [1, 5, 6, 10, 20]],
    ['GB', 4, [1, 4, 5, 10, 20]],
  ])('have the term of office of %s among them, with its source', (country, term, years) => {
    const found = of(open({ context: { country } }));
    expect(found).toMatchObject({ years, headline: 1 });
    expect(found.choice?.termOfOffice).toMatchObject({ country, years: term, verified: false });
    expect(found.choice?.termOfOffice?.source.length).toBeGreaterThan(20);
  });

  it.each(['ID', 'UK', 'NO'])('have none of %s, of which no term is known by that name', (country) => {
    expect(of(open({ context: { country } }))).toMatchObject({
      years: [1, 5, 10, 20],
      choice: { termOfOffice: null },
    });
  });

  it('end with the discount schedule', () => {
    expect(of(open({ conventions: SCHEDULE, context: { country: 'FR' } })).years).toEqual([1, 5, 6]);
    const short = { discounting: 'year-end', discountRate: [{ untilYear: 3, rate: 0.03 }] };
    expect(of(open({ conventions: short, context: { country: 'SE' } }))).toMatchObject({
      years: [1],
      choice: { termOfOffice: null },
    });
    expect(of(open({ conventions: { ...SCHEDULE, discounting: 'none' } })).years).toEqual([1, 5, 10, 20]);
  });
});

describe('the headline that a file leaves open', () => {
  it('is the longest horizon that people were followed for, so that nothing is said to lie beyond', () => {
    const context = { country: 'SE', followUpYears: 4.5 };
    expect(of(open({ context }))).toMatchObject({ headline: 4, choice: { headline: 'follow-up' } });
    expect(of(open({ context })).codes).not.toContain('horizon-beyond-evidence');
    const given = referenceCareers({}, { headlineHorizon: undefined, context: { followUpYears: 12 } });
    expect(of(given)).toMatchObject({ headline: 10, choice: { headline: 'follow-up', termOfOffice: null } });
  });

  it('is the shortest of a forecast, of which nothing has been seen', () => {
    const forecast = open({ basis: 'forecast', context: { followUpYears: 12 } });
    expect(of(forecast)).toMatchObject({ headline: 1, choice: { headline: 'shortest' } });
  });

  it('is the shortest where people were followed for less, and that is said', () => {
    const found = of(referenceCareers({}, { horizons: [5, 10], headlineHorizon: undefined }));
    expect(found).toMatchObject({ headline: 5, choice: { headline: 'shortest' } });
    expect(found.codes).toContain('horizon-beyond-evidence');
  });

  it('is that of the file where it gives one', () => {
    const found = of(open({ headlineHorizon: 3, context: { country: 'SE' } }));
    expect(found).toMatchObject({ years: [1, 3, 4, 5, 10, 20], headline: 3, choice: { headline: 'file' } });
  });
});

it('a horizon that the file gives is not added to', () => {
  const found = of(referenceCareers({}, { horizons: [1, 10], context: { country: 'SE' } }));
  expect(found).toMatchObject({
    years: [1, 10],
    headline: 1,
    choice: { headline: 'file', termOfOffice: null },
  });
});

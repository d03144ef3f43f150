import { describe, expect, it } from 'vitest';
import { account, type File, prepared, referenceStates, refusals } from './files.js';

/** Money in an account of some hundred thousands: what a few hundred operations lose. */
const CENT = 0.005;

function near(value: number | null | undefined, expected: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(CENT);
}

function withCohort(change: File, more: File = {}): File {
  const file = referenceStates(more);
  const [cohort] = file['cohorts'] as File[];
  return { ...file, cohorts: [{ ...cohort, ...change }] };
}

const withDead = (): File => ({ states: [...(referenceStates()['states'] as object[]), { id: 'dead' }] });

describe('displaced people', () => {
  it('draw transfers from the first year in which somebody lives without work on the side without', () => {
    const result = account(
      withCohort(
        {
          with: { shares: [{ year: 1, of: { 'open-work': 1 } }] },
          without: {
            shares: [
              { year: 1, of: { 'open-work': 1 } },
              { year: 2, of: { before: 1 } },
            ],
          },
        },
        { horizons: [1, 2], headlineHorizon: 1 },
      ),
    );
    near(result.perYear[0]?.actors['displacedPeople'], 0);
    // A quarter of the net wage lost, a quarter of the support of 96,000 drawn.
    near(result.perYear[1]?.actors['displacedPeople'], 0.25 * (96_000 - 0.68 * 264_000));
  });
});

describe('the stay', () => {
  const stays = (headlineHorizon: number, without: File): number | null | undefined =>
    account(
      withCohort(
        { during: { months: 6, state: 'open-work' }, without },
        { headlineHorizon, horizons: [1, 5] },
      ),
    ).stay?.societyGain;
  const changing = {
    shares: [
      { year: 1, of: { 'open-work': 0.1, before: 0.9 } },
      { year: 2, of: { 'open-work': 0.1, before: 0.4, idle: 0.5 } },
    ],
  };

  it('does not depend on the horizon of the headline', () => {
    const states = [...(referenceStates()['states'] as object[]), { id: 'idle' }];
    const over = (headlineHorizon: number) =>
      account(
        withCohort(
          { during: { months: 6, state: 'open-work' }, without: changing },
          { headlineHorizon, horizons: [1, 5], states },
        ),
      ).stay?.societyGain;
    expect(over(5)).toBe(over(1));
    near(over(1), 534_451.6 / 2);
  });

  it('is held against all who live without, where all of them succeed', () => {
    near(stays(1, { shares: [{ year: 1, of: { 'open-work': 1 } }] }), 0);
  });
});

describe('a year of success', () => {
  it('is no figure where nobody succeeds, and neither is the potential', () => {
    const result = account(withCohort({ with: { shares: [{ year: 1, of: { before: 1 } }] } }));
    expect(result.perSuccessYear.societyGain).toBeNull();
    expect(result.horizons[0]?.potential.pvGain).toBeNull();
    expect(result.payback.potentialMonths).toBeNull();
    expect(result.horizons[0]?.pvGain).not.toBeNull();
  });

  it('is no figure where all succeed without', () => {
    const result = account(withCohort({ without: { shares: [{ year: 1, of: { 'open-work': 1 } }] } }));
    expect(Object.values(result.perSuccessYear.actors).every((value) => value === null)).toBe(true);
    expect(result.horizons[0]?.potential.npv).toBeNull();
  });

  it('counts only the cohorts in which somebody succeeds', () => {
    const file = referenceStates();
    const [cohort] = file['cohorts'] as File[];
    const nobody = { ...cohort, id: 'nobody', with: { shares: [{ year: 1, of: { before: 1 } }] } };
    near(account({ ...file, cohorts: [cohort, nobody] }).perSuccessYear.societyGain, 621_188.8);
  });
});

describe('once nobody lives without the programme', () => {
  const dying = (year: number): File =>
    withCohort(
      {
        without: {
          shares: [
            { year: 1, of: { before: 1 } },
            { year, of: { dead: 1 } },
          ],
        },
      },
      { ...withDead(), horizons: [1, 3], headlineHorizon: 1 },
    );

  it('the dead keep the value of the last who lived', () => {
    const result = account(dying(2));
    near(result.perYear[1]?.societyGain, result.perYear[0]?.societyGain ?? Number.NaN);
    expect(result.horizons.every(({ npv }) => npv !== null)).toBe(true);
  });

  it('from year 1 is refused', () => {
    const file = withCohort({ without: { start: { dead: 1 } } }, withDead());
    expect(refusals(file)).toEqual(['/cohorts/0/without/start/dead']);
    expect(prepared(withCohort({}, withDead())).assessment.kind).toBe('welfare-account');
  });
});

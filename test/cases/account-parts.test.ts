import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, explained, type File, referenceCareers, referenceStates } from './files.js';

/** Half the last printed digit. */
const CENT = 0.005;

function near(value: number | null | undefined, expected: number, tolerance = CENT): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
}

const headline = (result: WelfareAccountResult) =>
  result.horizons.find(({ years }) => years === result.headlineHorizon);

/** Discounted by one year. */
const YEAR = 1 / 1.04;

describe('the flows of REF-1', () => {
  const result = account(referenceCareers());
  const flow = (id: string) => result.flows.find((one) => one.id === id);

  it('are told apart by what they are of, to everybody they concern', () => {
    // 0.4 successes more than without, 40 days each.
    near(flow('services.prison')?.actors['justice'], 0.4 * 40 * 3198 * YEAR);
    near(flow('services.prison')?.total, 0.4 * 40 * 3198 * YEAR);
    near(flow('services.support')?.actors['participants'], -0.4 * 96_000 * YEAR);
    near(flow('services.support')?.actors['municipality'], 0.4 * 96_000 * YEAR);
    near(flow('production')?.actors['employer'], 0.4 * 346_948.8 * YEAR);
    near(flow('displaced.production')?.actors['employer'], -0.1 * 346_948.8 * YEAR);
    near(flow('incomeTax.region')?.actors['region'], 0.4 * 0.12 * 264_000 * YEAR);
    near(flow('displaced.services.support')?.actors['displacedPeople'], 0.1 * 96_000 * YEAR);
    near(flow('contributions.treasury')?.actors['treasury'], 0.4 * 82_948.8 * YEAR);
  });

  it('say what they are in words, and whether they are resources or payments', () => {
    expect(result.flows.map(({ label, nature, kind }) => `${label}; ${nature} ${kind}`)).toEqual([
      'care; real service',
      'production; real production',
      'wages; financial wage',
      'social contributions to treasury; financial contributions',
      'income tax to municipality; financial income-tax',
      'income tax to region; financial income-tax',
      'displaced: production; real production',
      'displaced: wages; financial wage',
      'displaced: social contributions to treasury; financial contributions',
      'displaced: income tax to municipality; financial income-tax',
      'displaced: income tax to region; financial income-tax',
      'displaced: support; financial transfer',
      'compulsory; real service',
      'detox; real service',
      'prison; real service',
      'remand; real service',
      'support; financial transfer',
    ]);
  });

  it('can be explained', () => {
    const { label, value } = explained(referenceCareers(), 'flows.displaced.wage.actors.displacedPeople');
    expect(label).toBe('displaced: wages: displacedPeople, over 1 year');
    near(value, -0.1 * 264_000 * YEAR);
  });

  it('carry equalisation as a flow of its own', () => {
    const agencies = [{ id: 'municipality', retainsExtraTax: 0.1 }, { id: 'region' }, { id: 'justice' }];
    const equalised = account(referenceCareers({}, { agencies })).flows.find(
      ({ id }) => id === 'equalisation.incomeTax.municipality',
    );
    expect(equalised?.label).toBe('income tax to municipality, the part that is not kept');
    near(equalised?.actors['treasury'], 0.4 * 0.9 * 0.2 * 264_000 * YEAR);
    near(equalised?.actors['municipality'], -0.4 * 0.9 * 0.2 * 264_000 * YEAR);
  });
});

describe('careers apart', () => {
  const two = (): File => {
    const file = referenceCareers();
    const [career] = file['careers'] as File[];
    return {
      ...file,
      careers: [
        { ...career, id: 'many', name: 'Many', entrants: 18 },
        { ...career, id: 'none', name: 'None', entrants: 6, successShare: 0 },
      ],
    };
  };
  const result = account(two());
  const [many, none] = result.perCohort;

  it('are accounts of their own, per person in them', () => {
    near(many?.pvGain, 205_558.31);
    near(many?.npv, -94_441.69);
    near(many?.benefitCostRatio, 0.6852, 0.00005);
    near(many?.actors['justice']?.gain, 63_696 * YEAR);
    near(none?.pvGain, 0);
    near(none?.npv, -300_000);
    expect([many?.label, none?.label]).toEqual(['Many', 'None']);
  });

  it('add up to the whole', () => {
    const whole = headline(result);
    near(whole?.total.npv, (many?.total.npv ?? 0) + (none?.total.npv ?? 0));
    near(whole?.npv, 0.75 * (many?.npv ?? 0) + 0.25 * (none?.npv ?? 0));
    near((whole?.publicBudget.net ?? 0) * 24, (many?.total.publicNet ?? 0) + (none?.total.publicNet ?? 0));
    expect(many?.total.entrants).toBe(18);
  });

  it('are cohorts in the state form', () => {
    const [cohort] = account(referenceStates()).perCohort;
    near(cohort?.npv, -94_441.69);
    near(cohort?.total.npv, 24 * -94_441.69, 24 * CENT);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { account, explained, referenceCareers, referenceStates } from './files.js';

/** Half the last printed digit. */
const CENT = 0.005;
const FOUR_DECIMALS = 0.00005;

function near(value: number | null | undefined, expected: number, tolerance = CENT): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
}

function actors(block: Readonly<Record<string, number | null>>, expected: readonly number[]): void {
  const names = ['municipality', 'region', 'justice', 'treasury', 'participants', 'displacedPeople'];
  names.forEach((name, at) => near(block[name], expected[at] ?? Number.NaN));
}

describe.each([
  ['the short form', () => account(referenceCareers())],
  ['the equal state form', () => account(referenceStates())],
])('REF-1 by %s', (_form, make) => {
  let result: ReturnType<typeof make>;
  beforeEach(() => {
    result = make();
  });

  it('per success-year, before and after displacement', () => {
    near(result.perSuccessYear.realSaving, 274240);
    near(result.perSuccessYear.productionValue, 346948.8);
    near(result.perSuccessYear.societyGain, 621188.8);
    near(result.perSuccessYear.publicBudget, 537668.8);
    actors(result.perSuccessYear.actors, [208800, 86680, 159240, 82948.8, 83520, 0]);
    near(result.afterDisplacement.societyGain, 534451.6);
    near(result.afterDisplacement.publicBudget, 471811.6);
    actors(result.afterDisplacement.actors, [171600, 78760, 159240, 62211.6, 83520, -20880]);
  });

  it('expected per entrant-year', () => {
    near(result.perEntrantYear.societyGain, 213780.64);
    actors(result.perEntrantYear.actors, [68640, 31504, 63696, 24884.64, 33408, -8352]);
  });

  it('payback, potential and expected', () => {
    near(result.payback.potentialMonths, 5.8);
    near(result.payback.expectedMonths, 16.84);
  });

  it('over one, five, ten and twenty years', () => {
    const [one, five, ten, twenty] = result.horizons;
    near(one?.pvGain, 205558.31);
    near(one?.npv, -94441.69);
    near(one?.benefitCostRatio, 0.6852, FOUR_DECIMALS);
    near(one?.breakEvenSuccessShare, 0.7297, FOUR_DECIMALS);
    expect(one?.breakEvenPeople).toEqual({ needed: 18, of: 24 });
    near(five?.pvGain, 951713.43);
    near(five?.npv, 651713.43);
    near(five?.benefitCostRatio, 3.1724, FOUR_DECIMALS);
    near(five?.breakEvenSuccessShare, 0.1576, FOUR_DECIMALS);
    near(ten?.pvGain, 1733952.49);
    near(ten?.npv, 1433952.49);
    near(ten?.benefitCostRatio, 5.7798, FOUR_DECIMALS);
    near(ten?.breakEvenSuccessShare, 0.0865, FOUR_DECIMALS);
    near(twenty?.pvGain, 2905348.66);
  });
});

describe('the success share at which REF-1 just pays', () => {
  it.each([
    ['careers', referenceCareers()],
    ['states', referenceStates()],
  ])('is a figure that can be explained, with %s', (_form, file) => {
    near(explained(file, 'horizons.5.breakEvenSuccessShare').value, 0.1576, FOUR_DECIMALS);
    near(explained(file, 'horizons.5.breakEvenPeople').value, 0.1576 * 24, 24 * FOUR_DECIMALS);
  });

  it('is none where even everybody would not be enough', () => {
    const dear = { programmeCost: [{ paidBy: 'region', perEntrant: 1e7, time: 0, source: 'test' }] };
    const result = account(referenceCareers({}, dear));
    expect(result.horizons[0]?.breakEvenSuccessShare).toBeNull();
    expect(result.horizons[0]?.breakEvenPeople).toEqual({ needed: null, of: 24 });
  });
});

describe('payback of a cost that comes later', () => {
  const later = (perEntrant: number) => {
    const cost = { paidBy: 'region', perEntrant, time: 2, source: 'test' };
    return account(referenceCareers({}, { programmeCost: [cost] })).payback.expectedMonths;
  };

  it('is looked for from the year in which it is due', () => {
    // A year's gain of 213,780.64 is there when the cost of year 2 is due.
    expect(later(200_000)).toBe(12);
    near(later(213_780.64 * 1.5), 18);
  });

  it('is none where nothing is gained', () => {
    const nothing = { withSuccess: {}, without: {}, work: undefined };
    const cost = { programmeCost: [{ paidBy: 'region', perEntrant: 1, time: 2, source: 'test' }] };
    expect(account(referenceCareers(nothing, cost)).payback.expectedMonths).toBeNull();
  });
});

describe('REF-1 under other terms', () => {
  it('mid-year and year-start', () => {
    const over20 = (discounting: string) =>
      account(referenceCareers({}, { conventions: { discounting, discountRate: 0.04 } })).horizons[3]?.pvGain;
    near(over20('mid-year'), 2962885.91);
    near(over20('year-start'), 3021562.61);
  });

  it('equalisation, before and after', () => {
    const agencies = [
      { id: 'municipality', public: true, retainsExtraTax: 0.1 },
      { id: 'region' },
      { id: 'justice' },
    ];
    const result = account(referenceCareers({}, { agencies }));
    near(result.perSuccessYear.actors['municipality'], 161280);
    near(result.beforeEqualisation.perSuccessYear.actors['municipality'], 208800);
    near(result.perSuccessYear.publicBudget, 537668.8);
  });

  it('its year is over-full and says so', () => {
    const [problem] = account(referenceCareers()).problems.filter(({ code }) => code === 'year-over-full');
    expect(problem?.values['days']).toBe(450.25);
  });

  it('a subsidy is left over under full-wage and not under net-of-subsidy', () => {
    const work = {
      grossWage: 264000,
      employerContributions: 0.3142,
      incomeTax: { municipality: 0.2 },
      subsidy: { paidBy: 'treasury', amount: 100000 },
    };
    const employer = (productionValue: string) =>
      account(referenceCareers({ work }, { productionValue })).perSuccessYear.actors['employer'];
    near(employer('net-of-subsidy'), 0);
    near(employer('full-wage'), 100000);
  });

  it('failures that are worse', () => {
    const gain = (deadweight: number) =>
      account(
        referenceCareers(
          {
            successShare: 0.3,
            deadweight,
            displacement: 0,
            withFailure: { prison: 40, remand: 10, compulsory: 20, detox: 15, support: 12, extra: 1 },
          },
          {
            services: [
              ...(referenceCareers()['services'] as object[]),
              {
                id: 'extra',
                price: 400000,
                kind: 'real',
                paidBy: { region: 1 },
                daysPerUnit: 0,
                source: 'test',
              },
            ],
          },
        ),
      ).perEntrantYear.societyGain;
    near(gain(0), -93643.36);
    near(gain(0.5), -186821.68);
  });

  it('deadweight apart for services and production', () => {
    const result = account(
      referenceCareers({ successShare: 1, displacement: 0, deadweight: { services: 1, production: 0.5 } }),
    );
    near(result.perEntrantYear.societyGain, 346948.8 / 2);
    near(result.perEntrantYear.realSaving, 0);
  });

  it('says nothing of money not spent where a short-run price is missing, and says which', () => {
    const result = account(referenceCareers());
    expect(result.horizons[0]?.shortRunMarginal.pvGain).toBeNull();
    expect(result.problems.find(({ code }) => code === 'short-run-price-missing')?.values['services']).toBe(
      'prison, remand, compulsory, detox, care',
    );
  });

  it('a death of somebody in work is a loss, never a saving', () => {
    const dying = referenceStates();
    const [cohort] = dying['cohorts'] as Record<string, unknown>[];
    const states = [...(dying['states'] as object[]), { id: 'dead' }];
    const lives = (dead: number) =>
      account({
        ...dying,
        states,
        cohorts: [
          {
            ...cohort,
            with: { start: { 'open-work': 0.5, before: 0.5 }, transitions: { 'open-work': { dead } } },
            without: { start: { 'open-work': 0.1, before: 0.9 } },
          },
        ],
      });
    const [none, some] = [lives(0).horizons[3], lives(0.2).horizons[3]];
    expect(some?.pvGain).toBeLessThan(none?.pvGain ?? 0);
  });
});

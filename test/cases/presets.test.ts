import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, explained, type File, refusals, referenceStates } from './files.js';
import { spending, yearOfWork } from './preset-files.js';

/** Half the last printed digit. */
const CENT = 0.005;

function near(value: number | null | undefined, expected: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(CENT);
}

type Figures<P> = Extract<WelfareAccountResult['presetFigures'], { preset: P }>;

function figures<P extends 'valoris' | 'employment-clause' | 'job-factory'>(
  preset: P,
  file: File,
): Figures<P> {
  const { presetFigures } = account(file);
  if (presetFigures?.preset !== preset) throw new Error(`not ${preset}`);
  return presetFigures as Figures<P>;
}

const work = {
  grossWage: 20_000,
  employerContributions: 0.3,
  contributionsTo: { state: 1 },
  incomeTax: { state: 0.1, region: 0.02, municipality: 0.01 },
  vat: { state: 0.1 },
};

describe('the usual account', () => {
  it('has no figures of a preset, and society first', () => {
    const result = account(referenceStates());
    expect(result.preset).toBe('basta');
    expect(result.presetFigures).toBeNull();
    expect(result.headline).toMatchObject({ figure: 'horizons.1.npv', perspective: 'society' });
    expect(result.headline.value).toBe(result.horizons[0]?.npv);
  });

  it.each([
    ['months', 12],
    ['usefulness', { perFullTimeYear: 1, source: 'test' }],
  ])('refuses %s, which belong to a preset', (field, value) => {
    expect(refusals({ ...referenceStates(), [field]: value })).toEqual([`/${field}`]);
  });
});

describe('VALORIS', () => {
  const file = yearOfWork(
    'valoris',
    [
      {
        id: 'disability',
        name: 'Disability',
        entrants: 8,
        without: { care: 5_000, pension: 1_000 },
        work: { ...work, exemptions: { state: 6_000 } },
      },
      {
        id: 'other',
        name: 'Other',
        entrants: 2,
        work: { ...work, exemptions: { state: 6_000 }, subsidy: { paidBy: 'region', amount: 3_000 } },
      },
    ],
    {
      services: [spending('care', 'municipality'), spending('pension', 'state', 'transfer')],
      programmeCost: [
        { paidBy: 'municipality', perEntrant: 500, time: 0, source: 'test' },
        { paidBy: 'region', perEntrant: 100, time: 1, source: 'test', cohorts: ['other'] },
      ],
    },
  );
  const valoris = figures('valoris', file);
  const tax = 2_600;
  const vat = 0.1 * 17_400;

  it('is income tax, value added tax and avoided spending, less exemptions and grants', () => {
    const benefits = 10 * (tax + vat) + 8 * 6_000;
    const costs = 10 * 6_000 + 2 * 3_000 + 10 * 500 + 2 * 100;
    near(valoris.total.incomeTax, 10 * tax);
    near(valoris.total.vat, 10 * vat);
    near(valoris.total.avoidedSpending, 48_000);
    near(valoris.total.benefits, benefits);
    near(valoris.total.exemptions, 60_000);
    near(valoris.total.grants, 11_200);
    near(valoris.total.costs, costs);
    near(valoris.total.value, benefits - costs);
    near(valoris.perPerson.value, (benefits - costs) / 10);
    expect(valoris.people).toBe(10);
  });

  it('has classes that add up to the whole, one of them below nothing', () => {
    const [disability, other] = valoris.byClass;
    expect([disability?.label, disability?.people, other?.people]).toEqual(['Disability', 8, 2]);
    near(other?.perPerson.value, tax + vat - 6_000 - 3_000 - 500 - 100);
    expect(other?.total.value).toBeLessThan(0);
    near((disability?.total.value ?? 0) + (other?.total.value ?? 0), valoris.total.value ?? Number.NaN);
  });

  it('has levels of government that add up to the whole', () => {
    const levels = Object.fromEntries(valoris.byLevel.map(({ level, total }) => [level, total.value]));
    expect(Object.keys(levels)).toEqual(['municipality', 'region', 'state']);
    near(levels['municipality'], 10 * 200 + 8 * 5_000 - 10 * 500);
    near(levels['region'], 10 * 400 - 2 * 3_000 - 2 * 100);
    near(
      Object.values(levels).reduce<number>((sum, value) => sum + (value ?? 0), 0),
      valoris.total.value ?? Number.NaN,
    );
  });

  it('leaves contributions out, which is all that keeps it from the public budget', () => {
    const { publicBudget } = account(file).horizons[0] ?? {};
    near(publicBudget?.net, (valoris.perPerson.value ?? 0) + 0.3 * 20_000);
  });

  it('is what the account is asked for first, and can be explained', () => {
    const { headline, sensitivity, horizons } = account(file);
    expect(headline).toMatchObject({
      figure: 'preset.perPerson.value',
      value: valoris.perPerson.value,
      perspective: 'public-budget',
      label: 'value for public budgets in the year, per person',
    });
    expect(horizons.map(({ years }) => years)).toEqual([1]);
    expect(sensitivity[0]?.low).not.toBe(horizons[0]?.npv);
    near(explained(file, 'preset.levels.region.total.grants').value, 6_200);
  });

  it('has an interval of its own', () => {
    const ranged = {
      ...file,
      uncertainty: {
        draws: 200,
        inputs: { 'careers.disability.without.care': { distribution: 'uniform', low: 4_000, high: 6_000 } },
      },
    };
    const { interval } = account(ranged);
    expect(interval?.headline.of).toBe('preset.perPerson.value');
    const middle = ((interval?.headline.p5 ?? 0) + (interval?.headline.p95 ?? 0)) / 2;
    // A tenth of the range: what 200 draws of a uniform distribution keep to.
    expect(Math.abs(middle - (valoris.perPerson.value ?? 0))).toBeLessThan(160);
  });

  it.each([
    [
      'a discounted year',
      { conventions: { discounting: 'year-end', discountRate: 0.03 } },
      ['/conventions/discounting'],
    ],
    ['other years', { horizons: [2, 5], headlineHorizon: 5 }, ['/headlineHorizon', '/horizons']],
    [
      'an agency of no level',
      {
        agencies: [
          { id: 'state' },
          { id: 'region', level: 'region' },
          { id: 'municipality', level: 'municipality' },
          { id: 'employer', public: false },
        ],
      },
      ['/agencies/0/level'],
    ],
    [
      'people without work',
      { careers: [{ ...(file['careers'] as File[])[0], work: undefined }], programmeCost: [] },
      ['/careers/0/work'],
    ],
    [
      'a level that is none',
      { agencies: [...(file['agencies'] as File[]), { id: 'x', level: 'village' }] },
      ['/agencies/3/level'],
    ],
  ])('refuses %s', (_what, change, expected) => {
    expect(refusals({ ...file, ...change })).toEqual(expected);
  });

  it('refuses states', () => {
    const states = { ...referenceStates(), preset: 'valoris', conventions: { discounting: 'none' } };
    expect(refusals(states)).toEqual([
      '/agencies/0/level',
      '/agencies/1/level',
      '/agencies/2/level',
      '/cohorts',
      '/states',
    ]);
  });
});

describe('an employment clause', () => {
  const jobs = (more: File = {}, career: File = {}): File =>
    yearOfWork(
      'employment-clause',
      [
        {
          id: 'jobs',
          entrants: 4,
          without: { support: 8_000, care: 1_000 },
          work: { ...work, subsidy: { paidBy: 'state', amount: 10_000 } },
          ...career,
        },
      ],
      {
        services: [spending('support', 'municipality', 'transfer'), spending('care', 'region')],
        agencies: [
          { id: 'state', level: 'state' },
          { id: 'region' },
          { id: 'municipality', level: 'municipality', retainsExtraTax: 0.1 },
        ],
        programmeCost: [{ paidBy: 'municipality', perEntrant: 600, time: 0, source: 'test' }],
        ...more,
      },
    );
  const clause = figures('employment-clause', jobs());

  it('is what every level pays for a job and gets back, after equalisation', () => {
    const of = (agency: string) => clause.byAgency.find((one) => one.agency === agency);
    near(of('state')?.perJob.subsidies, 10_000);
    near(of('state')?.perJob.contributions, 6_000);
    near(of('municipality')?.perJob.incomeTax, 0.1 * 200);
    near(of('treasury')?.perJob.incomeTax, 0.9 * 200);
    near(of('municipality')?.perJob.benefitsSaved, 8_000);
    near(of('municipality')?.perJob.netCost, 600 - 20 - 8_000);
    near(of('region')?.perJob.servicesSaved, 1_000);
    expect([of('region')?.level, of('treasury')?.level]).toEqual([null, 'state']);
  });

  it('has a net public cost per job, the sum over its agencies', () => {
    near(clause.perJob.paid, 10_600);
    near(clause.perJob.returned, 6_000 + 2_600 + 1_740);
    near(clause.perJob.netCostBeforeSavings, 10_600 - 10_340);
    near(clause.perJob.saved, 9_000);
    near(clause.perJob.netCost, 260 - 9_000);
    near(
      clause.byAgency.reduce((sum, { perJob }) => sum + (perJob.netCost ?? 0), 0),
      clause.perJob.netCost ?? Number.NaN,
    );
    near(clause.total.netCost, 4 * (clause.perJob.netCost ?? 0));
    near(account(jobs()).horizons[0]?.publicBudget.net, -(clause.perJob.netCost ?? 0));
    expect([clause.jobs, clause.months]).toEqual([4, 12]);
  });

  it('lasts as many months as it says: flows by the month, the programme cost as it is', () => {
    const half = figures('employment-clause', jobs({ months: 6 }));
    expect(half.months).toBe(6);
    near(half.perJob.subsidies, 5_000);
    near(half.perJob.saved, 4_500);
    near(half.perJob.programmeCost, 600);
  });

  it('counts what is displaced', () => {
    const displaced = figures('employment-clause', jobs({}, { displacement: 0.5 }));
    const net = account(jobs({}, { displacement: 0.5 })).horizons[0]?.publicBudget.net ?? Number.NaN;
    near(displaced.perJob.netCost, -net);
    expect(displaced.perJob.contributions).toBeLessThan(clause.perJob.contributions ?? 0);
  });

  it('refuses jobs that only some hold', () => {
    expect(refusals(jobs({}, { successShare: 0.5 }))).toEqual(['/careers/0/successShare']);
    expect(refusals(jobs({ months: 0 }))).toEqual(['/months']);
  });
});

describe('a job factory', () => {
  const factory = (more: File = {}): File =>
    yearOfWork(
      'job-factory',
      [
        {
          id: 'residents',
          entrants: 10,
          without: { support: 6_000 },
          work: { ...work, fullTime: 0.8, exemptions: { state: 2_000 } },
        },
      ],
      {
        services: [spending('support', 'state', 'transfer')],
        programmeCost: [
          { paidBy: 'state', perEntrant: 12_000, time: 0, source: 'test' },
          { paidBy: 'region', perEntrant: 4_000, time: 0, source: 'test', startUp: true },
        ],
        usefulness: { perFullTimeYear: 7_000, source: 'a survey of residents' },
        ...more,
      },
    );
  const figure = figures('job-factory', factory());

  it('has a net public cost per full-time year, what began it apart', () => {
    const perPerson = 14_000 - (6_000 + 2_600 + 1_740) - 6_000;
    expect(figure.fullTimeYears).toBe(8);
    near(figure.total.netCost, 10 * perPerson);
    near(figure.perFullTimeYear.netCost, (10 * perPerson) / 8);
    near(figure.perFullTimeYear.programmeCost, (10 * 12_000) / 8);
    near(figure.startUp.perFullTimeYear, (10 * 4_000) / 8);
    near(
      figure.byAgency.reduce((sum, one) => sum + (one.perFullTimeYear.netCost ?? 0), 0),
      figure.perFullTimeYear.netCost ?? Number.NaN,
    );
  });

  it('shows usefulness to residents beside the money, and never adds it in', () => {
    expect(figure.usefulness).toEqual({
      perFullTimeYear: 7_000,
      total: 56_000,
      source: 'a survey of residents',
    });
    const without = account(factory({ usefulness: undefined }));
    const { horizons, presetFigures } = account(factory());
    expect(horizons).toEqual(without.horizons);
    expect({ ...presetFigures, usefulness: null }).toEqual(without.presetFigures);
  });

  it('needs work, and a source for usefulness', () => {
    const [career] = factory()['careers'] as File[];
    expect(
      refusals(factory({ careers: [{ ...career, work: undefined }], usefulness: { perFullTimeYear: 1 } })),
    ).toEqual(['/careers/0/work', '/usefulness/source']);
  });
});

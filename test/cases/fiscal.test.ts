import { beforeEach, describe, expect, it } from 'vitest';
import type { FiscalCostBenefitResult } from '../../src/core/result.js';
import { explained, type File, fiscal, fiscalFile, unit } from './files.js';

/** What doubles lose over a few operations. */
const RELATIVE = 1e-12;

function near(value: number | null | undefined, expected: number, what = ''): void {
  expect(Math.abs((value ?? Number.NaN) - expected), what).toBeLessThanOrEqual(
    RELATIVE * Math.max(1, Math.abs(expected)),
  );
}

/** The numbers of the plain file, each with where it is from. */
const evidence = Object.fromEntries(
  [
    ...['conventions.discountRate', 'targetPopulation', 'incidence', 'engagement', 'retention'],
    ...['impact', 'deadweight', 'obBenefits', 'obCosts', 'cashability.DWP'],
  ].map((name) => [name, { source: 'test' }]),
);

const codes = (file: File): readonly string[] => fiscal(file).problems.map(({ code }) => code);

describe('a hundred people, half of them due to the programme, a thousand saved by each', () => {
  let result: FiscalCostBenefitResult;
  beforeEach(() => {
    result = fiscal(fiscalFile());
  });

  it('gives the financial case and public value', () => {
    expect(result.participantsRetained).toBe(100);
    expect(result.perOutcome[0]).toMatchObject({ outcomesReached: 75, outcomesDue: 50, effect: 0.5 });
    expect(result).toMatchObject({
      ...{ pvCost: 25_000, pvFiscal: 50_000, pvCashable: 50_000, pvPublicValue: 50_000 },
      ...{ fiscalReturn: 2, cashableReturn: 2, netPresentBudgetImpact: 25_000 },
      ...{ benefitCostRatio: 2, netPresentPublicValue: 25_000 },
      ...{ paybackMonths: 6, discountedPaybackMonths: 6, discountedPaybackYear: 0 },
      breakEvenImpact: 0.5,
    });
  });

  it('gives them under the other reading of deadweight', () => {
    expect(result.deadweightReading).toBe('subtract');
    expect(result.otherReading).toMatchObject({
      ...{ deadweightReading: 'proportional', pvFiscal: 56_250, fiscalReturn: 2.25 },
      netPresentBudgetImpact: 31_250,
    });
    near(result.otherReading.breakEvenImpact, 1 / 3);
  });

  it('says who saves and who pays', () => {
    expect(result.perAgency).toEqual([
      { agency: 'DWP', fiscal: 50_000, cashable: 50_000, cost: 25_000, net: 25_000 },
    ]);
    expect(result.pvCostWithoutPayer).toBe(0);
  });

  it('explains every figure, of both readings', () => {
    expect(explained(fiscalFile(), 'fiscalReturn').words).toBe(
      'present value of fiscal savings ÷ present value of costs',
    );
    expect(explained(fiscalFile(), 'otherReading.fiscalReturn').label).toBe(
      'fiscal return, deadweight read the other way',
    );
    expect(explained(fiscalFile(), 'units.exit.value').value).toBe(1_000);
  });
});

describe('public value', () => {
  const units = [
    unit('benefit', 500, { transfer: true }),
    unit('health', 300, { agency: 'NHS' }),
    unit('earnings', 200, { agency: undefined, valueType: 'economic' }),
    unit('wellbeing', 100, { agency: undefined, valueType: 'social' }),
  ];
  let result: FiscalCostBenefitResult;
  beforeEach(() => {
    result = fiscal(fiscalFile({ units, cashability: { DWP: 1, NHS: 0.5 } }));
  });

  it('leaves transfers out and adds what others gain', () => {
    expect(result.pvFiscal).toBe(50 * 800);
    expect(result.pvTransfers).toBe(50 * 500);
    expect([result.pvEconomic, result.pvSocial]).toEqual([50 * 200, 50 * 100]);
    expect(result.pvPublicValue).toBe(50 * (300 + 200 + 100));
    expect(result.perYear).toEqual([
      {
        ...{ year: 0, discountFactor: 1, cost: 25_000, budgetImpact: 50 * 800 - 25_000 },
        ...{ agencies: { DWP: 50 * 500, NHS: 50 * 300 }, fiscal: 50 * 800, cashable: 50 * 650 },
        ...{ economic: 50 * 200, social: 50 * 100, transfers: 50 * 500, publicValue: 50 * 600 },
      },
    ]);
  });

  it('counts as cashable what each agency says', () => {
    expect(result.pvCashable).toBe(50 * (500 + 150));
    expect(result.perYear[0]?.cashable).toBe(50 * (500 + 150));
  });

  it('has no cashable total where an agency says nothing, and names it', () => {
    const silent = fiscal(fiscalFile({ units, cashability: { DWP: 1 } }));
    expect([silent.pvCashable, silent.cashableReturn, silent.perYear[0]?.cashable]).toEqual([
      null,
      null,
      null,
    ]);
    expect(silent.perAgency.map(({ cashable }) => cashable)).toEqual([50 * 500, null]);
    const [said] = silent.problems.filter(({ code }) => code === 'cashability-missing');
    expect(said).toMatchObject({ severity: 'warning', path: '/cashability', values: { agencies: 'NHS' } });
  });
});

describe('years', () => {
  it('begin with a lag and fade by the drop-off', () => {
    const result = fiscal(
      fiscalFile({ years: 4, lagYears: 1, dropOff: 0.5, conventions: { discounting: 'none' } }),
    );
    expect(result.perOutcome[0]?.netOutcomes.map(({ outcomes }) => outcomes)).toEqual([0, 50, 25, 12.5]);
    expect(result.pvFiscal).toBe(87_500);
  });

  it('fade from the first year where the convention says so', () => {
    const conventions = { discounting: 'none', dropOff: 'from-first-year' };
    expect(fiscal(fiscalFile({ years: 2, dropOff: 0.5, conventions })).pvFiscal).toBe(37_500);
  });

  it('are counted as far as costs and profiles go where the file does not say', () => {
    const file = fiscalFile({ years: undefined, profile: [1, 1], costs: [25_000, 0, 10] });
    const { perYear, problems } = fiscal(file);
    expect(perYear.map(({ fiscal: saved }) => saved)).toEqual([50_000, 50_000, 0]);
    expect(problems.find(({ code }) => code === 'horizon-not-given')?.values).toEqual({ years: 3 });
  });

  it.each([
    ['year-start', 1, 1 / 1.1],
    ['year-end', 1 / 1.1, 1 / 1.21],
    ['mid-year', 1 / Math.sqrt(1.1), 1 / Math.sqrt(1.1 * 1.21)],
    ['none', 1, 1],
  ])('are discounted by %s, year 0 being the first', (discounting, first, second) => {
    const file = fiscalFile({ years: 2, dropOff: 0, conventions: { discounting, discountRate: 0.1 } });
    const result = fiscal(file);
    result.perYear.forEach(({ discountFactor }, year) => near(discountFactor, [first, second][year]!));
    near(result.pvFiscal, 50_000 * (first + second));
    near(result.pvCost, 25_000 * first);
    expect(codes(file).includes('first-year-discounted')).toBe(first < 1);
  });

  it('are discounted by a schedule', () => {
    const discountRate = [
      { untilYear: 1, rate: 0.1 },
      { untilYear: 2, rate: 0.2 },
    ];
    const file = fiscalFile({
      years: 3,
      dropOff: 0,
      conventions: { discounting: 'year-start', discountRate },
    });
    near(fiscal(file).pvFiscal, 50_000 * (1 + 1 / 1.1 + 1 / 1.32));
  });
});

describe('costs', () => {
  it('come as amounts by year, or each with its year', () => {
    const years = { years: 3, dropOff: 0 };
    const listed = fiscal(fiscalFile({ ...years, costs: [20_000, 0, 5_000] }));
    const named = fiscal(
      fiscalFile({
        ...years,
        costs: [
          { id: 'later', year: 2, amount: 5_000, source: 'test' },
          { id: 'first', year: 0, amount: 20_000, source: 'test' },
        ],
      }),
    );
    expect(named.pvCost).toBe(listed.pvCost);
    expect(named.pvCostWithoutPayer).toBe(named.pvCost);
  });

  it('are asked for their payer and their source', () => {
    const more = { years: 2, dropOff: 0, costs: [20_000, 0] };
    const known = { ...evidence, dropOff: { source: 'test' } };
    const { problems } = fiscal(fiscalFile({ ...more, evidence: known }));
    expect(problems.filter(({ code }) => code === 'source-missing').map(({ path }) => path)).toEqual([
      '/costs/0',
    ]);
    expect(problems.find(({ code }) => code === 'payer-missing')?.path).toBe('/costs/0');
  });

  it('of nothing give no ratio', () => {
    const result = fiscal(fiscalFile({ costs: [] }));
    expect(result).toMatchObject({
      ...{ fiscalReturn: null, cashableReturn: null, benefitCostRatio: null },
      ...{ paybackMonths: null, discountedPaybackMonths: null, discountedPaybackYear: null },
      ...{ netPresentBudgetImpact: 50_000, breakEvenImpact: 0.25 },
    });
    expect(result.problems.map(({ code }) => code)).toContain('nothing-invested');
  });

  it('pay back in the year in which all of them are covered', () => {
    const conventions = { discounting: 'none' };
    const result = fiscal(fiscalFile({ years: 3, dropOff: 0, conventions, costs: [60_000, 60_000, 0] }));
    expect([result.paybackMonths, result.discountedPaybackYear]).toEqual([28.799999999999997, 2]);
    expect(result.perYear.map(({ budgetImpact }) => budgetImpact)).toEqual([-10_000, -10_000, 50_000]);
  });

  it('of a later year are due only then', () => {
    const conventions = { discounting: 'none' };
    const result = fiscal(fiscalFile({ years: 3, dropOff: 0, conventions, costs: [25_000, 0, 60_000] }));
    // Covered after half a year; what comes later has been saved by then.
    expect([result.paybackMonths, result.discountedPaybackMonths]).toEqual([6, 6]);
  });
});

describe('several outcomes', () => {
  const outcomes = [
    { id: 'jobs', outcome: 'In work' },
    {
      ...{ id: 'homes', outcome: 'In a home', retention: 0.5, impact: 0.6, deadweight: 0.1 },
      units: [unit('hostel', 2_000, { agency: 'council' })],
    },
  ];
  const file = fiscalFile({ outcomes, cashability: { DWP: 1, council: 0 } });
  let result: FiscalCostBenefitResult;
  beforeEach(() => {
    result = fiscal(file);
  });

  it('take from the file what they do not say', () => {
    expect(result.perOutcome.map(({ id, outcomesDue }) => [id, outcomesDue])).toEqual([
      ['jobs', 50],
      ['homes', 25],
    ]);
    expect(result.pvByAgency).toEqual({ DWP: 50_000, council: 50_000 });
    expect(result.participantsRetained).toBeNull();
    expect(result.targetPopulation).toBe(100);
  });

  it('are told one by one', () => {
    const rent = unit('rent', 1_000, { agency: 'council', transfer: true });
    const hostel = unit('hostel', 2_000, { agency: 'council' });
    const { perOutcome } = fiscal({
      ...file,
      outcomes: outcomes.map((each, at) => ({ ...each, ...(at === 1 && { units: [hostel, rent] }) })),
    });
    expect(perOutcome[1]).toEqual({
      ...{ id: 'homes', incidence: 1, participantsRetained: 50, impact: 0.6, deadweight: 0.1, effect: 0.5 },
      ...{ outcomesReached: 30, outcomesDue: 25, netOutcomes: [{ year: 0, outcomes: 25 }] },
      optimismBias: { value: 0, from: 'file', grade: null },
      // The rent is saved and is no public value.
      ...{ pvFiscal: 75_000, pvPublicValue: 50_000 },
      ...{ breakEvenImpact: 0.1 - 25_000 / 150_000, breakEvenReachable: false },
    });
    expect(perOutcome[0]).toMatchObject({ id: 'jobs', pvFiscal: 50_000, pvPublicValue: 50_000 });
  });

  it('break even each with the others as they are', () => {
    const [jobs, homes] = result.perOutcome;
    // Each saves 50,000 and 100,000 if all succeeded, so that without it 25,000 are left over.
    expect([jobs?.breakEvenImpact, homes?.breakEvenImpact]).toEqual([0, -0.15]);
    expect([jobs?.breakEvenReachable, homes?.breakEvenReachable]).toEqual([true, false]);
    expect(result.breakEvenImpact).toBeNull();
  });

  it('have numbers of their own by name', () => {
    const ranged = fiscal({
      ...file,
      evidence: { 'outcomes.homes.impact': { source: 'a survey', grade: 2 } },
      uncertainty: {
        draws: 200,
        inputs: { 'outcomes.homes.impact': { distribution: 'uniform', low: 0.5, high: 0.7 } },
      },
    });
    const known = ranged.assumptions.find(({ input }) => input === 'outcomes.homes.impact');
    expect(known).toMatchObject({ source: 'a survey', grade: 2, label: 'impact, In a home' });
    expect(ranged.interval?.fiscalReturn.p5).toBeLessThan(ranged.fiscalReturn ?? 0);
  });

  it('may have a drop-off of their own where the file gives a profile', () => {
    const own = fiscal(
      fiscalFile({
        ...{ years: 2, profile: [1, 0.5], conventions: { discounting: 'none' } },
        outcomes: [{ id: 'a' }, { id: 'b', dropOff: 0 }],
      }),
    );
    expect(own.perOutcome.map(({ netOutcomes }) => netOutcomes[1]?.outcomes)).toEqual([25, 50]);
  });
});

describe('optimism bias', () => {
  const open = { obBenefits: undefined, obCosts: undefined };

  it('is taken as it is given', () => {
    const result = fiscal(fiscalFile({ obBenefits: -0.2, obCosts: 0.1 }));
    near(result.pvFiscal, 40_000);
    near(result.pvCost, 27_500);
    expect(result.optimismBias).toMatchObject({ costs: { from: 'file', grade: null }, table: null });
  });

  it('follows from grades of confidence, of which the worst decides', () => {
    const file = fiscalFile({ ...open, confidence: { costs: 3, population: 2, effect: 5 } });
    const result = fiscal(file);
    near(result.pvCost, 27_500);
    near(result.pvFiscal, 37_500);
    expect(result.optimismBias).toMatchObject({
      costs: { value: 0.1, from: 'grades', grade: 3 },
      rule: 'most-cautious',
      table: { verified: false },
    });
    expect(result.perOutcome[0]?.optimismBias).toEqual({ value: -0.25, from: 'grades', grade: 5 });
    const said = result.problems.filter(({ code }) => code === 'optimism-bias-unverified');
    expect(said.map(({ values }) => values['percent'])).toEqual([-25, 10]);
    expect(result.assumptions.find(({ input }) => input === 'obBenefits')?.method).toBe(
      'confidence grade 2 of population, 5 of effect; the worst, 5, decides',
    );
  });

  it('may follow from a table of the file’s own', () => {
    const optimismBias = { source: 'our board', grades: [{ grade: 3, costs: 0.3, benefits: -0.5 }] };
    const result = fiscal(fiscalFile({ ...open, confidence: { costs: 3, effect: 3 }, optimismBias }));
    near(result.fiscalReturn, 25_000 / 32_500);
    expect(result.optimismBias.table).toEqual({ source: 'our board', verified: null });
    expect(result.problems.map(({ code }) => code)).not.toContain('optimism-bias-unverified');
  });

  it('of an outcome comes before that of the file', () => {
    const outcomes = [{ id: 'a' }, { id: 'b', confidence: { effect: 6 } }, { id: 'c', obBenefits: -0.5 }];
    const result = fiscal(fiscalFile({ outcomes }));
    near(result.pvFiscal, 50_000 * (1 + 0.6 + 0.5));
  });

  it('is counted as none where nobody says it, and that is said', () => {
    const { problems, pvFiscal } = fiscal(fiscalFile(open));
    expect(pvFiscal).toBe(50_000);
    const missing = problems.filter(({ code }) => code === 'optimism-bias-missing');
    expect(missing.map(({ path, severity }) => [path, severity])).toEqual([
      ['/obBenefits', 'warning'],
      ['/obCosts', 'warning'],
    ]);
  });
});

describe('what a reader must know', () => {
  it('is nothing of a file that says everything', () => {
    expect(codes(fiscalFile({ evidence }))).toEqual(['no-range']);
  });

  it.each<[string, File, string]>([
    ['deadweight nobody assessed', { deadweight: null }, '/deadweight not-assessed'],
    ['a drop-off nobody assessed', { years: 2 }, '/dropOff not-assessed'],
    ['no deadweight at all', { deadweight: 0 }, '/deadweight deadweight-none'],
    ['more without the programme than with it', { deadweight: 0.8 }, '/deadweight deadweight-above-impact'],
    ['more cases than people', { incidence: 3 }, '/incidence more-cases-than-people'],
    ['an effect that never fades', { years: 3, dropOff: 0 }, '/dropOff drop-off-none'],
    ['a profile that never fades', { years: 3, profile: [1, 1, 1] }, '/profile drop-off-none'],
    [
      'a value without a source',
      { units: [unit('exit', 1, { source: undefined })] },
      '/units/0/value source-missing',
    ],
    ['an impact without a source', { impact: 0.6 }, '/impact source-missing'],
    ['a profile without a source, once', { years: 3, profile: [1, 0.5, 0.2] }, '/profile source-missing'],
    [
      'a benefit that is not said to be a transfer',
      { units: [unit('exit', 1_000, { transfer: undefined, description: 'Jobseekers allowance' })] },
      '/units/0 transfer-not-said',
    ],
    [
      'a benefit that is said to be none',
      { units: [unit('income-support', 1_000)] },
      '/units/0 transfer-denied',
    ],
    [
      'a price of another year',
      { units: [unit('exit', 1_000, { priceYear: '2012/13' })] },
      '/units/0/priceYear price-year-mixed',
    ],
    [
      'values that no agency has',
      { units: [unit('pay', 1_000, { agency: undefined, valueType: 'economic' })], cashability: {} },
      '/units no-agency-saves',
    ],
    ['a reading that decides', { costs: [53_000] }, '/deadweightReading deadweight-reading-decides'],
    ['a ratio far above others', { costs: [2_000] }, ' ratio-very-high'],
    [
      'more years than the period',
      { basis: 'evaluation', years: 4, dropOff: 0.1 },
      '/years horizon-beyond-evidence',
    ],
  ])('%s', (_what, more, expected) => {
    const said = fiscal(fiscalFile(more)).problems.map(({ path, code }) => `${path} ${code}`);
    expect(said).toContain(expected);
  });

  it('is not that a benefit is a transfer where the file says so, nor that health is a benefit', () => {
    const units = [
      unit('income-support', 1_000, { transfer: true }),
      unit('health', 10, { transfer: undefined, description: 'Fiscal benefit from better health' }),
    ];
    expect(codes(fiscalFile({ evidence, units }))).toEqual(['no-range']);
  });
});

describe('numbers', () => {
  it('may be parameters, with their evidence and ranges', () => {
    const file = fiscalFile({
      parameters: { part: { value: 0.5, source: 'a survey' }, half: { value: 0.5 } },
      impact: { of: 'part' },
      deadweight: { of: ['part', 'half'] },
      uncertainty: {
        draws: 300,
        inputs: { 'parameters.part': { distribution: 'uniform', low: 0.4, high: 0.6 } },
      },
    });
    const result = fiscal(file);
    expect(result.pvFiscal).toBe(25_000);
    // Both rest on one guess: the return lies between 0.2 and 0.3 of the target population.
    expect(result.interval?.fiscalReturn.p2_5).toBeGreaterThan(0.8);
    expect(result.interval?.fiscalReturn.p97_5).toBeLessThan(1.2);
  });

  it('are converted from the year they stand in', () => {
    const file = fiscalFile({
      evidence,
      units: [unit('exit', 1_000, { priceYear: '2012/13' })],
      conversions: { 'units.exit.value': { fromYear: 2012, toYear: 2015, factor: 1.05, source: 'test' } },
    });
    near(fiscal(file).pvFiscal, 52_500);
    expect(codes(file)).toEqual(['no-range']);
    const cost = { id: 'work', year: 0, amount: 25_000, paidBy: 'DWP', priceYear: 2014, source: 'test' };
    const conversions = { 'costs.work': { fromYear: 2014, toYear: 2015, factor: 1.02, source: 'test' } };
    near(fiscal(fiscalFile({ costs: [cost], conversions })).pvCost, 25_500);
  });

  it('that do not vary give every draw the point estimate', () => {
    const file = fiscalFile({
      uncertainty: {
        draws: 100,
        inputs: { impact: { distribution: 'discrete', values: [0.75], weights: [1] } },
      },
    });
    const { interval } = fiscal(file);
    expect([interval?.fiscalReturn.p5, interval?.netPresentPublicValue.p95]).toEqual([2, 25_000]);
    expect(interval?.fiscalReturn.probabilityAboveOne).toBe(1);
  });

  it('whose ratio does not exist in some draws are said', () => {
    const range = { distribution: 'discrete', values: [0, 100], weights: [1, 1] };
    const file = fiscalFile({
      costs: [{ id: 'all', year: 0, amount: 100, paidBy: 'DWP', source: 'test' }],
      uncertainty: { draws: 1_000, inputs: { 'costs.all': range } },
    });
    expect(codes(file)).toContain('undefined-in-draws');
  });

  it('move the fiscal return, and break even where they can', () => {
    const { sensitivity } = fiscal(fiscalFile({ obBenefits: -0.1 }));
    const bias = sensitivity.find(({ input }) => input === 'obBenefits');
    near(bias?.switchingValue, -0.5);
    expect(bias?.reachable).toBe(true);
    const cost = sensitivity.find(({ input }) => input === 'costs.0');
    near(cost?.switchingValue, 45_000);
    near(sensitivity.find(({ input }) => input === 'impact')?.switchingValue, 0.25 + 0.25 / 0.9);
  });
});

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- files are broken on purpose */
import { describe, expect, it } from 'vitest';
import { checkAssessment } from '../../src/assessments/assessments.contract.js';
import { type File, fiscalFile, refusals, unit } from '../cases/files.js';

function changed(change: (copy: any) => void, file = fiscalFile()): File {
  const copy = structuredClone(file);
  change(copy);
  return copy;
}

/** Two outcomes that say for themselves what is not the same. */
const several = (): File =>
  fiscalFile({
    outcomes: [
      { id: 'jobs', impact: 0.5 },
      { id: 'homes', units: [unit('hostel', 500)] },
    ],
  });

describe('a fiscal cost–benefit file', () => {
  it.each([
    ['with one outcome', fiscalFile()],
    ['with several', several()],
    ['without costs, cashability or agencies', fiscalFile({ costs: [], cashability: undefined })],
    [
      'with a financial year at a turn of the century',
      fiscalFile({ units: [unit('a', 1, { priceYear: '1999/00' })] }),
    ],
    [
      'with a parameter in every place',
      fiscalFile({
        parameters: { half: { value: 0.5 }, many: { value: 100 }, none: { value: 0 } },
        ...{ targetPopulation: { of: 'many' }, incidence: { of: 'half' }, engagement: { of: 'half' } },
        ...{ retention: { of: 'half' }, impact: { of: 'half' }, deadweight: { of: ['half', 'half'] } },
        ...{ profile: [{ of: 'half' }], obBenefits: { of: 'none' }, obCosts: { of: 'half' } },
        ...{ cashability: { DWP: { of: 'half' } }, costs: [{ of: ['many', 'many'] }] },
        units: [unit('exit', 0, { value: { of: ['many', 'half'] } })],
      }),
    ],
    [
      'with an agency by the name of a field of every object',
      fiscalFile({
        units: [unit('exit', 1, { agency: 'constructor' })],
        cashability: { constructor: 0.5 },
        costs: [{ year: 0, amount: 1, paidBy: 'toString' }],
      }),
    ],
  ])('%s passes', (_what, file) => {
    expect(refusals(file)).toEqual([]);
  });

  it.each([
    'targetPopulation',
    'deadweightReading',
    'costs',
    'incidence',
    'engagement',
    'retention',
    'impact',
    'units',
  ])('is refused without %s', (field) => {
    expect(refusals(changed((file) => (file[field] = undefined)))).toEqual([`/${field}`]);
  });

  it.each<[string, string, (file: any) => void]>([
    ['a reading that is none', '/deadweightReading', (file) => (file.deadweightReading = 'both')],
    ['an impact above all', '/impact', (file) => (file.impact = 1.2)],
    [
      'an impact its parameter takes above all',
      '/impact',
      (file) => {
        file.parameters = { more: { value: 2 } };
        file.impact = { of: 'more' };
      },
    ],
    ['fewer people than none', '/targetPopulation', (file) => (file.targetPopulation = -1)],
    ['fewer cases than none', '/incidence', (file) => (file.incidence = -0.1)],
    ['deadweight below 0', '/deadweight', (file) => (file.deadweight = -0.1)],
    ['a share of a profile above all', '/profile/0', (file) => (file.profile = [1.1])],
    ['an empty profile', '/profile', (file) => (file.profile = [])],
    [
      'a profile beside a drop-off',
      '/dropOff',
      (file) => {
        file.profile = [1];
        file.dropOff = 0.1;
      },
    ],
    [
      'a profile beside a lag',
      '/lagYears',
      (file) => {
        file.profile = [1];
        file.lagYears = 0;
      },
    ],
    ['half a year of lag', '/lagYears', (file) => (file.lagYears = 0.5)],
    ['a lag beyond the years', '/lagYears', (file) => (file.lagYears = 1)],
    ['a profile beyond the years', '/profile', (file) => (file.profile = [1, 0.5])],
    ['a cost beyond the years', '/costs/0/year', (file) => (file.costs[0].year = 1)],
    ['a cost in a list beyond the years', '/costs/1', (file) => (file.costs = [1, 2])],
    ['more than a hundred years', '/years', (file) => (file.years = 101)],
    ['no years', '/years', (file) => (file.years = 0)],
    [
      'a year beyond the schedule',
      '/years',
      (file) => {
        file.conventions.discountRate = [{ untilYear: 2, rate: 0.03 }];
        file.years = 4;
        file.dropOff = 0;
      },
    ],
    [
      'a cost beyond the schedule',
      '/costs/0/year',
      (file) => {
        file.conventions.discountRate = [{ untilYear: 2, rate: 0.03 }];
        delete file.years;
        file.costs[0].year = 3;
      },
    ],
    ['benefits corrected upwards', '/obBenefits', (file) => (file.obBenefits = 0.1)],
    ['more than all benefits taken off', '/obBenefits', (file) => (file.obBenefits = -1.1)],
    ['costs corrected downwards', '/obCosts', (file) => (file.obCosts = -0.1)],
    ['a correction beside grades', '/obBenefits', (file) => (file.confidence = { effect: 3 })],
    ['a correction of costs beside a grade', '/obCosts', (file) => (file.confidence = { costs: 3 })],
    [
      'a grade there is not',
      '/confidence/costs',
      (file) => ((file.obCosts = null), (file.confidence = { costs: 7 })),
    ],
    ['a kind of grade there is not', '/confidence/age', (file) => (file.confidence = { age: 3 })],
    [
      'a grade that its own table lacks',
      '/confidence/effect',
      (file) => {
        delete file.obBenefits;
        file.confidence = { effect: 3 };
        file.optimismBias = { grades: [{ grade: 2, costs: 0.1, benefits: -0.1 }] };
      },
    ],
    [
      'a table with a grade twice',
      '/optimismBias/grades/1/grade',
      (file) => {
        const grade = { grade: 2, costs: 0.1, benefits: -0.1 };
        file.optimismBias = { grades: [grade, grade] };
      },
    ],
    [
      'a table that raises benefits',
      '/optimismBias/grades/0/benefits',
      (file) => {
        file.optimismBias = { grades: [{ grade: 2, costs: 0.1, benefits: 0.1 }] };
      },
    ],
    ['a fiscal value that nobody saves', '/units/0/agency', (file) => delete file.units[0].agency],
    ['a kind of value there is not', '/units/0/valueType', (file) => (file.units[0].valueType = 'moral')],
    [
      'an economic value as a transfer',
      '/units/0/transfer',
      (file) => {
        file.units.unshift(unit('pay', 1, { valueType: 'economic', transfer: true }));
      },
    ],
    ['no units in the list', '/units', (file) => (file.units = [])],
    ['two units of one id', '/units/1/id', (file) => file.units.push(file.units[0])],
    ['a unit of a name for no figure', '/units/0/id', (file) => (file.units[0].id = 'a.b')],
    ['a financial year of two years', '/units/0/priceYear', (file) => (file.units[0].priceYear = '2012/14')],
    ['a price year in words', '/units/0/priceYear', (file) => (file.units[0].priceYear = 'last year')],
    [
      'an agency nobody declared',
      '/units/0/agency',
      (file) => {
        file.agencies = [{ id: 'DWP' }];
        file.units[0].agency = 'DPW';
        file.cashability = {};
      },
    ],
    [
      'a payer nobody declared',
      '/costs/0/paidBy',
      (file) => {
        file.agencies = [{ id: 'DWP' }];
        file.costs[0].paidBy = 'DPW';
      },
    ],
    ['two agencies of one id', '/agencies/1/id', (file) => (file.agencies = [{ id: 'DWP' }, { id: 'DWP' }])],
    ['cashability of an agency that saves nothing', '/cashability/NHS', (file) => (file.cashability.NHS = 1)],
    ['more than all of a saving cashable', '/cashability/DWP', (file) => (file.cashability.DWP = 1.5)],
    ['a cost below 0', '/costs/0/amount', (file) => (file.costs[0].amount = -1)],
    ['a cost without an amount', '/costs/0/amount', (file) => delete file.costs[0].amount],
    [
      'costs in two ways',
      '/costs/1',
      (file) => {
        file.years = 2;
        file.costs.push(5);
      },
    ],
    [
      'a cost of nothing but a name',
      '/costs/0/amount',
      (file) => (file.costs = [{ year: 0, description: 'staff' }]),
    ],
    [
      'two costs of one id',
      '/costs/1/id',
      (file) => {
        file.costs = [1, 2].map((amount) => ({ id: 'staff', year: 0, amount }));
      },
    ],
    [
      'an id for one cost and none for another',
      '/costs/1/id',
      (file) => {
        file.costs = [
          { id: '1', year: 0, amount: 1 },
          { year: 0, amount: 2 },
        ];
      },
    ],
    [
      'a conversion that begins elsewhere',
      '/conversions/units.exit.value/fromYear',
      (file) => {
        file.units[0].priceYear = '2012/13';
        file.conversions = { 'units.exit.value': { fromYear: 2013, toYear: 2015, factor: 1 } };
      },
    ],
    [
      'a conversion of a price at its year',
      '/conversions/units.exit.value/fromYear',
      (file) => {
        file.conversions = { 'units.exit.value': { fromYear: 2013, toYear: 2015, factor: 1 } };
      },
    ],
    [
      'a conversion of nothing',
      '/conversions/units.other.value',
      (file) => {
        file.conversions = { 'units.other.value': { fromYear: 2012, toYear: 2015, factor: 1 } };
      },
    ],
    [
      'evidence for nothing',
      '/evidence/outcomes.jobs.impact',
      (file) => {
        file.evidence = { 'outcomes.jobs.impact': { source: 'x' } };
      },
    ],
    [
      'compounding forward',
      '/conventions/discounting',
      (file) => {
        file.conventions = { discounting: 'compound-forward', factors: { 2015: 1 } };
      },
    ],
    [
      'a way of combining deductions',
      '/conventions/deductions',
      (file) => (file.conventions.deductions = 'multiply'),
    ],
    [
      'a meaning of attribution',
      '/conventions/attributionMeans',
      (file) => (file.conventions.attributionMeans = 'share-claimed'),
    ],
    ['a field of another kind', '/inputs', (file) => (file.inputs = [])],
  ])('is refused with %s', (_what, pointer, change) => {
    expect(refusals(changed(change))).toEqual([pointer]);
  });

  it.each<[string, string, (file: any) => void]>([
    [
      'an impact nobody says',
      '/outcomes/0/impact',
      (file) => {
        delete file.impact;
        delete file.outcomes[0].impact;
        file.outcomes[1].impact = 0.5;
      },
    ],
    ['no outcome in the list', '/outcomes', (file) => (file.outcomes = [])],
    ['two outcomes of one id', '/outcomes/1/id', (file) => (file.outcomes[1].id = 'jobs')],
    [
      'two units of one id',
      '/outcomes/1/units/1/id',
      (file) => file.outcomes[1].units.push(unit('hostel', 1)),
    ],
    [
      'a grade of costs for one outcome',
      '/outcomes/0/confidence/costs',
      (file) => (file.outcomes[0].confidence = { costs: 3 }),
    ],
    ['people of its own', '/outcomes/0/targetPopulation', (file) => (file.outcomes[0].targetPopulation = 5)],
    [
      'a lag of its own beside the profile of all',
      '/outcomes/0/lagYears',
      (file) => {
        file.profile = [1];
        file.outcomes[0].lagYears = 0;
      },
    ],
  ])('of several outcomes is refused with %s', (_what, pointer, change) => {
    expect(refusals(changed(change, several()))).toEqual([pointer]);
  });

  it('is refused where nobody says how outcomes come about', () => {
    const bare = changed((file) => {
      for (const name of ['impact', 'incidence']) file[name] = undefined;
    }, several());
    expect(refusals(bare)).toEqual(['/outcomes/0/incidence', '/outcomes/1/impact', '/outcomes/1/incidence']);
  });

  it('is refused where it would take too many amounts', () => {
    const units = Array.from({ length: 200 }, (_, at) => unit(`U${at}`, 1));
    const outcomes = Array.from({ length: 20 }, (_, at) => ({ id: `O${at}` }));
    expect(refusals(fiscalFile({ years: 100, dropOff: 0, units, outcomes }))).toEqual(['/outcomes']);
  });

  it.each<[string, File]>([
    ['obBenefits', { distribution: 'uniform', low: -0.2, high: 0.1 }],
    ['obCosts', { distribution: 'uniform', low: -0.1, high: 0.2 }],
    ['incidence', { distribution: 'normal', mean: 0.5, sd: 0.1 }],
    ['targetPopulation', { distribution: 'triangular', low: -1, mode: 5, high: 9 }],
    ['costs.0', { distribution: 'uniform', low: -5, high: 5 }],
    ['impact', { distribution: 'uniform', low: 0.5, high: 1.5 }],
    ['cashability.DWP', { distribution: 'uniform', low: 0.5, high: 1.5 }],
  ])('is refused with a range that takes %s where it cannot be', (name, range) => {
    const file = fiscalFile({ uncertainty: { draws: 100, inputs: { [name]: range } } });
    expect(refusals(file)).toEqual([`/uncertainty/inputs/${name}`]);
  });

  it('names every problem at once, of shapes and of rules', () => {
    const bad = changed((file) => {
      file.impact = 2;
      file.units[0].transfer = 'no';
      file.costs[0].year = 5;
      file.cashability.NHS = 1;
      file.surprise = 1;
    });
    expect(refusals(bad)).toEqual([
      '/cashability/NHS',
      '/costs/0/year',
      '/impact',
      '/surprise',
      '/units/0/transfer',
    ]);
  });

  it('says of a kind it does not know which there are', () => {
    const reading = checkAssessment({ ...fiscalFile(), kind: 'fiscal' });
    expect(reading.ok ? '' : reading.refusals[0]?.message).toContain('"fiscal-cost-benefit"');
  });
});

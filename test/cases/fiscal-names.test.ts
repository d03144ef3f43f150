import { describe, expect, it } from 'vitest';
import { figureNames } from '../../src/assessments/assessments.service.js';
import { explained, type File, fiscal, fiscalFile, prepared, unit } from './files.js';

const names = (file: File): readonly string[] => figureNames(prepared(file));
const inputs = (file: File, begin = ''): readonly string[] =>
  fiscal(file)
    .assumptions.map(({ input }) => input)
    .filter((input) => input.startsWith(begin));
const labelled = (file: File, figure: string): string => explained(file, figure).label;
const said = (file: File, code: string) =>
  fiscal(file)
    .problems.filter((problem) => problem.code === code)
    .map(({ path, values }) => [path, values] as const);

const two = {
  outcomes: [
    { id: 'jobs', outcome: 'In work', impact: 0.6, obBenefits: -0.1 },
    { id: 'homes', deadweight: 0.1, units: [unit('hostel', 2_000, { description: 'A hostel bed' })] },
  ],
};

describe('figures under the reading of deadweight that the file does not use', () => {
  const other = (file: File) =>
    names(file)
      .filter((name) => name.startsWith('otherReading.'))
      .map((name) => name.replace('otherReading.', ''));

  it('are those that differ, and the headlines', () => {
    expect(other(fiscalFile()).sort()).toEqual([
      'agencies.DWP.cashable',
      'agencies.DWP.net',
      'benefitCostRatio',
      'breakEvenImpact',
      'cashableReturn',
      'discountedPaybackMonths',
      'discountedPaybackYear',
      'fiscalReturn',
      'netPresentBudgetImpact',
      'netPresentPublicValue',
      'paybackMonths',
      'perOutcome.outcome.effect',
      'perOutcome.outcome.outcomesDue',
      'pvCashable',
      'pvFiscal',
      'pvPublicValue',
    ]);
  });

  it('are the headlines too where nothing differs, as with costs of nothing', () => {
    const free = other(fiscalFile({ costs: [] }));
    for (const headline of ['pvFiscal', 'fiscalReturn', 'netPresentBudgetImpact', 'breakEvenImpact'])
      expect(free).toContain(headline);
    expect(free).not.toContain('pvCost');
  });

  it('are none of what each year brings of one kind', () => {
    const units = [unit('exit', 1_000), unit('pride', 10, { agency: undefined, valueType: 'social' })];
    const inYear = other(fiscalFile({ units, years: 2, dropOff: 0.5 })).filter((name) =>
      /^perYear\.\d\.[a-z]/.test(name),
    );
    expect(inYear).toEqual([
      'perYear.0.fiscal',
      'perYear.1.fiscal',
      'perYear.1.present.fiscal',
      'perYear.0.budgetImpact',
    ]);
  });

  it('say so in their labels', () => {
    expect(labelled(fiscalFile(two), 'otherReading.perOutcome.jobs.effect')).toBe(
      'effect, net of deadweight, In work, deadweight read the other way',
    );
  });
});

describe('figures', () => {
  it.each([
    ['perOutcome.outcome.participantsRetained', 'participants who stay'],
    ['perOutcome.outcome.outcomesReached', 'outcomes that come about'],
    ['perOutcome.outcome.discountedYears', 'years of effect, discounted'],
    ['perOutcome.outcome.units.exit', 'value of “exit”, in current prices and corrected for optimism'],
    ['perOutcome.outcome.pvPublicValue', 'present value of public value'],
    ['pvFiscal', 'present value of fiscal savings'],
    ['pvCost', 'present value of costs'],
    ['pvCashable', 'present value of cashable savings'],
    ['pvTransfers', 'present value of transfers'],
    ['pvEconomic', 'present value of economic value'],
    ['pvSocial', 'present value of social value'],
    ['pvPublicValue', 'present value of public value'],
    ['fiscalReturn', 'fiscal return'],
    ['cashableReturn', 'cashable fiscal return'],
    ['benefitCostRatio', 'public value for each unit of cost'],
    ['netPresentBudgetImpact', 'net present budget impact'],
    ['netPresentPublicValue', 'net present public value'],
    ['paybackMonths', 'payback in months'],
    ['discountedPaybackMonths', 'discounted payback in months'],
    ['discountedPaybackYear', 'year of discounted payback'],
    ['breakEvenImpact', 'impact at which the agencies save what is spent'],
    ['perOutcome.outcome.breakEvenImpact', 'impact at which the agencies save what is spent'],
    ['pvCostWithoutPayer', 'present value of costs whose payer is not said'],
    ['agencies.DWP.fiscal', 'present value saved by DWP'],
    ['agencies.DWP.cashable', 'present value saved by DWP, cashable'],
    ['agencies.DWP.cost', 'present value of what DWP pays'],
    ['agencies.DWP.net', 'net result of DWP'],
    ['perYear.0.agencies.DWP', 'saved by DWP in year 0'],
    ['perYear.0.present.cost', 'cost in year 0, present value'],
    ['perYear.0.present.fiscal', 'saved by the agencies in year 0, present value'],
    ['perYear.0.fiscal', 'saved by the agencies in year 0'],
    ['perYear.0.cost', 'cost in year 0'],
    ['perYear.0.budgetImpact', 'saved less spent in year 0, present value'],
    ['perYear.0.transfers', 'transfers in year 0'],
    ['perYear.0.economic', 'economic value in year 0'],
    ['perYear.0.social', 'social value in year 0'],
    ['perYear.0.publicValue', 'public value in year 0'],
    ['perYear.0.cashable', 'cashable in year 0'],
  ])('of a file with one outcome: %s', (figure, label) => {
    expect(labelled(fiscalFile(), figure)).toBe(label);
  });

  it.each([
    ['perOutcome.jobs.discountedYears', 'years of effect, discounted, In work'],
    ['perOutcome.homes.discountedYears', 'years of effect, discounted, homes'],
    [
      'perOutcome.homes.units.hostel',
      'value of “A hostel bed”, in current prices and corrected for optimism',
    ],
    ['perOutcome.jobs.pvFiscal', 'present value of fiscal savings, In work'],
    ['perOutcome.jobs.outcomesDue', 'outcomes due to the programme, In work'],
    ['perOutcome.homes.netOutcomes.0', 'net outcomes in year 0, homes'],
    ['perOutcome.jobs.breakEvenImpact', 'impact at which the agencies save what is spent, In work'],
  ])('of an outcome among several say of which: %s', (figure, label) => {
    expect(labelled(fiscalFile(two), figure)).toBe(label);
  });

  it('call an agency by the name it has', () => {
    const agencies = [{ id: 'NHS' }, { id: 'DWP', name: 'Department for Work and Pensions' }];
    const label = (file: File) => labelled(file, 'agencies.DWP.fiscal');
    expect(label(fiscalFile({ agencies }))).toBe('present value saved by Department for Work and Pensions');
    expect(labelled(fiscalFile({ agencies }), 'cashability.DWP')).toBe(
      'cashable share of what Department for Work and Pensions saves',
    );
    expect(label(fiscalFile({ agencies: [] }))).toBe('present value saved by DWP');
    expect(label(fiscalFile({ agencies: [{ id: 'DWP' }] }))).toBe('present value saved by DWP');
  });
});

describe('the working of a figure', () => {
  it('discounts what is spent, and not the nothing of other years', () => {
    const costs = [
      { year: 0, amount: 100 },
      { year: 2, amount: 50 },
    ];
    expect(explained(fiscalFile({ years: 3, dropOff: 0, costs }), 'pvCost').words).toBe(
      'cost in year 0 + cost in year 2, present value',
    );
  });

  it('counts an outcome only where it is worth something of the kind', () => {
    const [jobs, homes] = two.outcomes;
    const units = [unit('exit', 1_000), unit('pride', 10, { agency: undefined, valueType: 'social' })];
    const file = fiscalFile({ years: 2, dropOff: 0, outcomes: [{ ...jobs, units }, homes] });
    expect(explained(file, 'perYear.1.social').words).toBe(
      'net outcomes in year 1, In work × value of “pride”, in current prices and corrected for optimism',
    );
  });

  it('of the break-even impact takes nothing off where there is no other outcome', () => {
    expect(explained(fiscalFile(), 'breakEvenImpact').words).toBe(
      '(present value of costs ÷ (participants who stay × value of “exit”, in current prices and corrected for optimism)) + deadweight',
    );
    expect(explained(fiscalFile(two), 'perOutcome.jobs.breakEvenImpact').words).toContain(
      '(present value of costs − (present value of fiscal savings − ',
    );
  });
});

describe('costs', () => {
  const spent = (more: File): File => ({ year: 0, amount: 100, source: 'test', ...more });

  it('are called by their year, or by what they are for', () => {
    const file = fiscalFile({ costs: [spent({ id: 'a' }), spent({ id: 'b', description: 'rent' })] });
    expect(labelled(file, 'costs.a')).toBe('programme cost in year 0');
    expect(labelled(file, 'costs.b')).toBe('programme cost in year 0: rent');
    expect(labelled(file, 'perCost.a')).toBe('programme cost in year 0, corrected for optimism');
    expect(labelled(file, 'perCost.b')).toBe('programme cost in year 0: rent, corrected for optimism');
  });

  it('of another year of prices are named', () => {
    const costs = [
      spent({ id: 'a', priceYear: 2012 }),
      spent({ id: 'b', description: 'rent', priceYear: 2013 }),
    ];
    expect(said(fiscalFile({ costs }), 'price-year-mixed')).toEqual([
      ['/costs/0/priceYear', { what: 'the cost of year 0', priceYear: 2012, targetYear: 2015 }],
      ['/costs/1/priceYear', { what: 'the cost “rent”', priceYear: 2013, targetYear: 2015 }],
    ]);
  });

  it('stand in the order of years, and within one of their ids', () => {
    const costs = [
      ...[spent({ id: 'd', year: 10 }), spent({ id: 'b', year: 2 }), spent({ id: 'c', year: 2 })],
      ...[spent({ id: 'a', year: 2 }), spent({ id: 'e' }), spent({ id: 'f', year: 1 })],
    ];
    const ordered = ['costs.e', 'costs.f', 'costs.a', 'costs.b', 'costs.c', 'costs.d'];
    const years = { years: 11, dropOff: 0.1 };
    expect(inputs(fiscalFile({ ...years, costs }), 'costs.')).toEqual(ordered);
    expect(inputs(fiscalFile({ ...years, costs: costs.reverse() }), 'costs.')).toEqual(ordered);
  });

  it('come to the same in whatever order they stand, with ids or without', () => {
    const amounts = [0.1, 0.2, 0.3];
    const total = (order: readonly number[], more: (at: number) => File) =>
      fiscal(
        fiscalFile({
          costs: order.map((at) => spent({ amount: amounts[at], paidBy: 'DWP', ...more(at) })),
        }),
      ).perAgency[0]?.cost;
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const more of [() => ({}), (at: number) => ({ id: `c${2 - at}` })])
      expect(new Set(orders.map((order) => total(order, more))).size).toBe(1);
  });
});

describe('numbers of the file', () => {
  it('have the names of the outcome that says them, or of all', () => {
    const outcomes = [{ id: 'b', profile: [1, 0.5] }, { id: 'a' }];
    const file = fiscalFile({ years: 2, profile: [1, 0.2], outcomes });
    expect(inputs(file).filter((input) => input.includes('profile'))).toEqual([
      'profile.0',
      'profile.1',
      'outcomes.b.profile.0',
      'outcomes.b.profile.1',
    ]);
    const found = fiscal(file).assumptions.filter(({ input }) => input.endsWith('profile.1'));
    expect(found.map(({ path, label }) => [path, label])).toEqual([
      ['/profile/1', 'share of the effect that is there in year 1'],
      ['/outcomes/0/profile/1', 'share of the effect that is there in year 1, b'],
    ]);
  });

  it('stand at their places', () => {
    const found = fiscal(fiscalFile(two)).assumptions;
    const places = Object.fromEntries(found.map(({ input, path, label }) => [input, [path, label]]));
    expect(places).toMatchObject({
      targetPopulation: ['/targetPopulation', 'target population'],
      incidence: ['/incidence', 'share in need, or cases for each person'],
      impact: ['/impact', 'impact'],
      'outcomes.jobs.impact': ['/outcomes/0/impact', 'impact, In work'],
      'cashability.DWP': ['/cashability/DWP', 'cashable share of what DWP saves'],
      'outcomes.homes.deadweight': ['/outcomes/1/deadweight', 'deadweight, homes'],
      'outcomes.jobs.obBenefits': ['/outcomes/0/obBenefits', 'optimism bias of benefits, In work'],
      obBenefits: ['/obBenefits', 'optimism bias of benefits'],
      'units.exit.value': ['/units/0/value', 'value of “exit”'],
      'outcomes.homes.units.hostel.value': ['/outcomes/1/units/0/value', 'value of “A hostel bed”'],
    });
  });

  it('are read in the order of ids, wherever they stand', () => {
    const units = [unit('c', 1), unit('a', 1), unit('b', 1, { agency: 'NHS' })];
    const outcomes = [
      { id: 'y', impact: 1 },
      { id: 'z', impact: 1 },
      { id: 'x', impact: 1 },
    ];
    const cashability = { NHS: 1, DWP: 1 };
    const file = fiscalFile({ units, outcomes, cashability });
    expect(inputs(file, 'units.')).toEqual(['units.a.value', 'units.b.value', 'units.c.value']);
    expect(inputs(file, 'outcomes.')).toEqual(['x', 'y', 'z'].map((id) => `outcomes.${id}.impact`));
    expect(inputs(file, 'cashability.')).toEqual(['cashability.DWP', 'cashability.NHS']);
    expect(fiscal(file).perOutcome.map(({ id }) => id)).toEqual(['y', 'z', 'x']);
  });

  it('of another year of prices are named by what they are of', () => {
    const [jobs, homes] = two.outcomes;
    const old = unit('hostel', 1, { priceYear: '2012/13', description: 'A hostel bed' });
    const file = fiscalFile({ outcomes: [jobs, { ...homes, units: [unit('a', 1), old] }] });
    expect(said(file, 'price-year-mixed')).toEqual([
      [
        '/outcomes/1/units/1/priceYear',
        { what: 'the value of “A hostel bed”', priceYear: 2012, targetYear: 2015 },
      ],
    ]);
  });

  it.each<[string, File, string]>([
    ['its own name', { outcome: 'In work', outcomes: [{ id: 'homes', outcome: 'In a home' }] }, 'In a home'],
    ['its id', { outcome: 'In work', outcomes: [{ id: 'homes' }] }, 'homes'],
    ['that of the file', { outcome: 'In work' }, 'In work'],
    ['no name', {}, 'the outcome'],
  ])('that nobody assessed are missed of an outcome by %s', (_, more, row) => {
    expect(said(fiscalFile({ deadweight: null, ...more }), 'not-assessed')).toEqual([
      ['/deadweight', { what: 'deadweight', row }],
    ]);
  });
});

describe('a drop-off', () => {
  const asked = (more: File) =>
    said(fiscalFile({ lagYears: 1, ...more }), 'not-assessed').map(([path]) => path);

  it('is asked for where an effect lasts longer than the year in which it comes', () => {
    expect(asked({ years: 2 })).toEqual([]);
    expect(asked({ years: 3 })).toEqual(['/dropOff']);
  });

  it('is asked for from the first year where the convention says so', () => {
    const conventions = { discounting: 'none', dropOff: 'from-first-year' };
    expect(asked({ years: 2, conventions })).toEqual(['/dropOff']);
  });
});

import { describe, expect, it } from 'vitest';
import { declared, mapFile } from './map-files.js';

/** What doubles lose over a few dozen operations, of figures in the hundreds. */
const TOLERANCE = 1e-9;

function near(found: number | null | undefined, expected: number, what = ''): void {
  expect(Math.abs((found ?? Number.NaN) - expected), what).toBeLessThanOrEqual(TOLERANCE);
}

/** A map with everything in it that a value map may have. */
const whole = () =>
  declared(
    mapFile(
      [
        {
          id: 'A',
          quantity: 10,
          proxy: { value: 50, source: 'a study', priceYear: 2023 },
          startsYear: 2,
          durationYears: 2.5,
          deadweight: 0.1,
          displacement: 0.2,
          attribution: 0.25,
          dropOff: 0.5,
        },
        {
          id: 'B',
          outcome: 'health',
          stakeholder: 'Town',
          quantity: { of: ['people', 'rate'] },
          proxy: { value: 7, source: 'a list' },
          transfer: { counterparty: 'x' },
          series: [
            { year: 2, quantity: 4, deadweight: 0.5 },
            { year: 1, proxyValue: 9, displacement: 0.1, attribution: 0.2, dropOff: 0.3 },
            { year: 4, value: 70 },
          ],
        },
        { id: 'C', stakeholder: 'Town', attribution: null, durationYears: { of: 'years' } },
      ],
      {
        conventions: { discounting: 'year-end', discountRate: 0.1 },
        parameters: {
          people: { value: 20, source: 'register', label: 'People' },
          rate: { value: 0.5 },
          years: { value: 1 },
        },
        conversions: {
          'outcomes.A.proxy': { fromYear: 2023, toYear: 2025, factor: 1.1, source: 'an index' },
        },
        inputs: [
          { id: 'Z', description: 'Grant', value: 100, source: 'books' },
          { stakeholder: 'Town', value: 50, year: 1 },
          { id: 'N', value: null, notValued: 'time' },
          { id: 'L', value: 20, year: 3, discounted: false },
        ],
      },
    ),
  );

describe('a value map', () => {
  it('names every number of the file with its place, unit and source', () => {
    expect(whole().numbers()).toEqual([
      ['conventions.discountRate', '/conventions/discountRate', 'discount rate', '1', 0.1],
      ['outcomes.A.durationYears', '/outcomes/0/durationYears', 'duration of “outcome 0” in years', '1', 2.5],
      ['outcomes.A.quantity', '/outcomes/0/quantity', 'quantity of “outcome 0”', '1', 10],
      [
        'outcomes.A.proxy',
        '/outcomes/0/proxy/value',
        'financial proxy of “outcome 0”',
        'EUR 2023',
        50,
        'a study',
      ],
      [
        'conversions.outcomes.A.proxy',
        '/conversions/outcomes.A.proxy/factor',
        'price conversion from 2023 to 2025',
        'EUR 2025/EUR 2023',
        1.1,
        'an index',
      ],
      ['outcomes.A.deadweight', '/outcomes/0/deadweight', 'deadweight of “outcome 0”', '1', 0.1],
      ['outcomes.A.displacement', '/outcomes/0/displacement', 'displacement of “outcome 0”', '1', 0.2],
      ['outcomes.A.attribution', '/outcomes/0/attribution', 'attribution of “outcome 0”', '1', 0.25],
      ['outcomes.A.dropOff', '/outcomes/0/dropOff', 'drop-off of “outcome 0”', '1', 0.5],
      ['parameters.people', '/parameters/people/value', 'People', '1', 20, 'register'],
      ['parameters.rate', '/parameters/rate/value', 'rate', '1', 0.5],
      [
        'outcomes.B.series.1.proxyValue',
        '/outcomes/1/series/1/proxyValue',
        'financial proxy of “health” in year 1',
        'EUR 2025',
        9,
        'a list',
      ],
      ['outcomes.B.deadweight', '/outcomes/1/deadweight', 'deadweight of “health”', '1', 0],
      [
        'outcomes.B.series.1.displacement',
        '/outcomes/1/series/1/displacement',
        'displacement of “health” in year 1',
        '1',
        0.1,
      ],
      [
        'outcomes.B.series.1.attribution',
        '/outcomes/1/series/1/attribution',
        'attribution of “health” in year 1',
        '1',
        0.2,
      ],
      [
        'outcomes.B.series.1.dropOff',
        '/outcomes/1/series/1/dropOff',
        'drop-off of “health” in year 1',
        '1',
        0.3,
      ],
      [
        'outcomes.B.series.2.quantity',
        '/outcomes/1/series/0/quantity',
        'quantity of “health” in year 2',
        '1',
        4,
      ],
      ['outcomes.B.proxy', '/outcomes/1/proxy/value', 'financial proxy of “health”', 'EUR 2025', 7, 'a list'],
      [
        'outcomes.B.series.2.deadweight',
        '/outcomes/1/series/0/deadweight',
        'deadweight of “health” in year 2',
        '1',
        0.5,
      ],
      ['outcomes.B.displacement', '/outcomes/1/displacement', 'displacement of “health”', '1', 0],
      ['outcomes.B.attribution', '/outcomes/1/attribution', 'attribution of “health”', '1', 0],
      [
        'outcomes.B.series.4.value',
        '/outcomes/1/series/2/value',
        'value of “health” before deductions, year 4',
        'EUR 2025',
        70,
        'a list',
      ],
      ['parameters.years', '/parameters/years/value', 'years', '1', 1],
      ['outcomes.C.quantity', '/outcomes/2/quantity', 'quantity of “outcome 2”', '1', 1],
      ['outcomes.C.proxy', '/outcomes/2/proxy/value', 'financial proxy of “outcome 2”', 'EUR 2025', 100],
      ['outcomes.C.deadweight', '/outcomes/2/deadweight', 'deadweight of “outcome 2”', '1', 0],
      ['outcomes.C.displacement', '/outcomes/2/displacement', 'displacement of “outcome 2”', '1', 0],
      ['outcomes.C.attribution', '/outcomes/2/attribution', 'attribution of “outcome 2”', '1', 0],
      ['inputs.Z.value', '/inputs/0/value', 'input “Grant”', 'EUR 2025', 100, 'books'],
      ['inputs.1.value', '/inputs/1/value', 'input “Town”', 'EUR 2025', 50],
      ['inputs.L.value', '/inputs/3/value', 'input “L”', 'EUR 2025', 20],
    ]);
  });

  it('names every figure, in money or plain', () => {
    const { graph, label, unit } = whole();
    const money = {
      'perRow.A.impact': 'impact of “outcome 0”',
      'perRow.A.value.2': 'value of “outcome 0” in year 2',
      'perRow.B.impact': 'impact of “health”',
      'perRow.B.value.4': 'value of “health” in year 4',
      'perRow.A.presentValue': 'present value of “outcome 0”',
      pvBenefits: 'present value of benefits',
      pvInputs: 'present value of inputs',
      npv: 'net present value',
      'perStakeholder.People': 'present value for People',
      'perYear.1.value': 'value in year 1',
      'perYear.1.presentValue': 'present value of year 1',
    };
    const plain = {
      'discountFactor.1': 'discount factor of year 1',
      ratio: 'social return ratio',
      netRatio: 'net social return ratio',
      grossRatio: 'ratio before all deductions',
      ratioWithoutTransfers: 'ratio without transfers',
    };
    const months = {
      paybackMonths: 'payback in months',
      discountedPaybackMonths: 'discounted payback in months',
    };
    for (const [named, of] of [
      [money, 'EUR 2025'],
      [plain, '1'],
      [months, 'month'],
    ] as const)
      for (const [id, text] of Object.entries(named))
        expect([id, label(id), unit(id)]).toEqual([id, text, of]);
    expect(graph.figureIds()).not.toContain('perRow.A.value.1');
    expect(graph.figureIds()).not.toContain('discountFactor.5');
  });

  it('values each row after its deductions, in each of its years', () => {
    const { value } = whole();
    const impact = 10 * 50 * 1.1 * 0.9 * 0.8 * 0.75;
    near(value('perRow.A.impact'), impact);
    near(value('perRow.A.value.2'), impact);
    near(value('perRow.A.value.3'), impact * 0.5);
    near(value('perRow.A.value.4'), impact * 0.25 * 0.5);
    near(value('perRow.B.impact'), 20 * 0.5 * 9 * 0.9 * 0.8);
    near(value('perRow.B.value.1'), 20 * 0.5 * 9 * 0.9 * 0.8 * 0.7);
    near(value('perRow.B.value.2'), 4 * 7 * 0.5);
    near(value('perRow.B.value.4'), 70);
    near(value('perRow.C.value.1'), 100);
  });

  it('adds up rows, years, stakeholders and inputs', () => {
    const { value } = whole();
    const at = (year: number) => 1 / 1.1 ** year;
    const a = [0, 297, 148.5, 37.125];
    const b = [45.36, 14, 0, 70];
    const c = [100, 0, 0, 0];
    const present = (row: readonly number[]) => row.reduce((sum, one, year) => sum + one * at(year + 1), 0);
    const invested = 100 + 50 * at(1) + 20;
    const benefits = present(a) + present(b) + present(c);
    near(value('perRow.A.presentValue'), present(a));
    near(value('perRow.B.presentValue'), present(b));
    near(value('pvBenefits'), benefits);
    near(value('pvInputs'), invested);
    near(value('npv'), benefits - invested);
    near(value('ratio'), benefits / invested);
    near(value('netRatio'), benefits / invested - 1);
    near(
      value('grossRatio'),
      (present([0, 550, 550, 275]) + present([90, 28, 0, 70]) + present(c)) / invested,
    );
    near(value('ratioWithoutTransfers'), (present(a) + present(c)) / invested);
    near(value('perStakeholder.People'), present(a));
    near(value('perStakeholder.Town'), present(b) + present(c));
    [0, 1, 2, 3].forEach((year) => {
      const total = a[year]! + b[year]! + c[year]!;
      near(value(`perYear.${year + 1}.value`), total, `year ${year + 1}`);
      near(value(`perYear.${year + 1}.presentValue`), total * at(year + 1), `year ${year + 1}`);
    });
    // 145.36 in year 1 falls short of 150; of the 311 of year 2, when 150 is due, 4.64 are needed.
    near(value('paybackMonths'), 12 * (1 + 4.64 / 311));
    near(value('discountedPaybackMonths'), 12 * (1 + (100 + 50 * at(1) - 145.36 * at(1)) / (311 * at(2))));
  });

  it('spans the years from the first to the last', () => {
    const { map } = whole();
    expect(map.years).toEqual([1, 2, 3, 4]);
    expect(map.rows.map(({ declared: { id }, years }) => [id, years.map(({ year }) => year)])).toEqual([
      ['A', [2, 3, 4]],
      ['B', [1, 2, 4]],
      ['C', [1]],
    ]);
    expect(declared(mapFile([], { inputs: [{ value: 1, year: 3 }] })).map.years).toEqual([1, 2, 3]);
    expect(declared(mapFile([], { inputs: [] })).map.years).toEqual([1]);
  });

  it('says what nobody has assessed, once', () => {
    expect(whole().problems).toMatchObject([
      {
        code: 'not-assessed',
        severity: 'error',
        path: '/outcomes/2/attribution',
        values: { what: 'attribution', row: 'outcome 2' },
      },
    ]);
    const all = declared(
      mapFile([{ deadweight: null, displacement: undefined, dropOff: null, durationYears: 2 }]),
    );
    expect(all.problems.map(({ path }) => path)).toEqual([
      '/outcomes/0/deadweight',
      '/outcomes/0/displacement',
      '/outcomes/0/dropOff',
    ]);
    expect(declared(mapFile([{ dropOff: null }])).problems).toEqual([]);
  });

  it('is worth nothing where quantity or price are missing', () => {
    const { value } = declared(mapFile([{ quantity: undefined, proxy: undefined }, { proxy: {} }]));
    expect([value('perRow.R0.impact'), value('perRow.R1.impact'), value('ratio')]).toEqual([0, 0, 0]);
  });
});

describe('calendar years', () => {
  it('are counted from the first that is named', () => {
    const { map, value } = declared(
      mapFile([{ startsYear: 2024, durationYears: 2 }, { series: [{ year: 2023, quantity: 2 }] }], {
        conventions: { discounting: 'year-end', discountRate: 0.25 },
        inputs: [{ id: 'I', value: 50, year: 2023 }],
      }),
    );
    expect(map.years).toEqual([2023, 2024, 2025]);
    near(value('perYear.2023.value'), 200);
    near(value('perYear.2024.presentValue'), 100 / 1.25 ** 2);
    near(value('perYear.2025.presentValue'), 100 / 1.25 ** 3);
    near(value('pvInputs'), 50 / 1.25);
    expect(declared(mapFile([{}], { inputs: [{ value: 1, year: 1900 }] })).map.years).toEqual([1900]);
    expect(declared(mapFile([{}], { inputs: [{ value: 1, year: 99 }] })).map.years).toHaveLength(99);
  });

  it('may be those of the compounding factors alone', () => {
    const { map, value } = declared(
      mapFile([{ durationYears: 2 }], {
        conventions: { discounting: 'compound-forward', factors: { '2022': 1.2, '2021': 1.5 } },
      }),
    );
    expect(map.years).toEqual([2021, 2022]);
    near(value('pvBenefits'), 150 + 120);
  });

  it('of compounding need a factor each', () => {
    expect(() =>
      declared(
        mapFile([{ startsYear: 2023 }], {
          conventions: { discounting: 'compound-forward', factors: { '2022': 1 } },
        }),
      ),
    ).toThrow('no factor for 2023');
    const { numbers } = declared(
      mapFile([{ startsYear: 2022 }], {
        conventions: { discounting: 'compound-forward', factors: { '2022': 1.5 } },
      }),
    );
    expect(numbers()).toContainEqual([
      'conventions.factors.2022',
      '/conventions/factors/2022',
      'compounding factor of 2022',
      '1',
      1.5,
    ]);
  });
});

describe('discounting', () => {
  const factors = (conventions: Parameters<typeof mapFile>[1], years = 4) => {
    const { value } = declared(mapFile([{ durationYears: years }], conventions));
    return Array.from({ length: years }, (_, at) => (value(`perYear.${at + 1}.presentValue`) ?? 0) / 100);
  };
  const compare = (found: readonly number[], expected: readonly number[]) => {
    expect(found).toHaveLength(expected.length);
    found.forEach((one, at) => near(one, expected[at] ?? Number.NaN, `year ${at + 1}`));
  };

  it.each([
    ['year-end', [1 / 1.1, 1 / 1.21, 1 / 1.331, 1 / 1.4641]],
    ['year-start', [1, 1 / 1.1, 1 / 1.21, 1 / 1.331]],
    ['mid-year', [0.5, 1.5, 2.5, 3.5].map((year) => 1 / 1.1 ** year)],
    ['none', [1, 1, 1, 1]],
  ] as const)('at the %s', (discounting, expected) => {
    compare(factors({ conventions: { discounting, discountRate: 0.1 } }), expected);
  });

  it('follows a schedule, its last band ending it', () => {
    const discountRate = [
      { untilYear: 1, rate: 0.1 },
      { untilYear: 3, rate: 0.2 },
      { untilYear: 4, rate: 0 },
    ];
    const conventions = { discounting: 'year-end', discountRate } as const;
    compare(factors({ conventions }, 5), [
      1 / 1.1,
      1 / 1.1 / 1.2,
      1 / 1.1 / 1.44,
      1 / 1.1 / 1.44,
      1 / 1.1 / 1.44,
    ]);
    expect(
      declared(mapFile([{}], { conventions }))
        .numbers()
        .slice(0, 3),
    ).toEqual([
      [
        'conventions.discountRate.0.rate',
        '/conventions/discountRate/0/rate',
        'discount rate up to year 1',
        '1',
        0.1,
      ],
      [
        'conventions.discountRate.1.rate',
        '/conventions/discountRate/1/rate',
        'discount rate up to year 3',
        '1',
        0.2,
      ],
      [
        'conventions.discountRate.2.rate',
        '/conventions/discountRate/2/rate',
        'discount rate up to year 4',
        '1',
        0,
      ],
    ]);
  });

  it('may take its rate from a parameter, and does nothing without one', () => {
    const conventions = { discounting: 'year-end', discountRate: { of: 'r' } } as const;
    compare(factors({ conventions, parameters: { r: { value: 0.1 } } }, 2), [1 / 1.1, 1 / 1.21]);
    compare(factors({ conventions: { discounting: 'year-end' } }, 2), [1, 1]);
  });
});

describe('deductions', () => {
  const impact = (row: Parameters<typeof mapFile>[0][number], conventions: object = {}) =>
    declared(mapFile([row], { conventions: { discounting: 'none', ...conventions } })).value(
      'perRow.R0.impact',
    );

  it('of a series may stand at a year or at the row, and are added where the file says so', () => {
    const row = {
      deadweight: 0.1,
      displacement: 0.2,
      series: [{ year: 1, attribution: 0.3, dropOff: 0.15 }],
    };
    near(impact(row), 100 * 0.9 * 0.8 * 0.7);
    near(impact(row, { deductions: 'add' }), 100 * (1 - 0.1 - 0.2 - 0.3 - 0.15));
    near(impact({ ...row, series: undefined, attribution: 0.3 }, { deductions: 'add' }), 100 * 0.4);
  });

  it('by a share that is claimed turn attribution round, where it was assessed', () => {
    const claimed = { attributionMeans: 'share-claimed' };
    near(impact({ attribution: 0.3 }, claimed), 30);
    near(impact({ attribution: 0.3, deadweight: 0.1 }, claimed), 27);
    near(impact({ attribution: null }, claimed), 100);
    near(impact({ deadweight: 0.3 }, claimed), 0);
  });

  it('at a year of a series take a drop-off once, and none where it has none', () => {
    const { value } = declared(
      mapFile([{ dropOff: 0.5, series: [{ year: 1 }, { year: 2, dropOff: 0.25 }] }]),
    );
    expect([value('perRow.R0.value.1'), value('perRow.R0.value.2')]).toEqual([100, 75]);
  });

  it('drop off from the first year where the file says so, even in a single year', () => {
    const { value } = declared(
      mapFile([{ dropOff: 0.2 }, { dropOff: 0.2, durationYears: 2 }], {
        conventions: { discounting: 'none', dropOff: 'from-first-year' },
      }),
    );
    near(value('perRow.R0.value.1'), 80);
    near(value('perRow.R1.value.2'), 64);
  });
});

describe('a duration', () => {
  it('has as many years as it may last: by its range, by a scenario, by a parameter', () => {
    const years = (more: Parameters<typeof mapFile>[1], durationYears: number | { of: string } = 2) =>
      declared(mapFile([{ durationYears, dropOff: 0.5 }], more)).map.rows[0]?.years.length;
    const range = { distribution: 'uniform', low: 1, high: 3.5 } as const;
    expect(years({})).toBe(2);
    expect(years({}, 1.2)).toBe(2);
    expect(years({ uncertainty: { inputs: { 'outcomes.R0.durationYears': range } } })).toBe(4);
    expect(years({ scenarios: [{ id: 's', name: 's', set: { 'outcomes.R0.durationYears': 5 } }] })).toBe(5);
    const parameters = { y: { value: 3 } };
    expect(years({ parameters }, { of: 'y' })).toBe(3);
    expect(years({ parameters, uncertainty: { inputs: { 'parameters.y': range } } }, { of: 'y' })).toBe(4);
  });

  it('counts what is left of its last year, and nothing after it', () => {
    const range = { distribution: 'uniform', low: 1, high: 4 } as const;
    const { value } = declared(
      mapFile([{ durationYears: 2.25 }], { uncertainty: { inputs: { 'outcomes.R0.durationYears': range } } }),
    );
    expect([1, 2, 3, 4].map((year) => value(`perRow.R0.value.${year}`))).toEqual([100, 100, 25, 0]);
  });
});

describe('prices', () => {
  const said = (proxy: object, more: object = {}) =>
    declared(mapFile([{ proxy: { value: 10, ...proxy } }], more)).problems;

  it('of another year are used as they are, with a warning, unless a conversion is given', () => {
    expect(said({ priceYear: 2020 })).toMatchObject([
      {
        code: 'price-year-mixed',
        severity: 'warning',
        path: '/outcomes/0/proxy/priceYear',
        values: { what: 'outcome 0', priceYear: 2020, targetYear: 2025 },
      },
    ]);
    expect(said({ priceYear: 2025 })).toEqual([]);
    const conversions = { 'outcomes.R0.proxy': { fromYear: 2020, toYear: 2025, factor: 2 } };
    expect(said({ priceYear: 2020 }, { conversions })).toEqual([]);
    expect(said({ priceYear: 2019 }, { conversions })).toMatchObject([
      {
        code: 'conversion-from-another-year',
        severity: 'warning',
        path: '/outcomes/0/proxy/priceYear',
        values: { what: 'outcome 0', priceYear: 2019, fromYear: 2020 },
      },
    ]);
    const { value } = declared(mapFile([{ proxy: { value: 10, priceYear: 2020 } }], { conversions }));
    expect(value('perRow.R0.impact')).toBe(20);
  });

  it('in another currency are an error, unless the conversion leads from it', () => {
    expect(said({ currency: 'SEK' })).toMatchObject([
      {
        code: 'currency-mixed',
        severity: 'error',
        path: '/outcomes/0/proxy/currency',
        values: { what: 'outcome 0', given: 'SEK', currency: 'EUR' },
      },
    ]);
    const from = (fromCurrency: string) => ({
      conversions: { 'outcomes.R0.proxy': { fromYear: 2025, toYear: 2025, factor: 0.1, fromCurrency } },
    });
    expect(said({ currency: 'SEK' }, from('SEK'))).toEqual([]);
    expect(said({ currency: 'SEK' }, from('NOK')).map(({ code }) => code)).toEqual(['currency-mixed']);
    expect(said({ currency: 'EUR' })).toEqual([]);
  });
});

describe('inputs', () => {
  it('are added in the order of their ids, so that the order of the file changes nothing', () => {
    const inputs = [
      { id: 'c', value: 0.1 },
      { id: 'a', value: 0.2 },
      { id: 'b', value: 0.3 },
    ];
    const orders = [inputs, inputs.toReversed(), [inputs[1]!, inputs[0]!, inputs[2]!]];
    for (const order of orders)
      expect(declared(mapFile([{}], { inputs: order })).value('pvInputs')).toBe(0.2 + 0.3 + 0.1);
    const nameless = [{ value: 0.3, description: 'x' }, { value: 0.1 }, { value: 0.2 }];
    for (const order of [nameless, nameless.toReversed()])
      expect(declared(mapFile([{}], { inputs: order })).value('pvInputs')).toBe(
        declared(mapFile([{}], { inputs: nameless })).value('pvInputs'),
      );
  });

  it('that do not count for a parameter are a fault', () => {
    expect(() => declared(mapFile([{ quantity: { of: 'none' } }]))).toThrow('parameter none is not declared');
  });
});

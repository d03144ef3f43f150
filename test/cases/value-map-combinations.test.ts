import { describe, expect, it } from 'vitest';
import { type File, row, valueMap, valueMapFile } from './files.js';

/** What doubles lose over a few dozen operations, on figures below a thousand. */
const TOLERANCE = 1e-9;
const near = (value: number | null | undefined, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(TOLERANCE);

/** A row whose value is told year by year. */
const series = (id: string, points: readonly File[], more: File = {}): File =>
  row(id, 1, 1, {
    quantity: undefined,
    proxy: { source: 'test' },
    durationYears: undefined,
    dropOff: undefined,
    series: points,
    ...more,
  });

describe('a series discounted in the middle of its years', () => {
  const file = valueMapFile(
    { discounting: 'mid-year', discountRate: 0.1 },
    [
      { id: 'start', value: 50 },
      { id: 'second', value: 100, year: 2 },
      { id: 'kept', value: 10, year: 2, discounted: false },
    ],
    [
      series(
        'A',
        [
          { year: 1, value: 100 },
          { year: 3, quantity: 5, proxyValue: 30, deadweight: 0.5, dropOff: 0.2 },
        ],
        { deadweight: 0.2 },
      ),
    ],
  );
  const result = valueMap(file);

  it('takes each year at its half, and point deductions instead of the row’s', () => {
    // 100 × 0.8 ÷ 1.1^½ and 150 × 0.5 × 0.8 ÷ 1.1^2½; √1.1 = 1.048808848170152.
    near(result.pvBenefits, 80 / 1.048808848170152 + 60 / (1.21 * 1.048808848170152));
    near(result.perYear[1]?.value, 0);
    near(result.perYear[2]?.value, 60);
  });

  it('takes an investment of a year as the benefits of that year, one at the start whole', () => {
    near(result.pvInputs, 50 + 10 + 100 / (1.1 * 1.048808848170152));
  });

  it('has its gross ratio before all deductions, the drop-off of a point included', () => {
    const gross = 100 / 1.048808848170152 + 150 / (1.21 * 1.048808848170152);
    near(result.grossRatio, gross / (60 + 100 / (1.1 * 1.048808848170152)));
  });

  it('pays back when undiscounted value reaches what is due by then', () => {
    // 50 are due at the start, 80 come in over the first year: 50 ÷ 80 of it.
    near(result.paybackMonths, 7.5);
  });
});

describe('attribution as the share claimed', () => {
  const one = (conventions: File, more: File, rows = [row('A', 1, 100, more)]) =>
    valueMap(valueMapFile({ discounting: 'none', ...conventions }, [{ value: 100 }], rows)).ratio;
  const shares = { deadweight: 0.2, displacement: 0.1, attribution: 0.7 };

  it('is added as what it leaves to others', () => {
    near(one({ attributionMeans: 'share-claimed', deductions: 'add' }, shares), 1 - 0.2 - 0.1 - 0.3);
    near(one({ attributionMeans: 'share-claimed' }, shares), 0.8 * 0.9 * 0.7);
    near(one({ deductions: 'add' }, shares), 0);
  });

  it('claims all where nobody has assessed it, added or multiplied', () => {
    const open = { ...shares, attribution: null };
    near(one({ attributionMeans: 'share-claimed', deductions: 'add' }, open), 1 - 0.2 - 0.1);
    near(one({ attributionMeans: 'share-claimed' }, open), 0.8 * 0.9);
  });

  it('is read so at a point of a series too, where a drop-off is added to the rest', () => {
    const points = [
      { year: 1, value: 100 },
      { year: 2, value: 100, attribution: 0.5, dropOff: 0.05 },
    ];
    const rows = [series('A', points, shares)];
    near(one({ attributionMeans: 'share-claimed', deductions: 'add' }, {}, rows), 0.4 + 0.15);
    near(one({ attributionMeans: 'share-claimed' }, {}, rows), 0.504 + 0.8 * 0.9 * 0.5 * 0.95);
  });
});

describe('value compounded forward over several years of investment', () => {
  const file = (deductions: string) =>
    valueMapFile(
      { discounting: 'compound-forward', factors: { 2023: 1.2, 2024: 1.1, 2025: 1 }, deductions },
      [
        { id: 'first', value: 100, year: 2023, discounted: false },
        { id: 'second', value: 50, year: 2024 },
      ],
      [
        series(
          'A',
          [
            { year: 2025, value: 80 },
            { year: 2023, value: 200, dropOff: 0.1 },
            { year: 2024, quantity: 3, proxyValue: 40, deadweight: 0.5 },
          ],
          { deadweight: 0.2 },
        ),
      ],
    );

  it('multiplies what each deduction leaves', () => {
    const result = valueMap(file('multiply'));
    near(result.pvInputs, 100 + 55);
    // 200 × 0.8 × 0.9 × 1.2, 120 × 0.5 × 1.1, 80 × 0.8.
    near(result.pvBenefits, 172.8 + 66 + 64);
    near(result.ratio, 302.8 / 155);
    near(result.grossRatio, (240 + 132 + 80) / 155);
    expect(result.perYear.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
    expect(result.perRow[0]?.perYear.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
    // 100 are due at the start and 144 come in over 2023.
    near(result.paybackMonths, (12 * 100) / 144);
  });

  it('adds them, the drop-off of its year among them', () => {
    const result = valueMap(file('add'));
    near(result.pvBenefits, 200 * 0.7 * 1.2 + 66 + 64);
    near(result.grossRatio, (240 + 132 + 80) / 155);
  });

  it('takes a row that lasts as well as one that is told year by year', () => {
    const lasting = valueMapFile(
      { discounting: 'compound-forward', factors: { 2023: 1.2, 2024: 1.1, 2025: 1 } },
      [{ value: 100, year: 2023, discounted: false }],
      [row('A', 2, 50, { startsYear: 2023, durationYears: 3, dropOff: 0.5 })],
    );
    near(valueMap(lasting).pvBenefits, 100 * 1.2 + 50 * 1.1 + 25);
  });
});

describe('rows that are formulas over parameters', () => {
  const parameters = {
    clients: { value: 12, source: 'x' },
    visits: { value: 4, source: 'x' },
    hours: { value: 1.5, source: 'x' },
    wage: { value: 20, source: 'x' },
    anyway: { value: 0.25, source: 'x' },
    years: { value: 2, source: 'x' },
    rate: { value: 0.05, source: 'x' },
  };
  const of = (...names: readonly string[]) => ({ of: names.length === 1 ? names[0] : names });

  it('multiply them wherever a number stands: quantity, price, deduction, duration, rate, input', () => {
    const file = {
      ...valueMapFile(
        { discounting: 'year-end', discountRate: of('rate') },
        [{ value: of('clients', 'wage') }],
        [
          row('A', of('clients', 'visits') as never, 0, {
            proxy: { value: of('hours', 'wage'), source: 'x' },
            deadweight: of('anyway'),
            durationYears: of('years'),
            dropOff: of('anyway'),
          }),
        ],
      ),
      parameters,
    };
    const result = valueMap(file);
    // 48 × 30 × 0.75 = 1,080 in the first year, three quarters of it in the second.
    near(result.pvBenefits, 1080 / 1.05 + 810 / 1.1025);
    near(result.pvInputs, 240);
    near(result.grossRatio, (1440 / 1.05 + 1440 / 1.1025) / 240);
  });

  it('do so in the years of a series', () => {
    const file = {
      ...valueMapFile(
        { discounting: 'none' },
        [{ value: 100 }],
        [
          series('A', [
            { year: 1, quantity: of('clients', 'visits'), proxyValue: of('hours', 'wage') },
            { year: 2, value: of('clients', 'wage'), deadweight: of('anyway') },
          ]),
        ],
      ),
      parameters,
    };
    near(valueMap(file).pvBenefits, 1440 + 180);
  });
});

describe('ratios before deductions', () => {
  it('leave out drop-off as well, whatever year it begins in', () => {
    const file = valueMapFile(
      { discounting: 'year-start', discountRate: 0.1, dropOff: 'from-first-year' },
      [{ value: 100 }],
      [row('A', 1, 100, { deadweight: 0.4, durationYears: 2.5, dropOff: 0.5 })],
    );
    const result = valueMap(file);
    near(result.grossRatio, 1 + 1 / 1.1 + 0.5 / 1.21);
    near(result.ratio, 0.6 * (0.5 + 0.25 / 1.1 + (0.125 * 0.5) / 1.21));
  });

  it('stand beside a ratio without transfers, and a negative row counts in each', () => {
    const file = valueMapFile(
      { discounting: 'none' },
      [{ value: 100 }],
      [
        row('A', 1, 200, { deadweight: 0.5 }),
        row('B', 1, 80, { transfer: { counterparty: 'state' } }),
        row('C', 1, -30),
      ],
    );
    const result = valueMap(file);
    near(result.ratio, 1.5);
    near(result.ratioWithoutTransfers, 0.7);
    near(result.grossRatio, 2.5);
    near(result.netRatio, 0.5);
  });
});

describe('a schedule of rates', () => {
  it('takes the middle of a year between the bands as the mean of its two ends', () => {
    const file = valueMapFile(
      {
        discounting: 'mid-year',
        discountRate: [
          { untilYear: 1, rate: 0.21 },
          { untilYear: 5, rate: 0.44 },
        ],
      },
      [{ value: 1 }],
      [series('A', [{ year: 2, value: 100 }])],
    );
    // The end of year 1 is 1 ÷ 1.21, that of year 2 is 1 ÷ (1.21 × 1.44): their geometric mean is 1 ÷ (1.21 × 1.2).
    near(valueMap(file).pvBenefits, 100 / (1.21 * 1.2));
  });
});

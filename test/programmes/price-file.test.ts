import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readPriceListFile } from '../../src/programmes/price-list-file.js';
import { readInThread } from '../../src/programmes/price-list-reader.js';
import type { ReadPrices } from '../../src/programmes/price-list-reading/layout.js';
import { readNumber } from '../../src/programmes/price-list-reading/numbers.js';
import { periodOf, readPriceYear } from '../../src/programmes/price-list-reading/period.js';
import { templateFile } from '../../src/programmes/price-list-reading/template.js';
import { type Layout, priceEntry } from '../../src/programmes/price-lists.contract.js';
import { COSTS, DEFLATORS } from './unit-costs.js';
import { type UnitCost, unitCostWorkbook } from './unit-cost-workbook.js';
import { workbookParts, zip } from './zip.js';

const SWEDEN = { country: 'SE', currency: 'SEK', source: 'A list' };
const UK = { country: 'UK', currency: 'GBP', source: 'A workbook' };

async function read(bytes: Uint8Array, layout: Layout, settings = SWEDEN): Promise<ReadPrices> {
  const file = await readPriceListFile(bytes, layout, settings);
  if ('refusal' in file) throw new Error(file.refusal);
  for (const entry of file.entries) expect(priceEntry.safeParse(entry).error).toBeUndefined();
  return file;
}

const HEAD =
  'code;service;description;unit;agency;value type;price;currency;price year;valid from;valid to;transfer;source;licence;short-run price';
const GOOD =
  'D-1;detox-day;Detoxification;day;Region;fiscal;4 500,50;SEK;2025;;;no;Price list, p. 3;by agreement;1350,00';
const ofText = (...lines: readonly string[]) => read(Buffer.from(lines.join('\n')), 'template');

/** Where and what the problems of a file are. */
const problemsOf = ({ problems }: ReadPrices) =>
  problems.map(({ row, column, code, value }) => [row, column, code, value]);

/** One row with some of its fields replaced. */
const withFields = (fields: Readonly<Record<string, string>>): string =>
  HEAD.split(';')
    .map((heading, at) => fields[heading] ?? GOOD.split(';')[at] ?? '')
    .join(';');

describe('the template', () => {
  it('is read, and what a row leaves out comes from what is said of the file', async () => {
    const { entries, problems, notes } = await ofText(
      HEAD,
      GOOD,
      'P-1;;Prison;day;Prison Service;;3500;;2024;;;yes',
    );
    expect([problems, notes]).toEqual([[], []]);
    expect(entries).toEqual([
      {
        code: 'D-1',
        service: 'detox-day',
        description: 'Detoxification',
        unit: 'day',
        agency: 'Region',
        kind: 'real',
        valueType: 'fiscal',
        price: 4500.5,
        shortRunMarginal: 1350,
        currency: 'SEK',
        priceYear: 2025,
        from: '2025-01-01',
        to: '2025-12-31',
        source: 'Price list, p. 3',
        licence: 'by agreement',
        theme: null,
        category: null,
        level: null,
        quality: null,
        comment: null,
        row: 2,
        sheet: '',
      },
      expect.objectContaining({
        code: 'P-1',
        service: 'P-1',
        kind: 'transfer',
        valueType: null,
        price: 3500,
        currency: 'SEK',
        source: 'A list',
        licence: null,
      }),
    ]);
  });

  it('as it is downloaded holds remarks and no price', async () => {
    const { problems } = await read(Buffer.from(templateFile()), 'template');
    expect(problems.map(({ code }) => code)).toEqual(['no-rows']);
  });

  it('may have its columns in any order, and be a workbook', async () => {
    const rows: CellValue[][] = [
      ['Price year', 'Price', 'Transfer', 'Unit', 'Agency', 'Code', 'Description', 'Valid from'],
      [2025, 4500.5, false, 'day', 'Region', 'D-1', 'Detoxification', new Date(Date.UTC(2025, 6, 1))],
    ];
    const { entries } = await read(await writeXlsx({ sheets: [{ name: 'Prices', rows }] }), 'template');
    expect(entries).toMatchObject([
      {
        code: 'D-1',
        price: 4500.5,
        priceYear: 2025,
        kind: 'real',
        from: '2025-07-01',
        sheet: 'Prices',
        row: 2,
      },
    ]);
  });

  it('names everything that is wrong with every row, and takes none', async () => {
    const read = await ofText(
      HEAD,
      withFields({ price: '12,5,0', unit: '' }),
      withFields({ code: 'D-2', price: '-1', 'price year': '20', transfer: 'perhaps' }),
      withFields({ code: 'D-3', price: '' }),
      withFields({ code: 'D-4', 'price year': '2024/25' }),
      withFields({ code: 'D-5', 'valid from': '31/12/2025', currency: 'kr' }),
      withFields({ code: 'D-6', 'valid from': '2026-01-01' }),
      withFields({ code: 'D-7', description: '=A1+1', 'value type': 'moral' }),
      withFields({ code: 'x'.repeat(101), 'valid to': '2025-02-30' }),
    );
    expect(problemsOf(read)).toEqual([
      [2, 'unit', 'missing', null],
      [2, 'price', 'not-a-number', '12,5,0'],
      [3, 'price', 'out-of-range', '-1'],
      [3, 'price year', 'not-a-year', '20'],
      [3, 'transfer', 'not-one-of', 'perhaps'],
      [4, 'price', 'no-price', null],
      [5, 'price year', 'year-without-days', '2024/25'],
      [6, 'currency', 'not-a-currency', 'kr'],
      [6, 'valid from', 'not-a-date', '31/12/2025'],
      [7, 'valid to', 'ends-before-it-begins', null],
      [8, 'description', 'formula', '=A1+1'],
      [8, 'value type', 'not-one-of', 'moral'],
      [9, 'code', 'too-long', `${'x'.repeat(60)}…`],
      [9, 'valid to', 'not-a-date', '2025-02-30'],
    ]);
    // Names that every object of the language has are none of ours.
    const odd = withFields({ transfer: 'constructor', 'value type': '__proto__' });
    expect(problemsOf(await ofText(HEAD, odd)).map(([, column, code]) => [column, code])).toEqual([
      ['transfer', 'not-one-of'],
      ['value type', 'not-one-of'],
    ]);
    for (const { message, mend } of read.problems) {
      expect(message).toMatch(/^[^{}]{5,}\.$/);
      expect(mend).toMatch(/^[^{}]{5,}\.$/);
    }
  });

  it('counts problems beyond those it names', async () => {
    const { problems, problemCount } = await ofText(
      HEAD,
      ...Array.from({ length: 1_500 }, (_, at) => withFields({ code: `c${at}`, unit: '' })),
    );
    expect([problems.length, problemCount]).toEqual([1_000, 1_500]);
  });

  it('wants every column it needs, knows all it has, and none twice', async () => {
    expect(problemsOf(await ofText('code;price;Price;remarks', 'a;1;1;x'))).toEqual([
      [1, null, 'column-twice', 'Price'],
      [1, null, 'unknown-column', 'remarks'],
      [1, null, 'no-column', 'description'],
      [1, null, 'no-column', 'unit'],
      [1, null, 'no-column', 'agency'],
      [1, null, 'no-column', 'price year'],
      [1, null, 'no-column', 'transfer'],
    ]);
    expect((await ofText('\n\n')).problems.map(({ code }) => code)).toEqual(['no-rows']);
  });

  it('refuses two prices of one code for the same day, and takes them for different ones', async () => {
    const half = (from: string, to: string) => withFields({ 'valid from': from, 'valid to': to });
    const good = await ofText(HEAD, half('2025-01-01', '2025-06-30'), half('2025-07-01', '2025-12-31'));
    expect(good.entries).toHaveLength(2);
    const bad = await ofText(
      HEAD,
      GOOD,
      withFields({ 'value type': 'social' }),
      half('2025-06-01', '2026-06-30'),
    );
    expect(problemsOf(bad)).toEqual([[4, null, 'covered-twice', 'D-1']]);
    expect(bad.problems[0]?.message).toContain('row 2');
  });

  it('refuses a formula in a workbook, whatever it came to', async () => {
    const head = HEAD.split(';');
    const cells = new Map([[`1,${head.indexOf('price')}`, { formula: '1+1', formulaResult: 2, value: 2 }]]);
    const rows = [head, GOOD.split(';').map((field) => field || null)];
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows, cells }] });
    expect(problemsOf(await read(bytes, 'template'))).toEqual([[2, 'price', 'formula', '2']]);
  });
});

describe('numbers as people write them', () => {
  it.each([
    ['1250', 1250],
    ['1250.5', 1250.5],
    ['1250,5', 1250.5],
    ['0,125', 0.125],
    ['1 250,50', 1250.5],
    ['1\u00a0250.50', 1250.5],
    ["1'250.50", 1250.5],
    ['1,250.50', 1250.5],
    ['1.250,50', 1250.5],
    ['1.250.000', 1250000],
    ['£1,250.00', 1250],
    ['4500 kr', 4500],
    ['SEK 4500', 4500],
    ['−3,5', -3.5],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toMatchObject({ value });
  });

  it.each([
    '',
    'x',
    '1e5',
    `1${' '.repeat(100_000)}x`,
    '1,2,3',
    '1.2.3',
    '12 34',
    '1,25.50',
    '0x10',
    'Infinity',
    '.5',
    '5.',
    '--1',
    '1 2',
  ])('%j is none', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it('1.250 is read by the other numbers of the file, and refused where they do not tell', async () => {
    const one = withFields({ price: '1.250', 'short-run price': '' });
    const other = (price: string) => withFields({ code: 'D-2', price, 'short-run price': '' });
    const priceOf = async (...rows: readonly string[]) => (await ofText(HEAD, ...rows)).entries[0]?.price;
    expect(await priceOf(one, other('3,50'))).toBe(1250);
    expect(await priceOf(one, other('3.50'))).toBe(1.25);
    expect(problemsOf(await ofText(HEAD, one, other('3')))).toEqual([
      [2, 'price', 'ambiguous-number', '1.250'],
    ]);
    expect(
      problemsOf(await ofText(HEAD, other('3.50'), withFields({ price: '3,50', 'short-run price': '' }))),
    ).toEqual([[3, 'price', 'decimal-marks', '3,50']]);
  });
});

describe('price years', () => {
  it.each([
    ['2025', 2025],
    ['2012/13', '2012/13'],
    ['2012-13', '2012/13'],
    ['2012/2013', '2012/13'],
    ['1999/00', '1999/00'],
    [' 2025 ', 2025],
  ])('%s', (text, year) => {
    expect(readPriceYear(text)).toBe(year);
  });

  it.each(['', '25', '2012/14', '2012/2014', '1850', '2999', '2012/1', 'FY2012', '2012/13/14'])(
    '%j is none',
    (text) => {
      expect(readPriceYear(text)).toBeUndefined();
    },
  );

  it('a financial year has days where it is known when it begins', () => {
    expect(periodOf('1999/00', 'UK')).toEqual({ from: '1999-04-01', to: '2000-03-31' });
    expect(periodOf('1999/00', 'DK')).toBeUndefined();
    expect(periodOf(2025, 'DK')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });
});

const ofCosts = async (costs: readonly UnitCost[], deflators = DEFLATORS) =>
  read(await unitCostWorkbook(costs, deflators), 'greater-manchester', UK);

describe('the layout of Greater Manchester', () => {
  it('gives each value in the prices of its own year, with everything that is said of it', async () => {
    const { entries, problems, notes } = await ofCosts(COSTS);
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      {
        code: 'XX1.0',
        valueType: 'fiscal',
        price: 82.7,
        priceYear: '2010/11',
        from: '2010-04-01',
        to: '2011-03-31',
        agency: 'Local Authority / Workshops',
        theme: 'Made up',
        category: 'BICYCLES / REPAIRS',
        level: 'headline',
        quality: 'G',
        kind: null,
        currency: 'GBP',
        source: 'Made up for a test',
        comment: 'Made up: includes a transfer payment. The sum of the two below.',
        row: 3,
      },
      { code: 'XX1.0', valueType: 'economic', price: 13, priceYear: '2012/13', row: 3 },
      { code: 'XX1.0.1', valueType: 'fiscal', price: 42.7, agency: 'Local Authority', level: 'constituent' },
      {
        code: 'Made up row 6',
        valueType: 'social',
        price: 500,
        agency: null,
        category: 'BICYCLES',
        level: 'subsidiary',
        source: 'A workbook',
      },
    ]);
    expect(entries).toHaveLength(4);
    expect(notes.join('\n')).toContain(
      '4 uprated values are the value times the index of the workbook for 2015/16',
    );
    expect(notes.join('\n')).toContain('“Made up row 6”');
    expect(notes.join('\n')).toContain('Introduction');
  });

  it('finds columns by what their headings say: one sheet, another order, other words', async () => {
    const rows: CellValue[][] = [
      ['Unit Cost Database, made up'],
      [],
      [
        'RAG',
        'Ref',
        'Theme',
        'Unit of measure',
        'Description',
        'Economic value',
        'Economic value (year)',
        'Fiscal value',
        'Fiscal: price year',
        'Notes',
        'Agency',
        'Uprated fiscal value',
        'Date added',
      ],
      ['G', 'A1', 'Health', 'Visit', 'Visit to a nurse', null, null, 20, '2013/14', null, 'NHS', 22, '2014'],
      ['A', 'A2', null, 'Day', 'Day in a ward', 7, '2014', 300, 2014, 'A note', 'NHS', null, '2014'],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Unit costs', rows }] });
    const { entries, problems, notes } = await read(bytes, 'greater-manchester', UK);
    expect(problems).toEqual([]);
    expect(
      entries.map(({ code, theme, valueType, price, priceYear, agency, quality, unit, comment, level }) => {
        return [code, theme, valueType, price, priceYear, agency, quality, unit, comment, level];
      }),
    ).toEqual([
      ['A1', 'Health', 'fiscal', 20, '2013/14', 'NHS', 'G', 'Visit', null, null],
      ['A2', 'Health', 'fiscal', 300, 2014, 'NHS', 'A', 'Day', 'A note', null],
      ['A2', 'Health', 'economic', 7, 2014, 'NHS', 'A', 'Day', 'A note', null],
    ]);
    expect(notes.join('\n')).toContain('“Date added”');
    expect(notes.join('\n')).toContain('One uprated value could not be checked');
  });

  it('an uprated value that the index does not make is a problem', async () => {
    const [first, second, third] = COSTS;
    const wrong = { ...second!, fiscal: { ...second!.fiscal!, uprated2015_16: 53 } };
    const read = await ofCosts([first!, wrong, third!]);
    expect(problemsOf(read)).toEqual([
      [4, 'Estimated cost/saving – fiscal Updated cost/saving (2015/16)', 'uprated-mismatch', '53'],
    ]);
    expect(read.problems[0]?.message).toContain('52.86');
  });

  it('an index that makes fewer than half of the values is taken for another one', async () => {
    const other = Object.fromEntries(
      Object.entries(DEFLATORS).map(([year], at) => [year, { pctChange: 1, cumulative: 100 + at * at }]),
    );
    const { problems, notes } = await ofCosts(COSTS, other);
    expect(problems).toEqual([]);
    expect(notes.join('\n')).toContain('4 uprated values could not be checked');
  });

  it('a formula that never came to anything, or to an error, is a problem', async () => {
    const head =
      '<row r="1"><c t="inlineStr"><is><t>Description</t></is></c><c t="inlineStr"><is><t>Unit</t></is></c><c t="inlineStr"><is><t>Fiscal value</t></is></c><c t="inlineStr"><is><t>Fiscal year</t></is></c></row>';
    const row = (at: number, value: string) =>
      `<row r="${at}"><c t="inlineStr"><is><t>d</t></is></c><c t="inlineStr"><is><t>u</t></is></c>${value}<c><v>2014</v></c></row>`;
    const sheet =
      head +
      row(2, '<c><f>1+1</f></c>') +
      row(3, '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
      row(4, '<c><f>1+1</f><v>2</v></c>');
    const read_ = await read(zip(workbookParts(sheet)), 'greater-manchester', UK);
    expect(problemsOf(read_)).toEqual([
      [2, 'Fiscal value', 'formula-without-value', null],
      [3, 'Fiscal value', 'formula-error', '#DIV/0!'],
    ]);
    expect(read_.notes.join('\n')).toContain('One value was worked out by the workbook');
  });

  it('rows without a value are left out and told; a value without year, unit or description is a problem', async () => {
    const [first, second] = COSTS;
    const blank = {
      ...first!,
      description: '',
      unit: '',
      fiscal: { value: 1, priceYear: '', uprated2015_16: null },
    };
    const noValue = {
      ...second!,
      code: 'XX9',
      sheetRow: 5,
      fiscal: { value: null, priceYear: '', uprated2015_16: null },
    };
    const read = await ofCosts([blank, noValue]);
    expect(problemsOf(read).map(([row, , code]) => [row, code])).toEqual([
      [3, 'missing'],
      [3, 'missing'],
      [3, 'missing'],
    ]);
    expect(read.notes.join('\n')).toContain(
      'One row has a code and no value, and was left out, the first in Made up 5.',
    );
  });

  it('another workbook is told that it has none of these headings', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['code', 'price'],
            ['a', 1],
          ],
        },
      ],
    });
    expect(problemsOf(await read(bytes, 'greater-manchester', UK))).toEqual([
      [null, null, 'no-headings', null],
    ]);
  });
});

describe('in a thread', () => {
  const ask = (bytes: Uint8Array) => readInThread({ bytes, layout: 'template', settings: SWEDEN });

  it('a file is read as it is without one', async () => {
    const bytes = Buffer.from([HEAD, GOOD].join('\n'));
    expect(await ask(bytes)).toEqual(await readPriceListFile(bytes, 'template', SWEDEN));
  });

  it('a workbook made to fill the memory is refused, and the next is read', async () => {
    // Each row has one cell in the last column, so that its few bytes stand for 16,384 cells.
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `<row><c r="XFD${at + 1}"><v>1</v></c></row>`,
    ).join('');
    const bomb = zip(workbookParts(rows));
    expect(bomb.length).toBeLessThan(1_000_000);
    const [refused, next] = await Promise.all([ask(bomb), ask(Buffer.from([HEAD, GOOD].join('\n')))]);
    expect(refused).toHaveProperty('refusal');
    expect(next).toHaveProperty('entries');
  });
});

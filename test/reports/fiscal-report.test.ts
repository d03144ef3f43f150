import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sectionsOf, tableOf } from '../../src/reports/pages/result-sections.js';
import { renderReport } from '../../src/reports/report-html.js';
import { type File, fiscal, fiscalFile, unit } from '../cases/files.js';

const sample = fiscal(
  JSON.parse(readFileSync(new URL('../../samples/rough-sleeping.json', import.meta.url), 'utf8')) as File,
);

const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const page = (file: File): string => words(renderReport(fiscal(file)));

describe('the report of a fiscal cost–benefit analysis', () => {
  const whole = words(renderReport(sample));

  it('says both readings of deadweight beside each other, on page one and in a table', () => {
    expect(whole).toContain('Deadweight subtracted; 1.19 with it as a share of outcomes.');
    expect(whole).toContain('Subtracted (used) Share of outcomes (not used) Fiscal return 0.90 1.19');
    expect(whole).toContain('Whether the agencies save what is spent depends on how deadweight is read');
  });

  it('tells who saves and pays, what is public value, and how it comes about, in that order', () => {
    const order = [
      'Financial case',
      'Public value for each GBP spent',
      'Pays | saves',
      'From savings to public value',
      'Deadweight can be read in two ways',
      'What would have happened anyway',
      'When it pays back',
      'How outcomes come about',
      'Year by year, not discounted',
      'What one outcome is worth in a year',
      'Assumptions and their sources',
      'Annex',
    ].map((title) => whole.indexOf(title));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('names transfers, prices as in the source, and the table that optimism was corrected by', () => {
    expect(whole).toContain('Department for Work and Pensions fiscal, a transfer 7,500 2012/13');
    expect(whole).toContain('subtract: taken from the impact: impact − deadweight');
    expect(whole).toContain(
      'costs 10 %, benefits −15 %; from grades of confidence, of which the worst decides',
    );
  });

  it('can be read and searched whole, with words for every drawing', () => {
    const html = renderReport(sample);
    expect(html.slice(html.indexOf('<body'))).not.toMatch(/[\u00a0\u00ad\u2060]|<strong/);
    expect(whole).not.toMatch(/undefined|NaN|\[object/);
    for (const drawing of html.match(/<svg[^>]*>/g) ?? [])
      expect(drawing).toMatch(/role="img" aria-label="[^"]{10,}/);
  });

  it('draws the people of one outcome, and says what is left when nothing is spent', () => {
    const one = page(fiscalFile());
    expect(one).toContain(
      'Of 100 people 100 took part and stayed. 75 reached the outcome: 50 because of the programme, 25 who probably would have anyway.',
    );
    expect(one).toContain('outcome due to the programme');
    const nothing = page(fiscalFile({ costs: [], basis: 'forecast' }));
    expect(nothing).toContain('nothing spent, so that there is no ratio');
    expect(nothing).toContain('are expected to reach the outcome');
    expect(nothing).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each<[string, File]>([
    ['does worse than without', { deadweight: 0.9 }],
    ['counts cases, not people', { incidence: 4 }],
    ['reaches nobody', { targetPopulation: 0 }],
    [
      'saves no agency anything',
      { units: [unit('a', 1, { agency: undefined, valueType: 'social' })], cashability: {} },
    ],
    ['leaves deadweight and cashability open', { deadweight: null, cashability: {} }],
  ])('is whole where a programme %s', (_what, more) => {
    const report = page(fiscalFile(more));
    expect(report).toContain('Annex');
    expect(report).not.toMatch(/undefined|NaN|\[object|Infinity/);
  });
});

describe('the page of a fiscal cost–benefit analysis', () => {
  const cells = (name: string) => tableOf(sample, name)?.rows.map(({ cells: row }) => row) ?? [];

  it('has a section for each question', () => {
    expect(sectionsOf(sample).map(({ id }) => id)).toEqual([
      ...['readings', 'agencies', 'value', 'outcomes', 'years', 'units'],
      ...['moves', 'sure', 'acceptability', 'measure', 'assumptions', 'assurance', 'critic'],
    ]);
  });

  it('links each reading to its own figure', () => {
    expect(cells('readings')[0]?.map(({ figure }) => figure)).toEqual([
      null,
      'fiscalReturn',
      'otherReading.fiscalReturn',
    ]);
  });

  it('shows who pays what nobody is said to pay', () => {
    const table = tableOf(fiscal(fiscalFile({ costs: [1_000] })), 'agencies');
    expect(table?.rows.map(({ cells: row }) => row.slice(0, 2).map(({ text }) => text))).toEqual([
      ['DWP', '0'],
      ['Payer not stated', '1,000'],
      ['All together', '1,000'],
    ]);
  });

  it('adds its steps up to public value', () => {
    const steps = cells('value').map(([, value]) => Number(value?.value));
    const [fiscalValue = 0, transfers = 0, economic = 0, publicValue = 0, cost = 0, net = 0] = steps;
    // What a sum in another order may lose.
    expect(Math.abs(fiscalValue + transfers + economic - publicValue)).toBeLessThan(1e-6);
    expect(Math.abs(publicValue + cost - net)).toBeLessThan(1e-6);
    expect(transfers).toBeLessThan(0);
  });
});

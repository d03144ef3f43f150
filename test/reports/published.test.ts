import { describe, expect, it } from 'vitest';
import type { ValueMapResult } from '../../src/core/result.js';
import { sectionsOf, tableOf } from '../../src/reports/pages/result-sections.js';
import { renderReport } from '../../src/reports/report-html.js';
import { type File, row, valueMap, valueMapFile } from '../cases/files.js';

const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** A map of one row: 10 people, 100 each, half of them anyway; 250 put in, a ratio of 2. */
const map = (published: readonly File[], more: File = {}): ValueMapResult =>
  valueMap({
    ...valueMapFile(
      { discounting: 'none' },
      [{ id: 'in', value: 250, source: 'test' }],
      [row('A', 10, 100, { deadweight: 0.5, proxy: { value: 100, source: 'test' } })],
    ),
    context: { published },
    ...more,
  });

const ratio = (value: number | string): File => ({
  what: `Ratio of ${value}`,
  value,
  source: 'A press release',
  figure: 'ratio',
  difference: 'They took nothing off.',
});

const ids = (result: ValueMapResult): readonly string[] => sectionsOf(result).map(({ id }) => id);

describe('what others have published', () => {
  it('is set beside ours, with what all in its favour comes to and whether that is in reach', () => {
    const made = map([ratio(2.2), ratio(4)]);
    const [near, far] = tableOf(made, 'published')?.rows ?? [];
    expect(near?.cells.map(({ text }) => text)).toEqual([
      'Ratio of 2.2',
      '2.20',
      '2.00',
      expect.stringMatching(/^[23]\.\d\d$/),
      'Yes, were all in its favour at once.',
    ]);
    expect(near?.cells.at(-1)?.note).toBe('They took nothing off.');
    expect(far?.cells.at(-1)).toMatchObject({ text: 'No, not even with all in its favour.', open: true });
    expect(near?.cells[0]?.note).toBe('A press release');
  });

  it('is written with as many decimals as it was published with', () => {
    const cells = tableOf(map([ratio(1.9375)]), 'published')?.rows[0]?.cells.map(({ text }) => text);
    expect(cells?.slice(1, 3)).toEqual(['1.9375', '2.0000']);
  });

  it('is held against what one number alone would have to be, where it can be that', () => {
    const table = tableOf(map([ratio(4)]), 'claims-1');
    const needed = new Map(table?.rows.map(({ cells }) => [cells[0]?.text, cells[2]?.value]));
    /** Half the last digit of what is asked for; they are found by trying. */
    const close = 1e-6;
    expect(Math.abs(Number(needed.get('Deadweight of “outcome A”')) - 0)).toBeLessThan(close);
    expect(Math.abs(Number(needed.get('Quantity of “outcome A”')) - 20)).toBeLessThan(close);
    expect(table?.caption).toBe('Ratio of 4: 4, here 2');
    // Twice as much is not to be had by taking off less than nothing.
    const more = map([ratio(5)]);
    expect(tableOf(more, 'claims-1')?.rows.map(({ cells }) => cells[0]?.text)).not.toContain(
      'Deadweight of “outcome A”',
    );
    const notes = sectionsOf(more).find(({ id }) => id === 'claims')?.notes ?? [];
    expect(notes[0]?.text).toContain('would not, whatever');
    expect(notes[0]?.text).toContain('Deadweight of “outcome A”');
  });

  it('asks for nothing where it is what we have', () => {
    const same = map([ratio(2)]);
    expect(ids(same)).not.toContain('claims');
    expect(tableOf(same, 'published')?.columns.map(({ label }) => label)).not.toContain('All in its favour');
    expect(words(renderReport(same))).not.toContain('What would have to be true');
  });

  it('may be words, and of no figure of ours', () => {
    const said = map([{ what: 'Saving', value: 'near 5,000', source: 'A paper' }, ratio('about 3')]);
    expect(
      tableOf(said, 'published')?.rows.map(({ cells }) => cells.slice(1, 3).map(({ text }) => text)),
    ).toEqual([
      ['near 5,000', '–'],
      ['about 3', '2'],
    ]);
    expect(ids(said)).not.toContain('claims');
  });

  it('is in the report too, with comparisons from elsewhere', () => {
    const report = words(renderReport(map([ratio(4)])));
    for (const title of [
      'What others have published',
      'What would have to be true for what others have published',
    ])
      expect(report).toContain(title);
    expect(report).toContain('No, not even with all in its favour.');
  });

  it('is not there where nobody has published anything', () => {
    const made = map([]);
    const none: ValueMapResult = { ...made, beside: [] };
    expect(ids(none).filter((id) => /published|claims|beside/.test(id))).toEqual([]);
    expect(words(renderReport(none))).not.toContain('What others have published');
  });
});

describe('the table of assumptions', () => {
  const graded = (more: File = {}): ValueMapResult =>
    map([], { evidence: { 'outcomes.A.deadweight': { source: 'test', grade: 6 } }, ...more });
  const rangeIn = (result: ValueMapResult, input: string): string =>
    tableOf(result, 'assumptions')?.rows.find(({ cells }) => cells[1]?.figure === input)?.cells[2]?.text ??
    '';

  it('has the range of every number that was drawn, one by its grade marked as such', () => {
    expect(rangeIn(graded(), 'outcomes.A.deadweight')).toMatch(/^0\.\d+ to 0\.\d+ \(grade 6\)$/);
    const given = graded({
      uncertainty: {
        draws: 1000,
        seed: 1,
        inputs: { 'outcomes.A.deadweight': { distribution: 'uniform', low: 0.4, high: 0.6 } },
      },
    });
    expect(rangeIn(given, 'outcomes.A.deadweight')).toBe('0.41 to 0.59');
    expect(rangeIn(given, 'outcomes.A.quantity')).toBe('');
  });

  it('has that of a list of draws, which the result only counts', () => {
    const values = Array.from({ length: 101 }, (_, at) => at / 100);
    const drawn = graded({
      uncertainty: {
        draws: 1000,
        seed: 1,
        inputs: { 'outcomes.A.deadweight': { distribution: 'draws', values } },
      },
    });
    expect(rangeIn(drawn, 'outcomes.A.deadweight')).toBe('0.05 to 0.95');
  });

  it('says where the ranges of grades come from, on the page and in the report, and only where they are used', () => {
    const lead = (result: ValueMapResult): string =>
      sectionsOf(result).find(({ id }) => id === 'assumptions')?.lead ?? '';
    expect(lead(graded())).toContain('A grade in brackets marks the usual range of that evidence grade');
    expect(words(renderReport(graded()))).toMatch(/0\.\d+ to 0\.\d+ \(grade 6\)/);
    expect(lead(map([]))).not.toContain('A grade in brackets');
  });
});

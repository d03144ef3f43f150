import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { sectionsOf, tableOf } from '../../src/reports/pages/result-sections.js';
import { renderReport } from '../../src/reports/report-html.js';
import { account, type File, referenceCareers, result, valueMapFile, row } from '../cases/files.js';

const sample = (name: string): File =>
  JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8')) as File;

const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const cooperative = account(sample('work-cooperative'));
const factory = account(sample('job-factory'));

const section = (of: WelfareAccountResult, id: string) => sectionsOf(of).find((one) => one.id === id);

describe('the section of objections', () => {
  it('has every objection that could be worked out, all at once as the total, and the account as it stands', () => {
    const rows = tableOf(cooperative, 'stress')?.rows ?? [];
    const answered = cooperative.stress.filter(({ answered }) => answered);
    expect(rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'As it stands',
      ...answered.map(({ objection }) => objection),
    ]);
    expect(rows.filter(({ total }) => total).map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [
        'All of this at once.',
        ...['npv', 'difference', 'publicNet', 'publicDifference'].map(
          (name) => cooperative.stress.at(-1)?.[name as 'npv'],
        ),
      ],
    ]);
    expect(rows[0]?.cells[1]).toMatchObject({
      value: cooperative.headline.value,
      figure: cooperative.headline.figure,
    });
    expect(rows[1]?.cells[0]?.note).toBe('Every service is counted at its short-run price.');
  });

  it('draws the net result of whom it is about, in the colour of losses below nothing', () => {
    const bars = section(cooperative, 'stress')?.drawn?.bars ?? [];
    const [own] = bars;
    expect(own).toMatchObject({ label: 'As it stands', to: cooperative.headline.value, tone: 'dark' });
    const toned = (label: string) => bars.find((bar) => bar.label === label)?.tone;
    expect(toned('Short-run prices')).toBe('warm');
    expect(toned('Half as long')).toBe('dark');
    expect(toned('Subsidised work is worth less')).toBe('light');
    expect(bars.at(-1)).toMatchObject({ label: 'All of it at once', to: cooperative.stress.at(-1)?.npv });
    const ofPublic = section(factory, 'stress');
    expect(ofPublic?.drawn?.bars[0]?.to).toBe(factory.horizons[0]?.publicBudget.net);
    expect(ofPublic?.lead).toContain('it is not the net public cost, per full-time year');
    expect(tableOf(factory, 'stress')?.columns[1]?.label).toBe('Public budget, net');
  });

  it('says what is missing where one could not be worked out, and who objects', () => {
    const open = factory.stress.filter(({ answered }) => !answered);
    expect(open.length).toBeGreaterThan(2);
    expect(tableOf(factory, 'stress-open')?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
      open.map(({ objection, reason }) => [objection, reason]),
    );
    const sources = tableOf(factory, 'stress-sources')?.rows ?? [];
    expect(sources).toHaveLength(12);
    expect(sources[1]?.cells[1]?.note).toContain('an effect on employment of 0.74');
    expect(section(factory, 'stress')?.lead).toContain('8 of 12 could be worked out');
  });

  it('says of a source that was not seen that it was not, once', () => {
    const said = tableOf(factory, 'stress-sources')?.rows.map(({ cells }) => cells[1]?.text ?? '') ?? [];
    const unseen = factory.stress.filter(({ verified }) => !verified);
    expect(unseen.length).toBeGreaterThan(0);
    for (const { id } of unseen) {
      const at = factory.stress.findIndex((one) => one.id === id);
      expect(said[at]?.match(/not seen/g), id).toHaveLength(1);
    }
  });

  it('is in the report with every number', () => {
    const report = words(renderReport(factory));
    for (const said of [
      'If those who object are right',
      '−27,583',
      '−37,423',
      'What could not be worked out',
    ])
      expect(report).toContain(said);
  });

  it('has no table of what could not be worked out where all could, and is not there for other kinds', () => {
    const whole: WelfareAccountResult = {
      ...factory,
      stress: factory.stress.filter(({ answered }) => answered),
    };
    expect(tableOf(whole, 'stress-open')).toBeUndefined();
    const map = result(valueMapFile({ discounting: 'none' }, [{ value: 1 }], [row('A', 1, 1)]));
    expect(sectionsOf(map).map(({ id }) => id)).not.toContain('stress');
  });
});

describe('the cost of an enterprise that trades', () => {
  const enterprise = { operatingCost: 12_000_000, sales: 4_000_000, participantsWageCost: 3_200_000 };
  const cost = { paidBy: 'municipality', time: 0, source: 'test', enterprise };

  it('is shown from what is spent to what it costs', () => {
    const bridged = account(referenceCareers({}, { programmeCost: [cost] }));
    expect(tableOf(bridged, 'cost-bridges')?.rows[0]?.cells.map(({ value }) => value)).toEqual([
      'municipality',
      12_000_000,
      4_000_000,
      3_200_000,
      4_800_000,
      200_000,
    ]);
    const bars = section(bridged, 'cost-bridges')?.drawn?.bars.map(({ from, to }) => [from, to]);
    expect(bars).toEqual([
      [0, 12_000_000],
      [12_000_000, 8_000_000],
      [8_000_000, 4_800_000],
      [0, 4_800_000],
    ]);
    expect(words(renderReport(bridged))).toContain('From the books of the enterprise to the cost');
  });

  it('has a row for each of several and no picture, and is not there where no cost comes from books', () => {
    const both = account(
      referenceCareers({}, { programmeCost: [cost, { ...cost, paidBy: 'region', time: 1 }] }),
    );
    expect(tableOf(both, 'cost-bridges')?.rows).toHaveLength(2);
    expect(section(both, 'cost-bridges')?.drawn).toBeNull();
    const plain = account(referenceCareers());
    expect(section(plain, 'cost-bridges')).toBeUndefined();
    expect(words(renderReport(plain))).not.toContain('From the books');
  });
});

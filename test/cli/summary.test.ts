import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/cli/summary.js';
import { account, type File, referenceCareers } from '../cases/files.js';

const sample = (name: string): File =>
  JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8')) as File;
/** Words of a line with single spaces between them. */
const words = (file: File): string => summaryOf(account(file)).replaceAll(/ +/g, ' ');

describe('the summary of an account', () => {
  it('says what becomes of it under objections, and which cannot be answered', () => {
    const text = words(referenceCareers({}, { horizons: [1] }));
    expect(text).toContain('Under objections');
    expect(text).toContain('public-funds SEK −184,442 −118,534');
    expect(text).toContain(
      'relapse cannot be answered The file gives no published rate of relapse (objections.relapse).',
    );
    expect(text).not.toContain('VALORIS');
  });

  it.each([
    ['valoris-cooperative', ['Value EUR 105,346', 'Other disadvantage, 11 EUR −11,146', 'state EUR']],
    ['subsidised-post', ['Paid EUR 16,200', 'Net public cost EUR −4,953', 'basque-government EUR 4,200']],
    [
      'job-factory',
      ['Net public cost EUR 12,500', 'in 90 of 100 draws between EUR 11,', 'beside it EUR 5,000'],
    ],
  ])('says the figures of the preset of %s', (name, expected) => {
    const text = words(sample(name));
    for (const line of expected) expect(text).toContain(line);
  });
});

describe('samples of presets', () => {
  it.each([
    ['valoris-cooperative', 'preset.perPerson.value', 105_346.41 / 79],
    ['subsidised-post', 'preset.perJob.netCost', -4_953],
    ['job-factory', 'preset.perFullTimeYear.netCost', 12_500],
  ])('%s comes to what was printed', (name, figure, value) => {
    const { headline, claims } = account(sample(name));
    expect(headline.figure).toBe(figure);
    // Half a cent.
    expect(Math.abs((headline.value ?? Number.NaN) - value)).toBeLessThanOrEqual(0.005);
    for (const claim of claims.filter(({ reachable, needed }) => reachable && needed.length === 0))
      expect(Math.abs((claim.ours ?? Number.NaN) - claim.claimed)).toBeLessThanOrEqual(0.005);
  });

  it('what would have to be true for a job factory to cost nothing', () => {
    const neutral = account(sample('job-factory')).claims.find(({ claimed }) => claimed === 0);
    expect(neutral?.reachable).toBe(false);
    expect(neutral?.needed[0]).toMatchObject({ input: 'programmeCost.0.perEntrant', needed: 14_100 });
  });
});

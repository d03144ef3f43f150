import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPriceListFile } from '../../src/programmes/price-list-file.js';
import { type UnitCost, unitCostWorkbook } from '../programmes/unit-cost-workbook.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

const { entries: costs, gdpDeflator } = JSON.parse(
  readFileSync(join(folder, 'unit-costs', 'gmca-ucd-v1.4.json'), 'utf8'),
) as {
  readonly entries: readonly UnitCost[];
  readonly gdpDeflator: { readonly series: Parameters<typeof unitCostWorkbook>[1] };
};
const TYPES = ['fiscal', 'economic', 'social'] as const;

/**
 * The workbook itself was not to be had. What was published of it as data is written in its layout, as far as that is
 * known (row numbers, grouping, two rows of headings, a sheet for each theme), and read back.
 */
describe('the Greater Manchester unit cost database, v1.4', () => {
  it('is read whole, each value in its own price year, and all its upratings are checked', async () => {
    expect(costs).toHaveLength(684);
    const bytes = await unitCostWorkbook(costs, gdpDeflator.series);
    const read = await readPriceListFile(bytes, 'greater-manchester', {
      country: 'UK',
      currency: 'GBP',
      source: 'Unit cost database',
    });
    if ('refusal' in read) throw new Error(read.refusal);
    expect(read.problems).toEqual([]);
    expect(read.notes.join('\n')).toContain('779 uprated values are the value times the index');
    expect(read.notes.join('\n')).not.toContain('could not be checked');

    const published = costs.flatMap((cost) =>
      TYPES.flatMap((valueType) => {
        const value = cost[valueType];
        const code = cost.codeInferred === true ? `${cost.theme} row ${cost.sheetRow}` : cost.code;
        return value?.value === undefined || value.value === null
          ? []
          : [[code, valueType, value.value, value.priceYear, cost.unit, cost.theme, cost.sheetRow]];
      }),
    );
    const found = read.entries.map(({ code, valueType, price, priceYear, unit, theme, row }) => {
      return [code, valueType, price, priceYear, unit, theme, row];
    });
    const sorted = (rows: readonly unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(found)).toEqual(sorted(published));
    const levels = ['headline', 'subsidiary', 'constituent'];
    for (const { code, level } of read.entries) {
      const cost = costs.find((one) => one.code === code);
      if (cost) expect(level, code).toBe(levels[cost.outlineLevel]);
    }
  });
});

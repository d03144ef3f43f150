import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programmeBenchmarks, programmeRatios } from '../../src/reference/benchmarks/programmes.js';
import { costsOfCrime } from '../../src/reference/fiscal/costs-of-crime.js';
import { greaterManchesterCosts, publicValueOf } from '../../src/reference/fiscal/greater-manchester.js';
import { indexFactor, indexSeries } from '../../src/reference/index-series.js';
import { isRefusal } from '../../src/reference/refusal.js';
import { unitPrices } from '../../src/reference/unit-prices.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

interface Value {
  readonly value: number;
  readonly priceYear: string;
  /** Null where the value is 0. */
  readonly uprated2015_16: number | null;
}
interface Entry {
  readonly code: string;
  readonly rag: string | null;
  readonly fiscal?: Value;
  readonly economic?: Value;
  readonly social?: Value;
}
interface Database {
  readonly gdpDeflator: { readonly series: Record<string, { readonly cumulative: number }> };
  readonly entries: readonly Entry[];
}

const database = read('unit-costs', 'gmca-ucd-v1.4.json') as Database;
const KINDS = ['fiscal', 'economic', 'social'] as const;

function factor(from: string, to: string): number {
  const answer = indexFactor('uk-gdp-2015', from, to);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer.factor;
}

describe('the unit cost database of Greater Manchester', () => {
  it('its deflator is ours', () => {
    const ours = indexSeries.find(({ id }) => id === 'uk-gdp-2015')?.values;
    expect(ours).toEqual(
      Object.fromEntries(
        Object.entries(database.gdpDeflator.series).map(([year, { cumulative }]) => [year, cumulative]),
      ),
    );
  });

  it('each of its values is brought to 2015/16 as it prints it', () => {
    let checks = 0;
    for (const entry of database.entries) {
      for (const kind of KINDS) {
        const value = entry[kind];
        if (!value || value.uprated2015_16 === null) continue;
        checks += 1;
        const by = factor(value.priceYear, '2015/16');
        const uprated = value.value * by;
        // Both are printed with six decimals; beyond that, one part in a thousand million.
        const tolerance = 5e-7 * (1 + by) + 1e-9 * Math.abs(value.uprated2015_16);
        expect(Math.abs(uprated - value.uprated2015_16), `${entry.code} ${kind}`).toBeLessThan(tolerance);
      }
    }
    expect(checks).toBe(779);
  });

  it('the entries kept here are its entries', () => {
    const flags: Readonly<Record<string, string>> = { R: 'red', A: 'amber', G: 'green' };
    for (const cost of greaterManchesterCosts) {
      const entry = database.entries.find(({ code }) => code === cost.code);
      for (const kind of KINDS) {
        expect(cost[kind], cost.code).toBe(entry?.[kind]?.value ?? null);
        if (entry?.[kind]) expect(cost.priceYear, cost.code).toBe(entry[kind].priceYear);
      }
      expect(cost.quality, cost.code).toBe(flags[entry?.rag ?? '']);
    }
  });

  it('public value and constituents are as the test vectors say', () => {
    interface Vectors {
      readonly ucdUprating: { readonly checks: readonly (readonly [string, number, string, number])[] };
      readonly transferRule: readonly { readonly code: string; readonly expect: number }[];
    }
    const { ucdUprating, transferRule } = read('test-vectors', 'gmca.json') as Vectors;
    for (const { code, expect: value } of transferRule) {
      const cost = greaterManchesterCosts.find((one) => one.code === code);
      expect(cost && publicValueOf(cost), code).toBe(value);
    }
    for (const [code, value, year, expected] of ucdUprating.checks) {
      expect(Math.abs(value * factor(year, '2015/16') - expected), code).toBeLessThan(1e-9 * expected);
    }
  });
});

describe('other published figures', () => {
  it('prices of Sweden, Denmark, Italy and France', () => {
    interface Cases {
      readonly swedishUnitPrices: readonly {
        readonly unit: string;
        readonly sek: number;
        readonly year: number;
      }[];
    }
    const services: Readonly<Record<string, string>> = {
      'prison day': 'prison-day',
      'remand day': 'remand-day',
      'probation day': 'probation-day',
      'income support norm, single adult, month, without rent': 'income-support-month',
      'compulsory care (LVM) day, up to about': 'compulsory-care-day',
    };
    const { swedishUnitPrices } = read('published-cases', 'welfare-accounts.json') as Cases;
    const known = swedishUnitPrices.filter(({ unit }) => services[unit] !== undefined);
    expect(known).toHaveLength(7);
    for (const { unit, sek, year } of known) {
      const price = unitPrices.find(
        (one) => one.country === 'SE' && one.service === services[unit] && one.priceYear === year,
      );
      expect(price?.price, `${unit} ${year}`).toBe(sek);
    }
  });

  it('the costs of crime of the Home Office', () => {
    interface Recent {
      readonly homeOfficeCrime2019_20: {
        readonly rows: readonly { readonly unitCost: number; readonly response: number }[];
      };
    }
    const { rows } = (read('unit-costs', 'uk-recent.json') as Recent).homeOfficeCrime2019_20;
    for (const { offence, whole, response } of costsOfCrime) {
      expect(
        rows.some((one) => one.unitCost === whole && one.response === response),
        offence,
      ).toBe(true);
    }
    expect(costsOfCrime).toHaveLength(rows.length - 1);
  });

  it('the programmes of Washington State, and their quantiles', () => {
    interface Programmes {
      readonly programs: readonly {
        readonly totalBenefits: number;
        readonly taxpayerBenefits: number;
        readonly costs: number;
        readonly bcr: number;
        readonly chanceBenefitsExceedCostsPct: number;
      }[];
    }
    const { programs } = read('benchmarks', 'wsipp-programs.json') as Programmes;
    for (const ours of programmeBenchmarks) {
      const same = programs.filter(
        (one) =>
          one.totalBenefits === ours.benefits &&
          one.taxpayerBenefits === ours.toTaxpayers &&
          one.costs === -ours.cost &&
          one.bcr === ours.ratio &&
          one.chanceBenefitsExceedCostsPct / 100 === ours.chance,
      );
      expect(same.length, ours.title).toBe(1);
    }
    const ratios = programs.map(({ bcr }) => bcr).sort((one, other) => one - other);
    const quantile = (share: number): number => {
      const at = (ratios.length - 1) * share;
      const [low, high] = [ratios[Math.floor(at)] ?? NaN, ratios[Math.ceil(at)] ?? NaN];
      return low + (at - Math.floor(at)) * (high - low);
    };
    const { programmes, p5, p25, median, p75, p95 } = programmeRatios;
    expect(programmes).toBe(ratios.length);
    for (const [share, value] of [
      [0.05, p5],
      [0.25, p25],
      [0.5, median],
      [0.75, p75],
      [0.95, p95],
    ] as const) {
      // Kept with four decimals.
      expect(Math.abs(quantile(share) - value)).toBeLessThan(5.1e-5);
    }
  });
});

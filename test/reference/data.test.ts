import { describe, expect, it } from 'vitest';
import { agencies, agencyOf } from '../../src/reference/agencies.js';
import {
  BASELINE_NOTE,
  baselines,
  RELAPSE_NOTE,
  relapseRates,
} from '../../src/reference/benchmarks/baselines.js';
import { programmeBenchmarks, programmeRatios } from '../../src/reference/benchmarks/programmes.js';
import { publishedAccounts } from '../../src/reference/benchmarks/published-accounts.js';
import { countries, factsOf, isCountry } from '../../src/reference/countries.js';
import { costsOfCrime } from '../../src/reference/fiscal/costs-of-crime.js';
import { greaterManchesterCosts, publicValueOf } from '../../src/reference/fiscal/greater-manchester.js';
import { indexSeries, missingSeries } from '../../src/reference/index-series.js';
import { coverageOf, isCivilDate, isFinancialYear } from '../../src/reference/price-years.js';
import { equalisationShares, taxParameters, termOfOffice } from '../../src/reference/public-finance.js';
import { gaps, referenceData } from '../../src/reference/reference-data.js';
import { services } from '../../src/reference/service-catalogue.js';
import { targetGroups } from '../../src/reference/target-groups.js';
import type { Source, UnitPrice } from '../../src/reference/unit-price.js';
import { serviceRowsOf, unitPrices } from '../../src/reference/unit-prices.js';

const VERIFIED = ['publisher-seen', 'secondary', 'unverified'];

function expectSource(source: Source, what: string): void {
  expect(source.title.trim().length, what).toBeGreaterThan(2);
  expect(source.publisher.trim().length, what).toBeGreaterThan(2);
  expect(source.licence.trim().length, what).toBeGreaterThan(2);
  expect(VERIFIED, what).toContain(source.verified);
  if (source.url !== undefined) expect(() => new URL(source.url ?? ''), what).not.toThrow();
  if (source.year !== undefined) expect(Number.isInteger(source.year), what).toBe(true);
}

const unique = (values: readonly string[]): void => {
  expect(values.length).toBeGreaterThan(0);
  expect([...new Set(values)]).toEqual(values);
};

const priced = unitPrices.filter(({ price }) => price !== null);

describe('services and agencies', () => {
  it('are the same services in every country, each with who pays and who publishes its price', () => {
    unique(services.map(({ id }) => id));
    expect(services.length).toBeGreaterThanOrEqual(25);
    for (const { code } of countries) {
      const rows = serviceRowsOf(code);
      expect(rows.map(({ service }) => service).toSorted(), code).toEqual(
        services.map(({ id }) => id).toSorted(),
      );
      for (const row of rows) {
        expect(agencyOf(code, row.agency), `${code} ${row.service}`).toBeDefined();
        expect(row.publisher.length, `${code} ${row.service}`).toBeGreaterThan(2);
        expect(row.list.length, `${code} ${row.service}`).toBeGreaterThan(2);
      }
    }
  });

  it('an agency has one id in its country, and only countries with data have agencies', () => {
    unique(agencies.map(({ country, id }) => `${country} ${id}`));
    expect(new Set(agencies.map(({ country }) => country))).toEqual(
      new Set(countries.map(({ code }) => code)),
    );
    expect(isCountry('DE')).toBe(false);
  });

  it('no service takes longer than its unit, and none gives a short-run share, since no source does', () => {
    for (const { id, daysPerUnit, unit, shortRunShare } of services) {
      const most = { month: 30.4375, day: 1, night: 1 }[unit] ?? 0;
      expect(daysPerUnit, id).toBeLessThanOrEqual(most);
      expect(shortRunShare).toBeNull();
    }
  });
});

describe('unit prices', () => {
  it('have codes of their own, an agency of the country and its currency', () => {
    unique(unitPrices.map(({ code }) => code));
    for (const { code, country, agency, currency, unit } of unitPrices) {
      expect(agencyOf(country, agency), code).toBeDefined();
      expect(currency, code).toBe(factsOf(country).currency);
      expect(unit.length, code).toBeGreaterThan(1);
    }
  });

  it('a price has a year, a source and how far it was verified; without a price there is none of them', () => {
    for (const { code, price, priceYear, source, printed } of unitPrices) {
      if (price === null) {
        expect([priceYear, source, printed], code).toEqual([null, null, undefined]);
        continue;
      }
      expect(Number.isFinite(price) && price >= 0, code).toBe(true);
      expect(source, code).not.toBeNull();
      if (source) expectSource(source, code);
      const year = priceYear ?? '';
      if (typeof year === 'string') expect(isFinancialYear(year), code).toBe(true);
      else expect(Number.isInteger(year) && year > 1990 && year < 2030, code).toBe(true);
    }
  });

  it('hold on days that exist, the first before the last, and never two of one kind on the same day', () => {
    const spans = priced.map((price) => ({ price, span: coverageOf(price) }));
    for (const { price, span } of spans) {
      expect(span && isCivilDate(span.from) && isCivilDate(span.to), price.code).toBe(true);
      expect((span?.from ?? '') <= (span?.to ?? ''), price.code).toBe(true);
    }
    const kind = ({ country, service, variant }: UnitPrice): string =>
      `${country} ${service} ${variant ?? ''}`;
    for (const one of spans) {
      for (const other of spans) {
        if (one === other || kind(one.price) !== kind(other.price)) continue;
        const apart =
          (one.span?.to ?? '') < (other.span?.from ?? '') || (other.span?.to ?? '') < (one.span?.from ?? '');
        expect(apart, `${one.price.code} and ${other.price.code}`).toBe(true);
      }
    }
  });

  it('a service has either prices or one entry that asks for them', () => {
    for (const { code } of countries) {
      for (const { id } of services) {
        const own = unitPrices.filter(({ country, service }) => country === code && service === id);
        const asked = own.filter(({ price }) => price === null);
        expect(own.length, `${code} ${id}`).toBeGreaterThan(0);
        expect(asked.length === 0 || own.length === 1, `${code} ${id}`).toBe(true);
      }
    }
  });

  it('what is printed for another span of time gives the price', () => {
    const spans: Readonly<Record<string, number>> = { year: 365.25, month: 30.4375, week: 7, day: 1 };
    const converted = priced.filter(({ printed }) => printed);
    expect(converted.length).toBeGreaterThan(8);
    for (const { code, price, printed, unit } of converted) {
      const to = spans[unit === 'night' ? 'day' : unit] ?? 0;
      const expected = ((printed?.price ?? 0) * to) / (spans[printed?.unit ?? ''] ?? 0);
      expect(Math.abs((price ?? 0) - expected), code).toBeLessThan(1e-9);
    }
  });

  it.each([
    ['SE.prison-day.2019', 3202],
    ['SE.remand-day.2019', 3255],
    ['SE.probation-day.2019', 336],
    ['SE.prison-day.2020', 3198],
    ['SE.remand-day.2020', 3132],
    ['SE.income-support-month.2019', 4080],
    ['DK.prison-day.2015.closed', 1878],
    ['DK.prison-day.2015.open', 1321],
    ['DK.remand-day.2015', 1199],
    ['DK.electronic-tagging-day.2015', 392],
    ['IT.prison-day.2013', 123.78],
    ['IT.prison-day.2024', 150.28],
    ['FR.prison-day.2013', 106],
  ])('%s is %d as printed', (code, price) => {
    expect(unitPrices.find((one) => one.code === code)?.price).toBe(price);
  });
});

describe('everything else', () => {
  it('price indices have positive figures, in the order of the years, and a source', () => {
    unique(indexSeries.map(({ id }) => id));
    for (const { id, values, years, source, forecastFrom } of indexSeries) {
      const list = Object.keys(values);
      expect(list, id).toEqual(list.toSorted());
      for (const [year, value] of Object.entries(values)) {
        expect(years === 'financial' ? isFinancialYear(year) : /^\d{4}$/.test(year), `${id} ${year}`).toBe(
          true,
        );
        expect(value, `${id} ${year}`).toBeGreaterThan(0);
      }
      if (forecastFrom !== null) expect(list, id).toContain(forecastFrom);
      expectSource(source, id);
    }
    const covered = new Set([...indexSeries, ...missingSeries].map(({ country }) => country));
    expect(covered).toEqual(new Set(countries.map(({ code }) => code)));
  });

  it('taxes are shares, their parts add to them, and without a source there is none', () => {
    unique(taxParameters.map(({ id }) => id));
    for (const { id, share, parts, source, validFrom, validTo } of taxParameters) {
      if (share === null) {
        expect([source, validFrom, validTo, Object.keys(parts).length], id).toEqual([null, null, null, 0]);
        continue;
      }
      expect(share > 0 && share < 1, id).toBe(true);
      if (source) expectSource(source, id);
      expect(source, id).not.toBeNull();
      expect(isCivilDate(validFrom ?? '') && isCivilDate(validTo ?? ''), id).toBe(true);
      const sum = Object.values(parts).reduce((total, part) => total + part, 0);
      // The parts are printed with two decimals of a per cent.
      if (Object.keys(parts).length > 0) expect(Math.abs(sum - share), id).toBeLessThan(1e-9);
    }
    expect(equalisationShares).toEqual([]);
  });

  it.each([
    ['SE', 4],
    ['IT', 5],
    ['FR', 6],
    ['ES', 4],
    ['DK', 4],
    ['UK', 4],
  ] as const)('in %s a municipal council sits for %d years', (country, years) => {
    const term = termOfOffice(country);
    expect(term?.years).toBe(years);
    if (term) expectSource(term.source, country);
  });

  it('unit costs of Greater Manchester: public value leaves transfers out', () => {
    unique(greaterManchesterCosts.map(({ code }) => code));
    const valueOf = (code: string): number => {
      const cost = greaterManchesterCosts.find((one) => one.code === code);
      return cost ? publicValueOf(cost) : NaN;
    };
    expect([valueOf('E&E1.0'), valueOf('E&E2.0'), valueOf('E&E3.0')]).toEqual([14_610, 13_700, 9_267]);
    for (const { code, fiscal, transfers, agency, partOf, source } of greaterManchesterCosts) {
      expect(transfers >= 0 && transfers <= (fiscal ?? 0), code).toBe(true);
      expect(agencyOf('UK', agency), code).toBeDefined();
      if (partOf !== null && partOf !== 'HE14.0') expect(valueOf(partOf), code).not.toBeNaN();
      expectSource(source, code);
    }
  });

  it('a benefit exit is the sum of its parts, which are never added to it', () => {
    for (const whole of ['E&E1.0', 'E&E2.0', 'E&E3.0']) {
      const parts = greaterManchesterCosts.filter(({ partOf }) => partOf === whole);
      expect(parts).toHaveLength(2);
      const sum = parts.reduce((total, { fiscal }) => total + (fiscal ?? 0), 0);
      expect(sum).toBe(greaterManchesterCosts.find(({ code }) => code === whole)?.fiscal);
    }
  });

  it('the parts of the cost of a crime add to the whole, to the ten that it is rounded to', () => {
    for (const { offence, whole, anticipation, consequence, response } of costsOfCrime) {
      expect(Math.abs(anticipation + consequence + response - whole), offence).toBeLessThanOrEqual(10);
    }
  });

  it('benchmarks are facts with their source; baselines are shares and carry their warning', () => {
    unique(publishedAccounts.map(({ id }) => id));
    for (const { id, figures, source } of publishedAccounts) {
      expectSource(source, id);
      expect(figures.length, id).toBeGreaterThan(0);
      for (const { low, high } of figures) expect(low <= high, id).toBe(true);
    }
    for (const { area, share, source } of baselines) {
      expect(share > 0 && share < 1, area).toBe(true);
      expectSource(source, area);
    }
    expect(BASELINE_NOTE).toContain('range');
    expect(relapseRates).toEqual([]);
    expect(RELAPSE_NOTE).toContain('No relapse rate');
    for (const { title, benefits, cost, ratio } of programmeBenchmarks) {
      // Printed to the dollar and to two decimals.
      expect(Math.abs(benefits / cost - ratio), title).toBeLessThan(0.02 * Math.max(1, Math.abs(ratio)));
    }
    expect(programmeRatios.p25 < programmeRatios.median && programmeRatios.median < programmeRatios.p75).toBe(
      true,
    );
  });

  it('there are fourteen target groups, each with an id of its own', () => {
    unique(targetGroups.map(({ id }) => id));
    expect(targetGroups).toHaveLength(14);
    expect(targetGroups.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual([
      'disability',
      'mental-ill-health',
      'substance-misuse',
      'ethnic-minorities',
    ]);
  });

  it('names what is missing: every service without a price, and what nobody was found to publish', () => {
    const missing = gaps();
    expect(missing.filter(({ what }) => what.startsWith('price: '))).toHaveLength(
      unitPrices.filter(({ price }) => price === null).length,
    );
    for (const { ask, what } of missing) expect(ask.length, what).toBeGreaterThan(3);
    expect(missing.map(({ what }) => what)).toContain('relapse rates');
  });

  it('holds no list that may not be passed on', () => {
    const all = JSON.stringify(referenceData);
    expect(all).not.toMatch(/\bHACT\b|\bTOMs?\b|Social Value Portal|UK Social Value Bank/i);
  });
});

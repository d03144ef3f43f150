import { describe, expect, it } from 'vitest';
import {
  account,
  explained,
  type File,
  referenceCareers,
  refusals,
  row,
  valueMap,
  valueMapFile,
} from '../../cases/files.js';

const file = (proxy: File, more: File = {}): File => ({
  ...valueMapFile(
    { discounting: 'none' },
    [{ value: 100 }],
    [row('A', 1, 100, { proxy: { value: 100, source: 'test', ...proxy } })],
  ),
  ...more,
});
const found = (one: File, code: string) =>
  valueMap(one)
    .problems.filter((problem) => problem.code === code)
    .map(({ severity, path, values }) => [`${severity} ${path}`, values] as const);

describe('a price in another currency', () => {
  it('keeps the result from being published where nothing converts it', () => {
    expect(found(file({ currency: 'EUR' }), 'currency-mixed')).toEqual([
      ['error /outcomes/0/proxy/currency', { what: 'outcome A', given: 'EUR', currency: 'GBP' }],
    ]);
    expect(found(file({ currency: 'GBP' }), 'currency-mixed')).toEqual([]);
  });

  it('is not converted by a factor from yet another', () => {
    const conversion = { fromYear: 2025, toYear: 2025, factor: 0.9, source: 'test' };
    const with_ = (more: File) =>
      file({ currency: 'EUR' }, { conversions: { 'outcomes.A.proxy': { ...conversion, ...more } } });
    expect(found(with_({}), 'currency-mixed')).toHaveLength(1);
    expect(found(with_({ fromCurrency: 'USD' }), 'currency-mixed')).toHaveLength(1);
    const right = with_({ fromCurrency: 'EUR' });
    expect(found(right, 'currency-mixed')).toEqual([]);
    expect(valueMap(right).pvBenefits).toBe(90);
    expect(explained(right, 'pvBenefits').unit).toBe('GBP 2025');
  });

  it('is found in an account too, and refused where it is no currency', () => {
    const given = referenceCareers();
    const services = given['services'] as File[];
    const foreign = { ...given, services: [{ ...services[0], currency: 'NOK' }, ...services.slice(1)] };
    expect(account(foreign).problems.find(({ code }) => code === 'currency-mixed')?.path).toBe(
      '/services/0/currency',
    );
    expect(refusals(file({ currency: 'euro' }))).toEqual(['/outcomes/0/proxy/currency']);
  });
});

describe('a price of another time', () => {
  const conversion = (fromYear: number) => ({
    'outcomes.A.proxy': { fromYear, toYear: 2025, factor: 1.1, source: 'index' },
  });

  it('is old six years before, converted or not', () => {
    expect(found(file({ priceYear: 2019 }, { conversions: conversion(2019) }), 'price-year-old')).toEqual([
      [
        'warning /outcomes/0/proxy/priceYear',
        { what: 'The price of “outcome A”', priceYear: 2019, age: 6, targetYear: 2025 },
      ],
    ]);
    expect(found(file({ priceYear: 2020 }, { conversions: conversion(2020) }), 'price-year-old')).toEqual([]);
  });

  it('is the whole assessment where its period ended long after its price year', () => {
    const late = { period: { from: '2031-01-01', to: '2032-01-01' } };
    expect(found(file({}, late), 'price-year-old').map(([place]) => place)).toEqual(['warning /priceYear']);
    const sooner = { period: { from: '2030-01-01', to: '2031-01-01' } };
    expect(found(file({}, sooner), 'price-year-old')).toEqual([]);
  });

  it('is not converted by a factor from another year', () => {
    expect(
      found(file({ priceYear: 2021 }, { conversions: conversion(2022) }), 'conversion-from-another-year'),
    ).toEqual([
      ['warning /outcomes/0/proxy/priceYear', { what: 'outcome A', priceYear: 2021, fromYear: 2022 }],
    ]);
    expect(
      found(file({ priceYear: 2022 }, { conversions: conversion(2022) }), 'conversion-from-another-year'),
    ).toEqual([]);
  });

  it('is converted by a factor that somebody can look up', () => {
    const bare = { 'outcomes.A.proxy': { fromYear: 2021, toYear: 2025, factor: 1.1 } };
    expect(
      found(file({ priceYear: 2021 }, { conversions: bare }), 'source-missing').map(([place]) => place),
    ).toContain('warning /conversions/outcomes.A.proxy/factor');
  });
});

describe('evidence', () => {
  const evidence = (note: File) => file({}, { evidence: { 'outcomes.A.deadweight': note } });

  it('is old eleven years before the end of the period, by the latest year its source names', () => {
    expect(found(evidence({ source: 'Survey of 2009 and 2014' }), 'evidence-old')).toEqual([
      ['information /outcomes/0/deadweight', { source: 'Survey of 2009 and 2014', year: 2014, age: 11 }],
    ]);
    expect(found(evidence({ source: 'Survey of 2009, repeated 2015' }), 'evidence-old')).toEqual([]);
  });

  it('is as old as the file says', () => {
    expect(found(evidence({ source: 'Survey, printed 2024', year: 2001 }), 'evidence-old')).toEqual([
      ['warning /outcomes/0/deadweight', { source: 'Survey, printed 2024', year: 2001, age: 24 }],
    ]);
    expect(found(evidence({ source: 'Survey of 1999', year: 2024 }), 'evidence-old')).toEqual([]);
  });

  it.each(['SFS 1998:1276', 'doi 10.1016/1998.04', 'report 19981', 'no year'])(
    'is not old for a number in its name: %s',
    (source) => expect(found(evidence({ source }), 'evidence-old')).toEqual([]),
  );

  it('is named once, however many numbers rest on it', () => {
    const note = { source: 'Survey of 1999' };
    const both = { 'outcomes.A.deadweight': note, 'outcomes.A.attribution': note };
    expect(found(file({}, { evidence: both }), 'evidence-old')).toHaveLength(1);
  });
});

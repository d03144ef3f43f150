import { describe, expect, it } from 'vitest';
import {
  account,
  type File,
  referenceCareers,
  referenceStates,
  row,
  valueMap,
  valueMapFile,
} from '../../cases/files.js';

const missing = (problems: ReturnType<typeof valueMap>['problems']) =>
  problems
    .filter(({ code }) => code === 'source-missing')
    .map(({ path, severity }) => `${severity} ${path}`)
    .sort();

const map = (more: File = {}, outcome: File = {}) =>
  valueMap({
    ...valueMapFile(
      { discounting: 'none' },
      [{ id: 'I', value: 100, source: 'ledger' }],
      [row('A', 5, 10, outcome)],
    ),
    ...more,
  }).problems;

const evidence = {
  'outcomes.A.quantity': { source: 'register' },
  'outcomes.A.deadweight': { method: 'compared with a waiting list' },
  'outcomes.A.displacement': { source: 'survey' },
  'outcomes.A.attribution': { source: 'survey' },
};

describe('a number that nobody can look up', () => {
  it('is named at its place: quantities and each deduction', () => {
    expect(missing(map())).toEqual([
      'warning /outcomes/0/attribution',
      'warning /outcomes/0/deadweight',
      'warning /outcomes/0/displacement',
      'warning /outcomes/0/quantity',
    ]);
    expect(missing(map({ evidence }))).toEqual([]);
  });

  it('is an input or a price as well, and how long it lasts', () => {
    const bare = valueMap({
      ...valueMapFile(
        { discounting: 'none' },
        [{ value: 100 }],
        [row('A', 5, 10, { proxy: { value: 10 }, durationYears: 3, dropOff: 0.5 })],
      ),
      evidence,
    }).problems;
    expect(missing(bare)).toEqual([
      'information /outcomes/0/durationYears',
      'warning /inputs/0/value',
      'warning /outcomes/0/dropOff',
      'warning /outcomes/0/proxy/value',
    ]);
  });

  it('is not named where nobody has assessed it: that is said otherwise', () => {
    const open = map({ evidence: { 'outcomes.A.quantity': { source: 'x' } } }, { deadweight: null });
    expect(missing(open)).not.toContain('warning /outcomes/0/deadweight');
    expect(open.map(({ code }) => code)).toContain('not-assessed');
  });

  it('is named once where several numbers are one parameter', () => {
    const parameters = { half: { value: 0.5 } };
    const shared = { deadweight: { of: 'half' }, attribution: { of: 'half' } };
    const known = {
      'outcomes.A.quantity': { source: 'x' },
      'outcomes.A.displacement': { source: 'x' },
    };
    expect(missing(map({ parameters, evidence: known }, shared))).toEqual(['warning /parameters/half/value']);
    const sourced = { half: { value: 0.5, source: 'published rate' } };
    expect(missing(map({ parameters: sourced, evidence: known }, shared))).toEqual([]);
  });

  it('is named once for a series, unless each of its years has a source', () => {
    const series = [
      { year: 1, quantity: 3 },
      { year: 2, quantity: 4 },
    ];
    const given = { quantity: undefined, durationYears: undefined, dropOff: undefined, series };
    const known: File = { ...evidence };
    delete known['outcomes.A.quantity'];
    expect(missing(map({ evidence: known }, given))).toEqual(['warning /outcomes/0/series']);
    const years = {
      'outcomes.A.series.1.quantity': { source: 'x' },
      'outcomes.A.series.2.quantity': { source: 'x' },
    };
    expect(missing(map({ evidence: { ...known, ...years } }, given))).toEqual([]);
  });

  it('is counted, not named, where there are hundreds', () => {
    const many = valueMap(
      valueMapFile(
        { discounting: 'none' },
        [{ id: 'I', value: 100, source: 'ledger' }],
        Array.from({ length: 60 }, (_, at) => row(`R${at}`, 1, 1)),
      ),
    ).problems;
    expect(missing(many)).toHaveLength(200);
    expect(many.find(({ code }) => code === 'sources-missing')?.values).toEqual({ count: 40 });
  });
});

describe('an account', () => {
  it('needs a source for every share, what people use, and every price and cost', () => {
    expect(missing(account(referenceCareers()).problems)).toEqual([
      'information /careers/0/entrants',
      'information /conventions/discountRate',
      'warning /careers/0/attribution',
      'warning /careers/0/deadweight',
      'warning /careers/0/displacement',
      'warning /careers/0/dropOff',
      'warning /careers/0/successShare',
      'warning /careers/0/withSuccess',
      'warning /careers/0/without',
      'warning /careers/0/work',
    ]);
    const bare = referenceCareers(
      {},
      { programmeCost: [{ paidBy: 'municipality', perEntrant: 1, time: 0 }] },
    );
    expect(missing(account(bare).problems)).toContain('warning /programmeCost/0/perEntrant');
    const services = (bare['services'] as File[]).map((service) => ({ ...service, source: undefined }));
    expect(missing(account({ ...bare, services }).problems)).toContain('warning /services/0/price');
  });

  it('needs one for the shares of each side of a cohort', () => {
    const found = missing(account(referenceStates()).problems);
    expect(found).toContain('warning /cohorts/0/with');
    expect(found).toContain('warning /cohorts/0/without');
    expect(found).toContain('warning /cohorts/0/attribution');
  });

  it('needs to know who pays which part of a service that several pay', () => {
    const file = referenceCareers();
    const services = (file['services'] as File[]).map((service) =>
      service['id'] === 'care' ? { ...service, paidBy: { region: 0.5, municipality: 0.5 } } : service,
    );
    expect(missing(account({ ...file, services }).problems)).toContain('information /services/5/paidBy');
    expect(missing(account(file).problems)).not.toContain('information /services/5/paidBy');
  });
});

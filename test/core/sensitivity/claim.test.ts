import { beforeEach, describe, expect, it } from 'vitest';
import { account, type File, referenceCareers, row, valueMap, valueMapFile } from '../../cases/files.js';

/** Of the value itself: what one evaluation loses. */
const RELATIVE = 1e-9;

function claimed(value: number | string, figure?: string): File {
  return {
    context: { published: [{ what: 'a claim', value, source: 'a leaflet', ...(figure && { figure }) }] },
  };
}

const account10 = (value: number, more: File = {}) =>
  account(referenceCareers({}, { horizons: [1], ...claimed(value, 'horizons.1.npv'), ...more }));

describe('what would have to be true for a claim', () => {
  let result: ReturnType<typeof account10>;
  let claim: (typeof result)['claims'][number] | undefined;
  beforeEach(() => {
    result = account10(1_000_000);
    [claim] = result.claims;
  });

  it('is set beside our figure', () => {
    expect(claim).toMatchObject({
      what: 'a claim',
      source: 'a leaflet',
      figure: 'horizons.1.npv',
      label: 'net present value over 1 year, per person',
      unit: 'SEK 2020/person',
      claimed: 1_000_000,
      ours: result.horizons[0]?.npv,
    });
  });

  it('is a value for each input, at which the account gives the claim', () => {
    const prison = claim?.needed.find(({ input }) => input === 'services.prison.price');
    expect(prison).toMatchObject({ value: 3198, reachable: true, label: 'price of prison' });
    const services = (referenceCareers()['services'] as File[]).map((service) =>
      service['id'] === 'prison' ? { ...service, price: prison?.needed } : service,
    );
    const there = account10(1_000_000, { services }).horizons[0]?.npv ?? Number.NaN;
    expect(Math.abs(there - 1_000_000)).toBeLessThanOrEqual(RELATIVE * 1_000_000);
  });

  it('says of a share that would have to be above the whole that it cannot be', () => {
    const share = claim?.needed.find(({ input }) => input === 'careers.typical.successShare');
    expect(share?.reachable).toBe(false);
    expect(share?.needed).toBeGreaterThan(1);
  });

  it('names what can reach it first, the nearest first, and at most fifteen', () => {
    const reachable = claim?.needed.map((need) => need.reachable) ?? [];
    expect(reachable.indexOf(false)).toBe(reachable.filter(Boolean).length);
    const distances = (claim?.needed ?? [])
      .filter((need) => need.reachable)
      .map(({ needed, value }) => Math.abs((needed ?? 0) - value) / value);
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
    expect(claim?.needed.length).toBeLessThanOrEqual(15);
    expect(claim?.needed.length).toBeGreaterThan(8);
  });

  it('is out of reach where even everything at its favourable end does not do', () => {
    expect(claim?.reachable).toBe(false);
    expect(claim?.favourable).toBeGreaterThan(claim?.ours ?? Number.NaN);
    expect(claim?.favourable).toBeLessThan(1_000_000);
  });

  it('is within reach where it does, by the range of an input', () => {
    const wide = { 'services.prison.price': { distribution: 'uniform', low: 0, high: 200_000 } };
    const [ranged] = account10(1_000_000, { uncertainty: { draws: 100, inputs: wide } }).claims;
    expect(ranged?.reachable).toBe(true);
  });

  it('asks nothing where the claim is what we have', () => {
    const ours = account10(1).horizons[0]?.npv ?? Number.NaN;
    const [same] = account10(ours).claims;
    expect(same).toMatchObject({ reachable: true, favourable: ours, needed: [] });
  });

  it('looks downwards for a claim below ours', () => {
    const [low] = account10(-110_000).claims;
    expect(low?.reachable).toBe(true);
    expect(low?.favourable).toBeLessThan(-110_000);
  });

  it('is asked of any kind, and of any figure', () => {
    const map = valueMap({
      ...valueMapFile({ discounting: 'none' }, [{ id: 'grant', value: 1_000 }], [row('W1', 10, 150)]),
      ...claimed(3, 'ratio'),
    });
    const needed = (map.claims[0]?.needed ?? []).filter(({ reachable }) => reachable);
    expect(needed.map(({ input }) => input)).toEqual([
      'inputs.grant.value',
      'outcomes.W1.proxy',
      'outcomes.W1.quantity',
    ]);
    needed.forEach(({ needed: value }, at) => {
      const expected = [500, 300, 20][at] ?? Number.NaN;
      expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(RELATIVE * expected);
    });
  });

  it.each([
    ['is words', claimed('nearly three to one', 'ratio')],
    ['names no figure', claimed(3)],
    ['names a figure there is not', claimed(3, 'no-such-figure')],
  ])('is not asked where the claim %s', (_what, more) => {
    expect(account(referenceCareers({}, { horizons: [1], ...more })).claims).toEqual([]);
  });
});

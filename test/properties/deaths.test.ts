import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, type File } from '../cases/files.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const cost = fc.integer({ min: 0, max: 400_000 });

/** Lives by what they cost in a year; the better ones are never dearer than the worse. */
const lives = fc.record({
  worse: fc.array(cost, { minLength: 1, maxLength: 3 }),
  better: fc.array(share, { minLength: 1, maxLength: 3 }),
  leaving: fc.array(share, { minLength: 3, maxLength: 3 }),
  dying: share,
  dyingMore: share,
  dyingWithout: fc.double({ min: 0, max: 0.5, noNaN: true }),
  horizon: fc.integer({ min: 2, max: 8 }),
});

interface Lives {
  readonly worse: readonly number[];
  readonly better: readonly number[];
  readonly leaving: readonly number[];
  readonly dyingWithout: number;
  readonly horizon: number;
}

/** Better lives with the programme and worse ones without; people move on to the next life of their side, or die. */
function fileOf({ worse, better, leaving, dyingWithout, horizon }: Lives, dying: number): File {
  const least = Math.min(...worse);
  const costs = [...better.map((part) => part * least), ...worse];
  const names = costs.map((_, at) => `life${at}`);
  const [betterNames, worseNames] = [names.slice(0, better.length), names.slice(better.length)];
  const path = (own: readonly string[], dead: number): File => ({
    start: { [own[0] ?? '']: 1 },
    transitions: Object.fromEntries(
      own.map((name, at) => {
        const next = own[at + 1];
        const left = (leaving[at] ?? 0) * (1 - dead);
        return [name, { dead, ...(next !== undefined && { [next]: left }) }];
      }),
    ),
  });
  return {
    format: 'bokslut-assessment/1',
    kind: 'welfare-account',
    title: 'deaths',
    period: { from: '2025-01-01', to: '2026-01-01' },
    basis: 'forecast',
    currency: 'EUR',
    priceYear: 2025,
    conventions: { discounting: 'year-end', discountRate: 0.03 },
    horizons: [1, horizon],
    headlineHorizon: horizon,
    agencies: [{ id: 'state' }],
    services: [{ id: 'care', price: 1, kind: 'real', paidBy: { state: 1 }, source: 'test' }],
    states: [...costs.map((care, at) => ({ id: names[at] ?? '', use: { care } })), { id: 'dead' }],
    cohorts: [
      {
        id: 'all',
        entrants: 10,
        with: path(betterNames, dying),
        without: path(worseNames, dyingWithout),
        attribution: 0,
      },
    ],
    programmeCost: [{ paidBy: 'state', perEntrant: 1_000, time: 0, source: 'test' }],
  };
}

/** Of amounts up to some millions. */
const ROUNDING = 1e-6;

describe('deaths with the programme', () => {
  it('never improve an account in which every life with it is worth at least the mean without', () => {
    fc.assert(
      fc.property(lives, (drawn) => {
        const [fewer, more] = [drawn.dying, drawn.dyingMore].sort((one, other) => one - other);
        const [before, after] = [account(fileOf(drawn, fewer ?? 0)), account(fileOf(drawn, more ?? 0))];
        before.horizons.forEach((horizon, at) =>
          expect(after.horizons[at]?.npv ?? Number.NaN).toBeLessThanOrEqual((horizon.npv ?? 0) + ROUNDING),
        );
        expect(after.problems.some(({ code }) => code === 'death-counts-as-gain')).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('are said where they do improve one', () => {
    fc.assert(
      fc.property(lives, (drawn) => {
        // Lives with the programme that are worse than any without it.
        const dear = { ...drawn, better: [3], worse: [100_000] };
        const [none, all] = [account(fileOf(dear, 0)), account(fileOf(dear, 0.5))];
        const last = (result: typeof none) => result.horizons.at(-1)?.npv ?? Number.NaN;
        expect(last(all)).toBeGreaterThan(last(none));
        const said = all.problems.filter(({ code }) => code === 'death-counts-as-gain');
        expect(said.map(({ path, values }) => `${path} ${values['year'] ?? ''}`)).toEqual([
          '/cohorts/0/with 2',
        ]);
        expect(none.problems.some(({ code }) => code === 'death-counts-as-gain')).toBe(false);
      }),
      { numRuns: 5 },
    );
  });
});

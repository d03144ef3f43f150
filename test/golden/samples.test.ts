import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { result } from '../cases/files.js';

const samples = new URL('../../samples/', import.meta.url);
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(name, samples), 'utf8')) as Record<string, unknown>;
const names = readdirSync(samples).filter((name) => name.endsWith('.json'));

describe.each(names)('sample %s', (name) => {
  // A change here changes a figure somebody may have quoted: raise the model version with it.
  it('gives the stored result, to the last digit', async () => {
    const figures = { ...result(read(name)), assessment: undefined };
    await expect(`${JSON.stringify(figures, null, 1)}\n`).toMatchFileSnapshot(
      `./${name.replace('.json', '.result.json')}`,
    );
  });

  it('has nothing in it that keeps it from being published', () => {
    expect(result(read(name)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('published figures of the samples', () => {
  /** Half the last printed digit. */
  const tolerance = { four: 0.00005, two: 0.005 };

  it('prison workshops: 1.1358 with the published multipliers', () => {
    const ratio = result(read('prison-workshops.as-published.json'));
    expect(Math.abs((ratio.kind === 'value-map' ? (ratio.ratio ?? 0) : 0) - 1.1358)).toBeLessThanOrEqual(
      tolerance.four,
    );
  });

  it('shelter: 1.26, and 2.21 before deductions', () => {
    const shelter = result(read('shelter.json'));
    if (shelter.kind !== 'value-map') throw new Error('not a value map');
    expect(Math.abs((shelter.ratio ?? 0) - 1.26)).toBeLessThanOrEqual(tolerance.two);
    expect(Math.abs((shelter.grossRatio ?? 0) - 2.21)).toBeLessThanOrEqual(tolerance.two);
  });

  it('the cooperative gives the same in careers and in states', () => {
    const [careers, states] = ['work-cooperative.json', 'work-cooperative.states.json'].map((name) =>
      result(read(name)),
    );
    if (careers?.kind !== 'welfare-account' || states?.kind !== 'welfare-account')
      throw new Error('not accounts');
    careers.horizons.forEach((horizon, at) => {
      const other = states.horizons[at];
      // The shares of later years are multiplied in another order.
      const close = (one: number | null, two: number | null | undefined) =>
        Math.abs((one ?? 0) - (two ?? Number.NaN)) <= 1e-9 * Math.abs(one ?? 0) + 1e-6;
      expect(close(horizon.npv, other?.npv)).toBe(true);
      for (const [actor, { net }] of Object.entries(horizon.actors))
        expect(close(net, other?.actors[actor]?.net), actor).toBe(true);
    });
  });
});

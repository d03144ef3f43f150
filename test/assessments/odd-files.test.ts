import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateAssessment, prepareAssessment } from '../../src/assessments/assessments.service.js';

type Holder = Record<string, unknown>;

/** What somebody, or a program, may leave where something else belongs. */
const ODD: readonly unknown[] = [
  ...[null, true, [], {}, [null], '', 'x', 'constructor', '__proto__', '2024-02-30', 'ö'.repeat(300)],
  ...[0, -0, -1, 0.5, 2, 100, 366, 1000, 1e-300, 1e15, -1e15, 1e300],
  ...[{ of: 'x' }, { of: [] }],
];
const FACTORS = [-1, 0, 0.001, 10, 1e6];

const samples = (): readonly Holder[] =>
  readdirSync('samples')
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`samples/${name}`, 'utf8')) as Holder);

/** Every value of a file, with what it stands in. */
function places(value: unknown): readonly (readonly [holder: Holder, key: string])[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...places(holder[key])]);
}

/** One change: something taken away, given twice, made larger or turned, or replaced. */
const changes = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('remove', 'repeat', 'scale', 'scale', 'scale', 'replace'),
  factor: fc.constantFrom(...FACTORS),
  odd: fc.constantFrom(...ODD),
});

function changed(
  file: Holder,
  { place, how, factor, odd }: typeof changes extends fc.Arbitrary<infer T> ? T : never,
) {
  const all = places(file);
  const numbers = all.filter(([holder, key]) => typeof holder[key] === 'number');
  const [holder, key] = how === 'scale' ? numbers[place % numbers.length]! : all[place % all.length]!;
  if (how === 'scale') holder[key] = (holder[key] as number) * factor;
  else if (how === 'repeat' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (how === 'remove') Reflect.deleteProperty(holder, key);
  else holder[key] = structuredClone(odd);
}

/** Numbers that no JSON can hold, by their place. */
function notFinite(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => notFinite(one, `${path}/${key}`));
}

const UNFINISHED = /undefined|NaN|Infinity|\[object|[{}]/;

describe('a file in which something is odd', () => {
  it('is refused with its reasons, or worked out to numbers and whole sentences', () => {
    const files = samples();
    fc.assert(
      fc.property(fc.nat(), fc.array(changes, { minLength: 1, maxLength: 3 }), (which, odd) => {
        const file = structuredClone(files[which % files.length]!);
        if (file['uncertainty']) (file['uncertainty'] as Holder)['draws'] = 100;
        for (const one of odd) changed(file, one);
        const read = prepareAssessment(JSON.stringify(file));
        if (!read.ok) {
          expect(read.refusals.length).toBeGreaterThan(0);
          for (const { message } of read.refusals) expect(message).toMatch(/^(?!.*(?:undefined|NaN)).{5,}/);
          return;
        }
        const worked = calculateAssessment(read.prepared);
        expect(notFinite({ ...worked, assessment: null })).toEqual([]);
        for (const { message } of worked.problems) expect(message).not.toMatch(UNFINISHED);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it.each([
    ['a distribution named as something every object has', 'work-cooperative', 'distribution', 'constructor'],
    ['a year of a price that is none', 'rough-sleeping', 'priceYear', 'x'],
  ])('is refused in words: %s', (_, sample, field, value) => {
    const file = JSON.parse(readFileSync(`samples/${sample}.json`, 'utf8')) as Holder;
    for (const [holder, key] of places(file)) if (key === field) holder[key] = value;
    const read = prepareAssessment(JSON.stringify(file));
    expect(read.ok).toBe(false);
    if (!read.ok) for (const { message } of read.refusals) expect(message).not.toMatch(/NaN|undefined/);
  });
});

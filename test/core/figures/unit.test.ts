import { describe, expect, it } from 'vitest';
import {
  commonUnit,
  inverseUnit,
  money,
  MONTH,
  NUMBER,
  PERSON,
  plainUnit,
  productUnit,
  type Unit,
  unitName,
} from '../../../src/core/figures/unit.js';

const SEK: Unit = { 'SEK 2025': 1 };

describe('a unit', () => {
  it.each<[string, Unit]>([
    ['1', {}],
    ['person', PERSON],
    ['month', MONTH],
    ['EUR 2020', money('EUR', 2020)],
    ['SEK 2025/person', { 'SEK 2025': 1, person: -1 }],
    ['1/person', { person: -1 }],
    ['person^2', { person: 2 }],
    ['1/month/person^2', { person: -2, month: -1 }],
    ['SEK 2025·month', { month: 1, 'SEK 2025': 1 }],
    ['1', { person: 0 }],
  ])('is written %s', (name, unit) => {
    expect(unitName(unit)).toBe(name);
    expect(unitName(unit)).toBe(name);
  });

  it('is a product of what is multiplied', () => {
    expect(productUnit([SEK, { person: -1 }, PERSON])).toEqual(SEK);
    expect(productUnit([PERSON, PERSON])).toEqual({ person: 2 });
    expect(productUnit([NUMBER, SEK, {}])).toEqual(SEK);
    expect(productUnit([NUMBER, PERSON])).toBe(PERSON);
    expect(productUnit([PERSON, { person: -1 }])).toBe(NUMBER);
    expect(productUnit([])).toBe(NUMBER);
    expect(productUnit([{ person: -1 }, { person: -2 }])).toEqual({ person: -3 });
  });

  it('may be money over money, of one year or of two, but never money times money', () => {
    expect(productUnit([SEK, inverseUnit(SEK)])).toEqual({});
    expect(productUnit([SEK, inverseUnit(money('EUR', 2025))])).toEqual({ 'SEK 2025': 1, 'EUR 2025': -1 });
    expect(() => productUnit([SEK, SEK])).toThrow('money times money: SEK 2025 × SEK 2025');
    expect(() => productUnit([SEK, PERSON, money('EUR', 2020)])).toThrow('money times money');
    // What looks a little like money is none.
    for (const base of ['SEK 20255', 'ASEK 2025', 'sek 2025', 'SEK', 'SEK 205', 'SEK 2025 x', 'x SEK 2025'])
      expect(productUnit([{ [base]: 1 }, { [base]: 1 }]), base).toEqual({ [base]: 2 });
  });

  it('is turned over by dividing', () => {
    expect(inverseUnit({ 'SEK 2025': 1, person: -1 })).toEqual({ 'SEK 2025': -1, person: 1 });
    expect(inverseUnit(NUMBER)).toBe(NUMBER);
  });

  it('is shared by what is added', () => {
    expect(commonUnit([SEK, money('SEK', 2025), SEK])).toEqual(SEK);
    expect(commonUnit([])).toBe(NUMBER);
    expect(() => commonUnit([SEK, PERSON])).toThrow('cannot add SEK 2025 and person');
  });

  it('is none where a plain number is needed', () => {
    expect(plainUnit([NUMBER, {}, { person: 0 }])).toBe(NUMBER);
    expect(() => plainUnit([NUMBER, SEK])).toThrow('a plain number was needed, not SEK 2025');
  });

  it('that is wrong is a fault with a name of its own', () => {
    expect(() => plainUnit([SEK])).toThrow(expect.objectContaining({ name: 'UnitFault' }) as Error);
  });
});

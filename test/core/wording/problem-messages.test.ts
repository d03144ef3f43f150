import { describe, expect, it } from 'vitest';
import { problemCodes, problemText } from '../../../src/core/wording/problem-messages.js';

const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe('the words of a problem', () => {
  it.each(problemCodes)('%s says what was found, why it matters and what to do', (code) => {
    const { message, why, fix } = problemText(code, {});
    for (const text of [message, why, fix]) expect(text.length).toBeGreaterThan(20);
    expect(new Set([message, why, fix]).size).toBe(3);
    // Whoever makes the problem gives the values of its message: the other texts may use no others.
    for (const place of [...placesOf(why), ...placesOf(fix)]) expect(placesOf(message)).toContain(place);
  });

  it('fills its places', () => {
    const { message, fix } = problemText('price-year-mixed', {
      what: 'care',
      priceYear: 2009,
      targetYear: 2025,
    });
    expect(message).toContain('care is in prices of 2009, the assessment in prices of 2025');
    expect(fix).toContain('from 2009 to 2025');
  });
});

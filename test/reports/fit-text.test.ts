import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from '../../src/reports/charts/fit-text.js';

describe('text fitted into a drawing', () => {
  const size = 12.5;
  const width = 180;

  it('leaves alone what goes into one line', () => {
    expect(fitText('Justice system', width, size)).toEqual(['Justice system']);
  });

  it('breaks between words, and says with an ellipsis that there is more', () => {
    const lines = fitText(
      'Greater participation in cultural, civic and social life of the place',
      width,
      size,
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('Greater participation in');
    expect(lines[1]).toMatch(/…$/);
  });

  it.each(['x'.repeat(300), 'W'.repeat(300), '👩‍👧'.repeat(40), 'कखग '.repeat(50)])(
    'never makes a line wider than it may be: %.8s',
    (text) => {
      const lines = fitText(text, width, size);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(textWidth(line, size)).toBeLessThanOrEqual(width);
    },
  );

  it('gives no line for no text', () => {
    expect(fitText('', width, size)).toEqual([]);
  });
});

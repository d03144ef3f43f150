import { describe, expect, it } from 'vitest';
import { evidenceCodes, evidenceMessage } from '../../../src/core/wording/evidence-messages.js';

describe('the words of evidence', () => {
  it('are whole sentences, one for each code', () => {
    expect(evidenceCodes.length).toBeGreaterThan(40);
    const texts = evidenceCodes.map((code) => evidenceMessage(code));
    for (const text of texts) expect(text).toMatch(/^[A-Z{].{20,}\.$/s);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('name their values', () => {
    expect(evidenceMessage('small-sample', { people: 3 })).toContain('Only 3 people in the smallest group');
    expect(evidenceMessage('overlap', { days: 4, other: 7 })).toContain('first 4 days overlap with row 7');
  });
});

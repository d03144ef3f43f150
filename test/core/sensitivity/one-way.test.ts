import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculateAssessment, prepareAssessment } from '../../../src/assessments/assessments.service.js';

const file = readFileSync(new URL('../../../samples/work-cooperative.json', import.meta.url), 'utf8');

function sensitivityOf(text: string) {
  const preparation = prepareAssessment(text);
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.refusals));
  return calculateAssessment(preparation.prepared).sensitivity;
}

describe('a share that is given as a parameter', () => {
  it('is never said to break even above the whole', () => {
    const parameters = sensitivityOf(file).filter(({ input }) => input.startsWith('parameters.'));
    expect(parameters.length).toBeGreaterThan(2);
    for (const { switchingValue, reachable, to } of parameters) {
      expect(to).toBeLessThanOrEqual(1);
      if (reachable) expect(switchingValue).toBeLessThanOrEqual(1);
    }
    expect(parameters.some(({ reachable }) => !reachable)).toBe(true);
  });

  it('has a range within the whole, or the file is refused', () => {
    const beyond = file.replace(/("parameters.relapse": \{[^}]*"high": )0\.3/, '$11.3');
    expect(beyond).not.toBe(file);
    const preparation = prepareAssessment(beyond);
    expect(preparation.ok).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { account, referenceCareers } from '../cases/files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

const vectors = JSON.parse(readFileSync(join(folder, 'test-vectors', 'welfare-actors.json'), 'utf8')) as {
  afterDisplacement: Record<string, number>;
};

describe('welfare actors', () => {
  const { afterDisplacement } = account(referenceCareers());
  const totals: Record<string, number | null> = {
    society: afterDisplacement.societyGain,
    publicBudget: afterDisplacement.publicBudget,
    ...afterDisplacement.actors,
  };

  it.each(Object.entries(vectors.afterDisplacement))('%s after displacement', (name, expected) => {
    // Half the last printed digit.
    expect(Math.abs((totals[name] ?? Number.NaN) - expected)).toBeLessThanOrEqual(0.005);
  });
});

import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import { expect, it } from 'vitest';
import { referenceData } from '../../src/reference/reference-data.js';
import { REFERENCE_VERSION } from '../../src/reference/reference-version.js';

const canonicalize = canonicalizeModule as unknown as typeof canonicalizeModule.default;

/** The hash of the data of each version. A version that is out never changes: raise it, and add a line. */
const HASHES: Readonly<Record<string, string>> = {
  '2026-11-24': 'a4dfe27c1ed3b2c67a78a6bbf2d6e71b58e3cba2deb92d72bb59c8e99289b565',
};

it('the data are those of their version: who changes a figure raises REFERENCE_VERSION', () => {
  const hash = createHash('sha256')
    .update(canonicalize(referenceData) ?? '')
    .digest('hex');
  expect(HASHES[REFERENCE_VERSION]).toBe(hash);
});

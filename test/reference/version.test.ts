import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import { expect, it } from 'vitest';
import { referenceData } from '../../src/reference/reference-data.js';
import { REFERENCE_VERSION } from '../../src/reference/reference-version.js';

const canonicalize = canonicalizeModule as unknown as typeof canonicalizeModule.default;

/** The hash of the data of each version. A version that is out never changes: raise it, and add a line. */
const HASHES: Readonly<Record<string, string>> = {
  '2026-11-24': '966ead8c47364359dc5b6b5604e62a8f433ed4a016484653b453edd9c5dd7532',
};

it('the data are those of their version: who changes a figure raises REFERENCE_VERSION', () => {
  const hash = createHash('sha256')
    .update(canonicalize(referenceData) ?? '')
    .digest('hex');
  expect(HASHES[REFERENCE_VERSION]).toBe(hash);
});

import canonicalizeModule from 'canonicalize';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Assessment } from '../core/assessment.js';
import { MOST_NAMED, type Refusal, refusalsOf } from '../platform/refusal.js';
import { LIMITS } from '../programmes/amounts.contract.js';
import { checkCommonPart, withParameters } from './common.rules.js';
import { FileView } from './file-view.js';
import { fiscalCostBenefitFile } from './fiscal-cost-benefit.contract.js';
import { checkFiscalCostBenefit } from './fiscal-cost-benefit.rules.js';
import { repeatedKeys } from './repeated-keys.js';
import { valueMapFile } from './value-map.contract.js';
import { checkValueMap } from './value-map.rules.js';
import { welfareAccountFile } from './welfare-account.contract.js';
import { checkWelfareAccount } from './welfare-account.rules.js';

/** An assessment file that has been read and found whole. */
export interface ReadAssessment {
  readonly assessment: Assessment;
  /** SHA-256 over the canonical form (RFC 8785) of the file as given. */
  readonly inputsHash: string;
}

export type Reading =
  ({ readonly ok: true } & ReadAssessment) | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The package is CommonJS: its function is the module itself, whatever its types say. */
const canonicalize = canonicalizeModule as unknown as typeof canonicalizeModule.default;

const kinds = {
  'value-map': { contract: valueMapFile, check: checkValueMap },
  'welfare-account': { contract: welfareAccountFile, check: checkWelfareAccount },
  'fiscal-cost-benefit': { contract: fiscalCostBenefitFile, check: checkFiscalCostBenefit },
} as const;

const isKind = (kind: unknown): kind is keyof typeof kinds =>
  typeof kind === 'string' && Object.hasOwn(kinds, kind);

const KINDS = Object.keys(kinds).map((kind) => JSON.stringify(kind));

export const assessmentFile = z.discriminatedUnion('kind', [
  valueMapFile,
  welfareAccountFile,
  fiscalCostBenefitFile,
]);

/**
 * Reads the text of an assessment file (docs/assessment-file.md).
 *
 * @param text JSON, at most 10 MB as UTF-8
 * @returns the assessment and the hash of its inputs, or every reason why the file is refused
 */
export function readAssessment(text: string): Reading {
  if (Buffer.byteLength(text) > LIMITS.bytes)
    return refused('', `The file is larger than the limit of ${LIMITS.bytes / 1024 / 1024} MB.`);
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused('', `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
  }
  const repeated = repeatedKeys(text);
  const reading = checkAssessment(file);
  if (repeated.length === 0) return reading;
  return { ok: false, refusals: unique([...repeated, ...(reading.ok ? [] : reading.refusals)]) };
}

/** The same for a file that has been parsed already. */
export function checkAssessment(file: unknown): Reading {
  const kind = typeof file === 'object' && file !== null && 'kind' in file ? file.kind : undefined;
  const known = isKind(kind) ? kinds[kind] : undefined;
  if (!known) {
    const parsed = assessmentFile.safeParse(file);
    if (parsed.success) throw new Error('a file of no known kind was accepted');
    return typeof file === 'object' && file !== null && !Array.isArray(file)
      ? refused('/kind', `kind must be one of ${KINDS.join(', ')}.`)
      : refused('', 'An assessment file is one JSON object in { }.');
  }
  const parsed = known.contract.safeParse(file);
  const refusals: Refusal[] = parsed.success ? [] : [...refusalsOf(parsed.error.issues, file)];
  // What is larger than its limits is not looked at any further, which would take as long as it is large.
  if (refusals.length > MOST_NAMED || parsed.error?.issues.some(isTooLong) === true) {
    return { ok: false, refusals: unique(refusals) };
  }
  checkCommonPart(new FileView(file, [], refusals));
  const worked = withParameters(file);
  const bounds = known.contract.safeParse(worked);
  if (!bounds.success) {
    const typed = new Set(refusals.map(keyOf));
    const named = refusalsOf(bounds.error.issues, worked).filter((refusal) => !typed.has(keyOf(refusal)));
    refusals.push(
      ...named.map((refusal) => ({
        ...refusal,
        message: `Of the parameters named here: ${refusal.message}`,
      })),
    );
  }
  known.check(new FileView(worked, [], refusals));
  if (!parsed.success || refusals.length > 0) return { ok: false, refusals: unique(refusals) };
  return { ok: true, assessment: parsed.data, inputsHash: hashOf(file) };
}

/** The JSON Schema of assessment files, for editors and other programs. */
export function assessmentSchema(): object {
  return z.toJSONSchema(assessmentFile, { io: 'input' });
}

function hashOf(file: unknown): string {
  return `sha256:${createHash('sha256')
    .update(canonicalize(file) ?? '')
    .digest('hex')}`;
}

function refused(place: string, message: string): Reading {
  return { ok: false, refusals: [{ pointer: place, message }] };
}

const isTooLong = ({ code, ...issue }: z.core.$ZodIssue): boolean =>
  code === 'too_big' && 'origin' in issue && issue.origin === 'array';

const keyOf = ({ pointer: place, message }: Refusal): string => `${place} ${message}`;

function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Map(refusals.map((refusal) => [keyOf(refusal), refusal]));
  return [...seen.values()].sort((one, other) =>
    one.pointer < other.pointer ? -1 : one.pointer > other.pointer ? 1 : 0,
  );
}

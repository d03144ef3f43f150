import type { z } from 'zod';

/** One reason why a file is refused: where, what, and what to do about it. */
export interface Refusal {
  /** JSON Pointer (RFC 6901) into the file; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
}

/** A JSON Pointer of the keys on the way. */
export function pointer(keys: readonly PropertyKey[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** How many reasons are named at once; a file of nothing but mistakes must not be answered with a larger one. */
export const MOST_NAMED = 1_000;

type Issue = z.core.$ZodIssue;

/**
 * The reasons in what the contract found wrong, each at the field it is about; one more than {@link MOST_NAMED} at
 * the most.
 */
export function refusalsOf(
  issues: readonly Issue[],
  file: unknown,
  base: readonly PropertyKey[] = [],
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const issue of issues) {
    refusals.push(...refusalsOfIssue(issue, file, [...base, ...issue.path]));
    if (refusals.length > MOST_NAMED) break;
  }
  return refusals.slice(0, MOST_NAMED + 1);
}

function refusalsOfIssue(issue: Issue, file: unknown, path: readonly PropertyKey[]): readonly Refusal[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_NAMED + 1).map((key) => ({
      pointer: pointer([...path, key]),
      message: 'This field is not known here. Check its spelling and place, or take it out.',
    }));
  }
  if (issue.code === 'invalid_union') return refusalsOfUnion(issue, file, path);
  return [{ pointer: pointer(path), message: messageOf(issue, valueAt(file, path)) }];
}

/** Of several shapes a value may have, the reasons of the one it came nearest to. */
function refusalsOfUnion(
  issue: Issue & { code: 'invalid_union' },
  file: unknown,
  path: readonly PropertyKey[],
): readonly Refusal[] {
  const nearest = issue.errors
    .filter((branch) => !branch.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'))
    .sort((one, other) => wrongKind(one) - wrongKind(other) || one.length - other.length)[0];
  if (nearest && nearest.length > 0) return refusalsOf(nearest, file, path);
  const expected = issue.errors
    .flat()
    .flatMap((inner) => ('expected' in inner ? [plainType(inner.expected)] : []));
  return [
    {
      pointer: pointer(path),
      message: `Here stands ${described(valueAt(file, path))}; it must be ${[...new Set(expected)].join(' or ') || 'something else'}.`,
    },
  ];
}

const wrongKind = (branch: readonly Issue[]): number =>
  branch.filter((inner) => inner.code === 'invalid_value').length;

function messageOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `This field is missing; it must be ${plainType(issue.expected)}.`
        : `Here stands ${described(value)}; it must be ${plainType(issue.expected)}.`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'This may not be empty.'
        : `${described(value)} is too small: it must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `This is longer than the limit of ${issue.maximum}.`
        : `${described(value)} is too large: the limit is ${issue.maximum}.`;
    case 'invalid_value':
      return `Here stands ${described(value)}; it must be one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? `${described(value)} is no date of the calendar; write it as 2025-12-31.`
        : `${described(value)} has the wrong form: ${issue.message}.`;
    case 'invalid_key':
      return 'This name is not allowed: use letters, digits, _ and -, at most 100.';
    default:
      return issue.message;
  }
}

const types: Readonly<Record<string, string>> = {
  object: 'an object in { }',
  record: 'an object in { }',
  array: 'a list in [ ]',
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const plainType = (type: string): string => types[type] ?? type;

const LONGEST_SHOWN = 40;

/** A value as it may be shown in a message: short, and never a whole tree. */
function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  let value = file;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

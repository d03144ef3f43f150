import { pointer } from '../platform/refusal.js';

/** A place where two JSON values differ. */
export interface Difference {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly stored: unknown;
  readonly recalculated: unknown;
}

const MOST = 20;

/** Where two JSON values differ, the first twenty places; the order of fields does not count. */
export function differences(stored: unknown, recalculated: unknown): readonly Difference[] {
  const found: Difference[] = [];
  const visit = (one: unknown, other: unknown, path: readonly PropertyKey[]): void => {
    if (found.length >= MOST || Object.is(one, other)) return;
    if (isTree(one) && isTree(other) && Array.isArray(one) === Array.isArray(other)) {
      for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
        visit(one[key], other[key], [...path, key]);
      }
      return;
    }
    found.push({ pointer: pointer(path), stored: shown(one), recalculated: shown(other) });
  };
  visit(stored, recalculated, []);
  return found;
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A whole tree would drown the message. */
const shown = (value: unknown): unknown => (isTree(value) ? '…' : value === undefined ? null : value);

import { pointer, type Refusal } from '../platform/refusal.js';

/**
 * A look at a file that may be wrong anywhere: what is not of the kind asked for is as if it were not there. So
 * rules that reach across fields are checked, and all named at once, even where other fields are broken; those the
 * contract names.
 */
export class FileView {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
  private readonly refusals: Refusal[];

  constructor(value: unknown, path: readonly PropertyKey[], refusals: Refusal[]) {
    this.value = value;
    this.path = path;
    this.refusals = refusals;
  }

  at(key: PropertyKey): FileView {
    const holder = this.value;
    const inner =
      typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
        ? (holder as Record<PropertyKey, unknown>)[key]
        : undefined;
    return new FileView(inner, [...this.path, key], this.refusals);
  }

  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  items(): readonly FileView[] {
    return Array.isArray(this.value) ? this.value.map((_, index) => this.at(index)) : [];
  }

  /** The named fields of an object. */
  fields(): readonly (readonly [string, FileView])[] {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) return [];
    return Object.keys(this.value).map((key) => [key, this.at(key)] as const);
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : undefined;
  }

  refuse(message: string): void {
    this.refusals.push({ pointer: pointer(this.path), message });
  }
}

/** Refuses every item whose value of a field stands in an earlier item too. */
export function refuseRepeated(items: readonly FileView[], field: string): void {
  const seen = new Set<string | number>();
  for (const item of items) {
    const value = item.at(field).text ?? item.at(field).number;
    if (value === undefined) continue;
    if (seen.has(value))
      item.at(field).refuse(`${JSON.stringify(value)} stands in this list twice; each must be different.`);
    seen.add(value);
  }
}

/** How far a sum of typed shares may be from the whole: what is lost when twelve digits are typed. */
const SUM_TOLERANCE = 1e-9;

/** Refuses shares that are all plain numbers and do not add up to 1. */
export function refuseUnlessWhole(shares: FileView, what: string): void {
  const fields = shares.fields();
  const numbers = fields.flatMap(([, field]) => (field.number === undefined ? [] : [field.number]));
  if (fields.length === 0 || numbers.length < fields.length) return;
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (Math.abs(total - 1) > SUM_TOLERANCE)
    shares.refuse(`${what} add up to ${total}; they must add up to 1.`);
}

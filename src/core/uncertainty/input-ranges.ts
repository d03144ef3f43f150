import type { CommonPart } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type DefaultRanges, rangeByGrade, rangeOfUnknown } from './default-ranges.js';
import type { Distribution } from './distribution.js';
import type { GroupPlace } from './draw.js';

/** Where the range of an input comes from: the file, the grade of its evidence, or that nobody knows the number. */
export type Basis = 'given' | 'grade' | 'unknown';

/** An input that is drawn, and from what. */
export interface InputRange {
  readonly input: string;
  readonly expression: Expression;
  readonly distribution: Distribution;
  readonly basis: Basis;
  readonly grade?: number;
  /** Whether the number or its range is from somebody else’s study. */
  readonly borrowed: boolean;
  readonly group?: GroupPlace;
}

/** An input that would be drawn, had it a range: of 0, or one of several shares of a whole. */
export interface Unmoved {
  readonly input: string;
  readonly expression: Expression;
  readonly basis: Exclude<Basis, 'given'>;
}

export interface InputRanges {
  /** In the order of their names. */
  readonly drawn: readonly InputRange[];
  readonly unmoved: readonly Unmoved[];
  /** How many inputs, shares of a whole not counted, are taken as exactly known. */
  readonly fixed: number;
}

/**
 * Which inputs are drawn, and from what: the range that the file gives, else the wide one where nobody knows the
 * number, else the one of the grade of its evidence. Shares of a whole are structure and take no default range.
 */
export function inputRanges(graph: ExpressionGraph, file: CommonPart, defaults: DefaultRanges): InputRanges {
  const drawn: InputRange[] = [];
  const unmoved: Unmoved[] = [];
  let fixed = 0;
  const places = placesOf(file);
  for (const [input, expression] of graph.inputs()) {
    const found = rangeOf(input, expression, file, defaults);
    if (found?.distribution === undefined) {
      if (expression.origin?.partOfWhole !== true) fixed += 1;
      if (found && found.basis !== 'given') unmoved.push({ input, expression, basis: found.basis });
      continue;
    }
    const { distribution, basis, grade } = found;
    const group = places.get(input);
    drawn.push({
      input,
      expression,
      distribution,
      basis,
      ...(grade !== undefined && { grade }),
      borrowed: expression.origin?.standing === 'borrowed',
      ...(group && { group }),
    });
  }
  return { drawn: drawn.sort(byName), unmoved: unmoved.sort(byName), fixed };
}

const byName = (one: { readonly input: string }, other: { readonly input: string }): number =>
  one.input < other.input ? -1 : 1;

type Found =
  | { readonly basis: 'given'; readonly distribution: Distribution; readonly grade?: undefined }
  | {
      readonly basis: Exclude<Basis, 'given'>;
      readonly distribution: Distribution | undefined;
      readonly grade?: number;
    };

function rangeOf(
  input: string,
  expression: Expression,
  file: CommonPart,
  defaults: DefaultRanges,
): Found | undefined {
  const given = file.uncertainty?.inputs;
  if (given && Object.hasOwn(given, input)) {
    const distribution = given[input];
    if (distribution) return { basis: 'given', distribution };
  }
  const { standing, grade, partOfWhole } = expression.origin ?? {};
  if (standing === 'unknown') {
    return { basis: 'unknown', distribution: partOfWhole ? undefined : rangeOfUnknown(expression) };
  }
  const halfWidth = grade === undefined ? undefined : defaults.halfWidths[grade];
  if (halfWidth === undefined || partOfWhole === true) return undefined;
  return {
    basis: 'grade',
    distribution: rangeByGrade(expression, halfWidth),
    ...(grade !== undefined && { grade }),
  };
}

/** The place of each input that belongs to a group. */
function placesOf(file: CommonPart): ReadonlyMap<string, GroupPlace> {
  const places = new Map<string, GroupPlace>();
  for (const { id, inputs, against = [], correlation } of file.uncertainty?.groups ?? []) {
    for (const input of inputs) places.set(input, { id, correlation, against: false });
    for (const input of against) places.set(input, { id, correlation, against: true });
  }
  return places;
}

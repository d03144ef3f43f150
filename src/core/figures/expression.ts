import type { Term } from '../wording/term.js';
import type { Operation } from './operation.js';
import type { Unit } from './unit.js';

/** Whose knowledge a number is: one's own, somebody else's study, or nobody's. */
export type Standing = 'own' | 'borrowed' | 'unknown';

/** Where a number comes from: its place in the file, and who says so. */
export interface Origin {
  /** JSON Pointer into the assessment file. */
  readonly path: string;
  readonly source?: string;
  readonly method?: string;
  /** From 1 (best) to 6. */
  readonly grade?: number;
  /** The year in which the evidence was gathered, where the file says so. */
  readonly year?: number;
  readonly standing?: Standing;
  /** False where the file leaves open what the number is, so that it counts as none. */
  readonly assessed: boolean;
  /** Whether the number is a share, between 0 and 1; a parameter is one as soon as it stands in a place of one. */
  share: boolean;
  /** The bounds of a number that is no share, where it has some. */
  readonly between?: readonly [least: number, most: number];
  /** Whether it is one of several shares that make up a whole, so that it cannot move alone. */
  readonly partOfWhole: boolean;
  /** The largest number that the figures provide for; a default range stays below it. */
  most?: number;
}

/**
 * One step of a calculation, as data: an operation over arguments, or a number. Expressions are made by
 * {@link ExpressionGraph} alone; their index is a working order, arguments always before what uses them.
 */
export interface Expression {
  readonly index: number;
  readonly operation: Operation;
  readonly arguments: readonly Expression[];
  readonly unit: Unit;
  /** Of constants and inputs only. */
  readonly value?: number;
  /** The point estimate; NaN where there is no such figure. */
  readonly point: number;
  readonly origin?: Origin;
}

/** What an expression is called, where it has a name of its own. */
export interface FigureName {
  readonly id: string;
  readonly label: Term;
}

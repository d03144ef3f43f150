import type { Distribution } from './distribution.js';
import type { Basis } from './input-ranges.js';

/** How sure the figures of a result are, and what that rests on; the same for every kind of assessment. */
export interface Uncertainty {
  readonly seed: number;
  readonly draws: number;
  /** Every input that was drawn, the one the net result depends on most first. */
  readonly inputs: readonly DrawnInput[];
  /** Inputs that would have a default range and stay as they are: of 0, or one of several shares of a whole. */
  readonly unmoved: readonly string[];
  /** How many inputs, shares of a whole not counted, were taken as exactly known. */
  readonly fixedInputs: number;
  /** Where the default ranges of evidence grades come from; null where none was used. */
  readonly defaultRanges: { readonly source: string; readonly verified: boolean } | null;
  /** The share of the variance of the net result that comes from default ranges and borrowed numbers. */
  readonly borrowedShare: number | null;
  /** Whether that is more than half: then the range is illustrative and no probability is given. */
  readonly mostlyAssumption: boolean;
  /** How probable it is that the ratio is above each of several numbers; null where no probability is given. */
  readonly acceptability:
    readonly { readonly threshold: number; readonly probability: number | null }[] | null;
  /** How probable it is that each who pays gains; null where no probability is given. */
  readonly payers: Readonly<Record<string, number | null>> | null;
  /** What it would be worth, in the money of the net result, to know before it is decided to run it or not. */
  readonly valueOfInformation: {
    /** To know everything. */
    readonly total: number | null;
    /** How many of the draws what single inputs do was worked out from. */
    readonly drawsUsed: number;
  };
  /** Whether the draws are enough; null where there is no ratio. */
  readonly convergence: {
    /** The standard error of the mean of the ratio, as a share of that mean. */
    readonly standardErrorOfMeanRelative: number | null;
    readonly converged: boolean;
  } | null;
  readonly histogram: Histogram | null;
}

/** An input that was drawn. */
export interface DrawnInput {
  readonly input: string;
  readonly label: string;
  readonly distribution: DrawnDistribution;
  readonly basis: Basis;
  /** Of the evidence, where the range comes from that. */
  readonly grade?: number;
  readonly borrowed: boolean;
  /** The group it is correlated in. */
  readonly group?: string;
  /** The source of the number. */
  readonly source?: string;
  /** The share of the variance of the net result that this input explains alone (its first-order effect). */
  readonly varianceShare: number | null;
  /** What it would be worth to know this input before it is decided, in the money of the net result. */
  readonly valueOfInformation: number | null;
}

/** A distribution as it was drawn from; a long list of draws is only counted, it stands in the assessment. */
export type DrawnDistribution =
  | Exclude<Distribution, { distribution: 'draws' }>
  | { readonly distribution: 'draws'; readonly count: number };

/** How often a figure came out how large. */
export interface Histogram {
  /** The name of the figure. */
  readonly of: string;
  /** One more than there are bins; each bin holds what is above its lower edge and up to its upper one. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Draws outside all bins. */
  readonly below: number;
  readonly above: number;
}

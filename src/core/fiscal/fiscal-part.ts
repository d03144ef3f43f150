import type { Amount } from '../amount.js';

/** What a fiscal cost–benefit analysis says beside the common part (docs/assessment-file.md). */
export interface FiscalPart extends FiscalOutcomePart {
  /** People the programme is meant for. */
  readonly targetPopulation: Amount;
  readonly deadweightReading: DeadweightReading;
  /** Years that are counted, the first being year 0; left out: as far as costs and profiles are given. */
  readonly years?: number | undefined;
  readonly outcomes?: readonly FiscalOutcome[] | undefined;
  readonly agencies?: readonly { readonly id: string; readonly name?: string | undefined }[] | undefined;
  /** By agency: the part of what it saves that it can really spend on something else. */
  readonly cashability?: Readonly<Record<string, Amount>> | undefined;
  /** By year from year 0, or each with its year. */
  readonly costs: readonly (Amount | FiscalCost)[];
  /** Added to all costs, as a share of them; null or left out: not corrected. */
  readonly obCosts?: Amount | null | undefined;
  /** The corrections to use for each grade of confidence, instead of those that come with the program. */
  readonly optimismBias?:
    { readonly source?: string | undefined; readonly grades: readonly GradedCorrection[] } | undefined;
}

/**
 * How deadweight is taken off: `subtract` impact − deadweight, both shares of those who stay; `proportional`
 * impact × (1 − deadweight), deadweight being a share of the outcomes.
 */
export type DeadweightReading = 'subtract' | 'proportional';

/** What is said of one outcome, or of all that do not say it themselves. */
export interface FiscalOutcomePart {
  /** The outcome in words. */
  readonly outcome?: string | undefined;
  /** Share of the target population with the need, or cases for each of them. */
  readonly incidence?: Amount | undefined;
  readonly engagement?: Amount | undefined;
  readonly retention?: Amount | undefined;
  /** Share of those who stay for whom the outcome comes about. */
  readonly impact?: Amount | undefined;
  readonly deadweight?: Amount | null | undefined;
  /** Whole years until the outcome is there; beside `dropOff`. */
  readonly lagYears?: number | undefined;
  /** Share of the effect that is there in year 0, 1, …; instead of `lagYears` and `dropOff`. */
  readonly profile?: readonly Amount[] | undefined;
  readonly dropOff?: Amount | null | undefined;
  /** Taken off all benefits, as a share of them, at most 0; null or left out: not corrected. */
  readonly obBenefits?: Amount | null | undefined;
  readonly confidence?: Confidence | undefined;
  readonly units?: readonly UnitCost[] | undefined;
}

export interface FiscalOutcome extends FiscalOutcomePart {
  readonly id: string;
}

/** How far data can be trusted, from 1 (best) to 6: of costs; of the people concerned; of the effect on them. */
export interface Confidence {
  readonly costs?: number | undefined;
  readonly population?: number | undefined;
  readonly effect?: number | undefined;
}

/** The correction for a grade of confidence, as shares of costs and of benefits. */
export interface GradedCorrection {
  readonly grade: number;
  /** At least 0. */
  readonly costs: number;
  /** At most 0. */
  readonly benefits: number;
}

export type ValueType = 'fiscal' | 'economic' | 'social';

/** What one outcome is worth in a year. */
export interface UnitCost {
  readonly id: string;
  readonly description?: string | undefined;
  /** Who saves; needed where the value is fiscal. */
  readonly agency?: string | undefined;
  readonly valueType: ValueType;
  readonly value: Amount;
  /** A year, or a financial year such as "2012/13", which counts as the year it begins in. */
  readonly priceYear?: number | string | undefined;
  /** Whether it is a payment moved from one to another, such as a benefit: it saves money, and is no public value. */
  readonly transfer?: boolean | undefined;
  readonly source?: string | undefined;
}

export interface FiscalCost {
  readonly id?: string | undefined;
  readonly year: number;
  readonly amount: Amount;
  readonly paidBy?: string | undefined;
  readonly priceYear?: number | string | undefined;
  readonly description?: string | undefined;
  readonly source?: string | undefined;
}

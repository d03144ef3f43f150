import type { DeadweightReading } from './fiscal-part.js';

/** A figure, or null where there is none. Never rounded. */
type Value = number | null;

/** The headline figures of a case under one reading of deadweight; present values of the whole programme. */
export interface FiscalHeadlines {
  /** Saved by the public agencies, transfers included. */
  readonly pvFiscal: Value;
  /** The part of it that can be spent on something else; null where some agency does not say it. */
  readonly pvCashable: Value;
  /** Fiscal less transfers, economic and social. */
  readonly pvPublicValue: Value;
  /** The financial return on investment: fiscal savings over costs; null without costs. */
  readonly fiscalReturn: Value;
  readonly cashableReturn: Value;
  readonly netPresentBudgetImpact: Value;
  readonly netPresentPublicValue: Value;
  /** Public value over costs. */
  readonly benefitCostRatio: Value;
  readonly paybackMonths: Value;
  readonly discountedPaybackMonths: Value;
  /** Counted from year 0. */
  readonly discountedPaybackYear: Value;
  /** The impact at which the agencies save what is spent; null where there are several outcomes. */
  readonly breakEvenImpact: Value;
}

/** A correction for optimism as it was used. */
export interface UsedCorrection {
  /** A share: at least 0 of costs, at most 0 of benefits. */
  readonly value: Value;
  /** Typed in the file, by its grades of confidence, or given by nobody. */
  readonly from: 'file' | 'grades' | 'none';
  readonly grade: number | null;
}

/** What a fiscal cost–benefit analysis comes to. */
export interface FiscalFigures extends FiscalHeadlines {
  readonly deadweightReading: DeadweightReading;
  /** The same figures, had deadweight been read the other way. */
  readonly otherReading: FiscalHeadlines & { readonly deadweightReading: DeadweightReading };
  readonly optimismBias: {
    readonly costs: UsedCorrection;
    /** How several grades come to one correction: the worst decides. */
    readonly rule: 'most-cautious';
    /** Where corrections by grade come from; null where none is used. */
    readonly table: {
      readonly source: string | null;
      /** Whether the publisher's own document was seen; null where the file brings the table. */
      readonly verified: boolean | null;
    } | null;
  };
  readonly targetPopulation: Value;
  /** Null where it differs between outcomes. */
  readonly participantsRetained: Value;
  readonly pvCost: Value;
  readonly pvCostWithoutPayer: Value;
  readonly pvTransfers: Value;
  readonly pvEconomic: Value;
  readonly pvSocial: Value;
  readonly pvByAgency: Readonly<Record<string, Value>>;
  readonly perAgency: readonly {
    readonly agency: string;
    readonly fiscal: Value;
    readonly cashable: Value;
    readonly cost: Value;
    readonly net: Value;
  }[];
  readonly perYear: readonly {
    readonly year: number;
    readonly discountFactor: Value;
    readonly agencies: Readonly<Record<string, Value>>;
    readonly fiscal: Value;
    readonly cashable: Value;
    readonly economic: Value;
    readonly social: Value;
    readonly transfers: Value;
    readonly publicValue: Value;
    readonly cost: Value;
    /** Saved less spent, as a present value; all other amounts of a year are not discounted. */
    readonly budgetImpact: Value;
  }[];
  readonly perOutcome: readonly {
    readonly id: string;
    readonly incidence: Value;
    readonly participantsRetained: Value;
    readonly impact: Value;
    readonly deadweight: Value;
    /** Net of deadweight, as the file reads it. */
    readonly effect: Value;
    /** At the full effect, before the profile: with deadweight, and those due to the programme. */
    readonly outcomesReached: Value;
    readonly outcomesDue: Value;
    readonly netOutcomes: readonly { readonly year: number; readonly outcomes: Value }[];
    readonly optimismBias: UsedCorrection;
    readonly pvFiscal: Value;
    readonly pvPublicValue: Value;
    readonly breakEvenImpact: Value;
    /** Whether a share can be that large. */
    readonly breakEvenReachable: boolean;
  }[];
}

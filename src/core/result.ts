import type { Assessment, Conventions, Preset } from './assessment.js';
import type { Standing } from './figures/expression.js';
import type { FiscalFigures } from './fiscal/fiscal-figures.js';
import type { Problem, Severity } from './problem.js';
import type { AssuranceQuestionId } from './quality/assurance-questions.js';
import type { Uncertainty } from './uncertainty/uncertainty-result.js';
import type { PerActor, Value } from './value.js';
import type { HorizonChoice } from './welfare/horizons.js';
import type { PresetFigures } from './welfare/presets/preset-result.js';
import type {
  CohortResult,
  CostBridge,
  FlowRow,
  QualityOfLife,
  RightfulTakeUp,
  StressRow,
} from './welfare/result-blocks.js';

export type { PerActor, Value };

/** What every result carries (docs/assessment-file.md, “Result file”). */
export interface ResultHead {
  readonly format: 'bokslut-result/1';
  readonly modelVersion: string;
  readonly referenceVersion: string;
  readonly inputsHash: string;
  readonly title: string;
  readonly conventions: Required<Omit<Conventions, 'discountRate' | 'factors'>> &
    Pick<Conventions, 'discountRate' | 'factors'> & {
      /** Of an account. */
      readonly horizons?: HorizonChoice;
    };
  readonly currency: string;
  readonly priceYear: number;
}

/** The spread of a figure over the draws. */
export interface Interval {
  readonly of: string;
  readonly draws: number;
  readonly seed: number;
  readonly mean: Value;
  readonly median: Value;
  readonly p2_5: Value;
  readonly p5: Value;
  readonly p95: Value;
  readonly p97_5: Value;
  /** Of the mean, from the number of draws. */
  readonly standardError: Value;
}

export interface RatioInterval extends Interval {
  /** Null also where the range is mostly assumption. */
  readonly probabilityAboveOne: Value;
}

export interface NetInterval extends Interval {
  /** Null also where the range is mostly assumption. */
  readonly probabilityAboveZero: Value;
}

/** What one input does to the headline figure. */
export interface Sensitivity {
  readonly input: string;
  readonly label: string;
  readonly value: number;
  /** The input at either end: its range if one is given, otherwise a tenth less and a tenth more. */
  readonly from: number;
  readonly to: number;
  readonly ranged: boolean;
  /** The headline figure at either end. */
  readonly low: Value;
  readonly high: Value;
  /** The input at which benefits only just cover costs. */
  readonly switchingValue: Value;
  /** Whether the input can take that value. */
  readonly reachable: boolean;
  /** Where several numbers are asked about as one: all values here are multiples of it, 1 being as it is. */
  readonly multiplier?: true;
}

/** What every kind of result says beside its own figures. */
export interface Findings {
  /** Null where no input is drawn. */
  readonly uncertainty: Uncertainty | null;
  readonly sensitivity: readonly Sensitivity[];
  readonly workings: readonly Working[];
  readonly assumptions: readonly Assumption[];
  /** What the result would be under the scenarios of the file, in its order. */
  readonly scenarios: readonly ScenarioResult[];
  /** For each published value that names a figure of ours: what would have to be true for it. */
  readonly claims: readonly Claim[];
}

/** A figure at the point, and its ends over the draws; those are null where no input carries a range. */
export interface PointAndEnds {
  readonly point: Value;
  readonly p5: Value;
  readonly p95: Value;
}

/** A figure under other assumptions, set against the figure as it is. */
export interface ComparedFigure extends PointAndEnds {
  readonly figure: string;
  readonly label: string;
  /** The figure less what it is without the change; over the draws it is held against the same draw. */
  readonly difference: PointAndEnds & {
    /** The share of the draws in which it is above what it is without the change. */
    readonly probabilityBetter: Value;
  };
}

export interface ScenarioResult {
  readonly id: string;
  readonly name: string;
  readonly source?: string;
  readonly set: readonly {
    readonly input: string;
    readonly label: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly figures: {
    readonly headline: ComparedFigure;
    readonly net: ComparedFigure;
    /** Of an account: the net result of the public budget. */
    readonly publicNet?: ComparedFigure;
  };
}

/** A figure as somebody else has it, beside ours, and what would have to be true for it. */
export interface Claim {
  readonly what: string;
  readonly source: string;
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly claimed: number;
  readonly ours: Value;
  /** The figure with every input at the end of its range, or a tenth off, that brings it nearer to the claim. */
  readonly favourable: Value;
  /** Whether that reaches the claim. */
  readonly reachable: boolean;
  /** Each input alone, those that can reach the claim first, the nearest first. */
  readonly needed: readonly ClaimNeed[];
}

/** What one input would have to be for a claim, all else as it is. */
export interface ClaimNeed {
  readonly input: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  /** Null where no value of it brings the figure there. */
  readonly needed: Value;
  /** Whether the input can take that value. */
  readonly reachable: boolean;
}

/** How one headline figure was worked out, a step at a time. */
export interface Working {
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly value: Value;
  readonly words: string;
  readonly parts: readonly {
    readonly label: string;
    readonly unit: string;
    readonly value: Value;
    readonly path?: string;
  }[];
}

/** A number of the file as it was used. */
export interface Assumption {
  readonly input: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly path: string;
  readonly source?: string;
  readonly method?: string;
  readonly grade?: number;
  readonly standing?: Standing;
  readonly assessed: boolean;
}

/** The answer to one question that somebody who checks an assessment asks of it. */
export interface AssuranceAnswer {
  readonly id: AssuranceQuestionId;
  readonly question: string;
  /** The principle of social value that the question serves. */
  readonly principle: string;
  /** Where the question comes from. */
  readonly source: string;
  readonly answer: 'yes' | 'partly' | 'no' | 'not-said';
  readonly severity: Severity;
  /** JSON Pointer to where the answer stands, or would. */
  readonly path: string;
  /** What to do; null where the answer is yes. */
  readonly advice: string | null;
  /** What the answer rests on. */
  readonly evidence?: string;
}

/** What is said of a result as a whole, whatever kind it is of. */
export interface Judgement {
  /** False where a problem is an error: it can be calculated and shown as a draft, and not be published. */
  readonly publishable: boolean;
  readonly assurance: readonly AssuranceAnswer[];
}

export interface ValueMapResult extends ResultHead, Findings, Judgement {
  readonly kind: 'value-map';
  readonly pvBenefits: Value;
  readonly pvInputs: Value;
  readonly npv: Value;
  readonly ratio: Value;
  readonly netRatio: Value;
  readonly grossRatio: Value;
  readonly ratioWithoutTransfers: Value;
  readonly paybackMonths: Value;
  readonly discountedPaybackMonths: Value;
  readonly perYear: readonly { readonly year: number; readonly value: Value; readonly presentValue: Value }[];
  readonly perRow: readonly {
    readonly id: string;
    readonly impact: Value;
    readonly presentValue: Value;
    readonly perYear: readonly { readonly year: number; readonly value: Value }[];
  }[];
  readonly perStakeholder: readonly { readonly stakeholder: string; readonly presentValue: Value }[];
  readonly interval: RatioInterval | null;
  readonly npvInterval: NetInterval | null;
  readonly problems: readonly Problem[];
  readonly beside: readonly PublishedComparison[];
  readonly assessment: Assessment;
}

/** What others have published, to set beside a result. */
export interface PublishedComparison {
  readonly id: string;
  readonly kind: Assessment['kind'];
  readonly title: string;
  readonly place: string;
  readonly currency: string;
  readonly unit: string;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly role: 'claimed' | 'anyway' | 'attributable';
  }[];
  readonly lesson: string;
  readonly source: string;
  /** Whether the publisher's own document was seen. */
  readonly verified: boolean;
}

export interface YearBlock {
  readonly realSaving: Value;
  readonly productionValue: Value;
  readonly societyGain: Value;
  readonly publicBudget: Value;
  readonly actors: PerActor;
}

export interface ActorHorizon {
  readonly gain: Value;
  readonly cost: Value;
  readonly net: Value;
  /** The gain in resources, and the gain in payments between actors. */
  readonly real: Value;
  readonly financial: Value;
  /** Of the gain, what is money not spent; null where a short-run price is missing. */
  readonly moneyNotSpent: Value;
}

export interface Horizon {
  readonly years: number;
  readonly pvGain: Value;
  readonly pvCost: Value;
  /** The cost before what would have been spent anyway is taken off, and that. */
  readonly spent: Value;
  readonly spentAnyway: Value;
  readonly npv: Value;
  readonly benefitCostRatio: Value;
  readonly total: {
    readonly entrants: Value;
    readonly pvGain: Value;
    readonly pvCost: Value;
    readonly npv: Value;
  };
  readonly potential: { readonly pvGain: Value; readonly npv: Value; readonly benefitCostRatio: Value };
  readonly publicBudget: { readonly gain: Value; readonly cost: Value; readonly net: Value };
  readonly breakEvenPeople: { readonly needed: Value; readonly of: Value };
  readonly breakEvenSuccessShare: Value;
  readonly grossReturnPercent: Value;
  readonly netReturnPercent: Value;
  readonly actors: PerActor<ActorHorizon>;
  readonly shortRunMarginal: {
    readonly pvGain: Value;
    readonly npv: Value;
    readonly publicBudget: { readonly gain: Value; readonly net: Value };
  };
}

/** A number of people, with what is known of how sure it is. */
export interface PeopleCount {
  readonly people: Value;
  /** P5 and P95 over the draws; null where the inputs carry no range. */
  readonly low: Value;
  readonly high: Value;
}

export interface WelfareAccountResult extends ResultHead, Findings, Judgement {
  readonly kind: 'welfare-account';
  readonly preset: Preset;
  readonly productionValue: 'net-of-subsidy' | 'full-wage';
  readonly headlineHorizon: number;
  /** The figure people ask for first, and whose it is. */
  readonly headline: {
    readonly figure: string;
    readonly label: string;
    readonly value: Value;
    readonly perspective: 'society' | 'public-budget';
  };
  /** Figures of the preset; null for the usual account. */
  readonly presetFigures: PresetFigures | null;
  readonly people: {
    readonly entrants: Value;
    /** In the first year, with the programme and without it. */
    readonly succeeded: PeopleCount;
    readonly succeededWithout: PeopleCount;
    readonly lostToFollowUp: number;
    readonly deathsWith: Value;
    readonly deathsWithout: Value;
    /** Null where no state carries a measure, or one that people live in carries none. */
    readonly qualityOfLife: QualityOfLife | null;
  };
  readonly perSuccessYear: YearBlock;
  readonly afterDisplacement: YearBlock;
  readonly perEntrantYear: YearBlock;
  readonly beforeEqualisation: {
    readonly perSuccessYear: { readonly actors: PerActor };
    readonly perEntrantYear: { readonly actors: PerActor };
  };
  readonly stay: { readonly societyGain: Value; readonly actors: PerActor } | null;
  readonly perYear: readonly {
    readonly year: number;
    readonly societyGain: Value;
    readonly publicBudget: Value;
    readonly actors: PerActor;
  }[];
  readonly horizons: readonly Horizon[];
  readonly payback: {
    readonly potentialMonths: Value;
    readonly expectedMonths: Value;
    readonly publicBudgetMonths: Value;
    readonly perActor: PerActor;
  };
  /** Over the headline horizon: what each flow is worth, to whom; an actor's gain told apart by what it is of. */
  readonly flows: readonly FlowRow[];
  /** Over the headline horizon: the account of each career or cohort. */
  readonly perCohort: readonly CohortResult[];
  /** For each cost that comes from the ledger of an enterprise. */
  readonly costBridges: readonly CostBridge[];
  /** Transfers people have a right to, over the headline horizon; null where no service is marked as one. */
  readonly rightfulTakeUp: RightfulTakeUp | null;
  /** Twelve objections in their order, and all of them together. */
  readonly stress: readonly StressRow[];
  readonly followUp: { readonly worst: Value; readonly best: Value } | null;
  readonly publicActors: readonly string[];
  readonly interval: {
    readonly npv: NetInterval;
    readonly benefitCostRatio: RatioInterval;
    readonly publicNet: NetInterval;
    /** Of the figure people ask for first. */
    readonly headline: NetInterval;
    readonly actors: PerActor<NetInterval>;
  } | null;
  readonly problems: readonly Problem[];
  readonly beside: readonly PublishedComparison[];
  readonly assessment: Assessment;
}

export interface FiscalCostBenefitResult extends ResultHead, Findings, Judgement, FiscalFigures {
  readonly kind: 'fiscal-cost-benefit';
  readonly interval: {
    readonly fiscalReturn: RatioInterval;
    readonly benefitCostRatio: RatioInterval;
    readonly netPresentBudgetImpact: NetInterval;
    readonly netPresentPublicValue: NetInterval;
  } | null;
  readonly problems: readonly Problem[];
  readonly beside: readonly PublishedComparison[];
  readonly assessment: Assessment;
}

export type Result = ValueMapResult | WelfareAccountResult | FiscalCostBenefitResult;

/** A result as its own kind works it out, before what is said of every result alike. */
export type Worked<Kind extends Result> = Omit<Kind, 'beside' | 'assessment' | keyof Judgement>;

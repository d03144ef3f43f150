import type { PerActor, Value } from '../value.js';
import type { Term } from '../wording/term.js';
import type { ObjectionId } from './stress/objection.js';
import type { FlowKind, Nature } from './voucher.js';

/** What one flow is worth to everybody it concerns, per person who entered, over the headline horizon. */
export interface FlowRow {
  /** As in the names of its figures, `flows.<id>.actors.<actor>`. */
  readonly id: string;
  readonly kind: FlowKind;
  readonly nature: Nature;
  /** The service, or the agency that a tax or a contribution goes to. */
  readonly of: string | null;
  /** Follows from work that others lose. */
  readonly displaced: boolean;
  /** The part of a tax that equalisation takes on to the treasury. */
  readonly equalisation: boolean;
  readonly label: string;
  /** Only those concerned; above 0 who gains. */
  readonly actors: PerActor;
  /** Over all actors: what society gains by it; 0 where it is a payment. */
  readonly total: Value;
}

/** The account of one career or cohort over the headline horizon, per person in it unless it says otherwise. */
export interface CohortResult {
  readonly id: string;
  readonly label: string;
  readonly entrants: Value;
  readonly pvGain: Value;
  readonly pvCost: Value;
  readonly npv: Value;
  readonly benefitCostRatio: Value;
  readonly publicBudget: { readonly gain: Value; readonly cost: Value; readonly net: Value };
  readonly actors: PerActor<{ readonly gain: Value; readonly cost: Value; readonly net: Value }>;
  readonly total: {
    readonly entrants: Value;
    readonly pvGain: Value;
    readonly pvCost: Value;
    readonly npv: Value;
    readonly publicNet: Value;
  };
}

/**
 * What people draw more of because they have a right to it, per person who entered, over the headline horizon: a gain
 * to them, and no failure of the programme.
 */
export interface RightfulTakeUp {
  readonly services: readonly string[];
  /** What the participants get more. */
  readonly participants: Value;
  /** What it is to the public budget; below 0 where it pays. */
  readonly publicBudget: Value;
  /** The net result of the public budget without it. */
  readonly publicNetWithout: Value;
}

/** The mean of those who live, over the years of the headline horizon, on the scale of the file: no money. */
export interface QualityOfLife {
  readonly with: Value;
  readonly without: Value;
  readonly change: Value;
}

/** What an account comes to under an objection, per person who entered, over the headline horizon. */
export interface StressRow {
  readonly id: ObjectionId | 'all-together';
  /** In the words of somebody who makes it. */
  readonly objection: string;
  readonly answered: boolean;
  /** What was changed in the file, in words; null where the objection cannot be answered. */
  readonly change: string | null;
  /** Why it cannot be answered; null where it is. */
  readonly reason: string | null;
  /** The text of either as data, for other languages. */
  readonly said: Term;
  /** Who makes the objection; null for all together. */
  readonly source: string | null;
  /** Whether the publisher's own document was seen. */
  readonly verified: boolean;
  /** Where the number comes from that was put in, where the file gives one. */
  readonly inputSource: string | null;
  readonly npv: Value;
  readonly benefitCostRatio: Value;
  readonly publicNet: Value;
  /** Of the net present value and of the public budget, to the account as it stands. */
  readonly difference: Value;
  readonly publicDifference: Value;
}

/** From what an enterprise that trades spends to what it costs, in all and per person it is spent on. */
export interface CostBridge {
  /** Place in the programme cost of the file. */
  readonly row: number;
  readonly paidBy: string;
  readonly operatingCost: Value;
  readonly sales: Value;
  readonly participantsWageCost: Value;
  /** The first less the other two. */
  readonly cost: Value;
  readonly perEntrant: Value;
}

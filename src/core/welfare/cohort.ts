import type { Expression } from '../figures/expression.js';

/** Real services, or all that goes with production: work, taxes, benefits. Deadweight may differ between the two. */
export type Family = 'services' | 'production';

/** What a person with work earns and costs in a year. Money per person. */
export interface WorkFigures {
  /** Whether the worker is nobody's employee: then production is hers, and taxes and contributions too. */
  readonly selfEmployed: boolean;
  /** Gross wage, or income before tax. */
  readonly pay: Expression;
  /** What the work costs unaided: the wage cost, or that income. */
  readonly cost: Expression;
  readonly production: Expression;
  /** Social contributions, split over those who receive them. */
  readonly contributions: readonly Payment[];
  readonly incomeTax: readonly Payment[];
  readonly vat: readonly Payment[];
  readonly subsidy?: Payment;
  /** Contributions that an agency forgoes. */
  readonly exemptions: readonly Payment[];
  /** The share of a full-time post; left out: all of it. */
  readonly fullTime?: Expression;
}

/** A yearly payment to an actor, or for a subsidy and an exemption from one. */
export interface Payment {
  readonly actor: string;
  readonly amount: Expression;
}

/** How a person lives at a time. */
export interface State {
  readonly id: string;
  readonly label: string;
  /** Units of each service per person-year. */
  readonly use: ReadonlyMap<string, Expression>;
  readonly work?: WorkFigures;
  readonly success: boolean;
  /** On the scale of the file; left out where it was not measured. */
  readonly qualityOfLife?: Expression;
}

/** A mix of states: what share of a person's time is in each. */
export type Mix = readonly { readonly state: State; readonly share: Expression }[];

/**
 * People who entered together, with two lives: with the programme and without it. Both the short form and the state
 * form of a file become cohorts; all else is one calculation.
 */
export interface Cohort {
  readonly id: string;
  readonly label: string;
  readonly entrants: Expression;
  readonly states: readonly State[];
  /** Where people are in a year, from 1, with the programme. Nobody is dead here: see {@link Cohort.deaths}. */
  with(year: number): Mix;
  /** The same without it. */
  without(year: number, family: Family): Mix;
  /** The stay before year 1, its length in years, and the life without it in those months. */
  readonly stay?: { readonly state: State; readonly years: Expression; readonly instead: Mix };
  /** A life of success, and the life without it, per person-year; empty where there is no such life. */
  readonly succeeding: Mix;
  readonly reference: Mix;
  /** The share of the cohort that succeeds, before any of them relapse. */
  readonly successShare: Expression;
  /** Whether that share is one number of the file, so that one can ask what if it were another. */
  readonly moveable: boolean;
  /** The share who have succeeded and live, by a year. */
  readonly succeeded: { with(year: number): Expression; without(year: number): Expression };
  /** The share of the gain that is due to the programme and not to others. */
  readonly own: Expression;
  /** The share of production that others would have done. */
  readonly displacement: Expression;
  /** The services that people without work use without the programme, in some year. */
  readonly usedWithoutWork: ReadonlySet<string>;
  /** Units of a transfer that people without work draw without the programme, in a year. */
  transfersWithout(service: string, year: number): Expression | undefined;
  /** Whether that may differ from year to year. */
  readonly changing: boolean;
  /** The share dead by a year on either side, and the states with the programme whose people may have died by then. */
  readonly deaths?: {
    with(year: number): Expression;
    without(year: number): Expression;
    exposed(year: number): Mix;
  };
  /** Where those who live are in a year; left out in the short form, where nothing is measured by state. */
  readonly living?: { with(year: number): Mix; without(year: number): Mix };
}

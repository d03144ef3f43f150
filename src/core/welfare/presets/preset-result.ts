import type { Level } from '../../assessment.js';
import type { Value } from '../../value.js';

/** Figures of a preset. Every figure can be explained: its name is `preset.` and its place here. */
export type PresetFigures = ValorisFigures | EmploymentClauseFigures | JobFactoryFigures;

/** The value for public budgets in a year. */
export interface ValorisLine {
  readonly incomeTax: Value;
  readonly vat: Value;
  readonly avoidedSpending: Value;
  /** Income tax, value added tax and avoided spending. */
  readonly benefits: Value;
  readonly exemptions: Value;
  readonly grants: Value;
  /** Exemptions and grants. */
  readonly costs: Value;
  /** Benefits less costs; may be below 0. */
  readonly value: Value;
}

interface PerPersonAndTotal<Line> {
  readonly perPerson: Line;
  readonly total: Line;
}

export interface ValorisFigures extends PerPersonAndTotal<ValorisLine> {
  readonly preset: 'valoris';
  readonly people: Value;
  /** By class of disadvantage, which is a career. Per person in the class. */
  readonly byClass: readonly (PerPersonAndTotal<ValorisLine> & {
    readonly id: string;
    readonly label: string;
    readonly people: Value;
  })[];
  /** By level of government. Per person of all. */
  readonly byLevel: readonly (PerPersonAndTotal<ValorisLine> & { readonly level: Level })[];
}

/** What public budgets pay for work and get back, after equalisation. */
export interface PublicLine {
  readonly subsidies: Value;
  readonly exemptions: Value;
  readonly programmeCost: Value;
  /** Subsidies, exemptions and programme cost. */
  readonly paid: Value;
  readonly incomeTax: Value;
  readonly vat: Value;
  readonly contributions: Value;
  /** Taxes and contributions. */
  readonly returned: Value;
  /** Paid less returned. */
  readonly netCostBeforeSavings: Value;
  readonly benefitsSaved: Value;
  readonly servicesSaved: Value;
  /** Benefits and services. */
  readonly saved: Value;
  /** Paid less returned less saved; below 0 where public budgets gain. */
  readonly netCost: Value;
}

export interface EmploymentClauseFigures {
  readonly preset: 'employment-clause';
  readonly months: Value;
  readonly jobs: Value;
  readonly perJob: PublicLine;
  readonly total: PublicLine;
  readonly byAgency: readonly {
    readonly agency: string;
    readonly level: Level | null;
    readonly perJob: PublicLine;
  }[];
}

export interface JobFactoryFigures {
  readonly preset: 'job-factory';
  readonly people: Value;
  readonly fullTimeYears: Value;
  readonly perFullTimeYear: PublicLine;
  readonly total: PublicLine;
  readonly byAgency: readonly {
    readonly agency: string;
    readonly level: Level | null;
    readonly perFullTimeYear: PublicLine;
  }[];
  /** Spent once to begin with: beside the cost, not in it. */
  readonly startUp: { readonly perFullTimeYear: Value; readonly total: Value };
  /** What residents have of it: beside the money, never in it. */
  readonly usefulness: {
    readonly perFullTimeYear: Value;
    readonly total: Value;
    readonly source: string;
  } | null;
}

import type { Amount } from './amount.js';
import type { Standing } from './figures/expression.js';
import type { FiscalPart } from './fiscal/fiscal-part.js';
import type { Distribution } from './uncertainty/distribution.js';

export type { Amount };

/**
 * What an assessment file says, once it has been read and found whole. The contract of the room `assessments`
 * refuses everything else; see docs/assessment-file.md for the meaning of each field.
 */
export type Assessment = ValueMapFile | WelfareAccountFile | FiscalFile;

export type Discounting = 'year-end' | 'year-start' | 'mid-year' | 'none' | 'compound-forward';

export interface Conventions {
  readonly discounting: Discounting;
  readonly discountRate?:
    Amount | readonly { readonly untilYear: number; readonly rate: number }[] | undefined;
  readonly factors?: Readonly<Record<string, number>> | undefined;
  readonly dropOff?: 'from-second-year' | 'from-first-year' | undefined;
  readonly deductions?: 'multiply' | 'add' | undefined;
  readonly attributionMeans?: 'share-of-others' | 'share-claimed' | undefined;
}

export interface EvidenceNote {
  readonly source?: string | undefined;
  readonly method?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly grade?: number | undefined;
  /** The year in which the evidence was gathered; left out: the latest year that its source names. */
  readonly year?: number | undefined;
  /** Left out: one's own. */
  readonly standing?: Standing | undefined;
}

/** Inputs that go up and down together, with those that go the other way. */
export interface CorrelatedGroup {
  readonly id: string;
  readonly inputs: readonly string[];
  readonly against?: readonly string[] | undefined;
  /** Of the normal scores of two members, above 0; 1: one guess stands behind them all. */
  readonly correlation: number;
  readonly source?: string | undefined;
}

export interface CommonPart {
  readonly title: string;
  readonly organisation?: string | undefined;
  readonly period: { readonly from: string; readonly to: string };
  readonly basis: 'evaluation' | 'forecast';
  readonly currency: string;
  readonly priceYear: number;
  readonly conventions: Conventions;
  readonly parameters?:
    | Readonly<
        Record<
          string,
          {
            readonly value: number;
            readonly label?: string | undefined;
            readonly source?: string | undefined;
          }
        >
      >
    | undefined;
  readonly evidence?: Readonly<Record<string, EvidenceNote>> | undefined;
  readonly conversions?: Readonly<Record<string, Conversion>> | undefined;
  readonly uncertainty?:
    | {
        readonly seed?: number | undefined;
        readonly draws?: number | undefined;
        readonly inputs?: Readonly<Record<string, Distribution>> | undefined;
        readonly groups?: readonly CorrelatedGroup[] | undefined;
      }
    | undefined;
  /** Named changes of inputs: what the result would be under other assumptions. */
  readonly scenarios?: readonly Scenario[] | undefined;
  readonly source?:
    | {
        readonly title?: string | undefined;
        readonly url?: string | undefined;
        readonly note?: string | undefined;
      }
    | undefined;
  readonly context?: ReportContext | undefined;
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly source?: string | undefined;
  /** By the names of inputs, the numbers they take. */
  readonly set: Readonly<Record<string, number>>;
}

/** What the report says in words and no figure depends on. */
export interface ReportContext {
  /** True for an example made up to show the method: the report says so on every page. */
  readonly constructed?: boolean | undefined;
  readonly whatWasDone?: string | undefined;
  readonly forWhom?: string | undefined;
  readonly comparedWith?: string | undefined;
  readonly notCounted?: readonly string[] | undefined;
  readonly limits?: readonly string[] | undefined;
  readonly country?: string | undefined;
  /** For how many years people were followed, where that is longer than the period. */
  readonly followUpYears?: number | undefined;
  /** The agency the report speaks to first; otherwise the largest public payer. */
  readonly mainPayer?: string | undefined;
  /** How far somebody other than the organisation has checked it. */
  readonly checked?:
    | {
        readonly level: 'self-declared' | 'reviewed' | 'assured';
        readonly by?: string | undefined;
        readonly standard?: string | undefined;
      }
    | undefined;
  /** A plan that was registered before the results were known. */
  readonly plan?: { readonly registered: string; readonly where?: string | undefined } | undefined;
  /** What others have published about the same activity, set beside our own figures. */
  readonly published?: readonly PublishedFigure[] | undefined;
}

export interface PublishedFigure {
  readonly what: string;
  readonly value: number | string;
  readonly source: string;
  /** A figure of our result to set beside it. */
  readonly figure?: string | undefined;
  /** Why the two differ. */
  readonly difference?: string | undefined;
}

export interface Conversion {
  readonly fromYear: number;
  /** The currency it leads from, where that is another than the file's. */
  readonly fromCurrency?: string | undefined;
  readonly toYear: number;
  readonly factor: number;
  readonly source?: string | undefined;
}

export interface ValueMapFile extends CommonPart {
  readonly kind: 'value-map';
  readonly stakeholders?: readonly Stakeholder[] | undefined;
  readonly inputs: readonly InvestedInput[];
  readonly outcomes: readonly Outcome[];
}

export interface Stakeholder {
  readonly id: string;
  readonly name: string;
  readonly size?: number | undefined;
  readonly consulted?: number | undefined;
  readonly how?: string | undefined;
  readonly when?: string | undefined;
}

export interface InvestedInput {
  readonly id?: string | undefined;
  readonly stakeholder?: string | undefined;
  readonly description?: string | undefined;
  readonly value: Amount | null;
  readonly notValued?: string | undefined;
  readonly year?: number | undefined;
  readonly discounted?: boolean | undefined;
  readonly source?: string | undefined;
}

/** A deduction of a row: null or left out means that nobody has assessed it. */
export type Deduction = Amount | null | undefined;

export interface Deductions {
  readonly deadweight?: Deduction;
  readonly displacement?: Deduction;
  readonly attribution?: Deduction;
  readonly dropOff?: Deduction;
}

export interface Outcome extends Deductions {
  readonly id: string;
  readonly stakeholder: string;
  readonly outcome: string;
  readonly indicator?: string | undefined;
  readonly family?: string | undefined;
  readonly quantity?: Amount | undefined;
  readonly proxy?:
    | {
        readonly value?: Amount | undefined;
        readonly description?: string | undefined;
        readonly source?: string | undefined;
        readonly priceYear?: number | undefined;
        /** Where it is another than the file's. */
        readonly currency?: string | undefined;
      }
    | undefined;
  readonly startsYear?: number | undefined;
  readonly durationYears?: Amount | undefined;
  readonly series?: readonly SeriesPoint[] | undefined;
  readonly transfer?: { readonly counterparty: string } | undefined;
  readonly agencies?: Readonly<Record<string, number>> | undefined;
  readonly valueType?: 'fiscal' | 'economic' | 'social' | undefined;
}

export interface SeriesPoint extends Deductions {
  readonly year: number;
  readonly quantity?: Amount | undefined;
  readonly proxyValue?: Amount | undefined;
  readonly value?: Amount | undefined;
}

export interface FiscalFile extends CommonPart, FiscalPart {
  readonly kind: 'fiscal-cost-benefit';
}

export interface WelfareAccountFile extends CommonPart {
  readonly kind: 'welfare-account';
  readonly stakeholders?: readonly Stakeholder[] | undefined;
  readonly preset?: Preset | undefined;
  /** How long the job of an employment clause lasts; left out: a year. */
  readonly months?: Amount | undefined;
  /** What a full-time year in a job factory is worth to residents: shown beside, never added in. */
  readonly usefulness?: { readonly perFullTimeYear: Amount; readonly source: string } | undefined;
  /** Numbers that objections ask for and the account does not hold. */
  readonly objections?:
    | {
        readonly counterfactualShare?: SourcedValue | undefined;
        readonly relapse?: SourcedValue | undefined;
        readonly participantTime?: { readonly perYear: number; readonly source: string } | undefined;
        readonly publicFunds?: SourcedValue | undefined;
      }
    | undefined;
  readonly horizons?: readonly number[] | undefined;
  readonly headlineHorizon?: number | undefined;
  readonly agencies: readonly Agency[];
  readonly services: readonly Service[];
  /** By service, by category, or by kind of service. */
  readonly shortRunShares?: Readonly<Record<string, ShortRunShare>> | undefined;
  readonly productionValue?: 'net-of-subsidy' | 'full-wage' | undefined;
  readonly careers?: readonly Career[] | undefined;
  readonly states?: readonly StateDeclaration[] | undefined;
  readonly cohorts?: readonly CohortDeclaration[] | undefined;
  readonly programmeCost: readonly ProgrammeCost[];
}

/** A share with where it comes from. */
interface SourcedValue {
  readonly value: number;
  readonly source: string;
}

/** Accounts of one family over the same engine; left out, `basta`. */
export type Preset = 'basta' | 'valoris' | 'employment-clause' | 'job-factory';

export const LEVELS = ['municipality', 'region', 'state', 'social-insurance', 'other'] as const;
/** A level of government. */
export type Level = (typeof LEVELS)[number];

export interface Agency {
  readonly id: string;
  readonly level?: Level | undefined;
  readonly name?: string | undefined;
  readonly public?: boolean | undefined;
  readonly retainsExtraTax?: Amount | undefined;
  readonly source?: string | undefined;
}

export interface Service {
  readonly id: string;
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  readonly daysPerUnit?: number | undefined;
  readonly price: Amount | { readonly average: Amount; readonly shortRunMarginal?: Amount | undefined };
  readonly priceYear?: number | undefined;
  /** Where it is another than the file's. */
  readonly currency?: string | undefined;
  readonly kind: 'real' | 'transfer';
  readonly paidBy: Readonly<Record<string, number>>;
  /** What sort of service it is, by which a default short-run share may be named. */
  readonly category?: string | undefined;
  /** Used because people work, such as support at work: its deadweight is that of production. */
  readonly goesWith?: 'work' | undefined;
  /** A transfer people have a right to: more of it is shown apart and is no failure. */
  readonly rightful?: boolean | undefined;
  readonly source?: string | undefined;
}

/** A short-run price as a share of the average one, for services that have none. */
export interface ShortRunShare {
  readonly share: Amount;
  readonly source?: string | undefined;
}

/** Employed, with a gross wage, or self-employed: one of the two. */
export interface Work {
  readonly grossWage?: Amount | undefined;
  /** Income before tax and contributions; contributions as a share of it. */
  readonly selfEmployment?:
    { readonly income: Amount; readonly contributions?: Amount | undefined } | undefined;
  readonly employerContributions?: Amount | undefined;
  readonly contributionsTo?: Readonly<Record<string, number>> | undefined;
  readonly incomeTax?: Readonly<Record<string, Amount>> | undefined;
  readonly vat?: Readonly<Record<string, Amount>> | undefined;
  readonly subsidy?: { readonly paidBy: string; readonly amount: Amount } | undefined;
  /** By agency, the contributions of one person and a year that it forgoes. */
  readonly exemptions?: Readonly<Record<string, Amount>> | undefined;
  /** The share of a full-time post; left out: all of it. */
  readonly fullTime?: Amount | undefined;
  readonly source?: string | undefined;
}

/** Units of each service used per person-year. */
export type Use = Readonly<Record<string, Amount>>;

export interface Career {
  readonly id: string;
  readonly name?: string | undefined;
  readonly entrants: Amount;
  readonly successShare: Amount;
  readonly without: Use;
  readonly withSuccess: Use;
  readonly withFailure?: Use | undefined;
  readonly work?: Work | undefined;
  readonly during?:
    { readonly months: Amount; readonly use: Use; readonly work?: Work | undefined } | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly lostToFollowUp?: number | undefined;
  readonly counterfactualShare?: Amount | null | undefined;
  readonly deadweight?:
    Amount | { readonly services: Amount; readonly production: Amount } | null | undefined;
  readonly attribution?: Amount | null | undefined;
  readonly displacement?: Amount | null | undefined;
  readonly dropOff?: Amount | null | undefined;
  /** Share of the successes still standing in year 1, 2, …; the last holds. Instead of `dropOff`. */
  readonly survival?: readonly number[] | undefined;
}

export interface StateDeclaration {
  readonly id: string;
  readonly name?: string | undefined;
  readonly use?: Use | undefined;
  readonly work?: Work | undefined;
  readonly qualityOfLife?: number | undefined;
  /** Whether people in this state are counted as successes; left out: where there is work. */
  readonly success?: boolean | undefined;
}

export interface Path {
  readonly shares?:
    readonly { readonly year: number; readonly of: Readonly<Record<string, Amount>> }[] | undefined;
  readonly start?: Readonly<Record<string, Amount>> | undefined;
  readonly transitions?: Readonly<Record<string, Readonly<Record<string, Amount>>>> | undefined;
}

export interface CohortDeclaration {
  readonly id: string;
  readonly name?: string | undefined;
  readonly entrants: Amount;
  readonly with: Path;
  readonly without: Path;
  /** The stay before year 1, in a state. */
  readonly during?: { readonly months: Amount; readonly state: string } | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly lostToFollowUp?: number | undefined;
  readonly attribution?: Amount | null | undefined;
  readonly displacement?: Amount | null | undefined;
}

/**
 * What an enterprise spends, earns and pays its participants, in all. Its cost is the first less the other two: sales
 * are at market price, and the wages of participants are booked once, as production.
 */
export interface EnterpriseLedger {
  readonly operatingCost: Amount;
  readonly sales: Amount;
  readonly participantsWageCost: Amount;
}

export interface ProgrammeCost {
  readonly paidBy: string;
  readonly perEntrant?: Amount | undefined;
  /** Instead, from the ledger of an enterprise that trades. */
  readonly enterprise?: EnterpriseLedger | undefined;
  readonly time: number;
  /** What would have been spent on the same people anyway, such as their usual placement: taken off. */
  readonly spentAnyway?: { readonly perEntrant: Amount; readonly source?: string | undefined } | undefined;
  /** The careers or cohorts it is spent on; left out: everybody. */
  readonly cohorts?: readonly string[] | undefined;
  /** Spent once to begin with: a job factory shows it apart. */
  readonly startUp?: boolean | undefined;
  readonly description?: string | undefined;
  readonly source?: string | undefined;
}

import { LICENCE } from '../licences.js';
import type { PriceYear, Source } from '../unit-price.js';

/** What one unit of an outcome costs or saves, split by whose value it is. */
export interface FiscalUnitCost {
  readonly code: string;
  readonly title: string;
  /** The id of a British agency; `several` where it is shared. */
  readonly agency: string;
  /** What one of it is. */
  readonly unit: string;
  readonly currency: 'GBP';
  readonly priceYear: PriceYear;
  /** Public expenditure saved or tax gained; null where the database gives none. */
  readonly fiscal: number | null;
  /** Value to people and employers in money. */
  readonly economic: number | null;
  /** Value to people that no money passes for. */
  readonly social: number | null;
  /** The part of `fiscal` that only moves money from one to another. */
  readonly transfers: number;
  /** How good its authors hold the source to be: green, amber, red. */
  readonly quality: 'green' | 'amber' | 'red';
  /** The entry it is a part of: the two are never added. */
  readonly partOf: string | null;
  readonly source: Source;
}

/**
 * The unit cost database of Greater Manchester, edition 1.4. Later editions exist and could not be had: its figures are
 * old, and its deflator forecasts from 2014/15 on.
 *
 * @param code the code of an entry, as CR3.0
 */
const greaterManchester = (code: string): Source => ({
  title: `Unit Cost Database 1.4, ${code}`,
  publisher: 'New Economy, Greater Manchester Combined Authority',
  year: 2015,
  licence: LICENCE.ccBy,
  verified: 'publisher-seen',
});

type Row = readonly [
  code: string,
  title: string,
  agency: string,
  unit: string,
  priceYear: string,
  fiscal: number | null,
  economic: number | null,
  social: number | null,
  transfers: number,
  quality: FiscalUnitCost['quality'],
];

// prettier-ignore
const rows: readonly Row[] = [
  ['CR1.0', 'Anti-social behaviour, dealt with further', 'police', 'incident', '2002/03', 500, null, null, 0, 'red'],
  ['CR2.0', 'Domestic violence', 'several', 'incident', '2008/09', 2470, 1473, 6795, 0, 'amber'],
  ['CR3.0', 'Prison, average of all prisons', 'prison-service', 'person-year', '2013/14', 33785, null, null, 0, 'green'],
  ['CR3.1', 'Custody of an adult', 'prison-service', 'month', '2008/09', 2367, null, null, 0, 'green'],
  ['CR3.2', 'Supervision of an adult under a community sentence', 'prison-service', 'year', '2008/09', 357, null, null, 0, 'green'],
  ['CR4.0', 'Young person’s first year in the justice system', 'several', 'year', '2008/09', 3152, null, null, 0, 'green'],
  ['CR4.3', 'Youth offending worker', 'local-authority', 'hour', '2008/09', 29, null, null, 0, 'green'],
  ['CR5.0', 'Court proceedings, adult: violence', 'courts', 'case', '2008/09', 12716, null, null, 0, 'green'],
  ['CR5.2', 'Court proceedings, adult: burglary', 'courts', 'case', '2008/09', 3448, null, null, 0, 'green'],
  ['CR5.3', 'Court proceedings, adult: robbery', 'courts', 'case', '2008/09', 9428, null, null, 0, 'green'],
  ['CR5.4', 'Court proceedings, adult: theft and handling', 'courts', 'case', '2008/09', 4012, null, null, 0, 'green'],
  ['CR5.7', 'Court proceedings, adult: drugs', 'courts', 'case', '2008/09', 2500, null, null, 0, 'green'],
  ['CR7.0', 'Arrest, detained', 'police', 'arrest', '2006/07', 593, null, null, 0, 'amber'],
  ['CR7.1', 'Arrest, no further action', 'police', 'arrest', '2006/07', 285, null, null, 0, 'amber'],
  ['CR8.0', 'Crime, average of all kinds', 'several', 'crime', '2010/11', 609, 676, 1648, 0, 'green'],
  ['CR8.2', 'Serious wounding', 'several', 'crime', '2010/11', 18608, 1384, 5661, 0, 'green'],
  ['CR8.5', 'Common assault', 'several', 'crime', '2010/11', 455, 319, 980, 0, 'green'],
  ['CR8.6', 'Robbery', 'several', 'crime', '2010/11', 3674, 1344, 3789, 0, 'green'],
  ['CR8.7', 'Burglary of a dwelling', 'several', 'crime', '2010/11', 1361, 1746, 803, 0, 'green'],
  ['CR9.0', 'Police officer up to sergeant', 'police', 'hour', '2013/14', 38.43, null, null, 0, 'green'],
  ['E&S5.0', 'Vocational qualification, level 2', 'treasury', 'person-year', '2010/11', 82.7, 443, null, 82.7, 'green'],
  ['E&S8.0', 'Apprenticeship, level 2', 'treasury', 'person-year', '2010/11', 787.1, 1208, null, 787.1, 'green'],
  ['E&S9.0', 'Vocational qualification, level 3', 'treasury', 'person-year', '2010/11', 512.85, 921, null, 512.85, 'green'],
  ['E&S12.0', 'Apprenticeship, level 3', 'treasury', 'person-year', '2010/11', 1390.8, 1924.75, null, 1390.8, 'green'],
  ['E&E1.0', 'Jobseeker’s Allowance: claimant enters work', 'several', 'person-year', '2012/13', 9800, 14044, null, 9234, 'green'],
  ['E&E1.0.1', 'Jobseeker’s Allowance: claimant enters work, benefits', 'benefits', 'person-year', '2012/13', 9234, null, null, 9234, 'green'],
  ['E&E1.0.2', 'Jobseeker’s Allowance: claimant enters work, health', 'nhs', 'person-year', '2012/13', 566, null, null, 0, 'green'],
  ['E&E2.0', 'Employment and Support Allowance: claimant enters work', 'several', 'person-year', '2012/13', 8632, 12568, null, 7500, 'green'],
  ['E&E2.0.1', 'Employment and Support Allowance: claimant enters work, benefits', 'benefits', 'person-year', '2012/13', 7500, null, null, 7500, 'green'],
  ['E&E2.0.2', 'Employment and Support Allowance: claimant enters work, health', 'nhs', 'person-year', '2012/13', 1132, null, null, 0, 'green'],
  ['E&E3.0', 'Income Support: claimant enters work', 'several', 'person-year', '2012/13', 7570, 8701, null, 7004, 'green'],
  ['E&E3.0.1', 'Income Support: claimant enters work, benefits', 'benefits', 'person-year', '2012/13', 7004, null, null, 7004, 'green'],
  ['E&E3.0.2', 'Income Support: claimant enters work, health', 'nhs', 'person-year', '2012/13', 566, null, null, 0, 'green'],
  ['E&E1.3', 'Jobseeker’s Allowance, single, 25 and over', 'benefits', 'week', '2014/15', 72.4, null, null, 72.4, 'green'],
  ['E&E2.4', 'Employment and Support Allowance, support group', 'benefits', 'week', '2014/15', 108.15, null, null, 108.15, 'green'],
  ['E&E3.2', 'Income Support, single, 25 and over', 'benefits', 'week', '2014/15', 72.4, null, null, 72.4, 'green'],
  ['E&E10.0', 'Young adult neither in work nor in training', 'benefits', 'year', '2010/11', 4257, 8998, null, 0, 'amber'],
  ['HE1.0', 'Alcohol dependency, health care', 'nhs', 'person-year', '2009/10', 1800, null, 1398, 0, 'amber'],
  ['HE1.1', 'Alcohol ward, adult', 'nhs', 'day', '2013/14', 338, null, null, 0, 'green'],
  ['HE1.3', 'Alcohol outpatient clinic, adult', 'nhs', 'visit', '2013/14', 60, null, null, 0, 'green'],
  ['HE1.5', 'Alcohol service in the community, adult', 'nhs', 'contact', '2013/14', 121, null, null, 0, 'green'],
  ['HE1.7', 'Detoxification in a ward', 'nhs', 'day', '2013/14', 152, null, null, 0, 'green'],
  ['HE1.8', 'Rehabilitation in a ward', 'nhs', 'day', '2013/14', 330, null, null, 0, 'green'],
  ['HE1.9', 'Residential rehabilitation', 'nhs', 'week', '2013/14', 633, null, null, 0, 'amber'],
  ['HE2.0', 'Effective drug treatment: savings for each person', 'several', 'year', '2013/14', 3614, 8954, 3814, 0, 'amber'],
  ['HE2.2', 'Structured drug treatment in the community', 'nhs', 'year', '2012/13', 2604, null, null, 0, 'green'],
  ['HE2.3', 'Drug ward, adult', 'nhs', 'day', '2013/14', 429, null, null, 0, 'green'],
  ['HE2.5', 'Drug outpatient clinic, adult', 'nhs', 'visit', '2013/14', 104, null, null, 0, 'green'],
  ['HE2.14', 'Methadone maintenance', 'nhs', 'week', '2008/09', 59, null, null, 0, 'amber'],
  ['HE2.15', 'Needle exchange', 'nhs', 'contact', '2007/08', 23.89, null, null, 0, 'amber'],
  ['HE3.0', 'Ambulance', 'nhs', 'call-out', '2013/14', 216, null, null, 0, 'green'],
  ['HE4.0', 'Emergency department, all kinds', 'nhs', 'visit', '2011/12', 109, null, null, 0, 'green'],
  ['HE7.0', 'Hospital stay, average', 'nhs', 'episode', '2013/14', 1807, null, null, 0, 'green'],
  ['HE8.0', 'Hospital outpatient clinic', 'nhs', 'visit', '2013/14', 111, null, null, 0, 'green'],
  ['HE9.0', 'Hospital day case', 'nhs', 'episode', '2013/14', 698, null, null, 0, 'green'],
  ['HE11.0', 'Depression or anxiety, adult', 'nhs', 'person-year', '2007/08', 830, 3841, null, 0, 'amber'],
  ['HE14.0', 'Psychiatric ward, all ages', 'nhs', 'day', '2011/12', 429, null, null, 0, 'green'],
  ['HE14.0.1', 'Psychiatric ward, adult', 'nhs', 'day', '2011/12', 410, null, null, 0, 'green'],
  ['HE14.2', 'Secure psychiatric unit', 'nhs', 'day', '2011/12', 526, null, null, 0, 'green'],
  ['HE15.0', 'Outpatient psychiatry', 'nhs', 'visit', '2011/12', 140, null, null, 0, 'green'],
  ['HE16.0', 'Psychiatry in the community', 'nhs', 'contact', '2011/12', 156, null, null, 0, 'green'],
  ['HE17.0', 'Care home, mental health', 'local-authority', 'week', '2013/14', 1038, null, null, 0, 'green'],
  ['HE18.0', 'Day care, mental health', 'local-authority', 'visit', '2013/14', 35, null, null, 0, 'green'],
  ['HE19.0', 'Counselling in primary care', 'nhs', 'hour', '2013/14', 50, null, null, 0, 'green'],
  ['HE20.0', 'General practitioner', 'nhs', 'hour', '2013/14', 121, null, null, 0, 'green'],
  ['HO1.0', 'Complex eviction', 'local-authority', 'eviction', '2010/11', 6680, null, null, 0, 'amber'],
  ['HO2.0', 'Simple repossession', 'local-authority', 'repossession', '2010/11', 690, null, null, 0, 'amber'],
  ['HO3.0', 'Homelessness application', 'local-authority', 'application', '2010/11', 2501, null, null, 0, 'amber'],
  ['HO4.0', 'Homeless household in a hostel', 'local-authority', 'week', '2010/11', 107.45, null, null, 0, 'amber'],
  ['HO4.1', 'Homeless household in bed and breakfast', 'local-authority', 'week', '2010/11', 334.95, null, null, 0, 'amber'],
  ['HO5.0', 'Homelessness prevented by a scheme', 'local-authority', 'case', '2010/11', 642, null, null, 0, 'amber'],
  ['HO6.0', 'Rough sleeper, local authority spending', 'local-authority', 'year', '2010/11', 7900, null, null, 0, 'amber'],
  ['HO7.0', 'Housing Benefit, average award', 'benefits', 'week', '2014/15', 92.98, null, null, 92.98, 'green'],
  ['SS1.0', 'Child in care, average', 'local-authority', 'year', '2013/14', 51080, null, null, 0, 'amber'],
  ['SS2.0', 'Child in foster care', 'local-authority', 'week', '2013/14', 700, null, null, 0, 'green'],
  ['SS3.0', 'Child in a children’s home', 'local-authority', 'week', '2013/14', 2995, null, null, 0, 'green'],
  ['SS4.0', 'Core assessment of a child', 'local-authority', 'assessment', '2004/05', 900, null, null, 0, 'amber'],
  ['SS5.0', 'Child in need, case management', 'local-authority', 'half-year', '2008/09', 1416, null, null, 0, 'green'],
  ['SS6.0', 'Common assessment of a child', 'local-authority', 'half-year', '2010/11', 1515, null, null, 0, 'green'],
  ['SS15.0', 'Parenting programme in a group', 'several', 'participant', '2008/09', 952, null, null, 0, 'green'],
  ['SS17.0', 'Multi-systemic therapy', 'local-authority', 'session', '2013/14', 119, null, null, 0, 'green'],
  ['SS18.0', 'Social worker, adults, with qualification', 'local-authority', 'hour', '2013/14', 57, null, null, 0, 'green'],
  ['SS18.10', 'Family support worker', 'local-authority', 'hour', '2013/14', 30, null, null, 0, 'green'],
];

const PART = /^(.+\.\d+)\.\d+$/;

/** The entries of the unit cost database of Greater Manchester that a welfare account or a fiscal case needs. */
export const greaterManchesterCosts: readonly FiscalUnitCost[] = rows.map(
  ([code, title, agency, unit, priceYear, fiscal, economic, social, transfers, quality]): FiscalUnitCost => ({
    code,
    title,
    agency,
    unit,
    currency: 'GBP',
    priceYear,
    fiscal,
    economic,
    social,
    transfers,
    quality,
    partOf: PART.exec(code)?.[1] ?? null,
    source: greaterManchester(code),
  }),
);

/** The entry of a code, or undefined where it is not among those kept here. */
export const greaterManchesterCost = (code: string): FiscalUnitCost | undefined =>
  greaterManchesterCosts.find((cost) => cost.code === code);

/**
 * The value of one unit to everybody together: fiscal without transfers, and economic and social value. In the currency
 * and at the prices of the entry.
 *
 * @see HM Treasury and partners, Supporting public service transformation: cost benefit analysis guidance (2014)
 */
export const publicValueOf = ({
  fiscal,
  economic,
  social,
  transfers,
}: Pick<FiscalUnitCost, 'fiscal' | 'economic' | 'social' | 'transfers'>): number =>
  (fiscal ?? 0) - transfers + (economic ?? 0) + (social ?? 0);

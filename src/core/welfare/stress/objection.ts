/** The objections every account is put to, in the order they are shown. */
export const OBJECTIONS = [
  'short-run-prices',
  'counterfactual',
  'no-transfers',
  'subsidy-deducted',
  'horizon-halved',
  'drop-outs',
  'displacement',
  'participants-time',
  'public-funds',
  'lost-to-follow-up',
  'largest-row',
  'relapse',
] as const;

export type ObjectionId = (typeof OBJECTIONS)[number];

/** An objection as it is made, and who makes it. */
export interface Objection {
  /** In the words of somebody who makes it. */
  readonly objection: string;
  readonly source: string;
  /** Whether the publisher's own document was seen. */
  readonly verified: boolean;
}

/** What is said against accounts, with the numbers that come with it. */
export interface Objections {
  readonly texts: Readonly<Record<ObjectionId, Objection>>;
  /** The displacement that is taken where a file has less. */
  readonly displacement: number;
  /** What raising a unit of public money costs society on top, where the file says nothing else. */
  readonly publicFunds: number;
}

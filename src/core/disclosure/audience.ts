/** Who reads a table of people beside the organisation itself: one it shares with, or everybody. */
export const AUDIENCES = ['partner', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What may be shown to whom. */
export interface DisclosureRule {
  /** Counts below it, zero among them, are not shown: a whole number from 1 on. */
  readonly threshold: number;
  /** What is shown is rounded to a multiple of it. */
  readonly base: number;
  /** Attributes by which people may be told apart in one table. */
  readonly mostDimensions: number;
  /** Whether something sensitive about people may stand beside another attribute of them. */
  readonly crossesSensitive: boolean;
}

/**
 * The rules, stricter the less is known of the readers. Statistical offices and keepers of health data use thresholds
 * of 3, 5 and 10; the stricter ones hide zeros too, because “nobody” of a small group tells of all its members.
 *
 * @see UK Longitudinal Linkage Collaboration, “Guidebook” (2025): nothing below 10, zero included, secondary
 *   suppression by row and column; Office for National Statistics, comparison of post-tabular methods: below 10
 *   suppressed, the rest rounded to 5; OECD Glossary of Statistical Terms, “threshold rule”: 5 or 3
 */
export const DISCLOSURE_RULES: Readonly<Record<Audience, DisclosureRule>> = {
  partner: { threshold: 5, base: 5, mostDimensions: 2, crossesSensitive: true },
  public: { threshold: 10, base: 5, mostDimensions: 2, crossesSensitive: false },
};

/** An attribute by which a table tells people apart. */
export interface Dimension {
  readonly name: string;
  /** Whether the law protects it further: health, minorities, offences. */
  readonly sensitive: boolean;
}

/** Why a table may not be made for an audience, whatever its numbers are. */
export type TableRefusal = 'too-many-dimensions' | 'sensitive-crossing';

/** @returns undefined where the table may be made */
export function refusalOfTable(
  dimensions: readonly Dimension[],
  { mostDimensions, crossesSensitive }: DisclosureRule,
): TableRefusal | undefined {
  if (dimensions.length > mostDimensions) return 'too-many-dimensions';
  const crossing = dimensions.length > 1 && dimensions.some(({ sensitive }) => sensitive);
  return crossing && !crossesSensitive ? 'sensitive-crossing' : undefined;
}

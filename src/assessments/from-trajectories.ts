import type { CareerTrajectories } from '../trajectories/trajectories.contract.js';
import type { ProgrammeShown } from '../programmes/programmes.contract.js';
import type { DraftSettings } from './drafts.contract.js';

type Career = ProgrammeShown['careers'][number];
type Account = Extract<DraftSettings, { readonly kind: 'welfare-account' }>;
type Evidence = NonNullable<Account['evidence']>;
type Ranges = NonNullable<NonNullable<Account['uncertainty']>['inputs']>;

/** People followed for a year tell before and after, never what would have happened anyway (docs/method.md). */
const DESIGN =
  'people followed from entry; before and after, without a comparison: it says nothing of what would have happened anyway';
const GRADE = 4;

/** Careers and settings in which recorded numbers stand where there are any, each beside what was typed. */
export interface Recorded {
  readonly careers: readonly Career[];
  readonly settings: Account;
}

/**
 * Puts what trajectories say into the careers of an account: who started, the share in work a year after entry, who
 * was lost, and what people used in the year before. Nothing is replaced without a word: the evidence of each number
 * says what was recorded and what had been typed.
 *
 * @param found the reduction of the programme's trajectories
 */
export function withTrajectories(
  careers: readonly Career[],
  settings: Account,
  found: readonly CareerTrajectories[],
): Recorded {
  const evidence: Evidence = { ...settings.evidence };
  const ranges: Ranges = { ...settings.uncertainty?.inputs };
  const put = (name: string, source: string, typed: unknown) => {
    evidence[name] = { source, method: `${DESIGN}; ${typedBefore(typed)}`, grade: GRADE };
    Reflect.deleteProperty(ranges, name);
  };
  const recorded = careers.map((career) => {
    const one = found.find(({ career: id }) => id === career.id);
    if (!one || one.successShare === null) return career;
    const { entrants, inWork, unknown, successShare, successBounds } = one;
    const name = `careers.${career.id}`;
    put(`${name}.entrants`, `Recorded: ${entrants} started at least a year before`, career.entrants);
    put(
      `${name}.successShare`,
      `Recorded: ${inWork} of ${entrants} in work 365 days after entry, ${unknown} lost to follow-up counted as not in work`,
      career.successShare,
    );
    if (successBounds && successBounds.low < successBounds.high) {
      ranges[`${name}.successShare`] = {
        distribution: 'triangular',
        low: successBounds.low,
        mode: successShare,
        high: successBounds.high,
      };
    }
    const without = { ...career.without };
    for (const { service, before } of one.uses) {
      if (before.perPersonYear === null) continue;
      const input = `${name}.without.${service}`;
      put(
        input,
        `Recorded: mean of ${before.answered} forms on the twelve months before, ${before.unknown} not known`,
        without[service],
      );
      if (before.low !== null && before.high !== null && before.low < before.high) {
        ranges[input] = { distribution: 'uniform', low: before.low, high: before.high };
      }
      without[service] = before.perPersonYear;
    }
    return { ...career, entrants, successShare, lostToFollowUp: unknown, without };
  });
  const inputs = Object.keys(ranges).length > 0 ? { inputs: ranges } : {};
  const { seed, draws } = settings.uncertainty ?? {};
  const uncertainty = {
    ...(seed !== undefined && { seed }),
    ...(draws !== undefined && { draws }),
    ...inputs,
  };
  return { careers: recorded, settings: { ...settings, evidence, uncertainty } };
}

function typedBefore(typed: unknown): string {
  return typed === undefined
    ? 'nothing had been typed'
    : `used instead of ${JSON.stringify(typed)}, which had been typed`;
}

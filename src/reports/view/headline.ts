import type { Horizon, WelfareAccountResult } from '../../core/result.js';
import { isTextKey, text } from '../../platform/locale/text.js';

/** The horizon an account puts on page one. */
export function headlineOf(result: WelfareAccountResult): Horizon {
  const headline = result.horizons.find(({ years }) => years === result.headlineHorizon);
  if (!headline) throw new Error('an account has its headline horizon');
  return headline;
}

/** What an actor is called: as the file names it, or in our words those that every account has. */
export function actorName({ assessment }: WelfareAccountResult, actor: string): string {
  const named =
    assessment.kind === 'welfare-account'
      ? assessment.agencies.find(({ id }) => id === actor)?.name
      : undefined;
  const key = `report.actor.${actor}`;
  return named ?? (isTextKey(key) ? text(key) : actor);
}

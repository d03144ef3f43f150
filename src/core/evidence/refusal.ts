import type { RefusalCode } from '../wording/evidence-messages.js';
import type { TermValues } from '../wording/term.js';

/** Why there is no estimate: a result like any other, never thrown. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly values: TermValues;
}

export function refuse(refused: RefusalCode, values: TermValues = {}): Refusal {
  return { refused, values };
}

/** Whether something that may have been refused was. */
export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}

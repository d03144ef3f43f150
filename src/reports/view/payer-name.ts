import type { Result } from '../../core/result.js';
import { agencyName } from './fiscal-names.js';
import { actorName } from './headline.js';

/** What somebody who pays is called in a result of any kind. */
export function payerName(result: Result, payer: string): string {
  switch (result.kind) {
    case 'value-map':
      return payer;
    case 'welfare-account':
      return actorName(result, payer);
    case 'fiscal-cost-benefit':
      return agencyName(result, payer);
  }
}

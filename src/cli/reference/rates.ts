import { discountRateFor, discountSchedules } from '../../reference/discount-schedules.js';
import { isRefusal } from '../../reference/refusal.js';
import { print } from '../exit.js';
import { misused, type Part, refusing } from './part.js';

export const ratesPart: Part = {
  name: 'rates',
  usage: 'rates SCHEDULE YEARS',
  purpose: 'The discountRate of a file that looks so many years ahead; without arguments, the schedules.',
  options: {},
  run([schedule, years, ...more]) {
    if (schedule === undefined) {
      const lines = discountSchedules.map(
        ({ id, title, asOf }) => `${id.padEnd(22)} ${title}; as of ${asOf}`,
      );
      print(lines.join('\n'));
      return;
    }
    if (years === undefined || more.length > 0) throw misused(ratesPart);
    const answer = discountRateFor(schedule, /^\d+$/.test(years) ? Number(years) : NaN);
    if (isRefusal(answer)) throw refusing(answer, false);
    print(JSON.stringify(answer));
  },
};

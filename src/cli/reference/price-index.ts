import { isCountry } from '../../reference/countries.js';
import { indexFactor, indexFactorOf, indexSeries } from '../../reference/index-series.js';
import { isRefusal } from '../../reference/refusal.js';
import { print } from '../exit.js';
import { misused, type Part, refusing, timeFrom } from './part.js';

export const indexPart: Part = {
  name: 'index',
  usage: 'index COUNTRY|SERIES FROM TO [--json]',
  purpose: 'The factor from the prices of one year to those of another; without arguments, the series.',
  options: { json: { type: 'boolean' } },
  run([series, from, to, ...more], { json }) {
    if (series === undefined) {
      print(indexSeries.map(({ id, title, base }) => `${id.padEnd(14)} ${title}; ${base}`).join('\n'));
      return;
    }
    if (from === undefined || to === undefined || more.length > 0) throw misused(indexPart);
    const years = [timeFrom(from), timeFrom(to)] as const;
    const answer = isCountry(series) ? indexFactorOf(series, ...years) : indexFactor(series, ...years);
    if (isRefusal(answer)) throw refusing(answer, json === true);
    print(
      json === true
        ? JSON.stringify(answer, null, 2)
        : [
            `× ${answer.factor}`,
            `${answer.series}, ${answer.from} to ${answer.to}${answer.forecast ? '; one of the two was a forecast when it was published' : ''}`,
            `source: ${answer.source.title}; ${answer.source.publisher}`,
          ].join('\n'),
    );
  },
};

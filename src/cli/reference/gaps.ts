import { gaps } from '../../reference/reference-data.js';
import { print } from '../exit.js';
import { countryFrom, misused, type Part } from './part.js';

export const gapsPart: Part = {
  name: 'gaps',
  usage: 'gaps [COUNTRY] [--json]',
  purpose: 'What is missing, and who has it.',
  options: { json: { type: 'boolean' } },
  run([code, ...more], { json }) {
    if (more.length > 0) throw misused(gapsPart);
    const country = code === undefined ? undefined : countryFrom(code);
    const missing = gaps().filter((gap) => country === undefined || (gap.country ?? country) === country);
    print(
      json === true
        ? JSON.stringify(missing, null, 2)
        : missing.map((gap) => `${(gap.country ?? '–').padEnd(3)} ${gap.what}: ${gap.ask}`).join('\n'),
    );
  },
};

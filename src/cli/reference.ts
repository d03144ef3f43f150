import { countries } from '../reference/countries.js';
import { gaps } from '../reference/reference-data.js';
import { REFERENCE_VERSION } from '../reference/reference-version.js';
import { unitPrices } from '../reference/unit-prices.js';
import type { Command } from './command.js';
import { print, wrongUse } from './exit.js';
import { gapsPart } from './reference/gaps.js';
import { importPart } from './reference/import.js';
import type { Part } from './reference/part.js';
import { pricePart } from './reference/price.js';
import { indexPart } from './reference/price-index.js';
import { ratesPart } from './reference/rates.js';
import { servicesPart } from './reference/services.js';

const parts: readonly Part[] = [servicesPart, pricePart, indexPart, ratesPart, gapsPart, importPart];

const overview = parts.map(({ usage, purpose, help = [] }) =>
  [`reference ${usage}`, purpose, ...help].join('\n    '),
);

export const referenceCommand: Command = {
  name: 'reference',
  usage: 'bokslut reference [PART …]',
  purpose: 'Prices of services, price indices and discount rates, each with its source.',
  help: [
    `Countries: ${countries.map(({ code, name }) => `${code} ${name}`).join(', ')}. A year is 2020, or 2012/13 for a financial year.`,
    'A price holds in the year it was true for. Another year is refused (exit code 1) and never answered with the last',
    'price known; the refusal says what is covered, who publishes the price, and which step would bring it there.',
    '',
    ...overview.flatMap((text) => text.split('\n')),
  ],
  options: Object.assign({}, ...parts.map(({ options }) => options)) as Command['options'],
  async run({ positionals: [name, ...args], values }) {
    if (name === undefined) {
      print(summary());
      return;
    }
    const part = parts.find((one) => one.name === name);
    if (!part) throw wrongUse(`There is no part ${JSON.stringify(name)}.\n\n${overview.join('\n')}`);
    await part.run(args, values);
  },
};

function summary(): string {
  const found = unitPrices.filter(({ price }) => price !== null);
  return [
    `Reference data ${REFERENCE_VERSION}`,
    `${found.length} prices found; ${gaps().length} gaps, each with whom to ask (bokslut reference gaps)`,
    '',
    ...overview,
  ].join('\n');
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { calculateAssessment } from '../assessments/assessments.service.js';
import type { Result } from '../core/result.js';
import { formatMoney, formatNumber } from '../platform/locale/format.js';
import type { Command } from './command.js';
import { print } from './exit.js';
import { openPrinter } from './printer.js';
import { readSamples } from './samples.js';

export const demoCommand: Command = {
  name: 'demo',
  usage: 'bokslut demo [--out FOLDER]',
  purpose: 'Works out the samples and writes their reports.',
  help: ['--out FOLDER  where reports and results are written; left out: ./out'],
  options: { out: { type: 'string' } },
  async run({ values }) {
    const out = resolve(typeof values['out'] === 'string' ? values['out'] : 'out');
    await mkdir(out, { recursive: true });
    print('Bokslut: finished examples\n');
    const printer = await openPrinter();
    try {
      for (const { name, prepared } of await readSamples()) {
        const result = calculateAssessment(prepared);
        const file = join(out, `${name}.result.json`);
        const report = join(out, `${name}.pdf`);
        await writeFile(report, await printer.print(result));
        await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
        print(
          `${result.title}\n${rows(result)
            .map(([label, value]) => `  ${label.padEnd(40)} ${value}`)
            .join('\n')}\n  ${'report'.padEnd(40)} ${report}\n  ${'result'.padEnd(40)} ${file}\n`,
        );
      }
    } finally {
      await printer.close();
    }
    print('Work out a file of your own:  npx bokslut calculate FILE');
    print('See how a figure came about:  npx bokslut explain samples/work-cooperative.json horizons.4.npv');
  },
};

function rows(result: Result): readonly (readonly [string, string])[] {
  if (result.kind === 'value-map') {
    return [
      ['social return ratio', formatNumber(result.ratio, 2)],
      ['net present value', formatMoney(result.npv, result.currency)],
      ...published(result),
    ];
  }
  const headline = result.horizons.find(({ years }) => years === result.headlineHorizon);
  const range = result.interval?.npv;
  return [
    [
      'entered, in success after a year',
      `${formatNumber(result.people.entrants)}, ${formatNumber(result.people.succeeded.people)}`,
    ],
    [
      'without it, probably',
      `${formatNumber(result.people.succeededWithout.low)} to ${formatNumber(result.people.succeededWithout.high)}`,
    ],
    [
      `net value for society, ${result.headlineHorizon} years, a person`,
      `${formatMoney(headline?.npv ?? null, result.currency)}${range ? ` (90 %: ${formatMoney(range.p5, result.currency)} to ${formatMoney(range.p95, result.currency)})` : ''}`,
    ],
    ['net result of the public budget', formatMoney(headline?.publicBudget.net ?? null, result.currency)],
    ...published(result),
  ];
}

function published(result: Result): readonly (readonly [string, string])[] {
  return (result.assessment.context?.published ?? []).map(
    ({ what, value }) => [`published: ${what.slice(0, 28)}…`, String(value)] as const,
  );
}

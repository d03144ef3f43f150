import { constants, rmSync } from 'node:fs';
import { access, mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FiscalCostBenefitResult, Result, WelfareAccountResult } from '../core/result.js';
import { formatMoney, formatNumber } from '../platform/locale/format.js';
import type { ReportShown } from '../reports/reports.contract.js';
import type { Command } from './command.js';
import { CommandEnd, EXIT, print } from './exit.js';
import { readSamples } from './samples.js';
import { ServiceClient } from './service-client.js';

export const demoCommand: Command = {
  name: 'demo',
  usage: 'bokslut demo [--out FOLDER]',
  purpose: 'Works out the samples through a service of its own and writes their reports.',
  help: [
    '--out FOLDER  where reports and results are written; left out: ./out',
    'The service keeps its data in a folder for temporary files that is removed at the end. Of the settings only those',
    'of the browser, PUPPETEER_EXECUTABLE_PATH and BOKSLUT_CACHE, count.',
  ],
  options: { out: { type: 'string' } },
  async run({ values }) {
    const out = resolve(typeof values['out'] === 'string' ? values['out'] : 'out');
    await prepare(out);
    const folder = await temporaryFolder();
    // The browser keeps its files there too, so that nothing is left where it is killed.
    process.env['TMPDIR'] = folder;
    const tidy = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    for (const [signal, code] of INTERRUPTIONS) {
      process.once(signal, () => {
        // After what kills the browser, which listens already.
        process.once('exit', tidy);
        process.exit(code);
      });
    }
    await show(out, folder).finally(tidy);
    print('Look further:');
    print('  npm start                    the service, with these examples as pages');
    print('  npx bokslut calculate FILE   work out a file of your own');
    print('  npx bokslut explain samples/work-cooperative.json horizons.4.npv');
    print('                               see how a figure came about');
  },
};

/** What ends a command from outside, and the exit codes by which shells know it. */
const INTERRUPTIONS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

async function prepare(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
  } catch (error) {
    throw new CommandEnd(
      EXIT.refused,
      `Nothing can be written into ${out}: ${(error as Error).message}. Name another folder: bokslut demo --out FOLDER`,
    );
  }
}

/** The longest name of a folder for temporary files in which the names of sockets still fit into their addresses. */
const LONGEST_FOLDER = 60;

async function temporaryFolder(): Promise<string> {
  const folder = Buffer.byteLength(resolve(tmpdir())) > LONGEST_FOLDER ? '/tmp' : resolve(tmpdir());
  return mkdtemp(join(folder, 'bokslut-demo-')).catch((error: unknown) => {
    throw new CommandEnd(
      EXIT.refused,
      `Nothing can be written into ${folder}, the folder for temporary files: ${(error as Error).message}. Name another in TMPDIR.`,
    );
  });
}

/** Sends the samples to a service, as anybody would, and fetches what it makes of them. */
async function show(out: string, folder: string): Promise<void> {
  const [{ startService }, { beginOrganisation }, { readBrowserConfig, readConfig }] = await Promise.all([
    import('../main.js'),
    import('../organisations/organisations.service.js'),
    import('../config.js'),
  ]);
  const config = {
    ...readConfig({ DATA_DIR: folder, SOCKET: join(folder, 'service.sock'), LOG_LEVEL: 'error' }),
    ...readBrowserConfig(),
  };
  const service = await startService(config);
  try {
    const { key } = await beginOrganisation({
      name: 'Demonstration',
      kind: 'social-enterprise',
      administrator: 'Demonstration',
    });
    const client = new ServiceClient(service.address, key);
    print('Bokslut: finished examples\n');
    const samples = await readSamples();
    const reports: { readonly name: string; readonly report: string }[] = [];
    for (const { name, file } of samples) {
      const run = await client.json<{ readonly id: string }>('POST', '/api/runs', file);
      const report = await client.json<ReportShown>('POST', `/api/runs/${run.id}/reports`, '{}');
      reports.push({ name, report: report.id });
      const { body } = await client.send('GET', `/api/runs/${run.id}/result`);
      await writeFile(join(out, `${name}.result.json`), body);
      const result = JSON.parse(body.toString('utf8')) as Result;
      print(
        [
          result.title,
          ...rows(result).map(([label, value]) => `  ${label.padEnd(40)} ${value}`),
          `  ${'report'.padEnd(40)} ${join(out, `${name}.pdf`)}`,
          `  ${'result'.padEnd(40)} ${join(out, `${name}.result.json`)}`,
          '',
        ].join('\n'),
      );
    }
    for (const [at, { name, report }] of reports.entries()) {
      await made(client, report);
      const { body } = await client.send('GET', `/api/reports/${report}/pdf`);
      await writeFile(join(out, `${name}.pdf`), body);
      print(`report ${at + 1} of ${reports.length} printed: ${name}.pdf`);
    }
    print('');
  } finally {
    await service.close();
  }
}

const LOOK_AGAIN = 200;

/** Waits until a report is made. */
async function made(client: ServiceClient, id: string): Promise<void> {
  for (;;) {
    const { state, message } = await client.json<ReportShown>('GET', `/api/reports/${id}`);
    if (state === 'done') return;
    if (state === 'failed' || message !== null) {
      throw new CommandEnd(
        EXIT.refused,
        `The report could not be printed: ${message ?? 'no reason is known'}`,
      );
    }
    await pause(LOOK_AGAIN);
  }
}

type Rows = readonly (readonly [string, string])[];

function rows(result: Result): Rows {
  switch (result.kind) {
    case 'value-map':
      return [
        ['social return ratio', formatNumber(result.ratio, 2)],
        ['net present value', formatMoney(result.npv, result.currency)],
        ...published(result),
      ];
    case 'welfare-account':
      return accountRows(result);
    case 'fiscal-cost-benefit':
      return [
        ['fiscal return', bothReadings(result, 'fiscalReturn')],
        ['public value for each unit of cost', bothReadings(result, 'benefitCostRatio')],
        ['net present budget impact', formatMoney(result.netPresentBudgetImpact, result.currency)],
        ...published(result),
      ];
  }
}

function bothReadings(result: FiscalCostBenefitResult, of: 'fiscalReturn' | 'benefitCostRatio'): string {
  const { otherReading: other } = result;
  return `${formatNumber(result[of], 2)} (deadweight ${result.deadweightReading}); ${formatNumber(other[of], 2)} (${other.deadweightReading})`;
}

function accountRows(result: WelfareAccountResult): Rows {
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
      `${formatMoney(headline?.npv ?? null, result.currency)}${range ? ` (${result.uncertainty?.mostlyAssumption ? 'illustrative' : '90 %'}: ${formatMoney(range.p5, result.currency)} to ${formatMoney(range.p95, result.currency)})` : ''}`,
    ],
    ['net result of the public budget', formatMoney(headline?.publicBudget.net ?? null, result.currency)],
    ...published(result),
  ];
}

function published(result: Result): Rows {
  return (result.assessment.context?.published ?? []).map(
    ({ what, value }) => [`published: ${what.slice(0, 28)}…`, String(value)] as const,
  );
}

import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socketIn, startServe } from '../support/child.js';
import { temporaryDirectory } from '../support/database.js';
import { send } from '../support/service.js';
import { COSTS, DEFLATORS } from './unit-costs.js';
import { unitCostWorkbook } from './unit-cost-workbook.js';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = temporaryDirectory();
let organisation: string;
let key: string;

function bokslut(args: readonly string[], input?: string | Uint8Array) {
  const { PATH = '', HOME = '' } = process.env;
  const run = spawnSync(process.execPath, [command, ...args], {
    env: { PATH, HOME, DATA_DIR: folder },
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const load = (file: string, ...more: readonly string[]) =>
  bokslut(['reference', 'import', file, '--organisation', organisation, '--name', 'Ours', ...more]);

const csv = join(folder, 'prices.csv');
const HEAD = 'code,description,unit,agency,price,price year,transfer';

beforeAll(() => {
  const { out } = bokslut(['administrator', '--organisation', 'Own']);
  organisation = /organisation\s+([0-9a-f]{24})/.exec(out)?.[1] ?? '';
  key = /API key\s+(\S+)/.exec(out)?.[1] ?? '';
  writeFileSync(csv, `${HEAD}\nD-1,Detoxification,day,Region,4500,2025,no\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('bokslut reference import', () => {
  it('shows first what it would do, and saves nothing with --dry-run', () => {
    for (const time of ['once', 'again']) {
      const { code, out } = load(csv, '--country', 'SE', '--dry-run');
      expect(code, time).toBe(0);
      expect(out).toContain('prices.csv: 1 prices, SHA-256 ');
      expect(out).toContain('version 1 of the new list Ours');
      expect(out).toContain('Nothing was saved.');
    }
  });

  it('saves a list, then a next version, and the same file once', () => {
    expect(load(csv, '--country', 'SE').out).toContain('Saved as version 1 of Ours');
    expect(load(csv, '--country', 'SE').out).toContain('It is version 1 already. Nothing was changed.');
    writeFileSync(csv, `${HEAD}\nD-1,Detoxification,day,Region,4600,2025,no\n`);
    const { out } = load(csv, '--country', 'SE');
    expect(out).toContain('version 2 of Ours: 0 new, 1 changed, 0 the same, 0 gone.');
    expect(out).toContain('Saved as version 2 of Ours');
  });

  it('refuses a file with a problem whole, each with row, column and what to do', () => {
    const input = `${HEAD}\nD-1,Detoxification,,Region,x,2025,no\nD-2,Prison,day,Region,1,2025,no\n`;
    const { code, out, err } = bokslut(
      ['reference', 'import', '-', '--organisation', organisation, '--name', 'Wrong', '--country', 'SE'],
      input,
    );
    expect(code).toBe(1);
    expect(err).toContain('Nothing was saved: 2 problems.');
    expect(err).toContain('row 2, unit: Nothing stands here.');
    expect(err).toContain('row 2, price: “x” is no number. Write digits');
    expect(out).not.toContain('Saved');
  });

  it('loads a workbook of the Greater Manchester layout without being told its country', async () => {
    const workbook = join(folder, 'costs.xlsx');
    writeFileSync(workbook, await unitCostWorkbook(COSTS, DEFLATORS));
    const { out, err } = bokslut([
      ...['reference', 'import', workbook, '--organisation', organisation, '--name', 'Unit costs'],
      ...['--layout', 'greater-manchester', '--licence', 'CC BY 4.0'],
    ]);
    expect(out, err).toContain('4 uprated values are the value times the index');
    expect(out).toContain('Saved as version 1 of Unit costs');
  });

  it.each<[string, readonly string[], number, string]>([
    ['two files', ['reference', 'import', csv, csv], 2, 'reference import FILE'],
    ['another verb', ['reference', 'export', 'x'], 2, 'reference import FILE'],
    ['no organisation', ['reference', 'import', csv, '--name', 'X'], 2, '--organisation'],
    ['no name', ['reference', 'import', csv, '--organisation', '0'.repeat(24)], 2, '--name'],
    ['no file', ['reference', 'import', '--organisation', '0'.repeat(24), '--name', 'X'], 2, 'Name a file'],
    [
      'a file that is not there',
      ['reference', 'import', 'nothing.csv', '--organisation', '0'.repeat(24), '--name', 'X'],
      2,
      'cannot be read',
    ],
    [
      'no country',
      ['reference', 'import', csv, '--organisation', '0'.repeat(24), '--name', 'X'],
      2,
      '--country',
    ],
    [
      'a layout that is not known',
      [
        'reference',
        'import',
        csv,
        '--organisation',
        '0'.repeat(24),
        '--name',
        'X',
        '--layout',
        'mine',
        '--country',
        'SE',
      ],
      2,
      '--layout',
    ],
    [
      'an organisation that is not there',
      ['reference', 'import', csv, '--organisation', '0'.repeat(24), '--name', 'X', '--country', 'SE'],
      1,
      'There is no organisation',
    ],
  ])('says what is missing for %s', (_, args, code, says) => {
    const run = bokslut(args);
    expect([run.code, run.err]).toEqual([code, expect.stringContaining(says)]);
  });

  it('works beside a running service, which then has the list', async () => {
    const service = await startServe(folder);
    try {
      writeFileSync(csv, `${HEAD}\nD-1,Detoxification,day,Region,4700,2025,no\n`);
      expect(load(csv, '--country', 'SE').out).toContain('Saved as version 3 of Ours');
      const lists = await send(socketIn(folder), 'GET', '/api/price-lists', { key });
      expect(lists.body['items']).toMatchObject([
        { name: 'Unit costs', country: 'UK', version: 1 },
        { name: 'Ours', country: 'SE', version: 3 },
      ]);
      const chain = await send(socketIn(folder), 'GET', '/api/audit/check', { key });
      expect(chain.body).toMatchObject({ whole: true });
    } finally {
      await service.stop();
    }
  });
});

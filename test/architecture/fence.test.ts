import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('what the core may not do', () => {
  const eslint = new ESLint({ cwd: root });
  const file = join(root, 'src/core/problem.ts');

  it.each([
    ['Math.pow', 'export const planted = Math.pow(2, 3);'],
    ['the power operator', 'export const planted = (x: number) => x ** 2;'],
    ['the clock', 'export const planted = Date.now();'],
    ['a new date', 'export const planted = new Date(0);'],
    ['ambient randomness', 'export const planted = Math.random();'],
    ['rounding', 'export const planted = Math.round(1.5);'],
    ['the environment', 'export const planted = process.env;'],
    ['a locale', 'export const planted = (1).toLocaleString();'],
  ])('%s is caught', async (_what, text) => {
    const [report] = await eslint.lintText(`${text}\n`, { filePath: file });
    expect(
      report?.messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted')).length,
    ).toBeGreaterThan(0);
  });

  it('nothing is caught where nothing is planted', async () => {
    const [report] = await eslint.lintText('export const planted = (x: number): number => x * x;\n', {
      filePath: file,
    });
    expect(report?.messages).toEqual([]);
  });
});

describe('who may import whom', () => {
  const copy = mkdtempSync(join(tmpdir(), 'bokslut-fence-'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  afterAll(() => rmSync(copy, { recursive: true }));

  function violations(): string {
    try {
      return execFileSync(
        process.execPath,
        [
          join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
          'src',
          '--config',
          '.dependency-cruiser.cjs',
          '--output-type',
          'err',
        ],
        { cwd: copy, encoding: 'utf8' },
      );
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  it.each([
    ['the core imports Node', 'src/core/planted.ts', "import 'node:fs';", 'core-is-pure'],
    [
      'the core imports a room',
      'src/core/planted.ts',
      "import '../assessments/file-view.js';",
      'core-is-pure',
    ],
    [
      'the platform imports a room',
      'src/platform/planted.ts',
      "import '../assessments/file-view.js';",
      'platform-knows-no-room',
    ],
    [
      'a room imports the command',
      'src/assessments/planted.ts',
      "import '../cli.js';",
      'assessments-not-the-top',
    ],
    [
      'statistics by another door',
      'src/assessments/planted.ts',
      "import 'simple-statistics';",
      'one-door-for-simple-statistics',
    ],
    [
      'a driver in the embedded database',
      'src/embedded-database/planted.ts',
      "import 'mongodb';",
      'embedded-database-alone',
    ],
    [
      'the embedded database by another door',
      'src/platform/planted.ts',
      "import '../embedded-database/embedded-database.js';",
      'one-door-for-the-embedded-database',
    ],
    [
      'a query outside a model',
      'src/programmes/planted.service.ts',
      "import 'mongoose';",
      'one-door-for-mongoose',
    ],
    [
      'a workbook read by another door',
      'src/programmes/planted.service.ts',
      "import 'hucre/xlsx';",
      'one-door-for-workbooks',
    ],
    ['Express in a room', 'src/programmes/planted.api.ts', "import 'express';", 'one-door-for-express'],
    [
      'a later room',
      'src/programmes/planted.service.ts',
      "import '../assessments/runs.service.js';",
      'programmes-no-later-room',
    ],
    [
      'a model of another room',
      'src/assessments/planted.service.ts',
      "import '../programmes/programmes.model.js';",
      'assessments-only-through-doors',
    ],
    ['a circle', 'src/platform/planted.ts', "import './planted.js';", 'no-circles'],
  ])('%s is caught', (_what, file, text, rule) => {
    writeFileSync(join(copy, file), `${text}\n`);
    const report = violations();
    rmSync(join(copy, file));
    expect(report).toContain(rule);
  });

  it('nothing is caught where nothing is planted', () => {
    expect(violations()).toContain('no dependency violations');
  });
});

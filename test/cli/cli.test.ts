import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { wheelsToMeals } from '../cases/files.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bokslut-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function bokslut(args: readonly string[], input?: string) {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    ...(input !== undefined && { input }),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const good = join(folder, 'good.json');
writeFileSync(good, JSON.stringify(wheelsToMeals()));

describe('bokslut', () => {
  it('calculates for people and for programs', () => {
    expect(bokslut(['calculate', good]).out).toContain('1.9290');
    const { code, out, err } = bokslut(['calculate', good, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect((JSON.parse(out) as { ratio: number }).ratio.toFixed(4)).toBe('1.9290');
  });

  it('reads standard input and gives the same bytes twice', () => {
    const once = bokslut(['calculate', '-', '--json'], JSON.stringify(wheelsToMeals()));
    expect(once.out).toBe(bokslut(['calculate', good, '--json']).out);
  });

  it('refuses a broken result file before anything is printed', () => {
    const kept = JSON.parse(bokslut(['calculate', good, '--json']).out) as object;
    const broken = join(folder, 'broken.result.json');
    writeFileSync(broken, JSON.stringify({ ...kept, ratio: 'a lot' }));
    const { code, err } = bokslut(['report', broken, '-o', join(folder, 'out.pdf')]);
    expect(code).toBe(1);
    expect(err).toContain('/ratio: Here stands "a lot"; it must be a number');
  });

  it('explains a figure, in words and as data', () => {
    expect(bokslut(['explain', good, 'ratio']).out).toContain(
      'present value of benefits ÷ present value of inputs',
    );
    const explanation = JSON.parse(bokslut(['explain', good, 'ratio', '--json']).out) as { nodes: unknown[] };
    expect(explanation.nodes.length).toBeGreaterThan(50);
    expect(bokslut(['explain', good]).out).toContain('perRow.W1.impact');
  });

  it('explains what is no figure: problems, the checklist, scenarios, the interval', () => {
    expect(bokslut(['explain', good, 'problems']).out).toContain('Why it matters:');
    const problems = JSON.parse(bokslut(['explain', good, 'problems', '--json']).out) as { fix?: string }[];
    expect(problems.every(({ fix }) => fix !== undefined)).toBe(true);
    expect(bokslut(['explain', good, 'assurance']).out).toContain('are answered yes.');
    expect(bokslut(['explain', good, 'scenarios']).out).toBe('The file has no scenarios.\n');
    expect(bokslut(['explain', good, 'interval']).out).toContain('says nothing of how sure it is');
  });

  it('compares two files, in words and as data, and says why where it cannot', () => {
    const file = wheelsToMeals();
    const stricter = join(folder, 'stricter.json');
    writeFileSync(
      stricter,
      JSON.stringify({ ...file, conventions: { discounting: 'year-end', discountRate: 0.07 } }),
    );
    expect(bokslut(['compare', good, stricter]).out).toContain('discount rate: 0.035 → 0.07');
    const { code, out } = bokslut(['compare', good, '-', '--json'], JSON.stringify(file));
    expect([code, (JSON.parse(out) as { inputs: unknown[] }).inputs]).toEqual([0, []]);
    const other = bokslut(['compare', good, '-'], JSON.stringify({ ...file, currency: 'SEK' }));
    expect([other.code, other.out]).toEqual([1, '']);
    expect(other.err).toContain('The first counts in GBP, the second in SEK');
  });

  it('says what would have to be true for a figure, in words and as data', () => {
    const { code, out } = bokslut(['explain', good, 'ratio', '--target', '4']);
    expect(code).toBe(0);
    expect(out).toContain('social return ratio = 1.92901; claimed are 4');
    expect(out).toContain('which does not reach it');
    expect(out).toContain('[outcomes.W2.proxy]');
    const claim = JSON.parse(bokslut(['explain', good, 'ratio', '--target', '4', '--json']).out) as {
      claimed: number;
    };
    expect(claim.claimed).toBe(4);
    expect(bokslut(['explain', good, 'npv', '--target=-5']).out).toContain('claimed are GBP −5.00');
  });

  it('prints the schema', () => {
    expect(JSON.parse(bokslut(['schema']).out)).toHaveProperty('oneOf');
  });

  it('refuses with 1, every reason on standard error and nothing else', () => {
    const { code, out, err } = bokslut(
      ['calculate', '-'],
      JSON.stringify({ ...wheelsToMeals(), title: 3, basis: 'guess' }),
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('/title');
    expect(err).toContain('/basis');
  });

  it.each([
    [['calculate']],
    [['calculate', 'no-such-file.json']],
    [['calculate', '.']],
    [['nothing']],
    [['calculate', good, '--nothing']],
    [['explain', good, 'no-such-figure']],
    [['compare', good]],
    [['compare', '-', '-']],
    [['explain', good, 'no-such-figure', '--target', '4']],
    [['explain', good, 'ratio', '--target', 'four']],
    [['explain', good, '--target', '4']],
    [[]],
  ])('says 2 to wrong use: %j', (args) => {
    expect(bokslut(args).code).toBe(2);
  });

  it.each(['demo', 'calculate', 'explain', 'compare', 'report', 'schema', 'reference'])(
    '%s --help',
    (name) => {
      const { code, out } = bokslut([name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`bokslut ${name}`);
    },
  );

  it.each([
    ['audit', 'verify'],
    ['replay', '0123456789abcdef01234567'],
  ])('%s makes no database where there is none', (...args) => {
    const { code, err } = bokslut(args);
    expect([code, err]).toEqual([1, expect.stringContaining('There is no database in ')]);
  });

  it('runs the demo, twice', () => {
    for (const out of ['shown', 'shown']) expect(bokslut(['demo', '--out', out]).code).toBe(0);
    expect(readdirSync(join(folder, 'shown')).filter((name) => name.endsWith('.result.json'))).toHaveLength(
      9,
    );
  });
});

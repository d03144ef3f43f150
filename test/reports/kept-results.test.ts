import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKeptResult } from '../../src/assessments/kept-result.js';
import { told, topics } from '../../src/assessments/told-result.js';
import { MODEL_VERSION } from '../../src/core/calculate.js';
import type { Result } from '../../src/core/result.js';
import { resultPage } from '../../src/reports/pages/result-page.js';
import { sectionsOf, tableOf } from '../../src/reports/pages/result-sections.js';
import { renderReport } from '../../src/reports/report-html.js';
import { csvOf } from '../../src/reports/sections/table.js';
import { type File, fiscalFile, referenceCareers, result, wheelsToMeals } from '../cases/files.js';

const sample = (name: string): File =>
  JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8')) as File;

const doors = {
  base: '/runs/1',
  mayAskForReport: true,
  example: false,
  run: '1',
  back: { href: '/runs', label: 'Runs' },
};

/** Everything that is shown of a result, as text. */
function shown(of: Result): string {
  const report = renderReport(of).replace(/<style>[\s\S]*?<\/style>/, '');
  const tables = sectionsOf(of)
    .flatMap(({ tables: ofSection }) => ofSection)
    .map(({ name }) => csvOf(tableOf(of, name) ?? { name, caption: '', columns: [], rows: [] }));
  const words = topics.map((topic) => told(of, topic).words);
  return [report, JSON.stringify(resultPage(of, doors)), ...tables, ...words].join('\n');
}

const NONSENSE = /undefined|NaN|\[object/;

type Tree = Record<string, unknown>;
const plain = (of: Result): Tree => JSON.parse(JSON.stringify(of)) as Tree;

/** Takes fields out of a tree; `*` is every item of a list, or every field. */
function without(tree: Tree, ...paths: readonly string[]): Tree {
  for (const path of paths) remove(tree, path.split('.'));
  return tree;
}
function remove(tree: unknown, [key = '', ...rest]: readonly string[]): void {
  if (typeof tree !== 'object' || tree === null) return;
  const keys = key === '*' ? Object.keys(tree) : [key];
  for (const each of keys) {
    if (rest.length > 0) remove((tree as Tree)[each], rest);
    else Reflect.deleteProperty(tree, each);
  }
}

/** What results of each model lacked beside those of the next, by the results that are kept of them. */
const LATER = [
  { model: '1.3.0', lacked: ['costBridges', 'stress'] },
  {
    model: '1.3.0',
    lacked: [
      ...['uncertainty', 'claims', 'headline', 'preset', 'presetFigures'],
      ...['interval.headline', 'interval.probabilityAboveZero', 'npvInterval.probabilityAboveZero'],
      'interval.*.probabilityAboveZero',
      'interval.actors.*.probabilityAboveZero',
    ],
  },
  {
    model: '1.0.0',
    lacked: [
      ...['assurance', 'publishable', 'scenarios', 'flows', 'perCohort', 'rightfulTakeUp'],
      ...['people.qualityOfLife', 'horizons.*.spent', 'horizons.*.spentAnyway'],
    ],
  },
] as const;

function older(file: File, steps: number): Tree {
  const now = plain(result(file));
  for (const { model, lacked } of LATER.slice(0, steps)) {
    without(now, ...lacked);
    now['modelVersion'] = model;
  }
  return now;
}

function read(kept: unknown) {
  const reading = readKeptResult(typeof kept === 'string' ? kept : JSON.stringify(kept));
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusals));
  return reading;
}

function refused(kept: unknown) {
  const reading = readKeptResult(typeof kept === 'string' ? kept : JSON.stringify(kept));
  if (reading.ok) throw new Error('it was read');
  return reading.refusals;
}

const kinds: readonly (readonly [string, () => File])[] = [
  ['a value map', () => sample('shelter')],
  ['an account of careers', () => sample('work-cooperative')],
  ['an account of states', () => sample('work-cooperative.states')],
  ['a fiscal analysis', () => sample('rough-sleeping')],
];

describe('a result of an earlier model', () => {
  describe.each(kinds)('%s', (_, file) => {
    it.each([1, 2, 3])(
      '%i steps back: page, report, tables and words stand without what it lacks',
      (steps) => {
        const { result: kept } = read(older(file(), steps));
        const said = shown(kept);
        expect(said).not.toMatch(NONSENSE);
        expect(said).toContain(kept.modelVersion);
        expect(said).toContain('What model 1.');
      },
    );

    it('is filled with nothing but null, empty lists and what follows from the rest', () => {
      const { result: kept, lacking } = read(older(file(), 3));
      for (const field of lacking) {
        const filled = (kept as unknown as Tree)[field];
        if (field === 'publishable') expect(filled).toBe(true);
        else if (field === 'preset') expect(filled).toBe('basta');
        else if (field === 'headline' && kept.kind === 'welfare-account')
          expect(filled).toMatchObject({
            value: kept.horizons.find(({ years }) => years === kept.headlineHorizon)?.npv,
            perspective: 'society',
          });
        else expect(filled === null || (Array.isArray(filled) && filled.length === 0), field).toBe(true);
      }
    });
  });

  it('says which model it is of, once, and that it can be worked out again', () => {
    const { result: kept } = read(older(referenceCareers(), 3));
    expect(kept.problems.filter(({ code }) => code === 'other-model')).toMatchObject([
      { severity: 'information', path: '', values: { stored: '1.0.0', now: MODEL_VERSION } },
    ]);
    expect(told(kept, 'problems').words).toContain('Work its assessment file out again');
  });

  it('cannot be published where one of its problems is an error', () => {
    const kept = older(referenceCareers({ deadweight: null }), 3);
    expect(kept['publishable']).toBeUndefined();
    expect(read(kept).result.publishable).toBe(false);
  });

  it('keeps the words of a problem that there is no more', () => {
    const kept = older(wheelsToMeals(), 3);
    const problems = kept['problems'] as Tree[];
    problems.push(
      { code: 'of-old', severity: 'warning', path: '/x', values: {}, message: 'As it was found then.' },
      { code: 'one-row-dominates', severity: 'warning', path: '', values: {}, message: 'A row dominates.' },
      { code: 'constructor', severity: 'warning', path: '', values: {}, message: 'By an odd name.' },
    );
    const said = shown(read(kept).result);
    for (const message of ['As it was found then.', 'A row dominates.', 'By an odd name.'])
      expect(said).toContain(message);
    expect(said).not.toContain('{row}');
  });
});

describe('a result of this model', () => {
  it.each(kinds)('%s is read as it stands', (_, file) => {
    const now = result(file());
    const { result: kept, lacking } = read(`\uFEFF${JSON.stringify(now)}`);
    expect(lacking).toEqual([]);
    expect(kept).toEqual(plain(now));
  });
});

describe('what is no result, or a broken one', () => {
  it.each([
    ['no JSON', '{', ''],
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['an assessment file', JSON.stringify(wheelsToMeals()), '/format'],
    ['a result of no known kind', '{"format":"bokslut-result/1","kind":"constructor"}', '/kind'],
    ['a result of nothing', '{"format":"bokslut-result/1","kind":"value-map"}', '/problems'],
  ])('%s is refused where it is broken', (_, text, place) => {
    expect(refused(text).map(({ pointer }) => pointer)).toContain(place);
  });

  it.each([
    ['a figure in words', '/ratio', (kept: Tree) => (kept['ratio'] = 'a lot')],
    ['no model', '/modelVersion', (kept: Tree) => delete kept['modelVersion']],
    ['a version that is none', '/modelVersion', (kept: Tree) => (kept['modelVersion'] = '<b>1</b>')],
    ['a hash that is none', '/inputsHash', (kept: Tree) => (kept['inputsHash'] = 'sha256:x')],
    [
      'an assessment of another kind',
      '/assessment/kind',
      (kept: Tree) => (kept['assessment'] = fiscalFile()),
    ],
    ['no assessment', '/assessment', (kept: Tree) => delete kept['assessment']],
    ['a list that is none', '/perRow', (kept: Tree) => (kept['perRow'] = {})],
    ['a problem that is none', '/problems/0', (kept: Tree) => (kept['problems'] = ['wrong'])],
  ])('%s is refused at its place', (_, place, change) => {
    const kept = plain(result(wheelsToMeals()));
    change(kept);
    const found = refused(kept);
    expect(
      found.some(({ pointer }) => pointer.startsWith(place)),
      JSON.stringify(found),
    ).toBe(true);
    for (const { message } of found) expect(message.length).toBeGreaterThan(10);
  });

  it('an account without its headline horizon is refused', () => {
    const kept = { ...plain(result(referenceCareers())), headlineHorizon: 7 };
    expect(refused(kept).map(({ pointer }) => pointer)).toEqual(['/headlineHorizon']);
  });

  // Every field to a depth, of each kind of result, replaced by something else or taken away.
  it.each([
    ['a value map', 3, wheelsToMeals],
    ['an account', 2, () => referenceCareers({}, { uncertainty: { inputs: RANGE, draws: 100 } })],
    ['a fiscal analysis', 3, fiscalFile],
  ])('%s with any field changed is refused, or shown without nonsense', (_, depth, file) => {
    const whole = JSON.stringify(result(file()));
    const outcomes = { refused: 0, shown: 0 };
    for (const path of placesIn(JSON.parse(whole) as Tree, depth)) {
      const junk = JUNK[(path.length + path.join('').length) % JUNK.length];
      const kept = JSON.parse(whole) as Tree;
      setAt(kept, path, junk);
      const reading = readKeptResult(JSON.stringify(kept));
      if (!reading.ok) {
        outcomes.refused += 1;
        expect(reading.refusals.length).toBeGreaterThan(0);
        continue;
      }
      outcomes.shown += 1;
      expect(shown(reading.result), path.join('/')).not.toMatch(NONSENSE);
    }
    expect(outcomes.refused).toBeGreaterThan(40);
  });
});

const RANGE = {
  'careers.typical.successShare': { distribution: 'triangular', low: 0.3, mode: 0.5, high: 0.6 },
};

const JUNK: readonly unknown[] = [undefined, null, 'odd', -1, [], {}, 1e300, true, ['odd']];

/** Paths of all fields to a depth; of a list only the first item. */
function placesIn(tree: unknown, depth: number): readonly (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null || depth === 0) return [];
  const keys = Array.isArray(tree) ? ['0'] : Object.keys(tree).filter((key) => key !== 'assessment');
  return keys.flatMap((key) => [
    [key],
    ...placesIn((tree as Tree)[key], depth - 1).map((path) => [key, ...path]),
  ]);
}

function setAt(tree: Tree, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? '';
  let at = tree;
  for (const key of path.slice(0, -1)) at = at[key] as Tree;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
}

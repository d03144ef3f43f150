import { describe, expect, it } from 'vitest';
import type { ScenarioResult } from '../../../src/core/result.js';
import {
  account,
  type File,
  referenceCareers,
  referenceStates,
  refusals,
  result,
  row,
  valueMap,
  valueMapFile,
} from '../../cases/files.js';

/** What arithmetic in another order may differ by, as a share. */
const RELATIVE = 1e-12;
const close = (one: number | null | undefined, other: number | null | undefined) =>
  expect(Math.abs((one ?? Number.NaN) - (other ?? Number.NaN))).toBeLessThanOrEqual(
    RELATIVE * Math.max(1, Math.abs(other ?? 0)),
  );

const base = (more: File = {}): File => ({
  ...valueMapFile(
    { discounting: 'year-end', discountRate: 0.035 },
    [{ id: 'I', value: 100 }],
    [
      row('A', 5, 20, { deadweight: 0.2, durationYears: 2, dropOff: 0.1 }),
      row('B', { of: ['people', 'visits'] } as never, 3),
    ],
  ),
  parameters: { people: { value: 4, source: 'x' }, visits: { value: 2, source: 'x' } },
  ...more,
});
const scenario = (set: File, more: File = {}) => ({ id: 'S', name: 'Another', set, ...more });
const only = (file: File): ScenarioResult => {
  const [one, ...more] = result(file).scenarios;
  if (!one || more.length > 0) throw new Error('not one scenario');
  return one;
};

describe('a scenario', () => {
  it('is what the file would be with those numbers', () => {
    const tried = only(
      base({ scenarios: [scenario({ 'outcomes.A.deadweight': 0.5, 'parameters.people': 10 })] }),
    );
    const changed = valueMap({
      ...base({ parameters: { people: { value: 10, source: 'x' }, visits: { value: 2, source: 'x' } } }),
      outcomes: [
        row('A', 5, 20, { deadweight: 0.5, durationYears: 2, dropOff: 0.1 }),
        row('B', { of: ['people', 'visits'] } as never, 3),
      ],
    });
    const plain = valueMap(base());
    expect(tried.figures.headline.figure).toBe('ratio');
    close(tried.figures.headline.point, changed.ratio);
    close(tried.figures.net.point, changed.npv);
    close(tried.figures.headline.difference.point, (changed.ratio ?? 0) - (plain.ratio ?? 0));
    expect(tried.figures.publicNet).toBeUndefined();
    expect(tried.set).toEqual([
      { input: 'outcomes.A.deadweight', label: 'deadweight of “outcome A”', from: 0.2, to: 0.5 },
      { input: 'parameters.people', label: 'people', from: 4, to: 10 },
    ]);
  });

  it('changes nothing of the result itself, and has no interval where nothing is drawn', () => {
    const tried = valueMap(
      base({ scenarios: [scenario({ 'outcomes.A.deadweight': 0.5 }, { source: 'a critic' })] }),
    );
    const plain = valueMap(base());
    expect([tried.ratio, tried.sensitivity]).toEqual([plain.ratio, plain.sensitivity]);
    expect(plain.scenarios).toEqual([]);
    expect(tried.scenarios[0]?.source).toBe('a critic');
    expect(tried.scenarios[0]?.figures.headline).toMatchObject({
      p5: null,
      p95: null,
      difference: { p5: null, p95: null, probabilityBetter: null },
    });
  });

  it('may last longer than anything in the file', () => {
    const tried = only(base({ scenarios: [scenario({ 'outcomes.A.durationYears': 5 })] }));
    const changed = valueMap({
      ...base(),
      outcomes: [
        row('A', 5, 20, { deadweight: 0.2, durationYears: 5, dropOff: 0.1 }),
        row('B', { of: ['people', 'visits'] } as never, 3),
      ],
    });
    close(tried.figures.net.point, changed.npv);
  });

  it('is held against the same draws, and takes the range from what it sets', () => {
    const uniform = (low: number, high: number) => ({ distribution: 'uniform', low, high });
    const uncertainty = {
      seed: 7,
      draws: 2000,
      inputs: { 'outcomes.A.quantity': uniform(2, 8), 'inputs.I.value': uniform(80, 120) },
    };
    const file = base({
      uncertainty,
      scenarios: [
        scenario({ 'outcomes.A.deadweight': 0.1 }),
        { id: 'T', name: 'Fixed', set: { 'outcomes.A.quantity': 5, 'inputs.I.value': 100 } },
      ],
    });
    const [less, fixed] = result(file).scenarios;
    // Less is deducted in every draw, however the ranges overlap.
    expect(less?.figures.headline.difference.probabilityBetter).toBe(1);
    expect(less?.figures.headline.difference.p5).toBeGreaterThan(0);
    expect(less?.figures.headline.p5).toBeLessThan(valueMap(file).interval?.p95 ?? 0);
    // All that varied is set: no draw differs from the point.
    const { point, p5, p95 } = fixed?.figures.net ?? {};
    close(p5, point);
    close(p95, point);
    // The interval is that of the file with those numbers.
    const changed = valueMap({
      ...base({ uncertainty }),
      outcomes: [
        row('A', 5, 20, { deadweight: 0.1, durationYears: 2, dropOff: 0.1 }),
        row('B', { of: ['people', 'visits'] } as never, 3),
      ],
    });
    close(less?.figures.headline.p5, changed.interval?.p5);
    close(less?.figures.headline.p95, changed.interval?.p95);
  });

  it('is given no probability where the range is mostly assumption', () => {
    const guessed = { evidence: { 'outcomes.A.quantity': { source: 'a guess', grade: 5 } } };
    const { headline } = only(
      base({ ...guessed, scenarios: [scenario({ 'outcomes.A.deadweight': 0.1 })] }),
    ).figures;
    expect(headline.p5).not.toBeNull();
    expect(headline.difference.probabilityBetter).toBeNull();
  });

  it('has no ratio where nothing is invested', () => {
    expect(only(base({ scenarios: [scenario({ 'inputs.I.value': 0 })] })).figures.headline.point).toBeNull();
  });

  it('of an account tells what it does to the public budget', () => {
    const tried = only(
      referenceCareers({}, { scenarios: [scenario({ 'careers.typical.successShare': 0.25 })] }),
    );
    const changed = account(referenceCareers({ successShare: 0.25 })).horizons[0];
    close(tried.figures.headline.point, changed?.npv);
    close(tried.figures.publicNet?.point, changed?.publicBudget.net);
    expect(tried.figures.publicNet?.difference.point).toBeLessThan(0);
  });

  it('of cohorts moves all shares that make up the whole', () => {
    const moved = {
      'cohorts.typical.with.shares.1.open-work': 0.7,
      'cohorts.typical.with.shares.1.before': 0.3,
    };
    const tried = only(referenceStates({ scenarios: [scenario(moved)] }));
    close(
      tried.figures.headline.point,
      account(referenceCareers({ successShare: 0.7, deadweight: 1 / 7 })).horizons[0]?.npv,
    );
  });
});

describe('a scenario is refused', () => {
  const at = (set: File, file = base) => refusals(file({ scenarios: [scenario(set)] }));

  it('where it names no input', () => {
    expect(at({ 'outcomes.A.deadwood': 0.1 })).toEqual(['/scenarios/0/set/outcomes.A.deadwood']);
    expect(at({ 'outcomes.B.quantity': 1 })).toEqual(['/scenarios/0/set/outcomes.B.quantity']);
    expect(at({})).toEqual(['/scenarios/0/set']);
  });

  it.each([
    ['outcomes.A.deadweight', 1.1],
    ['outcomes.A.deadweight', -0.1],
    ['conventions.discountRate', 2],
    ['outcomes.A.durationYears', 101],
    ['outcomes.A.durationYears', 0],
    ['inputs.I.value', 1e16],
  ])('where the file could not hold it: %s %d', (name, value) => {
    expect(at({ [name]: value })).toEqual([`/scenarios/0/set/${name}`]);
  });

  it('where a number that stands in several places fits one of them not', () => {
    const file = (more: File = {}) =>
      base({
        parameters: { people: { value: 4 }, visits: { value: 2 }, half: { value: 0.5 } },
        outcomes: [row('A', { of: 'half' } as never, 20, { deadweight: { of: 'half' } })],
        ...more,
      });
    expect(at({ 'parameters.half': 3 }, file)).toEqual(['/scenarios/0/set']);
    expect(at({ 'parameters.half': 1 }, file)).toEqual([]);
  });

  it('where shares no longer make up the whole, or rules between fields break', () => {
    expect(
      refusals(
        referenceStates({ scenarios: [scenario({ 'cohorts.typical.with.shares.1.open-work': 0.7 })] }),
      ),
    ).toEqual(['/scenarios/0/set']);
    expect(
      refusals(
        referenceCareers(
          { lostToFollowUp: 10 },
          { scenarios: [scenario({ 'careers.typical.entrants': 8 })] },
        ),
      ),
    ).not.toEqual([]);
  });

  it('where the file itself reaches too far, which is said first', () => {
    const endless = { distribution: 'normal', mean: 2, sd: 1 };
    const uncertainty = { draws: 100, inputs: { 'outcomes.A.durationYears': endless } };
    const refused = refusals(base({ uncertainty, scenarios: [scenario({ 'outcomes.A.deadweight': 2 })] }));
    expect(refused).toEqual(['/uncertainty/inputs/outcomes.A.durationYears']);
  });

  it('where its form is wrong', () => {
    const twice = [scenario({ 'inputs.I.value': 1 }), scenario({ 'inputs.I.value': 2 })];
    expect(refusals(base({ scenarios: twice }))).toEqual(['/scenarios/1/id']);
    expect(refusals(base({ scenarios: [scenario({ 'inputs.I.value': '1' })] }))).toEqual([
      '/scenarios/0/set/inputs.I.value',
    ]);
    expect(refusals(base({ scenarios: [scenario({ 'inputs.I.value': null })] }))).toHaveLength(1);
    const many = Array.from({ length: 51 }, (_, number) => ({
      ...scenario({ 'inputs.I.value': 1 }),
      id: `s${number}`,
    }));
    expect(refusals(base({ scenarios: many }))).toEqual(['/scenarios']);
    expect(refusals(base({ scenarios: many.slice(0, 50) }))).toEqual([]);
  });
});

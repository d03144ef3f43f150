import { describe, expect, it } from 'vitest';
import { type Column, leastSquares } from '../../../src/core/evidence/least-squares.js';
import { logisticRegression } from '../../../src/core/evidence/logistic-regression.js';
import {
  clusterErrors,
  type ErrorKind,
  standardErrors,
} from '../../../src/core/evidence/regression-errors.js';
import { studentBeyond, studentWithin } from '../../../src/core/evidence/student.js';
import { must, near } from './support.js';

const one = (rows: number): Column => ({ name: 'one', values: Array.from({ length: rows }, () => 1) });
const column = (name: string, ...values: readonly number[]): Column => ({ name, values });

describe('Student’s distribution', () => {
  // Reference values by the incomplete beta function with thirty digits (mpmath).
  it.each([
    [0, 3, 1],
    [1, 1, 0.5],
    [-1, 1, 0.5],
    [2, 2, 0.18350341907227397],
    [-2.5, 10, 0.03144684423661061],
    [2.1, 4.7, 0.0933068279437201],
    [1.96, 200_000, 0.04999717674271252],
    [1.96, 300_000, 0.04999671459336446],
    [12, 30, 5.5801854151993e-13],
  ])('is beyond %s with %s degrees of freedom by a chance of %s', (t, degrees, chance) =>
    near(studentBeyond(t, degrees), chance, 1e-9),
  );

  it.each([
    [0.5, 1, 1],
    [0.95, 1, 12.7062047361747],
    [0.95, 10, 2.228138851986274],
    [0.9, 4.7, 2.043811093013788],
    [0.95, 200_000, 1.959975845966769],
    [0.95, 300_000, 1.959971892142183],
    [0.999, 1_000_000, 3.290536461248691],
  ])('stays within, by a chance of %s with %s degrees of freedom, %s', (level, degrees, t) =>
    near(studentWithin(level, degrees), t, 1e-9),
  );
});

describe('least squares', () => {
  it('finds the line through points', () => {
    const fit = must(leastSquares([one(3), column('x', 0, 1, 2)], [1, 3, 5]));
    expect(fit.names).toEqual(['one', 'x']);
    near(fit.coefficients[0], 1);
    near(fit.coefficients[1], 2);
    for (const residual of fit.residuals) expect(Math.abs(residual)).toBeLessThan(1e-14);
  });

  it('finds the nearest line, with its residuals, leverage and (XᵀX)⁻¹', () => {
    // Mean of y 2, of x 1; Σ(x − 1)(y − 2) = 3 and Σ(x − 1)² = 2.
    const fit = must(leastSquares([one(3), column('x', 0, 1, 2)], [1, 1, 4]));
    near(fit.coefficients[0], 0.5);
    near(fit.coefficients[1], 1.5);
    [0.5, -1, 0.5].forEach((value, at) => near(fit.residuals[at], value));
    [5 / 6, 1 / 3, 5 / 6].forEach((value, at) => near(fit.leverage[at], value));
    near(fit.bread[0]?.[0], 5 / 6);
    near(fit.bread[0]?.[1], -1 / 2);
    near(fit.bread[1]?.[0], -1 / 2);
    near(fit.bread[1]?.[1], 1 / 2);
  });

  it('counts a row of weight 2 as two', () => {
    const weighted = must(leastSquares([one(3), column('x', 0, 1, 3)], [1, 1, 4], [1, 2, 1]));
    const twice = must(leastSquares([one(4), column('x', 0, 1, 1, 3)], [1, 1, 1, 4]));
    weighted.coefficients.forEach((value, k) => near(value, twice.coefficients[k] ?? Number.NaN));
    near(weighted.bread[1]?.[1], twice.bread[1]?.[1] ?? Number.NaN);
    near(weighted.leverage[1], 2 * twice.leverage[1]!);
  });

  it('keeps its digits where columns are nearly alike', () => {
    // y = 3 + 2 (x − 1) 10⁶ exactly, with x within a millionth of 1.
    const x = [1, 1.000001, 1.000002, 1.000003];
    const fit = must(
      leastSquares(
        [one(4), column('x', ...x)],
        x.map((value) => 3 + 2e6 * (value - 1)),
      ),
    );
    near(fit.coefficients[1], 2e6, 1e-9);
  });

  it('is refused for columns that add up, rows that are too few and numbers that are none', () => {
    const refused = (columns: readonly Column[], outcome: readonly number[], weights?: readonly number[]) =>
      leastSquares(columns, outcome, weights);
    expect(refused([one(3), column('x', 1, 2, 4), column('y', 3, 5, 9)], [1, 2, 3])).toEqual({
      refused: 'collinear',
      values: { column: 'y' },
    });
    expect(refused([one(3), column('x', 0, 0, 0)], [1, 2, 3])).toMatchObject({ values: { column: 'x' } });
    expect(refused([one(1), column('x', 1)], [1])).toEqual({
      refused: 'too-few',
      values: { group: 'rows', least: 2, people: 1 },
    });
    expect(refused([one(2), column('x', 1, 2)], [1, 2])).not.toHaveProperty('refused');
    expect(refused([one(3), column('x', 1, 2)], [1, 2, 3])).toEqual({
      refused: 'lengths-differ',
      values: { what: 'x', other: 'outcome' },
    });
    expect(refused([one(2)], [1, 2], [1])).toMatchObject({ values: { what: 'weights' } });
    expect(refused([one(3), column('x', 1, Number.NaN, 3)], [1, 2, 3])).toEqual({
      refused: 'not-a-number',
      values: { what: 'x', place: 2 },
    });
    expect(refused([one(2)], [1, Infinity])).toMatchObject({ values: { what: 'outcome', place: 2 } });
    expect(refused([one(2)], [1, 2], [Number.NaN, 1])).toMatchObject({
      values: { what: 'weights', place: 1 },
    });
  });
});

describe('standard errors', () => {
  const fit = () => must(leastSquares([one(4), column('x', 0, 0, 1, 1)], [1, 3, 4, 8]));

  // Groups of two: means 2 and 6, residuals ±1 and ±2, leverage 1/2; n = 4, k = 2.
  it.each<[ErrorKind, number, number]>([
    ['ols', 10 / 2 / 2, 10 / 2],
    ['hc0', 2 / 4, 2 / 4 + 8 / 4],
    ['hc1', (4 / 2) * (2 / 4), (4 / 2) * (2 / 4 + 8 / 4)],
    ['hc2', 2 * (2 / 4), 2 * (2 / 4 + 8 / 4)],
    ['hc3', 4 * (2 / 4), 4 * (2 / 4 + 8 / 4)],
  ])('%s are the roots of %s and %s', (kind, intercept, slope) => {
    const errors = standardErrors(fit(), kind);
    near(errors[0], Math.sqrt(intercept));
    near(errors[1], Math.sqrt(slope));
  });

  it('of weighted rows weigh the squares once for one variance, and twice row by row', () => {
    const weighted = must(leastSquares([one(3)], [0, 0, 3], [1, 1, 2]));
    // Mean 6/4, residuals −1.5, −1.5, 1.5; weighted squares 2.25 × 4 over 2, over Σw = 4.
    near(standardErrors(weighted, 'ols')[0], Math.sqrt(4.5 / 4));
    near(standardErrors(weighted, 'hc0')[0], Math.sqrt((2.25 * (1 + 1 + 4)) / 16));
  });

  it('by cluster add up the rows of each', () => {
    const clustered = must(clusterErrors(fit(), ['a', 'b', 'a', 'b']));
    expect(clustered.clusters).toBe(2);
    // Scores of the slope: −u of the first two rows over 2, u of the others: a 0.5 − 1, b −0.5 + 1.
    near(clustered.errors[1], Math.sqrt((2 / 1) * (3 / 2) * (0.25 + 0.25)));
    // Each row alone is hc0 with another factor.
    const alone = must(clusterErrors(fit(), [1, 2, 3, 4]));
    near(alone.errors[1], Math.sqrt((4 / 3) * (3 / 2) * 2.5));
  });

  it('by cluster weigh rows', () => {
    const weighted = must(leastSquares([one(3)], [0, 0, 3], [1, 1, 2]));
    // Scores −1.5 + −1.5 and 3, over Σw.
    near(must(clusterErrors(weighted, [1, 1, 2])).errors[0], Math.sqrt((2 * (9 + 9)) / 16));
  });

  it('by cluster are refused for one cluster, and where one is missing', () => {
    expect(clusterErrors(fit(), [1, 1, 1, 1])).toEqual({ refused: 'one-cluster', values: {} });
    expect(clusterErrors(fit(), [1, 2])).toEqual({
      refused: 'lengths-differ',
      values: { what: 'clusters', other: 'outcome' },
    });
  });
});

describe('logistic regression', () => {
  const yes = (text: string) => Array.from(text, (letter) => letter === 'y');

  it('of an intercept alone has the log-odds of the share', () => {
    const fit = must(logisticRegression([one(4)], yes('yyyn')));
    near(fit.coefficients[0], Math.log(3));
    for (const share of fit.probabilities) near(share, 0.75);
    near(fit.logLikelihood, 3 * Math.log(0.75) + Math.log(0.25));
    expect(fit.names).toEqual(['one']);
  });

  it('of two groups has the log-odds of each', () => {
    const fit = must(logisticRegression([one(8), column('x', 0, 0, 0, 0, 1, 1, 1, 1)], yes('ynnnyyyn')));
    near(fit.coefficients[0], -Math.log(3), 1e-10);
    near(fit.coefficients[1], 2 * Math.log(3), 1e-10);
    expect(fit.steps).toBeLessThan(10);
  });

  it('has residuals that add up to nothing along every column', () => {
    const x = [0.2, 1.4, -0.7, 2.2, 3.1, 0.9, -1.2, 1.7];
    const said = yes('nynyynyn');
    const fit = must(logisticRegression([one(8), column('x', ...x)], said));
    const left = said.map((one, row) => (one ? 1 : 0) - fit.probabilities[row]!);
    expect(Math.abs(left.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-12);
    expect(Math.abs(left.reduce((sum, value, row) => sum + value * x[row]!, 0))).toBeLessThan(1e-12);
  });

  it('is refused where it can tell nothing, or everything', () => {
    expect(logisticRegression([one(2)], yes('yy'))).toEqual({
      refused: 'no-variation',
      values: { what: 'outcome' },
    });
    expect(logisticRegression([one(2)], yes('nn'))).toMatchObject({ refused: 'no-variation' });
    const separated = column('x', 1, 2, 3, 4);
    expect(logisticRegression([one(4), separated], yes('nnyy'))).toEqual({
      refused: 'separation',
      values: {},
    });
    // Quasi-separation: all with x = 1 said yes.
    expect(logisticRegression([one(5), column('x', 0, 0, 0, 1, 1)], yes('ynnyy'))).toMatchObject({
      refused: 'separation',
    });
    // The same with no: log-odds fall without end, and coefficients never settle.
    expect(logisticRegression([one(5), column('x', 0, 0, 0, 1, 1)], yes('ynynn'))).toMatchObject({
      refused: 'separation',
    });
    expect(logisticRegression([one(4), column('x', 2, 2, 2, 2)], yes('nnyy'))).toMatchObject({
      refused: 'collinear',
    });
  });
});

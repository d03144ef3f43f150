import { type Column, leastSquares, solve } from './least-squares.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

/** A model of the probability of yes, by columns that say something about each row. */
export interface LogisticFit {
  readonly names: readonly string[];
  readonly coefficients: readonly number[];
  /** The probability of yes of each row, between 0 and 1. */
  readonly probabilities: Float64Array;
  readonly logLikelihood: number;
  /** Steps that were needed. */
  readonly steps: number;
}

/** Coefficients have settled when none of their effects on a row’s log-odds moves by more than this. */
const SETTLED = 1e-10;

const MOST_STEPS = 50;

/** Log-odds beyond which a probability of yes is 0 or 1 for all that can be told. */
const CERTAIN = 30;

/**
 * Logistic regression by Newton’s method, which is least squares weighted anew in every step, to 1e-10 of the log-odds
 * (McCullagh and Nelder, 1989).
 *
 * @param columns of equal length, an intercept among them if there is to be one
 * @param yes for each row
 * @returns refused where all rows say the same, where columns add up to others, where a combination of them tells yes
 * from no exactly (then no coefficients exist), and where it does not settle
 */
export function logisticRegression(
  columns: readonly Column[],
  yes: readonly boolean[],
): LogisticFit | Refusal {
  if (!yes.includes(true) || !yes.includes(false)) return refuse('no-variation', { what: 'outcome' });
  const start = leastSquares(columns, yes.map(Number));
  if (isRefusal(start)) return start;
  let logOdds = new Float64Array(yes.length);
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const probabilities = logOdds.map(shareAt);
    const weights = probabilities.map((share) => share * (1 - share));
    const working = logOdds.map(
      (odds, row) => odds + ((yes[row] ? 1 : 0) - (probabilities[row] ?? 0)) / (weights[row] ?? 0),
    );
    const fit = solve(columns, working, weights);
    // Stryker disable next-line all: log-odds are certain before weights leave nothing of a column
    if (isRefusal(fit)) return refuse('separation');
    const { coefficients } = fit;
    const before = logOdds;
    logOdds = new Float64Array(yes.length);
    for (const [k, { values }] of columns.entries()) {
      const coefficient = coefficients[k] ?? Number.NaN;
      for (let row = 0; row < yes.length; row += 1) {
        logOdds[row] = (logOdds[row] ?? 0) + coefficient * (values[row] ?? 0);
      }
    }
    if (logOdds.some((odds) => !(Math.abs(odds) < CERTAIN))) return refuse('separation');
    const moved = logOdds.reduce((most, odds, row) => Math.max(most, Math.abs(odds - (before[row] ?? 0))), 0);
    if (moved <= SETTLED) return fitted(columns, coefficients, logOdds, yes, steps);
  }
  // Stryker disable next-line all: no data are known on which it comes to this
  return refuse('no-convergence', { steps: MOST_STEPS });
}

function fitted(
  columns: readonly Column[],
  coefficients: readonly number[],
  logOdds: Float64Array,
  yes: readonly boolean[],
  steps: number,
): LogisticFit {
  return {
    names: columns.map(({ name }) => name),
    coefficients,
    probabilities: logOdds.map(shareAt),
    logLikelihood: logOdds.reduce((sum, odds, row) => sum + Math.log(shareAt(yes[row] ? odds : -odds)), 0),
    steps,
  };
}

const shareAt = (odds: number): number => 1 / (1 + Math.exp(-odds));

import { normalQuantile } from './normal-quantile.js';

/** What is known of a number that is not known exactly. */
export type Distribution =
  | {
      readonly distribution: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  | { readonly distribution: 'uniform'; readonly low: number; readonly high: number }
  | { readonly distribution: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly distribution: 'lognormal'; readonly mu: number; readonly sigma: number }
  | { readonly distribution: 'lognormal'; readonly mean: number; readonly sd: number }
  | {
      readonly distribution: 'discrete';
      readonly values: readonly number[];
      readonly weights: readonly number[];
    }
  | { readonly distribution: 'draws'; readonly values: readonly number[] };

/** Why a distribution cannot be: which of its fields, and what to do. */
export interface DistributionFault {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with the parameters of a distribution; nothing where they fit. */
export function checkDistribution(given: Distribution): readonly DistributionFault[] {
  const faults: DistributionFault[] = [];
  const refuse = (when: boolean, field: string, message: string): void => {
    if (when) faults.push({ field, message });
  };
  switch (given.distribution) {
    case 'triangular':
      refuse(!(given.low < given.high), 'high', 'The high end must lie above the low end.');
      refuse(
        !(given.low <= given.mode && given.mode <= given.high),
        'mode',
        'The mode must lie between the low and the high end.',
      );
      break;
    case 'uniform':
      refuse(!(given.low < given.high), 'high', 'The high end must lie above the low end.');
      break;
    case 'normal':
      refuse(!(given.sd > 0), 'sd', 'The standard deviation must be above 0.');
      break;
    case 'lognormal':
      if ('mu' in given) refuse(!(given.sigma > 0), 'sigma', 'Sigma must be above 0.');
      else {
        refuse(!(given.mean > 0), 'mean', 'The mean of a lognormal distribution must be above 0.');
        refuse(!(given.sd > 0), 'sd', 'The standard deviation must be above 0.');
      }
      break;
    case 'discrete':
      refuse(given.values.length !== given.weights.length, 'weights', 'Give one weight for each value.');
      refuse(
        given.weights.some((weight) => weight < 0),
        'weights',
        'A weight may not be below 0.',
      );
      refuse(!given.weights.some((weight) => weight > 0), 'weights', 'At least one weight must be above 0.');
      break;
    case 'draws':
      refuse(given.values.length === 0, 'values', 'Give at least one draw.');
  }
  return faults;
}

/** The lowest and the highest value that can be drawn. */
export function support(given: Distribution): readonly [number, number] {
  switch (given.distribution) {
    case 'triangular':
    case 'uniform':
      return [given.low, given.high];
    case 'normal':
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    case 'lognormal':
      return [0, Number.POSITIVE_INFINITY];
    case 'discrete':
      return extremes(given.values.filter((_, at) => (given.weights[at] ?? 0) > 0));
    case 'draws':
      return extremes(given.values);
  }
}

/**
 * The value below which a share of all draws lies, by the inverse of the distribution function.
 *
 * @param share between 0 and 1, neither end included
 */
export function quantile(given: Distribution, share: number): number {
  switch (given.distribution) {
    case 'triangular':
      return triangularQuantile(given, share);
    case 'uniform':
      return given.low + share * (given.high - given.low);
    case 'normal':
      return given.mean + given.sd * normalQuantile(share);
    case 'lognormal': {
      const { mu, sigma } = 'mu' in given ? given : logMoments(given);
      return Math.exp(mu + sigma * normalQuantile(share));
    }
    case 'discrete':
      return discreteQuantile(given.values, given.weights, share);
    case 'draws':
      return (
        given.values[Math.min(given.values.length - 1, Math.floor(share * given.values.length))] ?? Number.NaN
      );
  }
}

function triangularQuantile(
  { low, mode, high }: { low: number; mode: number; high: number },
  share: number,
): number {
  const width = high - low;
  return share <= (mode - low) / width
    ? low + Math.sqrt(share * width * (mode - low))
    : high - Math.sqrt((1 - share) * width * (high - mode));
}

/** The parameters of a lognormal distribution from its mean and standard deviation. */
function logMoments({ mean, sd }: { mean: number; sd: number }): { mu: number; sigma: number } {
  const variance = Math.log(1 + (sd / mean) * (sd / mean));
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

function discreteQuantile(values: readonly number[], weights: readonly number[], share: number): number {
  const ordered = values
    .map((value, at) => ({ value, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.value - other.value);
  const whole = ordered.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { value, weight } of ordered) {
    passed += weight;
    if (share * whole < passed) return value;
  }
  return ordered.at(-1)?.value ?? Number.NaN;
}

function extremes(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((one, other) => Math.min(one, other)),
    values.reduce((one, other) => Math.max(one, other)),
  ];
}

import type { DrawnDistribution } from './uncertainty-result.js';

/** A distribution as people say it. */
export function distributionInWords(
  given: DrawnDistribution,
  write: { number(value: number): string },
): string {
  const n = (value: number): string => write.number(value);
  switch (given.distribution) {
    case 'triangular':
      return `from ${n(given.low)} to ${n(given.high)}, most likely ${n(given.mode)} (triangular)`;
    case 'pert':
      return `from ${n(given.low)} to ${n(given.high)}, most likely ${n(given.mode)} (PERT)`;
    case 'uniform':
      return `anything from ${n(given.low)} to ${n(given.high)} (uniform)`;
    case 'normal':
      return `around ${n(given.mean)}, standard deviation ${n(given.sd)} (normal)`;
    case 'lognormal':
      return 'mu' in given
        ? `lognormal, mu ${n(given.mu)}, sigma ${n(given.sigma)}`
        : `around ${n(given.mean)}, standard deviation ${n(given.sd)} (lognormal)`;
    case 'beta':
      return 'alpha' in given
        ? `beta, alpha ${n(given.alpha)}, beta ${n(given.beta)}`
        : `around ${n(given.mean)}, standard deviation ${n(given.sd)} (beta)`;
    case 'gamma':
      return 'shape' in given
        ? `gamma, shape ${n(given.shape)}, scale ${n(given.scale)}`
        : `around ${n(given.mean)}, standard deviation ${n(given.sd)} (gamma)`;
    case 'discrete':
      return `one of ${[...new Set(given.values)].map(n).join(', ')} (discrete)`;
    case 'draws':
      return `one of ${n(given.count)} draws of an estimate`;
  }
}

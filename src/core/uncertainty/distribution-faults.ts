import type { Distribution } from './distribution.js';
import { betaShapes, gammaShapes, SHAPES } from './moments.js';

/** Why a distribution cannot be: which of its fields, and what to do. */
export interface DistributionFault {
  readonly field: string;
  readonly message: string;
}

type Refuse = (when: boolean, field: string, message: string) => void;

/** What is wrong with the parameters of a distribution; nothing where they fit. */
export function checkDistribution(given: Distribution): readonly DistributionFault[] {
  const faults: DistributionFault[] = [];
  check(given, (when, field, message) => {
    if (when) faults.push({ field, message });
  });
  return faults;
}

function check(given: Distribution, refuse: Refuse): void {
  switch (given.distribution) {
    case 'triangular':
    case 'pert':
      refuse(!(given.low < given.high), 'high', 'The high end must lie above the low end.');
      refuse(
        !(given.low <= given.mode && given.mode <= given.high),
        'mode',
        'The mode must lie between the low and the high end.',
      );
      return;
    case 'uniform':
      refuse(!(given.low < given.high), 'high', 'The high end must lie above the low end.');
      return;
    case 'normal':
      refuse(!(given.sd > 0), 'sd', 'The standard deviation must be above 0.');
      return;
    case 'lognormal':
      if ('mu' in given) refuse(!(given.sigma > 0), 'sigma', 'Sigma must be above 0.');
      else checkPositive(given, 'lognormal', refuse);
      return;
    case 'beta':
      checkBeta(given, refuse);
      return;
    case 'gamma':
      checkGamma(given, refuse);
      return;
    case 'discrete':
      refuse(given.values.length !== given.weights.length, 'weights', 'Give one weight for each value.');
      refuse(
        given.weights.some((weight) => weight < 0),
        'weights',
        'A weight may not be below 0.',
      );
      refuse(!given.weights.some((weight) => weight > 0), 'weights', 'At least one weight must be above 0.');
      return;
    case 'draws':
      refuse(given.values.length === 0, 'values', 'Give at least one draw.');
  }
}

function checkPositive({ mean, sd }: { mean: number; sd: number }, of: string, refuse: Refuse): void {
  refuse(!(mean > 0), 'mean', `The mean of a ${of} distribution must be above 0.`);
  refuse(!(sd > 0), 'sd', 'The standard deviation must be above 0.');
}

const TOO_NARROW = 'give a normal distribution, or take the number as it is';
const OUT_OF_SHAPE = `must lie between ${SHAPES.least} and ${SHAPES.most}`;
const beyond = (shape: number): boolean => !(shape >= SHAPES.least && shape <= SHAPES.most);

function checkBeta(given: Extract<Distribution, { distribution: 'beta' }>, refuse: Refuse): void {
  if ('alpha' in given) {
    for (const field of ['alpha', 'beta'] as const)
      refuse(beyond(given[field]), field, `${field} ${OUT_OF_SHAPE}.`);
    return;
  }
  const { mean, sd } = given;
  const inside = mean > 0 && mean < 1;
  refuse(!inside, 'mean', 'The mean of a beta distribution lies between 0 and 1, neither end included.');
  refuse(!(sd > 0), 'sd', 'The standard deviation must be above 0.');
  if (!inside || !(sd > 0)) return;
  const largest = Math.sqrt(mean * (1 - mean));
  if (sd * sd >= mean * (1 - mean)) {
    refuse(true, 'sd', `With a mean of ${mean} the standard deviation must be below ${largest}.`);
    return;
  }
  const { alpha, beta } = betaShapes(given);
  refuse(
    alpha < SHAPES.least || beta < SHAPES.least,
    'sd',
    'With so large a standard deviation nearly every draw is 0 or 1: give a discrete distribution of the two.',
  );
  refuse(
    alpha > SHAPES.most || beta > SHAPES.most,
    'sd',
    `The standard deviation is too small for a beta distribution: ${TOO_NARROW}.`,
  );
}

function checkGamma(given: Extract<Distribution, { distribution: 'gamma' }>, refuse: Refuse): void {
  if ('shape' in given) {
    refuse(beyond(given.shape), 'shape', `shape ${OUT_OF_SHAPE}.`);
    refuse(!(given.scale > 0), 'scale', 'The scale must be above 0.');
    return;
  }
  checkPositive(given, 'gamma', refuse);
  if (!(given.mean > 0 && given.sd > 0)) return;
  const { shape } = gammaShapes(given);
  refuse(
    !(shape >= SHAPES.least),
    'sd',
    'With so large a standard deviation nearly every draw is 0: give a lognormal or a discrete distribution.',
  );
  refuse(
    shape > SHAPES.most,
    'sd',
    `The standard deviation is too small for a gamma distribution: ${TOO_NARROW}.`,
  );
}

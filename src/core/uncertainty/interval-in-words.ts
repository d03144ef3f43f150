import type { Interval, NetInterval, RatioInterval, Result } from '../result.js';
import { distributionInWords } from './distribution-in-words.js';
import type { DrawnInput, Uncertainty } from './uncertainty-result.js';

/** How numbers are written; the calculation itself does not round. */
export interface Writers {
  number(value: number): string;
  /** An amount in the currency of the result. */
  money(value: number): string;
  /** A share, as so many of a hundred. */
  percent(share: number): string;
}

/** Of the inputs that matter most, so many are named. */
const NAMED = 5;

/** Shares of the variance below this are not worth a name. */
const WORTH_NAMING = 0.01;

interface Described {
  readonly uncertainty: Uncertainty;
  readonly ratioName: string;
  readonly ratio: RatioInterval;
  readonly netName: string;
  readonly net: NetInterval;
}

/**
 * How sure a result is, in plain sentences: how it was drawn and from what, what the interval means, what it depends on
 * most, how far chance is left in it.
 *
 * @param write how numbers are written
 */
export function intervalInWords(result: Result, write: Writers): readonly string[] {
  const described = describedIn(result);
  if (!described) {
    return [
      'No number of this assessment has a range, neither one of its own nor by the grade of its evidence: the result is a single figure and says nothing of how sure it is.',
    ];
  }
  const { uncertainty } = described;
  return [
    ...drawsInWords(uncertainty, write),
    ...originsInWords(uncertainty, write),
    ...rangesInWords(described, write),
    ...causesInWords(uncertainty, write),
    ...groupsInWords(uncertainty),
    ...worthInWords(described, write),
    ...chanceInWords(described, write),
  ];
}

function describedIn(result: Result): Described | undefined {
  const { uncertainty } = result;
  if (!uncertainty) return undefined;
  if (result.kind === 'value-map') {
    const { interval: ratio, npvInterval: net } = result;
    return ratio && net
      ? { uncertainty, ratioName: 'social return ratio', ratio, netName: 'net present value', net }
      : undefined;
  }
  if (result.kind === 'fiscal-cost-benefit') {
    const { interval } = result;
    return (
      (interval && {
        uncertainty,
        ratioName: 'fiscal return',
        ratio: interval.fiscalReturn,
        netName: 'net present budget impact',
        net: interval.netPresentBudgetImpact,
      }) ??
      undefined
    );
  }
  const years = `over ${result.headlineHorizon} ${result.headlineHorizon === 1 ? 'year' : 'years'}`;
  const { interval } = result;
  if (!interval) return undefined;
  return {
    uncertainty,
    ratioName: `benefit–cost ratio ${years}`,
    ratio: interval.benefitCostRatio,
    netName: `net present value per person ${years}`,
    net: interval.npv,
  };
}

function drawsInWords({ draws, seed, inputs, fixedInputs, unmoved }: Uncertainty, write: Writers) {
  return [
    `Everything was worked out ${write.number(draws)} times, each time with other values for ${counted(inputs.length, 'number')} of the file, drawn from their ranges from seed ${seed}; the same seed gives the same draws.`,
    ...(fixedInputs > 0
      ? [
          `${capital(counted(fixedInputs, 'number'))} ${are(fixedInputs)} taken as exactly known, in every draw.`,
        ]
      : []),
    ...(unmoved.length > 0
      ? [
          `${capital(counted(unmoved.length, 'number'))} with graded or unknown evidence stayed as they are, being 0 or shares of a whole: ${unmoved.join(', ')}.`,
        ]
      : []),
  ];
}

function originsInWords(uncertainty: Uncertainty, write: Writers): readonly string[] {
  const { inputs, defaultRanges, borrowedShare, mostlyAssumption } = uncertainty;
  const count = (basis: DrawnInput['basis']): number => inputs.filter((one) => one.basis === basis).length;
  const [given, graded, unknown] = [count('given'), count('grade'), count('unknown')];
  const borrowed = inputs.filter((one) => one.borrowed).length;
  return [
    ...(given > 0 ? [`${capital(counted(given, 'range'))} ${are(given)} given in the file.`] : []),
    ...(graded > 0
      ? [
          `${capital(counted(graded, 'range'))} ${are(graded)} the default of the grade of the evidence (${defaultRanges?.source ?? ''}).`,
        ]
      : []),
    ...(unknown > 0
      ? [`${capital(counted(unknown, 'range'))} ${are(unknown)} the wide one of a number that nobody knows.`]
      : []),
    ...(borrowed > 0
      ? [`${capital(counted(borrowed, 'number'))} ${are(borrowed)} borrowed from somebody else’s study.`]
      : []),
    ...(borrowedShare === null
      ? []
      : [
          `Of the variance of the net result, ${write.percent(borrowedShare)} comes from default ranges, borrowed numbers and what nobody knows.`,
        ]),
    ...(mostlyAssumption
      ? [
          'That is more than half: the ranges are illustrative, mostly assumption, and no probability is given.',
        ]
      : []),
  ];
}

function rangesInWords(described: Described, write: Writers): readonly string[] {
  const { ratioName, ratio, netName, net, uncertainty } = described;
  const { mostlyAssumption } = uncertainty;
  return [
    ...rangeInWords(ratioName, ratio, mostlyAssumption, (value) => write.number(value)),
    ...rangeInWords(netName, net, mostlyAssumption, (value) => write.money(value)),
    ...(ratio.probabilityAboveOne === null
      ? []
      : [
          `The ratio is above 1, so that benefits cover costs, in ${write.percent(ratio.probabilityAboveOne)} of the draws.`,
        ]),
    ...(net.probabilityAboveZero === null
      ? []
      : [`The ${netName} is above 0 in ${write.percent(net.probabilityAboveZero)} of the draws.`]),
  ];
}

function rangeInWords(
  name: string,
  interval: Interval,
  illustrative: boolean,
  write: (value: number) => string,
): readonly string[] {
  const { p2_5, p5, median, mean, p95, p97_5 } = interval;
  if (p2_5 === null || p5 === null || median === null || mean === null || p95 === null || p97_5 === null)
    return [`There is no ${name} to give a range of.`];
  const middle = `their median is ${write(median)} and their mean ${write(mean)}`;
  return illustrative
    ? [
        `Illustratively, the draws of the ${name} go from ${write(p5)} (P5) to ${write(p95)} (P95); ${middle}.`,
      ]
    : [
        `In 90 of 100 draws the ${name} lies between ${write(p5)} and ${write(p95)} (P5 and P95), in 95 of 100 between ${write(p2_5)} and ${write(p97_5)}; ${middle}.`,
      ];
}

function causesInWords({ inputs }: Uncertainty, write: Writers): readonly string[] {
  const most = inputs.filter(({ varianceShare }) => (varianceShare ?? 0) >= WORTH_NAMING).slice(0, NAMED);
  if (most.length === 0) return [];
  return [
    'What the net result depends on most, by the share of its variance that each explains alone:',
    ...most.map(
      ({ label, varianceShare, distribution, basis, grade, borrowed }) =>
        `${capital(label)}: ${write.percent(varianceShare ?? 0)}; ${distributionInWords(distribution, write)}; ${basisInWords(basis, grade)}${borrowed ? ', borrowed' : ''}.`,
    ),
  ];
}

function basisInWords(basis: DrawnInput['basis'], grade: number | undefined): string {
  if (basis === 'given') return 'range given in the file';
  return basis === 'unknown' ? 'nobody knows it' : `default range of grade ${grade ?? ''}`;
}

function groupsInWords({ inputs }: Uncertainty): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { group, label } of inputs) {
    if (group === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), label]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, labels]) => `Drawn together, as group ${group}: ${[...labels].sort().join('; ')}.`);
}

function worthInWords({ uncertainty, net }: Described, write: Writers): readonly string[] {
  const { valueOfInformation, inputs } = uncertainty;
  const { total } = valueOfInformation;
  if (total === null || net.mean === null) return [];
  const decided = net.mean > 0 ? 'to run it' : 'not to run it';
  if (total === 0)
    return [
      `In no draw would it be better to decide otherwise than ${decided}: to know more would change nothing.`,
    ];
  const best = [...inputs].sort(
    (one, other) => (other.valueOfInformation ?? 0) - (one.valueOfInformation ?? 0),
  )[0];
  return [
    `On the average it is right ${decided}. To know all of it beforehand would be worth ${write.money(total)}.`,
    ...((best?.valueOfInformation ?? 0) > 0
      ? [
          `Most of all it is worth knowing the ${best?.label ?? ''} better: up to ${write.money(best?.valueOfInformation ?? 0)}.`,
        ]
      : ['No single number, known exactly, would change that.']),
  ];
}

function chanceInWords({ uncertainty, ratio }: Described, write: Writers): readonly string[] {
  const { convergence } = uncertainty;
  if (!convergence || ratio.standardError === null) return [];
  const part = convergence.standardErrorOfMeanRelative;
  return [
    `The draws leave a standard error of ${write.number(ratio.standardError)} in the mean of the ratio${part === null ? '' : `, ${write.percent(part)} of it`}: ${convergence.converged ? 'enough draws' : 'more than 1 %, too few draws'}.`,
  ];
}

const are = (count: number): string => (count === 1 ? 'is' : 'are');
const counted = (count: number, what: string): string => (count === 1 ? `one ${what}` : `${count} ${what}s`);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

import type { Assessment } from '../core/assessment.js';
import type { ExpressionGraph } from '../core/figures/graph.js';
import { highestAmount } from '../core/inputs.js';
import { isShare } from '../core/uncertainty/default-ranges.js';
import { type Distribution, support } from '../core/uncertainty/distribution.js';
import { checkDistribution } from '../core/uncertainty/distribution-faults.js';
import type { InputRanges } from '../core/uncertainty/input-ranges.js';
import { yearCount } from '../core/valuation/years.js';
import type { Refusal } from '../platform/refusal.js';
import { LIMITS } from '../programmes/amounts.contract.js';
import { FileView, refuseRepeated } from './file-view.js';

/** What must hold between ranges, groups and evidence, whatever the numbers of the file are called. */
export function checkUncertainty(file: FileView): void {
  const uncertainty = file.at('uncertainty');
  for (const [, range] of uncertainty.at('inputs').fields()) checkRange(range);
  for (const [name, note] of file.at('evidence').fields()) {
    if (note.at('standing').text === 'unknown' && uncertainty.at('inputs').at(name).given)
      note
        .at('standing')
        .refuse(
          'Nobody knows this number, it says here, but uncertainty gives it a range: take out one of the two.',
        );
  }
  checkGroups(uncertainty.at('groups').items());
}

function checkGroups(groups: readonly FileView[]): void {
  refuseRepeated(groups, 'id');
  const seen = new Set<string>();
  for (const group of groups) {
    const members = membersOf(group);
    for (const member of members) {
      if (member.text === undefined) continue;
      if (seen.has(member.text))
        member.refuse(
          `${JSON.stringify(member.text)} is in a group already: an input can be in one group, once.`,
        );
      seen.add(member.text);
    }
    if (group.at('inputs').given && members.length < 2)
      group.refuse('A group needs at least two inputs that go together, or against each other.');
  }
}

const membersOf = (group: FileView): readonly FileView[] => [
  ...group.at('inputs').items(),
  ...group.at('against').items(),
];

/** The lists that a distribution cannot be looked at without. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['discrete', ['values', 'weights']],
  ['draws', ['values']],
]);

function checkRange(range: FileView): void {
  const kind = range.at('distribution').text;
  if (kind === undefined || range.fields().some(([, field]) => field.value === null)) return;
  const numbers = range.fields().filter(([key]) => key !== 'distribution');
  const readable = numbers.every(([, field]) =>
    field.items().length > 0
      ? field.items().every((item) => item.number !== undefined)
      : field.number !== undefined,
  );
  if (!readable || LISTS.get(kind)?.some((list) => !Array.isArray(range.at(list).value))) return;
  for (const fault of checkDistribution(range.value as Distribution)) {
    range.at(fault.field).refuse(fault.message);
  }
}

/** Ranges and groups held against the numbers of the file, once these have been declared. */
export function checkInputRanges(
  { uncertainty }: Assessment,
  graph: ExpressionGraph,
  { drawn }: InputRanges,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const place = new FileView({ uncertainty }, [], refusals).at('uncertainty');
  const inputs = graph.inputs();
  for (const [name, range] of place.at('inputs').fields()) {
    const input = inputs.get(name);
    if (input && isShare(input)) checkShareRange(range);
    if (input?.origin?.between) checkRangeBetween(range, input.origin.between);
  }
  const ranged = new Set(drawn.map(({ input }) => input));
  for (const member of place.at('groups').items().flatMap(membersOf)) {
    const name = member.text ?? '';
    if (!inputs.has(name)) member.refuse(`No number of this file is called ${JSON.stringify(name)}.`);
    else if (!ranged.has(name))
      member.refuse(
        `${name} has no range to draw it from: give it one under uncertainty.inputs, or grade its evidence.`,
      );
  }
  return refusals;
}

/** What to give instead of a distribution that has no ends, where a share has two. */
const ENDLESS: Readonly<Record<string, string>> = {
  normal: 'A normal distribution has no ends',
  lognormal: 'A lognormal distribution has no upper end',
  gamma: 'A gamma distribution has no upper end',
};

/** Refuses a range that leaves the bounds of the number it stands for. */
function checkRangeBetween(range: FileView, [least, most]: readonly [number, number]): void {
  const [low, high] = support(range.value as Distribution);
  if (low >= least && high <= most) return;
  const bounds = Number.isFinite(most) ? `between ${least} and ${most}` : `at least ${least}`;
  range.refuse(`This range reaches from ${low} to ${high}; the number must be ${bounds}.`);
}

/** Refuses a range that leaves the limits of the share it stands for. */
function checkShareRange(range: FileView): void {
  const given = range.value as Distribution;
  const [low, high] = support(given);
  const endless = ENDLESS[given.distribution];
  if (endless !== undefined)
    range.refuse(
      `${endless}, and a share lies between 0 and 1: give a beta, PERT or triangular distribution instead.`,
    );
  else if (low < 0 || high > 1)
    range.refuse(`This range reaches from ${low} to ${high}; a share lies between 0 and 1.`);
}

/**
 * Refuses ranges of durations that go on for longer than a file may, or into years that it does not discount. Figures
 * are declared for every year that a range reaches, so that this is looked at before they are.
 *
 * @param lastDiscounted the last year that a discount schedule covers
 */
export function checkReach(assessment: Assessment, lastDiscounted: number): readonly Refusal[] {
  if (assessment.kind !== 'value-map') return [];
  const refusals: Refusal[] = [];
  const file = new FileView(assessment, [], refusals);
  const count = yearCount(assessment);
  const { factors, discounting } = assessment.conventions;
  assessment.outcomes.forEach(({ id, series, startsYear, durationYears = 1 }, at) => {
    if (series) return;
    const name = `outcomes.${id}.durationYears`;
    const highest = highestAmount(assessment, durationYears, name);
    const last = count.index(startsYear) + Math.ceil(highest) - 1;
    const given = file.at('uncertainty').at('inputs').at(name);
    const place = given.given ? given : file.at('outcomes').at(at).at('durationYears');
    if (!(last <= LIMITS.years))
      place.refuse(
        `With its range this goes on ${Number.isFinite(last) ? `into year ${last}` : 'without end'}; the limit is ${LIMITS.years} years. Give a range with an upper end.`,
      );
    else if (last > lastDiscounted)
      place.refuse(
        `With its range this reaches into year ${last}, but the discount schedule ends with year ${lastDiscounted}.`,
      );
    else if (discounting === 'compound-forward')
      for (let year = count.index(startsYear); year <= last; year += 1)
        if (factors?.[String(count.written(year))] === undefined) {
          place.refuse(
            `With its range this reaches into ${count.written(year)}, for which there is no factor.`,
          );
          break;
        }
  });
  return refusals;
}

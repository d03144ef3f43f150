import type { WelfareAccountFile } from '../../assessment.js';
import { figureValue } from '../../figures/explain.js';
import type { Value } from '../../value.js';
import type { Term } from '../../wording/term.js';
import { stressMessage } from '../../wording/stress-messages.js';
import type { StressRow } from '../result-blocks.js';
import { type Bottom, bottomLine } from '../bottom-line.js';
import { type Answer, type Answers, type Change, type Ground } from './answer.js';
import { effectAnswers } from './effect-answers.js';
import { OBJECTIONS, type ObjectionId } from './objection.js';
import { priceAnswers } from './price-answers.js';

const answers: Answers = { ...priceAnswers, ...effectAnswers };

/**
 * What an account comes to under each of twelve objections and under all of them that could be answered. An objection
 * is a change of numbers of the file, and the file so changed is an account like any other (docs/method.md).
 *
 * @param own the account as it stands
 */
export function stressTable(file: WelfareAccountFile, ground: Ground, own: Bottom): readonly StressRow[] {
  const asked = OBJECTIONS.map((id) => ({ id, answer: answers[id](file, ground) }));
  const worked = (change: Change | undefined, halved: boolean): Bottom => {
    if (!change && !halved) return own;
    return bottomLine(change ? change(file) : file, horizonsOf(ground.headline, halved));
  };
  const rows = asked.map(({ id, answer }) =>
    rowOf(
      id,
      answer,
      ground,
      own,
      answer.answered ? worked(answer.change, answer.halved ?? false) : undefined,
    ),
  );
  const answered = asked.filter(({ answer }) => answer.answered);
  const changes = answered.flatMap(({ answer }) => answer.change ?? []);
  const all = worked(
    (now) => changes.reduce((changed, change) => change(changed), now),
    answered.some(({ answer }) => answer.halved),
  );
  return [...rows, allTogether(answered.length, own, all)];
}

/** Half of an odd number of years is half-way between two whole numbers of them. */
function horizonsOf(headline: number, halved: boolean): readonly number[] {
  if (!halved) return [headline];
  const half = headline / 2;
  return [...new Set([Math.floor(half), Math.ceil(half)])];
}

function rowOf(
  id: ObjectionId,
  answer: Answer,
  { objections }: Ground,
  own: Bottom,
  under: Bottom | undefined,
): StressRow {
  const { objection, source, verified } = objections.texts[id];
  const said: Term = {
    code: answer.because === undefined ? id : `${id}.${answer.because}`,
    ...(answer.values && { values: answer.values }),
  };
  const text = stressMessage(said);
  return {
    id,
    objection,
    answered: answer.answered,
    change: answer.answered ? text : null,
    reason: answer.answered ? null : text,
    said,
    source,
    verified,
    inputSource: answer.source ?? null,
    ...figuresOf(own, under),
  };
}

function allTogether(count: number, own: Bottom, under: Bottom): StressRow {
  const said: Term = { code: 'all-together', values: { count, of: OBJECTIONS.length } };
  return {
    id: 'all-together',
    objection: 'All of this at once.',
    answered: true,
    change: stressMessage(said),
    reason: null,
    said,
    source: null,
    verified: true,
    inputSource: null,
    ...figuresOf(own, under),
  };
}

function figuresOf(own: Bottom, under: Bottom | undefined) {
  const value = (of: (bottom: Bottom) => number): Value => figureValue(under && of(under));
  const difference = (of: (bottom: Bottom) => number): Value => figureValue(under && of(under) - of(own));
  const net = ({ gain, cost }: Bottom): number => gain - cost;
  const publicNet = ({ publicGain, publicCost }: Bottom): number => publicGain - publicCost;
  return {
    npv: value(net),
    benefitCostRatio: value(({ gain, cost }) => (cost === 0 ? Number.NaN : gain / cost)),
    publicNet: value(publicNet),
    difference: difference(net),
    publicDifference: difference(publicNet),
  };
}

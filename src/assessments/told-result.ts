import type { ComparedFigure, Interval, Result } from '../core/result.js';
import { problemText } from '../core/wording/problem-messages.js';
import { formatMoney, formatNumber, formatValue } from '../platform/locale/format.js';

/** What a result can be asked about that is no figure. */
export const topics = ['problems', 'assurance', 'scenarios', 'interval'] as const;

export type Topic = (typeof topics)[number];

/** Part of a result, as data and in words. */
export interface Told {
  readonly topic: Topic;
  /** Lines of plain text. */
  readonly words: string;
  readonly items: readonly object[];
}

export const isTopic = (name: string): name is Topic => (topics as readonly string[]).includes(name);

/** What a result says on a topic. */
export function told(result: Result, topic: Topic): Told {
  return { topic, ...tellers[topic](result) };
}

type Teller = (result: Result) => Omit<Told, 'topic'>;

const tellers: Readonly<Record<Topic, Teller>> = {
  problems: (result) => {
    const items = result.problems.map((problem) => ({
      ...problem,
      ...problemText(problem.code, problem.values),
    }));
    const lines = items.flatMap(({ severity, path, message, why, fix }) => [
      `${severity}: ${message}${path ? ` (${path})` : ''}`,
      `  Why it matters: ${why}`,
      `  What to do: ${fix}`,
      '',
    ]);
    const end = result.publishable
      ? 'Nothing keeps this result from being published.'
      : 'An error keeps this result from being published; a draft marked as such can be printed.';
    return { items, words: [...(items.length === 0 ? ['No problem was found.'] : lines), end].join('\n') };
  },

  assurance: ({ assurance }) => {
    const lines = assurance.flatMap(({ question, answer, evidence, advice, principle, source, path }) => [
      `${written[answer].padEnd(9)} ${question}`,
      ...(evidence === undefined ? [] : [`          ${evidence}${path ? ` (${path})` : ''}`]),
      ...(advice === null ? [] : [`          To do: ${advice}`]),
      `          ${principle}; ${source}`,
    ]);
    const yes = assurance.filter(({ answer }) => answer === 'yes').length;
    return {
      items: assurance,
      words: [...lines, '', `${yes} of ${assurance.length} are answered yes.`].join('\n'),
    };
  },

  scenarios: ({ scenarios, currency }) => {
    const lines = scenarios.flatMap(({ name, source, set, figures }) => [
      name,
      ...(source === undefined ? [] : [`  ${source}`]),
      ...set.map(
        ({ label, from, to }) => `  ${label}: ${formatValue(to, '1')} instead of ${formatValue(from, '1')}`,
      ),
      ...[...new Map(Object.values(figures).map((figure) => [figure.figure, figure])).values()].map(
        (figure) => comparedInWords(figure, currency),
      ),
      '',
    ]);
    return {
      items: scenarios,
      words: scenarios.length === 0 ? 'The file has no scenarios.' : lines.join('\n').trimEnd(),
    };
  },

  interval: (result) => {
    const interval = headlineInterval(result);
    return interval
      ? { items: [interval], words: intervalInWords(interval, result) }
      : { items: [], words: 'No ranges are given for the inputs: how sure the result is cannot be said.' };
  },
};

const written = { yes: 'yes', partly: 'partly', no: 'no', 'not-said': 'not said' } as const;

/** Figures without a unit of money are ratios. */
const isRatio = (figure: string): boolean => /ratio$/i.test(figure);

/** A figure as people write it: a ratio with two decimals, money with its currency. */
export function figureInWords(figure: string, value: number | null, currency: string): string {
  if (value === null) return 'there is no such figure';
  return isRatio(figure) ? formatNumber(value, 2) : formatMoney(value, currency);
}

/** A figure under other assumptions, as a line of text. */
export function comparedInWords(
  { figure, label, point, p5, p95, difference }: ComparedFigure,
  currency: string,
): string {
  const write = (value: number | null): string => figureInWords(figure, value, currency);
  const signed = (value: number | null): string =>
    value !== null && value > 0 ? `+${write(value)}` : write(value);
  const spread =
    p5 === null || p95 === null ? '' : `, in 90 of 100 draws between ${write(p5)} and ${write(p95)}`;
  const better =
    difference.probabilityBetter === null
      ? ''
      : `, better in ${formatNumber(100 * difference.probabilityBetter, 0)} of 100 draws`;
  const apart = difference.point === null ? '' : ` (${signed(difference.point)}${better})`;
  return `  ${label}: ${write(point)}${apart}${spread}`;
}

function headlineInterval(result: Result): Interval | null {
  switch (result.kind) {
    case 'value-map':
      return result.interval ?? result.npvInterval;
    case 'welfare-account':
      return result.interval?.npv ?? null;
    case 'fiscal-cost-benefit':
      return result.interval?.fiscalReturn ?? null;
  }
}

function intervalInWords({ of, draws, p5, p95, median }: Interval, { workings, currency }: Result): string {
  const write = (value: number | null): string => figureInWords(of, value, currency);
  const label = workings.find(({ figure }) => figure === of)?.label ?? of;
  return `In 90 of 100 draws the ${label} lies between ${write(p5)} and ${write(p95)}; in half of them it is below ${write(median)}. ${formatNumber(draws)} draws.`;
}

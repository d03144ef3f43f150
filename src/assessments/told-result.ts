import type { ComparedFigure, Result } from '../core/result.js';
import { intervalInWords } from '../core/uncertainty/interval-in-words.js';
import { problemText } from '../core/wording/problem-messages.js';
import { formatMoney, formatNumber, formatValue } from '../platform/locale/format.js';
import { figureInWords } from './figure-in-words.js';

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
    const lines = intervalInWords(result, {
      number: (value) => formatNumber(value, Math.abs(value) >= 1_000 ? 0 : 2),
      money: (value) => formatMoney(value, result.currency),
      percent: (share) => `${formatNumber(100 * share, 0)} %`,
    });
    return { items: result.uncertainty ? [result.uncertainty] : [], words: lines.join('\n') };
  },
};

const written = { yes: 'yes', partly: 'partly', no: 'no', 'not-said': 'not said' } as const;

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

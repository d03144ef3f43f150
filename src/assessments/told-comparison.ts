import type { Comparison } from '../core/sensitivity/compare.js';
import type { ChangedInput } from '../core/sensitivity/explained-difference.js';
import type { Value } from '../core/result.js';
import { formatNumber, formatValue } from '../platform/locale/format.js';
import { figureInWords } from './figure-in-words.js';
import { comparedInWords } from './told-result.js';

/** So many inputs are told one by one; the rest only counted. */
const MOST_TOLD = 30;

/** Two assessments side by side, as lines of text. */
export function comparisonInWords(comparison: Comparison): string {
  const { titles, currency, priceYear, draws, seed } = comparison;
  return [
    `First:  ${titles.first}`,
    `Second: ${titles.second}`,
    `${currency}, prices of ${priceYear}${draws === null ? '' : `; ${formatNumber(draws)} draws of seed ${seed ?? ''}, the same for both`}`,
    '',
    'Inputs that differ',
    ...inputLines(comparison.inputs),
    '',
    ...structureLines(comparison),
    'Figures of the second, and how far they are from the first',
    ...comparison.figures.map((figure) => comparedInWords(figure, currency)),
    '',
    ...explainedLines(comparison),
  ].join('\n');
}

const number = (value: Value): string => (value === null ? 'not there' : formatValue(value, '1'));

function inputLines(inputs: readonly ChangedInput[]): readonly string[] {
  const told = inputs
    .slice(0, MOST_TOLD)
    .map(({ label, first, second }) => `  ${label}: ${number(first)} → ${number(second)}`);
  const more = inputs.length > MOST_TOLD ? [`  and ${inputs.length - MOST_TOLD} more`] : [];
  return inputs.length === 0 ? ['  none'] : [...told, ...more];
}

function structureLines({ structure, words }: Comparison): readonly string[] {
  const told = structure
    .slice(0, MOST_TOLD)
    .map(({ path, first, second }) => `  ${path}: ${first ?? 'not there'} → ${second ?? 'not there'}`);
  const more = structure.length > MOST_TOLD ? [`  and ${structure.length - MOST_TOLD} more`] : [];
  const inWords =
    words === 0 ? [] : [`  ${words === 1 ? 'one place differs' : `${words} places differ`} in words only`];
  const lines = [...told, ...more, ...inWords];
  return lines.length === 0 ? [] : ['What else differs in the files', ...lines, ''];
}

function explainedLines({ explained, figures, currency }: Comparison): readonly string[] {
  const { figure, total, parts, rest } = explained;
  const write = (value: Value): string => {
    const text = figureInWords(figure, value, currency);
    return value !== null && value > 0 ? `+${text}` : text;
  };
  const label = figures.find((one) => one.figure === figure)?.label ?? figure;
  const told = parts.slice(0, MOST_TOLD).map((part) => `  ${part.label}: ${write(part.difference)}`);
  const last = `  the rest, from their interplay and what else differs: ${write(rest)}`;
  return [`What ${write(total)} of the ${label} comes from, each change alone`, ...told, last];
}

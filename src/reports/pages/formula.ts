import type { ExplanationNode } from '../../core/figures/explain.js';
import { type Operation, rule } from '../../core/figures/operation.js';
import { text } from '../../platform/locale/text.js';
import { writtenValue } from '../view/written-value.js';

/** Terms of a long sum that are written out before the rest is only counted. */
const WRITTEN_OUT = 8;

/** A term of a sum, or the whole of any other formula. */
interface Line {
  readonly sign: string;
  /** The formula over what has a name. */
  readonly words: string;
  /** The same with the numbers; null where the value says it all. */
  readonly numbers: string | null;
  /** What the term comes to; null where it is the whole. */
  readonly value: string | null;
}

/** How a step is worked out, to be read: a sum a term a line, all else on one. */
export interface Formula {
  readonly lines: readonly Line[];
  readonly rest: string | null;
}

/** How firmly an operation holds its arguments together; a weaker one inside a firmer one is put in brackets. */
const FIRMNESS: Partial<Record<Operation, number>> = {
  sum: 1,
  subtract: 1,
  complement: 1,
  multiply: 2,
  divide: 2,
  power: 3,
};
const WHOLE = 4;

type Nodes = ReadonlyMap<string, ExplanationNode>;

/** Whether a step is called by its name; a number of the method is written as what it is. */
export const isNamed = (node: ExplanationNode): boolean =>
  node.label !== undefined && node.operation !== 'constant';

/** The formula of a step over the nearest steps that have names. */
export function formulaOf(nodes: Nodes, node: ExplanationNode): Formula {
  if (node.operation === 'payback' || node.operation === 'paybackYear') {
    const words = text(`page.figure.${node.operation}`);
    return { lines: [{ sign: '=', words, numbers: null, value: null }], rest: null };
  }
  const sums = node.operation === 'sum' || node.operation === 'subtract';
  if (!sums) {
    const line = { sign: '=', words: written(nodes, node, byName), numbers: written(nodes, node, byValue) };
    return { lines: [{ ...line, value: null }], rest: null };
  }
  const { sign } = rule(node.operation);
  const terms = node.arguments.flatMap((id) => nodes.get(id) ?? []);
  const lines = terms.slice(0, WRITTEN_OUT).map((term, at) => ({
    sign: at === 0 ? '=' : sign,
    words: isWhole(term) ? byName(term) : within(nodes, term, byName, node.operation, at),
    numbers: isWhole(term) ? null : within(nodes, term, byValue, node.operation, at),
    value: byValue(term),
  }));
  const more = terms.length - lines.length;
  return { lines, rest: more > 0 ? text('page.figure.rest', { sign, count: more }) : null };
}

type Write = (node: ExplanationNode) => string;

const byValue: Write = (node) =>
  node.assessed === false
    ? text('report.notAssessed')
    : writtenValue(node.value, node.unit).replace(/ per person$/, '');

const byName: Write = (node) => (isNamed(node) ? (node.label ?? '') : byValue(node));

const isWhole = (node: ExplanationNode): boolean => isNamed(node) || node.arguments.length === 0;

function written(nodes: Nodes, node: ExplanationNode, write: Write): string {
  const { sign } = rule(node.operation);
  const parts = node.arguments.flatMap((id, at) => {
    const part = nodes.get(id);
    return part ? [within(nodes, part, write, node.operation, at)] : [];
  });
  return parts.length === 1 ? `${sign} ${parts.join('')}` : parts.join(` ${sign} `);
}

/** An argument of an operation, in brackets where it would be read wrongly without. */
function within(nodes: Nodes, part: ExplanationNode, write: Write, operation: Operation, at: number): string {
  if (isWhole(part)) return write(part);
  const outer = FIRMNESS[operation] ?? WHOLE;
  const inner = FIRMNESS[part.operation] ?? 0;
  const takesAway = operation === 'subtract' || operation === 'divide' || operation === 'complement';
  const bracketed = inner < outer || (inner === outer && takesAway && (at > 0 || operation === 'complement'));
  const formula = written(nodes, part, write);
  return bracketed ? `(${formula})` : formula;
}

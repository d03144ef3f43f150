import type { Explanation, ExplanationNode } from '../../core/figures/explain.js';
import { rule } from '../../core/figures/operation.js';
import type { Interval } from '../../core/result.js';
import { formatValue } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { figureAddress } from './result-page.js';

/** Steps laid out on one page; those below are a link away. */
const MOST_STEPS = 160;
/** Terms of a long sum that are written out before the rest is only counted. */
const WRITTEN_OUT = 6;
/** A short list of numbers is open at once. */
const SHORT = 12;

/** One step, with those it is made of. */
interface Step {
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
  readonly words: string | null;
  readonly numbers: string | null;
  readonly source: string | null;
  readonly path: string | null;
  /** It is a number of the file for which nobody gave a source. */
  readonly unsourced: boolean;
  /** Its parts are shown elsewhere on the page, or by its own. */
  readonly elsewhere: boolean;
  readonly parts: readonly Step[];
}

/** What the page of a figure shows: the figure, its sentence, and the steps down to the numbers of the file. */
export function figurePage(
  explanation: Explanation,
  given: {
    readonly base: string;
    readonly title: string;
    readonly interval: Interval | undefined;
    readonly command: string;
  },
): object {
  const tree = new Steps(explanation, given.base);
  const { interval } = given;
  const write = (value: number | null): string => formatValue(value, explanation.unit);
  const numbers = explanation.nodes.filter(({ path }) => path !== undefined);
  return {
    base: given.base,
    runTitle: given.title,
    command: given.command,
    figure: explanation.figure,
    label: explanation.label,
    value: write(explanation.value),
    words: tree.isNumber ? null : explanation.words,
    numbers: tree.numbers,
    range: interval ? text('report.range', { low: write(interval.p5), high: write(interval.p95) }) : null,
    source: tree.isNumber ? tree.root : null,
    steps: tree.parts,
    more: tree.cut,
    inputs: numbers.map((node) => ({
      label: node.label ?? node.id,
      href: figureAddress(given.base, node.id),
      value: write0(node),
      source: sourceOf(node),
      unsourced: sourceOf(node) === '',
      path: node.path ?? '',
    })),
    inputsOpen: numbers.length <= SHORT,
    inputsTitle: text('page.figure.inputs', { count: numbers.length }),
    assumptions: numbers.filter((node) => sourceOf(node) === '').length,
  };
}

const write0 = (node: ExplanationNode): string =>
  node.assessed === false ? text('report.notAssessed') : formatValue(node.value, node.unit);

const sourceOf = ({ source, method, grade }: ExplanationNode): string =>
  [source, method, grade === undefined ? undefined : text('page.grade', { grade })]
    .filter((part) => part !== undefined)
    .join('; ');

/** The steps of an explanation as a tree in which each is worked out once, as near to the figure as it is used. */
class Steps {
  readonly parts: readonly Step[];
  readonly root: Step;
  readonly cut: boolean;
  private readonly nodes: ReadonlyMap<string, ExplanationNode>;
  private readonly base: string;
  private readonly target: ExplanationNode;

  constructor(explanation: Explanation, base: string) {
    this.base = base;
    this.nodes = new Map(explanation.nodes.map((node) => [node.id, node]));
    const target = explanation.nodes.at(-1);
    if (!target) throw new Error('an explanation ends with its figure');
    this.target = target;
    const homes = this.homes();
    this.cut = homes.size >= MOST_STEPS;
    this.root = this.step(target.id, '', homes);
    this.parts = this.root.parts;
  }

  get isNumber(): boolean {
    return this.target.path !== undefined || this.target.operation === 'constant';
  }

  get numbers(): string | null {
    return this.root.numbers;
  }

  /** Under which step each is laid out: the first that uses it, those nearest to the figure before others. */
  private homes(): ReadonlyMap<string, string> {
    const homes = new Map<string, string>();
    const queue = [this.target.id];
    for (let at = 0; at < queue.length && homes.size < MOST_STEPS; at += 1) {
      const parent = queue[at] ?? '';
      for (const part of this.named(parent)) {
        if (homes.has(part) || part === this.target.id) continue;
        homes.set(part, parent);
        queue.push(part);
      }
    }
    return homes;
  }

  /** The nearest steps with names beneath one, each once. */
  private named(id: string): readonly string[] {
    const found = new Set<string>();
    const visit = (argument: string): void => {
      const node = this.nodes.get(argument);
      if (node?.label !== undefined) found.add(argument);
      else node?.arguments.forEach(visit);
    };
    this.nodes.get(id)?.arguments.forEach(visit);
    return [...found];
  }

  private step(id: string, parent: string, homes: ReadonlyMap<string, string>): Step {
    const node = this.nodes.get(id);
    if (!node) throw new Error('an explanation holds every step');
    const named = this.named(id);
    const here = parent === '' || homes.get(id) === parent;
    const source = sourceOf(node);
    return {
      label: node.label ?? '',
      value: write0(node),
      href: node.label !== undefined && /^[\w.-]{1,300}$/.test(id) ? figureAddress(this.base, id) : null,
      words: here && named.length > 0 ? this.formula(node, (part) => part.label ?? plain(part)) : null,
      numbers: here && named.length > 0 ? this.formula(node, short) : null,
      source: node.path === undefined || source === '' ? null : source,
      path: node.path ?? null,
      unsourced: node.path !== undefined && source === '',
      elsewhere: !here && named.length > 0,
      parts: here ? named.map((part) => this.step(part, id, homes)) : [],
    };
  }

  /** A step as a formula over what has a name, each written as asked. */
  private formula(node: ExplanationNode, write: (part: ExplanationNode) => string): string {
    const { sign, formula } = rule(node.operation);
    if (node.operation === 'payback') return formula;
    const parts = node.arguments.map((id) => {
      const part = this.nodes.get(id);
      if (!part) return '';
      return part.label !== undefined || part.arguments.length === 0
        ? write(part)
        : `(${this.formula(part, write)})`;
    });
    if (parts.length === 1) return `${sign} ${parts.join('')}`;
    const shown = parts.slice(0, WRITTEN_OUT).join(` ${sign} `);
    return parts.length > WRITTEN_OUT
      ? `${shown} ${sign} … (${text('page.figure.inAll', { count: parts.length })})`
      : shown;
  }
}

const plain = (node: ExplanationNode): string => formatValue(node.value, node.unit);

/** A value within a formula; what it is per stands at the result. */
const short = (node: ExplanationNode): string => write0(node).replace(/ per person$/, '');

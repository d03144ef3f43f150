import type { Explanation, ExplanationNode } from '../../core/figures/explain.js';
import type { Interval } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { type Formula, formulaOf, isNamed } from './formula.js';
import { figureAddress } from './result-page.js';
import { writtenValue } from '../view/written-value.js';

/** Steps laid out on one page; those below are a link away. */
const MOST_STEPS = 120;
/** A short list of numbers is open at once. */
const SHORT = 12;

/** One step, with those it is made of. */
interface Step {
  readonly label: string;
  readonly value: string;
  readonly href: string | null;
  readonly formula: Formula | null;
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
    /** The words for the interval. */
    readonly range: 'report.range' | 'report.range.illustrative';
    readonly command: string;
  },
): object {
  const tree = new Steps(explanation, given.base);
  const { interval } = given;
  const write = (value: number | null): string => writtenValue(value, explanation.unit);
  const numbers = explanation.nodes.filter(({ path }) => path !== undefined);
  return {
    base: given.base,
    runTitle: given.title,
    command: given.command,
    figure: explanation.figure,
    label: explanation.label,
    value: write(explanation.value),
    formula: tree.root.formula,
    range: interval ? text(given.range, { low: write(interval.p5), high: write(interval.p95) }) : null,
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
  node.assessed === false ? text('report.notAssessed') : writtenValue(node.value, node.unit);

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
    return this.target.arguments.length === 0;
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
      if (node && isNamed(node)) found.add(argument);
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
      formula: here && node.arguments.length > 0 ? formulaOf(this.nodes, node) : null,
      source: node.path === undefined || source === '' ? null : source,
      path: node.path ?? null,
      unsourced: node.path !== undefined && source === '',
      elsewhere: !here && named.length > 0,
      parts: here ? named.map((part) => this.step(part, id, homes)) : [],
    };
  }
}

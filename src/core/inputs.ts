import type { Amount, CommonPart } from './assessment.js';
import type { Expression } from './figures/expression.js';
import type { ExpressionGraph } from './figures/graph.js';
import { NUMBER, type Unit } from './figures/unit.js';
import { type Problem, problem } from './problem.js';
import { support } from './uncertainty/distribution.js';
import type { Term } from './wording/term.js';

interface AmountPlace {
  /** The name by which evidence, ranges and conversions refer to the number. */
  readonly id: string;
  /** JSON Pointer into the file. */
  readonly path: string;
  readonly label: Term;
  readonly unit?: Unit;
  readonly source?: string | undefined;
  readonly method?: string | undefined;
  readonly share?: boolean;
  /** The bounds of a number that is no share. */
  readonly between?: readonly [least: number, most: number];
  readonly partOfWhole?: boolean;
  /** The largest number that the figures provide for. */
  readonly most?: number;
  /** False where the file leaves the number open. */
  readonly assessed?: boolean;
}

/** A share that nobody knows may be anything from none to all. */
const MIDWAY = 0.5;

/**
 * The largest value an amount of a file can take: its own, the upper end of its range, or what a scenario sets it to.
 *
 * @param id the name that a range of the amount refers to; parameters have names of their own
 */
export function highestAmount(file: CommonPart, amount: Amount, id: string): number {
  const top = (name: string, value: number): number => {
    const range = file.uncertainty?.inputs?.[name];
    const set = (file.scenarios ?? []).map((scenario) => scenario.set[name] ?? value);
    return Math.max(value, ...set, range ? support(range)[1] : value);
  };
  if (typeof amount === 'number') return top(id, amount);
  const names = typeof amount.of === 'string' ? [amount.of] : amount.of;
  return names.reduce(
    (product, name) => product * top(`parameters.${name}`, file.parameters?.[name]?.value ?? Number.NaN),
    1,
  );
}

/** Turns the numbers of a file into inputs of a graph, with their evidence, and collects what is to be said of them. */
export class Inputs {
  readonly problems: Problem[] = [];
  readonly graph: ExpressionGraph;
  readonly file: CommonPart;
  private readonly said = new Set<string>();

  constructor(graph: ExpressionGraph, file: CommonPart) {
    this.graph = graph;
    this.file = file;
  }

  /** A number of the file; where it names parameters, their product in the unit of the place. */
  amount(amount: Amount, place: AmountPlace): Expression {
    const unit = place.unit ?? NUMBER;
    if (typeof amount === 'number')
      return this.graph.input(place.id, place.label, amount, unit, this.origin(place));
    const names = typeof amount.of === 'string' ? [amount.of] : amount.of;
    const parameters = names.map((name) => this.parameter(name));
    const [only] = parameters;
    if (parameters.length === 1 && only?.origin) {
      if (place.share === true) only.origin.share = true;
      if (place.most !== undefined) only.origin.most = place.most;
    }
    return this.graph.multiply(...parameters, this.graph.constant(1, unit));
  }

  /**
   * A share that may be left open: then none, and a problem that says so; or one half, midway between none and all,
   * where its evidence says that nobody knows.
   */
  share(amount: Amount | null | undefined, place: AmountPlace, row: string, what: string): Expression {
    if (amount !== null && amount !== undefined) return this.amount(amount, { ...place, share: true });
    if (this.file.evidence?.[place.id]?.standing === 'unknown')
      return this.amount(MIDWAY, { ...place, share: true });
    this.say(problem('not-assessed', 'error', place.path, { what, row }));
    return this.amount(0, { ...place, share: true, assessed: false });
  }

  /** Notes a problem; the same one at the same place is said once. */
  say(said: Problem): void {
    const key = JSON.stringify([said.code, said.path, said.message]);
    if (this.said.has(key)) return;
    this.said.add(key);
    this.problems.push(said);
  }

  private parameter(name: string): Expression {
    const declared = this.file.parameters?.[name];
    if (!declared) throw new Error(`parameter ${name} is not declared`);
    const place: AmountPlace = {
      id: `parameters.${name}`,
      path: `/parameters/${name}/value`,
      label: { code: 'parameter', values: { name: declared.label ?? name } },
      source: declared.source,
    };
    return this.graph.input(place.id, place.label, declared.value, NUMBER, this.origin(place));
  }

  private origin(place: AmountPlace) {
    const evidence = this.file.evidence?.[place.id];
    const source = evidence?.source ?? place.source;
    const method = evidence?.method ?? place.method;
    return {
      path: place.path,
      assessed: place.assessed ?? true,
      share: place.share ?? false,
      partOfWhole: place.partOfWhole ?? false,
      ...(place.most !== undefined && { most: place.most }),
      ...(place.between !== undefined && { between: place.between }),
      ...(source !== undefined && { source }),
      ...(method !== undefined && { method }),
      ...(evidence?.grade !== undefined && { grade: evidence.grade }),
      ...(evidence?.year !== undefined && { year: evidence.year }),
      ...(evidence?.standing !== undefined && { standing: evidence.standing }),
    };
  }
}

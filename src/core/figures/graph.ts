import type { Term } from '../wording/term.js';
import type { Expression, FigureName, Origin } from './expression.js';
import { type Operation, rule } from './operation.js';
import { pointOf } from './point.js';
import { NUMBER, type Unit, unitName } from './unit.js';

const NONE: readonly Expression[] = [];

/**
 * Declares expressions, once each: the same operation over the same arguments is the same expression. Units are
 * checked as expressions are made; a mix is refused with {@link UnitFault}.
 */
export class ExpressionGraph {
  private made = 0;
  private readonly byKey = new Map<string, Expression>();
  private readonly inputsById = new Map<string, Expression>();
  private readonly figures = new Map<string, { readonly expression: Expression; readonly label: Term }>();
  private readonly names = new Map<Expression, FigureName>();

  /** A number that belongs to the method, not to the file. */
  constant(value: number, unit: Unit = NUMBER): Expression {
    return this.once(`${value} ${unitName(unit)}`, (index) => ({
      index,
      operation: 'constant',
      arguments: NONE,
      unit,
      point: value,
      value,
    }));
  }

  /** A number of the file. Its id is the name by which evidence, ranges and conversions refer to it. */
  input(id: string, label: Term, value: number, unit: Unit, origin: Origin): Expression {
    const known = this.inputsById.get(id);
    if (known) return known;
    const expression = this.add((index) => ({
      index,
      operation: 'input',
      arguments: NONE,
      unit,
      point: value,
      value,
      origin,
    }));
    this.inputsById.set(id, expression);
    return this.name(id, label, expression);
  }

  /** The total; 0 of the unit given where there is nothing to add. */
  sum(terms: readonly Expression[], unit: Unit): Expression {
    const counted = terms.filter((term) => !isConstant(term, 0));
    if (counted.length === 0) return this.constant(0, unit);
    return counted.length === 1 && counted[0] ? counted[0] : this.apply('sum', counted);
  }

  multiply(...factors: readonly Expression[]): Expression {
    const counted = factors.filter((factor) => !(isConstant(factor, 1) && unitName(factor.unit) === '1'));
    if (counted.length === 0) return this.constant(1);
    return counted.length === 1 && counted[0] ? counted[0] : this.apply('multiply', counted);
  }

  subtract(from: Expression, what: Expression): Expression {
    return isConstant(what, 0) ? from : this.apply('subtract', [from, what]);
  }

  divide(above: Expression, below: Expression): Expression {
    return isConstant(below, 1) && unitName(below.unit) === '1'
      ? above
      : this.apply('divide', [above, below]);
  }

  /** What a share leaves: 1 − share. */
  complement(share: Expression): Expression {
    return isConstant(share, 0) ? this.constant(1) : this.apply('complement', [share]);
  }

  /** A whole power of a plain number. */
  power(base: Expression, exponent: number): Expression {
    if (exponent === 0) return this.constant(1);
    return exponent === 1 ? base : this.apply('power', [base, this.constant(exponent)]);
  }

  squareRoot(of: Expression): Expression {
    return this.apply('squareRoot', [of]);
  }

  /** The number kept between 0 and 1. */
  limit(of: Expression): Expression {
    return this.apply('limit', [of]);
  }

  /** The number where it is one that a share can be; none elsewhere. */
  possibleShare(of: Expression): Expression {
    return this.apply('possibleShare', [of]);
  }

  absolute(of: Expression): Expression {
    return this.apply('absolute', [of]);
  }

  /**
   * Months until the values reach what is due.
   *
   * @param start what is there before year 1 begins
   * @param values the value of each year, arriving evenly over it
   * @param dues what is due by each year, cumulated, at its beginning
   */
  payback(start: Expression, values: readonly Expression[], dues: readonly Expression[]): Expression {
    return this.apply('payback', [start, ...values, ...dues]);
  }

  /** The step of an expression, taken over other arguments. */
  repeat({ operation }: Expression, args: readonly Expression[]): Expression {
    return this.apply(operation, args);
  }

  /**
   * The year, counted from 0, by whose end the values have reached what is due.
   *
   * @param values the value of year 0, 1, …
   * @param dues what is due by the end of each year, cumulated
   */
  paybackYear(values: readonly Expression[], dues: readonly Expression[]): Expression {
    return this.apply('paybackYear', [...values, ...dues]);
  }

  /**
   * Gives an expression a name by which people can ask for it; the first name is the one it is shown by. A number of
   * the method, which stands in many places, is shown as what it is.
   */
  name(id: string, label: Term, expression: Expression): Expression {
    this.figures.set(id, { expression, label });
    if (!this.names.has(expression) && expression.operation !== 'constant')
      this.names.set(expression, { id, label });
    return expression;
  }

  /** The expression of that name, if there is one. */
  figure(id: string): Expression | undefined {
    return this.figures.get(id)?.expression;
  }

  /** The expression of a name that was given; where it was not, the fault is the program's. */
  named(id: string): Expression {
    const expression = this.figure(id);
    if (!expression) throw new Error(`no figure ${id}`);
    return expression;
  }

  labelOf(id: string): Term | undefined {
    return this.figures.get(id)?.label;
  }

  nameOf(expression: Expression): FigureName | undefined {
    return this.names.get(expression);
  }

  figureIds(): readonly string[] {
    return [...this.figures.keys()];
  }

  /** The numbers of the file that were read, by id. */
  inputs(): ReadonlyMap<string, Expression> {
    return this.inputsById;
  }

  private apply(operation: Operation, args: readonly Expression[]): Expression {
    return this.once(`${operation}(${args.map(({ index }) => index).join(',')})`, (index) => ({
      index,
      operation,
      arguments: args,
      unit: rule(operation).unit(args.map(({ unit }) => unit)),
      point: pointOf(operation, args),
    }));
  }

  private once(key: string, make: (index: number) => Expression): Expression {
    const known = this.byKey.get(key);
    if (known) return known;
    const expression = this.add(make);
    this.byKey.set(key, expression);
    return expression;
  }

  private add(make: (index: number) => Expression): Expression {
    const expression = make(this.made);
    this.made += 1;
    return expression;
  }
}

function isConstant(expression: Expression, value: number): boolean {
  return expression.operation === 'constant' && expression.value === value;
}

import type { Expression } from '../../figures/expression.js';
import type { TermValues } from '../../wording/term.js';
import type { Value } from '../../value.js';
import type { AccountBasis } from '../account-basis.js';
import type { Cohort } from '../cohort.js';
import type { FlowKind } from '../voucher.js';
import { onlyFlow } from '../weighing.js';

/** Presets look at one year. */
export const YEARS = 1;

/** Whose flows are added up: some actors, of all people or of those of one cohort. */
export interface Scope {
  readonly actors: readonly string[];
  readonly only?: Cohort | undefined;
}

/** What flows of some kinds come to in the year, per person who entered; displacement and equalisation included. */
export function flowsOfKind(basis: AccountBasis, scope: Scope, kinds: readonly FlowKind[]): Expression {
  const { average } = basis.parts;
  const parts = average.flows
    .filter(({ voucher }) => kinds.includes(voucher.kind))
    .flatMap(({ voucher, actors }) =>
      actors
        .filter((actor) => scope.actors.includes(actor))
        .map((actor) =>
          basis.presentActor(YEARS, average, actor, voucher.nature, onlyFlow(voucher.flow), scope.only),
        ),
    );
  return basis.graph.sum(parts, basis.unit);
}

/** The programme cost that these actors pay. */
export function costOf(basis: AccountBasis, { actors, only }: Scope, startUp?: boolean): Expression {
  return basis.graph.sum(
    [...actors].sort().map((actor) => basis.costs.present(YEARS, { actor, only, startUp })),
    basis.unit,
  );
}

/** The other way round: what is paid as an amount above 0. */
export function turned(basis: AccountBasis, expression: Expression): Expression {
  return basis.graph.multiply(basis.graph.constant(-1), expression);
}

/** Gives every part of a line its name, `<id>.<part>`. */
export function nameLine<Part extends string>(
  basis: AccountBasis,
  id: string,
  parts: Readonly<Record<Part, Expression>>,
  values: TermValues,
): Readonly<Record<Part, Expression>> {
  for (const part of keysOf(parts)) basis.name(`${id}.${part}`, `preset-${part}`, parts[part], values);
  return parts;
}

/** The same line with each part multiplied or divided. */
export function eachPart<Part extends string>(
  parts: Readonly<Record<Part, Expression>>,
  change: (part: Expression) => Expression,
): Readonly<Record<Part, Expression>> {
  return Object.fromEntries(keysOf(parts).map((part) => [part, change(parts[part])])) as Record<
    Part,
    Expression
  >;
}

/** Reads a line back from the values of its figures. */
export function readLine<Part extends string>(
  parts: readonly Part[],
  id: string,
  value: (figure: string) => Value,
): Readonly<Record<Part, Value>> {
  return Object.fromEntries(parts.map((part) => [part, value(`${id}.${part}`)])) as Record<Part, Value>;
}

function keysOf<Part extends string>(parts: Readonly<Record<Part, unknown>>): readonly Part[] {
  return Object.keys(parts) as Part[];
}

import type { Amount, Path } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { NUMBER } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';

/** The share of a cohort in a state in a year, from 1; undefined where nobody ever is. */
export type StatePath = (state: string, year: number) => Expression | undefined;

/**
 * Where the people of a cohort are, year by year: typed shares, the last typed year holding after it, or a start
 * with yearly transitions, what is left staying (docs/method.md, “States”).
 */
export function statePath(
  inputs: Inputs,
  path: Path,
  states: readonly string[],
  id: string,
  place: string,
  group: string,
): StatePath {
  return path.shares
    ? typedPath(inputs, path.shares, id, place, group)
    : movedPath(inputs, path, states, id, place, group);
}

/** What a state of any name is given, and not what every object has of that name. */
function own(shares: Readonly<Record<string, Amount>>, state: string): Amount | undefined {
  return Object.hasOwn(shares, state) ? shares[state] : undefined;
}

function typedPath(
  inputs: Inputs,
  shares: NonNullable<Path['shares']>,
  id: string,
  place: string,
  group: string,
): StatePath {
  const years = shares.map((typed, at) => ({ ...typed, at })).sort((one, other) => one.year - other.year);
  return (state, year) => {
    const typed = years.findLast((one) => one.year <= year);
    const amount = typed && own(typed.of, state);
    if (!typed || amount === undefined) return undefined;
    return readShare(
      inputs,
      amount,
      `${id}.shares.${typed.year}.${state}`,
      `${place}/shares/${typed.at}/of/${state}`,
      group,
      state,
    );
  };
}

function movedPath(
  inputs: Inputs,
  path: Path,
  states: readonly string[],
  id: string,
  place: string,
  group: string,
): StatePath {
  const { graph } = inputs;
  const rates = Object.entries(path.transitions ?? {}).flatMap(([from, to]) =>
    Object.entries(to).map(([state, rate]) => ({
      from,
      to: state,
      rate: readShare(
        inputs,
        rate,
        `${id}.transitions.${from}.${state}`,
        `${place}/transitions/${from}/${state}`,
        group,
        `${from} to ${state}`,
      ),
    })),
  );
  const worked = new Map<string, Expression | undefined>();
  const at: StatePath = (state, year) => {
    const key = `${state} ${year}`;
    if (!worked.has(key)) worked.set(key, year === 1 ? start(state) : moved(state, year));
    return worked.get(key);
  };
  const start = (state: string): Expression | undefined => {
    const amount = path.start && own(path.start, state);
    return amount === undefined
      ? undefined
      : readShare(inputs, amount, `${id}.start.${state}`, `${place}/start/${state}`, group, state);
  };
  const moved = (state: string, year: number): Expression | undefined => {
    const before = at(state, year - 1);
    const leaving = rates.filter(({ from }) => from === state).map(({ rate }) => rate);
    const stayed = before && graph.multiply(before, graph.complement(graph.sum(leaving, NUMBER)));
    const arrived = rates.flatMap(({ from, to, rate }) => {
      const share = to === state && states.includes(from) ? at(from, year - 1) : undefined;
      return share ? [graph.multiply(share, rate)] : [];
    });
    const parts = [...(stayed ? [stayed] : []), ...arrived];
    return parts.length === 0
      ? undefined
      : graph.name(
          `${id}.${state}.${year}`,
          { code: 'share-in-state', values: { group, state, year } },
          graph.sum(parts, NUMBER),
        );
  };
  return at;
}

function readShare(
  inputs: Inputs,
  amount: Amount,
  id: string,
  path: string,
  group: string,
  state: string,
): Expression {
  return inputs.amount(amount, {
    id,
    path,
    label: { code: 'typed-share', values: { group, state } },
    share: true,
    partOfWhole: !id.includes('.transitions.'),
  });
}

import type { Service, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, money, PERSON, productUnit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import { AccountBasis } from './account-basis.js';
import { actorsOf, publicActors } from './actors.js';
import { careerCohort } from './career-cohort.js';
import type { Cohort, State } from './cohort.js';
import { checkBooks, type Checked } from './identity.js';
import { journalOf, post, stateValue } from './ledger.js';
import { nameOf, type PriceColumn, type PricedService, pricedServices, shortRunShare } from './services.js';
import { declaredStates, type Horizons, stateCohort } from './state-cohort.js';
import { Differences, Totals } from './weighing.js';

/** The horizons of an account, the shortest first. */
interface Looked {
  readonly horizons: readonly number[];
  readonly headline: number;
}

/** The books of an account, kept and checked. */
interface Books {
  readonly basis: AccountBasis;
  readonly services: readonly PricedService[];
  /** Real services in use for which no short-run price is known. */
  readonly withoutShortRun: readonly Service[];
}

/**
 * Keeps the books of a file: reads its people, services and work, posts every flow on those concerned, and checks
 * that nothing is left over.
 *
 * @param checked how closely
 */
export function accountBooks(
  inputs: Inputs,
  file: WelfareAccountFile,
  { horizons, headline }: Looked,
  checked: Checked = 'vouchers',
): Books {
  const cohorts = cohortsOf(inputs, file, { headline, longest: horizons.at(-1) ?? headline });
  const unit = productUnit([money(file.currency, file.priceYear), inverseUnit(PERSON)]);
  const services = pricedServices(inputs, file);
  const retained = retainedShares(inputs, file);
  const differences = new Differences(inputs.graph);
  const totals = (column: PriceColumn): Totals => {
    const terms = {
      graph: inputs.graph,
      services: services.filter((service) => service.price(column)),
      column,
      retained,
    };
    const journal = journalOf(terms, cohorts);
    const bookings = post(inputs.graph, journal);
    const value = (cohort: Cohort, state: State) =>
      stateValue(terms, cohort, state, money(file.currency, file.priceYear));
    checkBooks(inputs.graph, journal, bookings, ({ cohort, state }) => value(cohort, state), checked);
    return new Totals(inputs.graph, cohorts, bookings, value, unit, differences);
  };
  const average = totals('average');
  const used = file.services.filter(({ id, kind }) => kind === 'real' && isUsed(cohorts, id));
  const priced = new Map(services.map((service) => [service.id, service]));
  const withoutShortRun = used.filter(({ id }) => !priced.get(id)?.price('shortRunMarginal'));
  sayShortRunShares(inputs, used, file);
  const parts = {
    actors: actorsOf(file.agencies),
    publicActors: publicActors(file.agencies),
    cohorts,
    horizons,
    headline,
    average,
    ...(withoutShortRun.length === 0 && { shortRun: once(() => totals('shortRunMarginal')) }),
  };
  return { basis: new AccountBasis(inputs, file, parts, unit), services, withoutShortRun };
}

/** Works something out when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Cohorts in the order of their ids, so that the order of the file changes no figure. */
function cohortsOf(inputs: Inputs, file: WelfareAccountFile, horizons: Horizons): readonly Cohort[] {
  const read = (file.careers ?? []).map((career, at) => careerCohort(inputs, file, career, at));
  const states = declaredStates(inputs, file);
  const declared = (file.cohorts ?? []).map((_, at) => stateCohort(inputs, file, states, at, horizons));
  return [...read, ...declared].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function retainedShares(inputs: Inputs, file: WelfareAccountFile): (actor: string) => Expression | undefined {
  const shares = new Map(
    file.agencies.flatMap((agency, at) =>
      agency.retainsExtraTax === undefined
        ? []
        : [
            [
              agency.id,
              inputs.amount(agency.retainsExtraTax, {
                id: `agencies.${agency.id}.retainsExtraTax`,
                path: `/agencies/${at}/retainsExtraTax`,
                label: { code: 'retains-extra-tax', values: { actor: agency.name ?? agency.id } },
                share: true,
                source: agency.source,
              }),
            ] as const,
          ],
    ),
  );
  return (actor) => shares.get(actor);
}

function isUsed(cohorts: readonly Cohort[], service: string): boolean {
  return cohorts.some((cohort) =>
    cohort.states.some((state) => {
      const units = state.use.get(service);
      return units !== undefined && units.value !== 0;
    }),
  );
}

/** Which default shares stand in for short-run prices that are not given. */
function sayShortRunShares(inputs: Inputs, services: readonly Service[], file: WelfareAccountFile): void {
  const byKey = new Map<string, string[]>();
  for (const service of services) {
    const key = shortRunShare(file, service)?.key;
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), nameOf(service)]);
  }
  for (const [key, named] of byKey) {
    inputs.say(
      problem('short-run-share-used', 'information', `/shortRunShares/${key}`, {
        key,
        services: named.join(', '),
      }),
    );
  }
}

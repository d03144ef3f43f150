import type { Service, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, money, PERSON, productUnit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import { actorsOf, publicActors } from './actors.js';
import { careerCohort } from './career-cohort.js';
import type { Cohort, State } from './cohort.js';
import { AccountBasis, type AccountParts } from './account-basis.js';
import { declareFigures } from './account-figures.js';
import { checkBooks } from './identity.js';
import { journalOf, post, stateValue } from './ledger.js';
import { nameOf, type PriceColumn, type PricedService, pricedServices, shortRunShare } from './services.js';
import { YEARS } from './presets/preset-lines.js';
import { presetOf } from './presets/presets.js';
import { declaredStates, type Horizons, stateCohort } from './state-cohort.js';
import { Differences, type Flow, Totals } from './weighing.js';

/** A welfare account as declared. */
export interface WelfareAccount {
  readonly actors: readonly string[];
  readonly publicActors: readonly string[];
  readonly horizons: readonly number[];
  readonly headline: number;
  readonly longest: number;
  readonly cohorts: readonly Cohort[];
  readonly services: readonly PricedService[];
  readonly flows: readonly Flow[];
  /** Whether the account can say what is money not spent. */
  readonly shortRun: boolean;
  /** For the draws: society's total, the real and the financial bookings, and all flows without sign. */
  readonly identity: readonly Expression[];
}

const USUAL_HORIZONS = [1, 5, 10, 20];

/** Declares every figure of a welfare account and checks its books (docs/method.md, “Welfare account”). */
export function declareWelfareAccount(inputs: Inputs, file: WelfareAccountFile): WelfareAccount {
  const { horizons, headline } = horizonsOf(file);
  const longest = horizons.at(-1) ?? headline;
  const cohorts = cohortsOf(inputs, file, { headline, longest });
  const actors = actorsOf(file.agencies);
  const unit = productUnit([money(file.currency, file.priceYear), inverseUnit(PERSON)]);
  const services = pricedServices(inputs, file);
  const retained = retainedShares(inputs, file);
  const differences = new Differences(inputs.graph);
  const books = (column: PriceColumn): Totals => {
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
    checkBooks(inputs.graph, journal, bookings, ({ cohort, state }) => value(cohort, state));
    return new Totals(inputs.graph, cohorts, bookings, value, unit, differences);
  };
  const used = (service: { readonly id: string; readonly kind: string }) =>
    service.kind === 'real' && isUsed(cohorts, service.id);
  const unpriced = file.services.filter(
    (service) =>
      used(service) && services.find(({ id }) => id === service.id)?.price('shortRunMarginal') === undefined,
  );
  if (unpriced.length > 0) {
    inputs.say(
      problem('short-run-price-missing', 'warning', '/services', {
        services: unpriced.map(nameOf).join(', '),
      }),
    );
  }
  sayShortRunShares(inputs, file.services.filter(used), file);
  const parts: AccountParts = {
    actors,
    publicActors: publicActors(file.agencies),
    cohorts,
    horizons,
    headline,
    average: books('average'),
    ...(unpriced.length === 0 && { shortRun: books('shortRunMarginal') }),
  };
  const identity = declareFigures(new AccountBasis(inputs, file, parts, unit));
  return {
    ...parts,
    services,
    flows: parts.average.flows,
    longest,
    shortRun: unpriced.length === 0,
    identity,
  };
}

/** The horizons of an account, in years, and the one of its headline. */
export function horizonsOf(file: WelfareAccountFile): {
  readonly horizons: readonly number[];
  readonly headline: number;
} {
  const given = file.horizons ?? (presetOf(file) ? [YEARS] : USUAL_HORIZONS);
  const headline = file.headlineHorizon ?? given.reduce((one, other) => Math.min(one, other));
  return { headline, horizons: [...new Set([...given, headline])].sort((one, other) => one - other) };
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

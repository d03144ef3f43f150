import type { WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import { yearsSeen } from '../quality/horizon-problems.js';
import { accountBooks } from './account-books.js';
import { declareFigures } from './account-figures.js';
import type { Cohort } from './cohort.js';
import { type Horizons, horizonsOf, type TermsOfOffice } from './horizons.js';
import { nameOf, type PricedService } from './services.js';
import type { Flow } from './weighing.js';

/** A welfare account as declared. */
export interface WelfareAccount extends Horizons {
  readonly actors: readonly string[];
  readonly publicActors: readonly string[];
  readonly longest: number;
  readonly cohorts: readonly Cohort[];
  readonly services: readonly PricedService[];
  readonly flows: readonly Flow[];
  /** Used services for which no short-run price is known: then nothing is said of money not spent. */
  readonly withoutShortRun: readonly string[];
  /** For the draws: society's total, the real and the financial bookings, and all flows without sign. */
  readonly identity: readonly Expression[];
}

/** Declares every figure of a welfare account and checks its books (docs/method.md, “Welfare account”). */
export function declareWelfareAccount(
  inputs: Inputs,
  file: WelfareAccountFile,
  terms: TermsOfOffice,
): WelfareAccount {
  const looked = accountHorizons(file, terms);
  const { basis, services, withoutShortRun } = accountBooks(inputs, file, looked);
  if (withoutShortRun.length > 0) {
    inputs.say(
      problem('short-run-price-missing', 'warning', '/services', {
        services: withoutShortRun.map(nameOf).join(', '),
      }),
    );
  }
  const { actors, publicActors, cohorts, average } = basis.parts;
  return {
    ...looked,
    actors,
    publicActors,
    cohorts,
    services,
    flows: average.flows,
    longest: looked.horizons.at(-1) ?? looked.headline,
    withoutShortRun: withoutShortRun.map(nameOf),
    identity: declareFigures(basis),
  };
}

/** The horizons of an account, its headline over no more years than people were followed where the file leaves it open. */
export function accountHorizons(file: WelfareAccountFile, terms: TermsOfOffice): Horizons {
  return horizonsOf(file, terms, yearsSeen(file));
}

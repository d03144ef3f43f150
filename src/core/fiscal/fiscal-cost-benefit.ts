import type { FiscalFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { money } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { compareTexts } from '../order.js';
import { discountFactors } from '../valuation/discounting.js';
import { declareCase } from './fiscal-case.js';
import { costsOf, readCosts } from './fiscal-costs.js';
import { type ReadOutcome, readOutcomes } from './fiscal-outcome.js';
import type { DeadweightReading } from './fiscal-part.js';
import { type Correction, type OptimismBiasTable, tableOf } from './optimism-bias.js';

/** A fiscal cost–benefit analysis as declared. */
export interface FiscalCostBenefit {
  /** Years that are counted, from year 0. */
  readonly years: number;
  readonly outcomes: readonly ReadOutcome[];
  /** All agencies that save or pay, in the order of ids. */
  readonly agencies: readonly string[];
  /** By year. */
  readonly discountFactors: readonly Expression[];
  readonly obCosts: Correction;
  /** Of corrections by grade; null where none is used. */
  readonly table: OptimismBiasTable | null;
}

/** The reading of deadweight that a file does not use. */
export const otherReadingOf = (reading: DeadweightReading): DeadweightReading =>
  reading === 'subtract' ? 'proportional' : 'subtract';

/**
 * How many years a file counts: as it says, or as far as its costs and profiles go.
 *
 * @returns at least 1
 */
export function yearsCounted(
  file: Pick<FiscalFile, 'years' | 'costs' | 'profile' | 'outcomes' | 'lagYears'>,
) {
  if (file.years !== undefined) return file.years;
  const effects = [yearsOfEffect(file), ...(file.outcomes?.map(yearsOfEffect) ?? [])];
  const costs = costsOf(file).map(({ cost }) => cost.year + 1);
  return Math.max(...effects, ...costs);
}

/** As far as a profile goes, or to the first year of an effect that fades. */
const yearsOfEffect = ({ profile, lagYears = 0 }: Pick<FiscalFile, 'profile' | 'lagYears'>): number =>
  profile?.length ?? lagYears + 1;

/** Declares every figure of a fiscal cost–benefit analysis, under both readings of deadweight. */
export function declareFiscalCostBenefit(
  inputs: Inputs,
  file: FiscalFile,
  table: OptimismBiasTable,
): FiscalCostBenefit {
  const years = yearsCounted(file);
  const used = tableOf(file, table);
  const discount = discountFactors(inputs, file.conventions, undefined, 0);
  const outcomes = readOutcomes(inputs, file, years, used);
  const { costs, optimismBias: obCosts } = readCosts(inputs, file, used);
  const agencies = [
    ...new Set([
      ...outcomes.flatMap(({ units }) => units.flatMap(({ saver }) => saver ?? [])),
      ...costs.flatMap(({ paidBy }) => paidBy ?? []),
    ]),
  ]
    .sort()
    .map((id) => ({ id, name: agencyName(file, id) }));
  const parts = {
    graph: inputs.graph,
    unit: money(file.currency, file.priceYear),
    years,
    discount,
    outcomes,
    costs,
    agencies,
    cashability: readCashability(inputs, file),
  };
  declareCase(parts, file.deadweightReading, true);
  for (const { name, amount } of costs) inputs.graph.name(name.id, name.label, amount);
  declareCase(parts, otherReadingOf(file.deadweightReading), false);
  return {
    years,
    outcomes,
    agencies: agencies.map(({ id }) => id),
    discountFactors: Array.from({ length: years }, (_, year) => discount(year)),
    obCosts,
    table: [obCosts, ...outcomes.map(({ optimismBias }) => optimismBias)].some(
      ({ from }) => from === 'grades',
    )
      ? used
      : null,
  };
}

/** What an agency is called: by the name it is given, or by its id. */
export const agencyName = ({ agencies }: Pick<FiscalFile, 'agencies'>, id: string): string =>
  agencies?.find((agency) => agency.id === id)?.name ?? id;

function readCashability(inputs: Inputs, file: FiscalFile): ReadonlyMap<string, Expression> {
  const { cashability = {} } = file;
  const inOrder = Object.entries(cashability).sort(([one], [other]) => compareTexts(one, other));
  return new Map(
    inOrder.map(([agency, amount]) => [
      agency,
      inputs.amount(amount, {
        id: `cashability.${agency}`,
        path: `/cashability/${agency}`,
        label: { code: 'cashability', values: { agency: agencyName(file, agency) } },
        share: true,
      }),
    ]),
  );
}

import type { FiscalFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { money } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
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
  const lags = [file, ...(file.outcomes ?? [])].map(({ lagYears = 0 }) => lagYears + 1);
  const profiles = [file, ...(file.outcomes ?? [])].map(({ profile }) => profile?.length ?? 0);
  const costs = costsOf(file).map(({ cost }) => cost.year + 1);
  return [...lags, ...profiles, ...costs].reduce((most, each) => Math.max(most, each), 1);
}

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
  const names = new Map((file.agencies ?? []).map(({ id, name }) => [id, name ?? id]));
  const agencies = [
    ...new Set([
      ...outcomes.flatMap(({ units }) =>
        units.flatMap(({ agency, valueType }) =>
          valueType === 'fiscal' && agency !== undefined ? [agency] : [],
        ),
      ),
      ...costs.flatMap(({ paidBy }) => paidBy ?? []),
    ]),
  ]
    .sort()
    .map((id) => ({ id, name: names.get(id) ?? id }));
  const parts = {
    graph: inputs.graph,
    unit: money(file.currency, file.priceYear),
    years,
    discount,
    outcomes,
    costs,
    agencies,
    cashability: readCashability(inputs, file, names),
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

function readCashability(
  inputs: Inputs,
  file: FiscalFile,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, Expression> {
  return new Map(
    Object.entries(file.cashability ?? {})
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([agency, amount]) => [
        agency,
        inputs.amount(amount, {
          id: `cashability.${agency}`,
          path: `/cashability/${agency}`,
          label: { code: 'cashability', values: { agency: names.get(agency) ?? agency } },
          share: true,
        }),
      ]),
  );
}

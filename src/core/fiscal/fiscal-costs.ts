import type { Amount, FiscalFile } from '../assessment.js';
import type { Expression, FigureName } from '../figures/expression.js';
import { money, NUMBER } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { atPriceYear, yearBegun } from '../price-year.js';
import type { FiscalCost } from './fiscal-part.js';
import { type Correction, correction, type OptimismBiasTable } from './optimism-bias.js';

/** An amount of the programme's cost, at the price year and corrected for optimism. */
export interface ReadCost {
  readonly year: number;
  /** Undefined where nobody says who pays. */
  readonly paidBy: string | undefined;
  readonly amount: Expression;
  /** What the amount is called, where it is no total that has a name of its own. */
  readonly name: FigureName;
}

/** A cost as it stands in the file: its name, its place, and in full where it is an amount alone. */
export interface CostPlace {
  readonly id: string;
  readonly path: string;
  /** Where its amount stands. */
  readonly amountPath: string;
  readonly cost: FiscalCost;
}

/** The costs of a file, each in full: an amount alone is that of the year it stands at. */
export function costsOf(file: Pick<FiscalFile, 'costs'>): readonly CostPlace[] {
  return file.costs.map((cost, at) => {
    const path = `/costs/${at}`;
    return isAmount(cost)
      ? { id: `costs.${at}`, path, amountPath: path, cost: { year: at, amount: cost } }
      : { id: `costs.${cost.id ?? at}`, path, amountPath: `${path}/amount`, cost };
  });
}

const isAmount = (cost: Amount | FiscalCost): cost is Amount => typeof cost === 'number' || 'of' in cost;

/** Reads the costs, in an order that does not depend on where they stand in the file. */
export function readCosts(
  inputs: Inputs,
  file: FiscalFile,
  table: OptimismBiasTable,
): { readonly costs: readonly ReadCost[]; readonly optimismBias: Correction } {
  const grade = file.confidence?.costs;
  const optimismBias = correction(inputs, table, {
    id: 'obCosts',
    path: '/obCosts',
    of: 'costs',
    outcome: undefined,
    given: file.obCosts,
    grades: grade === undefined ? [] : [['costs', grade]],
    gradesPath: '/confidence/costs',
  });
  const costs = costsOf(file)
    .map((place) => ({ ...place, order: JSON.stringify([place.cost.id ?? '', place.cost]) }))
    .sort((one, other) => one.cost.year - other.cost.year || (one.order < other.order ? -1 : 1))
    .map((place) => read(inputs, file, place, optimismBias.value));
  return { costs, optimismBias };
}

function read(
  inputs: Inputs,
  file: FiscalFile,
  { id, path, amountPath, cost }: CostPlace,
  bias: Expression,
): ReadCost {
  const { graph } = inputs;
  const { year, paidBy, description, source } = cost;
  const values = { year, what: description ?? '' };
  const priceYear = cost.priceYear === undefined ? undefined : yearBegun(cost.priceYear);
  const price = inputs.amount(cost.amount, {
    id,
    path: amountPath,
    label: { code: description === undefined ? 'fiscal-cost' : 'fiscal-cost-of', values },
    unit: money(file.currency, priceYear ?? file.priceYear),
    source,
    between: [0, Number.POSITIVE_INFINITY],
  });
  const current = atPriceYear(inputs, price, {
    id,
    what: description === undefined ? `the cost of year ${year}` : `the cost “${description}”`,
    path: `${path}/priceYear`,
    priceYear,
    currency: undefined,
  });
  return {
    year,
    paidBy,
    amount: graph.multiply(current, graph.sum([graph.constant(1), bias], NUMBER)),
    name: {
      id: `perCost.${id.replace('costs.', '')}`,
      label: { code: description === undefined ? 'cost-corrected' : 'cost-corrected-of', values },
    },
  };
}

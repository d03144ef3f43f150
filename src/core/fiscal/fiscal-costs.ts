import type { Amount, FiscalFile } from '../assessment.js';
import type { Expression, FigureName } from '../figures/expression.js';
import { money, NUMBER } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { compareTexts } from '../order.js';
import { atPriceYear, yearBegun } from '../price-year.js';
import type { Term } from '../wording/term.js';
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
  /** Its own id, or its place in the list. */
  readonly key: string | number;
  /** The name by which evidence and conversions refer to its amount. */
  readonly id: string;
  readonly path: string;
  /** Where its amount stands. */
  readonly amountPath: string;
  readonly cost: FiscalCost;
}

/** The costs of a file, each in full: an amount alone is that of the year it stands at. */
export function costsOf(file: Pick<FiscalFile, 'costs'>): readonly CostPlace[] {
  return file.costs.map((given, at) => {
    const path = `/costs/${at}`;
    const alone = isAmount(given);
    const cost: FiscalCost = alone ? { year: at, amount: given } : given;
    const key = cost.id ?? at;
    return { key, id: `costs.${key}`, path, amountPath: alone ? path : `${path}/amount`, cost };
  });
}

const isAmount = (cost: Amount | FiscalCost): cost is Amount => typeof cost === 'number' || 'of' in cost;

/** Reads the costs, in an order that does not depend on where they stand in the file. */
export function readCosts(
  inputs: Inputs,
  file: FiscalFile,
  table: OptimismBiasTable,
): { readonly costs: readonly ReadCost[]; readonly optimismBias: Correction } {
  const optimismBias = correction(inputs, table, {
    id: 'obCosts',
    path: '/obCosts',
    of: 'costs',
    outcome: undefined,
    given: file.obCosts,
    grades: { costs: file.confidence?.costs },
    gradesPath: '/confidence/costs',
  });
  const costs = costsOf(file)
    .map((place) => ({ place, order: orderOf(place.cost) }))
    .sort((one, other) => one.place.cost.year - other.place.cost.year || compareTexts(one.order, other.order))
    .map(({ place }) => read(inputs, file, place, optimismBias.value));
  return { costs, optimismBias };
}

/** Costs of a year stand in the order of their ids; where they have none, in that of what is said of them. */
const orderOf = (cost: FiscalCost): string => JSON.stringify([cost.id, cost]);

function read(
  inputs: Inputs,
  file: FiscalFile,
  { key, id, path, amountPath, cost }: CostPlace,
  bias: Expression,
): ReadCost {
  const { graph } = inputs;
  const { year, paidBy, description, source } = cost;
  const priceYear = cost.priceYear === undefined ? undefined : yearBegun(cost.priceYear);
  const price = inputs.amount(cost.amount, {
    id,
    path: amountPath,
    label: label('fiscal-cost', cost),
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
    name: { id: `perCost.${key}`, label: label('cost-corrected', cost) },
  };
}

/** A label that says what a cost is for, where the file says so. */
const label = (code: string, { year, description: what }: FiscalCost): Term =>
  what === undefined ? { code, values: { year } } : { code: `${code}-of`, values: { year, what } };

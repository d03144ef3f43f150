import { unitsOf } from '../../core/fiscal/units.js';
import type { FiscalFile } from '../../core/assessment.js';
import type { UnitCost } from '../../core/fiscal/fiscal-part.js';
import type { FiscalCostBenefitResult, Value } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart, cellBar } from '../charts/bars.js';
import { drawing } from '../template-engine.js';
import { moneyScale, percent, plainNumber } from './amounts.js';
import { agencyName, outcomeName } from './fiscal-names.js';

/** The inner pages of a fiscal cost–benefit analysis. */
export function fiscalView(result: FiscalCostBenefitResult, file: FiscalFile) {
  return {
    agencies: agenciesView(result),
    value: valueView(result),
    readings: readingsView(result),
    years: yearsView(result),
    outcomes: outcomesView(result),
    units: unitsView(result, file),
    paysBack: paysBackLine(result),
  };
}

function agenciesView(result: FiscalCostBenefitResult) {
  const { perAgency, pvFiscal, pvCashable, pvCost, pvCostWithoutPayer, netPresentBudgetImpact } = result;
  const scale = moneyScale(
    [pvFiscal, pvCost, ...perAgency.flatMap(({ fiscal, cost, net }) => [fiscal, cost, net])],
    result.currency,
  );
  const unpaid = pvCostWithoutPayer ?? 0;
  const ends = [netPresentBudgetImpact ?? 0, -unpaid, ...perAgency.map(({ net }) => net ?? 0)];
  const row = (name: string, of: Record<'cost' | 'fiscal' | 'net' | 'cashable', Value>, total: boolean) => ({
    name,
    cost: scale.write(of.cost),
    fiscal: scale.write(of.fiscal),
    net: scale.write(of.net),
    bar: drawing(
      cellBar(of.net ?? 0, ends, text('report.fiscal.agencies.bar', { name, value: scale.write(of.net) })),
    ),
    cashable: scale.write(of.cashable),
    total,
  });
  return {
    lead: text('report.fiscal.agencies.lead', {
      years: result.perYear.length,
      unit: scale.unit,
      priceYear: String(result.priceYear),
    }),
    rows: [
      ...perAgency.map((each) => row(agencyName(result, each.agency), each, false)),
      ...(unpaid === 0
        ? []
        : [
            row(
              text('report.fiscal.payerNotSaid'),
              { cost: unpaid, fiscal: 0, net: -unpaid, cashable: null },
              false,
            ),
          ]),
      row(
        text('report.fiscal.allAgencies'),
        { cost: pvCost, fiscal: pvFiscal, net: netPresentBudgetImpact, cashable: pvCashable },
        true,
      ),
    ],
  };
}

/** A step on the way from what agencies save to public value, and where it ends. */
export interface ValueStep {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly value: Value;
  readonly figure: string;
  readonly total: boolean;
}

/** From savings to public value and on to what is left of it after the costs, a step at a time. */
export function valueSteps(result: FiscalCostBenefitResult): readonly ValueStep[] {
  const label = (name: 'fiscal' | 'transfers' | 'economic' | 'social' | 'public' | 'cost' | 'net') =>
    text(`report.fiscal.value.${name}`);
  const less = (value: Value): Value => (value === null ? null : -value);
  let reached = 0;
  const step = (name: Parameters<typeof label>[0], value: Value, figure: string): ValueStep => {
    const from = reached;
    reached += value ?? 0;
    return { label: label(name), from, to: reached, value, figure, total: false };
  };
  const whole = (name: Parameters<typeof label>[0], value: Value, figure: string): ValueStep => ({
    ...{ label: label(name), from: 0, to: value ?? 0, value, figure },
    total: true,
  });
  return [
    step('fiscal', result.pvFiscal, 'pvFiscal'),
    step('transfers', less(result.pvTransfers), 'pvTransfers'),
    step('economic', result.pvEconomic, 'pvEconomic'),
    step('social', result.pvSocial, 'pvSocial'),
    whole('public', result.pvPublicValue, 'pvPublicValue'),
    step('cost', less(result.pvCost), 'pvCost'),
    whole('net', result.netPresentPublicValue, 'netPresentPublicValue'),
  ].filter(({ value, total }) => total || value !== 0);
}

/** The steps as bars, those that take away in the colour of losses. */
export function valueBars(result: FiscalCostBenefitResult, write: (value: Value) => string) {
  return valueSteps(result).map(({ label, from, to, value, total }) => ({
    label,
    from,
    to,
    text: write(value),
    tone: (value ?? 0) < 0 ? ('warm' as const) : total ? ('dark' as const) : ('light' as const),
  }));
}

function valueView(result: FiscalCostBenefitResult) {
  const scale = moneyScale(
    valueSteps(result).map(({ value }) => value),
    result.currency,
  );
  const bars = valueBars(result, scale.write);
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return { chart: drawing(barChart(bars, 0, text('report.fiscal.value.chart', { list }))) };
}

const AMOUNTS = ['netPresentBudgetImpact', 'netPresentPublicValue'] as const;

/** The headline figures under both readings, the one that is used first. */
export function readingRows(result: FiscalCostBenefitResult) {
  const { otherReading: other } = result;
  const scale = moneyScale(
    AMOUNTS.flatMap((of) => [result[of], other[of]]),
    result.currency,
  );
  const row = (
    of:
      | (typeof AMOUNTS)[number]
      | 'fiscalReturn'
      | 'cashableReturn'
      | 'benefitCostRatio'
      | 'discountedPaybackMonths'
      | 'breakEvenImpact',
    write: (value: Value) => string,
  ) => ({
    figure: of,
    label: text(`report.fiscal.figure.${of}`),
    used: { value: result[of], text: write(result[of]) },
    other: { value: other[of], text: write(other[of]) },
  });
  const ratio = (value: Value): string => formatNumber(value, 2);
  const months = (value: Value): string =>
    value === null ? text('report.fiscal.never') : formatNumber(value, 1);
  const share = (value: Value): string => (value === null ? '–' : percent(value));
  return {
    heads: [
      text('report.fiscal.readings.used', {
        reading: text(`report.fiscal.readings.${result.deadweightReading}`),
      }),
      text('report.fiscal.readings.otherwise', {
        reading: text(`report.fiscal.readings.${other.deadweightReading}`),
      }),
    ],
    rows: [
      row('fiscalReturn', ratio),
      row('cashableReturn', ratio),
      row('netPresentBudgetImpact', scale.write),
      row('discountedPaybackMonths', months),
      row('breakEvenImpact', share),
      row('benefitCostRatio', ratio),
      row('netPresentPublicValue', scale.write),
    ].filter(({ figure, used, other: not }) => {
      const optional = figure === 'cashableReturn' || figure === 'breakEvenImpact';
      return !optional || used.value !== null || not.value !== null;
    }),
  };
}

function readingsView(result: FiscalCostBenefitResult) {
  const { heads, rows } = readingRows(result);
  return {
    heads,
    rows: rows.map(({ label, used, other }) => ({ label, used: used.text, other: other.text })),
  };
}

function yearsView({ perYear, currency }: FiscalCostBenefitResult) {
  const scale = moneyScale(
    perYear.flatMap(({ fiscal, economic, social, publicValue, cost }) => [
      ...[fiscal, economic, social],
      ...[publicValue, cost],
    ]),
    currency,
  );
  return {
    title: text('report.fiscal.years.title', { unit: scale.unit }),
    rows: perYear.map(({ year, discountFactor, cost, fiscal, transfers, economic, social, publicValue }) => ({
      year: String(year),
      factor: formatNumber(discountFactor, 4),
      cost: scale.write(cost),
      fiscal: scale.write(fiscal),
      transfers: scale.write(transfers),
      economic: scale.write(economic),
      social: scale.write(social),
      publicValue: scale.write(publicValue),
    })),
  };
}

function outcomesView(result: FiscalCostBenefitResult) {
  const scale = moneyScale(
    result.perOutcome.flatMap(({ pvFiscal, pvPublicValue }) => [pvFiscal, pvPublicValue]),
    result.currency,
  );
  const share = (value: Value): string => (value === null ? '–' : percent(value));
  return {
    lead: text('report.fiscal.outcomes.lead', { unit: scale.unit }),
    rows: result.perOutcome.map((each) => ({
      name: outcomeName(result, each.id) ?? text('report.fiscal.outcomes.all'),
      stay: plainNumber(each.participantsRetained),
      impact: share(each.impact),
      deadweight: share(each.deadweight),
      effect: share(each.effect),
      due: plainNumber(each.outcomesDue),
      saved: scale.write(each.pvFiscal),
      publicValue: scale.write(each.pvPublicValue),
      breakEven: each.breakEvenReachable ? share(each.breakEvenImpact) : text('report.moves.unreachable'),
    })),
  };
}

/** What kind of value a unit has, a transfer apart. */
export const unitKind = ({ valueType, transfer }: UnitCost): string =>
  text(`report.fiscal.kind.${valueType === 'fiscal' && transfer === true ? 'transfer' : valueType}`);

function unitsView(result: FiscalCostBenefitResult, file: FiscalFile) {
  return unitsOf(file).map(({ unit, outcome }) => ({
    what: unit.description ?? unit.id,
    outcome,
    agency: unit.agency === undefined ? '–' : agencyName(result, unit.agency),
    kind: unitKind(unit),
    value: typeof unit.value === 'number' ? plainNumber(unit.value) : [unit.value.of].flat().join(' × '),
    priceYear: String(unit.priceYear ?? result.priceYear),
  }));
}

/** When the agencies have saved what is spent, and at what impact they would. */
export function paysBackLine(result: FiscalCostBenefitResult): string {
  const { discountedPaybackMonths: months, perOutcome } = result;
  const [only, ...others] = perOutcome;
  return [
    text('report.fiscal.payback', {
      ever: months === null ? 'no' : 'yes',
      months: Math.ceil(months ?? 0),
      years: result.perYear.length,
    }),
    only && others.length === 0 && only.breakEvenImpact !== null
      ? text('report.fiscal.breakEven', {
          reach: only.breakEvenReachable ? 'yes' : 'no',
          impact: percent(only.breakEvenImpact),
          used: percent(only.impact ?? 0),
        })
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

import type {
  FiscalCostBenefitResult,
  Interval,
  Result,
  Value,
  ValueMapResult,
  WelfareAccountResult,
} from '../core/result.js';
import { presetLines, stressLines } from './account-lines.js';
import { formatMoney, formatNumber } from '../platform/locale/format.js';

/** A result as a page of plain text. */
export function summaryOf(result: Result): string {
  return [
    result.title,
    `${result.currency}, prices of ${result.priceYear}; discounting ${result.conventions.discounting}; model ${result.modelVersion}`,
    '',
    ...bodyOf(result),
    '',
    ...problemLines(result),
    result.inputsHash,
  ].join('\n');
}

function bodyOf(result: Result): readonly string[] {
  switch (result.kind) {
    case 'value-map':
      return valueMapLines(result);
    case 'welfare-account':
      return accountLines(result);
    case 'fiscal-cost-benefit':
      return fiscalLines(result);
  }
}

const line = (label: string, value: string): string => `  ${label.padEnd(44)} ${value.padStart(20)}`;

function valueMapLines(result: ValueMapResult): readonly string[] {
  const money = (value: Value): string => formatMoney(value, result.currency);
  return [
    line('Present value of benefits', money(result.pvBenefits)),
    line('Present value of inputs', money(result.pvInputs)),
    line('Net present value', money(result.npv)),
    line('Social return ratio', formatNumber(result.ratio, 4)),
    ...rangeLines(result, result.interval, (value) => formatNumber(value, 2)),
    line('Payback, months', formatNumber(result.paybackMonths, 2)),
    '',
    ...result.perRow.map(({ id, presentValue }) => line(`  ${id}`, money(presentValue))),
  ];
}

function accountLines(result: WelfareAccountResult): readonly string[] {
  const money = (value: Value): string => formatMoney(value, result.currency);
  const headline = result.horizons.find(({ years }) => years === result.headlineHorizon);
  const actors = Object.entries(headline?.actors ?? {});
  return [
    line('People who entered', formatNumber(result.people.entrants)),
    line('In success after a year', formatNumber(result.people.succeeded.people, 1)),
    line('Without the programme', formatNumber(result.people.succeededWithout.people, 1)),
    '',
    ...presetLines(result, line, rangeLines(result, result.interval?.headline ?? null, money)),
    `Per person, over ${result.headlineHorizon} years`,
    line('Gain for society', money(headline?.pvGain ?? null)),
    line('Programme cost', money(headline?.pvCost ?? null)),
    line('Net present value', money(headline?.npv ?? null)),
    ...rangeLines(result, result.interval?.npv ?? null, money),
    line('Benefit–cost ratio', formatNumber(headline?.benefitCostRatio ?? null, 4)),
    line('Public budget, net', money(headline?.publicBudget.net ?? null)),
    line('Payback, months', formatNumber(result.payback.expectedMonths, 2)),
    line('Pays back if this many succeed', breakEven(headline)),
    '',
    'Who gains and who pays, net',
    ...actors.map(([actor, { net }]) => line(`  ${actor}`, money(net))),
    '',
    ...stressLines(result, line),
  ];
}

function fiscalLines(result: FiscalCostBenefitResult): readonly string[] {
  const { otherReading: other, interval, deadweightReading } = result;
  const money = (value: Value): string => formatMoney(value, result.currency);
  const ratio = (value: Value): string => formatNumber(value, 4);
  const short = (value: Value): string => formatNumber(value, 2);
  const both = (
    label: string,
    write: (value: Value) => string,
    of: keyof typeof other & keyof typeof result,
  ) =>
    `  ${label.padEnd(32)} ${write(result[of] as Value).padStart(16)} ${write(other[of] as Value).padStart(16)}`;
  return [
    line('Target population', formatNumber(result.targetPopulation)),
    line('Participants who stay', formatNumber(result.participantsRetained, 1)),
    '',
    line('Present value of costs', money(result.pvCost)),
    line('Fiscal savings', money(result.pvFiscal)),
    line('  of it cashable', money(result.pvCashable)),
    line('Fiscal return', ratio(result.fiscalReturn)),
    ...rangeLines(result, interval?.fiscalReturn ?? null, short),
    line('Net present budget impact', money(result.netPresentBudgetImpact)),
    line('Discounted payback, months', short(result.discountedPaybackMonths)),
    '',
    line('Public value, without transfers', money(result.pvPublicValue)),
    line('  transfers left out of it', money(result.pvTransfers)),
    line('Public value for each unit of cost', ratio(result.benefitCostRatio)),
    ...rangeLines(result, interval?.benefitCostRatio ?? null, short),
    line('Net present public value', money(result.netPresentPublicValue)),
    '',
    'Both readings of deadweight',
    `  ${''.padEnd(32)} ${deadweightReading.padStart(16)} ${other.deadweightReading.padStart(16)}`,
    `  ${''.padEnd(32)} ${'used'.padStart(16)} ${'not used'.padStart(16)}`,
    both('Fiscal return', ratio, 'fiscalReturn'),
    both('Public value for each unit', ratio, 'benefitCostRatio'),
    both('Net present budget impact', money, 'netPresentBudgetImpact'),
    '',
    'Who saves and who pays, net',
    ...result.perAgency.map(({ agency, net }) => line(`  ${agency}`, money(net))),
  ];
}

function breakEven(headline: WelfareAccountResult['horizons'][number] | undefined): string {
  const { needed, of } = headline?.breakEvenPeople ?? { needed: null, of: null };
  return needed === null ? 'not reachable' : `${formatNumber(needed)} of ${formatNumber(of)}`;
}

function rangeLines(
  { uncertainty }: Result,
  interval: Interval | null,
  write: (value: Value) => string,
): readonly string[] {
  if (!interval) return [];
  const label = uncertainty?.mostlyAssumption
    ? '  illustrative, mostly assumption: between'
    : '  in 90 of 100 draws between';
  return [line(label, `${write(interval.p5)} and ${write(interval.p95)}`)];
}

function problemLines({ problems }: Result): readonly string[] {
  return problems.length === 0
    ? []
    : [
        'What to know',
        ...problems.map(
          ({ severity, path, message }) => `  ${severity}: ${message}${path ? ` (${path})` : ''}`,
        ),
        '',
      ];
}

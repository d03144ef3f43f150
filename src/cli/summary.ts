import type { Interval, Result, Value, ValueMapResult, WelfareAccountResult } from '../core/result.js';
import { formatMoney, formatNumber } from '../platform/locale/format.js';

/** A result as a page of plain text. */
export function summaryOf(result: Result): string {
  const body = result.kind === 'value-map' ? valueMapLines(result) : accountLines(result);
  return [
    result.title,
    `${result.currency}, prices of ${result.priceYear}; discounting ${result.conventions.discounting}; model ${result.modelVersion}`,
    '',
    ...body,
    '',
    ...problemLines(result),
    result.inputsHash,
  ].join('\n');
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

import type { Value, WelfareAccountResult } from '../core/result.js';
import { formatMoney, formatNumber } from '../platform/locale/format.js';

type Line = (label: string, value: string) => string;
type Money = (value: Value) => string;

/**
 * The figures of a preset as lines; none for the usual account.
 *
 * @param range how sure the figure is that people ask for first
 */
export function presetLines(
  { presetFigures, currency }: WelfareAccountResult,
  line: Line,
  range: readonly string[],
): readonly string[] {
  if (!presetFigures) return [];
  const money: Money = (value) => formatMoney(value, currency);
  return [...linesOf(presetFigures, line, money), ...range, ''];
}

function linesOf(
  figures: NonNullable<WelfareAccountResult['presetFigures']>,
  line: Line,
  money: Money,
): readonly string[] {
  switch (figures.preset) {
    case 'valoris':
      return valorisLines(figures, line, money);
    case 'employment-clause':
      return clauseLines(figures, line, money);
    case 'job-factory':
      return factoryLines(figures, line, money);
  }
}

type Figures<P> = Extract<WelfareAccountResult['presetFigures'], { readonly preset: P }>;

function valorisLines(
  { people, total, perPerson, byClass, byLevel }: Figures<'valoris'>,
  line: Line,
  money: Money,
): readonly string[] {
  return [
    `Value for public budgets in the year (VALORIS), ${formatNumber(people)} people`,
    line('Income tax', money(total.incomeTax)),
    line('Value added tax', money(total.vat)),
    line('Spending avoided', money(total.avoidedSpending)),
    line('Contributions forgone', money(total.exemptions)),
    line('Grants', money(total.grants)),
    line('Value', money(total.value)),
    line('Value per person', money(perPerson.value)),
    ...byClass.map((one) => line(`  ${one.label}, ${formatNumber(one.people)}`, money(one.total.value))),
    ...byLevel.map((one) => line(`  ${one.level}`, money(one.total.value))),
  ];
}

function clauseLines(
  { jobs, months, perJob, byAgency }: Figures<'employment-clause'>,
  line: Line,
  money: Money,
): readonly string[] {
  return [
    `A job of ${formatNumber(months)} months, ${formatNumber(jobs)} of them: what public agencies pay for one`,
    line('Paid', money(perJob.paid)),
    line('Comes back in taxes and contributions', money(perJob.returned)),
    line('Benefits and services saved', money(perJob.saved)),
    line('Net public cost', money(perJob.netCost)),
    ...byAgency.map((one) => line(`  ${one.agency}`, money(one.perJob.netCost))),
  ];
}

function factoryLines(
  { people, fullTimeYears, perFullTimeYear, startUp, usefulness }: Figures<'job-factory'>,
  line: Line,
  money: Money,
): readonly string[] {
  return [
    `A full-time year, ${formatNumber(fullTimeYears, 1)} of them by ${formatNumber(people)} people: what public agencies pay for one`,
    line('Paid', money(perFullTimeYear.paid)),
    line('Comes back in taxes and contributions', money(perFullTimeYear.returned)),
    line('Benefits and services saved', money(perFullTimeYear.saved)),
    line('Net public cost', money(perFullTimeYear.netCost)),
    line('Spent once to begin with, beside it', money(startUp.perFullTimeYear)),
    line('Usefulness to residents, beside it', money(usefulness?.perFullTimeYear ?? null)),
  ];
}

/** What becomes of the net present value under each objection. */
export function stressLines({ stress, currency }: WelfareAccountResult, line: Line): readonly string[] {
  return [
    'Under objections: net present value, and public budget, net',
    ...stress.map(({ id, answered, npv, publicNet, reason }) =>
      answered
        ? line(`  ${id}`, `${formatMoney(npv, currency)}  ${formatNumber(publicNet)}`)
        : `${line(`  ${id}`, 'cannot be answered')}  ${reason ?? ''}`,
    ),
  ];
}

import type { Result, ValueMapResult } from '../../core/result.js';
import { formatDate, formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { drawing } from '../template-engine.js';
import { moneyScale, roughMoney } from './amounts.js';
import { accountFront } from './account-front.js';
import { fiscalFront } from './fiscal-front.js';
import { type MoneyBlock, rangeView, type Write } from './range-view.js';

const LIMITS_SHOWN = 3;
const STAKEHOLDERS_SHOWN = 5;

/** Page one: people first, then money, then how far it goes. */
export function frontView(result: Result) {
  const { assessment } = result;
  const context = assessment.context ?? {};
  const level = context.checked?.level ?? 'self-declared';
  const worst = [...result.problems]
    .filter(({ severity }) => severity !== 'information')
    .map(({ message }) => message);
  return {
    kind: text(`report.kind.${result.kind}`),
    title: result.title,
    organisation: assessment.organisation ?? null,
    period: text('report.period', {
      from: formatDate(assessment.period.from),
      to: formatDate(assessment.period.to),
      basis: assessment.basis,
    }),
    facts: [
      { label: text('report.who'), value: context.whatWasDone },
      { label: text('report.forWhom'), value: context.forWhom },
      { label: text('report.comparedWith'), value: context.comparedWith },
    ].map(({ label, value }) => ({
      label,
      value: value ?? text('report.notSaid'),
      missing: value === undefined,
    })),
    ...partsOf(result),
    checked: text(`report.checked.${level}`, {
      by: context.checked?.by ?? text('report.notSaid'),
      standard: context.checked?.standard ?? text('report.notSaid'),
    }),
    ...limitsView(context.limits ?? worst),
    notCounted: context.notCounted ?? [],
  };
}

/** What page one shows of a kind of result alone: people, money, and for whom. */
function partsOf(result: Result) {
  switch (result.kind) {
    case 'value-map':
      return { people: null, money: mapMoney(result), stakeholders: stakeholdersView(result) };
    case 'welfare-account':
      return accountFront(result);
    case 'fiscal-cost-benefit':
      return fiscalFront(result);
  }
}

function limitsView(known: readonly string[]) {
  const limits = known.slice(0, LIMITS_SHOWN);
  return { limits, limitsTitle: text('report.limits', { count: limits.length }) };
}

function mapMoney(result: ValueMapResult): readonly MoneyBlock[] {
  const ratio: Write = (value) => formatNumber(value, 2);
  const money: Write = (value) => roughMoney(value, result.currency);
  return [
    {
      figure: 'ratio',
      label: text('report.ratio'),
      value: ratio(result.ratio),
      line:
        result.ratio === null
          ? text('report.noRatio')
          : text('report.ratioLine', { currency: result.currency, ratio: ratio(result.ratio) }),
      ...rangeView(result, result.interval, result.ratio, 1, ratio),
    },
    {
      figure: 'npv',
      label: text('report.net'),
      value: money(result.npv),
      line: text('report.netLine', { benefits: money(result.pvBenefits), inputs: money(result.pvInputs) }),
      ...rangeView(result, result.npvInterval, result.npv, 0, money),
    },
  ];
}

/** For whom a value map finds value, the largest first. */
function stakeholdersView({ perStakeholder, currency }: ValueMapResult) {
  const largest = [...perStakeholder].sort(
    (one, other) => Math.abs(other.presentValue ?? 0) - Math.abs(one.presentValue ?? 0),
  );
  const scale = moneyScale(
    largest.map(({ presentValue }) => presentValue),
    currency,
  );
  const bars = largest.slice(0, STAKEHOLDERS_SHOWN).map(({ stakeholder, presentValue }) => ({
    label: stakeholder,
    from: 0,
    to: presentValue ?? 0,
    text: scale.write(presentValue),
    tone: (presentValue ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  const more = largest.length - bars.length;
  return {
    title: text('report.stakeholders.title'),
    lead: text('report.stakeholders.lead', { unit: scale.unit }),
    chart: drawing(barChart(bars, 0, text('report.stakeholders.chart', { list }))),
    more: more > 0 ? text('report.stakeholders.more', { more }) : null,
  };
}

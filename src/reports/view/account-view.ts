import type { Amount, Use } from '../../core/assessment.js';
import type { WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { cumulativeChart } from '../charts/cumulative.js';
import { drawing } from '../template-engine.js';
import { roughMoney, wholeMoney } from './amounts.js';
import { actorName } from './front-view.js';

const YEARS_SHOWN = 5;

/** The inner pages of a welfare account. */
export function accountView(result: WelfareAccountResult) {
  const headline = result.horizons.find(({ years }) => years === result.headlineHorizon);
  if (!headline) throw new Error('an account has its headline horizon');
  return {
    actors: actorsView(result, headline),
    breakEven: breakEvenLine(headline),
    payback: text('report.payback', {
      months: months(result.payback.expectedMonths),
      potential: months(result.payback.potentialMonths),
    }),
    time: timeView(result),
    lives: livesView(result),
  };
}

type Headline = WelfareAccountResult['horizons'][number];

const months = (value: number | null): string =>
  value === null ? text('report.never') : formatNumber(value, 0);

function breakEvenLine({ breakEvenPeople: { needed, of }, years }: Headline): string {
  return needed === null
    ? text('report.breakEvenNone', { years })
    : text('report.breakEven', { years, needed: formatNumber(needed), of: formatNumber(of) });
}

function actorsView(result: WelfareAccountResult, headline: Headline) {
  const counted = Object.entries(headline.actors).filter(
    ([, { gain, cost }]) => Math.abs(gain ?? 0) + Math.abs(cost ?? 0) > 0.5,
  );
  const bars = counted.map(([actor, { net }]) => ({
    label: actorName(result, actor),
    from: 0,
    to: net ?? 0,
    text: wholeMoney(net),
    tone: (net ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return {
    lead: text('report.actors.lead', {
      years: headline.years,
      currency: result.currency,
      priceYear: String(result.priceYear),
    }),
    chart: drawing(barChart(bars, 0, text('report.actors.chart', { list }))),
    rows: [
      ...counted.map(([actor, of]) => ({
        name: actorName(result, actor),
        cost: wholeMoney(of.cost),
        gain: wholeMoney(of.gain),
        net: wholeMoney(of.net),
        notSpent: wholeMoney(of.moneyNotSpent),
        total: false,
      })),
      {
        name: text('report.society.short'),
        cost: wholeMoney(headline.pvCost),
        gain: wholeMoney(headline.pvGain),
        net: wholeMoney(headline.npv),
        notSpent: wholeMoney(headline.shortRunMarginal.pvGain),
        total: true,
      },
      {
        name: text('report.public'),
        cost: wholeMoney(headline.publicBudget.cost),
        gain: wholeMoney(headline.publicBudget.gain),
        net: wholeMoney(headline.publicBudget.net),
        notSpent: wholeMoney(headline.shortRunMarginal.publicBudget.gain),
        total: true,
      },
    ],
    years: yearsView(
      result,
      counted.map(([actor]) => actor),
    ),
  };
}

function yearsView(result: WelfareAccountResult, actors: readonly string[]) {
  const shown = result.perYear.slice(0, YEARS_SHOWN);
  const { stay } = result;
  const row = (
    name: string,
    atStay: number | null | undefined,
    of: (year: (typeof shown)[number]) => number | null | undefined,
  ) => ({
    name,
    values: [
      ...(stay ? [wholeMoney(atStay ?? null)] : []),
      ...shown.map((year) => wholeMoney(of(year) ?? null)),
    ],
  });
  return {
    columns: [
      ...(stay ? [text('report.stay')] : []),
      ...shown.map(({ year }) => text('report.yearNumber', { year })),
    ],
    rows: [
      ...actors.map((actor) =>
        row(actorName(result, actor), stay?.actors[actor], ({ actors: of }) => of[actor]),
      ),
      row(text('report.society.short'), stay?.societyGain, ({ societyGain }) => societyGain),
    ],
  };
}

function timeView(result: WelfareAccountResult) {
  const cost = result.horizons.at(-1)?.pvCost ?? 0;
  let gain = result.stay?.societyGain ?? 0;
  const points = [
    { year: 0, gain, cost },
    ...result.perYear.slice(0, 20).map(({ year, societyGain }) => {
      gain += societyGain ?? 0;
      return { year, gain, cost };
    }),
  ];
  const money = (value: number): string => roughMoney(value, result.currency);
  const list = points
    .filter(({ year }) => year % 5 === 0)
    .map(({ year, gain: value }) => `${text('report.yearNumber', { year })} ${money(value)}`)
    .join(', ');
  return {
    chart: drawing(
      cumulativeChart(points, {
        label: text('report.time.chart', { list }),
        gain: text('report.time.gain'),
        cost: text('report.time.cost'),
        amount: (value) => `${formatNumber(value / 1000)} k`,
      }),
    ),
    rows: result.horizons.map(({ years, pvGain, pvCost, npv, benefitCostRatio, potential }) => ({
      years: String(years),
      gain: wholeMoney(pvGain),
      cost: wholeMoney(pvCost),
      npv: wholeMoney(npv),
      ratio: formatNumber(benefitCostRatio, 2),
      potential: wholeMoney(potential.npv),
    })),
  };
}

function livesView(result: WelfareAccountResult) {
  const { assessment } = result;
  if (assessment.kind !== 'welfare-account') return [];
  const lives = assessment.careers
    ? assessment.careers.map(({ id, name, without, withSuccess }) => ({
        name: name ?? id,
        without,
        success: withSuccess,
      }))
    : (assessment.states ?? []).map(({ id, name, use }) => ({
        name: name ?? id,
        without: use ?? {},
        success: {},
      }));
  return lives.map(({ name, without, success }) => ({
    name,
    rows: assessment.services
      .filter(({ id }) => id in without || id in success)
      .map((service) => ({
        name: service.name ?? service.id,
        unit: service.unit ?? '',
        without: units(without, service.id),
        success: units(success, service.id),
      })),
  }));
}

function units(use: Use, service: string): string {
  const amount: Amount | undefined = use[service];
  if (amount === undefined) return '0';
  return typeof amount === 'number'
    ? formatNumber(amount, Number.isInteger(amount) ? 0 : 1)
    : [amount.of].flat().join(' × ');
}

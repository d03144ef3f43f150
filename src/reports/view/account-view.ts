import type { Horizon, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { cellBar } from '../charts/bars.js';
import { cumulativeChart } from '../charts/cumulative.js';
import { drawing } from '../template-engine.js';
import { moneyScale, roughMoney, shortMoney } from './amounts.js';
import { actorName, headlineOf } from './headline.js';
import { costBridgesSection } from '../sections/cost-bridges-section.js';
import { presetSections } from '../sections/preset-sections.js';
import { livesView } from './lives-view.js';
import { printedSection } from './printed-section.js';

const YEARS_SHOWN = 5;
const YEARS_DRAWN = 20;

/** Of the largest amount of an account, what is too little to be shown. */
const NOTHING = 1e-9;

/** The inner pages of a welfare account. */
export function accountView(result: WelfareAccountResult) {
  const headline = headlineOf(result);
  return {
    actors: actorsView(result, headline),
    bridges: costBridgesSection(result).map(printedSection),
    preset: presetSections(result).map(printedSection),
    // A preset looks at one year: there is nothing to see of later ones.
    paysBack: result.presetFigures ? null : `${breakEvenLine(headline)} ${paybackLine(result)}`,
    time: result.presetFigures ? null : timeView(result),
    lives: livesView(result.assessment),
  };
}

function breakEvenLine({ breakEvenPeople: { needed, of }, years }: Horizon): string {
  return needed === null
    ? text('report.breakEvenNone', { years })
    : text('report.breakEven', { years, needed: formatNumber(needed), of: formatNumber(of) });
}

/** When an account pays back, as expected and if all succeeded. */
export function paybackLine({
  payback: { expectedMonths, potentialMonths },
  stay,
}: WelfareAccountResult): string {
  const values = (months: number | null) => ({
    ever: months === null ? 'no' : 'yes',
    months: Math.ceil(months ?? 0),
    from: stay ? 'stay' : 'start',
  });
  return [
    text('report.payback', values(expectedMonths)),
    text('report.paybackPotential', values(potentialMonths)),
  ].join(' ');
}

function actorsView(result: WelfareAccountResult, headline: Horizon) {
  const { shortRunMarginal: shortRun, publicBudget } = headline;
  const all = Object.entries(headline.actors);
  const size = ([, { gain, cost }]: (typeof all)[number]): number =>
    Math.abs(gain ?? 0) + Math.abs(cost ?? 0);
  const largest = all.reduce((most, actor) => Math.max(most, size(actor)), 0);
  const counted = all.filter((actor) => size(actor) > NOTHING * largest);
  const scale = moneyScale(
    [headline.pvCost, headline.pvGain, ...counted.flatMap(([, { cost, gain, net }]) => [cost, gain, net])],
    result.currency,
  );
  const ends = [headline.npv ?? 0, publicBudget.net ?? 0, ...counted.map(([, { net }]) => net ?? 0)];
  const row = (
    name: string,
    of: Record<'cost' | 'gain' | 'net' | 'notSpent', number | null>,
    total: boolean,
  ) => ({
    name,
    cost: scale.write(of.cost),
    gain: scale.write(of.gain),
    net: scale.write(of.net),
    bar: drawing(cellBar(of.net ?? 0, ends, text('report.actors.bar', { name, value: scale.write(of.net) }))),
    notSpent: scale.write(of.notSpent),
    total,
  });
  return {
    lead: text('report.actors.lead', {
      years: headline.years,
      unit: scale.unit,
      priceYear: String(result.priceYear),
    }),
    rows: [
      ...counted.map(([actor, of]) =>
        row(actorName(result, actor), { ...of, notSpent: of.moneyNotSpent }, false),
      ),
      row(
        text('report.society.short'),
        { cost: headline.pvCost, gain: headline.pvGain, net: headline.npv, notSpent: shortRun.pvGain },
        true,
      ),
      row(text('report.public'), { ...publicBudget, notSpent: shortRun.publicBudget.gain }, true),
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
  const rows = [
    ...actors.map((actor) => ({
      name: actorName(result, actor),
      values: [...(stay ? [stay.actors[actor]] : []), ...shown.map((year) => year.actors[actor])],
      total: false,
    })),
    {
      name: text('report.society.short'),
      values: [...(stay ? [stay.societyGain] : []), ...shown.map(({ societyGain }) => societyGain)],
      total: true,
    },
  ];
  const scale = moneyScale(
    rows.flatMap(({ values }) => values),
    result.currency,
  );
  return {
    title: text('report.byYear', { unit: scale.unit }),
    columns: [
      ...(stay ? [text('report.stay')] : []),
      ...shown.map(({ year }) => text('report.yearNumber', { year })),
    ],
    rows: rows.map(({ name, values, total }) => ({ name, values: values.map(scale.write), total })),
  };
}

/** The gain added up year by year against the cost, as a picture. */
export function timeChart(result: WelfareAccountResult): string {
  const cost = result.horizons.at(-1)?.pvCost ?? 0;
  let gain = result.stay?.societyGain ?? 0;
  const points = [
    { year: 0, gain, cost },
    ...result.perYear.slice(0, YEARS_DRAWN).map(({ year, societyGain }) => {
      gain += societyGain ?? 0;
      return { year, gain, cost };
    }),
  ];
  const list = points
    .filter(({ year }) => year % 5 === 0)
    .map(
      ({ year, gain: value }) =>
        `${text('report.yearNumber', { year })} ${roughMoney(value, result.currency)}`,
    )
    .join(', ');
  return cumulativeChart(points, {
    label: text('report.time.chart', { list }),
    gain: text('report.time.gain'),
    cost: text('report.time.cost'),
    years: text(result.stay ? 'report.time.afterStay' : 'report.time.afterStart'),
    amount: shortMoney(points.flatMap((point) => [point.gain, point.cost])),
  });
}

function timeView(result: WelfareAccountResult) {
  const scale = moneyScale(
    result.horizons.flatMap(({ pvGain, pvCost, npv, potential }) => [pvGain, pvCost, npv, potential.npv]),
    result.currency,
  );
  return {
    chart: drawing(timeChart(result)),
    caption: text('report.time.caption', { currency: result.currency }),
    tableLead: text('report.time.table', { unit: scale.unit, priceYear: String(result.priceYear) }),
    rows: result.horizons.map(({ years, pvGain, pvCost, npv, benefitCostRatio, potential }) => ({
      years: String(years),
      gain: scale.write(pvGain),
      cost: scale.write(pvCost),
      npv: scale.write(npv),
      ratio: formatNumber(benefitCostRatio, 2),
      potential: scale.write(potential.npv),
    })),
  };
}

import type { Amount, Use } from '../../core/assessment.js';
import type { ActorHorizon, Horizon, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { drawing } from '../template-engine.js';
import { paybackLine, timeChart } from '../view/account-view.js';
import { plainNumber } from '../view/amounts.js';
import { counts } from '../view/counts.js';
import { actorName, headlineOf } from '../view/headline.js';
import { barList } from '../sections/bar-list.js';
import { costBridgesSection } from '../sections/cost-bridges-section.js';
import { presetSections } from '../sections/preset-sections.js';
import { note, type Section, section } from '../sections/section.js';
import { columns, heading, number, type Row, row, words } from '../sections/table.js';

const YEARS_SHOWN = 5;

/** What a welfare account shows between its headline and its assumptions. */
export function accountSections(result: WelfareAccountResult): readonly Section[] {
  const headline = headlineOf(result);
  const actors = Object.entries(headline.actors).filter(([, { gain, cost }]) => counts(gain) || counts(cost));
  return [
    ...presetSections(result),
    actorsSection(result, headline, actors),
    ...costBridgesSection(result),
    // A preset looks at one year: there is nothing to see of later ones.
    ...(result.presetFigures ? [] : [timeSection(result)]),
    ...livesSections(result),
  ];
}

function actorsSection(
  result: WelfareAccountResult,
  headline: Horizon,
  actors: readonly (readonly [string, ActorHorizon])[],
): Section {
  const bars = actors.map(([actor, { net }]) => ({
    label: actorName(result, actor),
    from: 0,
    to: net ?? 0,
    text: plainNumber(net),
    tone: (net ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  const { needed, of } = headline.breakEvenPeople;
  const { years } = headline;
  return section({
    id: 'actors',
    title: text('report.actors.title'),
    lead: text('report.actors.lead', {
      years,
      unit: result.currency,
      priceYear: String(result.priceYear),
    }),
    bars: barList(bars, 0, text('page.actors.chart', { list })),
    tables: [
      {
        name: 'actors',
        caption: text('page.table.actors'),
        columns: columns(
          [text('report.actor')],
          [text('report.cost'), 'n'],
          [text('report.gain'), 'n'],
          [text('report.net'), 'n'],
          [text('report.notSpent'), 'n'],
        ),
        rows: actorRows(result, headline, actors),
      },
      yearsTable(
        result,
        actors.map(([actor]) => actor),
      ),
    ],
    notes: [
      note(text('report.notSpentNote')),
      ...(result.presetFigures
        ? []
        : [
            note(
              needed === null
                ? text('report.breakEvenNone', { years })
                : text('report.breakEven', { years, needed: formatNumber(needed), of: formatNumber(of) }),
            ),
          ]),
    ],
  });
}

function actorRows(
  result: WelfareAccountResult,
  headline: Horizon,
  actors: readonly (readonly [string, ActorHorizon])[],
): readonly Row[] {
  const at = `horizons.${headline.years}`;
  const { publicBudget, shortRunMarginal } = headline;
  return [
    ...actors.map(([actor, of]) =>
      row([
        heading(actorName(result, actor)),
        number(of.cost, `${at}.actors.${actor}.cost`),
        number(of.gain, `${at}.actors.${actor}.gain`),
        number(of.net, `${at}.actors.${actor}.net`),
        number(of.moneyNotSpent, `${at}.actors.${actor}.moneyNotSpent`),
      ]),
    ),
    row(
      [
        heading(text('report.society.short')),
        number(headline.pvCost, `${at}.pvCost`),
        number(headline.pvGain, `${at}.pvGain`),
        number(headline.npv, `${at}.npv`),
        number(shortRunMarginal.pvGain, `${at}.shortRunMarginal.pvGain`),
      ],
      true,
    ),
    row(
      [
        heading(text('report.public')),
        number(publicBudget.cost, `${at}.publicBudget.cost`),
        number(publicBudget.gain, `${at}.publicBudget.gain`),
        number(publicBudget.net, `${at}.publicBudget.net`),
        number(shortRunMarginal.publicBudget.gain, `${at}.shortRunMarginal.publicBudget.gain`),
      ],
      true,
    ),
  ];
}

function yearsTable(result: WelfareAccountResult, actors: readonly string[]) {
  const shown = result.perYear.slice(0, YEARS_SHOWN);
  const { stay } = result;
  return {
    name: 'years',
    caption: text('page.table.years'),
    columns: columns(
      [text('report.actor')],
      ...(stay ? [[text('report.stay'), 'n'] as const] : []),
      ...shown.map(({ year }) => [text('report.yearNumber', { year }), 'n'] as const),
    ),
    rows: [
      ...actors.map((actor) =>
        row([
          heading(actorName(result, actor)),
          ...(stay ? [number(stay.actors[actor] ?? null, `stay.actors.${actor}`)] : []),
          ...shown.map(({ year, actors: of }) =>
            number(of[actor] ?? null, `perYear.${year}.actors.${actor}`),
          ),
        ]),
      ),
      row(
        [
          heading(text('report.society.short')),
          ...(stay ? [number(stay.societyGain, 'stay.societyGain')] : []),
          ...shown.map(({ year, societyGain }) => number(societyGain, `perYear.${year}.societyGain`)),
        ],
        true,
      ),
    ],
  };
}

function timeSection(result: WelfareAccountResult): Section {
  return section({
    id: 'time',
    title: text('report.time.title'),
    lead: text('report.time.lead'),
    drawing: drawing(timeChart(result)),
    tables: [
      {
        name: 'time',
        caption: text('page.table.time'),
        columns: columns(
          [text('report.years')],
          [text('report.gain'), 'n'],
          [text('report.cost'), 'n'],
          [text('report.expected'), 'n'],
          [text('report.ratioShort'), 'n'],
          [text('report.potential'), 'n'],
        ),
        rows: result.horizons.map((of) =>
          row([
            heading(String(of.years)),
            number(of.pvGain, `horizons.${of.years}.pvGain`),
            number(of.pvCost, `horizons.${of.years}.pvCost`),
            number(of.npv, `horizons.${of.years}.npv`),
            number(
              of.benefitCostRatio,
              `horizons.${of.years}.benefitCostRatio`,
              formatNumber(of.benefitCostRatio, 2),
            ),
            number(of.potential.npv, `horizons.${of.years}.potential.npv`),
          ]),
        ),
      },
    ],
    notes: [note(paybackLine(result), 'payback.expectedMonths')],
  });
}

function livesSections(result: WelfareAccountResult): readonly Section[] {
  const { assessment } = result;
  if (assessment.kind !== 'welfare-account') return [];
  const lives = assessment.careers
    ? assessment.careers.map(({ id, name, without, withSuccess }) => ({
        name: name ?? id,
        uses: [
          { use: without, at: `careers.${id}.without` },
          { use: withSuccess, at: `careers.${id}.withSuccess` },
        ],
      }))
    : (assessment.states ?? []).map(({ id, name, use }) => ({
        name: name ?? id,
        uses: [{ use: use ?? {}, at: `states.${id}.use` }],
      }));
  const compared = assessment.careers !== undefined;
  return [
    section({
      id: 'lives',
      title: text(compared ? 'report.lives.title' : 'page.states.title'),
      lead: text('report.lives.lead'),
      tables: lives.map(({ name, uses }, at) => ({
        name: `life-${at + 1}`,
        caption: name,
        columns: columns(
          [text('report.service')],
          [text('report.unit')],
          ...(compared
            ? ([
                [text('report.life.without'), 'n'],
                [text('report.life.success'), 'n'],
              ] as const)
            : ([[text('page.table.use'), 'n']] as const)),
        ),
        rows: assessment.services
          .filter(({ id }) => uses.some(({ use }) => Object.hasOwn(use, id)))
          .map((service) =>
            row([
              heading(service.name ?? service.id),
              words(service.unit ?? ''),
              ...uses.map(({ use, at: place }) => useCell(use, service.id, place)),
            ]),
          ),
      })),
    }),
  ];
}

function useCell(use: Use, service: string, place: string) {
  const amount: Amount | undefined = use[service];
  if (amount === undefined) return number(0, null, '0');
  return typeof amount === 'number'
    ? number(amount, `${place}.${service}`, formatNumber(amount, Number.isInteger(amount) ? 0 : 1))
    : words([amount.of].flat().join(' × '), { numeric: true });
}

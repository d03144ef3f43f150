import type { Interval, Result, ValueMapResult, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { peopleChart } from '../charts/people.js';
import { drawing } from '../template-engine.js';
import { roughMoney } from './amounts.js';

const LIMITS_SHOWN = 3;

/** Page one: people first, then money, then how far it goes. */
export function frontView(result: Result) {
  const { assessment } = result;
  const context = assessment.context ?? {};
  const level = context.checked?.level ?? 'self-declared';
  const worst = [...result.problems]
    .filter(({ severity }) => severity !== 'information')
    .map(({ message }) => message);
  return {
    kind: text(result.kind === 'value-map' ? 'report.kind.map' : 'report.kind.account'),
    title: result.title,
    organisation: assessment.organisation ?? null,
    period: text('report.period', {
      from: assessment.period.from,
      to: assessment.period.to,
      basis: assessment.basis,
    }),
    facts: [
      { label: text('report.who'), value: context.whatWasDone ?? null },
      { label: text('report.forWhom'), value: context.forWhom ?? null },
      { label: text('report.comparedWith'), value: context.comparedWith ?? null },
    ].filter(({ value }) => value !== null),
    people: result.kind === 'welfare-account' ? peopleView(result) : null,
    money: result.kind === 'welfare-account' ? accountMoney(result) : mapMoney(result),
    checked: text(`report.checked.${level}`, {
      by: context.checked?.by ?? '',
      standard: context.checked?.standard ?? '',
    }),
    limits: (context.limits ?? worst).slice(0, LIMITS_SHOWN),
    notCounted: context.notCounted ?? [],
  };
}

function peopleView(result: WelfareAccountResult) {
  const { entrants, succeeded, succeededWithout, lostToFollowUp } = result.people;
  const whole = (value: number | null): string => formatNumber(value, 0);
  const { low, high, people } = succeededWithout;
  const without =
    low === null || high === null || whole(low) === whole(high)
      ? text('report.about', { value: whole(people) })
      : text('report.between', { low: whole(low), high: whole(high) });
  const counted = Math.round(succeeded.people ?? 0);
  const anyway = Math.min(counted, Math.round(people ?? 0));
  const due = counted - anyway;
  const not = Math.max(0, Math.round(entrants ?? 0) - counted - lostToFollowUp);
  const label = text('report.people.chart', {
    entrants: whole(entrants),
    due,
    anyway,
    not,
    lost: lostToFollowUp,
  });
  return {
    sentence: text('report.people', {
      entrants: whole(entrants),
      succeeded: whole(succeeded.people),
      without,
    }),
    lost: lostToFollowUp > 0 ? text('report.peopleLost', { lost: lostToFollowUp }) : null,
    chart: drawing(peopleChart({ due, anyway, not, lost: lostToFollowUp, label })),
    legend: [
      { tone: 'due', label: text('report.legend.due') },
      { tone: 'anyway', label: text('report.legend.anyway') },
      { tone: 'not', label: text('report.legend.not') },
      ...(lostToFollowUp > 0 ? [{ tone: 'lost', label: text('report.legend.lost') }] : []),
    ],
  };
}

function rangeLine(interval: Interval | null, write: (value: number | null) => string): string {
  return interval
    ? text('report.range', { low: write(interval.p5), high: write(interval.p95) })
    : text('report.noRange');
}

function accountMoney(result: WelfareAccountResult) {
  const headline = result.horizons.find(({ years }) => years === result.headlineHorizon);
  const money = (value: number | null): string => roughMoney(value, result.currency);
  const size = (value: number | null): string => money(value === null ? null : Math.abs(value));
  const npv = headline?.npv ?? null;
  const payer = mainPayer(result);
  const own = payer === undefined ? undefined : headline?.actors[payer];
  return [
    {
      label: text('report.society', { years: result.headlineHorizon }),
      value: money(npv),
      line: text((npv ?? 0) < 0 ? 'report.societyLoses' : 'report.societyGains', { value: size(npv) }),
      range: rangeLine(result.interval?.npv ?? null, money),
    },
    ...(payer !== undefined && own
      ? [
          {
            label: text('report.payer', { actor: actorName(result, payer) }),
            value: money(own.net),
            line: text('report.payerLine', {
              cost: money(own.cost),
              gain: money(own.gain),
              net: (own.net ?? 0) < 0 ? 'loss' : 'gain',
              value: size(own.net),
            }),
            range: rangeLine(result.interval?.actors[payer] ?? null, money),
          },
        ]
      : []),
  ];
}

function mapMoney(result: ValueMapResult) {
  const ratio = (value: number | null): string => formatNumber(value, 2);
  return [
    {
      label: text('report.ratio'),
      value: result.ratio === null ? '–' : ratio(result.ratio),
      line:
        result.ratio === null
          ? text('report.noRatio')
          : text('report.ratioLine', { currency: result.currency, ratio: ratio(result.ratio) }),
      range: rangeLine(result.interval, ratio),
    },
    {
      label: text('report.net'),
      value: roughMoney(result.npv, result.currency),
      line: text('report.netLine', { value: roughMoney(result.npv, result.currency) }),
      range: rangeLine(result.npvInterval, (value) => roughMoney(value, result.currency)),
    },
  ];
}

/** The agency the report speaks to first: the one named, or the public one that pays most. */
function mainPayer(result: WelfareAccountResult): string | undefined {
  const named = result.assessment.context?.mainPayer;
  if (named !== undefined) return named;
  const headline = result.horizons.find(({ years }) => years === result.headlineHorizon);
  return [...result.publicActors].sort(
    (one, other) => (headline?.actors[other]?.cost ?? 0) - (headline?.actors[one]?.cost ?? 0),
  )[0];
}

/** What an actor is called in the file. */
export function actorName(result: WelfareAccountResult, actor: string): string {
  const { assessment } = result;
  if (assessment.kind !== 'welfare-account') return actor;
  return assessment.agencies.find(({ id }) => id === actor)?.name ?? actor;
}

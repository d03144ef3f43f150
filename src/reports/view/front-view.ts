import type { ActorHorizon, Result, ValueMapResult, WelfareAccountResult } from '../../core/result.js';
import { formatDate, formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { peopleChart } from '../charts/people.js';
import { drawing } from '../template-engine.js';
import { moneyScale, roughMoney } from './amounts.js';
import { fiscalFront } from './fiscal-front.js';
import { actorName, headlineOf } from './headline.js';
import { rangeView, type Write } from './range-view.js';

const LIMITS_SHOWN = 3;
const STAKEHOLDERS_SHOWN = 5;

/** What rounding to about three digits hides. */
const ROUNDING = 0.001;

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
      return { people: peopleView(result), money: accountMoney(result), stakeholders: null };
    case 'fiscal-cost-benefit':
      return fiscalFront(result);
  }
}

function limitsView(known: readonly string[]) {
  const limits = known.slice(0, LIMITS_SHOWN);
  return { limits, limitsTitle: text('report.limits', { count: limits.length }) };
}

function peopleView(result: WelfareAccountResult) {
  const { entrants, succeeded, succeededWithout, lostToFollowUp } = result.people;
  const { assessment } = result;
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
  const aim = aimOf(result);
  const label = text('report.people.chart', {
    entrants: whole(entrants),
    due,
    anyway,
    not,
    lost: lostToFollowUp,
    aim,
  });
  return {
    sentence: text('report.people', {
      entrants: whole(entrants),
      succeeded: whole(succeeded.people),
      without,
      basis: assessment.basis,
      aim,
    }),
    chart: drawing(peopleChart({ due, anyway, not, lost: lostToFollowUp, label })),
    legend: [
      { tone: 'due', label: text('report.legend.due', { aim }) },
      { tone: 'anyway', label: text('report.legend.anyway', { aim }) },
      { tone: 'not', label: text('report.legend.not', { aim }) },
      ...(lostToFollowUp > 0 ? [{ tone: 'lost', label: text('report.legend.lost', { aim }) }] : []),
    ],
  };
}

/** Whether success means work: where it does for some group, people read “in work”. */
function aimOf({ assessment }: WelfareAccountResult): 'work' | 'success' {
  if (assessment.kind !== 'welfare-account') return 'success';
  const successes =
    assessment.careers ?? (assessment.states ?? []).filter(({ success }) => success !== false);
  return successes.some(({ work }) => work !== undefined) ? 'work' : 'success';
}

function accountMoney(result: WelfareAccountResult) {
  const headline = headlineOf(result);
  const money: Write = (value) => roughMoney(value, result.currency);
  const size: Write = (value) => money(value === null ? null : Math.abs(value));
  const { npv, years } = headline;
  const payer = mainPayer(result);
  const own = payer === undefined ? undefined : headline.actors[payer];
  return [
    {
      label: text('report.society', { years }),
      value: money(npv),
      line: text('report.societyLine', {
        net: (npv ?? 0) < 0 ? 'loss' : 'gain',
        value: size(npv),
        gain: money(headline.pvGain),
        cost: money(headline.pvCost),
      }),
      ...rangeView(result, result.interval?.npv ?? null, npv, 0, money),
    },
    ...(payer !== undefined && own
      ? [
          {
            label: text('report.payer', { actor: actorName(result, payer), years }),
            value: money(own.net),
            line: text('report.payerLine', {
              cost: money(own.cost),
              gain: money(own.gain),
              part: notSpentPart(own),
              notSpent: money(own.moneyNotSpent),
            }),
            ...rangeView(result, result.interval?.actors[payer] ?? null, own.net, 0, money),
          },
        ]
      : []),
  ];
}

/** How much of an actor's gain is money not spent: some, all, or nothing that can be said. */
function notSpentPart({ gain, moneyNotSpent }: ActorHorizon): 'some' | 'all' | 'unknown' {
  if (gain === null || moneyNotSpent === null || gain <= 0 || moneyNotSpent < 0) return 'unknown';
  return moneyNotSpent < gain * (1 - ROUNDING) ? 'some' : 'all';
}

function mapMoney(result: ValueMapResult) {
  const ratio: Write = (value) => formatNumber(value, 2);
  const money: Write = (value) => roughMoney(value, result.currency);
  return [
    {
      label: text('report.ratio'),
      value: ratio(result.ratio),
      line:
        result.ratio === null
          ? text('report.noRatio')
          : text('report.ratioLine', { currency: result.currency, ratio: ratio(result.ratio) }),
      ...rangeView(result, result.interval, result.ratio, 1, ratio),
    },
    {
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

/** The agency the report speaks to first: the one named, or the public one that pays most. */
export function mainPayer(result: WelfareAccountResult): string | undefined {
  const named = result.assessment.context?.mainPayer;
  if (named !== undefined) return named;
  const { actors } = headlineOf(result);
  return [...result.publicActors].sort(
    (one, other) => (actors[other]?.cost ?? 0) - (actors[one]?.cost ?? 0),
  )[0];
}

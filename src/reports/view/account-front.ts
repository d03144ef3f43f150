import type { ActorHorizon, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { peopleChart } from '../charts/people.js';
import { drawing } from '../template-engine.js';
import { roughMoney } from './amounts.js';
import { actorName, headlineOf } from './headline.js';
import { presetMoney, presetShares } from './preset-front.js';
import { presetPeople } from './preset-names.js';
import { type MoneyBlock, rangeView, type Write } from './range-view.js';

/** What rounding to about three digits hides. */
const ROUNDING = 0.001;

/** What page one shows of a welfare account alone; of a preset, its own figure and whose it is. */
export function accountFront(result: WelfareAccountResult) {
  const { presetFigures } = result;
  const people = peopleView(result);
  return presetFigures
    ? {
        people,
        money: presetMoney(result, presetFigures, mainPayer(result)),
        stakeholders: presetShares(result, presetFigures),
      }
    : { people, money: accountMoney(result), stakeholders: null };
}

function peopleView(result: WelfareAccountResult) {
  const { entrants, succeeded, succeededWithout, lostToFollowUp } = result.people;
  const { assessment, presetFigures } = result;
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
    sentence: presetFigures
      ? presetPeople(result, presetFigures, anyway === 0 ? text('report.preset.nobody') : without)
      : text('report.people', {
          entrants: whole(entrants),
          succeeded: whole(succeeded.people),
          without,
          basis: assessment.basis,
          aim,
        }),
    // Where all are in work and nobody would have been, as presets suppose, there is nothing to tell apart.
    chart:
      presetFigures && anyway + not + lostToFollowUp === 0
        ? null
        : drawing(peopleChart({ due, anyway, not, lost: lostToFollowUp, label })),
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

function accountMoney(result: WelfareAccountResult): readonly MoneyBlock[] {
  const headline = headlineOf(result);
  const at = `horizons.${headline.years}`;
  const money: Write = (value) => roughMoney(value, result.currency);
  const size: Write = (value) => money(value === null ? null : Math.abs(value));
  const { npv, years } = headline;
  const payer = mainPayer(result);
  const own = payer === undefined ? undefined : headline.actors[payer];
  return [
    {
      figure: `${at}.npv`,
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
            figure: `${at}.actors.${payer}.net`,
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

/** The agency the report speaks to first: the one named, or the public one that pays most. */
function mainPayer(result: WelfareAccountResult): string | undefined {
  const named = result.assessment.context?.mainPayer;
  const { actors } = headlineOf(result);
  if (named !== undefined && actors[named]) return named;
  return [...result.publicActors].sort(
    (one, other) => (actors[other]?.cost ?? 0) - (actors[one]?.cost ?? 0),
  )[0];
}

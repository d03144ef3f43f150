import { loses } from '../view/counts.js';
import { COUNTED_TWICE } from '../../core/quality/assurance-claims.js';
import { deductionsOf } from '../../core/quality/deductions.js';
import type { Result, ValueMapResult, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { percent, plainNumber, roughMoney } from '../view/amounts.js';
import { anywayView } from '../view/assumptions-view.js';
import { actorName, headlineOf } from '../view/headline.js';
import { inputLabel } from '../view/input-label.js';
import { intervalsOf } from '../view/intervals.js';
import { agencyName } from '../view/fiscal-names.js';

/** A question that a critic will ask of any report, and what this run answers. */
export interface CriticAnswer {
  readonly question: string;
  readonly answer: string;
}

/** The twelve questions of docs/method.md, “What a critic will ask”, answered from the run and from nothing else. */
export function criticAnswers(result: Result): readonly CriticAnswer[] {
  const answers = {
    anyway: anywayAnswer(result),
    dropOuts: dropOutsAnswer(result),
    displacement: shareAnswer(result, 'displacement'),
    attribution: shareAnswer(result, 'attribution'),
    lasting: lastingAnswer(result),
    cash: cashAnswer(result),
    twice: twiceAnswer(result),
    prices: pricesAnswer(result),
    sure: sureAnswer(result),
    matters: mattersAnswer(result),
    losers: losersAnswer(result),
    checked: checkedAnswer(result),
  };
  return (Object.keys(answers) as (keyof typeof answers)[]).map((name) => ({
    question: text(`report.question.${name}`),
    answer: answers[name],
  }));
}

function anywayAnswer(result: Result): string {
  const { rows, more } = anywayView(result);
  if (rows.length === 0) return text('report.anyway.none');
  return [...rows.map(({ label, value }) => `${label}: ${value}.`), more ?? ''].join(' ').trim();
}

function dropOutsAnswer(result: Result): string {
  switch (result.kind) {
    case 'value-map': {
      const harms = result.perRow.filter(({ presentValue }) => (presentValue ?? 0) < 0);
      return text('report.critic.dropOuts.map', { rows: harms.length, all: result.perRow.length });
    }
    case 'welfare-account': {
      const { entrants, succeeded, lostToFollowUp } = result.people;
      return text('report.critic.dropOuts.account', {
        entrants: formatNumber(entrants),
        succeeded: formatNumber(succeeded.people, 1),
        lost: lostToFollowUp,
      });
    }
    case 'fiscal-cost-benefit':
      return text('report.critic.dropOuts.fiscal', {
        known: result.participantsRetained === null ? 'no' : 'yes',
        retained: formatNumber(result.participantsRetained, 0),
        population: formatNumber(result.targetPopulation, 0),
        worse: result.perOutcome.filter(({ effect }) => (effect ?? 0) < 0).length,
      });
  }
}

/** The lowest and the highest share taken off, and how many were left open. */
function shareAnswer({ assessment }: Result, what: 'displacement' | 'attribution'): string {
  if (assessment.kind === 'fiscal-cost-benefit') return text(`report.critic.${what}.fiscal`);
  const said = deductionsOf(assessment).filter((one) => one.what === what);
  const assessed = said.flatMap(({ share }) => share ?? []);
  const open = said.length - assessed.length;
  if (assessed.length === 0) return text('report.critic.share.none', { open });
  const [low, high] = [Math.min(...assessed), Math.max(...assessed)];
  return text('report.critic.share', {
    same: low === high ? 'yes' : 'no',
    low: percent(low),
    high: percent(high),
    open,
  });
}

function lastingAnswer(result: Result): string {
  if (result.kind === 'welfare-account') {
    const { npv, years } = headlineOf(result);
    const shortest = result.horizons[0];
    return text('report.critic.lasting.account', {
      years,
      net: roughMoney(npv, result.currency),
      shortest: shortest?.years ?? years,
      shortestNet: roughMoney(shortest?.npv ?? npv, result.currency),
      same: shortest?.years === years ? 'yes' : 'no',
    });
  }
  const years = result.perYear;
  return text('report.critic.lasting.map', { years: years.length });
}

function cashAnswer(result: Result): string {
  if (result.kind === 'welfare-account') {
    const { publicBudget, shortRunMarginal } = headlineOf(result);
    return text('report.critic.cash.account', {
      gain: roughMoney(publicBudget.gain, result.currency),
      known: shortRunMarginal.publicBudget.gain === null ? 'no' : 'yes',
      notSpent: roughMoney(shortRunMarginal.publicBudget.gain, result.currency),
    });
  }
  if (result.kind === 'fiscal-cost-benefit')
    return text('report.critic.cash.fiscal', {
      saved: roughMoney(result.pvFiscal, result.currency),
      known: result.pvCashable === null ? 'no' : 'yes',
      cashable: roughMoney(result.pvCashable, result.currency),
      transfers: roughMoney(result.pvTransfers, result.currency),
    });
  return text('report.critic.cash.map', {
    ratio: formatNumber(result.ratio, 2),
    without: formatNumber(result.ratioWithoutTransfers, 2),
    same: result.ratio === result.ratioWithoutTransfers ? 'yes' : 'no',
  });
}

/** What was found; otherwise what the checklist says was looked at. */
function twiceAnswer({ problems, assurance }: Result): string {
  const found = problems.filter(({ code }) => COUNTED_TWICE.includes(code)).map(({ message }) => message);
  if (found.length > 0) return found.join(' ');
  const checked = assurance.find(({ id }) => id === 'counted-once');
  return checked?.evidence === undefined
    ? text('report.critic.twice.unknown')
    : text('report.critic.twice.checked', { answer: checked.answer, evidence: checked.evidence });
}

function pricesAnswer(result: Result): string {
  const open = result.problems.filter(({ code }) => code === 'source-missing').length;
  const converted = result.assumptions.filter(({ input }) => input.startsWith('conversions.')).length;
  return text('report.critic.prices', { open, converted, priceYear: String(result.priceYear) });
}

function sureAnswer(result: Result): string {
  const [first] = intervalsOf(result);
  const interval = result.kind === 'welfare-account' ? result.interval?.benefitCostRatio : first;
  if (!interval) return text('report.noRange');
  if (result.uncertainty?.mostlyAssumption === true) return text('report.critic.sure.mostly');
  return text('report.critic.sure', {
    draws: formatNumber(interval.draws),
    low: formatNumber(interval.p5, 2),
    high: formatNumber(interval.p95, 2),
  });
}

function mattersAnswer(result: Result): string {
  const [first] = result.sensitivity;
  if (!first) return text('report.critic.matters.none');
  return text('report.critic.matters', {
    label: inputLabel(first),
    value: plainNumber(first.value),
    reachable: first.switchingValue !== null && first.reachable ? 'yes' : 'no',
    switching: plainNumber(first.switchingValue),
  });
}

function losersAnswer(result: Result): string {
  const losers = losersOf(result);
  const notCounted = result.assessment.context?.notCounted ?? [];
  return [
    losers.length === 0
      ? text('report.critic.losers.none')
      : text('report.critic.losers', { list: losers.join(', ') }),
    notCounted.length === 0
      ? text('report.notCounted.none')
      : text('report.critic.losers.out', { list: notCounted.join('; ') }),
  ].join(' ');
}

function losersOf(result: Result): readonly string[] {
  switch (result.kind) {
    case 'value-map':
      return groupsWhoLose(result);
    case 'welfare-account':
      return actorsWhoLose(result);
    case 'fiscal-cost-benefit':
      return result.perAgency
        .filter(({ net }) => loses(net))
        .map(({ agency, net }) => `${agencyName(result, agency)} (${roughMoney(net, result.currency)})`);
  }
}

function actorsWhoLose(result: WelfareAccountResult): readonly string[] {
  return Object.entries(headlineOf(result).actors)
    .filter(([, { net }]) => loses(net))
    .map(([actor, { net }]) => `${actorName(result, actor)} (${roughMoney(net, result.currency)})`);
}

function groupsWhoLose(result: ValueMapResult): readonly string[] {
  return result.perStakeholder
    .filter(({ presentValue }) => loses(presentValue))
    .map(({ stakeholder, presentValue }) => `${stakeholder} (${roughMoney(presentValue, result.currency)})`);
}

function checkedAnswer({ assessment: { context = {} } }: Result): string {
  const level = context.checked?.level ?? 'self-declared';
  const by = text(`report.checked.${level}`, {
    by: context.checked?.by ?? text('report.notSaid'),
    standard: context.checked?.standard ?? text('report.notSaid'),
  });
  return `${by}. ${text('report.annex.lead')}`;
}

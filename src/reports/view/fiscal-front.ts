import type { FiscalCostBenefitResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { peopleChart } from '../charts/people.js';
import { drawing } from '../template-engine.js';
import { moneyScale, roughMoney } from './amounts.js';
import { agencyName, outcomeName } from './fiscal-names.js';
import { type MoneyBlock, rangeView, type Write } from './range-view.js';

const AGENCIES_SHOWN = 5;

/** What rounding to about three digits hides. */
const ROUNDING = 0.001;

/**
 * Page one of a fiscal cost–benefit analysis: outcomes, the financial case beside public value, who saves. A picture
 * of the people leaves no room for one of the agencies, which then comes on page two alone.
 */
export function fiscalFront(result: FiscalCostBenefitResult) {
  const people = peopleView(result);
  return {
    people,
    money: moneyView(result),
    stakeholders: people.chart === null ? agenciesView(result) : null,
  };
}

function peopleView(result: FiscalCostBenefitResult) {
  const { perOutcome, assessment } = result;
  const { basis } = assessment;
  const whole: Write = (value) => formatNumber(value, 0);
  const population = whole(result.targetPopulation);
  const [only, ...others] = perOutcome;
  if (!only || others.length > 0) {
    const list = perOutcome
      .map(({ id, outcomesDue }) =>
        text('report.fiscal.outcomeCount', {
          outcome: outcomeName(result, id) ?? id,
          count: whole(outcomesDue),
        }),
      )
      .join(', ');
    const { participantsRetained: stay } = result;
    return {
      sentence:
        stay === null
          ? text('report.fiscal.severalPopulations', { population, list })
          : text('report.fiscal.several', { population, retained: whole(stay), basis, list }),
      chart: null,
      legend: [],
    };
  }
  const counted = Math.round(only.outcomesReached ?? 0);
  const due = Math.round(only.outcomesDue ?? 0);
  const [retained, anyway] = [Math.round(only.participantsRetained ?? 0), counted - due];
  const not = retained - counted;
  const drawn = due >= 0 && anyway >= 0 && not >= 0 && retained > 0 && (only.incidence ?? 0) <= 1;
  const label = text('report.fiscal.people.chart', { retained, due, anyway, not });
  return {
    sentence: text('report.fiscal.people', {
      ...{ population, retained: whole(retained), reached: whole(counted), basis },
      ...{ due: whole(due), anyway: whole(anyway) },
    }),
    chart: drawn ? drawing(peopleChart({ due, anyway, not, lost: 0, label })) : null,
    legend: drawn
      ? (['due', 'anyway', 'not'] as const).map((tone) => ({
          tone,
          label: text(`report.fiscal.legend.${tone}`),
        }))
      : [],
  };
}

function moneyView(result: FiscalCostBenefitResult): readonly MoneyBlock[] {
  const { currency, interval, otherReading } = result;
  const ratio: Write = (value) => formatNumber(value, 2);
  const money: Write = (value) => roughMoney(value, currency);
  const reading = text(`report.fiscal.read.${result.deadweightReading}`);
  const other = text(`report.fiscal.read.${otherReading.deadweightReading}`);
  const saved = {
    saved: money(result.pvFiscal),
    cashable: money(result.pvCashable),
    part: cashablePart(result),
    reading,
  };
  return [
    {
      figure: 'fiscalReturn',
      label: text('report.fiscal.return', { currency }),
      value: ratio(result.fiscalReturn),
      line:
        result.fiscalReturn === null
          ? text('report.fiscal.noReturn', saved)
          : text('report.fiscal.returnLine', {
              ...saved,
              cost: money(result.pvCost),
              net: money(result.netPresentBudgetImpact),
              otherReading: other,
              other: ratio(otherReading.fiscalReturn),
            }),
      ...rangeView(result, interval?.fiscalReturn ?? null, result.fiscalReturn, 1, ratio),
    },
    {
      figure: 'benefitCostRatio',
      label: text('report.fiscal.public', { currency }),
      value: ratio(result.benefitCostRatio),
      line: text('report.fiscal.publicLine', {
        value: money(result.pvPublicValue),
        reading,
        net: money(result.netPresentPublicValue),
        transfers: result.pvTransfers === 0 ? 'none' : 'some',
        transferred: money(result.pvTransfers),
        otherReading: other,
        other: ratio(otherReading.benefitCostRatio),
      }),
      ...rangeView(result, interval?.benefitCostRatio ?? null, result.benefitCostRatio, 1, ratio),
    },
  ];
}

/** How much of what is saved is cashable: some, all, or nothing that can be said. */
function cashablePart({ pvFiscal, pvCashable }: FiscalCostBenefitResult): 'some' | 'all' | 'unknown' {
  if (pvFiscal === null || pvCashable === null || pvFiscal <= 0 || pvCashable < 0) return 'unknown';
  return pvCashable < pvFiscal * (1 - ROUNDING) ? 'some' : 'all';
}

/** What each agency saves less what it pays, the largest first. */
function agenciesView(result: FiscalCostBenefitResult) {
  const { perAgency, pvCostWithoutPayer: unpaid } = result;
  const nets = [
    ...perAgency.map(({ agency, net }) => ({ label: agencyName(result, agency), net: net ?? 0 })),
    ...(unpaid === null || unpaid === 0 ? [] : [{ label: text('report.fiscal.payerNotSaid'), net: -unpaid }]),
  ];
  if (nets.length === 0) return null;
  const largest = nets.sort((one, other) => Math.abs(other.net) - Math.abs(one.net));
  const scale = moneyScale(
    largest.map(({ net }) => net),
    result.currency,
  );
  const bars = largest.slice(0, AGENCIES_SHOWN).map(({ label, net }) => ({
    label,
    from: 0,
    to: net,
    text: scale.write(net),
    tone: net < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  const more = largest.length - bars.length;
  return {
    title: text('report.fiscal.agencies.title'),
    lead: text('report.fiscal.agencies.front', { unit: scale.unit }),
    chart: drawing(barChart(bars, 0, text('report.fiscal.agencies.chart', { list }))),
    more: more > 0 ? text('report.fiscal.agencies.more', { more }) : null,
  };
}

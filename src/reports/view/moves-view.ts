import type { Result, Sensitivity, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { drawing } from '../template-engine.js';
import { plainNumber, shortMoney } from './amounts.js';
import { inputLabel } from './input-label.js';

const MOVES_SHOWN = 9;
const FIRST_SHOWN = 3;

/** The inputs that move the headline figure most, as bars with a sentence that says how to read them. */
export function movesBars(result: Result) {
  const moved = result.sensitivity.slice(0, MOVES_SHOWN);
  const { point, name, ratio } = figureOf(result);
  const short = shortMoney(moved.flatMap(({ low, high }) => [low, high]));
  const written = (value: number | null): string => (ratio ? formatNumber(value, 2) : short(value));
  const bars = moved.map((each) => ({
    label: inputLabel(each),
    from: each.low ?? point,
    to: each.high ?? point,
    text: `${written(each.low)} … ${written(each.high)}`,
    tone: each.ranged ? ('dark' as const) : ('light' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return {
    moved,
    point,
    name,
    written,
    bars,
    lead: text('report.moves.lead', { name, value: written(point), ranges: rangesOf(moved) }),
    label: text('report.moves.chart', { list }),
  };
}

/** Which inputs move the headline figure most: the first few in words, more as a drawing and a table. */
export function movesView(result: Result) {
  const { moved, point, name, written, bars, lead, label } = movesBars(result);
  return {
    lead,
    chart: drawing(barChart(bars, point, label)),
    first: moved.slice(0, FIRST_SHOWN).map((each) =>
      text('report.moves.first', {
        label: inputLabel(each),
        from: plainNumber(each.from),
        to: plainNumber(each.to),
        low: written(each.low),
        high: written(each.high),
      }),
    ),
    firstLead: text('report.moves.firstLead', { name, value: written(point) }),
    rows: moved.map((each) => ({
      label: inputLabel(each),
      from: plainNumber(each.from),
      to: plainNumber(each.to),
      low: written(each.low),
      high: written(each.high),
      switching:
        each.switchingValue !== null && each.reachable
          ? plainNumber(each.switchingValue)
          : text('report.moves.unreachable'),
    })),
  };
}

function rangesOf(moved: readonly Sensitivity[]): 'all' | 'none' | 'some' {
  if (moved.every(({ ranged }) => ranged)) return 'all';
  return moved.some(({ ranged }) => ranged) ? 'some' : 'none';
}

/** The figure that inputs are shown to move: where there is no ratio, the net value. */
function figureOf(result: Result): {
  readonly point: number;
  readonly name: string;
  readonly ratio: boolean;
} {
  const { currency } = result;
  switch (result.kind) {
    case 'welfare-account':
      return { point: result.headline.value ?? 0, name: accountFigure(result), ratio: false };
    case 'value-map':
      return result.ratio === null
        ? { point: result.npv ?? 0, name: text('report.moves.net', { currency }), ratio: false }
        : { point: result.ratio, name: text('report.moves.ratio'), ratio: true };
    case 'fiscal-cost-benefit':
      return result.fiscalReturn === null
        ? {
            point: result.netPresentBudgetImpact ?? 0,
            name: text('report.moves.budget', { currency }),
            ratio: false,
          }
        : { point: result.fiscalReturn, name: text('report.moves.fiscal'), ratio: true };
  }
}

/** The figure an account is asked for first, as a part of a sentence. */
function accountFigure({
  headline,
  presetFigures,
  headlineHorizon: years,
  currency,
}: WelfareAccountResult): string {
  return presetFigures
    ? text('report.moves.preset', { label: headline.label, currency })
    : text('report.moves.account', { currency, years });
}

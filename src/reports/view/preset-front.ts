import type { Value, WelfareAccountResult } from '../../core/result.js';
import type { PresetFigures } from '../../core/welfare/presets/preset-result.js';
import { text } from '../../platform/locale/text.js';
import { barChart } from '../charts/bars.js';
import { type Amount, amountBars, barsInWords } from '../sections/amount-bars.js';
import { drawing } from '../template-engine.js';
import { moneyScale, roughMoney } from './amounts.js';
import { actorName } from './headline.js';
import { countedIn, countInWords, presetHeadline, presetWord } from './preset-names.js';
import { type MoneyBlock, rangeView } from './range-view.js';

/** The money of page one of a preset: the figure asked for first, and what it comes to in all or for who pays. */
export function presetMoney(
  result: WelfareAccountResult,
  figures: PresetFigures,
  payer: string | undefined,
): readonly MoneyBlock[] {
  const money = (value: Value): string => roughMoney(value, result.currency);
  const { figure, value } = result.headline;
  const first = {
    figure,
    label: presetHeadline(figures),
    value: money(value),
    line: lineOf(figures, money),
    ...rangeView(result, result.interval?.headline ?? null, value, 0, money),
  };
  const second =
    countedIn(figures).count === 1 ? payerBlock(result, figures, payer, money) : totalBlock(figures, money);
  return second ? [first, second] : [first];
}

type Money = (value: Value) => string;

function lineOf(figures: PresetFigures, money: Money): string {
  if (figures.preset === 'valoris') {
    const { benefits, costs } = figures.perPerson;
    return text('report.preset.valoris.line', { benefits: money(benefits), costs: money(costs) });
  }
  const line = figures.preset === 'employment-clause' ? figures.perJob : figures.perFullTimeYear;
  return costLine(line, money);
}

function costLine(
  line: { paid: Value; returned: Value; saved: Value; netCost: Value },
  money: Money,
): string {
  return text('report.preset.cost.line', {
    paid: money(line.paid),
    returned: money(line.returned),
    saved: money(line.saved),
    gain: (line.netCost ?? 0) < 0 ? 'yes' : 'no',
  });
}

/** All people, jobs or years together: the same calculation, and so without a range of its own. */
function totalBlock(figures: PresetFigures, money: Money): MoneyBlock {
  const [name, value] =
    figures.preset === 'valoris' ? ['value', figures.total.value] : ['netCost', figures.total.netCost];
  return {
    figure: `preset.total.${name}`,
    label: text('report.preset.inAll', { count: countInWords(figures) }),
    value: money(value),
    line:
      figures.preset === 'valoris'
        ? text('report.preset.valoris.line', {
            benefits: money(figures.total.benefits),
            costs: money(figures.total.costs),
          })
        : costLine(figures.total, money),
    range: null,
    interval: null,
  };
}

/** Of one job: what it is to the agency that pays. */
function payerBlock(
  result: WelfareAccountResult,
  figures: PresetFigures,
  payer: string | undefined,
  money: Money,
): MoneyBlock | undefined {
  const own = agencyLines(figures).find(({ agency }) => agency === payer);
  if (!own) return undefined;
  return {
    figure: `preset.agencies.${own.agency}.${own.each}.netCost`,
    label: text('report.preset.payer', { actor: actorName(result, own.agency) }),
    value: money(own.line.netCost),
    line: costLine(own.line, money),
    range: null,
    interval: null,
  };
}

/** What public agencies pay and get back, agency by agency, those left out whom it does not concern. */
export function agencyLines(figures: PresetFigures) {
  if (figures.preset === 'valoris') return [];
  const lines =
    figures.preset === 'employment-clause'
      ? figures.byAgency.map(({ perJob, ...rest }) => ({ ...rest, each: 'perJob', line: perJob }))
      : figures.byAgency.map(({ perFullTimeYear, ...rest }) => ({
          ...rest,
          each: 'perFullTimeYear',
          line: perFullTimeYear,
        }));
  return lines.filter(({ line: { paid, returned, saved } }) =>
    [paid, returned, saved].some((value) => (value ?? 0) !== 0),
  );
}

/** Whose the money of a preset is: by level of government, or agency by agency. */
export function whoseMoney(result: WelfareAccountResult, figures: PresetFigures): readonly Amount[] {
  return figures.preset === 'valoris'
    ? figures.byLevel.map(({ level, perPerson }) => ({
        label: text(`report.level.${level}`),
        value: perPerson.value,
      }))
    : agencyLines(figures).map(({ agency, line }) => ({
        label: actorName(result, agency),
        value: line.netCost,
      }));
}

/** The same for page one, as bars. */
export function presetShares(result: WelfareAccountResult, figures: PresetFigures) {
  const amounts = whoseMoney(result, figures);
  if (amounts.length < 2) return null;
  const scale = moneyScale(
    amounts.map(({ value }) => value),
    result.currency,
  );
  const bars = amountBars(amounts, scale.write, figures.preset === 'valoris' ? 'below' : 'above');
  const { each } = countedIn(figures);
  return {
    title: text('report.preset.whose'),
    lead: text('report.preset.whoseLead', { preset: presetWord(figures), each, unit: scale.unit }),
    chart: drawing(barChart(bars, 0, text('report.preset.whoseChart', { list: barsInWords(bars) }))),
    more: null,
  };
}

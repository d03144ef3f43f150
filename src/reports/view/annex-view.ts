import type { Conventions } from '../../core/assessment.js';
import type { FiscalCostBenefitResult, Result, WelfareAccountResult } from '../../core/result.js';
import { formatNumber } from '../../platform/locale/format.js';
import { isTextKey, text } from '../../platform/locale/text.js';
import { percent } from './amounts.js';
import { intervalsOf } from './intervals.js';

/** What anyone needs who wants to calculate a report again. */
export function annexView(result: Result) {
  const { conventions, assessment } = result;
  const [draws] = intervalsOf(result);
  const rows = [
    ['report.annex.method', text(`report.annex.method.${result.kind}`)],
    ...(result.kind === 'welfare-account'
      ? ([
          ['report.annex.horizon', horizonOf(result)],
          ['report.annex.production', convention('production', result.productionValue)],
        ] as const)
      : []),
    ...(result.kind === 'fiscal-cost-benefit'
      ? ([
          ['report.annex.deadweight', convention('deadweightReading', result.deadweightReading)],
          ['report.annex.optimismBias', optimismBias(result)],
          ['report.annex.years', text('report.annex.yearsFromNought', { years: result.perYear.length })],
        ] as const)
      : []),
    ['report.annex.discounting', convention('discounting', conventions.discounting)],
    ['report.annex.rate', rateOf(conventions)],
    ...(result.kind === 'value-map'
      ? ([
          ['report.annex.dropOff', convention('dropOff', conventions.dropOff)],
          ['report.annex.deductions', convention('deductions', conventions.deductions)],
          ['report.annex.attribution', convention('attribution', conventions.attributionMeans)],
        ] as const)
      : []),
    ['report.annex.prices', `${result.currency}, ${result.priceYear}`],
    ['report.annex.model', result.modelVersion],
    ['report.annex.reference', result.referenceVersion],
    [
      'report.annex.draws',
      draws
        ? text('report.annex.drawsAndSeed', { draws: formatNumber(draws.draws), seed: String(draws.seed) })
        : text('report.annex.noDraws'),
    ],
    ['report.annex.hash', result.inputsHash],
  ] as const;
  return {
    rows: rows.map(([label, value]) => ({ label: text(label), value })),
    source: [assessment.source?.title, assessment.source?.url, assessment.source?.note]
      .filter((part) => part !== undefined)
      .join(' · '),
  };
}

/** How far page one looks, what that follows, and the term of office where one was put among the horizons. */
function horizonOf({ headlineHorizon, conventions: { horizons } }: WelfareAccountResult): string {
  const years = text('report.annex.horizonYears', { years: headlineHorizon });
  if (!horizons) return years;
  const term = horizons.termOfOffice;
  return [
    text('report.annex.horizonFollows', {
      years,
      follows: horizons.headline === 'follow-up' ? 'followed' : horizons.headline,
    }),
    ...(term ? [text('report.annex.termOfOffice', { ...term, verified: term.verified ? 'yes' : 'no' })] : []),
  ].join(' ');
}

/** The corrections for optimism; of several outcomes the ends. */
function optimismBias({ optimismBias: { costs, table }, perOutcome }: FiscalCostBenefitResult): string {
  const ofBenefits = perOutcome.map((outcome) => outcome.optimismBias.value ?? 0);
  const ends = [ofBenefits.reduce((one, other) => Math.max(one, other), -1), Math.min(...ofBenefits)];
  const values = {
    costs: percent(costs.value ?? 0),
    benefits: [...new Set(ends.map(percent))].join('–'),
  };
  return table === null
    ? text('report.optimismBias.used', values)
    : `${text('report.optimismBias.graded', values)} (${table.source ?? text('report.notSaid')})`;
}

/** A convention by its name in files, and what it means. */
function convention(of: string, name: string | undefined): string {
  if (name === undefined) return '–';
  const key = `report.${of}.${name}`;
  return isTextKey(key) ? `${name}: ${text(key)}` : name;
}

function rateOf({ discountRate: rate, factors }: Pick<Conventions, 'discountRate' | 'factors'>): string {
  if (factors !== undefined)
    return Object.entries(factors)
      .map(([year, factor]) => `${year}: ${factor}`)
      .join(', ');
  if (rate === undefined) return '–';
  if (typeof rate === 'number') return percent(rate);
  if ('of' in rate) return [rate.of].flat().join(' × ');
  return rate
    .map(({ untilYear, rate: each }) =>
      text('report.annex.rateUntil', { rate: percent(each), year: untilYear }),
    )
    .join(', ');
}

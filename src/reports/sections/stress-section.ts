import type { Value, WelfareAccountResult } from '../../core/result.js';
import type { StressRow } from '../../core/welfare/result-blocks.js';
import { text } from '../../platform/locale/text.js';
import { plainNumber } from '../view/amounts.js';
import { counts } from '../view/counts.js';
import { headlineOf } from '../view/headline.js';
import { sourceLine } from '../view/source-line.js';
import { barsInWords } from './amount-bars.js';
import type { DrawnBar } from './bar-list.js';
import { asBars, type Section, section } from './section.js';
import { type Cell, columns, heading, number, row, type Table, words } from './table.js';

/** What is left of an account where those who object to it are right, one by one and all at once. */
export function stressSection(result: WelfareAccountResult): readonly Section[] {
  const { stress, headline, headlineHorizon: years, currency } = result;
  if (stress.length === 0) return [];
  const single = stress.filter(({ id }) => id !== 'all-together');
  const open = single.filter(({ answered }) => !answered);
  const bars = barsOf(result);
  const values = { years, currency, all: single.length, answered: single.length - open.length };
  return [
    section({
      id: 'stress',
      title: text('report.stress.title'),
      lead: [
        text('report.stress.lead', values),
        text('report.stress.drawn', { whose: whoseOf(result), label: headline.label }),
      ].join(' '),
      ...asBars(bars, 0, text('report.stress.chart', { list: barsInWords(bars) })),
      tables: [resultsTable(result), ...(open.length > 0 ? [openTable(open)] : []), sourcesTable(single)],
    }),
  ];
}

/** Whose net result is looked at first. */
const whoseOf = ({ headline }: WelfareAccountResult): 'society' | 'public' =>
  headline.perspective === 'society' ? 'society' : 'public';

/** A net result and its difference from that of the account as it stands. */
interface Net {
  readonly value: Value;
  readonly difference: Value;
}

const netOf = (row: StressRow, whose: 'society' | 'public'): Net =>
  whose === 'society'
    ? { value: row.npv, difference: row.difference }
    : { value: row.publicNet, difference: row.publicDifference };

function ownOf(result: WelfareAccountResult, whose: 'society' | 'public') {
  const { npv, publicBudget, years } = headlineOf(result);
  return whose === 'society'
    ? { value: npv, figure: `horizons.${years}.npv` }
    : { value: publicBudget.net, figure: `horizons.${years}.publicBudget.net` };
}

function barsOf(result: WelfareAccountResult): readonly DrawnBar[] {
  const whose = whoseOf(result);
  const bar = (label: string, value: Value, changed: boolean): DrawnBar => ({
    label,
    from: 0,
    to: value ?? 0,
    text: plainNumber(value),
    tone: changed ? ((value ?? 0) < 0 ? 'warm' : 'dark') : 'light',
  });
  return [
    bar(text('report.stress.asItStands'), ownOf(result, whose).value, true),
    ...result.stress
      .filter(({ answered }) => answered)
      .map((one) => {
        const { value, difference } = netOf(one, whose);
        return bar(text(`report.objection.${one.id}`), value, counts(difference));
      }),
  ];
}

/** Both net results under what could be worked out, that which is asked for first before the other. */
function resultsTable(result: WelfareAccountResult): Table {
  const order =
    whoseOf(result) === 'society' ? (['society', 'public'] as const) : (['public', 'society'] as const);
  const amount = (value: Value, figure: string | null = null): Cell =>
    number(value, figure, plainNumber(value));
  return {
    name: 'stress',
    caption: text('report.stress.table'),
    columns: columns(
      [text('report.stress.changed')],
      ...order.flatMap((whose) => [
        [text(`report.stress.${whose}`), 'n'] as const,
        [text('report.stress.difference'), 'n'] as const,
      ]),
    ),
    rows: [
      row([
        heading(text('report.stress.asItStands')),
        ...order.flatMap((whose) => {
          const { value, figure } = ownOf(result, whose);
          return [amount(value, figure), amount(null)];
        }),
      ]),
      ...result.stress
        .filter(({ answered }) => answered)
        .map((one) =>
          row(
            [
              heading(one.objection, { note: one.change }),
              ...order.flatMap((whose) => {
                const { value, difference } = netOf(one, whose);
                return [amount(value), amount(difference)];
              }),
            ],
            one.id === 'all-together',
          ),
        ),
    ],
  };
}

function openTable(open: readonly StressRow[]): Table {
  return {
    name: 'stress-open',
    caption: text('report.stress.open'),
    columns: columns([text('report.stress.objection')], [text('report.stress.missing')]),
    rows: open.map(({ objection, reason }) => row([heading(objection), words(reason ?? '')])),
  };
}

function sourcesTable(single: readonly StressRow[]): Table {
  return {
    name: 'stress-sources',
    caption: text('report.stress.sources'),
    columns: columns([text('report.stress.objection')], [text('report.stress.who')]),
    rows: single.map(({ id, source, verified, inputSource }) =>
      row([
        heading(text(`report.objection.${id}`)),
        words(sourceLine(source ?? '', verified), {
          note: inputSource === null ? null : text('report.stress.number', { source: inputSource }),
        }),
      ]),
    ),
  };
}

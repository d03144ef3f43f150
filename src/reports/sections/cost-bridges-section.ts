import type { Value, WelfareAccountResult } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { plainNumber } from '../view/amounts.js';
import { actorName } from '../view/headline.js';
import { barsInWords, stepBars } from './amount-bars.js';
import { asBars, type Section, section } from './section.js';
import { columns, heading, number, row } from './table.js';

const PARTS = ['operatingCost', 'sales', 'participantsWageCost', 'cost', 'perEntrant'] as const;

/** From what an enterprise that trades spends to what it costs; nothing where no cost comes from its books. */
export function costBridgesSection(result: WelfareAccountResult): readonly Section[] {
  const { costBridges, assumptions, currency } = result;
  const [first, ...others] = costBridges;
  if (!first) return [];
  const inputs = new Set(assumptions.map(({ input }) => input));
  const less = (part: 'sales' | 'participantsWageCost'): { label: string; value: Value } => ({
    label: text(`report.bridge.less.${part}`),
    value: first[part] === null ? null : -first[part],
  });
  const bars = stepBars(
    [
      { label: text('report.bridge.operatingCost'), value: first.operatingCost },
      less('sales'),
      less('participantsWageCost'),
      { label: text('report.bridge.cost'), value: first.cost, total: true },
    ],
    plainNumber,
    'above',
  );
  return [
    section({
      id: 'cost-bridges',
      under: true,
      title: text('report.bridge.title'),
      lead: text('report.bridge.lead', { currency }),
      // Several on one scale could not be compared: what they cost is added up with all other costs.
      ...(others.length === 0 && asBars(bars, 0, text('report.bridge.chart', { list: barsInWords(bars) }))),
      tables: [
        {
          name: 'cost-bridges',
          caption: text('report.bridge.title'),
          columns: columns(
            [text('report.bridge.payer')],
            ...PARTS.map((part) => [text(`report.bridge.${part}`), 'n'] as const),
          ),
          rows: costBridges.map((bridge) =>
            row([
              heading(actorName(result, bridge.paidBy)),
              ...PARTS.map((part) => {
                const at = `programmeCost.${bridge.row}`;
                if (part === 'perEntrant') return number(bridge[part], `${at}.${part}`);
                const figure = `${at}.enterprise.${part}`;
                return number(bridge[part], part === 'cost' || inputs.has(figure) ? figure : null);
              }),
            ]),
          ),
        },
      ],
    }),
  ];
}

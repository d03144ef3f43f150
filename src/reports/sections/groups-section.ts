import type { WelfareAccountResult } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { asBars, type Section, section } from './section.js';
import { columns, heading, number, row, words } from './table.js';
import { plainNumber } from '../view/amounts.js';
import { counts } from '../view/counts.js';
import { actorName } from '../view/headline.js';
import { sentenceCase } from '../view/input-label.js';

/** The account of each group of people beside the others; a group may lose. */
export function groupsSection(result: WelfareAccountResult): readonly Section[] {
  const { perCohort, headlineHorizon: years, currency } = result;
  if (perCohort.length < 2) return [];
  const bars = perCohort.map(({ label, publicBudget: { net } }) => ({
    label,
    from: 0,
    to: net ?? 0,
    text: plainNumber(net),
    tone: (net ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return [
    section({
      id: 'groups',
      title: text('report.groups.title'),
      lead: text('report.groups.lead', { years, currency }),
      ...asBars(bars, 0, text('report.groups.chart', { list })),
      tables: [
        {
          name: 'groups',
          caption: text('report.groups.title'),
          columns: columns(
            [text('report.groups.group')],
            [text('report.groups.people'), 'n'],
            [text('report.gain'), 'n'],
            [text('report.cost'), 'n'],
            [text('report.net'), 'n'],
            [text('report.groups.public'), 'n'],
            [text('report.groups.publicAll'), 'n'],
          ),
          rows: perCohort.map(({ id, label, entrants, pvGain, pvCost, npv, publicBudget, total }) => {
            const at = `perCohort.${id}`;
            return row([
              heading(label),
              number(entrants, null),
              number(pvGain, `${at}.pvGain`),
              number(pvCost, `${at}.pvCost`),
              number(npv, `${at}.npv`),
              number(publicBudget.net, `${at}.publicBudget.net`),
              number(total.publicNet, `${at}.total.publicNet`),
            ]);
          }),
        },
      ],
    }),
  ];
}

/** Every flow of the account and whom it concerns: what the table of actors is made of. */
export function flowsSection(result: WelfareAccountResult): readonly Section[] {
  const shown = result.flows.filter(({ actors }) => Object.values(actors).some(counts));
  if (shown.length === 0) return [];
  return [
    section({
      id: 'flows',
      title: text('report.flows.title'),
      lead: text('report.flows.lead', { years: result.headlineHorizon, currency: result.currency }),
      folded: true,
      tables: [
        {
          name: 'flows',
          caption: text('report.flows.title'),
          columns: columns(
            [text('report.flows.flow')],
            [text('report.flows.who')],
            [text('report.flows.society'), 'n'],
          ),
          rows: shown.map(({ id, label, nature, actors, total }) =>
            row([
              heading(sentenceCase(label)),
              words(
                Object.entries(actors)
                  .filter(([, value]) => counts(value))
                  .map(([actor, value]) => `${actorName(result, actor)} ${plainNumber(value)}`)
                  .join('; '),
              ),
              number(total, nature === 'real' ? `flows.${id}.total` : null),
            ]),
          ),
        },
      ],
    }),
  ];
}

import type { Result } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { type Section, section } from './section.js';
import { columns, heading, row, words } from './table.js';

/** The checklist of whoever checks an assessment, as far as the file itself can answer it; none of results without one. */
export function assuranceSection({ assurance, publishable }: Result): readonly Section[] {
  if (assurance.length === 0) return [];
  const yes = assurance.filter(({ answer }) => answer === 'yes').length;
  const checklist = section({
    id: 'assurance',
    title: text('report.assurance.title'),
    lead: text('report.assurance.lead', {
      yes,
      all: assurance.length,
      publishable: publishable ? 'yes' : 'no',
    }),
    tables: [
      {
        name: 'assurance',
        caption: text('report.assurance.title'),
        columns: columns([text('report.critic.question')], [text('report.assurance.answer')]),
        rows: assurance.map(({ question, answer, advice, evidence, principle }) =>
          row([
            heading(question, { note: principle }),
            words(
              [text(`report.assurance.${answer}`), evidence].filter((part) => part !== undefined).join(': '),
              { open: answer === 'no' || answer === 'not-said', note: advice },
            ),
          ]),
        ),
      },
    ],
  });
  return [checklist];
}

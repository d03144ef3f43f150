import type { Result } from '../../core/result.js';
import { text } from '../../platform/locale/text.js';
import { type Section, section } from './section.js';
import { columns, heading, row, words } from './table.js';
import { criticAnswers } from './critic-answers.js';

/** The annex that answers what a critic will ask. */
export function criticSection(result: Result): Section {
  return section({
    id: 'critic',
    title: text('report.critic.title'),
    lead: text('report.critic.lead'),
    tables: [
      {
        name: 'critic',
        caption: text('report.critic.title'),
        columns: columns([text('report.critic.question')], [text('report.critic.answer')]),
        rows: criticAnswers(result).map(({ question, answer }) => row([heading(question), words(answer)])),
      },
    ],
  });
}

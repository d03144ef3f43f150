import { readFileSync } from 'node:fs';
import { markup, templateFolder } from '../platform/templates/template-folder.js';

const engine = templateFolder('report');

const LONGEST_AMOUNT = 30;

// Readers of tagged text lose what follows a no-break space, so that amounts are kept together by the style sheet.
engine.registerHelper('kept', (words: string) =>
  markup(
    engine
      .escapeExpression(words)
      .replace(/[^ \u00a0]+(?:\u00a0[^ \u00a0]+)+/g, (amount) =>
        amount.length > LONGEST_AMOUNT
          ? amount
          : `<span class="kept">${amount.replaceAll('\u00a0', ' ')}</span>`,
      ),
  ),
);

/** A drawing we made ourselves, which goes into the page as it is. */
export const drawing = markup;

/** The style sheet of reports. */
export function styleSheet(): string {
  return readFileSync(new URL('../../templates/report/report.css', import.meta.url), 'utf8');
}

const layout = engine.compile('{{> layout}}', { strict: true });

/** Fills the report's templates; everything but our own drawings is escaped. */
export function fillTemplates(view: object): string {
  return layout(view, { allowProtoPropertiesByDefault: false });
}

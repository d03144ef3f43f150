import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { isTextKey, text, type TextValues } from '../platform/locale/text.js';

const folder = new URL('../../templates/report/', import.meta.url);
const engine = Handlebars.create();

for (const file of readdirSync(folder)) {
  if (file.endsWith('.hbs'))
    engine.registerPartial(file.replace('.hbs', ''), readFileSync(new URL(file, folder), 'utf8'));
}
engine.registerHelper('t', (key: string, options: { hash: TextValues }) => {
  if (!isTextKey(key)) throw new Error(`there is no text ${key}`);
  return text(key, options.hash);
});

const LONGEST_AMOUNT = 30;

// Readers of tagged text lose what follows a no-break space, so that amounts are kept together by the style sheet.
engine.registerHelper(
  'kept',
  (words: string) =>
    new Handlebars.SafeString(
      Handlebars.escapeExpression(words).replace(/[^ \u00a0]+(?:\u00a0[^ \u00a0]+)+/g, (amount) =>
        amount.length > LONGEST_AMOUNT
          ? amount
          : `<span class="kept">${amount.replaceAll('\u00a0', ' ')}</span>`,
      ),
    ),
);

/** A drawing we made ourselves, which goes into the page as it is. */
export function drawing(svg: string): Handlebars.SafeString {
  return new Handlebars.SafeString(svg);
}

/** The style sheet of reports. */
export function styleSheet(): string {
  return readFileSync(new URL('report.css', folder), 'utf8');
}

const layout = engine.compile('{{> layout}}', { strict: true });

/** Fills the report's templates; everything but our own drawings is escaped. */
export function fillTemplates(view: object): string {
  return layout(view, { allowProtoPropertiesByDefault: false });
}

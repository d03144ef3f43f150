import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { isTextKey, text, type TextValues } from '../locale/text.js';

const folder = new URL('../../../templates/pages/', import.meta.url);
const engine = Handlebars.create();

for (const file of readdirSync(folder)) {
  if (file.endsWith('.hbs'))
    engine.registerPartial(file.replace('.hbs', ''), readFileSync(new URL(file, folder), 'utf8'));
}
engine.registerHelper('t', (key: string, options: { hash: TextValues }) => {
  if (!isTextKey(key)) throw new Error(`there is no text ${key}`);
  return text(key, options.hash);
});

const compiled = new Map<string, Handlebars.TemplateDelegate>();

/** Fills a page template; everything that comes from a file or a person is escaped, and a missing value is a fault. */
export function fillPage(template: string, view: object): string {
  const fill = compiled.get(template) ?? engine.compile(`{{> ${template}}}`, { strict: true });
  compiled.set(template, fill);
  return fill(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}

/** The page itself, made by {@link fillPage}, for the frame around it. */
export const filled = (html: string): object => new Handlebars.SafeString(html);

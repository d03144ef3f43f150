import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { isTextKey, text, type TextValues } from '../locale/text.js';

/** Templates that may use each other. */
export type TemplateFolder = ReturnType<typeof Handlebars.create>;

/**
 * Reads a folder of templates (`templates/NAME`); each can be named by the others, and `{{t "key"}}` is a text.
 *
 * @throws Error where a template asks for a text there is not
 */
export function templateFolder(name: string): TemplateFolder {
  const folder = new URL(`../../../templates/${name}/`, import.meta.url);
  const engine = Handlebars.create();
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.hbs')) {
      engine.registerPartial(file.replace('.hbs', ''), readFileSync(new URL(file, folder), 'utf8'));
    }
  }
  engine.registerHelper('t', (key: string, options: { hash: TextValues }) => {
    if (!isTextKey(key)) throw new Error(`there is no text ${key}`);
    return text(key, options.hash);
  });
  return engine;
}

/** Markup of our own making, which goes into a page as it is. */
export const markup = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);

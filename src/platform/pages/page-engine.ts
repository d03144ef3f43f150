import { markup, type TemplateFolder, templateFolder } from '../templates/template-folder.js';

const engine = templateFolder('pages');
const compiled = new Map<string, ReturnType<TemplateFolder['compile']>>();

/** Fills a page template; everything that comes from a file or a person is escaped, and a missing value is a fault. */
export function fillPage(template: string, view: object): string {
  const fill = compiled.get(template) ?? engine.compile(`{{> ${template}}}`, { strict: true });
  compiled.set(template, fill);
  return fill(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}

/** The page itself, made by {@link fillPage}, for the frame around it. */
export const filled = (html: string): object => markup(html);

import { text } from '../locale/text.js';

/** A field of a form, as it is asked for. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Left out: one line of text. */
  readonly type?: 'text' | 'number' | 'date' | 'paragraph' | 'choice' | 'file';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** May be left empty. */
  readonly optional?: boolean;
  readonly longest?: number;
  /** Of files: what the browser offers. */
  readonly accept?: string;
}

/** What is wrong with a field. */
export interface FieldError {
  readonly name: string;
  readonly message: string;
}

/**
 * Fields with what was filled in and what is wrong with it, for the template `fields`.
 *
 * @param values what was filled in before, by name
 */
export function fieldViews(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  errors: readonly FieldError[] = [],
): readonly object[] {
  return fields.map(({ name, label, hint, type = 'text', choices, optional, longest, accept }) => {
    const given = values[name];
    const value = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
    const error = errors.find((one) => one.name === name)?.message ?? null;
    const described = [hint === undefined ? '' : `${name}-hint`, error === null ? '' : `${name}-error`];
    return {
      name,
      label,
      value,
      hint: hint ?? null,
      error,
      described: described.filter((part) => part !== '').join(' ') || null,
      required: optional !== true,
      longest: longest ?? null,
      accept: accept ?? null,
      paragraph: type === 'paragraph',
      choice: type === 'choice',
      file: type === 'file',
      line: type === 'text' || type === 'number' || type === 'date',
      inputType: type === 'date' ? 'date' : 'text',
      inputMode: type === 'number' ? 'decimal' : null,
      choices: (choices ?? []).map((choice) => ({ ...choice, chosen: choice.value === value })),
    };
  });
}

/**
 * The errors at a form’s fields: of each field the first, under the name it has in the form.
 *
 * @param values what was filled in, by name; a field that is empty is told to be filled in
 */
export function fieldErrors(
  refusals: readonly { readonly pointer: string; readonly message: string }[],
  values: Readonly<Record<string, unknown>>,
): readonly FieldError[] {
  const first = new Map<string, string>();
  for (const { pointer, message } of refusals) {
    const name = pointer.slice(1).replaceAll('/', '-');
    const value = values[name];
    const empty = value === undefined || (typeof value === 'string' && value.trim() === '');
    if (!first.has(name)) first.set(name, empty ? text('page.form.missing') : message);
  }
  return [...first].map(([name, message]) => ({ name, message }));
}

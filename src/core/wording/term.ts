/** A text as data: a code and what is put into it, so that it can be said in any language. */
export interface Term {
  readonly code: string;
  readonly values?: TermValues;
}

export type TermValues = Readonly<Record<string, string | number>>;

/** Fills `{name}` places of a text. */
export function fill(text: string, values: TermValues = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}

/** A text as data: a code and what is put into it, so that it can be said in any language. */
export interface Term {
  readonly code: string;
  readonly values?: TermValues;
}

export type TermValues = Readonly<Record<string, string | number>>;

/** Fills `{name}` places of a text; of years, one is one year. */
export function fill(text: string, values: TermValues = {}): string {
  const one = text.replace(/\{(\w+)\} years/g, (place, name: string) =>
    values[name] === 1 ? `{${name}} year` : place,
  );
  return one.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}

/** What binary numbers may leave short of a decimal. */
const NEARLY = 1e-9;

/** A share in hundredths, as people write it: 7 for 0.07; of more than two decimals, what is beyond is left off. */
export function inPercent(share: number): number {
  return Math.floor((share + NEARLY) * 10_000) / 100;
}

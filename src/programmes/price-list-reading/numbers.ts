export type DecimalMark = '.' | ',';

/** What a text may mean as a number: one value, with the decimal mark it shows; or two, by the mark. */
export type WrittenNumber =
  | { readonly value: number; readonly mark?: DecimalMark }
  | { readonly either: Readonly<Record<DecimalMark, number>> };

/** Far longer than any amount with its currency. */
const LONGEST_NUMBER = 60;
const CURRENCY = /^(?:[£€$]|kr|[A-Z]{3})\s*|\s*(?:[£€$]|kr\.?|:-|[A-Z]{3})$/g;
const THOUSANDS_SPACE = /(?<=\d)[\s'’](?=\d{3}(?!\d))/g;

/**
 * Reads a number as people write one: with point or comma, thousands apart by a mark or a space, a currency beside it.
 *
 * @returns undefined where it is none
 */
export function readNumber(text: string): WrittenNumber | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const written = text.trim().replaceAll(CURRENCY, '').replaceAll(THOUSANDS_SPACE, '').replace('−', '-');
  if (/^-?\d+$/.test(written)) return { value: Number(written) };
  const [, whole = '', mark, decimals = ''] = /^(-?\d+)([.,])(\d+)$/.exec(written) ?? [];
  if (mark !== undefined) {
    const value = Number(`${whole}.${decimals}`);
    // 1.250 is 1250 to some and one and a quarter to others; 0.250 and 1250.125 are plain.
    return decimals.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole)
      ? { either: either(mark as DecimalMark, value, Number(whole + decimals)) }
      : { value, mark: mark as DecimalMark };
  }
  for (const [thousands, decimal] of [
    [',', '.'],
    ['.', ','],
  ] as const) {
    const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`);
    if (grouped.test(written)) {
      return { value: Number(written.replaceAll(thousands, '').replace(decimal, '.')), mark: decimal };
    }
  }
  return undefined;
}

const either = (mark: DecimalMark, asDecimals: number, asThousands: number) =>
  mark === '.' ? { '.': asDecimals, ',': asThousands } : { '.': asThousands, ',': asDecimals };

/** The decimal mark that the numbers of a file show; undefined where none of them does. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | undefined {
  for (const text of texts) {
    const read = readNumber(text);
    if (read && 'mark' in read) return read.mark;
  }
  return undefined;
}

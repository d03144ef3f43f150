import { text } from '../../platform/locale/text.js';

/** The name of an input at the beginning of a line, with its year where a series has one for each. */
export function inputLabel({ input, label }: { readonly input: string; readonly label: string }): string {
  const year = /\.series\.(\d+)\./.exec(input)?.[1];
  const begun = sentenceCase(label);
  return year === undefined ? begun : text('report.inYear', { label: begun, year });
}

/** A text with a capital at its beginning. */
export function sentenceCase(words: string): string {
  const [first = '', ...rest] = Array.from(words);
  return first.toLocaleUpperCase('en-GB') + rest.join('');
}

/** About how wide letters are, in parts of the size of the type; on the wide side, so that nothing is cut off. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\uffff]/u, 1.05],
  [/[^ -\u024f]/u, 0.68],
  [/[mwMW@%…—]/u, 0.86],
  [/[A-Z&]/u, 0.62],
  [/[ijl.,:;'’|!()[\]·\s]/u, 0.29],
  [/[frt/-]/u, 0.37],
];
const OTHER = 0.54;

/** About how wide a text is when it is set in a size of the sans-serif face. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size;
}

function widthOf(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) > 0xffff) return 1.3;
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER;
}

/**
 * A text in lines no wider than a width; what does not go into the lines there are ends in an ellipsis.
 *
 * A word too long for a line of its own is broken.
 */
export function fitText(text: string, width: number, size: number, most = 2): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = Array.from(word);
    while (textWidth(rest.join(''), size) > width && lines.length <= most) {
      const taken = lettersThatFit(rest, width, size);
      lines.push(rest.slice(0, taken).join(''));
      rest = rest.slice(taken);
    }
    line = rest.join('');
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = Array.from(lines[most - 1] ?? '');
  const room = lettersThatFit([...last, '…'], width - textWidth('…', size), size);
  return [...lines.slice(0, most - 1), `${last.slice(0, Math.min(room, last.length)).join('').trimEnd()}…`];
}

function lettersThatFit(letters: readonly string[], width: number, size: number): number {
  let taken = 0;
  for (let used = 0; taken < letters.length; taken += 1) {
    used += textWidth(letters[taken] ?? '', size);
    if (used > width) break;
  }
  return Math.max(1, taken);
}

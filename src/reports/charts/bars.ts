import { scaleLinear } from 'd3-scale';
import { fitText, textWidth } from './fit-text.js';
import { escaped, svg } from './svg.js';

export interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: 'dark' | 'warm' | 'light' | 'hatch';
}

const FILLS = { dark: '#0f4c5c', warm: '#c8553d', light: '#b9c6ca', hatch: 'url(#hatch)' } as const;
const WIDTH = 700;
const SIZE = 12.5;
const LINE = 15;
const GAP = 5;
const BAR = 13;
const WIDEST_NAME = 262;
const SPACE = 10;
const CELL = { width: 130, height: 20 } as const;

/** Bars one below the other from a common line, each with its name and its value written beside it. */
export function barChart(bars: readonly Bar[], line: number, label: string): string {
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, textWidth(text, SIZE)), 0);
  const name = Math.min(WIDEST_NAME, widest(bars.map((bar) => bar.label)));
  const number = widest(bars.map((bar) => bar.text));
  const ends = bars.flatMap(({ from, to }) => [from, to]).concat(line);
  const x = scaleLinear()
    .domain([
      ends.reduce((one, other) => Math.min(one, other)),
      ends.reduce((one, other) => Math.max(one, other)),
    ])
    .range([name + SPACE, WIDTH - number - SPACE]);
  let height = GAP / 2;
  const drawn = bars.map((bar) => {
    const lines = fitText(bar.label, name + 1, SIZE);
    const [top, tall] = [height, Math.max(lines.length, 1) * LINE];
    height += tall + GAP;
    return row(bar, lines, { x, name, top, tall });
  });
  const zero = x(line);
  return svg(WIDTH, height, label, [
    ...drawn,
    `<line x1="${zero}" x2="${zero}" y1="0" y2="${height}" stroke="#1d2529" stroke-width="1"/>`,
  ]);
}

/** One bar from zero for a cell of a table; bars of the same ends can be compared down a column. */
export function cellBar(value: number, ends: readonly number[], label: string): string {
  const x = scaleLinear()
    .domain([
      ends.reduce((one, other) => Math.min(one, other), 0),
      ends.reduce((one, other) => Math.max(one, other), 0),
    ])
    .range([1, CELL.width - 1]);
  const [left, right] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  return svg(CELL.width, CELL.height, label, [
    `<rect x="${left}" y="4" width="${Math.max(1, right - left)}" height="${CELL.height - 8}" fill="${value < 0 ? FILLS.warm : FILLS.dark}" stroke="#1d2529" stroke-width="0.5"/>`,
    `<line x1="${x(0)}" x2="${x(0)}" y1="0" y2="${CELL.height}" stroke="#1d2529" stroke-width="1"/>`,
  ]);
}

interface Place {
  readonly x: (value: number) => number;
  readonly name: number;
  readonly top: number;
  readonly tall: number;
}

function row({ from, to, text, tone }: Bar, lines: readonly string[], { x, name, top, tall }: Place): string {
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const middle = top + tall / 2;
  const written = (at: number, y: number, words: string): string =>
    `<text x="${at}" y="${y}" text-anchor="end" font-size="${SIZE}" fill="#1d2529">${escaped(words)}</text>`;
  return [
    ...lines.map((words, at) => written(name, top + at * LINE + 12, words)),
    `<rect x="${left}" y="${middle - BAR / 2}" width="${Math.max(1, right - left)}" height="${BAR}" fill="${FILLS[tone]}" stroke="#1d2529" stroke-width="0.5"/>`,
    written(WIDTH, middle + 4.5, text),
  ].join('');
}

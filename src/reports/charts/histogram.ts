import { scaleLinear } from 'd3-scale';
import { escaped, svg } from './svg.js';

export interface HistogramDrawn {
  /** The edges of the bins, one more than there are counts, in rising order. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Nine of ten draws lie between these. */
  readonly low: number;
  readonly high: number;
  /** Above this, benefits cover costs. */
  readonly line: number;
  readonly texts: {
    readonly label: string;
    readonly line: string;
    readonly between: string;
    readonly axis: string;
    readonly amount: (value: number) => string;
  };
}

const WIDTH = 700;
const HEIGHT = 220;
const SIDE = 24;
const TOP = 40;
const FLOOR = HEIGHT - 46;

/** How often each result came out of the draws: below the line in one colour, above it in another. */
export function histogramChart({ edges, counts, low, high, line, texts }: HistogramDrawn): string {
  const ends = [...edges, line];
  const x = scaleLinear()
    .domain([
      ends.reduce((one, other) => Math.min(one, other)),
      ends.reduce((one, other) => Math.max(one, other)),
    ])
    .range([SIDE, WIDTH - SIDE]);
  const most = counts.reduce((one, other) => Math.max(one, other), 1);
  const y = scaleLinear().domain([0, most]).range([FLOOR, TOP]);
  const bars = counts.map((count, at) => {
    const [from, to] = [edges[at] ?? 0, edges[at + 1] ?? 0];
    const below = (from + to) / 2 < line;
    return `<rect x="${x(from)}" y="${y(count)}" width="${Math.max(0.5, x(to) - x(from) - 0.8)}" height="${FLOOR - y(count)}" fill="${below ? '#c8553d' : '#0f4c5c'}"/>`;
  });
  const middle = (x(low) + x(high)) / 2;
  return svg(WIDTH, HEIGHT, texts.label, [
    ...bars,
    `<line x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${FLOOR}" y2="${FLOOR}" stroke="#1d2529"/>`,
    ...x
      .ticks(6)
      .map(
        (tick) =>
          `<line x1="${x(tick)}" x2="${x(tick)}" y1="${FLOOR}" y2="${FLOOR + 4}" stroke="#1d2529"/><text x="${x(tick)}" y="${FLOOR + 18}" text-anchor="middle" font-size="12" fill="#5a646a">${escaped(texts.amount(tick))}</text>`,
      ),
    `<text x="${WIDTH / 2}" y="${HEIGHT - 6}" text-anchor="middle" font-size="12" fill="#5a646a">${escaped(texts.axis)}</text>`,
    `<line x1="${x(low)}" x2="${x(high)}" y1="${TOP - 8}" y2="${TOP - 8}" stroke="#5a646a" stroke-width="1.6"/>`,
    ...[low, high].map(
      (end) =>
        `<line x1="${x(end)}" x2="${x(end)}" y1="${TOP - 13}" y2="${TOP - 3}" stroke="#5a646a" stroke-width="1.6"/>`,
    ),
    `<text x="${clamped(middle, texts.between)}" y="${TOP - 18}" text-anchor="middle" font-size="12" fill="#1d2529">${escaped(texts.between)}</text>`,
    `<line x1="${x(line)}" x2="${x(line)}" y1="${TOP}" y2="${FLOOR}" stroke="#1d2529" stroke-width="1.4" stroke-dasharray="4 3"/>`,
    lineName(x(line), texts.line),
  ]);
}

const LETTER = 6;

/** The middle of a text, moved in where it would leave the drawing. */
function clamped(middle: number, words: string): number {
  const half = (words.length * LETTER) / 2;
  return Math.min(WIDTH - half, Math.max(half, middle));
}

/** On whichever side of the line there is room. */
function lineName(at: number, words: string): string {
  const left = at > WIDTH / 2;
  return `<text x="${at + (left ? -6 : 6)}" y="${TOP + 12}" text-anchor="${left ? 'end' : 'start'}" font-size="12" fill="#1d2529">${escaped(words)}</text>`;
}

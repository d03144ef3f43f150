import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { textWidth } from './fit-text.js';
import { escaped, svg } from './svg.js';

export interface CumulativePoint {
  readonly year: number;
  readonly gain: number;
  readonly cost: number;
}

const WIDTH = 700;
const HEIGHT = 240;
const SIZE = 12.5;
const APART = 16;

/** How the gain adds up over the years against the cost; where the lines cross it has paid back. */
export function cumulativeChart(
  points: readonly CumulativePoint[],
  texts: {
    readonly label: string;
    readonly gain: string;
    readonly cost: string;
    readonly years: string;
    readonly amount: (value: number) => string;
  },
): string {
  const values = points.flatMap(({ gain, cost }) => [gain, cost, 0]);
  const y = scaleLinear()
    .domain([
      values.reduce((one, other) => Math.min(one, other)),
      values.reduce((one, other) => Math.max(one, other)),
    ])
    .nice(5)
    .range([HEIGHT - 44, 12]);
  const ticks = y.ticks(5).map((tick) => ({ at: y(tick), tick, words: texts.amount(tick) }));
  const left = ticks.reduce((most, { words }) => Math.max(most, textWidth(words, 12)), 0) + 10;
  const right = WIDTH - Math.max(textWidth(texts.gain, SIZE), textWidth(texts.cost, SIZE)) - 12;
  const x = scaleLinear()
    .domain([0, points.at(-1)?.year ?? 1])
    .range([left, right]);
  const path = (of: (point: CumulativePoint) => number) =>
    line<CumulativePoint>(
      (point) => x(point.year),
      (point) => y(of(point)),
    )([...points]) ?? '';
  return svg(WIDTH, HEIGHT, texts.label, [
    ...ticks.map(
      ({ at, tick, words }) =>
        `<line x1="${left}" x2="${right}" y1="${at}" y2="${at}" stroke="${tick === 0 ? '#1d2529' : '#dfe4e6'}"/><text x="${left - 8}" y="${at + 4}" text-anchor="end" font-size="12" fill="#5a646a">${escaped(words)}</text>`,
    ),
    ...x
      .ticks(Math.min(10, points.length - 1))
      .filter(Number.isInteger)
      .map(
        (tick) =>
          `<text x="${x(tick)}" y="${HEIGHT - 26}" text-anchor="middle" font-size="12" fill="#5a646a">${tick}</text>`,
      ),
    `<text x="${(left + right) / 2}" y="${HEIGHT - 6}" text-anchor="middle" font-size="12" fill="#5a646a">${escaped(texts.years)}</text>`,
    `<path d="${path(({ cost }) => cost)}" fill="none" stroke="#c8553d" stroke-width="2" stroke-dasharray="6 4"/>`,
    `<path d="${path(({ gain }) => gain)}" fill="none" stroke="#0f4c5c" stroke-width="2.6"/>`,
    ...namesOf(points.at(-1), y, right + 8, texts),
  ]);
}

/** The names of the lines at their ends, moved apart where the lines end close together. */
function namesOf(
  last: CumulativePoint | undefined,
  y: (value: number) => number,
  left: number,
  texts: { readonly gain: string; readonly cost: string },
): readonly string[] {
  if (!last) return [];
  const [gain, cost] = [y(last.gain), y(last.cost)];
  const missing = Math.max(0, APART - Math.abs(gain - cost)) / 2;
  const away = gain <= cost ? -missing : missing;
  const name = (at: number, words: string, colour: string): string =>
    `<text x="${left}" y="${at + 4}" font-size="${SIZE}" font-weight="600" fill="${colour}">${escaped(words)}</text>`;
  return [name(gain + away, texts.gain, '#0f4c5c'), name(cost - away, texts.cost, '#b8452e')];
}

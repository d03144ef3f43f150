import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { escaped, svg } from './svg.js';

export interface CumulativePoint {
  readonly year: number;
  readonly gain: number;
  readonly cost: number;
}

const WIDTH = 700;
const HEIGHT = 250;
const SIDE = 70;

/** How the gain adds up over the years against the cost; where the lines cross it has paid back. */
export function cumulativeChart(
  points: readonly CumulativePoint[],
  texts: {
    readonly label: string;
    readonly gain: string;
    readonly cost: string;
    readonly amount: (value: number) => string;
  },
): string {
  const values = points.flatMap(({ gain, cost }) => [gain, cost, 0]);
  const x = scaleLinear()
    .domain([0, points.at(-1)?.year ?? 1])
    .range([SIDE, WIDTH - 130]);
  const y = scaleLinear()
    .domain([
      values.reduce((one, other) => Math.min(one, other)),
      values.reduce((one, other) => Math.max(one, other)),
    ])
    .nice()
    .range([HEIGHT - 28, 12]);
  const path = (of: (point: CumulativePoint) => number) =>
    line<CumulativePoint>(
      (point) => x(point.year),
      (point) => y(of(point)),
    )([...points]) ?? '';
  const grid = y
    .ticks(4)
    .map(
      (tick) =>
        `<line x1="${SIDE}" x2="${WIDTH - 130}" y1="${y(tick)}" y2="${y(tick)}" stroke="#dfe4e6"/><text x="${SIDE - 8}" y="${y(tick) + 4}" text-anchor="end" font-size="12" fill="#5a646a">${escaped(texts.amount(tick))}</text>`,
    );
  const years = x
    .ticks(Math.min(10, points.length - 1))
    .filter(Number.isInteger)
    .map(
      (tick) =>
        `<text x="${x(tick)}" y="${HEIGHT - 8}" text-anchor="middle" font-size="12" fill="#5a646a">${tick}</text>`,
    );
  const last = points.at(-1);
  const named = last
    ? [
        `<text x="${WIDTH - 124}" y="${y(last.gain) + 4}" font-size="12.5" font-weight="600" fill="#0f4c5c">${escaped(texts.gain)}</text>`,
        `<text x="${WIDTH - 124}" y="${y(last.cost) + 4}" font-size="12.5" font-weight="600" fill="#c8553d">${escaped(texts.cost)}</text>`,
      ]
    : [];
  return svg(WIDTH, HEIGHT, texts.label, [
    ...grid,
    ...years,
    `<path d="${path(({ cost }) => cost)}" fill="none" stroke="#c8553d" stroke-width="2" stroke-dasharray="6 4"/>`,
    `<path d="${path(({ gain }) => gain)}" fill="none" stroke="#0f4c5c" stroke-width="2.6"/>`,
    ...named,
  ]);
}

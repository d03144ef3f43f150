import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { escaped, svg } from './svg.js';

export interface ProbabilityPoint {
  readonly threshold: number;
  /** Between 0 and 1. */
  readonly probability: number;
}

const WIDTH = 700;
const HEIGHT = 210;
const LEFT = 52;
const RIGHT = WIDTH - 20;
const FLOOR = HEIGHT - 44;
const PERCENT = 100;

/** How probable it is that the result is above each threshold one may ask of it. */
export function probabilityCurve(
  points: readonly ProbabilityPoint[],
  /** The threshold at which benefits just cover costs. */
  even: number,
  texts: { readonly label: string; readonly axis: string; readonly percent: (share: number) => string },
): string {
  const x = scaleLinear()
    .domain([points[0]?.threshold ?? 0, points.at(-1)?.threshold ?? 1])
    .range([LEFT, RIGHT]);
  const y = scaleLinear().domain([0, 1]).range([FLOOR, 12]);
  const path =
    line<ProbabilityPoint>(
      ({ threshold }) => x(threshold),
      ({ probability }) => y(probability),
    )([...points]) ?? '';
  const shares = [0, 0.25, 0.5, 0.75, 1];
  return svg(WIDTH, HEIGHT, texts.label, [
    ...shares.map(
      (share) =>
        `<line x1="${LEFT}" x2="${RIGHT}" y1="${y(share)}" y2="${y(share)}" stroke="${share === 0 ? '#1d2529' : '#dfe4e6'}"/><text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end" font-size="12" fill="#5a646a">${escaped(texts.percent(share * PERCENT))}</text>`,
    ),
    ...x
      .ticks(8)
      .map(
        (tick) =>
          `<text x="${x(tick)}" y="${FLOOR + 18}" text-anchor="middle" font-size="12" fill="#5a646a">${tick}</text>`,
      ),
    `<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle" font-size="12" fill="#5a646a">${escaped(texts.axis)}</text>`,
    `<line x1="${x(even)}" x2="${x(even)}" y1="12" y2="${FLOOR}" stroke="#1d2529" stroke-width="1.2" stroke-dasharray="4 3"/>`,
    `<path d="${path}" fill="none" stroke="#0f4c5c" stroke-width="2.6"/>`,
  ]);
}

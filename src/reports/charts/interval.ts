import { scaleLinear } from 'd3-scale';
import { svg } from './svg.js';

const WIDTH = 300;
const HEIGHT = 30;

export interface DrawnInterval {
  readonly low: number;
  readonly high: number;
  readonly point: number;
  /** What it has to be above to be worth it: zero for money, one for a ratio. */
  readonly line: number;
  readonly lineText: string;
  readonly label: string;
}

/** An interval as a bar with the result on it, beside the line where gain and cost are equal. */
export function intervalChart({ low, high, point, line, lineText, label }: DrawnInterval): string {
  const ends = [low, high, point, line];
  const x = scaleLinear()
    .domain([
      ends.reduce((one, other) => Math.min(one, other)),
      ends.reduce((one, other) => Math.max(one, other)),
    ])
    .range([10, WIDTH - 10]);
  return svg(WIDTH, HEIGHT, label, [
    `<line x1="0" x2="${WIDTH}" y1="10" y2="10" stroke="#8a8f94" stroke-width="0.8"/>`,
    `<rect x="${x(low)}" y="5" width="${Math.max(1, x(high) - x(low))}" height="10" fill="#9db4ba" stroke="#0f4c5c" stroke-width="0.8"/>`,
    `<line x1="${x(line)}" x2="${x(line)}" y1="0" y2="19" stroke="#1d2529" stroke-width="1.2"/>`,
    `<text x="${x(line)}" y="29" text-anchor="middle" font-size="9.5" fill="#5a646a">${lineText}</text>`,
    `<circle cx="${x(point)}" cy="10" r="4.6" fill="#0f4c5c" stroke="#fff" stroke-width="1.4"/>`,
  ]);
}

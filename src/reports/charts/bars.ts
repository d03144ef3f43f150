import { scaleLinear } from 'd3-scale';
import { escaped, shortened, svg } from './svg.js';

export interface Bar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: 'dark' | 'warm' | 'light' | 'hatch';
}

const FILLS = { dark: '#0f4c5c', warm: '#c8553d', light: '#b9c6ca', hatch: 'url(#hatch)' } as const;
const WIDTH = 700;
const ROW = 26;
const NAME = 250;
const NUMBER = 95;

/** Bars one below the other from a common line, each with its name and its value written beside it. */
export function barChart(bars: readonly Bar[], line: number, label: string): string {
  const ends = bars.flatMap(({ from, to }) => [from, to]).concat(line);
  const x = scaleLinear()
    .domain([
      ends.reduce((one, other) => Math.min(one, other)),
      ends.reduce((one, other) => Math.max(one, other)),
    ])
    .range([NAME + 8, WIDTH - NUMBER]);
  const drawn = bars.map(({ label: name, from, to, text, tone }, at) => {
    const y = at * ROW + 4;
    const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
    return `<text x="${NAME}" y="${y + 13}" text-anchor="end" font-size="12.5" fill="#1d2529">${escaped(shortened(name, 44))}</text><rect x="${left}" y="${y}" width="${Math.max(1, right - left)}" height="${ROW - 9}" fill="${FILLS[tone]}" stroke="#1d2529" stroke-width="0.5"/><text x="${WIDTH}" y="${y + 13}" text-anchor="end" font-size="12.5" fill="#1d2529">${escaped(text)}</text>`;
  });
  const height = bars.length * ROW + 4;
  return svg(WIDTH, height, label, [
    ...drawn,
    `<line x1="${x(line)}" x2="${x(line)}" y1="0" y2="${height}" stroke="#1d2529" stroke-width="1"/>`,
  ]);
}

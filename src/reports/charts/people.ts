import { svg } from './svg.js';

export interface PeopleDrawn {
  readonly due: number;
  readonly anyway: number;
  readonly lost: number;
  readonly not: number;
  readonly label: string;
}

const LARGEST = 60;
const PER_ROW = 12;
const FULL_ROW = 15;
const MOST_ROWS = 3;
const STEP = 40;
const STRIP = { width: 560, height: 40 } as const;

const STYLES = {
  due: 'fill="#0f4c5c" stroke="#0f4c5c"',
  anyway: 'fill="url(#hatch)" stroke="#0f4c5c"',
  not: 'fill="#fff" stroke="#8a8f94"',
  lost: 'fill="#fff" stroke="#8a8f94" stroke-dasharray="2.5 2.5"',
} as const;

/** One small figure for each person: filled, hatched, outlined, or dashed where nobody knows; of many, a strip. */
export function peopleChart({ label, ...counts }: PeopleDrawn): string {
  const order = ['due', 'anyway', 'not', 'lost'] as const;
  const kinds = order.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []));
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  if (all > LARGEST) return strip(kinds, all, label);
  const rows = Math.max(1, Math.min(MOST_ROWS, Math.ceil(all / FULL_ROW)));
  const perRow = Math.max(PER_ROW, Math.ceil(all / rows));
  const figures = kinds
    .flatMap(({ kind, count }) => Array<typeof kind>(count).fill(kind))
    .map((kind, at) => {
      const [x, y] = [(at % perRow) * STEP + 20, Math.floor(at / perRow) * 56];
      return `<g transform="translate(${x} ${y})" stroke-width="1.6" ${STYLES[kind]}><circle cx="0" cy="10" r="7"/><path d="M-10 48 V30 a10 10 0 0 1 20 0 V48 Z"/></g>`;
    });
  return svg(perRow * STEP, rows * 56, label, figures);
}

type Kind = keyof typeof STYLES;

function strip(kinds: readonly { kind: Kind; count: number }[], all: number, label: string): string {
  let left = 1;
  const parts = kinds.map(({ kind, count }) => {
    const [x, width] = [left, ((STRIP.width - 2) * count) / all];
    left += width;
    const number = `<text x="${x + width / 2}" y="56" text-anchor="middle" font-size="13" fill="#1d2529">${count}</text>`;
    return `<rect x="${x}" y="1" width="${width}" height="${STRIP.height}" stroke-width="1.6" ${STYLES[kind]}/>${width > 24 ? number : ''}`;
  });
  return svg(STRIP.width, STRIP.height + 20, label, parts);
}

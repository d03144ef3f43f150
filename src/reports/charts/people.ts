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
const STEP = 40;

/** One small figure for each person: filled, hatched, outlined, or dashed where nobody knows. */
export function peopleChart({ due, anyway, lost, not, label }: PeopleDrawn): string {
  const kinds = [
    ...Array<string>(due).fill('due'),
    ...Array<string>(anyway).fill('anyway'),
    ...Array<string>(not).fill('not'),
    ...Array<string>(lost).fill('lost'),
  ];
  if (kinds.length > LARGEST) return '';
  const perRow = Math.max(PER_ROW, Math.ceil(kinds.length / 3));
  const rows = Math.max(1, Math.ceil(kinds.length / perRow));
  const styles: Readonly<Record<string, string>> = {
    due: 'fill="#0f4c5c" stroke="#0f4c5c"',
    anyway: 'fill="url(#hatch)" stroke="#0f4c5c"',
    not: 'fill="#fff" stroke="#8a8f94"',
    lost: 'fill="#fff" stroke="#8a8f94" stroke-dasharray="2.5 2.5"',
  };
  const figures = kinds.map((kind, at) => {
    const [x, y] = [(at % perRow) * STEP + 20, Math.floor(at / perRow) * 56];
    return `<g transform="translate(${x} ${y})" stroke-width="1.6" ${styles[kind] ?? ''}><circle cx="0" cy="10" r="7"/><path d="M-10 48 V30 a10 10 0 0 1 20 0 V48 Z"/></g>`;
  });
  return svg(perRow * STEP, rows * 56, label, figures);
}

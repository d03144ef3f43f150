/** A bar from one value to another. */
export interface DrawnBar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: 'dark' | 'warm' | 'light' | 'hatch';
}

/** Bars whose words are text of the page, so that they are read at every width; places are in percent. */
export interface BarList {
  readonly label: string;
  readonly line: string;
  readonly bars: readonly {
    readonly label: string;
    readonly text: string;
    readonly x: string;
    readonly width: string;
    readonly tone: string;
    readonly hatched: boolean;
  }[];
}

const THINNEST = 0.4;

/** Bars one below the other on one scale, with a line where they start from. */
export function barList(bars: readonly DrawnBar[], line: number, label: string): BarList {
  const ends = bars.flatMap(({ from, to }) => [from, to]).concat(line);
  const least = ends.reduce((one, other) => Math.min(one, other));
  const most = ends.reduce((one, other) => Math.max(one, other));
  const place = (value: number): number => (most > least ? (100 * (value - least)) / (most - least) : 0);
  const percent = (value: number): string => `${value.toFixed(2)}%`;
  return {
    label,
    line: percent(place(line)),
    bars: bars.map(({ label: name, from, to, text, tone }) => {
      const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
      const width = Math.max(THINNEST, right - left);
      return {
        label: name,
        text,
        x: percent(Math.min(left, 100 - width)),
        width: percent(width),
        tone,
        hatched: tone === 'hatch',
      };
    }),
  };
}

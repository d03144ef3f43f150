import { inputRanges } from '../../../src/core/uncertainty/input-ranges.js';
import { type Simulation, simulationOf } from '../../../src/core/uncertainty/simulation.js';
import { evidenceGrades } from '../../../src/reference/evidence-grades.js';
import { type File, prepared, row, valueMapFile } from '../../cases/files.js';

/** The draws of a file: of its inputs, and of its figures. */
export function simulated(file: File): {
  readonly simulation: Simulation;
  input(name: string): Float64Array;
  score(name: string): Float64Array;
  figure(name: string): Float64Array;
} {
  const { assessment, declared } = prepared(file);
  const ranges = inputRanges(declared.graph, assessment, evidenceGrades);
  const simulation = simulationOf(assessment, ranges, evidenceGrades);
  if (!simulation) throw new Error('nothing is drawn');
  const rangeOf = (name: string) => {
    const range = ranges.drawn.find(({ input }) => input === name);
    if (!range) throw new Error(`${name} is not drawn`);
    return range;
  };
  const filled = (fill: (column: Float64Array) => void): Float64Array => {
    const column = new Float64Array(simulation.draws);
    fill(column);
    return column;
  };
  return {
    simulation,
    input: (name) => filled((column) => simulation.firstNumbers(rangeOf(name), column)),
    score: (name) => filled((column) => simulation.firstScores(rangeOf(name), column)),
    figure: (name) => {
      const figure = declared.graph.figure(name);
      const [column] = figure ? simulation.columnsOf([figure]) : [];
      if (!column) throw new Error(`no figure ${name}`);
      return column;
    },
  };
}

/** A value map of rows `A`, `B`, … of one unit each, undiscounted, with ranges. */
export function mapOf(
  proxies: Readonly<Record<string, number>>,
  uncertainty: File,
  more: File = {},
  invested = 1,
): File {
  return {
    ...valueMapFile(
      { discounting: 'none' },
      [{ id: 'I', value: invested }],
      Object.entries(proxies).map(([id, proxy]) => row(id, 1, proxy)),
    ),
    uncertainty,
    ...more,
  };
}

/** The correlation of two columns. */
export function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / column.length;
  const [m, n] = [mean(one), mean(other)];
  const product = (a: Float64Array, b: Float64Array, c: number, d: number) =>
    a.reduce((sum, value, at) => sum + (value - c) * ((b[at] ?? 0) - d), 0);
  return product(one, other, m, n) / Math.sqrt(product(one, one, m, m) * product(other, other, n, n));
}

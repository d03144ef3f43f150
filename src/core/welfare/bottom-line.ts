import type { WelfareAccountFile } from '../assessment.js';
import { evaluate } from '../figures/evaluate.js';
import { ExpressionGraph } from '../figures/graph.js';
import { Inputs } from '../inputs.js';
import { accountBooks } from './account-books.js';
import { EVERYTHING } from './weighing.js';

/** What an account comes to over a horizon, per person who entered: of society, and of the public budget. */
export interface Bottom {
  readonly gain: number;
  readonly cost: number;
  readonly publicGain: number;
  readonly publicCost: number;
}

/**
 * What a file comes to, and nothing else of it: the books are kept, and checked life by life, but only these
 * figures are declared.
 *
 * @param horizons one in years, from 0; or two, and then the middle between them
 */
export function bottomLine(file: WelfareAccountFile, horizons: readonly number[]): Bottom {
  const inputs = new Inputs(new ExpressionGraph(), file);
  const longest = horizons.reduce((one, other) => Math.max(one, other), 1);
  const { basis } = accountBooks(inputs, file, { horizons: [longest], headline: longest }, 'lives');
  const { average, publicActors } = basis.parts;
  const paying = [...publicActors].sort();
  const figures = horizons.flatMap((years) => [
    basis.present(years, (weighing) => basis.society(average, weighing, EVERYTHING)),
    basis.costs.present(years),
    basis.present(years, (weighing) => average.pool(paying, weighing, EVERYTHING)),
    basis.overPublic((actor) => basis.costs.present(years, { actor })),
  ]);
  const values = evaluate(figures);
  const mean = (at: number): number =>
    horizons.reduce((sum, _, index) => sum + (values[4 * index + at] ?? Number.NaN), 0) / horizons.length;
  return { gain: mean(0), cost: mean(1), publicGain: mean(2), publicCost: mean(3) };
}

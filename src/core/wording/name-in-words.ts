import type { Term } from './term.js';
import { figureLabel } from './figure-labels.js';

/** The English name of a figure or an input of a graph; its id where the graph has none of that id. */
export function nameInWords(graph: { labelOf(id: string): Term | undefined }, id: string): string {
  return figureLabel(graph.labelOf(id) ?? { code: id });
}

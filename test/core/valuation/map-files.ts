import type { Outcome, ValueMapFile } from '../../../src/core/assessment.js';
import { declare } from '../../../src/core/calculate.js';
import { leftOpen } from '../../../src/assessments/left-open.js';
import { explain } from '../../../src/core/figures/explain.js';
import { assumptions } from '../../../src/core/figures/headline.js';

/** A value map as the core takes it: checked, whole, nothing filled in. */
export function mapFile(
  outcomes: readonly Partial<Outcome>[],
  more: Partial<ValueMapFile> = {},
): ValueMapFile {
  return {
    kind: 'value-map',
    title: 'A value map',
    period: { from: '2025-01-01', to: '2026-01-01' },
    basis: 'evaluation',
    currency: 'EUR',
    priceYear: 2025,
    conventions: { discounting: 'none' },
    inputs: [{ id: 'I', value: 100 }],
    outcomes: outcomes.map((row, at) => ({
      id: `R${at}`,
      stakeholder: 'People',
      outcome: `outcome ${at}`,
      quantity: 1,
      proxy: { value: 100 },
      deadweight: 0,
      displacement: 0,
      attribution: 0,
      dropOff: 0,
      ...row,
    })),
    ...more,
  };
}

/** What a file declares, to be asked for by name. */
export function declared(file: ValueMapFile) {
  const { graph, problems, model } = declare(file, leftOpen);
  if (model.kind !== 'value-map') throw new Error('not a value map');
  return {
    graph,
    problems,
    map: model.map,
    value: (id: string): number | null | undefined => explain(graph, id)?.value,
    label: (id: string): string | undefined => explain(graph, id)?.label,
    unit: (id: string): string | undefined => explain(graph, id)?.unit,
    /** Every number of the file that is used: name, place, label, unit, value, source. */
    numbers: () =>
      assumptions(graph).map(({ input, path, label, unit, value, source }) => [
        input,
        path,
        label,
        unit,
        value,
        ...(source === undefined ? [] : [source]),
      ]),
  };
}

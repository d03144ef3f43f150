import type { FiscalPart, UnitCost } from './fiscal-part.js';

/** A unit cost of a file, and where it stands. */
export interface PlacedUnit {
  readonly unit: UnitCost;
  /** The name under which its evidence stands. */
  readonly id: string;
  /** JSON Pointer. */
  readonly path: string;
}

/** Every unit cost of a file: those of all outcomes, and those of each. */
export function unitsOf({ units, outcomes }: FiscalPart): readonly PlacedUnit[] {
  const placed = (list: readonly UnitCost[], id: string, path: string): readonly PlacedUnit[] =>
    list.map((unit, at) => ({ unit, id: `${id}units.${unit.id}.value`, path: `${path}/units/${at}` }));
  return [
    ...placed(units ?? [], '', ''),
    ...(outcomes ?? []).flatMap((outcome, at) =>
      placed(outcome.units ?? [], `outcomes.${outcome.id}.`, `/outcomes/${at}`),
    ),
  ];
}

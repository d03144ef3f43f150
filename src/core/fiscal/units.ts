import type { FiscalPart, UnitCost } from './fiscal-part.js';

/** A unit cost of a file, and where it stands. */
export interface PlacedUnit {
  readonly unit: UnitCost;
  /** The name under which its evidence stands. */
  readonly id: string;
  /** JSON Pointer. */
  readonly path: string;
  /** The outcome it is a unit of, as people call it; null where it is one of all. */
  readonly outcome: string | null;
}

/** Every unit cost of a file: those of all outcomes, and those of each. */
export function unitsOf({ units, outcomes }: FiscalPart): readonly PlacedUnit[] {
  return [
    ...placed(units, '', '', null),
    ...(outcomes?.flatMap(({ id, outcome = id, units: own }, at) =>
      placed(own, `outcomes.${id}.`, `/outcomes/${at}`, outcome),
    ) ?? []),
  ];
}

function placed(
  list: readonly UnitCost[] | undefined,
  id: string,
  path: string,
  outcome: string | null,
): readonly PlacedUnit[] {
  const at = (unit: UnitCost, place: number): PlacedUnit => ({
    unit,
    id: `${id}units.${unit.id}.value`,
    path: `${path}/units/${place}`,
    outcome,
  });
  return list?.map(at) ?? [];
}

import { declare } from '../core/calculate.js';
import { pointer, type Refusal } from '../platform/refusal.js';
import { checkAssessment, type ReadAssessment } from './assessments.contract.js';
import { FileView } from './file-view.js';
import { leftOpen } from './left-open.js';

/**
 * What is wrong with the scenarios of a file: names that no input has, and numbers that the file itself could not
 * hold in the place of its own. A scenario is tried as the file it stands for, so that every bound and rule of files
 * is one of scenarios.
 */
export function checkScenarios({ assessment }: ReadAssessment): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { scenarios, ...without } = assessment;
  if (!scenarios) return refusals;
  // Declared without them: a scenario may ask for more years than can be declared.
  const { graph } = declare(without, leftOpen);
  const view = new FileView(assessment, [], refusals).at('scenarios');
  scenarios.forEach(({ set }, at) => {
    const file = structuredClone(without);
    const places = new Map<string, FileView>();
    for (const [name, place] of view.at(at).at('set').fields()) {
      const path = graph.inputs().get(name)?.origin?.path;
      if (path === undefined) {
        place.refuse(
          `No number of this file is called ${JSON.stringify(name)}. Names look like outcomes.W1.quantity; for a number that names a parameter, use parameters.NAME.`,
        );
      } else {
        places.set(path, place);
        put(file, path, set[name]);
      }
    }
    if (places.size === 0) return;
    const tried = checkAssessment(file);
    if (tried.ok) return;
    for (const refusal of tried.refusals) {
      const place = places.get(refusal.pointer) ?? view.at(at).at('set');
      place.refuse(places.has(refusal.pointer) ? refusal.message : `${refusal.pointer}: ${refusal.message}`);
    }
  });
  return refusals;
}

/** Puts a number in its place, which is there: it was read from it. */
function put(file: object, path: string, value: number | undefined): void {
  const keys = path.split('/').slice(1);
  const last = keys.pop();
  let holder: unknown = file;
  for (const key of keys) holder = (holder as Record<string, unknown>)[key];
  if (last === undefined || typeof holder !== 'object' || holder === null)
    throw new Error(`nothing stands at ${pointer(keys)}`);
  (holder as Record<string, unknown>)[last] = value;
}

import type { Assessment } from '../core/assessment.js';
import type { ExpressionGraph } from '../core/figures/graph.js';
import { pointer, type Refusal } from '../platform/refusal.js';
import { FileView } from './file-view.js';

/**
 * Evidence, ranges and conversions refer to numbers by name; a name that fits none is refused. Evidence may also be
 * given of a number that stands in the file and is not used, such as the drop-off of what lasts one year.
 */
export function namesThatNameNothing(assessment: Assessment, graph: ExpressionGraph): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const file = new FileView(assessment, [], refusals);
  const inputs = graph.inputs();
  const used = new Map([...inputs].map(([id, { origin }]) => [origin?.path ?? '', id]));
  for (const [part, mayBeUnused] of [
    [file.at('evidence'), true],
    [file.at('uncertainty').at('inputs'), false],
  ] as const) {
    for (const [name, place] of part.fields()) {
      if (inputs.has(name)) continue;
      const stands = placeOf(file, name);
      const otherName = stands && used.get(pointer(stands.path));
      if (otherName !== undefined) place.refuse(`This number goes by the name ${otherName}.`);
      else if (!stands)
        place.refuse(
          `No number of this file is called ${JSON.stringify(name)}. Names look like outcomes.W1.quantity; for a number that names a parameter, use parameters.NAME.`,
        );
      else if (!mayBeUnused)
        place.refuse(
          'This number stands in the file, but nothing is worked out from it: take its range out.',
        );
    }
  }
  for (const [name, place] of file.at('conversions').fields()) {
    if (!inputs.has(`conversions.${name}`))
      place.refuse(
        `No price of this file is called ${JSON.stringify(name)}. Names look like outcomes.W1.proxy, services.prison-day.price or units.jobseeker.value.`,
      );
  }
  return refusals;
}

/** What names of numbers go through: an item of a list by its id or its year. */
const KEYS = ['id', 'year'] as const;

/** Parts of a file whose numbers nothing is worked out from, and that need no evidence. */
const SAID_OF_NUMBERS = new Set(['evidence', 'uncertainty', 'scenarios', 'context', 'source']);

/** Where a number stands that is named from the top of the file down; undefined where no number stands there. */
function placeOf(file: FileView, name: string): FileView | undefined {
  const parts = name.split('.');
  if (SAID_OF_NUMBERS.has(parts[0] ?? '')) return undefined;
  let place = file;
  for (const part of parts) {
    const item = place.items().find((one) => KEYS.some((key) => String(one.at(key).value) === part));
    place = item ?? place.at(part);
  }
  return [place, place.at('value')].find(({ number, value }) => number !== undefined || value === null);
}

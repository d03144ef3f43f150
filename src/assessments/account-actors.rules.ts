import { ALWAYS_THERE } from '../core/welfare/actors.js';
import type { FileView } from './file-view.js';

/** Refuses shares of anybody who is not declared. */
export function checkActors(file: FileView, shares: FileView): void {
  for (const [name, field] of shares.fields()) {
    if (!isActor(file, name))
      field.refuse(`There is no agency ${JSON.stringify(name)}; declare it under agencies.`);
  }
}

/** Refuses an agency that is not declared. */
export function checkActor(file: FileView, actor: FileView): void {
  if (actor.text !== undefined && !isActor(file, actor.text)) {
    actor.refuse(`There is no agency ${JSON.stringify(actor.text)}; declare it under agencies.`);
  }
}

function isActor(file: FileView, name: string): boolean {
  return (
    ALWAYS_THERE.includes(name) ||
    file
      .at('agencies')
      .items()
      .some((agency) => agency.at('id').text === name)
  );
}

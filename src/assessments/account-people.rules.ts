import type { FileView } from './file-view.js';

/** Refuses units of a service that is not declared. */
export function checkUse(file: FileView, use: FileView): void {
  for (const [name, field] of use.fields()) {
    if (
      !file
        .at('services')
        .items()
        .some((service) => service.at('id').text === name)
    ) {
      field.refuse(`There is no service ${JSON.stringify(name)}; declare it under services with its price.`);
    }
  }
}

/** Refuses more people lost than entered. */
export function checkLost(group: FileView): void {
  const lost = group.at('lostToFollowUp').number;
  const entrants = group.at('entrants').number;
  if (lost !== undefined && entrants !== undefined && entrants > 0 && lost > entrants) {
    group.at('lostToFollowUp').refuse(`${lost} were lost to follow-up, but only ${entrants} entered.`);
  }
}

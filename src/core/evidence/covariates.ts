import type { Column } from './least-squares.js';
import { refuse, type Refusal } from './refusal.js';

/** Something recorded of a person: a number, yes or no, or one of a few words. */
export type CovariateValue = number | boolean | string;

export interface CodedCovariates {
  /** What a model takes: every number, yes as 1, and every word but the first in the order of words as yes or no. */
  readonly columns: readonly Column[];
  /** The same with the first words too, for comparing groups. */
  readonly categories: readonly Column[];
}

/**
 * Writes what was recorded of people as columns of numbers.
 *
 * @param people what is known of each, under the same names for all
 * @returns refused for numbers that are none, and where a covariate is missing or of another kind for somebody
 */
export function codeCovariates(
  people: readonly Readonly<Record<string, CovariateValue>>[],
): CodedCovariates | Refusal {
  const names = [...new Set(people.flatMap((person) => Object.keys(person)))].sort();
  const columns: Column[] = [];
  const categories: Column[] = [];
  for (const name of names) {
    const values = people.map((person) => person[name]);
    const kind = typeof values[0];
    const place = values.findIndex(
      (value) => typeof value !== kind || (typeof value === 'number' && !Number.isFinite(value)),
    );
    if (kind === 'undefined' || place >= 0) {
      return refuse('not-a-number', { what: name, place: kind === 'undefined' ? 1 : place + 1 });
    }
    const coded =
      kind === 'string'
        ? [...new Set(values)].sort().map((word) => ({
            name: `${name} ${String(word)}`,
            values: values.map((value) => (value === word ? 1 : 0)),
          }))
        : [{ name, values: values.map(Number) }];
    columns.push(...(kind === 'string' ? coded.slice(1) : coded));
    categories.push(...coded);
  }
  return { columns, categories };
}

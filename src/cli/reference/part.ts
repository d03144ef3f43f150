import { countries, isCountry } from '../../reference/countries.js';
import { yearFrom } from '../../reference/price-years.js';
import type { Refusal } from '../../reference/refusal.js';
import type { Country, PriceYear } from '../../reference/unit-price.js';
import type { Arguments, Command } from '../command.js';
import { CommandEnd, EXIT, wrongUse } from '../exit.js';

/** One thing `bokslut reference` can do. Another is another file, named in `reference.ts`. */
export interface Part {
  readonly name: string;
  /** What follows `bokslut reference`. */
  readonly usage: string;
  readonly purpose: string;
  /** More of it, a line each. */
  readonly help?: readonly string[];
  readonly options: Command['options'];
  /** The arguments after its name. */
  run(args: readonly string[], values: Arguments['values']): Promise<void> | void;
}

/** Ends the command where it was called in a way that a part does not understand. */
export const misused = ({ usage }: Pick<Part, 'usage'>): CommandEnd =>
  wrongUse(`Say: bokslut reference ${usage}`);

/** The country of a code. */
export function countryFrom(text: string | undefined): Country {
  if (text !== undefined && isCountry(text)) return text;
  const codes = countries.map(({ code }) => code).join(', ');
  throw wrongUse(`${text === undefined ? 'Name a country' : `There is no country ${text}`}: ${codes}.`);
}

/** A year as it is typed, 2020 or 2012/13; what is neither stays as it is, for the lookup to refuse. */
export const timeFrom = (text: string): PriceYear => yearFrom(text) ?? text;

/** Ends the command with what a lookup refuses: for people, or as data for a program. */
export function refusing(refused: Refusal, json: boolean, more: readonly string[] = []): CommandEnd {
  const words = [refused.message, ...more, refused.todo];
  return new CommandEnd(EXIT.refused, json ? JSON.stringify(refused, null, 2) : words.join('\n'));
}

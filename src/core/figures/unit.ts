/**
 * The unit of a figure: a product of base units, each with a whole exponent. Shares, counts and factors have no
 * base unit. Money of one currency at one price year is a base unit of its own, so that currencies and price
 * years cannot mix in silence.
 */
export type Unit = Readonly<Record<string, number>>;

/** The unit of shares, counts and factors. */
export const NUMBER: Unit = {};
export const PERSON: Unit = { person: 1 };
export const MONTH: Unit = { month: 1 };

const MONEY = /^[A-Z]{3} \d{4}$/;

/** Money of a currency (ISO 4217 code) at the prices of a year. */
export function money(currency: string, priceYear: number): Unit {
  return { [`${currency} ${priceYear}`]: 1 };
}

/** Names that were written before: every step of a calculation asks for some. */
const written = new WeakMap<Unit, string>();

/** A unit as people write it, for instance `SEK 2025/person`; `1` where there is none. */
export function unitName(unit: Unit): string {
  const name = written.get(unit) ?? write(unit);
  written.set(unit, name);
  return name;
}

function write(unit: Unit): string {
  const named = Object.keys(unit).sort();
  const power = (base: string, exponent: number): string => (exponent === 1 ? base : `${base}^${exponent}`);
  const above = named.filter((base) => (unit[base] ?? 0) > 0).map((base) => power(base, unit[base] ?? 0));
  const below = named.filter((base) => (unit[base] ?? 0) < 0).map((base) => power(base, -(unit[base] ?? 0)));
  return [above.length > 0 ? above.join('·') : '1', ...below].join('/');
}

/** Thrown where an expression mixes units: always a fault in how the expression was declared. */
export class UnitFault extends Error {
  override readonly name = 'UnitFault';
}

/** The unit of a product; money times money is refused. */
export function productUnit(units: readonly Unit[]): Unit {
  const counted = units.filter((unit) => unit !== NUMBER);
  if (counted.length < 2) return counted[0] ?? NUMBER;
  const exponents = new Map<string, number>();
  for (const unit of units) {
    for (const [base, exponent] of Object.entries(unit)) {
      exponents.set(base, (exponents.get(base) ?? 0) + exponent);
    }
  }
  const product = Object.fromEntries([...exponents].filter(([, exponent]) => exponent !== 0));
  const moneyExponent = Object.entries(product)
    .filter(([base, exponent]) => MONEY.test(base) && exponent > 0)
    .reduce((total, [, exponent]) => total + exponent, 0);
  if (moneyExponent > 1) throw new UnitFault(`money times money: ${units.map(unitName).join(' × ')}`);
  return Object.keys(product).length === 0 ? NUMBER : product;
}

/** The unit of one divided by this. */
export function inverseUnit(unit: Unit): Unit {
  if (unit === NUMBER) return NUMBER;
  return Object.fromEntries(Object.entries(unit).map(([base, exponent]) => [base, -exponent]));
}

/** The unit that all of these share; refused where they differ. */
export function commonUnit(units: readonly Unit[]): Unit {
  const first = units[0] ?? NUMBER;
  for (const unit of units) {
    if (unit !== first && unitName(unit) !== unitName(first)) {
      throw new UnitFault(`cannot add ${unitName(first)} and ${unitName(unit)}`);
    }
  }
  return first;
}

/** The unit of something that takes only plain numbers. */
export function plainUnit(units: readonly Unit[]): Unit {
  for (const unit of units) {
    if (unit !== NUMBER && unitName(unit) !== '1')
      throw new UnitFault(`a plain number was needed, not ${unitName(unit)}`);
  }
  return NUMBER;
}

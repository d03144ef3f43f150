import type { Amount, CommonPart } from '../assessment.js';

/** What an amount of a file comes to: itself, or the product of the parameters it names. */
export function valueOf(file: CommonPart, amount: Amount): number {
  if (typeof amount === 'number') return amount;
  return parametersOf(amount).reduce(
    (product, name) => product * (file.parameters?.[name]?.value ?? Number.NaN),
    1,
  );
}

/** The names by which the evidence of an amount is given: its own, or those of its parameters. */
export function namesOf(amount: Amount, name: string): readonly string[] {
  return typeof amount === 'number' ? [name] : parametersOf(amount).map((one) => `parameters.${one}`);
}

const parametersOf = ({ of }: Exclude<Amount, number>): readonly string[] =>
  typeof of === 'string' ? [of] : of;

/** Whether the file says where a number comes from or how it was found, by the names its evidence goes under. */
export function isEvidenced(file: CommonPart, names: readonly string[]): boolean {
  return names.every((name) => {
    const note = file.evidence?.[name];
    const parameter = /^parameters\.(.+)$/.exec(name)?.[1];
    const own = parameter === undefined ? undefined : file.parameters?.[parameter]?.source;
    return note?.source !== undefined || note?.method !== undefined || own !== undefined;
  });
}

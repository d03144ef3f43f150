/** Forms of numbers by which a state knows a person, hyphens and underscores left out. */
const IDENTITY_NUMBERS = [
  // Eight or more digits on end: personnummer with or without century, CPR, PESEL, NIR, BSN, DNI, a date of birth, a telephone.
  /\d{8}/,
  // With a letter after the date: Swedish reserve numbers, and Finnish numbers of this century.
  /^\d{6}[A-Z]\d{2}[0-9A-Z]{1,2}$/i,
  // Italian tax code.
  /^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/i,
  // Spanish number of a foreigner.
  /^[XYZ]\d{7}[A-Z]$/i,
  // British National Insurance number.
  /^[A-Z]{2}\d{6}[A-D]$/i,
] as const;

/** Two or more words, each with a capital and small letters. */
const NAME = /^[A-Z][a-z]+(?:[-_]?[A-Z][a-z]+)+$/;

/**
 * Why something cannot be a pseudonym, though it has the form of one: because it says who is meant.
 *
 * @returns undefined where nothing speaks against it
 */
export function whyNotAPseudonym(given: string): string | undefined {
  const bare = given.replaceAll(/[-_]/g, '');
  if (IDENTITY_NUMBERS.some((form) => form.test(bare))) {
    return 'This looks like a national identity number, a date of birth or a telephone number, by which anybody could tell who is meant. Use a short number of your own, such as P-017.';
  }
  if (NAME.test(given)) {
    return 'This looks like a name, by which anybody could tell who is meant. Use a short number of your own, such as P-017.';
  }
  return undefined;
}

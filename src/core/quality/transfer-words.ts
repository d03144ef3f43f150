import type { Outcome } from '../assessment.js';
import { BETWEEN_PARTS, type TransferKind, VOCABULARY } from './transfer-vocabulary.js';

/** Of a text about several, the first that fits is what it is about, as with a tax on wages. */
const ORDER: readonly TransferKind[] = ['tax', 'benefit', 'wage', 'wellbeing'];

/** Whole words, also where they begin or end with a letter that has an accent. */
const whole = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const languages = Object.values(VOCABULARY);

/**
 * Words by which a row gives away that it is about payments between people and agencies. They find what was not said;
 * what they miss is no proof of anything.
 */
const WORDS = ORDER.map((kind) => ({ kind, words: whole(languages.flatMap((language) => language[kind])) }));

/** What stands between the parts of a sum that is written in words. */
const BETWEEN = new RegExp(`[+,;&]|${whole(BETWEEN_PARTS).source}`, 'iu');

/** The same letters may be written in two ways, with their accents in them or after them. */
function kindOf(text: string): TransferKind | undefined {
  const composed = text.normalize('NFC');
  return WORDS.find(({ words }) => words.test(composed))?.kind;
}

/** Which of wage, benefit, tax and well-being a description of a price adds up. */
export function proxyKinds(description: string): readonly TransferKind[] {
  return [...new Set(description.split(BETWEEN).flatMap((part) => kindOf(part) ?? []))];
}

/** Whether the words of a row say that it is a tax or a benefit, which somebody pays and somebody gets. */
export function readsAsTransfer({ outcome, indicator, proxy }: Outcome): boolean {
  return [outcome, indicator, proxy?.description].some((text) => {
    const kind = kindOf(text ?? '');
    return kind === 'tax' || kind === 'benefit';
  });
}

const FOREIGN_BENEFIT = whole(
  Object.entries(VOCABULARY).flatMap(([language, { benefit }]) => (language === 'en' ? [] : benefit)),
);

/** Whether a text names a benefit in another language than English, in which all that is saved is called a benefit. */
export function namesForeignBenefit(text: string): boolean {
  return FOREIGN_BENEFIT.test(text.normalize('NFC'));
}

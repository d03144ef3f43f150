import type { Outcome } from '../assessment.js';

/**
 * Words by which a row gives away that it is about payments between people and agencies, in English and in Swedish;
 * the first that fits is what a text is about, as with a tax on wages. They find what was not said; what they miss is
 * no proof of anything.
 */
const WORDS = {
  tax: /\b(tax(es)?|taxation|vat|national insurance|social (security )?contributions?|skatt(er|en)?|arbetsgivaravgift(er)?)\b/i,
  benefit:
    /\b((unemployment|welfare|housing|disability|social|cash|sickness) (benefits?|assistance|payments?)|benefits? (saved|claims?|paid|payments?|exits?|reliance|dependency|expenditure|bills?)|income support|jobseekers?|universal credit|allowances?|försörjningsstöd|bidrag|a-kassa|sjukpenning)\b/i,
  wage: /\b(wages?|salar(y|ies)|earnings|lön(en|er)?)\b/i,
  wellbeing: /\b(well-?being|quality of life|life satisfaction|self-?(confidence|esteem)|välbefinnande)\b/i,
} as const;

type Kind = keyof typeof WORDS;

/** What stands between the parts of a sum that is written in words. */
const BETWEEN = /[+,;&]|\b(?:and|plus|och)\b/i;

function kindOf(text: string): Kind | undefined {
  return (Object.keys(WORDS) as Kind[]).find((kind) => WORDS[kind].test(text));
}

/** Which of wage, benefit, tax and well-being a description of a price adds up. */
export function proxyKinds(description: string): readonly Kind[] {
  return [...new Set(description.split(BETWEEN).flatMap((part) => kindOf(part) ?? []))];
}

/** Whether the words of a row say that it is a tax or a benefit, which somebody pays and somebody gets. */
export function readsAsTransfer({ outcome, indicator, proxy }: Outcome): boolean {
  return [outcome, indicator, proxy?.description].some((text) => {
    const kind = kindOf(text ?? '');
    return kind === 'tax' || kind === 'benefit';
  });
}

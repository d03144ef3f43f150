import { IntlMessageFormat } from 'intl-messageformat';
import type { TextValues } from './text.js';

/** Texts of the letter that asks an agency for a price (ICU messages), in the languages it can be written in. */
const letters = {
  en: {
    title: 'A request for a price',
    to: 'To',
    from: 'From',
    date: 'Date',
    reply: 'Please answer to',
    greeting: 'Dear Sir or Madam,',
    purpose:
      'We work out what our activity is worth to public budgets, agency by agency, in a calculation that anyone may check. For that we need to know what “{what}” costs those who pay for it. We have found no published price ({country}, {year}), and we do not want to guess. We would be grateful if you could tell us.',
    why: 'Why we ask:',
    asked: 'What we ask for',
    'asked.average':
      'the average price of one unit ({unit}) in {currency}: the whole cost of the service, divided by the units delivered;',
    'asked.marginal':
      'if you know it, the part of that price that is no longer spent within a year when one unit less is used (the short-run marginal cost);',
    'asked.covers': 'what the price covers, such as staff, premises, administration, transport, medicines;',
    'asked.year': 'the year whose prices it is in, if that is not {year};',
    'asked.document': 'the document it stands in: a price list, annual accounts, a decision.',
    use: 'How your answer is used',
    'use.text':
      'As the price in our calculations, shown there with its year and the source “Letter from {agency}” and the day. The name of whoever answers stays with this letter in our records; it is neither in the calculations nor published. An estimate is welcome if it says that it is one, and you can correct your answer at any time. If you cannot answer, the price stays open; it is not replaced by a guess.',
    by: 'Please answer by {date}, in your own words or in the form below.',
    anyTime: 'Please answer in your own words or in the form below.',
    thanks: 'With thanks for your help',
    form: 'Answer',
    'form.average': 'Average price of one unit ({unit}), {currency}',
    'form.marginal': 'Of that, no longer spent when one unit less is used',
    'form.unit': 'Unit, if it is another one',
    'form.year': 'Price year',
    'form.covers': 'What is included',
    'form.document': 'Document',
    'form.who': 'Name and office',
    'form.day': 'Date',
  },
  sv: {
    title: 'Förfrågan om ett pris',
    to: 'Till',
    from: 'Från',
    date: 'Datum',
    reply: 'Svara gärna till',
    greeting: 'Hej,',
    purpose:
      'Vi räknar ut vad vår verksamhet är värd för de offentliga budgetarna, aktör för aktör, i en beräkning som vem som helst kan granska. För det behöver vi veta vad ”{what}” kostar den som betalar. Vi har inte hittat något publicerat pris ({country}, {year}) och vill inte gissa. Vi vore tacksamma om ni kunde hjälpa oss med uppgiften.',
    why: 'Varför vi frågar:',
    asked: 'Det här undrar vi',
    'asked.average':
      'genomsnittligt pris för en enhet ({unit}) i {currency}: hela kostnaden för insatsen, delad med antalet enheter;',
    'asked.marginal':
      'om ni känner till den: den del av priset som inte längre betalas ut inom ett år när en enhet mindre används (kortsiktig marginalkostnad);',
    'asked.covers':
      'vad priset omfattar, till exempel personal, lokaler, administration, transporter, läkemedel;',
    'asked.year': 'vilket års priser det gäller, om det inte är {year};',
    'asked.document': 'vilket dokument uppgiften står i: en prislista, en årsredovisning, ett beslut.',
    use: 'Så används ert svar',
    'use.text':
      'Som pris i våra beräkningar, där det visas med sitt prisår och källan ”Brev från {agency}” med datum. Namnet på den som svarar stannar hos oss tillsammans med det här brevet; det finns inte i beräkningarna och publiceras inte. En uppskattning är välkommen om det framgår att den är en sådan, och ni kan när som helst rätta ert svar. Om ni inte kan svara lämnas priset öppet; det ersätts inte av en gissning.',
    by: 'Svara gärna senast den {date}, med egna ord eller i formuläret nedan.',
    anyTime: 'Svara gärna med egna ord eller i formuläret nedan.',
    thanks: 'Tack på förhand för hjälpen',
    form: 'Svar',
    'form.average': 'Genomsnittligt pris för en enhet ({unit}), {currency}',
    'form.marginal': 'Därav inte längre betalt när en enhet mindre används',
    'form.unit': 'Enhet, om det är en annan',
    'form.year': 'Prisår',
    'form.covers': 'Vad som ingår',
    'form.document': 'Dokument',
    'form.who': 'Namn och befattning',
    'form.day': 'Datum',
  },
} as const satisfies Record<string, Record<string, string>>;

/** The languages a letter can be written in; all have the same texts. */
export const LETTER_LANGUAGES = Object.keys(letters) as ['en', 'sv'];
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];
export type LetterKey = keyof typeof letters.en;

/** How numbers, dates and names are written in a language. */
const LOCALES: Readonly<Record<LetterLanguage, string>> = { en: 'en-GB', sv: 'sv-SE' };

export const letterLocale = (language: LetterLanguage): string => LOCALES[language];

/** A text of a letter in one of its languages. */
export function letterText(language: LetterLanguage, key: LetterKey, values: TextValues = {}): string {
  const format = new IntlMessageFormat(letters[language][key], LOCALES[language], undefined, {
    ignoreTag: true,
  });
  return String(format.format(values));
}

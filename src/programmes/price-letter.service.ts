import { organisationName } from '../organisations/organisations.service.js';
import type { Actor } from '../platform/http/actor.js';
import { formatDate } from '../platform/locale/format.js';
import { type LetterKey, type LetterLanguage, letterLocale, letterText } from '../platform/locale/letters.js';
import type { TextValues } from '../platform/locale/text.js';
import type { PriceRequestShown } from './price-requests.contract.js';
import { showPriceRequest } from './price-requests.service.js';

/** A letter that asks an agency for a price, ready to be shown, printed or sent. */
export interface PriceLetter {
  readonly language: LetterLanguage;
  readonly title: string;
  /** To whom, from whom, when, and where the answer goes. */
  readonly head: readonly { readonly label: string; readonly value: string }[];
  readonly greeting: string;
  readonly purpose: string;
  readonly why: { readonly label: string; readonly text: string };
  readonly asked: { readonly title: string; readonly points: readonly string[] };
  readonly use: { readonly title: string; readonly text: string };
  readonly by: string;
  readonly thanks: string;
  readonly organisation: string;
  readonly form: { readonly title: string; readonly fields: readonly string[] };
}

const POINTS = ['asked.average', 'asked.marginal', 'asked.covers', 'asked.year', 'asked.document'] as const;
const FIELDS = [
  'form.average',
  'form.marginal',
  'form.unit',
  'form.year',
  'form.covers',
  'form.document',
  'form.who',
  'form.day',
] as const;

/** The letter of a request, in a language. */
export async function priceLetter(actor: Actor, id: string, language: LetterLanguage): Promise<PriceLetter> {
  const request = await showPriceRequest(actor, id);
  return letterOf(request, await organisationName(actor), language);
}

function letterOf(request: PriceRequestShown, organisation: string, language: LetterLanguage): PriceLetter {
  const locale = letterLocale(language);
  const values: TextValues = {
    what: request.what,
    agency: request.agency,
    unit: request.unit,
    currency: request.currency,
    year: String(request.year),
    country: countryName(request.country, locale),
    date: request.answerBy === null ? '' : formatDate(request.answerBy, locale),
  };
  const say = (key: LetterKey): string => letterText(language, key, values);
  return {
    language,
    title: say('title'),
    head: [
      { label: say('to'), value: request.agency },
      { label: say('from'), value: organisation },
      { label: say('date'), value: formatDate(request.createdAt.slice(0, 10), locale) },
      { label: say('reply'), value: request.replyTo },
    ],
    greeting: say('greeting'),
    purpose: say('purpose'),
    why: { label: say('why'), text: request.why },
    asked: { title: say('asked'), points: POINTS.map(say) },
    use: { title: say('use'), text: say('use.text') },
    by: say(request.answerBy === null ? 'anyTime' : 'by'),
    thanks: say('thanks'),
    organisation,
    form: { title: say('form'), fields: FIELDS.map(say) },
  };
}

/** A letter as plain text, to be sent by mail. */
export function letterAsText(letter: PriceLetter): string {
  const { title, head, greeting, purpose, why, asked, use, by, thanks, organisation, form } = letter;
  return [
    title,
    '',
    ...head.map(({ label, value }) => `${label}: ${value}`),
    '',
    greeting,
    '',
    purpose,
    '',
    `${why.label} ${why.text}`,
    '',
    asked.title,
    ...asked.points.map((point, at) => `${at + 1}. ${point}`),
    '',
    use.title,
    use.text,
    '',
    by,
    '',
    thanks,
    organisation,
    '',
    form.title,
    ...form.fields.map((field) => `${field}: ____________________`),
    '',
  ].join('\n');
}

/** A country in the words of a language; by its code where the code is not known. */
function countryName(country: string, locale: string): string {
  const region = country === 'UK' ? 'GB' : country;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(region) ?? country;
}

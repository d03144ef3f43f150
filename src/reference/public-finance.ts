import { LICENCE } from './licences.js';
import type { Country, Source } from './unit-price.js';

/** A tax or contribution of a country in a span of time. */
export interface TaxParameter {
  readonly id: string;
  readonly country: Country;
  readonly what: 'employer contributions' | 'local income tax';
  readonly description: string;
  /** A share, 0 to 1, of the gross wage; null where none was found: it is asked for. */
  readonly share: number | null;
  /** Its parts, as shares of the same wage; they add to it. */
  readonly parts: Readonly<Record<string, number>>;
  /** First and last day it holds, as civil dates; null where there is no share. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Who publishes it. */
  readonly publisher: string;
  readonly source: Source | null;
}

const askFor = (
  country: Country,
  what: TaxParameter['what'],
  description: string,
  publisher: string,
): TaxParameter => ({
  id: `${country}.${what.replaceAll(' ', '-')}`,
  country,
  what,
  description,
  share: null,
  parts: {},
  validFrom: null,
  validTo: null,
  publisher,
  source: null,
});

export const taxParameters: readonly TaxParameter[] = [
  {
    id: 'SE.employer-contributions.2024',
    country: 'SE',
    what: 'employer contributions',
    description: 'Employer contributions, full rate, without what collective agreements add',
    share: 0.3142,
    parts: {
      'sickness insurance': 0.0355,
      'parental insurance': 0.026,
      'old-age pension': 0.1021,
      'survivors’ pension': 0.006,
      'labour market': 0.0264,
      'work injury': 0.002,
      'general payroll levy, a tax': 0.1162,
    },
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
    publisher: 'Skatteverket (Tax Agency)',
    source: {
      title: 'Legal guidance 2024.3, employer contributions',
      publisher: 'Skatteverket (Tax Agency)',
      url: 'https://www4.skatteverket.se/rattsligvagledning/edition/2024.3/1333.html',
      year: 2024,
      licence: LICENCE.law,
      verified: 'publisher-seen',
      note: 'Lower for young people and for those above pension age.',
    },
  },
  {
    id: 'SE.local-income-tax.2024',
    country: 'SE',
    what: 'local income tax',
    description: 'Income tax to municipality and region together, average of the country',
    share: 0.3237,
    parts: {},
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
    publisher: 'Statistics Sweden (SCB)',
    source: {
      title: 'Local income tax rates 2024',
      publisher: 'Ekonomifakta, quoting Statistics Sweden',
      url: 'https://www.ekonomifakta.se/sakomraden/skatt/skatt-pa-arbete/kommunalskatter_1212487.html',
      year: 2023,
      licence: LICENCE.fact,
      verified: 'secondary',
      note: 'From 28.98 to 35.30 per cent: take that of the place. Allowances make the tax on low wages lower.',
    },
  },
  {
    id: 'ES.employer-contributions.2023',
    country: 'ES',
    what: 'employer contributions',
    description: 'Employer contributions, general scheme, permanent contract, without accident insurance',
    share: 0.304,
    parts: {
      'common contingencies': 0.236,
      'intergenerational equity': 0.005,
      unemployment: 0.055,
      'wage guarantee fund': 0.002,
      'vocational training': 0.006,
    },
    validFrom: '2023-01-01',
    validTo: '2023-12-31',
    publisher: 'Seguridad Social',
    source: {
      title: 'Contribution rates of the general scheme in 2023',
      publisher: 'Guide to Business in Spain; Ofivaguada, quoting the Seguridad Social',
      url: 'http://recursoshumanosofivaguada.blogspot.com/2023/06/tipos-de-cotizacion-la-seguridad-social.html',
      year: 2023,
      licence: LICENCE.law,
      verified: 'secondary',
      note: 'Insurance against accidents comes on top, by occupation. Insertion enterprises pay less.',
    },
  },
  {
    id: 'UK.employer-contributions.2023-24',
    country: 'UK',
    what: 'employer contributions',
    description: 'Employer’s National Insurance, on the wage above GBP 9,100 a year only',
    share: 0.138,
    parts: {},
    validFrom: '2023-04-06',
    validTo: '2024-04-05',
    publisher: 'HM Revenue and Customs',
    source: {
      title: 'National Insurance rates 2023/24',
      publisher: 'Alphabet, quoting HM Revenue and Customs',
      url: 'https://www.alphabetfleettax.co.uk/NationalInsuranceContributionRates.html',
      year: 2023,
      licence: LICENCE.ogl,
      verified: 'secondary',
    },
  },
  askFor(
    'IT',
    'employer contributions',
    'Contributions of employers to INPS; none for disadvantaged workers of type B social cooperatives',
    'INPS',
  ),
  askFor(
    'FR',
    'employer contributions',
    'Contributions of employers, with the general reduction on low wages',
    'Urssaf',
  ),
  askFor(
    'DK',
    'employer contributions',
    'Contributions of employers (ATP and others), amounts rather than shares',
    'Beskæftigelsesministeriet; ATP',
  ),
];

/** For how long the people who decide about a municipality’s money are elected. */
export interface TermOfOffice {
  readonly country: Country;
  readonly body: string;
  /** Whole years. */
  readonly years: number;
  readonly source: Source;
}

const term = (
  country: Country,
  body: string,
  years: number,
  title: string,
  more: Partial<Source> = {},
): TermOfOffice => ({
  country,
  body,
  years,
  source: {
    title,
    publisher: 'Legislature of the country',
    licence: LICENCE.law,
    verified: 'unverified',
    ...more,
  },
});

/** The horizon of a municipality: a gain that comes after it is somebody else’s to claim. */
export const termsOfOffice: readonly TermOfOffice[] = [
  term('SE', 'Kommunfullmäktige (municipal council)', 4, 'Kommunallagen; elections every fourth year', {
    publisher: 'Wikipedia, “Municipal council (Sweden)”, quoting the Local Government Act',
    verified: 'secondary',
  }),
  term('IT', 'Consiglio comunale and mayor', 5, 'Decreto legislativo 267/2000, art. 51'),
  term('FR', 'Conseil municipal', 6, 'Code électoral, art. L. 227'),
  term('ES', 'Corporación municipal', 4, 'Ley orgánica del régimen electoral general, art. 42'),
  term('DK', 'Kommunalbestyrelse', 4, 'Lov om kommunale og regionale valg'),
  term(
    'UK',
    'Local council',
    4,
    'Local Government Act 1972; some councils elect a third of their members each year',
  ),
];

/** The term of office of a country’s municipalities, in years. */
export const termOfOffice = (country: Country): TermOfOffice | undefined =>
  termsOfOffice.find((one) => one.country === country);

/**
 * The share of extra tax that a municipality may keep under equalisation. No figure was found that holds for a
 * municipality in general, so none is kept: it is asked for, from the finance office.
 */
export const equalisationShares: readonly never[] = [];

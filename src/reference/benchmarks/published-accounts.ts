import { LICENCE } from '../licences.js';
import type { Source } from '../unit-price.js';

/** A figure that an account of others prints: a fact to set a result beside, never a default. */
export interface PublishedAccountFigure {
  readonly label: string;
  /** Whose gain, where it is told. */
  readonly actor: string | null;
  /** One number twice, or the range that is printed. */
  readonly low: number;
  readonly high: number;
  /** Whether the source prints it, or it is our arithmetic on printed figures. */
  readonly from: 'printed' | 'derived';
}

export interface PublishedAccount {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly year: number | null;
  /** Null for ratios. */
  readonly currency: string | null;
  /** What the figures are for each of. */
  readonly per: string;
  readonly figures: readonly PublishedAccountFigure[];
  readonly source: Source;
}

const is = (label: string, value: number, actor: string | null = null): PublishedAccountFigure => ({
  label,
  actor,
  low: value,
  high: value,
  from: 'printed',
});
const worked = (label: string, value: number, actor: string | null = null): PublishedAccountFigure => ({
  ...is(label, value, actor),
  from: 'derived',
});
const between = (label: string, low: number, high: number): PublishedAccountFigure => ({
  ...is(label, low),
  high,
});

const told = (title: string, publisher: string, more: Partial<Source> = {}): Source => ({
  title,
  publisher,
  licence: LICENCE.fact,
  verified: 'secondary',
  ...more,
});

/** Welfare accounts and comparisons of costs that others have published. */
export const publishedAccounts: readonly PublishedAccount[] = [
  {
    id: 'krami',
    title: 'KrAmi: a work programme for young people on probation, beside ordinary probation',
    place: 'Sweden',
    year: null,
    currency: 'SEK',
    per: 'client',
    figures: [
      is('Malmö, due to the programme', 600_000),
      is('Örebro, due to the programme', 100_000),
      is('Malmö, those who completed it', 2_500_000),
      is('Malmö, those who dropped out', -4_000_000),
      worked('Share who must complete it to break even', 0.615),
    ],
    source: told(
      'Jess, doctoral thesis on work-based programmes, as summarised in a later review',
      '5dok.org, “Samhällsekonomisk lönsamhet”',
    ),
  },
  {
    id: 'valoris-ecosviluppo-2018',
    title: 'Ecosviluppo: a type B social cooperative (VALORIS)',
    place: 'Italy',
    year: 2018,
    currency: 'EUR',
    per: 'person and year',
    figures: [is('Value for public budgets', 4005.11, 'public budget')],
    source: told('VALORIS', 'Ecosviluppo', {
      url: 'https://www.ecosviluppo.it/servizi/valoris/',
      verified: 'publisher-seen',
      note: 'Its text says 118 people; the average needs 134.',
    }),
  },
  {
    id: 'valoris-contatto-2016',
    title: 'Contatto: a type B social cooperative (VALORIS)',
    place: 'Italy',
    year: 2016,
    currency: 'EUR',
    per: 'person and year',
    figures: [is('Value for public budgets', 1490.51, 'public budget')],
    source: told('The value that work integration makes for public budgets', 'Contatto', {
      url: 'https://contatto.coop/blog/53-il-valore-creato-dall-inserimento-lavorativo-per-i-budget-pubblici-il-metodo-valoris-applicato-alla-contatto-coop-soc-onlus-anno-2016',
      verified: 'publisher-seen',
    }),
  },
  {
    id: 'valoris-il-segno-2021',
    title: 'Il Segno: a type B social cooperative, by class of disadvantage (VALORIS)',
    place: 'Italy',
    year: 2021,
    currency: 'EUR',
    per: 'person and year',
    figures: [
      worked('People with a disability', 79_132.71 / 61, 'public budget'),
      worked('Alternative to prison', 37_359.92 / 7, 'public budget'),
      worked('All others: a class may be negative', -1013.29, 'public budget'),
    ],
    source: told('Impact assessment', 'Il Segno', {
      url: 'https://www.cooperativailsegno.it/valutazione-impatto',
      verified: 'publisher-seen',
    }),
  },
  {
    id: 'valoris-opera-2022',
    title: 'Opera: a type B social cooperative, by level of government (VALORIS)',
    place: 'Italy',
    year: 2022,
    currency: 'EUR',
    per: 'person and year',
    figures: [
      worked('Value for public budgets', 208_137.28 / 151, 'public budget'),
      worked('Of it, state', (0.63 * 208_137.28) / 151, 'state'),
      worked('Of it, region', (0.25 * 208_137.28) / 151, 'region'),
      worked('Of it, municipalities', (0.12 * 208_137.28) / 151, 'municipality'),
    ],
    source: told('When social work saves public money', 'Giornale di Brescia', {
      url: 'https://www.giornaledibrescia.it/economia/il-caso-coop-opera-quando-il-sociale-fa-risparmiare-le-casse-pubbliche-qh6eacbs',
    }),
  },
  {
    id: 'gizatea-2010',
    title: 'One post in an integration enterprise of the Basque Country',
    place: 'Spain',
    year: 2010,
    currency: 'EUR',
    per: 'post and year',
    figures: [
      worked('Public and other aid', 16_200),
      worked('Paid back in contributions and VAT', 9_153),
      is('Assistance avoided', 12_000),
      worked('Saving', 4_953, 'public budget'),
    ],
    source: told('Integration enterprises save money', 'El País', {
      url: 'https://elpais.com/diario/2010/02/08/paisvasco/1265661601_850215.html',
      year: 2010,
    }),
  },
  {
    id: 'tzcld-2025',
    title: 'Job factories of the territories without long-term unemployment, official evaluation',
    place: 'France',
    year: 2025,
    currency: 'EUR',
    per: 'full-time year',
    figures: [
      between('Costs avoided and receipts', 12_900, 15_300),
      between('Net cost', 11_300, 13_700),
      is('Effect on being in work after 24 months, share', 0.74),
    ],
    source: told('The evaluation of 2025', 'AFP; Banque des Territoires', { year: 2025 }),
  },
  {
    id: 'danish-cti-2013',
    title: 'Housing first with critical time intervention, registers with matched controls, first year',
    place: 'Denmark',
    year: 2013,
    currency: 'DKK',
    per: 'person and year',
    figures: [
      is('Society', 106_000, 'society'),
      is('Shelters used less', 35_000, 'municipality'),
      is('Support used less', 19_000, 'municipality'),
      is('The person', 7_500, 'participants'),
    ],
    source: told('Evaluation of the Danish homelessness strategy', '9pdf.org'),
  },
  {
    id: 'beateberg-2009',
    title: 'A family home for addiction: what others pay, with it and without it',
    place: 'Sweden',
    year: 2009,
    currency: 'SEK',
    per: 'account',
    figures: [is('Cost to others without it', 2_541_000), is('Cost to others with it', 2_489_000)],
    source: told('Socioekonomiska bokslut', 'Skoopi', {
      url: 'http://www.skoopi.coop/socioekonomiska-bokslut/',
    }),
  },
  {
    id: 'mtfc-2019',
    title: 'Treatment foster care, beside the placement that is usual',
    place: 'Sweden',
    year: 2019,
    currency: 'SEK',
    per: 'young person',
    figures: [
      is('Cost', 1_368_000),
      worked('Cost above the usual placement', 435_000),
      is('Net present value', 1_000_000, 'society'),
      is('Benefit–cost ratio', 3.3),
    ],
    source: told('Economic analysis of MTFC', '5dok.org'),
  },
  {
    id: 'hutchinson-2024',
    title: 'One social enterprise, counted for 3 years and for 20',
    place: 'United Kingdom',
    year: 2024,
    currency: null,
    per: 'unit of cost',
    figures: [between('Ratio, 3 years', 1.47, 2.65), between('Ratio, 20 years', 8.48, 12.63)],
    source: told('Social Enterprise Journal', 'Hutchinson and others', {
      url: 'https://doi.org/10.1108/sej-08-2023-0101',
      year: 2024,
    }),
  },
  {
    id: 'basta-claim',
    title: 'BASTA: a claim whose working is not public',
    place: 'Sweden',
    year: 2007,
    currency: 'EUR',
    per: 'person and year',
    figures: [is('Claimed saving', 109_000)],
    source: told('Skoopi, 2007, quoted in a report of EUROCITIES', 'Skoopi', {
      verified: 'unverified',
      note: 'Nobody outside can recompute it.',
    }),
  },
];

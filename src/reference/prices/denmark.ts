import { LICENCE } from '../licences.js';
import { converted, pricesOf } from '../price-list.js';
import type { Source } from '../unit-price.js';

const PRISONS = 'Kriminalforsorgen (Prison and Probation Service)';
const PORTAL = 'Tilbudsportalen (Social- og Boligstyrelsen)';
const FEES = 'The fee (takst) that each place reports';
const DRG = 'Sundhedsdatastyrelsen (Health Data Authority)';
const RATES = 'Beskæftigelsesministeriet (Ministry of Employment)';
const RATE_LIST = 'Rates of the year (satser)';

const prison2015: Source = {
  title: 'Expenditure per inmate and day in 2015',
  publisher: PRISONS,
  url: 'http://www.kriminalforsorgen.dk/%C3%98konomi-7062.aspx',
  year: 2016,
  licence: LICENCE.fact,
  verified: 'publisher-seen',
};

const rates2023: Source = {
  title: 'Rates of public benefits from 1 January 2023',
  publisher: RATES,
  url: 'https://bm.dk/satser/satser-for-2023/',
  year: 2023,
  licence: LICENCE.fact,
  verified: 'publisher-seen',
};

const prison = (service: string, price: number, variant?: string, description?: string) => ({
  service,
  priceYear: 2015,
  price,
  source: prison2015,
  ...(variant !== undefined && { variant }),
  ...(description !== undefined && { description }),
});

export const denmark = pricesOf(
  'DK',
  {
    'detox-day': ['municipality', PORTAL, FEES],
    'treatment-home-day': ['municipality', PORTAL, FEES],
    'compulsory-care-day': ['municipality', PORTAL, 'The fee of places that may hold people back by law'],
    'outpatient-addiction-visit': ['municipality', 'The municipality', 'Its contracts and accounts'],
    'substitution-treatment-month': ['municipality', 'The municipality', 'Its contracts and accounts'],
    'psychiatric-day': ['region', DRG, 'DRG tariffs, psychiatry'],
    'psychiatric-visit': ['region', DRG, 'DRG tariffs, psychiatry'],
    'hospital-day': ['region', DRG, 'DRG tariffs'],
    'emergency-visit': ['region', DRG, 'DRG tariffs'],
    'ambulance-callout': ['region', 'The region', 'Its contract for ambulances'],
    'prison-day': ['prison-service', PRISONS, 'Expenditure per inmate and day'],
    'remand-day': ['prison-service', PRISONS, 'Expenditure per inmate and day: local prisons (arresthuse)'],
    'probation-day': ['prison-service', PRISONS, 'Annual report'],
    'electronic-tagging-day': ['prison-service', PRISONS, 'Expenditure per person and day: tag (fodlænke)'],
    'court-case': [
      'courts',
      'Domstolsstyrelsen (Court Administration)',
      'Annual report: cost per weighted case',
    ],
    'police-intervention': ['police', 'Rigspolitiet (National Police)', 'No price list is published'],
    'shelter-night': ['municipality', PORTAL, 'The fee of each shelter (§ 110)'],
    'supported-housing-day': ['municipality', PORTAL, FEES],
    'housing-benefit-month': ['municipality', 'Udbetaling Danmark', 'Rates of the year (boligstøtte)'],
    'income-support-month': ['municipality', RATES, RATE_LIST],
    'unemployment-benefit-month': ['unemployment-funds', RATES, RATE_LIST],
    'sickness-benefit-month': ['municipality', RATES, RATE_LIST],
    'disability-pension-month': ['municipality', RATES, 'Rates of the year (førtidspension)'],
    'active-labour-programme-month': [
      'municipality',
      'Styrelsen for Arbejdsmarked og Rekruttering',
      'Jobindsats: cost per participant',
    ],
    'social-services-inquiry': ['municipality', 'The municipality', 'Its accounts'],
    'social-work-hour': ['municipality', 'The municipality', 'Its accounts'],
    'child-placement-day': ['municipality', PORTAL, FEES],
    'debt-counselling': ['municipality', 'Social- og Boligstyrelsen', 'Grants for debt advice'],
  },
  [
    prison('prison-day', 1469, undefined, 'Prisons and local prisons, average'),
    prison('prison-day', 1878, 'closed', 'Closed prison'),
    prison('prison-day', 1321, 'open', 'Open prison'),
    prison('prison-day', 1574, 'copenhagen', 'Copenhagen prisons'),
    prison('prison-day', 1197, 'halfway', 'Halfway house of the prison service (pension)'),
    prison('remand-day', 1199, undefined, 'Local prison (arresthus)'),
    prison('electronic-tagging-day', 392),
    {
      service: 'income-support-month',
      priceYear: 2023,
      price: 11944,
      description: 'Income support (kontanthjælp), aged 30 and over, without children, before tax',
      source: rates2023,
    },
    {
      service: 'unemployment-benefit-month',
      priceYear: 2023,
      price: 19728,
      description: 'Unemployment benefit (dagpenge), highest rate, insured for full time, before tax',
      source: rates2023,
    },
    {
      service: 'sickness-benefit-month',
      priceYear: 2023,
      ...converted(4550, 'week', 'month'),
      description: 'Sickness benefit (sygedagpenge), highest rate, before tax',
      source: rates2023,
    },
    {
      service: 'disability-pension-month',
      priceYear: 2023,
      price: 19738,
      description: 'Disability pension (førtidspension, rules from 2003), single, before tax',
      source: {
        title: 'The new rates of 2023',
        publisher: 'Serviceforbundet, quoting the guide to rates of 2023',
        url: 'https://serviceforbundet.dk/nyheder/2022-12-01-her-er-de-nye-satser-for-2023',
        year: 2022,
        licence: LICENCE.fact,
        verified: 'secondary',
      },
    },
  ],
);

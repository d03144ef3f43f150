import { LICENCE } from '../licences.js';
import { pricesOf } from '../price-list.js';
import type { Source } from '../unit-price.js';

const KRIMINALVARDEN = 'Kriminalvården (Prison and Probation Service)';
const SKR = 'Sveriges Kommuner och Regioner (SKR)';
const KPP = 'Cost per patient (KPP), or the price list of the region';
const OWN = 'The municipality itself';
const KOLADA = 'Its contracts and accounts; comparisons between municipalities in Kolada (RKA)';

const prison2019: Source = {
  title: 'Cost per day in 2019, from the annual report',
  publisher: KRIMINALVARDEN,
  url: 'https://www.kriminalvarden.se/om-kriminalvarden/kriminalvardens-organisation-ekonomi-och-miljoarbete/ekonomi-och-planering/',
  year: 2020,
  licence: LICENCE.fact,
  verified: 'publisher-seen',
  note: 'An average: fixed costs are spread over the days, so it falls as occupancy rises.',
};

const prison2020: Source = {
  title: 'Cost per day in 2020, quoted in a newspaper',
  publisher: 'Norrköpings Tidningar, quoting Kriminalvården',
  url: 'https://nt.se/debatt/artikel/sveriges-kriminalvard-kostar-for-mycket/jpgeqw7j',
  year: 2021,
  licence: LICENCE.fact,
  verified: 'secondary',
};

const norm = (year: number, url: string, note: string): Source => ({
  title: `National norm for income support ${year} (riksnormen), single adult`,
  publisher: 'Socialstyrelsen (National Board of Health and Welfare)',
  url,
  year,
  licence: LICENCE.fact,
  verified: 'publisher-seen',
  note,
});

const NORM_NOTE =
  'Personal costs of a single adult and common costs of a household of one; rent and electricity come on top.';

export const sweden = pricesOf(
  'SE',
  {
    'detox-day': ['region', SKR, KPP],
    'treatment-home-day': ['municipality', OWN, KOLADA],
    'compulsory-care-day': [
      'municipality',
      'Statens institutionsstyrelse (SiS)',
      'Fees a day (vårdavgifter LVM), each year',
    ],
    'outpatient-addiction-visit': ['region', SKR, KPP],
    'substitution-treatment-month': ['region', SKR, KPP],
    'psychiatric-day': ['region', SKR, 'KPP psychiatry'],
    'psychiatric-visit': ['region', SKR, 'KPP psychiatry'],
    'hospital-day': ['region', SKR, KPP],
    'emergency-visit': ['region', SKR, KPP],
    'ambulance-callout': ['region', 'The region itself', 'Its price list for people from other regions'],
    'prison-day': ['prison-service', KRIMINALVARDEN, 'Annual report: cost per day'],
    'remand-day': ['prison-service', KRIMINALVARDEN, 'Annual report: cost per day'],
    'probation-day': ['prison-service', KRIMINALVARDEN, 'Annual report: cost per day'],
    'electronic-tagging-day': ['prison-service', KRIMINALVARDEN, 'Annual report: cost per day'],
    'court-case': [
      'courts',
      'Domstolsverket (National Courts Administration)',
      'Annual report: cost per case',
    ],
    'police-intervention': [
      'police',
      'Polismyndigheten (Police)',
      'No price list is published; annual report: cost by kind of work',
    ],
    'shelter-night': ['municipality', OWN, 'Its contracts and accounts'],
    'supported-housing-day': ['municipality', OWN, KOLADA],
    'housing-benefit-month': [
      'social-insurance',
      'Försäkringskassan',
      'Amounts of the year (aktuella belopp)',
    ],
    'income-support-month': [
      'municipality',
      'Socialstyrelsen (National Board of Health and Welfare)',
      'The national norm, each year; statistics of what was paid',
    ],
    'unemployment-benefit-month': [
      'unemployment-funds',
      'Inspektionen för arbetslöshetsförsäkringen (IAF)',
      'Statistics of what was paid',
    ],
    'sickness-benefit-month': [
      'social-insurance',
      'Försäkringskassan',
      'Amounts of the year (aktuella belopp)',
    ],
    'disability-pension-month': [
      'social-insurance',
      'Försäkringskassan',
      'Amounts of the year (aktuella belopp): sickness compensation',
    ],
    'active-labour-programme-month': [
      'employment-service',
      'Arbetsförmedlingen',
      'Annual report: cost per participant',
    ],
    'social-services-inquiry': ['municipality', OWN, 'Its accounts: hours and salaries'],
    'social-work-hour': ['municipality', OWN, 'Salaries with the surcharge that SKR publishes each year'],
    'child-placement-day': [
      'municipality',
      'Statens institutionsstyrelse (SiS); SKR',
      'Fees a day (LVU); recommended fees for foster homes',
    ],
    'debt-counselling': [
      'municipality',
      'Konsumentverket (Consumer Agency)',
      'Statistics of budget and debt advice',
    ],
  },
  [
    { service: 'prison-day', priceYear: 2019, price: 3202, source: prison2019 },
    { service: 'prison-day', priceYear: 2020, price: 3198, source: prison2020 },
    { service: 'remand-day', priceYear: 2019, price: 3255, source: prison2019 },
    { service: 'remand-day', priceYear: 2020, price: 3132, source: prison2020 },
    { service: 'probation-day', priceYear: 2019, price: 336, source: prison2019 },
    {
      service: 'compulsory-care-day',
      priceYear: 2008,
      price: 3000,
      description: 'Compulsory care of addiction (LVM), upper end of what a place costs',
      source: {
        title: 'Costs of care for people with addiction rose by 20 per cent',
        publisher: 'City of Gothenburg (Vårt Göteborg), a planning officer',
        url: 'https://vartgoteborg.se/vard-o-omsorg/vardkostnader-for-missbrukare-okade-med-20-procent/',
        licence: LICENCE.fact,
        verified: 'secondary',
        note: 'Said to be “up to a good 3,000 a day”: a ceiling, not an average. The fee itself was not seen.',
      },
    },
    {
      service: 'income-support-month',
      priceYear: 2014,
      price: 3880,
      description: 'Income support for a single adult, without rent',
      source: norm(
        2014,
        'http://www.socialstyrelsen.se/nyheter/2013november/oforandradebeloppiriksnormenfor2014',
        `2,950 and 930. ${NORM_NOTE}`,
      ),
    },
    {
      service: 'income-support-month',
      priceYear: 2019,
      price: 4080,
      description: 'Income support for a single adult, without rent',
      source: norm(
        2019,
        'https://www.socialstyrelsen.se/ekonomisktbistand/riksnormen',
        `3,090 and 990. ${NORM_NOTE}`,
      ),
    },
    {
      service: 'disability-pension-month',
      priceYear: 2023,
      price: 12163,
      description: 'Sickness compensation at the guaranteed level, aged 30 and over',
      source: {
        title: 'Benefits rise in 2023',
        publisher: 'Hjärnkraft (a patients’ association), quoting Försäkringskassan',
        url: 'https://hjarnkraft.se/2023/01/12/okning-av-ersattningar-och-bidrag-2023/',
        year: 2023,
        licence: LICENCE.fact,
        verified: 'secondary',
        note: 'The least that somebody with a whole pension gets; who has worked before gets more.',
      },
    },
  ],
);

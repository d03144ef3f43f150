import { LICENCE } from '../licences.js';
import { type FoundPrice, pricesOf } from '../price-list.js';
import type { Source } from '../unit-price.js';

const DAP = 'Ministero della Giustizia, Dipartimento dell’amministrazione penitenziaria (DAP)';
const TARIFF = 'The region';
const NOMENCLATURE = 'Its tariff of health services (nomenclatore, DRG)';
const OWN = 'The municipality or its social district (ambito)';
const INPS = 'Istituto nazionale della previdenza sociale (INPS)';

const prisonTable: Source = {
  title: 'Average cost a day of a prisoner, years 2001 to 2013',
  publisher: DAP,
  url: 'https://www.giustizia.it/giustizia/it/mg_1_14_1.page?facetNode_1=3_1_6&contentId=SST957890',
  year: 2013,
  licence: LICENCE.fact,
  verified: 'publisher-seen',
  note: 'The budget divided by the average number of prisoners and 365 days, without debts of earlier years. 2013 is at 30 June.',
};

/** Total of the table, in EUR a day. */
const PRISON: Readonly<Record<number, number>> = {
  2001: 131.9,
  2002: 126.71,
  2003: 132.61,
  2004: 131.67,
  2005: 124.94,
  2006: 154.84,
  2007: 190.21,
  2008: 152.05,
  2009: 120.95,
  2010: 116.67,
  2011: 119.01,
  2012: 124.73,
  2013: 123.78,
};

export const italy = pricesOf(
  'IT',
  {
    'detox-day': ['health-authority', TARIFF, NOMENCLATURE],
    'treatment-home-day': [
      'health-authority',
      TARIFF,
      'Its resolution on daily fees of therapeutic communities',
    ],
    'compulsory-care-day': [
      'health-authority',
      TARIFF,
      'There is no compulsory care of addiction; compulsory psychiatric treatment (TSO) is a hospital stay',
    ],
    'outpatient-addiction-visit': [
      'health-authority',
      TARIFF,
      'Its tariff of the services for addiction (SerD)',
    ],
    'substitution-treatment-month': [
      'health-authority',
      TARIFF,
      'Its tariff of the services for addiction (SerD)',
    ],
    'psychiatric-day': ['health-authority', TARIFF, NOMENCLATURE],
    'psychiatric-visit': ['health-authority', TARIFF, NOMENCLATURE],
    'hospital-day': [
      'health-authority',
      'Ministero della Salute; the region',
      'Tariffs of hospital stays (DRG)',
    ],
    'emergency-visit': [
      'health-authority',
      'Ministero della Salute; the region',
      'Cost model of emergency departments',
    ],
    'ambulance-callout': ['health-authority', TARIFF, 'Its tariff of emergency transport (118)'],
    'prison-day': ['prison-service', DAP, 'Average cost a day of a prisoner'],
    'remand-day': ['prison-service', DAP, 'Average cost a day of a prisoner (not told apart from prison)'],
    'probation-day': [
      'courts',
      'Ministero della Giustizia, Dipartimento per la giustizia minorile e di comunità',
      'Budget of the offices for sentences in the community (UEPE)',
    ],
    'electronic-tagging-day': ['police', 'Ministero dell’Interno', 'The contract for the bracelets'],
    'court-case': [
      'courts',
      'Ministero della Giustizia',
      'Budget and case statistics; no price is published',
    ],
    'police-intervention': ['police', 'Ministero dell’Interno', 'No price list is published'],
    'shelter-night': ['municipality', OWN, 'Its contracts for shelters'],
    'supported-housing-day': ['municipality', OWN, 'Its contracts'],
    'housing-benefit-month': ['municipality', TARIFF, 'The rules of its rent fund'],
    'income-support-month': [
      'social-insurance',
      INPS,
      'Observatory of the inclusion allowance (assegno di inclusione)',
    ],
    'unemployment-benefit-month': ['social-insurance', INPS, 'Amounts of the year (NASpI)'],
    'sickness-benefit-month': ['social-insurance', INPS, 'Amounts of the year'],
    'disability-pension-month': ['social-insurance', INPS, 'Amounts of the year (invalidità civile)'],
    'active-labour-programme-month': [
      'region',
      'Ministero del Lavoro; the region',
      'Standard unit costs (GOL)',
    ],
    'social-services-inquiry': ['municipality', OWN, 'Its accounts: hours and salaries'],
    'social-work-hour': [
      'municipality',
      'Ministero del Lavoro',
      'Hourly labour cost of social cooperatives (decree)',
    ],
    'child-placement-day': ['municipality', OWN, 'Its daily fees of homes for children'],
    'debt-counselling': ['municipality', OWN, 'Its contracts'],
  },
  [
    ...Object.entries(PRISON).map(([year, price]): FoundPrice => ({
      service: 'prison-day',
      priceYear: Number(year),
      price,
      source: prisonTable,
    })),
    {
      service: 'prison-day',
      priceYear: 2024,
      price: 150.28,
      source: {
        title: 'Average cost a day of a prisoner, 2024',
        publisher: 'As quoted from the Italian prison administration',
        licence: LICENCE.fact,
        verified: 'unverified',
        note: 'Neither the publisher’s table nor the page that quotes it was seen.',
      },
    },
    {
      service: 'treatment-home-day',
      priceYear: 2004,
      price: 34.07,
      agency: 'courts',
      description: 'Therapeutic community, residential, for people under house arrest',
      validFrom: '2004-10-06',
      source: {
        title: 'Decree of 6 October 2004 on the daily fee of therapeutic communities',
        publisher: 'Ministero della Giustizia, in Gazzetta Ufficiale 52 of 4 March 2005',
        url: 'http://gazzettaufficiale.biz/atti/2005/20050052/05A01977.htm',
        year: 2005,
        licence: LICENCE.law,
        verified: 'secondary',
        note: 'Read in a copy of the gazette. VAT comes on top where due. What regions pay for others differs.',
      },
    },
  ],
);

import { LICENCE } from '../licences.js';
import { converted, pricesOf } from '../price-list.js';
import type { Source } from '../unit-price.js';

const REGION = 'The autonomous community';
const HEALTH = 'Its order of public prices of the health service';
const SOCIAL = 'Its contracts and agreements for social services';
const PRISONS =
  'Secretaría General de Instituciones Penitenciarias (Catalonia and the Basque Country: their own)';
const INSS = 'Instituto Nacional de la Seguridad Social (INSS)';

const homeless2018: Source = {
  title: 'Costs of services that homeless people use in Spain (Panadero-Herrero and others), 2018',
  publisher: 'As quoted in the evidence base of the BENEFITS project (deliverable 2.2)',
  year: 2021,
  licence: LICENCE.fact,
  verified: 'secondary',
};

const prisonAnswer: Source = {
  title: 'The state spends 65 euros a day on each prisoner',
  publisher: 'El País, quoting an answer of the government to parliament',
  url: 'https://www.obramercedaria.org/interior-gasta-65-euros-al-dia-en-cada-recluso/',
  year: 2020,
  licence: LICENCE.fact,
  verified: 'secondary',
  note: 'Prisons of the state only, without the outer guard, which the police pay for.',
};

const minimumIncome = (year: number, publisher: string, url: string): Source => ({
  title: `Minimum income (ingreso mínimo vital) ${year}, one adult`,
  publisher,
  url,
  year,
  licence: LICENCE.fact,
  verified: 'secondary',
});

const assistance = (year: number, publisher: string, url: string): Source => ({
  title: 'Assistance to the unemployed at 80 per cent of the public income index (IPREM)',
  publisher,
  url,
  year,
  licence: LICENCE.fact,
  verified: 'secondary',
});

export const spain = pricesOf(
  'ES',
  {
    'detox-day': ['region', REGION, HEALTH],
    'treatment-home-day': ['region', REGION, SOCIAL],
    'compulsory-care-day': [
      'region',
      REGION,
      'There is no compulsory care of addiction; psychiatric care without consent is a hospital stay',
    ],
    'outpatient-addiction-visit': ['region', REGION, HEALTH],
    'substitution-treatment-month': ['region', REGION, HEALTH],
    'psychiatric-day': ['region', REGION, HEALTH],
    'psychiatric-visit': ['region', REGION, HEALTH],
    'hospital-day': ['region', REGION, HEALTH],
    'emergency-visit': ['region', REGION, HEALTH],
    'ambulance-callout': ['region', REGION, HEALTH],
    'prison-day': ['prison-service', PRISONS, 'Answers to parliament; annual report'],
    'remand-day': ['prison-service', PRISONS, 'Answers to parliament (remand is not told apart)'],
    'probation-day': ['prison-service', PRISONS, 'Annual report: sentences in the community'],
    'electronic-tagging-day': ['prison-service', PRISONS, 'The contract for the bracelets'],
    'court-case': [
      'courts',
      'Consejo General del Poder Judicial; Ministerio de Justicia',
      'No price is published',
    ],
    'police-intervention': ['police', 'Ministerio del Interior', 'No price list is published'],
    'shelter-night': [
      'municipality',
      'The municipality; Instituto Nacional de Estadística (INE)',
      'Survey of centres for homeless people',
    ],
    'supported-housing-day': ['municipality', 'The municipality; the autonomous community', SOCIAL],
    'housing-benefit-month': ['region', 'Ministerio de Vivienda', 'State housing plan'],
    'income-support-month': ['social-insurance', INSS, 'Amounts of the year (ingreso mínimo vital)'],
    'unemployment-benefit-month': [
      'employment-service',
      'Servicio Público de Empleo Estatal (SEPE)',
      'Amounts of the year',
    ],
    'sickness-benefit-month': ['social-insurance', INSS, 'Amounts of the year'],
    'disability-pension-month': ['social-insurance', INSS, 'Amounts of the year'],
    'active-labour-programme-month': [
      'region',
      'The employment service of the autonomous community',
      'Its calls for proposals (modules)',
    ],
    'social-services-inquiry': ['municipality', 'The municipality', 'Its accounts'],
    'social-work-hour': ['municipality', 'The municipality', 'Its accounts'],
    'child-placement-day': ['region', REGION, SOCIAL],
    'debt-counselling': ['municipality', 'The municipality', 'Its accounts'],
  },
  [
    { service: 'prison-day', priceYear: 2010, price: 52.53, source: prisonAnswer },
    {
      service: 'prison-day',
      priceYear: 2018,
      ...converted(2287, 'month', 'day'),
      source: { ...homeless2018, note: 'Well above what the government says of 2019.' },
    },
    { service: 'prison-day', priceYear: 2019, price: 64.82, source: prisonAnswer },
    {
      service: 'emergency-visit',
      priceYear: 2018,
      price: 145.01,
      description: 'Visit to an emergency department, sent home',
      source: homeless2018,
    },
    {
      service: 'emergency-visit',
      priceYear: 2018,
      variant: 'referred',
      price: 255.2,
      description: 'Visit to an emergency department, referred further',
      source: homeless2018,
    },
    { service: 'shelter-night', priceYear: 2018, price: 23.78, source: homeless2018 },
    {
      service: 'shelter-night',
      priceYear: 2018,
      variant: 'emergency',
      price: 27.58,
      description: 'Emergency reception for homeless people',
      source: homeless2018,
    },
    {
      service: 'income-support-month',
      priceYear: 2023,
      price: 565.37,
      description: 'Minimum income, one adult without other income',
      source: minimumIncome(
        2023,
        'citapreviassinfo.com, quoting the Seguridad Social',
        'https://citapreviassinfo.com/tabla-ingreso-minimo-vital-2023-cambios-y-novedades/',
      ),
    },
    {
      service: 'income-support-month',
      priceYear: 2024,
      price: 604.21,
      description: 'Minimum income, one adult without other income',
      source: minimumIncome(
        2024,
        'Infobae, quoting El Economista',
        'https://www.infobae.com/espana/2024/12/11/cual-es-el-limite-de-dinero-que-se-puede-cobrar-al-mes-con-el-ingreso-minimo-vital-para-un-adulto-y-un-hogar/',
      ),
    },
    {
      service: 'unemployment-benefit-month',
      priceYear: 2022,
      price: 463.21,
      description: 'Assistance to the unemployed',
      source: assistance(
        2022,
        'Tododisca',
        'https://www.tododisca.com/nuevo-subsidio-desempleo-480-euros-puedes-cobrar-partir-2023/',
      ),
    },
    {
      service: 'unemployment-benefit-month',
      priceYear: 2023,
      price: 480,
      description: 'Assistance to the unemployed',
      source: assistance(
        2023,
        'Noticias Trabajo, quoting SEPE',
        'https://noticiastrabajo.huffingtonpost.es/economia/ayuda-480-euros-sepe-requisito-esencial-muchos-desempleados-no-cumplen/',
      ),
    },
  ],
);

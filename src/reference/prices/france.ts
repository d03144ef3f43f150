import { LICENCE } from '../licences.js';
import { converted, pricesOf } from '../price-list.js';
import type { Source } from '../unit-price.js';

const DAP = 'Direction de l’administration pénitentiaire; the annual budget documents';
const ATIH = 'Agence technique de l’information sur l’hospitalisation (ATIH)';
const STAYS = 'Tariffs of hospital stays (GHS) and the national study of costs';
const MEDICO = 'The regional health agency (ARS)';
const CNAF = 'Caisse nationale des allocations familiales (CNAF)';

const answer2008: Source = {
  title: 'Written answer 5412 on the cost of prisoners, 28 October 2008',
  publisher: 'Ministère de la Justice, in the Journal officiel of the Assemblée nationale',
  url: 'http://questions.assemblee-nationale.fr/q13/13-5412QE.htm',
  year: 2008,
  licence: LICENCE.fact,
  verified: 'publisher-seen',
  note: 'Staff with pensions, running costs and delegated management; without buildings.',
};

const report2014: Source = {
  title: 'Report for the prison budget of 2015 (Lecerf), figures of 2013',
  publisher: 'Sénat, quoted in bill 2847 of the Assemblée nationale',
  url: 'https://2012-2017.nosdeputes.fr/14/document/2847',
  year: 2015,
  licence: LICENCE.fact,
  verified: 'secondary',
  note: 'Another account of the same report gives 106 for detention centres and about 100 for all.',
};

const rsa = (from: string, to: string | undefined, price: number, source: Source) => ({
  service: 'income-support-month',
  priceYear: Number(from.slice(0, 4)),
  price,
  description: 'Income support (RSA) for a single adult without other income',
  validFrom: from,
  ...(to !== undefined && { validTo: to }),
  source,
});

const ass2024: Source = {
  title: 'Benefits raised by 4.6 per cent on 1 April 2024',
  publisher: 'Le Média social, quoting the decree',
  url: 'https://www.lemediasocial.fr/f402071ba_8e08_424f_a78d_0bedf2033957',
  year: 2024,
  licence: LICENCE.fact,
  verified: 'secondary',
};

export const france = pricesOf(
  'FR',
  {
    'detox-day': ['health-insurance', ATIH, STAYS],
    'treatment-home-day': ['health-insurance', MEDICO, 'Financing of care centres with housing (CSAPA, CTR)'],
    'compulsory-care-day': [
      'health-insurance',
      ATIH,
      'There is no compulsory care of addiction; psychiatric care without consent is a hospital stay',
    ],
    'outpatient-addiction-visit': ['health-insurance', MEDICO, 'Financing of care centres (CSAPA)'],
    'substitution-treatment-month': [
      'health-insurance',
      'Assurance maladie (Cnam)',
      'Open data of medicines (Medic’AM)',
    ],
    'psychiatric-day': ['health-insurance', ATIH, 'National study of costs, psychiatry'],
    'psychiatric-visit': ['health-insurance', ATIH, 'National study of costs, psychiatry'],
    'hospital-day': ['health-insurance', ATIH, STAYS],
    'emergency-visit': ['health-insurance', ATIH, 'Emergency tariffs'],
    'ambulance-callout': ['health-insurance', 'Assurance maladie (Cnam)', 'Tariffs of medical transport'],
    'prison-day': ['prison-service', DAP, 'Average cost of a day of detention, by kind of prison'],
    'remand-day': ['prison-service', DAP, 'Average cost of a day of detention, remand prisons'],
    'probation-day': ['prison-service', DAP, 'Cost of a day of supervision in the community'],
    'electronic-tagging-day': ['prison-service', DAP, 'Cost of a day under electronic surveillance'],
    'court-case': ['courts', 'Ministère de la Justice', 'Annual performance report; no price is published'],
    'police-intervention': ['police', 'Ministère de l’Intérieur', 'No price list is published'],
    'shelter-night': ['state', 'DIHAL', 'National study of costs of shelters (ENC AHI)'],
    'supported-housing-day': ['state', 'DIHAL', 'National study of costs of shelters (ENC AHI)'],
    'housing-benefit-month': ['family-allowances', CNAF, 'Statistics of what was paid (APL, ALS)'],
    'income-support-month': ['department', CNAF, 'Amounts in force from each 1 April (RSA)'],
    'unemployment-benefit-month': ['state', 'Unédic; France Travail', 'Amounts in force (ARE, ASS)'],
    'sickness-benefit-month': ['health-insurance', 'Assurance maladie (Cnam)', 'Amounts in force'],
    'disability-pension-month': ['family-allowances', CNAF, 'Amounts in force from each 1 April (AAH)'],
    'active-labour-programme-month': [
      'state',
      'DARES; Ministère du Travail',
      'Amounts of aid for each post (IAE)',
    ],
    'social-services-inquiry': ['department', 'The department', 'Its accounts'],
    'social-work-hour': ['department', 'The department', 'Its accounts'],
    'child-placement-day': ['department', 'DREES; the department', 'Daily prices of homes (ASE)'],
    'debt-counselling': ['municipality', 'The municipality; Banque de France', 'Their accounts'],
  },
  [
    { service: 'prison-day', priceYear: 2006, price: 76.38, source: answer2008 },
    { service: 'prison-day', priceYear: 2007, price: 70.81, source: answer2008 },
    { service: 'prison-day', priceYear: 2013, price: 106, source: report2014 },
    { service: 'remand-day', priceYear: 2006, price: 71.96, source: answer2008 },
    { service: 'remand-day', priceYear: 2007, price: 65.82, source: answer2008 },
    { service: 'remand-day', priceYear: 2013, price: 89, source: report2014 },
    rsa('2023-04-01', '2024-03-31', 607.75, {
      title: 'Decree 2023-340 of 4 May 2023',
      publisher: 'Le Monde du Droit (legalnews.fr), quoting the decree',
      url: 'https://legalnews.fr/social/protection-sociale-cotisations/107097-revalorisation-du-rsa-au-1er-avril-2023.html',
      year: 2023,
      licence: LICENCE.law,
      verified: 'secondary',
    }),
    rsa('2024-04-01', '2025-03-31', 635.71, ass2024),
    rsa('2025-04-01', undefined, 646.52, {
      title: 'Income support from 1 April 2025',
      publisher: 'Lefebvre Dalloz',
      url: 'https://open.lefebvre-dalloz.fr/baremes-taux/droit-social/minima-sociaux-revenu-solidarite-active_social-minima-rsa',
      year: 2025,
      licence: LICENCE.fact,
      verified: 'secondary',
      note: 'How long it holds was not seen; it is taken to hold to the end of 2025.',
    }),
    {
      service: 'unemployment-benefit-month',
      priceYear: 2023,
      ...converted(18.17, 'day', 'month'),
      description: 'Assistance to the unemployed (ASS), single, without other income',
      validFrom: '2023-04-01',
      validTo: '2024-03-31',
      source: ass2024,
    },
    {
      service: 'unemployment-benefit-month',
      priceYear: 2024,
      ...converted(19.01, 'day', 'month'),
      description: 'Assistance to the unemployed (ASS), single, without other income',
      validFrom: '2024-04-01',
      source: ass2024,
    },
  ],
);

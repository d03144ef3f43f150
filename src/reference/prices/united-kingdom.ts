import { greaterManchesterCost } from '../fiscal/greater-manchester.js';
import { LICENCE } from '../licences.js';
import { converted, type FoundPrice, pricesOf } from '../price-list.js';
import type { Source } from '../unit-price.js';

const MOJ = 'Ministry of Justice and HMPPS';
const NHS = 'NHS England';
const NCC = 'National Cost Collection (until 2018: reference costs)';
const PSSRU = 'Personal Social Services Research Unit, Kent and York';
const UNIT_COSTS = 'Unit Costs of Health and Social Care, each year';
const DWP = 'Department for Work and Pensions';
const RATES = 'Benefit and pension rates, each year';

const pssru2025: Source = {
  title: 'Unit Costs of Health and Social Care 2025',
  publisher: `${PSSRU}, as transcribed by a third party`,
  year: 2025,
  licence: LICENCE.fact,
  verified: 'secondary',
  note: 'Taken from a log that says it was checked against the report; check it before publishing.',
};

const universalCredit: Source = {
  title: 'Universal Credit rates 2024/25',
  publisher: 'Child Poverty Action Group, quoting the rates of the DWP',
  url: 'https://askcpag.org.uk/?id=-250989',
  year: 2024,
  licence: LICENCE.fact,
  verified: 'secondary',
};

/** A figure of the Greater Manchester unit cost database by its code there. */
function gm(
  code: string,
  service: string,
  description: string,
  per?: readonly [unit: 'year' | 'week', to: 'day' | 'month'],
  variant?: string,
): FoundPrice {
  const cost = greaterManchesterCost(code);
  if (!cost || cost.fiscal === null) throw new RangeError(`There is no fiscal value of ${code}.`);
  return {
    service,
    priceYear: cost.priceYear,
    ...(per ? converted(cost.fiscal, ...per) : { price: cost.fiscal }),
    description,
    ...(variant !== undefined && { variant }),
    source: cost.source,
  };
}

const YEAR_TO_DAY = ['year', 'day'] as const;
const WEEK_TO_DAY = ['week', 'day'] as const;
const WEEK_TO_MONTH = ['week', 'month'] as const;

export const unitedKingdom = pricesOf(
  'UK',
  {
    'detox-day': ['nhs', PSSRU, UNIT_COSTS],
    'treatment-home-day': ['local-authority', PSSRU, UNIT_COSTS],
    'compulsory-care-day': [
      'nhs',
      NHS,
      'There is no compulsory care of addiction; detention under the Mental Health Act is a hospital stay',
    ],
    'outpatient-addiction-visit': ['nhs', NHS, NCC],
    'substitution-treatment-month': ['local-authority', PSSRU, UNIT_COSTS],
    'psychiatric-day': ['nhs', NHS, NCC],
    'psychiatric-visit': ['nhs', NHS, NCC],
    'hospital-day': ['nhs', NHS, NCC],
    'emergency-visit': ['nhs', NHS, NCC],
    'ambulance-callout': ['nhs', NHS, NCC],
    'prison-day': ['prison-service', MOJ, 'Costs per place and costs per prisoner, each year'],
    'remand-day': ['prison-service', MOJ, 'Costs per prisoner: local and reception prisons'],
    'probation-day': ['prison-service', MOJ, 'Annual report and accounts'],
    'electronic-tagging-day': ['prison-service', MOJ, 'Answers to parliament; National Audit Office'],
    'court-case': ['courts', 'Ministry of Justice; National Audit Office', 'Cost of a cohort of offenders'],
    'police-intervention': [
      'police',
      'National Police Chiefs’ Council',
      'Guidelines on charging for police services',
    ],
    'shelter-night': [
      'local-authority',
      'Ministry of Housing, Communities and Local Government',
      'Revenue outturn: temporary accommodation',
    ],
    'supported-housing-day': [
      'local-authority',
      'Ministry of Housing, Communities and Local Government',
      'Supported housing review',
    ],
    'housing-benefit-month': ['benefits', DWP, 'Housing Benefit caseload statistics'],
    'income-support-month': ['benefits', DWP, RATES],
    'unemployment-benefit-month': ['benefits', DWP, RATES],
    'sickness-benefit-month': ['benefits', DWP, RATES],
    'disability-pension-month': ['benefits', DWP, RATES],
    'active-labour-programme-month': ['benefits', DWP, 'Evaluations of its programmes'],
    'social-services-inquiry': ['local-authority', PSSRU, UNIT_COSTS],
    'social-work-hour': ['local-authority', PSSRU, UNIT_COSTS],
    'child-placement-day': [
      'local-authority',
      'Department for Education; PSSRU',
      'Section 251 returns; Unit Costs',
    ],
    'debt-counselling': ['benefits', 'Money and Pensions Service', 'Cost of a debt advice session'],
  },
  [
    gm('CR3.0', 'prison-day', 'Prison, average of all prisons, England and Wales', YEAR_TO_DAY),
    gm('CR3.2', 'probation-day', 'Supervision of an adult under a community sentence', YEAR_TO_DAY),
    gm('CR5.4', 'court-case', 'Court proceedings against an adult: theft and handling', undefined, 'theft'),
    gm('CR5.7', 'court-case', 'Court proceedings against an adult: drugs', undefined, 'drugs'),
    gm('CR5.0', 'court-case', 'Court proceedings against an adult: violence', undefined, 'violence'),
    gm('CR7.0', 'police-intervention', 'Arrest, detained'),
    gm('HE1.7', 'detox-day', 'Detoxification in a ward'),
    gm('HE1.9', 'treatment-home-day', 'Residential rehabilitation', WEEK_TO_DAY),
    gm('HE2.5', 'outpatient-addiction-visit', 'Outpatient attendance, adult drug services'),
    gm('HE2.14', 'substitution-treatment-month', 'Methadone maintenance', WEEK_TO_MONTH),
    gm('HE14.0.1', 'psychiatric-day', 'Psychiatric ward, adults'),
    gm('HE14.2', 'psychiatric-day', 'Secure psychiatric unit', undefined, 'secure'),
    gm('HE15.0', 'psychiatric-visit', 'Outpatient psychiatry'),
    gm('HE4.0', 'emergency-visit', 'Visit to an emergency department, all kinds'),
    { service: 'emergency-visit', priceYear: '2024/25', price: 280, source: pssru2025 },
    gm('HE3.0', 'ambulance-callout', 'Ambulance, seen and treated or taken to hospital'),
    gm('HO4.0', 'shelter-night', 'Homeless household in a hostel', WEEK_TO_DAY),
    gm('HO4.1', 'shelter-night', 'Homeless household in bed and breakfast', WEEK_TO_DAY, 'bed-and-breakfast'),
    gm('HO7.0', 'housing-benefit-month', 'Housing Benefit, average award', WEEK_TO_MONTH),
    gm('E&E3.2', 'income-support-month', 'Income Support, single, aged 25 and over', WEEK_TO_MONTH),
    {
      service: 'income-support-month',
      priceYear: '2024/25',
      price: 393.45,
      description: 'Universal Credit, standard allowance, single, aged 25 and over',
      validFrom: '2024-04-08',
      source: universalCredit,
    },
    gm(
      'E&E1.3',
      'unemployment-benefit-month',
      'Jobseeker’s Allowance, single, aged 25 and over',
      WEEK_TO_MONTH,
    ),
    gm('E&E2.4', 'sickness-benefit-month', 'Employment and Support Allowance, support group', WEEK_TO_MONTH),
    gm('SS4.0', 'social-services-inquiry', 'Core assessment of a child'),
    gm('SS18.0', 'social-work-hour', 'Social worker for adults, with the cost of qualification'),
    gm('SS1.0', 'child-placement-day', 'Child in care, average of all kinds of care, England', YEAR_TO_DAY),
  ],
);

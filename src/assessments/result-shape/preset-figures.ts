import { z } from 'zod';
import { LEVELS } from '../../core/assessment.js';
import type {
  EmploymentClauseFigures,
  JobFactoryFigures,
  PublicLine,
  ValorisFigures,
  ValorisLine,
} from '../../core/welfare/presets/preset-result.js';
import { fieldsOf, value, words } from './shape.js';

const level = z.enum(LEVELS);

const valorisLine = fieldsOf<ValorisLine>()({
  incomeTax: value,
  vat: value,
  avoidedSpending: value,
  benefits: value,
  exemptions: value,
  grants: value,
  costs: value,
  value,
});
const twice = { perPerson: valorisLine, total: valorisLine } as const;

const publicLine = fieldsOf<PublicLine>()({
  subsidies: value,
  exemptions: value,
  programmeCost: value,
  paid: value,
  incomeTax: value,
  vat: value,
  contributions: value,
  returned: value,
  netCostBeforeSavings: value,
  benefitsSaved: value,
  servicesSaved: value,
  saved: value,
  netCost: value,
});
const agency = { agency: words, level: level.nullable() } as const;

export const presetFigures = z.discriminatedUnion('preset', [
  fieldsOf<ValorisFigures>()({
    ...twice,
    preset: z.literal('valoris'),
    people: value,
    byClass: z.array(z.looseObject({ ...twice, id: words, label: words, people: value })),
    byLevel: z.array(z.looseObject({ ...twice, level })),
  }),
  fieldsOf<EmploymentClauseFigures>()({
    preset: z.literal('employment-clause'),
    months: value,
    jobs: value,
    perJob: publicLine,
    total: publicLine,
    byAgency: z.array(z.looseObject({ ...agency, perJob: publicLine })),
  }),
  fieldsOf<JobFactoryFigures>()({
    preset: z.literal('job-factory'),
    people: value,
    fullTimeYears: value,
    perFullTimeYear: publicLine,
    total: publicLine,
    byAgency: z.array(z.looseObject({ ...agency, perFullTimeYear: publicLine })),
    startUp: z.looseObject({ perFullTimeYear: value, total: value }),
    usefulness: z.looseObject({ perFullTimeYear: value, total: value, source: words }).nullable(),
  }),
]);

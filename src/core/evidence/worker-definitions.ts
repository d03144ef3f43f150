import type { Criterion, Definition } from './definition.js';

const REGULATION = 'Regulation (EU) No 651/2014, article 2';

/** Point (4)(b) to (g): what also makes severe disadvantage out of a year without work. */
const BESIDE_WORKLESSNESS: readonly Criterion[] = [
  {
    id: '4b',
    label: 'aged 15 to 24',
    rule: {
      all: [
        { fact: 'age', from: 15 },
        { fact: 'age', to: 24 },
      ],
    },
  },
  {
    id: '4c',
    label:
      'without upper secondary education, or within two years of full-time education and never in regular paid employment',
    rule: {
      any: [
        { fact: 'isced', to: 2 },
        {
          all: [
            { fact: 'startedMonthsSinceEducation', to: 24 },
            { fact: 'hadFirstRegularPaidEmployment', is: false },
          ],
        },
      ],
    },
  },
  { id: '4d', label: 'over 50', rule: { fact: 'over50', is: true } },
  {
    id: '4e',
    label: 'a single adult with somebody who depends on them',
    rule: {
      all: [
        { fact: 'singleAdult', is: true },
        { fact: 'dependents', from: 1 },
      ],
    },
  },
  {
    id: '4f',
    label: 'of the under-represented gender in a sector a quarter more unequal than the average',
    rule: {
      all: [
        { fact: 'sectorUnequal', is: true },
        { fact: 'ofUnderrepresentedGender', is: true },
      ],
    },
  },
  {
    id: '4g',
    label: 'of an ethnic minority and in need of language, training or work experience to find stable work',
    rule: {
      all: [
        { fact: 'ethnicMinority', is: true },
        { fact: 'needsLanguageTrainingOrExperience', is: true },
      ],
    },
  },
];

const withoutWork = (months: number): Criterion['rule'] => ({
  fact: 'monthsWithoutRegularPaidEmployment',
  from: months,
});

/**
 * The workers of the general block exemption regulation, read in its consolidated text. Public procurement has no such
 * definition of its own: a tender has to say that it uses these.
 */
export const WORKER_DEFINITIONS = {
  disabled: {
    id: 'worker-with-disabilities',
    label: 'worker with disabilities',
    source: `${REGULATION}, point (3)`,
    verified: true,
    criteria: [
      {
        id: '3a',
        label: 'recognised under national law',
        rule: { fact: 'recognisedDisabled', is: true },
      },
      {
        id: '3b',
        label: 'a long-term impairment that, with barriers, may hinder full participation at work',
        rule: { fact: 'impairmentHindersWork', is: true },
      },
    ],
  },
  disadvantaged: {
    id: 'disadvantaged-worker',
    label: 'disadvantaged worker',
    source: `${REGULATION}, point (4)`,
    verified: true,
    criteria: [
      { id: '4a', label: 'six months without regular paid employment', rule: withoutWork(6) },
      ...BESIDE_WORKLESSNESS,
    ],
  },
  severelyDisadvantaged: {
    id: 'severely-disadvantaged-worker',
    label: 'severely disadvantaged worker',
    source: `${REGULATION}, point (99)`,
    verified: true,
    criteria: [
      { id: '99a', label: 'two years without regular paid employment', rule: withoutWork(24) },
      {
        id: '99b',
        label: 'a year without regular paid employment, and one of (4)(b) to (g)',
        rule: { all: [withoutWork(12), { any: BESIDE_WORKLESSNESS.map(({ rule }) => rule) }] },
      },
    ],
  },
} as const satisfies Record<string, Definition>;

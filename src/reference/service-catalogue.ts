/** A service that people in a welfare account use, the same in every country; its price is not. */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** What is counted, in the singular. */
  readonly unit: string;
  /** Days of a life that one unit takes up; 0 where the person can draw a benefit or be elsewhere at the same time. */
  readonly daysPerUnit: number;
  /** Resources used, or money that one gives and another gets. */
  readonly kind: 'real' | 'transfer';
  readonly field:
    'health' | 'care of addiction' | 'justice' | 'housing' | 'income' | 'work and social services';
  /**
   * The share of the average price that leaves the till when one unit less is used, where a source gives it by kind of
   * service. None was found: null, and the price of money not spent is asked for.
   */
  readonly shortRunShare: null;
}

/** A person-year of 365.25 days has 12 months of this length. */
export const DAYS_IN_MONTH = 30.4375;

type Row = readonly [id: string, name: string, unit: string, days: number, kind?: 'transfer'];

const rows: Readonly<Record<Service['field'], readonly Row[]>> = {
  'care of addiction': [
    ['detox-day', 'Detoxification in a ward', 'day', 1],
    ['treatment-home-day', 'Treatment home for addiction', 'day', 1],
    ['compulsory-care-day', 'Compulsory care of addiction', 'day', 1],
    ['outpatient-addiction-visit', 'Visit to an outpatient clinic for addiction', 'visit', 0],
    ['substitution-treatment-month', 'Substitution treatment (methadone, buprenorphine)', 'month', 0],
  ],
  health: [
    ['psychiatric-day', 'Psychiatric ward', 'day', 1],
    ['psychiatric-visit', 'Visit to outpatient psychiatry', 'visit', 0],
    ['hospital-day', 'Hospital ward, somatic', 'day', 1],
    ['emergency-visit', 'Visit to an emergency department', 'visit', 0],
    ['ambulance-callout', 'Ambulance', 'call-out', 0],
  ],
  justice: [
    ['prison-day', 'Prison', 'day', 1],
    ['remand-day', 'Remand prison', 'day', 1],
    ['probation-day', 'Probation', 'day', 0],
    ['electronic-tagging-day', 'Sentence served at home with an electronic tag', 'day', 0],
    ['court-case', 'Criminal case in court', 'case', 0],
    ['police-intervention', 'Arrest or other intervention of the police', 'intervention', 0],
  ],
  housing: [
    ['shelter-night', 'Shelter for homeless people', 'night', 1],
    ['supported-housing-day', 'Supported housing', 'day', 0],
    ['housing-benefit-month', 'Housing benefit', 'month', 0, 'transfer'],
  ],
  income: [
    ['income-support-month', 'Income support of last resort', 'month', DAYS_IN_MONTH, 'transfer'],
    ['unemployment-benefit-month', 'Unemployment benefit or assistance', 'month', DAYS_IN_MONTH, 'transfer'],
    ['sickness-benefit-month', 'Sickness benefit', 'month', DAYS_IN_MONTH, 'transfer'],
    ['disability-pension-month', 'Disability pension', 'month', DAYS_IN_MONTH, 'transfer'],
  ],
  'work and social services': [
    ['active-labour-programme-month', 'Place in an employment programme', 'month', 0],
    ['social-services-inquiry', 'Inquiry by social services', 'inquiry', 0],
    ['social-work-hour', 'Social worker', 'hour', 0],
    ['child-placement-day', 'Child placed in care', 'day', 0],
    ['debt-counselling', 'Debt counselling', 'case', 0],
  ],
};

/** Every service by field, those of one field together. */
export const services: readonly Service[] = Object.entries(rows).flatMap(([field, list]) =>
  list.map(([id, name, unit, daysPerUnit, kind]): Service => ({
    id,
    name,
    unit,
    daysPerUnit,
    kind: kind ?? 'real',
    field: field as Service['field'],
    shortRunShare: null,
  })),
);

/** The service of an id, or undefined where the catalogue has none. */
export const serviceOf = (id: string): Service | undefined => services.find((service) => service.id === id);

import { serviceOf } from '../reference/service-catalogue.js';
import { targetGroups } from '../reference/target-groups.js';

/** Sorts of data about a person that ask for a purpose, a legal basis and a retention, and no more. */
export const ORDINARY_CLASSES = [
  'statuses',
  'services',
  'targetGroups',
  'covariates',
  'measures',
  'plan',
] as const;

/** Sorts that the law protects further: health and minority by article 9 of the GDPR, justice by article 10. */
export const SENSITIVE_CLASSES = ['health', 'minority', 'justice'] as const;

export const DATA_CLASSES = [...ORDINARY_CLASSES, ...SENSITIVE_CLASSES] as const;
export type DataClass = (typeof DATA_CLASSES)[number];
type SensitiveClass = (typeof SENSITIVE_CLASSES)[number];

export const isSensitive = (one: DataClass): one is SensitiveClass =>
  SENSITIVE_CLASSES.some((sensitive) => sensitive === one);

/** What a service of the catalogue tells of whoever uses it, where its field does not say so. */
const TELLING_BENEFITS: ReadonlySet<string> = new Set(['sickness-benefit-month', 'disability-pension-month']);

type ServiceClass = Extract<DataClass, 'services' | 'health' | 'justice'>;

/** Words for the category of a service that is not in the catalogue, and the class of its use. */
export const CATEGORIES: Readonly<Record<string, ServiceClass>> = {
  justice: 'justice',
  health: 'health',
  addiction: 'health',
  psychiatry: 'health',
  disability: 'health',
  sickness: 'health',
  housing: 'services',
  income: 'services',
  work: 'services',
  education: 'services',
  debts: 'services',
  social: 'services',
};

/**
 * What the use of a service tells about a person: by the catalogue, by the category the programme gives it, and by
 * the more sensitive one where they differ.
 *
 * @returns undefined where neither says: then it could be anything, and nobody's use of it is taken in
 */
export function classOfService(service: {
  readonly id: string;
  readonly category?: string | undefined;
}): ServiceClass | undefined {
  const category = service.category;
  const named =
    category !== undefined && Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : undefined;
  const found = classInCatalogue(service.id);
  return found === undefined || found === 'services' ? (named ?? found) : found;
}

function classInCatalogue(id: string): ServiceClass | undefined {
  const service = serviceOf(id);
  if (!service) return undefined;
  if (service.field === 'justice') return 'justice';
  return service.field === 'health' || service.field === 'care of addiction' || TELLING_BENEFITS.has(id)
    ? 'health'
    : 'services';
}

/** What belonging to a target group tells: health, being of a minority, or neither. */
export function classOfTargetGroup(id: string): DataClass {
  if (targetGroups.find((group) => group.id === id)?.sensitive === false) return 'targetGroups';
  return id === 'ethnic-minorities' ? 'minority' : 'health';
}

export const MEASURE_KINDS = ['satisfaction', 'wellbeing', 'health'] as const;

/** An instrument that asks for symptoms or illness measures health; contentment and wellbeing in general are apart. */
export const classOfMeasure = (kind: (typeof MEASURE_KINDS)[number]): DataClass =>
  kind === 'health' ? 'health' : 'measures';

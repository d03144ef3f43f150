import type { Refusal } from '../platform/refusal.js';
import type { ProgrammeShown } from '../programmes/programmes.contract.js';
import type { DraftSettings } from './drafts.contract.js';
import { accountSettings } from './welfare-account.contract.js';

/** What an account takes over from a draft as it stands there. */
const ACCOUNT_SETTINGS = Object.keys(accountSettings) as (keyof typeof accountSettings)[];

type Cost = ProgrammeShown['costs'][number];
type Career = ProgrammeShown['careers'][number];

/**
 * The assessment file of a programme: what was recorded, in the form of `docs/assessment-file.md`. Nothing is filled
 * in that is not there; what is missing, the file's own contract names.
 *
 * @param careers those of the programme, or as recorded trajectories say
 */
export function compile(
  programme: ProgrammeShown,
  settings: DraftSettings,
  careers: readonly Career[] = programme.careers,
): object {
  const { kind, period, basis, conventions } = settings;
  const head = {
    format: 'bokslut-assessment/1',
    kind,
    title: programme.title,
    ...(programme.organisationName !== undefined && { organisation: programme.organisationName }),
    period,
    basis,
    currency: programme.currency,
    priceYear: programme.priceYear,
    conventions,
    ...optionalPart(settings),
  };
  if (kind === 'value-map') {
    return {
      ...head,
      ...(programme.stakeholders.length > 0 && { stakeholders: programme.stakeholders }),
      inputs: programme.costs.map(invested),
      outcomes: programme.outcomes,
    };
  }
  return {
    ...head,
    ...defined(Object.fromEntries(ACCOUNT_SETTINGS.map((name) => [name, settings[name]]))),
    ...(programme.stakeholders.length > 0 && { stakeholders: programme.stakeholders }),
    agencies: programme.agencies,
    services: programme.services,
    careers,
    programmeCost: programme.costs.map((cost) => programmeCost(cost, careers)),
  };
}

function optionalPart(settings: DraftSettings): object {
  const { parameters, evidence, conversions, uncertainty, scenarios, source, context } = settings;
  return defined({ parameters, evidence, conversions, uncertainty, scenarios, source, context });
}

/** A cost as an input of a value map; one at the start has no year. */
function invested({ id, paidBy, description, value, notValued, time = 0, source }: Cost): object {
  return defined({
    id,
    stakeholder: paidBy,
    description,
    value,
    notValued,
    year: time === 0 ? undefined : time,
    source,
  });
}

/** A cost as it is borne for each person who starts. */
function programmeCost(
  { paidBy, description, value, perEntrant, time = 0, source }: Cost,
  careers: readonly Career[],
): object {
  const entrants = careers.reduce(
    (sum, career) => sum + (typeof career.entrants === 'number' ? career.entrants : NaN),
    0,
  );
  const shared = typeof value === 'number' && entrants > 0 ? value / entrants : undefined;
  return defined({ paidBy, perEntrant: perEntrant ?? shared, time, description, source });
}

const defined = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const LISTS: Readonly<Record<string, keyof ProgrammeShown>> = {
  inputs: 'costs',
  programmeCost: 'costs',
  stakeholders: 'stakeholders',
  outcomes: 'outcomes',
  agencies: 'agencies',
  services: 'services',
  careers: 'careers',
};

/** What to mend, and where: a place in the programme or in the draft, not in the file made from them. */
export function whereRecorded(refusal: Refusal, programme: ProgrammeShown): Refusal {
  const [, list = '', place, ...rest] = refusal.pointer.split('/');
  const recorded = LISTS[list];
  if (recorded === undefined) {
    const inProgramme = ['title', 'organisation', 'currency', 'priceYear'].includes(list);
    return { ...refusal, pointer: `/${inProgramme ? 'programme' : 'draft'}${refusal.pointer}` };
  }
  const items = programme[recorded] as readonly { readonly id: string }[];
  const item = place === undefined ? undefined : (items[Number(place)]?.id ?? place);
  return {
    ...refusal,
    pointer: ['', 'programme', recorded, ...(item === undefined ? [] : [item]), ...rest].join('/'),
  };
}

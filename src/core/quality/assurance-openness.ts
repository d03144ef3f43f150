import { costsOf } from '../fiscal/fiscal-costs.js';
import { unitsOf } from '../fiscal/units.js';
import type { Amount, Assessment, ProgrammeCost } from '../assessment.js';
import { countOf, type Judge, type Judged, type Subject, tally } from './assurance-subject.js';
import { deductionsOf } from './deductions.js';
import { isEvidenced, namesOf } from './numbers.js';

/** Of the inputs that move a result, so many matter to how sure it is. */
const THAT_MATTER = 5;

/** Judges of the questions about money, certainty, and whether others can follow what was done. */
export const opennessJudges = {
  'prices-sourced': ({ file }) => {
    const prices = pricesOf(file);
    const known = prices.filter(({ sourced }) => sourced).length;
    return tally(known, prices.length, pricePath(file), 'prices have a source');
  },

  'prices-of-one-year': (subject) => {
    const { file } = subject;
    const path = '/conversions';
    const mixed = countOf(subject, 'price-year-mixed', 'currency-mixed', 'conversion-from-another-year');
    if (mixed > 0) return { answer: 'no', path, evidence: `${mixed} prices are of another kind of money` };
    const conversions = Object.values(file.conversions ?? {});
    if (conversions.length === 0)
      return {
        answer: 'yes',
        path: '/priceYear',
        evidence: `all are in ${file.currency} of ${file.priceYear}`,
      };
    const known = conversions.filter(({ source }) => source !== undefined).length;
    const judged = tally(known, conversions.length, path, 'conversions have a source');
    return judged.answer === 'no' ? { ...judged, answer: 'partly' } : judged;
  },

  'discounting-reasoned': ({ file }) => {
    const { discounting, discountRate } = file.conventions;
    const path = '/evidence';
    const names =
      discounting === 'none'
        ? []
        : discounting === 'compound-forward'
          ? Object.keys(file.conventions.factors ?? {}).map((year) => `conventions.factors.${year}`)
          : ratesOf(discountRate);
    if (names.length === 0) return { answer: 'yes', path: '/conventions', evidence: 'nothing is discounted' };
    const known = names.filter((name) => isEvidenced(file, [name])).length;
    const judged = tally(known, names.length, path, 'rates have a source');
    return judged.answer === 'no' ? { ...judged, answer: 'not-said' } : judged;
  },

  'costs-complete': ({ file }) => {
    switch (file.kind) {
      case 'value-map': {
        const known = file.inputs.filter(
          ({ id, value, source }, at) =>
            value !== null &&
            (source !== undefined || isEvidenced(file, namesOf(value, `inputs.${id ?? at}.value`))),
        ).length;
        return {
          ...tally(known, file.inputs.length, '/inputs', 'inputs are valued and have a source'),
          ...noCost(file.inputs),
        };
      }
      case 'welfare-account': {
        const known = file.programmeCost.filter(
          (cost, at) => cost.source !== undefined || isEvidenced(file, namesOfCost(cost, at)),
        ).length;
        return {
          ...tally(known, file.programmeCost.length, '/programmeCost', 'costs have a source'),
          ...noCost(file.programmeCost),
        };
      }
      case 'fiscal-cost-benefit': {
        const known = costsOf(file).filter(
          ({ id, cost: { amount, source } }) =>
            source !== undefined || isEvidenced(file, namesOf(amount, id)),
        ).length;
        return { ...tally(known, file.costs.length, '/costs', 'costs have a source'), ...noCost(file.costs) };
      }
    }
  },

  'ranges-given': ({ file, sensitivity }) => {
    const path = '/uncertainty';
    const first = sensitivity.slice(0, THAT_MATTER);
    const ranged = first.filter((one) => one.ranged).length;
    const all = Object.keys(file.uncertainty?.inputs ?? {}).length;
    if (all === 0) return { answer: 'no', path, evidence: 'no input has a range' };
    const answer = 2 * ranged > first.length ? 'yes' : 'partly';
    return {
      answer,
      path,
      evidence: `${ranged} of the ${first.length} inputs that move it most have a range`,
    };
  },

  'alternatives-tried': ({ file }) => {
    const tried = file.scenarios ?? [];
    if (tried.length === 0) return { answer: 'no', path: '/scenarios' };
    const sourced = tried.filter(({ source }) => source !== undefined).length;
    const answer = sourced > 0 ? 'yes' : 'partly';
    return {
      answer,
      path: '/scenarios',
      evidence: `${tried.length} scenarios, ${sourced} of them with a source`,
    };
  },

  'decided-by-said': ({ file }) => {
    const names = [...new Set(deductionsOf(file).flatMap((one) => one.names))];
    const said = names.filter((name) => file.evidence?.[name]?.decidedBy !== undefined).length;
    const judged = tally(said, names.length, '/evidence', 'deductions say who decided them');
    return judged.answer === 'no' ? { answer: 'not-said', path: '/evidence' } : judged;
  },

  'planned-before': ({ file }) => {
    const path = '/context/plan';
    const plan = file.context?.plan;
    if (!plan) return { answer: 'not-said', path };
    const before = plan.registered < file.period.to;
    const where = plan.where === undefined ? '' : `, ${plan.where}`;
    const known = file.basis === 'forecast' || before;
    return {
      answer: known ? 'yes' : 'partly',
      path,
      evidence: known ? `${plan.registered}${where}` : `only on ${plan.registered}, when the period was over`,
    };
  },

  'checked-by-others': ({ file }) => {
    const path = '/context/checked';
    const checked = file.context?.checked;
    if (!checked) return { answer: 'not-said', path };
    if (checked.level === 'self-declared') return { answer: 'no', path, evidence: 'self-declared' };
    const by = checked.by === undefined ? '' : ` by ${checked.by}`;
    return { answer: checked.by === undefined ? 'partly' : 'yes', path, evidence: `${checked.level}${by}` };
  },

  'set-beside-others': ({ file, beside }) => {
    const path = '/context/published';
    const own = file.context?.published?.length ?? 0;
    if (own > 0) return { answer: 'yes', path, evidence: `${own} published figures stand beside it` };
    return beside.length > 0
      ? {
          answer: 'partly',
          path,
          evidence: 'published results of the same kind are shown, none of the same activity',
        }
      : { answer: 'not-said', path };
  },

  'limits-said': ({ file }) => {
    const limits = file.context?.limits?.length ?? 0;
    const path = '/context/limits';
    return limits > 0
      ? { answer: 'yes', path, evidence: `${limits} ${limits === 1 ? 'limit is' : 'limits are'} named` }
      : { answer: 'not-said', path };
  },

  'open-to-all': (subject) => {
    const { file } = subject;
    const open = countOf(subject, 'source-missing');
    const more = countOf(subject, 'sources-missing') > 0;
    const path = '/evidence';
    if (open === 0) return { answer: 'yes', path, evidence: 'every number has a source' };
    const answer = more || Object.keys(file.evidence ?? {}).length === 0 ? 'no' : 'partly';
    return { answer, path, evidence: `${more ? 'more than ' : ''}${open} places without a source` };
  },
} as const satisfies Record<string, Judge>;

/** Costs of nothing are not complete, whatever their source. */
const noCost = (costs: readonly unknown[]): Partial<Judged> => (costs.length === 0 ? { answer: 'no' } : {});

function ratesOf(rate: Subject['file']['conventions']['discountRate']): readonly string[] {
  if (rate === undefined) return [];
  if (Array.isArray(rate)) return rate.map((_, at) => `conventions.discountRate.${at}.rate`);
  return namesOf(rate as Amount, 'conventions.discountRate');
}

const PRICES: Readonly<Record<Assessment['kind'], string>> = {
  'value-map': '/outcomes',
  'welfare-account': '/services',
  'fiscal-cost-benefit': '/units',
};

const pricePath = (file: Assessment): string => PRICES[file.kind];

function pricesOf(file: Assessment): readonly { readonly sourced: boolean }[] {
  switch (file.kind) {
    case 'value-map':
      return file.outcomes.map(({ id, proxy }) => ({
        sourced:
          proxy?.source !== undefined ||
          isEvidenced(file, namesOf(proxy?.value ?? 0, `outcomes.${id}.proxy`)),
      }));
    case 'welfare-account':
      return file.services.map(({ id, price, source }) => ({
        sourced:
          source !== undefined ||
          isEvidenced(
            file,
            namesOf(
              typeof price === 'object' && 'average' in price ? price.average : price,
              `services.${id}.price`,
            ),
          ),
      }));
    case 'fiscal-cost-benefit':
      return unitsOf(file).map(({ unit: { source, value }, id }) => ({
        sourced: source !== undefined || isEvidenced(file, namesOf(value, id)),
      }));
  }
}

/** The names under which the evidence of a programme cost is given. */
function namesOfCost({ perEntrant, enterprise }: ProgrammeCost, at: number): readonly string[] {
  const id = `programmeCost.${at}`;
  if (!enterprise) return namesOf(perEntrant ?? 0, `${id}.perEntrant`);
  return Object.entries(enterprise).flatMap(([part, amount]: [string, Amount]) =>
    namesOf(amount, `${id}.enterprise.${part}`),
  );
}

import type { Amount, Service, WelfareAccountFile } from '../../assessment.js';
import { inPercent } from '../../wording/term.js';
import { valueOf } from '../../quality/numbers.js';
import { publicActors } from '../actors.js';
import { nameOf, shortRunShare } from '../services.js';
import { type Answers, freeId, missing, nothingChanges } from './answer.js';

/** Objections to what things are counted at. */
export const priceAnswers: Pick<
  Answers,
  | 'short-run-prices'
  | 'no-transfers'
  | 'subsidy-deducted'
  | 'participants-time'
  | 'public-funds'
  | 'largest-row'
> = {
  'short-run-prices': (_file, { withoutShortRun }) =>
    withoutShortRun.length > 0
      ? missing({ services: withoutShortRun.join(', ') })
      : { answered: true, change: withPrices((service, now) => shortRunPrice(now, service)) },

  'no-transfers': (file) => {
    const transfers = file.services.filter(({ kind }) => kind === 'transfer');
    if (transfers.length === 0) return nothingChanges();
    return {
      answered: true,
      values: { services: transfers.map(nameOf).join(', ') },
      change: withPrices(({ kind, price }) => (kind === 'transfer' ? 0 : price)),
    };
  },

  'subsidy-deducted': (file) =>
    file.productionValue === 'full-wage' && hasAid(file)
      ? { answered: true, change: (now) => ({ ...now, productionValue: 'net-of-subsidy' }) }
      : nothingChanges(),

  'participants-time': (file) => {
    const time = file.objections?.participantTime;
    if (!time) return missing();
    return {
      answered: true,
      values: { perYear: time.perYear },
      source: time.source,
      change: (now) => withTime(now, time.perYear),
    };
  },

  'public-funds': (file, { objections }) => {
    const funds = file.objections?.publicFunds;
    const rate = funds?.value ?? objections.publicFunds;
    const paying = publicActors(file.agencies);
    if (!file.programmeCost.some(({ paidBy }) => paying.includes(paidBy))) return nothingChanges();
    return {
      answered: true,
      values: { percent: inPercent(rate) },
      source: funds?.source,
      change: (now) => withPublicFunds(now, rate),
    };
  },

  'largest-row': (_file, { rows }) => {
    const largest = rows.reduce((most, row) => (row.gain > (most?.gain ?? 0) ? row : most), rows[0]);
    if (!largest || largest.gain <= 0) return nothingChanges();
    const { service, label } = largest;
    return service === undefined
      ? { answered: true, because: 'work', values: { row: label }, change: withoutWork }
      : {
          answered: true,
          values: { row: label },
          change: withPrices(({ id, price }) => (id === service ? 0 : price)),
        };
  },
};

function withPrices(price: (service: Service, file: WelfareAccountFile) => Service['price']) {
  return (file: WelfareAccountFile): WelfareAccountFile => ({
    ...file,
    services: file.services.map((service) => ({ ...service, price: price(service, file) })),
  });
}

/** The short-run price where one is known; a transfer without one, and what nobody uses, stay as they are. */
function shortRunPrice(file: WelfareAccountFile, service: Service): Service['price'] {
  const { price } = service;
  const both = typeof price === 'object' && 'average' in price ? price : { average: price };
  if ('shortRunMarginal' in both && both.shortRunMarginal !== undefined) return both.shortRunMarginal;
  const share = shortRunShare(file, service);
  return share ? valueOf(file, both.average) * valueOf(file, share.share) : both.average;
}

function hasAid({ careers = [], states = [] }: WelfareAccountFile): boolean {
  const works = [
    ...careers.flatMap(({ work, during }) => [work, during?.work]),
    ...states.map(({ work }) => work),
  ];
  return works.some((work) => work?.subsidy !== undefined || Object.keys(work?.exemptions ?? {}).length > 0);
}

/** Participants give a year of their own time for a year at work or in the programme. */
function withTime(file: WelfareAccountFile, perYear: number): WelfareAccountFile {
  const id = freeId('participants-time', file.services);
  const once = (use: Readonly<Record<string, Amount>> | undefined) => ({ ...use, [id]: 1 });
  const staying = new Set((file.cohorts ?? []).flatMap(({ during }) => during?.state ?? []));
  return {
    ...file,
    services: [
      ...file.services,
      { id, price: perYear, kind: 'real', goesWith: 'work', paidBy: { participants: 1 } },
    ],
    ...(file.careers && {
      careers: file.careers.map((career) => ({
        ...career,
        ...(career.work && { withSuccess: once(career.withSuccess) }),
        ...(career.during && { during: { ...career.during, use: once(career.during.use) } }),
      })),
    }),
    ...(file.states && {
      states: file.states.map((state) =>
        state.work || staying.has(state.id) ? { ...state, use: once(state.use) } : state,
      ),
    }),
  };
}

/** Taxes cost more than they bring in: what public agencies pay, society pays with something on top. */
function withPublicFunds(file: WelfareAccountFile, rate: number): WelfareAccountFile {
  const id = freeId('cost-of-public-funds', file.agencies);
  const paying = publicActors(file.agencies);
  const part = (amount: Amount): number => valueOf(file, amount) * rate;
  const extra = file.programmeCost
    .filter(({ paidBy }) => paying.includes(paidBy))
    .map((cost) => ({
      ...cost,
      paidBy: id,
      ...(cost.perEntrant !== undefined && { perEntrant: part(cost.perEntrant) }),
      ...(cost.enterprise && {
        enterprise: {
          operatingCost: part(cost.enterprise.operatingCost),
          sales: part(cost.enterprise.sales),
          participantsWageCost: part(cost.enterprise.participantsWageCost),
        },
      }),
      ...(cost.spentAnyway && { spentAnyway: { perEntrant: part(cost.spentAnyway.perEntrant) } }),
    }));
  return {
    ...file,
    agencies: [...file.agencies, { id, public: false }],
    programmeCost: [...file.programmeCost, ...extra],
  };
}

function withoutWork(file: WelfareAccountFile): WelfareAccountFile {
  return {
    ...file,
    ...(file.careers && {
      careers: file.careers.map((career) => ({
        ...career,
        work: undefined,
        ...(career.during && { during: { ...career.during, work: undefined } }),
      })),
    }),
    ...(file.states && {
      states: file.states.map((state) => ({
        ...state,
        work: undefined,
        success: state.success ?? state.work !== undefined,
      })),
    }),
  };
}

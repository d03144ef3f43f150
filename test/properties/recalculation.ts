/**
 * A welfare account in the short form worked out with plain loops over plain numbers, from docs/method.md alone and
 * without a line of the engine: what an auditor with a notebook would do.
 */
export interface PlainWork {
  readonly grossWage?: number;
  readonly employerContributions?: number;
  readonly selfEmployment?: { readonly income: number; readonly contributions: number };
  readonly contributionsTo: Readonly<Record<string, number>>;
  readonly incomeTax: Readonly<Record<string, number>>;
  readonly vat?: Readonly<Record<string, number>>;
  readonly subsidy?: { readonly paidBy: string; readonly amount: number };
  readonly exemptions?: Readonly<Record<string, number>>;
}

export interface PlainCareer {
  readonly id: string;
  readonly entrants: number;
  readonly successShare: number;
  readonly without: Readonly<Record<string, number>>;
  readonly withSuccess: Readonly<Record<string, number>>;
  readonly withFailure?: Readonly<Record<string, number>>;
  readonly work: PlainWork;
  readonly during?: {
    readonly months: number;
    readonly use: Readonly<Record<string, number>>;
    readonly work?: PlainWork;
  };
  readonly counterfactualShare?: number;
  readonly deadweight?: number | { readonly services: number; readonly production: number };
  readonly attribution: number;
  readonly displacement: number;
  readonly dropOff: number;
}

export interface PlainAccount {
  readonly discounting: 'year-end' | 'year-start' | 'mid-year' | 'none';
  readonly discountRate: number;
  readonly agencies: readonly { readonly id: string; readonly retainsExtraTax?: number }[];
  readonly services: readonly {
    readonly id: string;
    readonly price: number;
    readonly kind: 'real' | 'transfer';
    readonly paidBy: Readonly<Record<string, number>>;
  }[];
  readonly productionValue: 'net-of-subsidy' | 'full-wage';
  readonly careers: readonly PlainCareer[];
  readonly programmeCost: readonly {
    readonly paidBy: string;
    readonly perEntrant: number;
    readonly time: number;
  }[];
}

type Ledger = Map<string, number>;

const book = (ledger: Ledger, actor: string, amount: number): void => {
  ledger.set(actor, (ledger.get(actor) ?? 0) + amount);
};

function taxTo(account: PlainAccount, ledger: Ledger, agency: string, amount: number): void {
  const kept = account.agencies.find(({ id }) => id === agency)?.retainsExtraTax ?? 1;
  book(ledger, agency, amount * kept);
  book(ledger, 'treasury', amount * (1 - kept));
}

/** A year of services, split into real ones and transfers. */
function use(
  account: PlainAccount,
  units: Readonly<Record<string, number>>,
  kind: 'real' | 'transfer',
  factor = 1,
): Ledger {
  const ledger: Ledger = new Map();
  for (const service of account.services.filter((one) => one.kind === kind)) {
    const amount = (units[service.id] ?? 0) * service.price * factor;
    for (const [payer, share] of Object.entries(service.paidBy)) book(ledger, payer, -amount * share);
    if (kind === 'transfer') book(ledger, 'participants', amount);
  }
  return ledger;
}

/** A year of work, with what is displaced by it. */
function workYear(
  account: PlainAccount,
  career: PlainCareer,
  work: PlainWork,
  use: Readonly<Record<string, number>>,
): Ledger {
  const ledger: Ledger = new Map();
  const { contributionsTo, incomeTax, vat = {}, subsidy, exemptions = {}, selfEmployment } = work;
  const pay = selfEmployment?.income ?? work.grossWage ?? 0;
  const contributions = pay * (selfEmployment?.contributions ?? work.employerContributions ?? 0);
  const cost = selfEmployment ? pay : pay + contributions;
  const exempted = Object.values(exemptions).reduce((sum, amount) => sum + amount, 0);
  const aid = (subsidy?.amount ?? 0) + exempted;
  const production = cost - (account.productionValue === 'net-of-subsidy' && !selfEmployment ? aid : 0);
  const f = (career.displacement * production) / cost;
  const taxes = Object.values(incomeTax).reduce((sum, share) => sum + share, 0);
  const net = pay * (1 - taxes) - (selfEmployment ? contributions : 0);
  const spent = net * Object.values(vat).reduce((sum, share) => sum + share, 0);
  if (selfEmployment) {
    book(ledger, 'participants', net - spent + aid);
    book(ledger, 'displacedPeople', -f * (net - spent));
  } else {
    book(ledger, 'employer', production - cost + aid);
    book(ledger, 'employer', -career.displacement * production + f * cost);
    book(ledger, 'participants', net - spent);
    book(ledger, 'displacedPeople', -f * (net - spent));
  }
  if (subsidy) book(ledger, subsidy.paidBy, -subsidy.amount);
  for (const [agency, amount] of Object.entries(exemptions)) book(ledger, agency, -amount);
  for (const [agency, share] of Object.entries(contributionsTo))
    book(ledger, agency, contributions * share * (1 - f));
  for (const [agency, share] of Object.entries(incomeTax))
    taxTo(account, ledger, agency, pay * share * (1 - f));
  for (const [agency, share] of Object.entries(vat)) taxTo(account, ledger, agency, net * share * (1 - f));
  for (const service of account.services.filter(({ kind }) => kind === 'transfer')) {
    const drawn = f * ((career.without[service.id] ?? 0) - (use[service.id] ?? 0)) * service.price;
    book(ledger, 'displacedPeople', drawn);
    for (const [payer, share] of Object.entries(service.paidBy)) book(ledger, payer, -drawn * share);
  }
  return ledger;
}

/** The stay against the same months without, per person who entered. */
function stayOf(account: PlainAccount): Ledger {
  const gain: Ledger = new Map();
  const all = account.careers.reduce((sum, { entrants }) => sum + entrants, 0);
  for (const career of account.careers) {
    if (!career.during) continue;
    const { months, use: used, work } = career.during;
    const weight = (career.entrants / all) * (1 - career.attribution) * (months / 12);
    const add = (ledger: Ledger, sign: number): void =>
      ledger.forEach((amount, actor) => book(gain, actor, amount * sign * weight));
    for (const kind of ['real', 'transfer'] as const) {
      add(use(account, used, kind), 1);
      add(use(account, career.without, kind), -1);
    }
    if (work) add(workYear(account, career, work, used), 1);
  }
  return gain;
}

/** The gain of every actor in a year, per person who entered. */
export function gainOf(account: PlainAccount, year: number): Ledger {
  const gain: Ledger = new Map();
  const all = account.careers.reduce((sum, { entrants }) => sum + entrants, 0);
  for (const career of account.careers) {
    let survival = 1;
    for (let passed = 1; passed < year; passed += 1) survival *= 1 - career.dropOff;
    const p = career.successShare;
    const anyway = (family: 'services' | 'production'): number => {
      if (career.counterfactualShare !== undefined) return career.counterfactualShare * survival;
      const { deadweight = 0 } = career;
      return (typeof deadweight === 'number' ? deadweight : deadweight[family]) * p * survival;
    };
    const weight = (career.entrants / all) * (1 - career.attribution);
    const add = (ledger: Ledger, share: number): void =>
      ledger.forEach((amount, actor) => book(gain, actor, amount * share * weight));
    const failure = career.withFailure ?? career.without;
    for (const [kind, family] of [
      ['real', 'services'],
      ['transfer', 'production'],
    ] as const) {
      const more = p * survival - anyway(family);
      add(use(account, career.withSuccess, kind), more);
      add(use(account, career.without, kind), -more);
      add(use(account, failure, kind), 1 - p);
      add(use(account, career.without, kind), -(1 - p));
    }
    add(workYear(account, career, career.work, career.withSuccess), p * survival - anyway('production'));
  }
  return gain;
}

function factor(account: PlainAccount, year: number): number {
  const rate = account.discounting === 'none' ? 0 : account.discountRate;
  const back = { 'year-end': year, 'year-start': year - 1, 'mid-year': year - 0.5, none: 0 }[
    account.discounting
  ];
  return Math.exp(-back * Math.log(1 + rate));
}

/** Present value of every actor's gain and cost over a horizon. */
export function horizonOf(
  account: PlainAccount,
  years: number,
): { readonly gain: Ledger; readonly cost: Ledger } {
  const gain: Ledger = stayOf(account);
  const cost: Ledger = new Map();
  for (let year = 1; year <= years; year += 1) {
    gainOf(account, year).forEach((amount, actor) => book(gain, actor, amount * factor(account, year)));
  }
  for (const { paidBy, perEntrant, time } of account.programmeCost) {
    if (time <= years) book(cost, paidBy, perEntrant * (time === 0 ? 1 : factor(account, time)));
  }
  return { gain, cost };
}

import type { Amount, FiscalFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, money, NUMBER, PERSON } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { atPriceYear, yearBegun } from '../price-year.js';
import type { FiscalOutcome, FiscalOutcomePart, UnitCost, ValueType } from './fiscal-part.js';
import { type Correction, correction, type OptimismBiasTable } from './optimism-bias.js';

/** What one outcome of a kind is worth in a year, at the price year and corrected for optimism. */
export interface UnitWorth {
  readonly agency: string | undefined;
  readonly valueType: ValueType;
  readonly transfer: boolean;
  readonly worth: Expression;
}

/** An outcome as it was read, before deadweight is taken off. */
export interface ReadOutcome {
  /** `outcome` where the file has one outcome only and gives it no id. */
  readonly id: string;
  /** In words; undefined where nothing tells it apart. */
  readonly name: string | undefined;
  /** Where the file speaks of it. */
  readonly path: string;
  /** Cases for each of the target population. */
  readonly incidence: Expression;
  readonly retained: Expression;
  readonly impact: Expression;
  readonly deadweight: Expression;
  /** The share of the effect that is there, by year from year 0. */
  readonly profile: readonly Expression[];
  readonly optimismBias: Correction;
  /** In the order of ids. */
  readonly units: readonly UnitWorth[];
}

/** The id by which the figures of a file's only outcome go. */
const ONLY = 'outcome';

/** Reads every outcome of the file, in the order of ids, over a number of years. */
export function readOutcomes(
  inputs: Inputs,
  file: FiscalFile,
  years: number,
  table: OptimismBiasTable,
): readonly ReadOutcome[] {
  const outcomes = file.outcomes ?? [undefined];
  return outcomes
    .map((own, at) => ({ own, at }))
    .sort((one, other) => ((one.own?.id ?? '') < (other.own?.id ?? '') ? -1 : 1))
    .map(({ own, at }) => new OutcomeReader(inputs, file, own, at, table).read(years));
}

type Name = 'incidence' | 'engagement' | 'retention' | 'impact' | 'deadweight' | 'dropOff';

/** A number of an outcome: its own, or the one that the file gives for all. */
interface Place {
  readonly id: string;
  readonly path: string;
  readonly label: { readonly code: string; readonly values: Record<string, string | number> };
}

class OutcomeReader {
  private readonly inputs: Inputs;
  private readonly file: FiscalFile;
  private readonly own: FiscalOutcome | undefined;
  private readonly path: string;
  private readonly table: OptimismBiasTable;
  private readonly name: string | undefined;

  constructor(
    inputs: Inputs,
    file: FiscalFile,
    own: FiscalOutcome | undefined,
    at: number,
    table: OptimismBiasTable,
  ) {
    this.inputs = inputs;
    this.file = file;
    this.own = own;
    this.path = own ? `/outcomes/${at}` : '';
    this.table = table;
    this.name = own ? (own.outcome ?? own.id) : undefined;
  }

  read(years: number): ReadOutcome {
    const incidence = this.inputs.amount(this.amount('incidence'), {
      ...this.place('incidence'),
      unit: inverseUnit(PERSON),
      between: [0, Number.POSITIVE_INFINITY],
    });
    const optimismBias = this.optimismBias();
    return {
      id: this.own?.id ?? ONLY,
      name: this.name,
      path: this.path,
      incidence,
      retained: this.retained(incidence),
      impact: this.share('impact'),
      deadweight: this.open('deadweight'),
      profile: this.profile(years),
      optimismBias,
      units: this.units(optimismBias.value),
    };
  }

  private retained(incidence: Expression): Expression {
    const population = this.inputs.amount(this.file.targetPopulation, {
      id: 'targetPopulation',
      path: '/targetPopulation',
      label: { code: 'target-population' },
      unit: PERSON,
      between: [0, Number.POSITIVE_INFINITY],
    });
    return this.inputs.graph.multiply(
      population,
      incidence,
      this.share('engagement'),
      this.share('retention'),
    );
  }

  private profile(years: number): readonly Expression[] {
    const { graph } = this.inputs;
    const typed = this.profileGiven();
    const all = Array.from({ length: years }, (_, year) => year);
    if (typed) {
      return all.map((year) => {
        const amount = typed.profile[year];
        if (amount === undefined) return graph.constant(0);
        return this.inputs.amount(amount, {
          ...placeOf(typed.own ? this.own?.id : undefined, this.path, 'profile', this.name, year),
          share: true,
        });
      });
    }
    const lag = this.own?.lagYears ?? this.file.lagYears ?? 0;
    const extra = this.file.conventions.dropOff === 'from-first-year' ? 1 : 0;
    const lasting = years - lag;
    const kept = lasting + extra > 1 ? graph.complement(this.open('dropOff')) : graph.constant(1);
    return all.map((year) => (year < lag ? graph.constant(0) : graph.power(kept, year - lag + extra)));
  }

  /** The profile that holds: an own drop-off comes before the profile of all. */
  private profileGiven(): { readonly profile: readonly Amount[]; readonly own: boolean } | undefined {
    if (this.own?.profile) return { profile: this.own.profile, own: true };
    if (this.own?.dropOff !== undefined || !this.file.profile) return undefined;
    return { profile: this.file.profile, own: false };
  }

  private optimismBias(): Correction {
    const says = this.own?.obBenefits !== undefined || this.own?.confidence !== undefined;
    const own = says ? this.own : undefined;
    const part: FiscalOutcomePart = own ?? this.file;
    const prefix = own ? this.path : '';
    const { population, effect } = part.confidence ?? {};
    return correction(this.inputs, this.table, {
      id: own ? `outcomes.${own.id}.obBenefits` : 'obBenefits',
      path: `${prefix}/obBenefits`,
      of: 'benefits',
      outcome: own ? this.name : undefined,
      given: part.obBenefits,
      grades: [
        ...(population === undefined ? [] : [['population', population] as const]),
        ...(effect === undefined ? [] : [['effect', effect] as const]),
      ],
      gradesPath: `${prefix}/confidence`,
    });
  }

  private units(bias: Expression): readonly UnitWorth[] {
    const own = this.own?.units;
    const place = this.own && own ? `outcomes.${this.own.id}.units` : 'units';
    const path = own ? `${this.path}/units` : '/units';
    return (own ?? this.file.units ?? [])
      .map((unit, at) => ({ unit, place: `${place}.${unit.id}`, path: `${path}/${at}` }))
      .sort((one, other) => (one.unit.id < other.unit.id ? -1 : 1))
      .map((each) => this.unit(each.unit, each.place, each.path, bias));
  }

  private unit(unit: UnitCost, place: string, path: string, bias: Expression): UnitWorth {
    const { graph } = this.inputs;
    const priceYear = unit.priceYear === undefined ? undefined : yearBegun(unit.priceYear);
    const what = unit.description ?? unit.id;
    const { currency, priceYear: target } = this.file;
    const price = this.inputs.amount(unit.value, {
      id: `${place}.value`,
      path: `${path}/value`,
      label: { code: 'unit-value', values: { unit: what } },
      unit: money(currency, priceYear ?? target),
      source: unit.source,
    });
    const current = atPriceYear(this.inputs, price, {
      id: `${place}.value`,
      what: `the value of “${what}”`,
      path: `${path}/priceYear`,
      priceYear,
      currency: undefined,
    });
    const worth = graph.multiply(current, graph.sum([graph.constant(1), bias], NUMBER));
    const { agency, valueType, transfer = false } = unit;
    return {
      agency,
      valueType,
      transfer,
      worth: graph.name(
        `perOutcome.${this.own?.id ?? ONLY}.units.${unit.id}`,
        { code: 'unit-worth', values: { unit: what } },
        worth,
      ),
    };
  }

  /** A share that the file may leave open. */
  private open(name: 'deadweight' | 'dropOff'): Expression {
    const outcome = this.name ?? this.file.outcome ?? 'the outcome';
    return this.inputs.share(this.value(name), this.place(name), outcome, name);
  }

  private share(name: Name): Expression {
    return this.inputs.amount(this.amount(name), { ...this.place(name), share: true });
  }

  /** The contract sees to it that somebody says it. */
  private amount(name: Name): Amount {
    const amount = this.value(name);
    if (amount === undefined || amount === null) throw new Error(`nobody says ${name}`);
    return amount;
  }

  private value(name: Name): Amount | null | undefined {
    return this.own?.[name] === undefined ? this.file[name] : this.own[name];
  }

  private place(name: Name): Place {
    const own = this.own?.[name] !== undefined;
    return placeOf(own ? this.own.id : undefined, this.path, name, this.name);
  }
}

function placeOf(
  own: string | undefined,
  path: string,
  name: string,
  outcome: string | undefined,
  year?: number,
): Place {
  const at = year === undefined ? name : `${name}.${year}`;
  const field = at.replace('.', '/');
  const code = `fiscal-${name}`;
  return own === undefined
    ? { id: at, path: `/${field}`, label: { code, values: { year: year ?? 0 } } }
    : {
        id: `outcomes.${own}.${at}`,
        path: `${path}/${field}`,
        label: { code: `${code}-of`, values: { outcome: outcome ?? own, year: year ?? 0 } },
      };
}

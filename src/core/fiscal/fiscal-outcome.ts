import type { Amount, FiscalFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, money, NUMBER, PERSON } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { compareTexts } from '../order.js';
import { atPriceYear, yearBegun } from '../price-year.js';
import type { Term } from '../wording/term.js';
import { ofOutcome } from './fiscal-labels.js';
import type { FiscalOutcomePart, UnitCost, ValueType } from './fiscal-part.js';
import { type Correction, correction, type OptimismBiasTable } from './optimism-bias.js';

/** What one outcome of a kind is worth in a year, at the price year and corrected for optimism. */
export interface UnitWorth {
  /** The agency that saves it; undefined where it is no fiscal value. */
  readonly saver: string | undefined;
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
  /** Its place among the outcomes of the file. */
  readonly at: number;
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
  const { outcomes } = file;
  if (!outcomes) return [new OutcomeReader(inputs, file, undefined, table).read(ONLY, 0, years)];
  return outcomes
    .map((part, at) => ({ part, at }))
    .sort((one, other) => compareTexts(one.part.id, other.part.id))
    .map(({ part, at }) => {
      const { id, outcome = id } = part;
      const own = { part, id: `outcomes.${id}.`, path: `/outcomes/${at}`, outcome };
      return new OutcomeReader(inputs, file, own, table).read(id, at, years);
    });
}

/** A part of the file that speaks of an outcome: its own, or the file, which speaks of all. */
interface Part {
  readonly part: FiscalOutcomePart;
  /** What the names of its numbers begin with. */
  readonly id: string;
  readonly path: string;
  /** The outcome in words; undefined where it is the file that speaks. */
  readonly outcome: string | undefined;
}

/** What must be said of every outcome, by itself or by the file. */
type Needed = 'incidence' | 'engagement' | 'retention' | 'impact';

/** Where a number of an outcome stands. */
interface Place {
  readonly id: string;
  readonly path: string;
  readonly label: Term;
}

class OutcomeReader {
  private readonly inputs: Inputs;
  private readonly file: FiscalFile;
  private readonly all: Part;
  private readonly own: Part | undefined;
  private readonly table: OptimismBiasTable;

  constructor(inputs: Inputs, file: FiscalFile, own: Part | undefined, table: OptimismBiasTable) {
    this.inputs = inputs;
    this.file = file;
    this.all = { part: file, id: '', path: '', outcome: undefined };
    this.own = own;
    this.table = table;
  }

  read(id: string, at: number, years: number): ReadOutcome {
    const incidence = this.inputs.amount(this.said('incidence'), {
      ...this.place('incidence'),
      unit: inverseUnit(PERSON),
      between: [0, Number.POSITIVE_INFINITY],
    });
    const optimismBias = this.optimismBias();
    return {
      id,
      name: this.own?.outcome,
      at,
      incidence,
      retained: this.retained(incidence),
      impact: this.share('impact'),
      deadweight: this.open('deadweight'),
      profile: this.profile(years),
      optimismBias,
      units: this.units(`perOutcome.${id}.units`, optimismBias.value),
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
    const all = Array.from({ length: years }, (_, year) => year);
    // An own drop-off comes before the profile of all.
    const from = this.own?.part.dropOff === undefined ? this.from('profile') : this.own;
    const { profile } = from.part;
    if (profile) {
      return all.map((year) => {
        const amount = profile[year];
        if (amount === undefined) return graph.constant(0);
        return this.inputs.amount(amount, { ...profilePlace(from, year), share: true });
      });
    }
    const { lagYears: lag = 0 } = this.from('lagYears').part;
    const extra = this.file.conventions.dropOff === 'from-first-year' ? 1 : 0;
    const lasting = years - lag;
    const kept = lasting + extra > 1 ? graph.complement(this.open('dropOff')) : graph.constant(1);
    return all.map((year) => (year < lag ? graph.constant(0) : graph.power(kept, year - lag + extra)));
  }

  private optimismBias(): Correction {
    const says = this.own?.part.obBenefits !== undefined || this.own?.part.confidence !== undefined;
    const { part, id, path, outcome } = says ? this.own : this.all;
    return correction(this.inputs, this.table, {
      id: `${id}obBenefits`,
      path: `${path}/obBenefits`,
      of: 'benefits',
      outcome,
      given: part.obBenefits,
      grades: { population: part.confidence?.population, effect: part.confidence?.effect },
      gradesPath: `${path}/confidence`,
    });
  }

  private units(figures: string, bias: Expression): readonly UnitWorth[] {
    const { part, id, path } = this.from('units');
    return said('units', part.units)
      .map((unit, at) => ({ unit, at }))
      .sort((one, other) => compareTexts(one.unit.id, other.unit.id))
      .map(({ unit, at }) => {
        const worth = this.worth(unit, `${id}units.${unit.id}.value`, `${path}/units/${at}`, bias);
        const label = { code: 'unit-worth', values: { unit: unit.description ?? unit.id } };
        const { agency, valueType, transfer = false } = unit;
        return {
          saver: valueType === 'fiscal' ? agency : undefined,
          valueType,
          transfer,
          worth: this.inputs.graph.name(`${figures}.${unit.id}`, label, worth),
        };
      });
  }

  private worth(unit: UnitCost, id: string, path: string, bias: Expression): Expression {
    const { graph } = this.inputs;
    const priceYear = unit.priceYear === undefined ? undefined : yearBegun(unit.priceYear);
    const what = unit.description ?? unit.id;
    const price = this.inputs.amount(unit.value, {
      id,
      path: `${path}/value`,
      label: { code: 'unit-value', values: { unit: what } },
      unit: money(this.file.currency, priceYear ?? this.file.priceYear),
      source: unit.source,
    });
    const current = atPriceYear(this.inputs, price, {
      id,
      what: `the value of “${what}”`,
      path: `${path}/priceYear`,
      priceYear,
      currency: undefined,
    });
    return graph.multiply(current, graph.sum([graph.constant(1), bias], NUMBER));
  }

  /** A share that the file may leave open. */
  private open(name: 'deadweight' | 'dropOff'): Expression {
    const outcome = this.own?.outcome ?? this.file.outcome ?? 'the outcome';
    return this.inputs.share(this.from(name).part[name], this.place(name), outcome, name);
  }

  private share(name: Needed): Expression {
    return this.inputs.amount(this.said(name), { ...this.place(name), share: true });
  }

  private said(name: Needed): Amount {
    return said(name, this.from(name).part[name]);
  }

  private place(name: Needed | 'deadweight' | 'dropOff'): Place {
    return placeOf(this.from(name), name);
  }

  /** Who speaks of something: the outcome itself, or the file for all that do not. */
  private from(name: keyof FiscalOutcomePart): Part {
    return this.own?.part[name] === undefined ? this.all : this.own;
  }
}

/** The contract sees to it that somebody says it. */
function said<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw new Error(`nobody says ${name}`);
  return value;
}

function placeOf({ id, path, outcome }: Part, name: string): Place {
  return { id: `${id}${name}`, path: `${path}/${name}`, label: ofOutcome(outcome, `fiscal-${name}`) };
}

function profilePlace({ id, path, outcome }: Part, year: number): Place {
  const label = ofOutcome(outcome, 'fiscal-profile', { year });
  return { id: `${id}profile.${year}`, path: `${path}/profile/${year}`, label };
}

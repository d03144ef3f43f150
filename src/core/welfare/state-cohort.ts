import type { CohortDeclaration, StateDeclaration, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { inverseUnit, NUMBER, PERSON } from '../figures/unit.js';
import { evaluate } from '../figures/evaluate.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import type { Cohort, Mix, State } from './cohort.js';
import { readEffect } from './effect.js';
import { nameOf, readUse } from './services.js';
import { type StatePath, statePath } from './state-path.js';
import { readWork } from './work.js';

/** How far an account looks, in years. */
export interface Horizons {
  readonly headline: number;
  readonly longest: number;
}

/** A share that is nobody: what sums of shares leave by arithmetic alone. */
const NOBODY = 1e-9;

/** The state of those who have died: their value is the mean of those who live without the programme. */
export const DEAD = 'dead';

/** The states of a file with their use and work, the dead left out. */
export function declaredStates(inputs: Inputs, file: WelfareAccountFile): readonly State[] {
  return (file.states ?? []).flatMap((state, at) =>
    state.id === DEAD ? [] : [declaredState(inputs, file, state, at)],
  );
}

function declaredState(inputs: Inputs, file: WelfareAccountFile, state: StateDeclaration, at: number): State {
  const label = nameOf(state);
  return {
    id: state.id,
    label,
    use: readUse(inputs, file, state.use ?? {}, `states.${state.id}.use`, `/states/${at}/use`, label),
    success: state.success ?? state.work !== undefined,
    ...(state.qualityOfLife !== undefined && {
      qualityOfLife: inputs.amount(state.qualityOfLife, {
        id: `states.${state.id}.qualityOfLife`,
        path: `/states/${at}/qualityOfLife`,
        label: { code: 'quality-of-life', values: { state: label } },
      }),
    }),
    ...(state.work && {
      work: readWork(inputs, file, state.work, `states.${state.id}.work`, `/states/${at}/work`, label),
    }),
  };
}

/** A cohort of the state form (docs/method.md, “States”). */
export function stateCohort(
  inputs: Inputs,
  file: WelfareAccountFile,
  states: readonly State[],
  at: number,
  horizons: Horizons,
): Cohort {
  const declared = file.cohorts?.[at];
  if (!declared) throw new Error(`no cohort at ${at}`);
  return new CohortReader(inputs, file, declared, at, states, horizons).cohort();
}

class CohortReader {
  private readonly inputs: Inputs;
  private readonly file: WelfareAccountFile;
  private readonly declared: CohortDeclaration;
  private readonly states: readonly State[];
  private readonly horizons: Horizons;
  private readonly id: string;
  private readonly path: string;
  private readonly label: string;
  private readonly paths: Readonly<Record<'with' | 'without', StatePath>>;
  private readonly livedBy = new Map<number, number>();

  constructor(
    inputs: Inputs,
    file: WelfareAccountFile,
    declared: CohortDeclaration,
    at: number,
    states: readonly State[],
    horizons: Horizons,
  ) {
    this.inputs = inputs;
    this.file = file;
    this.declared = declared;
    this.states = [...states].sort((one, other) => (one.id < other.id ? -1 : 1));
    this.horizons = horizons;
    this.id = `cohorts.${declared.id}`;
    this.path = `/cohorts/${at}`;
    this.label = nameOf(declared);
    const names = [...states.map(({ id }) => id), DEAD];
    const side = (name: 'with' | 'without') => {
      this.warnIfHeld(name);
      return statePath(
        inputs,
        declared[name],
        names,
        `${this.id}.${name}`,
        `${this.path}/${name}`,
        this.label,
      );
    };
    this.paths = { with: side('with'), without: side('without') };
  }

  cohort(): Cohort {
    const { inputs, declared } = this;
    const years = Array.from({ length: this.horizons.headline }, (_, index) => index + 1);
    const succeeding = this.meanMix(years, 'with', (state) => state.success);
    const works = this.states.some((state) => state.work !== undefined);
    const stay = this.stay();
    return {
      ...readEffect(inputs, this.file, declared, this.id, this.path, this.label, works),
      id: declared.id,
      label: this.label,
      entrants: inputs.amount(declared.entrants, { ...this.place('entrants'), unit: PERSON }),
      states: this.states,
      with: (year) => this.mix('with', year),
      without: (year) => this.mix('without', year),
      ...(stay && { stay }),
      succeeding: succeeding.mix,
      reference: this.meanMix(years, 'without', (state) => !state.success).mix,
      successShare: inputs.graph.divide(succeeding.total, inputs.graph.constant(this.horizons.headline)),
      moveable: false,
      succeeded: {
        with: (year) => this.succeeded('with', year),
        without: (year) => this.succeeded('without', year),
      },
      usedWithoutWork: new Set(this.states.flatMap((state) => (state.work ? [] : [...state.use.keys()]))),
      transfersWithout: (service, year) => this.transfersWithout(service, year),
      changing: true,
      ...(this.paths.with(DEAD, this.horizons.longest) || this.paths.without(DEAD, this.horizons.longest)
        ? {
            deaths: {
              with: (year: number) => this.dead('with', year),
              without: (year: number) => this.dead('without', year),
              exposed: (year: number) => this.exposed(year),
            },
          }
        : {}),
      living: {
        with: (year) => this.living('with', year),
        without: (year) => this.living('without', year),
      },
    };
  }

  /**
   * Where people are. The dead take the mean value of those living on the side without: they are spread over the
   * states as those are, on both sides, so that a death is never a saving.
   */
  private mix(side: 'with' | 'without', year: number): Mix {
    const { graph } = this.inputs;
    const dead = this.paths[side](DEAD, year);
    return this.states.flatMap((state) => {
      const living = this.paths[side](state.id, year);
      const likeLiving = dead && this.livingWithout(state.id, year);
      const parts = [...(living ? [living] : []), ...(likeLiving ? [graph.multiply(dead, likeLiving)] : [])];
      return parts.length === 0 ? [] : [{ state, share: graph.sum(parts, NUMBER) }];
    });
  }

  /** Of those living without the programme, the share in a state. */
  private livingWithout(state: string, year: number): Expression | undefined {
    const { graph } = this.inputs;
    const lived = this.lastLived(year);
    const share = this.paths.without(state, lived);
    return share && graph.divide(share, graph.complement(this.dead('without', lived)));
  }

  /** The last year, up to the one given, in which somebody lives without the programme. */
  private lastLived(year: number): number {
    const known = this.livedBy.get(year);
    if (known !== undefined) return known;
    const [living = 0] = evaluate([this.inputs.graph.complement(this.dead('without', year))]);
    const lived = living > NOBODY || year === 1 ? year : this.lastLived(year - 1);
    this.livedBy.set(year, lived);
    return lived;
  }

  private dead(side: 'with' | 'without', year: number): Expression {
    return this.paths[side](DEAD, year) ?? this.inputs.graph.constant(0);
  }

  private living(side: 'with' | 'without', year: number): Mix {
    return this.states.flatMap((state) => {
      const share = this.paths[side](state.id, year);
      return share ? [{ state, share }] : [];
    });
  }

  /** Where rates of death are given, those who may die are in the states that have one; otherwise in any. */
  private exposed(year: number): Mix {
    const { transitions } = this.declared.with;
    return this.living('with', year).filter(
      ({ state }) => !transitions || transitions[state.id]?.[DEAD] !== undefined,
    );
  }

  private succeeded(side: 'with' | 'without', year: number): Expression {
    const shares = this.states
      .filter(({ success }) => success)
      .flatMap((state) => this.paths[side](state.id, year) ?? []);
    return this.inputs.graph.sum(shares, NUMBER);
  }

  private meanMix(
    years: readonly number[],
    side: 'with' | 'without',
    counted: (state: State) => boolean,
  ): { mix: Mix; total: Expression } {
    const { graph } = this.inputs;
    const summed = this.states.filter(counted).flatMap((state) => {
      const shares = years.flatMap((year) => this.paths[side](state.id, year) ?? []);
      return shares.length === 0 ? [] : [{ state, share: graph.sum(shares, NUMBER) }];
    });
    const total = graph.sum(
      summed.map(({ share }) => share),
      NUMBER,
    );
    if (evaluate([total])[0] === 0) return { total, mix: [] };
    return { total, mix: summed.map(({ state, share }) => ({ state, share: graph.divide(share, total) })) };
  }

  /** Units of a transfer drawn by those living without work on the side without. */
  private transfersWithout(service: string, year: number): Expression | undefined {
    const { graph } = this.inputs;
    const idle = this.states.flatMap((state) => {
      const share = state.work ? undefined : this.paths.without(state.id, year);
      return share ? [{ share, units: state.use.get(service) }] : [];
    });
    const using = idle.flatMap(({ share, units }) => (units ? [graph.multiply(share, units)] : []));
    const only = idle.length === 1 ? idle[0]?.units : undefined;
    if (using.length === 0 || only) return only;
    const all = graph.sum(
      idle.map(({ share }) => share),
      NUMBER,
    );
    return evaluate([all])[0] === 0 ? undefined : graph.divide(graph.sum(using, inverseUnit(PERSON)), all);
  }

  private stay(): Cohort['stay'] {
    const { during } = this.declared;
    const state = during && this.states.find(({ id }) => id === during.state);
    if (!state) return undefined;
    const months = this.inputs.amount(during.months, this.place('during.months', 'during/months'));
    const unsuccessful = this.meanMix([1], 'without', (one) => !one.success).mix;
    return {
      state,
      years: this.inputs.graph.divide(months, this.inputs.graph.constant(12)),
      instead: unsuccessful.length > 0 ? unsuccessful : this.mix('without', 1),
    };
  }

  private warnIfHeld(side: 'with' | 'without'): void {
    const years = (this.declared[side].shares ?? []).map(({ year }) => year);
    const last = years.reduce((one, other) => Math.max(one, other), 0);
    if (years.length > 0 && last < this.horizons.longest) {
      this.inputs.say(
        problem('last-year-holds', 'warning', `${this.path}/${side}/shares`, {
          cohort: this.label,
          year: last,
        }),
      );
    }
  }

  private place(field: string, path = field) {
    return {
      id: `${this.id}.${field}`,
      path: `${this.path}/${path}`,
      label: { code: `career-${field}`, values: { career: this.label } },
    };
  }
}

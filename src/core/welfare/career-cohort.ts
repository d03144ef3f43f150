import type { Amount, Career, WelfareAccountFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { PERSON } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import type { Cohort, Family, State } from './cohort.js';
import { readEffect } from './effect.js';
import { nameOf, readUse } from './services.js';
import { readWork } from './work.js';

/**
 * The short form of an account: a career with a success share, as a cohort of few states (docs/method.md, “Short
 * form”).
 *
 * with: success p × survival(t) · lapsed p × (1 − survival(t)), living as without · not succeeded 1 − p
 * without: success q(t), otherwise as without; q = counterfactual share × survival, or deadweight × p × survival
 */
export function careerCohort(inputs: Inputs, file: WelfareAccountFile, career: Career, at: number): Cohort {
  return new CareerReader(inputs, file, career, at).cohort();
}

class CareerReader {
  private readonly inputs: Inputs;
  private readonly file: WelfareAccountFile;
  private readonly career: Career;
  private readonly id: string;
  private readonly path: string;
  private readonly label: string;

  constructor(inputs: Inputs, file: WelfareAccountFile, career: Career, at: number) {
    this.inputs = inputs;
    this.file = file;
    this.career = career;
    this.id = `careers.${career.id}`;
    this.path = `/careers/${at}`;
    this.label = nameOf(career);
  }

  cohort(): Cohort {
    const { graph } = this.inputs;
    const { career } = this;
    const success = this.state('withSuccess', true);
    const without = this.state('without', false);
    const failure = career.withFailure ? this.state('withFailure', false) : without;
    const one = graph.constant(1);
    const succeeded = this.number(career.successShare, 'successShare', true);
    const survival = this.survival();
    const anyway = this.anyway(succeeded);
    const standing = (year: number) =>
      this.named(`with.success.${year}`, 'share-with', graph.multiply(succeeded, survival(year)), year);
    const standingAnyway = (year: number, family: Family) =>
      this.named(
        `without.success.${family}.${year}`,
        'share-without',
        graph.multiply(anyway(family), survival(year)),
        year,
      );
    const mixes: Pick<Cohort, 'with' | 'without'> = {
      with: (year) => {
        const lapsed = graph.multiply(succeeded, graph.complement(survival(year)));
        return [
          { state: success, share: standing(year) },
          { state: without, share: lapsed },
          { state: failure, share: graph.complement(succeeded) },
        ];
      },
      without: (year, family) => {
        const share = standingAnyway(year, family);
        return [
          { state: success, share },
          { state: without, share: graph.complement(share) },
        ];
      },
    };
    const during = career.during && this.stay(career.during);
    return {
      ...mixes,
      ...readEffect(
        this.inputs,
        this.file,
        career,
        this.id,
        this.path,
        this.label,
        career.work !== undefined || career.during?.work !== undefined,
      ),
      id: career.id,
      label: this.label,
      entrants: this.inputs.amount(career.entrants, { ...this.place('entrants'), unit: PERSON }),
      states: [...new Set([success, without, failure, ...(during ? [during.state] : [])])],
      ...(during && { stay: { ...during, instead: [{ state: without, share: one }] } }),
      succeeding: [{ state: success, share: one }],
      reference: [{ state: without, share: one }],
      successShare: succeeded,
      moveable: true,
      succeeded: { with: standing, without: (year) => standingAnyway(year, 'production') },
      usedWithoutWork: new Set(without.use.keys()),
      transfersWithout: (service) => without.use.get(service),
      changing: false,
    };
  }

  private state(life: 'without' | 'withSuccess' | 'withFailure', success: boolean): State {
    const label = `${this.label}: ${lives[life]}`;
    const use = readUse(
      this.inputs,
      this.file,
      this.career[life] ?? {},
      `${this.id}.${life}`,
      `${this.path}/${life}`,
      label,
    );
    const work = success && this.career.work;
    return {
      id: `${this.career.id}.${life}`,
      label,
      use,
      success,
      ...(work && {
        work: readWork(this.inputs, this.file, work, `${this.id}.work`, `${this.path}/work`, label),
      }),
    };
  }

  private stay({ months, use, work }: NonNullable<Career['during']>) {
    const { graph } = this.inputs;
    const label = `${this.label}: during the stay`;
    const length = this.inputs.amount(months, this.place('during.months', 'during/months'));
    if ((length.value ?? 0) > 12) {
      this.inputs.say(
        problem('stay-undiscounted', 'warning', `${this.path}/during/months`, {
          career: this.label,
          months: length.value ?? 0,
        }),
      );
    }
    return {
      state: {
        id: `${this.career.id}.during`,
        label,
        use: readUse(this.inputs, this.file, use, `${this.id}.during.use`, `${this.path}/during/use`, label),
        success: false,
        ...(work && {
          work: readWork(
            this.inputs,
            this.file,
            work,
            `${this.id}.during.work`,
            `${this.path}/during/work`,
            label,
          ),
        }),
      },
      years: graph.divide(length, graph.constant(12)),
    };
  }

  /** The share of the successes still standing in a year. */
  private survival(): (year: number) => Expression {
    const { graph } = this.inputs;
    const curve = this.career.survival;
    if (curve) {
      return (year) => {
        const at = Math.min(year, curve.length) - 1;
        return this.number(curve[at] ?? 0, `survival.${at}`, true);
      };
    }
    const extra = this.file.conventions.dropOff === 'from-first-year' ? 1 : 0;
    const kept = graph.complement(
      this.inputs.share(this.career.dropOff, this.place('dropOff'), this.label, 'dropOff'),
    );
    return (year) => graph.power(kept, year - 1 + extra);
  }

  /** The share who would have succeeded without the programme, before survival. */
  private anyway(succeeded: Expression): (family: Family) => Expression {
    const { counterfactualShare, deadweight } = this.career;
    if (counterfactualShare !== null && counterfactualShare !== undefined) {
      const share = this.number(counterfactualShare, 'counterfactualShare', true);
      this.warnIfWorse(succeeded, share);
      return () => share;
    }
    const { graph } = this.inputs;
    if (typeof deadweight === 'object' && deadweight !== null && 'services' in deadweight) {
      return (family) =>
        graph.multiply(this.number(deadweight[family], `deadweight.${family}`, true), succeeded);
    }
    const share = this.inputs.share(deadweight, this.place('deadweight'), this.label, 'deadweight');
    return () => graph.multiply(share, succeeded);
  }

  private warnIfWorse(succeeded: Expression, without: Expression): void {
    if ((without.value ?? 0) <= (succeeded.value ?? 1)) return;
    this.inputs.say(
      problem('worse-than-without', 'warning', `${this.path}/counterfactualShare`, {
        career: this.label,
        without: without.value ?? 0,
        with: succeeded.value ?? 0,
      }),
    );
  }

  private number(amount: Amount, field: string, share: boolean): Expression {
    return this.inputs.amount(amount, { ...this.place(field), share });
  }

  private place(field: string, path = field.replaceAll('.', '/')) {
    return {
      id: `${this.id}.${field}`,
      path: `${this.path}/${path}`,
      label: {
        code: `career-${field.replace(/\.\d+$/, '')}`,
        values: { career: this.label, year: Number(field.split('.').at(-1)) + 1 },
      },
    };
  }

  private named(id: string, code: string, share: Expression, year: number): Expression {
    return this.inputs.graph.name(`${this.id}.${id}`, { code, values: { group: this.label, year } }, share);
  }
}

const lives = {
  without: 'without the programme',
  withSuccess: 'when it succeeds',
  withFailure: 'when it does not succeed',
} as const;

import type { Amount } from '../amount.js';
import type { FiscalFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import { ofOutcome } from './fiscal-labels.js';
import type { GradedCorrection } from './fiscal-part.js';

/** Corrections for optimism by grade of confidence, with who says so. */
export type OptimismBiasTable = { readonly grades: readonly GradedCorrection[] } & (
  | {
      readonly source: string;
      /** Whether the publisher's own document was seen. */
      readonly verified: boolean;
    }
  /** Brought by the file. */
  | { readonly source?: string | undefined; readonly verified?: undefined }
);

/** The corrections a file uses: its own, or those that come with the program. */
export function tableOf(file: FiscalFile, table: OptimismBiasTable): OptimismBiasTable {
  return file.optimismBias ?? table;
}

/** The correction that is used, and where it comes from. */
export interface Correction {
  readonly value: Expression;
  readonly from: 'file' | 'grades' | 'none';
  /** The grade that decides; null where no grade is given. */
  readonly grade: number | null;
}

/** Costs are never corrected downwards, benefits never upwards. */
const BOUNDS = { costs: [0, Number.POSITIVE_INFINITY], benefits: [-1, 0] } as const;

interface CorrectionPlace {
  /** The name of the number: `obCosts`, `obBenefits` or that of an outcome. */
  readonly id: string;
  readonly path: string;
  readonly of: 'costs' | 'benefits';
  readonly outcome: string | undefined;
  readonly given: Amount | null | undefined;
  /** The grades of what it rests on, by what they are of. */
  readonly grades: Readonly<Record<string, number | undefined>>;
  readonly gradesPath: string;
}

/**
 * The correction for optimism of costs or of benefits: as the file gives it, or by its grades of confidence from the
 * table. Of several grades the worst decides, as the most cautious reading; how they are combined the guidance is not
 * known to say. Without either it is none, and that is said.
 */
export function correction(inputs: Inputs, table: OptimismBiasTable, place: CorrectionPlace): Correction {
  const { id, path, of, given } = place;
  const label = ofOutcome(place.outcome, `ob-${of}`);
  const between = BOUNDS[of];
  if (given !== null && given !== undefined)
    return { value: inputs.amount(given, { id, path, label, between }), from: 'file', grade: null };
  const grades = Object.entries(place.grades).flatMap(([what, grade]) =>
    grade === undefined ? [] : [{ what, grade }],
  );
  const worst = grades.reduce((most, { grade }) => Math.max(most, grade), 0);
  const found = table.grades.find(({ grade }) => grade === worst);
  if (found) {
    if (table.verified === false)
      inputs.say(
        problem('optimism-bias-unverified', 'information', place.gradesPath, {
          what: of,
          percent: 100 * found[of],
          source: table.source,
        }),
      );
    const value = inputs.amount(found[of], {
      id,
      path: place.gradesPath,
      label,
      between,
      source: table.source,
      method: methodOf(grades, worst),
    });
    return { value, from: 'grades', grade: worst };
  }
  inputs.say(problem('optimism-bias-missing', 'warning', path, { what: of }));
  return {
    value: inputs.amount(0, { id, path, label, between, assessed: false }),
    from: 'none',
    grade: null,
  };
}

const methodOf = (grades: readonly { what: string; grade: number }[], worst: number): string =>
  `confidence grade ${grades.map(({ what, grade }) => `${grade} of ${what}`).join(', ')}; the worst, ${worst}, decides`;

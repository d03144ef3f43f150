import type { Amount } from '../amount.js';
import type { FiscalFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { Inputs } from '../inputs.js';
import { problem } from '../problem.js';
import type { GradedCorrection } from './fiscal-part.js';

/** Corrections for optimism by grade of confidence, with who says so. */
export interface OptimismBiasTable {
  readonly source?: string | undefined;
  /** Whether the publisher's own document was seen; left out where the file brings the table. */
  readonly verified?: boolean;
  readonly grades: readonly GradedCorrection[];
}

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
  readonly grades: readonly (readonly [string, number])[];
  readonly gradesPath: string;
}

/**
 * The correction for optimism of costs or of benefits: as the file gives it, or by its grades of confidence from the
 * table. Of several grades the worst decides, as the most cautious reading; how they are combined the guidance is not
 * known to say. Without either it is none, and that is said.
 */
export function correction(inputs: Inputs, table: OptimismBiasTable, place: CorrectionPlace): Correction {
  const label = {
    code: place.outcome === undefined ? `ob-${place.of}` : `ob-${place.of}-of`,
    values: { outcome: place.outcome ?? '' },
  };
  const { id, path, of, given, grades } = place;
  const between = BOUNDS[of];
  if (given !== null && given !== undefined)
    return { value: inputs.amount(given, { id, path, label, between }), from: 'file', grade: null };
  const grade = grades.reduce((worst, [, each]) => Math.max(worst, each), 0);
  const found = table.grades.find((each) => each.grade === grade);
  if (found) {
    if (table.verified === false)
      inputs.say(
        problem('optimism-bias-unverified', 'information', place.gradesPath, {
          what: of,
          percent: 100 * found[of],
          source: table.source ?? '',
        }),
      );
    const value = inputs.amount(found[of], {
      id,
      path: place.gradesPath,
      label,
      between,
      source: table.source,
      method: methodOf(grades, grade),
    });
    return { value, from: 'grades', grade };
  }
  inputs.say(problem('optimism-bias-missing', 'warning', path, { what: of }));
  return {
    value: inputs.amount(0, { id, path, label, between, assessed: false }),
    from: 'none',
    grade: null,
  };
}

const methodOf = (grades: CorrectionPlace['grades'], worst: number): string =>
  `confidence grade ${grades.map(([what, grade]) => `${grade} of ${what}`).join(', ')}; the worst, ${worst}, decides`;

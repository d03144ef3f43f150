import { problemMessage } from './wording/problem-messages.js';
import type { ProblemCode } from './wording/problem-messages.js';
import type { TermValues } from './wording/term.js';

/** An error keeps a result from being published, a warning is printed in the report, information is for the reader. */
export type Severity = 'error' | 'warning' | 'information';

/** Something about an assessment that its reader must know: a result like any other, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** JSON Pointer into the assessment file; empty where it is about the whole. */
  readonly path: string;
  readonly values: TermValues;
  /** The English text of code and values. */
  readonly message: string;
}

export function problem(
  code: ProblemCode,
  severity: Severity,
  path: string,
  values: TermValues = {},
): Problem {
  return { code, severity, path, values, message: problemMessage(code, values) };
}

import type { Explanation } from '../core/figures/explain.js';
import type { Comparison } from '../core/sensitivity/compare.js';
import type { Refusal } from '../platform/refusal.js';
import {
  calculateAssessment,
  compareAssessments,
  explainFigure,
  figureNames,
  prepareAssessment,
} from './assessments.service.js';
import { type RunFacts, runFacts } from './run-facts.js';

/** What is asked about an assessment file. */
export type Question =
  | { readonly ask: 'calculate'; readonly file: string }
  | { readonly ask: 'figures'; readonly file: string }
  | { readonly ask: 'explain'; readonly file: string; readonly figure: string }
  | { readonly ask: 'compare'; readonly file: string; readonly second: string };

export type Answer =
  | { readonly refusals: readonly Refusal[] }
  | { readonly result: string; readonly facts: RunFacts }
  | { readonly figures: readonly string[] }
  | { readonly explanation: Explanation | null }
  | { readonly comparison: Comparison | { readonly reasons: readonly string[] } };

/** Calculates in a thread of its own, so that a large file never keeps the service from answering others. */
export default function answer(question: Question): Answer {
  const preparation = prepareAssessment(question.file);
  if (!preparation.ok) return { refusals: preparation.refusals };
  const { prepared } = preparation;
  switch (question.ask) {
    case 'calculate': {
      const result = calculateAssessment(prepared);
      return { result: `${JSON.stringify(result, null, 2)}\n`, facts: runFacts(result) };
    }
    case 'figures':
      return { figures: figureNames(prepared) };
    case 'explain':
      return { explanation: explainFigure(prepared, question.figure) ?? null };
    case 'compare': {
      const second = prepareAssessment(question.second);
      if (!second.ok) return { refusals: second.refusals };
      return { comparison: compareAssessments(prepared, second.prepared) };
    }
  }
}

import { readFile } from 'node:fs/promises';
import type { Explanation } from '../core/figures/explain.js';
import type { Result } from '../core/result.js';
import { notFound } from '../platform/http/problem.js';
import { explainFigure, type Prepared, prepareAssessment } from './assessments.service.js';
import { ask } from './calculator.js';

/** The samples that are shown to everybody, worked out; in the order they are shown. */
export const EXAMPLES = ['work-cooperative', 'prison-workshops', 'shelter', 'rough-sleeping'] as const;

export type ExampleName = (typeof EXAMPLES)[number];

/** A finished example. */
export interface Example {
  readonly name: ExampleName;
  /** The assessment file and the result file, as `bokslut calculate` reads and gives them. */
  readonly file: string;
  readonly resultFile: string;
  readonly result: Result;
}

const samples = new URL('../../samples/', import.meta.url);
const worked = new Map<ExampleName, Promise<Example>>();
const prepared = new Map<ExampleName, Prepared>();

/** An example, worked out once for as long as the service is up. */
export function readExample(name: ExampleName): Promise<Example> {
  const known = worked.get(name);
  if (known) return known;
  const work = workOut(name);
  worked.set(name, work);
  // One that failed, as when too many calculations wait, is tried again by whoever asks next.
  work.catch(() => worked.delete(name));
  return work;
}

async function workOut(name: ExampleName): Promise<Example> {
  const file = await readFile(new URL(`${name}.json`, samples), 'utf8');
  const { result } = await ask({ ask: 'calculate', file });
  return { name, file, resultFile: result, result: JSON.parse(result) as Result };
}

/** How a figure of an example was worked out. */
export async function explainExample(name: ExampleName, figure: string): Promise<Explanation> {
  const { file } = await readExample(name);
  const known = prepared.get(name) ?? declared(file);
  prepared.set(name, known);
  const explanation = explainFigure(known, figure);
  if (!explanation) throw notFound('figure in this example');
  return explanation;
}

function declared(file: string): Prepared {
  const preparation = prepareAssessment(file);
  if (!preparation.ok) throw new Error('A sample is refused.');
  return preparation.prepared;
}

/** Works all examples out ahead of the first visitor. */
export async function warmExamples(): Promise<void> {
  for (const name of EXAMPLES) await readExample(name).catch(() => undefined);
}

import { MODEL_VERSION } from '../core/calculate.js';
import { Problem } from '../platform/http/problem.js';
import { ask } from './calculator.js';
import { type Difference, differences } from './compare-json.js';
import type { RunFacts } from './run-facts.js';
import type { ReplayShown } from './runs.contract.js';

const MOST = 20;

/**
 * Works a run out again and compares everything that is stored of it: the file with the inputs its result was made
 * from, the result with the one that comes out now, and what the run is listed by with both.
 *
 * @returns what differs: a figure, the bound of an interval, an input, the seed; nothing where all is the same
 */
export async function replayRun(file: string, result: string, facts: RunFacts): Promise<ReplayShown> {
  const stored = parsed(result);
  const given = parsed(file);
  const found: Difference[] = [];
  const compare = (under: string, one: unknown, other: unknown) => {
    for (const difference of differences(one, other)) {
      found.push({ ...difference, pointer: `${under}${difference.pointer}` });
    }
  };
  if (given === undefined) compare('/file', 'not JSON', null);
  if (stored === undefined) compare('/result', 'not JSON', null);
  compare('/file', given, assessmentIn(stored));
  const again = await recalculated(file);
  if ('refused' in again) {
    found.push({ pointer: '/file', stored: again.refused, recalculated: null });
  } else {
    compare('/result', stored, parsed(again.result));
    compare('/run', facts, again.facts);
    if (found.length === 0 && again.result !== result) {
      found.push({ pointer: '/result', stored: 'other bytes', recalculated: 'the same values' });
    }
  }
  const modelVersion = { stored: facts.modelVersion, now: MODEL_VERSION };
  return { same: found.length === 0, modelVersion, differences: found.slice(0, MOST) };
}

async function recalculated(
  file: string,
): Promise<{ readonly result: string; readonly facts: RunFacts } | { readonly refused: string }> {
  try {
    return await ask({ ask: 'calculate', file });
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
    return { refused: error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ') };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const assessmentIn = (result: unknown): unknown =>
  typeof result === 'object' && result !== null && 'assessment' in result ? result.assessment : undefined;

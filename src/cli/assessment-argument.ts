import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LIMITS } from '../programmes/amounts.contract.js';
import { calculateAssessment, type Prepared, prepareAssessment } from '../assessments/assessments.service.js';
import { readKeptResult } from '../assessments/kept-result.js';
import type { Result } from '../core/result.js';
import type { Refusal } from '../platform/refusal.js';
import { CommandEnd, EXIT, wrongUse } from './exit.js';

/** Reads the assessment file a command was given, `-` being standard input; ends the command where it is refused. */
export async function readAssessmentArgument(file: string | undefined): Promise<Prepared> {
  if (file === undefined) throw wrongUse('Name an assessment file, or - for standard input.');
  const preparation = prepareAssessment(await contents(file, LIMITS.bytes));
  if (preparation.ok) return preparation.prepared;
  throw refused(file, preparation.refusals);
}

/** A result holds its assessment and what came out of it, up to all its years and draws. */
const MOST_RESULT_BYTES = 8 * LIMITS.bytes;

/**
 * Reads an assessment file and works it out, or a result file that was kept; ends the command where it is refused.
 */
export async function readResultArgument(file: string | undefined): Promise<Result> {
  if (file === undefined)
    throw wrongUse('Name an assessment file or a result file, or - for standard input.');
  const given = await contents(file, MOST_RESULT_BYTES);
  if (isResult(given)) {
    const reading = readKeptResult(given);
    if (reading.ok) return reading.result;
    throw refused(file, reading.refusals);
  }
  const preparation = prepareAssessment(given);
  if (preparation.ok) return calculateAssessment(preparation.prepared);
  throw refused(file, preparation.refusals);
}

function isResult(text: string): boolean {
  try {
    const given = JSON.parse(text.replace(/^\uFEFF/, '')) as { readonly format?: unknown } | null;
    return typeof given?.format === 'string' && given.format.startsWith('bokslut-result/');
  } catch {
    return false;
  }
}

function refused(file: string, refusals: readonly Refusal[]): CommandEnd {
  const count = refusals.length === 1 ? 'one reason' : `${refusals.length} reasons`;
  return new CommandEnd(
    EXIT.refused,
    [
      `${file} is refused for ${count}:`,
      ...refusals.map(({ pointer, message }) => `${pointer || '(whole file)'}: ${message}`),
    ].join('\n'),
  );
}

async function contents(file: string, most: number): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    const { size } = await stat(file);
    if (size > most) {
      throw new CommandEnd(
        EXIT.refused,
        `${file} is refused for one reason:\n(whole file): It is larger than the limit of ${most / 1024 / 1024} MB.`,
      );
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandEnd) throw error;
    throw wrongUse(`${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

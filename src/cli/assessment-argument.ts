import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LIMITS } from '../programmes/amounts.contract.js';
import { type Prepared, prepareAssessment } from '../assessments/assessments.service.js';
import { CommandEnd, EXIT, wrongUse } from './exit.js';

/** Reads the assessment file a command was given, `-` being standard input; ends the command where it is refused. */
export async function readAssessmentArgument(file: string | undefined): Promise<Prepared> {
  if (file === undefined) throw wrongUse('Name an assessment file, or - for standard input.');
  const preparation = prepareAssessment(await contents(file));
  if (preparation.ok) return preparation.prepared;
  const { refusals } = preparation;
  const count = refusals.length === 1 ? 'one reason' : `${refusals.length} reasons`;
  throw new CommandEnd(
    EXIT.refused,
    [
      `${file} is refused for ${count}:`,
      ...refusals.map(({ pointer, message }) => `${pointer || '(whole file)'}: ${message}`),
    ].join('\n'),
  );
}

async function contents(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    const { size } = await stat(file);
    if (size > LIMITS.bytes) {
      throw new CommandEnd(
        EXIT.refused,
        `${file} is refused for one reason:\n(whole file): It is larger than the limit of ${LIMITS.bytes / 1024 / 1024} MB.`,
      );
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandEnd) throw error;
    throw wrongUse(`${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

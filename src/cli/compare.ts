import { compareAssessments } from '../assessments/assessments.service.js';
import { comparisonInWords } from '../assessments/told-comparison.js';
import { readAssessmentArgument } from './assessment-argument.js';
import type { Command } from './command.js';
import { CommandEnd, EXIT, print, wrongUse } from './exit.js';

export const compareCommand: Command = {
  name: 'compare',
  usage: 'bokslut compare FIRST SECOND [--json]',
  purpose: 'Holds one assessment file against another, in the same draws.',
  help: [
    'FIRST   an assessment file, or - for standard input',
    'SECOND  another of the same kind, currency and price year',
    '--json  print the comparison as data',
    'It says which inputs and what else differ, how far the figures are apart, and which change explains how much.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ positionals: [first, second], values }) {
    if (second === undefined) throw wrongUse('Name two assessment files.');
    if (first === '-' && second === '-') throw wrongUse('Only one of the two can come from standard input.');
    const compared = compareAssessments(
      await readAssessmentArgument(first),
      await readAssessmentArgument(second),
    );
    if ('reasons' in compared)
      throw new CommandEnd(EXIT.refused, ['They cannot be compared:', ...compared.reasons].join('\n'));
    print(values['json'] === true ? JSON.stringify(compared, null, 2) : comparisonInWords(compared));
  },
};

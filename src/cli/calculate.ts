import { calculateAssessment } from '../assessments/assessments.service.js';
import { readAssessmentArgument } from './assessment-argument.js';
import type { Command } from './command.js';
import { print } from './exit.js';
import { summaryOf } from './summary.js';

export const calculateCommand: Command = {
  name: 'calculate',
  usage: 'bokslut calculate FILE [--json]',
  purpose: 'Works out an assessment file.',
  help: [
    'FILE    an assessment file (bokslut schema prints its form), or - for standard input',
    '--json  print the whole result file and nothing else',
  ],
  options: { json: { type: 'boolean' } },
  async run({ positionals: [file], values }) {
    const result = calculateAssessment(await readAssessmentArgument(file));
    print(values.json === true ? JSON.stringify(result, null, 2) : summaryOf(result));
  },
};

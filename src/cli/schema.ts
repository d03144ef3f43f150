import { assessmentSchema } from '../assessments/assessments.contract.js';
import type { Command } from './command.js';
import { print } from './exit.js';

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'bokslut schema',
  purpose: 'Prints the JSON Schema of assessment files.',
  help: ['Editors use it to complete and check a file as it is written.'],
  options: {},
  run() {
    print(JSON.stringify(assessmentSchema(), null, 2));
    return Promise.resolve();
  },
};

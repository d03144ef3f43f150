import { writeFile } from 'node:fs/promises';
import { readResultArgument } from './assessment-argument.js';
import type { Command } from './command.js';
import { print, wrongUse } from './exit.js';
import { openPrinter } from './printer.js';

export const reportCommand: Command = {
  name: 'report',
  usage: 'bokslut report FILE -o out.pdf',
  purpose: 'Prints the evidence report of an assessment file, or of a result file that was kept.',
  help: [
    'FILE        an assessment file, or a result file (bokslut calculate --json), or - for standard input',
    '-o, --out   where the PDF is written',
  ],
  options: { out: { type: 'string', short: 'o' } },
  async run({ positionals: [file], values }) {
    const out = values['out'];
    if (typeof out !== 'string') throw wrongUse('Say where the report is written: -o out.pdf');
    const result = await readResultArgument(file);
    const printer = await openPrinter();
    try {
      const pdf = await printer.print(result);
      await writeFile(out, pdf).catch((error: unknown) => {
        throw wrongUse(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
      });
      print(`${out}: ${result.title}`);
    } finally {
      await printer.close();
    }
  },
};

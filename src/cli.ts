#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { administratorCommand } from './cli/administrator.js';
import { auditCommand } from './cli/audit.js';
import { calculateCommand } from './cli/calculate.js';
import type { Arguments, Command } from './cli/command.js';
import { compareCommand } from './cli/compare.js';
import { demoCommand } from './cli/demo.js';
import { CommandEnd, EXIT, print, wrongUse } from './cli/exit.js';
import { explainCommand } from './cli/explain.js';
import { referenceCommand } from './cli/reference.js';
import { replayCommand } from './cli/replay.js';
import { reportCommand } from './cli/report.js';
import { rotateKeysCommand } from './cli/rotate-keys.js';
import { schemaCommand } from './cli/schema.js';
import { serveCommand } from './cli/serve.js';
import { workCommand } from './cli/work.js';
import { WrongSettings } from './config.js';
import { Explained } from './platform/explained.js';

const commands: readonly Command[] = [
  demoCommand,
  calculateCommand,
  explainCommand,
  compareCommand,
  reportCommand,
  schemaCommand,
  referenceCommand,
  serveCommand,
  workCommand,
  administratorCommand,
  replayCommand,
  auditCommand,
  rotateKeysCommand,
];

const overview = [
  'bokslut: what a social enterprise changed, for whom, at what saving to which public purse, and how sure that is',
  '',
  ...commands.map(({ usage, purpose }) => `  ${usage.padEnd(44)} ${purpose}`),
  '',
  'bokslut COMMAND --help says more. Exit codes: 0 done, 1 refused, 2 wrong use, 70 a fault of ours.',
].join('\n');

async function main(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(overview);
    if (name === undefined) process.exitCode = EXIT.wrongUse;
    return;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) throw wrongUse(`There is no command ${JSON.stringify(name)}.\n\n${overview}`);
  const given = argumentsOf(command, rest);
  if (given.values['help'] === true) {
    print([command.usage, '', command.purpose, '', ...command.help.map((line) => `  ${line}`)].join('\n'));
    return;
  }
  await command.run(given);
}

function argumentsOf(command: Command, args: readonly string[]): Arguments {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw wrongUse(`${error instanceof Error ? error.message : String(error)}\n\n${command.usage}`);
  }
}

/** What ends a command by no fault of ours. */
function endOf(error: unknown): Pick<CommandEnd, 'code' | 'message'> | undefined {
  if (error instanceof CommandEnd) return error;
  if (error instanceof Explained) return { code: EXIT.refused, message: error.message };
  if (!(error instanceof WrongSettings)) return undefined;
  return { code: EXIT.wrongUse, message: `Settings that cannot be used:\n${error.message}` };
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

main(process.argv.slice(2)).catch((error: unknown) => {
  const end = endOf(error);
  if (end) {
    process.stderr.write(`${end.message}\n`);
    process.exitCode = end.code;
    return;
  }
  process.stderr.write(
    `This is a fault of ours, not of your file. Please report it with the text below.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = EXIT.ourFault;
});

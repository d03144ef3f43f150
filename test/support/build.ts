import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { kinds, NO_SERVER } from './database.js';

/** Threads and child processes of the tests run compiled code: it is built once, before the first test. */
export default function build(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (kinds.length === 1) process.stdout.write(`${NO_SERVER}\n`);
}

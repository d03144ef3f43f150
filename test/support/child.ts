import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A process of the command, as somebody starts it. */
export interface Child {
  readonly process: ChildProcess;
  /** What it printed until now, standard error included. */
  output(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<number | null>;
}

/** Where a service started by {@link startServe} listens. */
export const socketIn = (directory: string): string => join(directory, 's.sock');

/** Starts `bokslut` with settings and waits until it has printed what shows that it is ready. */
export async function startChild(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Child> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const listen = (piece: Buffer) => {
      output += piece.toString('utf8');
      if (ready.test(output)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${output}`)));
  });
  return {
    process: child,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Starts a service on a directory of its own. */
export const startServe = (
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Child> =>
  startChild(['serve'], { DATA_DIR: directory, SOCKET: socketIn(directory), ...settings }, /Bokslut is up/);

// A Python with the NumPy that the bench is measured against: the one on this machine, or one of our own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const NUMPY = '2.4.6';

const own = new URL('../out/bench/python/', import.meta.url).pathname;
const ownPython = `${own}bin/python`;

function numpyOf(python) {
  const { status, stdout } = spawnSync(python, ['-c', 'import numpy; print(numpy.__version__)'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
}

function install() {
  const steps = [
    ['python3', ['-m', 'venv', own]],
    [ownPython, ['-m', 'pip', 'install', '--quiet', `numpy==${NUMPY}`]],
  ];
  for (const [command, args] of steps) {
    const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) return error?.message ?? `${command} ${args.join(' ')} ended with ${status}`;
  }
  return undefined;
}

/** @returns how to call it, or why there is none */
export function pythonWithNumpy() {
  const found = ['python3', ownPython].find((python) => numpyOf(python) === NUMPY);
  if (found) return { python: found };
  if (spawnSync('python3', ['--version']).status !== 0)
    return { why: 'There is no python3 on this machine. The bench needs Python 3.11 or later beside Node.' };
  console.error(`installing NumPy ${NUMPY} into ${own}, for the bench only`);
  const why = install();
  if (why === undefined && existsSync(ownPython)) return { python: ownPython };
  return {
    why: `NumPy ${NUMPY} is not on this machine and could not be installed (${why}). Install it for python3, or make a network reachable.`,
  };
}

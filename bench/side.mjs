// One side of the bench as a process that stays: what is timed is the work, never the start.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One thread for NumPy, and the kernels its own OpenBLAS would choose. */
function numpyEnvironment() {
  const threads = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMEXPR_NUM_THREADS'];
  const environment = { ...process.env, ...Object.fromEntries(threads.map((name) => [name, '1'])) };
  delete environment.OPENBLAS_CORETYPE;
  delete environment.OPENBLAS_L2_SIZE;
  return environment;
}

class Side {
  #process;
  #answers;

  constructor(command, args, env = process.env) {
    this.#process = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** Does a task so many times: seconds of each, the result, and the most memory the process has held. */
  async ask(task, file, times = 1) {
    this.#process.stdin.write(`${JSON.stringify({ task, file, times })}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('a side of the bench ended before it answered');
    return JSON.parse(value);
  }

  async end() {
    this.#process.stdin.end();
    await once(this.#process, 'exit');
  }
}

const here = (name) => new URL(name, import.meta.url).pathname;

export const ourSide = () => new Side(process.execPath, [here('our-side.mjs')]);
export const numpySide = (python) => new Side(python, [here('numpy_side.py')], numpyEnvironment());

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the process says of a directory. */
export interface Answer {
  readonly uri?: string;
  readonly refused?: string;
  readonly closed?: boolean;
}

/** A process of its own that owns data directories. */
export class Owner {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    this.child = spawn(process.execPath, [fileURLToPath(new URL('owner.mjs', import.meta.url))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.answers = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  get process(): number {
    return this.child.pid!;
  }

  async open(directory: string): Promise<Answer> {
    return this.say(`open ${directory}`);
  }

  async close(): Promise<void> {
    await this.say('close');
    this.child.stdin!.end();
  }

  /** Ends it at once, as a loss of power would. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  private async say(line: string): Promise<Answer> {
    this.child.stdin!.write(`${line}\n`);
    const answer = await this.answers.next();
    if (answer.done === true) throw new Error(`The owner has ended: ${String(this.child.signalCode)}`);
    return JSON.parse(answer.value) as Answer;
  }
}

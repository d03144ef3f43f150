/** What the command tells the shell. */
export const EXIT = { done: 0, refused: 1, wrongUse: 2, ourFault: 70 } as const;

/** Ends a command with a message on standard error. */
export class CommandEnd extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** The command was called in a way it does not understand, or on a file that cannot be opened. */
export function wrongUse(message: string): CommandEnd {
  return new CommandEnd(EXIT.wrongUse, message);
}

/** Writes a line for people or programs to read. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

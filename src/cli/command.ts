import type { parseArgs } from 'node:util';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** What the command was called with. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** One thing `bokslut` can do. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly purpose: string;
  readonly help: readonly string[];
  readonly options: Options;
  run(given: Arguments): Promise<void>;
}

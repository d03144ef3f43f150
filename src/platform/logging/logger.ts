import { pino } from 'pino';

/** Where the service says what it does. Identities of things may stand in it, facts about people never. */
export type Logger = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error'>;

/** A log on standard error, one JSON object a line. */
export function openLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    process.stderr,
  );
}

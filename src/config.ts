import { createSecretKey, type KeyObject } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const yes = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const whole = (least: number, most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'write a whole number in digits')
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(usual);
/** Longer paths are cut short by the operating system without a word. */
const LONGEST_SOCKET = 103;

/** A key that seals fields. Its bytes show in nothing that is printed: a KeyObject keeps them to itself. */
export interface FieldKey {
  readonly id: string;
  readonly key: KeyObject;
}

const FIELD_KEY = /^([A-Za-z0-9_-]{1,40}):([A-Za-z0-9+/]{43}=)$/;

/** Said without what was given: a wrong key is a secret too. */
const fieldKeys = z.string().transform((given, context): readonly FieldKey[] => {
  const parts = given.split(',').map((part) => FIELD_KEY.exec(part.trim()));
  const keys = parts.flatMap((part) =>
    part ? [{ id: part[1] ?? '', key: createSecretKey(part[2] ?? '', 'base64') }] : [],
  );
  const wrong = parts.indexOf(null);
  if (wrong !== -1) {
    context.addIssue({
      code: 'custom',
      message: `write id:key, several with commas between them, each key being 32 random bytes in base64; entry ${wrong + 1} is not so`,
    });
  } else if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    context.addIssue({ code: 'custom', message: 'two keys have the same id; each must be different' });
  }
  return keys;
});

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  /** Where the service listens; other hosts reach it only where HOST says so. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535, 3000),
  /** A unix socket to listen on, instead of HOST and PORT. */
  SOCKET: z
    .string()
    .refine(
      (path) => Buffer.byteLength(path) <= LONGEST_SOCKET,
      `use a path of at most ${LONGEST_SOCKET} bytes`,
    )
    .optional(),
  /** The address people reach the service under; left out: where it listens. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'use an address that begins with https:// or http://' })
    .optional(),
  /** How many proxies stand in front of the service. */
  TRUST_PROXY: whole(0, 10, 0),
  DATA_DIR: z.string().min(1).default('data'),
  MONGODB_URI: z.string().min(1).optional(),
  MONGODB_DATABASE: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .default('bokslut'),
  MONGOD_BINARY: z.string().min(1).optional(),
  ALLOW_EMBEDDED_DB: yes,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Requests a minute of one address. */
  RATE_LIMIT: whole(1, 10_000_000, 12_000),
  /** Whether the service does its jobs itself; with 0 they wait for `bokslut work`. */
  WORK_IN_SERVICE: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  /** Keys that seal sensitive fields: the first seals, all open. Without it there are no sensitive fields. */
  FIELD_KEYS: fieldKeys.optional(),
  PUPPETEER_EXECUTABLE_PATH: z.string().min(1).optional(),
  BOKSLUT_CACHE: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../.cache', import.meta.url))),
});

const browser = environment.pick({ PUPPETEER_EXECUTABLE_PATH: true, BOKSLUT_CACHE: true });

/** Settings that cannot be used. */
export class WrongSettings extends Error {}

/** Settings of a process. */
export type Config = z.infer<typeof environment>;
type BrowserConfig = z.infer<typeof browser>;

/**
 * Reads the settings of this process; the one place that reads its environment.
 *
 * @throws WrongSettings naming every setting that is wrong
 */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  return read(environment, variables);
}

/**
 * Reads the settings of the browser that prints, and no others.
 *
 * @throws WrongSettings naming every one of them that is wrong
 */
export function readBrowserConfig(): BrowserConfig {
  return read(browser, process.env);
}

function read<T>(settings: z.ZodType<T>, variables: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new WrongSettings(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  );
}

import { chmodSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { createApp } from './app.js';
import { closeCalculator } from './assessments/calculator.js';
import type { Config } from './config.js';
import { beginFirstOrganisation } from './organisations/organisations.service.js';
import { type Database, openDatabase } from './platform/database/database.js';
import { Explained } from './platform/explained.js';
import { forgetAnswers } from './platform/http/idempotency.js';
import { refuseBrokenRequests } from './platform/http/refusing.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { type Logger, openLogger } from './platform/logging/logger.js';
import { useFieldKeys } from './platform/sealing/sealing.js';
import { closePriceListReader } from './programmes/price-list-reader.js';
import { reportJob } from './reports/report-job.js';
import { REPORT_JOB } from './reports/reports.service.js';

const HOUR = 60 * 60_000;

/** A service that is up. */
export interface Service {
  readonly database: Database;
  /** Where it listens: an address, or the path of a unix socket. */
  readonly address: string;
  /** The file with the first administrator's key, where this was the first start. */
  readonly firstKey?: string;
  close(): Promise<void>;
}

/** Starts the service: database, app, and the port or unix socket it listens on. */
export async function startService(config: Config): Promise<Service> {
  const logger = openLogger(config.LOG_LEVEL);
  useFieldKeys(config.FIELD_KEYS);
  const database = await openDatabase(config, 'owner');
  try {
    const firstKey = await begin(config);
    const server = createServer(createApp({ config, database, logger }));
    refuseBrokenRequests(server);
    const address = await listen(server, config);
    logger.info({ address, database: database.kind }, 'listening');
    const runner = config.WORK_IN_SERVICE ? startJobs(config, logger) : undefined;
    const housekeeping = setInterval(() => void forgetAnswers().catch(() => undefined), HOUR);
    return {
      database,
      address,
      ...(firstKey !== undefined && { firstKey }),
      close: async () => {
        clearInterval(housekeeping);
        // Both at once: while requests end, no job is begun that would have to be waited for.
        await Promise.all([closeServer(server, logger), runner?.stop()]);
        await Promise.all([closeCalculator(), closePriceListReader()]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Starts doing the jobs that are due, in this process. */
export function startJobs(config: Config, logger: Logger): JobRunner {
  const browser = {
    executablePath: config.PUPPETEER_EXECUTABLE_PATH,
    cache: config.BOKSLUT_CACHE,
    closedInOrder: true,
  };
  return new JobRunner({ [REPORT_JOB]: reportJob(browser) }, logger);
}

/** At the first start, makes an organisation and its administrator; the key goes into a file only its owner can read. */
async function begin(config: Config): Promise<string | undefined> {
  const folder = resolve(config.DATA_DIR);
  const file = join(folder, 'administrator-key');
  const begun = await beginFirstOrganisation(
    { name: 'My organisation', kind: 'social-enterprise', administrator: 'Administrator' },
    (key) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, `${key}\n`, { mode: 0o600 });
      chmodSync(file, 0o600);
    },
  );
  return begun ? file : undefined;
}

async function listen(server: Server, { HOST, PORT, SOCKET }: Config): Promise<string> {
  if (SOCKET !== undefined) await makeWay(SOCKET);
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => {
      fail(new Explained(`The service cannot listen on ${SOCKET ?? `${HOST}:${PORT}`}: ${error.message}.`));
    });
    if (SOCKET === undefined) server.listen(PORT, HOST, done);
    else server.listen(SOCKET, done);
  });
  const bound = server.address();
  if (typeof bound === 'string' || bound === null) return bound ?? '';
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return `http://${host}:${bound.port}`;
}

/** Takes a socket away that a killed process left; nothing else that lies there. */
async function makeWay(socket: string): Promise<void> {
  const there = lstatSync(socket, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isSocket()) throw new Explained(`The service cannot listen on ${socket}: it is no socket.`);
  const answers = await new Promise<boolean>((done) => {
    const caller = connect(socket, () => done(true));
    caller.on('error', () => done(false)).on('connect', () => caller.destroy());
  });
  if (answers) throw new Explained(`The service cannot listen on ${socket}: somebody does already.`);
  rmSync(socket, { force: true });
}

const LONGEST_GOODBYE = 9_000;
const LAST_WORDS = 1_000;

/** Lets requests at hand end, and connections that rest close. */
async function closeServer(server: Server, logger: Logger): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  // Whoever still waits for a calculation gets an answer before the connections are cut.
  const end = setTimeout(() => void closeCalculator(), LONGEST_GOODBYE);
  const force = setTimeout(() => {
    logger.warn({}, 'requests were cut off');
    server.closeAllConnections();
  }, LONGEST_GOODBYE + LAST_WORDS);
  await closed;
  clearTimeout(end);
  clearTimeout(force);
}

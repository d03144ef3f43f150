import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';
import { findOwner } from '../../src/embedded-database/ownership.js';
import { uriOf } from '../../src/embedded-database/embedded-database.js';
import { type Child, socketIn, startChild, startServe } from '../support/child.js';
import { temporaryDirectory } from '../support/database.js';
import { send } from '../support/service.js';

/** More rounds, and more reports, where somebody has the time: FAULT_ROUNDS=25 FAULT_REPORTS=50. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 3);
const REPORTS = Number(process.env['FAULT_REPORTS'] ?? 8);

/** A round without writes would prove nothing, however slow the machine. */
const LEAST_A_ROUND = 5;

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});
function newDirectory(): string {
  const directory = temporaryDirectory();
  directories.push(directory);
  return directory;
}

const keyIn = (directory: string) => readFileSync(join(directory, 'administrator-key'), 'utf8').trim();

const smallRun = {
  format: 'bokslut-assessment/1',
  kind: 'value-map',
  title: 'Small',
  period: { from: '2025-01-01', to: '2026-01-01' },
  basis: 'forecast',
  currency: 'SEK',
  priceYear: 2025,
  conventions: { discounting: 'none' },
  inputs: [{ value: 10 }],
  outcomes: [
    { id: 'a', stakeholder: 'S', outcome: 'O', quantity: 2, proxy: { value: 10 }, durationYears: 1 },
  ],
};

describe('a service killed under a load of writes', () => {
  it('has everything it acknowledged after it is started again, and a whole chain', async () => {
    const directory = newDirectory();
    const socket = socketIn(directory);
    const acknowledged = new Map<string, string>();
    let names = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const service = await startServe(directory, { WORK_IN_SERVICE: '0' });
      const key = keyIn(directory);
      let over = false;
      const write = async (path: string, body: unknown, keep: (id: string) => readonly [string, string]) => {
        while (!over) {
          const answer = await send(socket, 'POST', path, {
            key,
            body,
            headers: { 'Idempotency-Key': `n${names++}` },
          }).catch(() => undefined);
          if (answer?.status !== 201) continue;
          const [address, text] = keep(answer.body.id);
          acknowledged.set(address, text);
        }
      };
      const writers = [
        ...[1, 2, 3].map(() =>
          write('/api/people', { name: 'N', role: 'reader' }, (id) => [
            `/api/people/${id}`,
            '"role":"reader"',
          ]),
        ),
        write('/api/programmes', { title: 'P', currency: 'SEK', priceYear: 2025 }, (id) => [
          `/api/programmes/${id}`,
          '"title":"P"',
        ]),
        write('/api/runs', smallRun, (id) => [`/api/runs/${id}/result`, '"ratio": 2']),
      ];
      const before = acknowledged.size;
      await pause(400 + Math.random() * 1_200);
      while (acknowledged.size < before + LEAST_A_ROUND) await pause(20);
      await service.kill();
      over = true;
      await Promise.all(writers);
    }
    const service = await startServe(directory, { WORK_IN_SERVICE: '0' });
    const key = keyIn(directory);
    for (const [address, text] of acknowledged) {
      const answer = await send(socket, 'GET', address, { key });
      expect(answer.text, address).toContain(text);
    }
    const { body } = await send(socket, 'GET', '/api/audit/check', { key });
    expect(body['whole']).toBe(true);
    expect(body['length']).toBeGreaterThanOrEqual(acknowledged.size);
    expect(await service.stop()).toBe(0);
  });
});

describe('a data directory', () => {
  it('has one owner: a second service is refused and told why', async () => {
    const directory = newDirectory();
    const first = await startServe(directory);
    const second = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve'],
      { env: { ...process.env, DATA_DIR: directory, SOCKET: `${directory}/t.sock` }, encoding: 'utf8' },
    );
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`in use by process ${first.process.pid}`);
    expect(second.stderr).not.toContain('    at ');
    await first.stop();
  });

  it('other commands reach it through the running service', async () => {
    const directory = newDirectory();
    const service = await startServe(directory);
    const bokslut = (...args: string[]) =>
      spawnSync(process.execPath, [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), ...args], {
        env: { ...process.env, DATA_DIR: directory, LOG_LEVEL: 'silent' },
        encoding: 'utf8',
      });
    const made = bokslut('administrator', '--organisation', 'Second');
    expect([made.status, made.stderr]).toEqual([0, '']);
    const key = /bok_\S+/.exec(made.stdout)?.[0];
    const run = await send(socketIn(directory), 'POST', '/api/runs', { key, body: smallRun });
    expect(run.status, run.text).toBe(201);
    expect(bokslut('replay', run.body.id).stdout).toContain('same');
    expect(bokslut('audit', 'verify').stdout.trim().split('\n')).toHaveLength(2);
    await service.stop();
    expect(bokslut('replay', run.body.id).stdout).toContain('same');
    const unknown = bokslut('replay', '0'.repeat(24));
    expect([unknown.status, unknown.stderr.trim()]).toEqual([1, `There is no run ${'0'.repeat(24)}.`]);
    expect(bokslut('replay', 'x').status).toBe(2);
  });
});

describe('jobs, with a service and a worker either of which is killed', () => {
  it('each report is made once', async () => {
    const directory = newDirectory();
    const socket = socketIn(directory);
    const work = () => startChild(['work'], { DATA_DIR: directory }, /Doing jobs|Waiting for one/);
    let service: Child = await startServe(directory);
    let worker = await work();
    const key = keyIn(directory);
    const ids: string[] = [];
    for (let at = 0; at < REPORTS; at++) {
      const run = await send(socket, 'POST', '/api/runs', {
        key,
        body: { ...smallRun, title: `Small ${at}` },
      });
      const report = await send(socket, 'POST', `/api/runs/${run.body.id}/reports`, { key, body: {} });
      expect(report.status, report.text).toBe(202);
      ids.push(report.body.id);
    }
    await pause(700);
    await worker.kill();
    worker = await work();
    await pause(700);
    await service.kill();
    service = await startServe(directory);
    const done = async () => {
      const states = await Promise.all(ids.map((id) => send(socket, 'GET', `/api/reports/${id}`, { key })));
      expect(states.map(({ body }) => body['state'])).not.toContain('failed');
      return states.every(({ body }) => body['state'] === 'done');
    };
    for (let tries = 0; tries < 200 && !(await done()); tries++) await pause(500);
    expect(await done()).toBe(true);
    const client = await MongoClient.connect(uriOf(findOwner(directory)!.socket));
    const db = client.db('bokslut');
    const files = new Set(
      (await db.collection('file_chunks').find().toArray()).map((chunk) => chunk['file'] as string),
    );
    // A file and a result for each run, and one PDF for each report: none made twice, none left over.
    expect(files.size).toBe(3 * REPORTS);
    const jobs = await db.collection('jobs').find().toArray();
    expect(jobs.map((job) => job['state'] as string)).toEqual(ids.map(() => 'done'));
    await client.close();
    for (const id of ids) {
      const pdf = await send(socket, 'GET', `/api/reports/${id}/pdf`, { key });
      expect(pdf.text.startsWith('%PDF-')).toBe(true);
    }
    await worker.stop();
    await service.stop();
  }, 200_000);
});

/** An account of so many groups, drawn so often, that it takes minutes. */
function longWork(): object {
  const file = JSON.parse(readFileSync('samples/work-cooperative.json', 'utf8')) as {
    readonly careers: readonly { readonly id: string }[];
    readonly uncertainty: object;
  };
  const copies = Array.from({ length: 20 }, (_, copy) =>
    file.careers.map((career) => (copy === 0 ? career : { ...career, id: `${career.id}-${copy}` })),
  );
  return { ...file, careers: copies.flat(), uncertainty: { ...file.uncertainty, draws: 1_000_000 } };
}

describe('a service asked to end while it calculates', () => {
  it('answers everybody who waits, ends without a fault, and has stored nothing of it', async () => {
    const directory = newDirectory();
    const service = await startServe(directory, { LOG_LEVEL: 'info' });
    const key = keyIn(directory);
    const body = longWork();
    const asked = [1, 2, 3].map(() => send(socketIn(directory), 'POST', '/api/runs', { key, body }));
    // Long enough to have come in on a busy machine, and far from done.
    await pause(3_000);
    const code = await service.stop();
    for (const { status, headers } of await Promise.all(asked)) {
      expect([status, headers['retry-after']]).toEqual([503, '10']);
    }
    expect(code).toBe(0);
    expect(service.output()).not.toContain('"fault"');
    const again = await startServe(directory);
    const runs = await send(socketIn(directory), 'GET', '/api/runs', { key });
    expect(runs.body['items']).toEqual([]);
    await again.stop();
  }, 60_000);
});

describe('a first start', () => {
  it('puts the administrator’s key where only its owner reads it, and nowhere else', async () => {
    const directory = newDirectory();
    const service = await startServe(directory, { LOG_LEVEL: 'info' });
    const key = keyIn(directory);
    expect(service.output()).not.toContain(key);
    const again = await service.stop().then(() => startServe(directory));
    expect(again.output()).not.toContain('first start');
    expect((await send(socketIn(directory), 'GET', '/api/organisation', { key })).status).toBe(200);
    await again.stop();
  });

  it('on wrong settings says which are wrong and how', () => {
    const run = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve'],
      { env: { ...process.env, PORT: 'x', LOG_LEVEL: 'loud' }, encoding: 'utf8' },
    );
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('PORT');
    expect(run.stderr).toContain('LOG_LEVEL');
  });

  it('in production refuses the embedded database unless it is allowed', () => {
    const directory = newDirectory();
    const run = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve'],
      { env: { ...process.env, NODE_ENV: 'production', DATA_DIR: directory }, encoding: 'utf8' },
    );
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('ALLOW_EMBEDDED_DB=1');
  });

  it('a foreign or broken data file is refused and left as it is', () => {
    const directory = newDirectory();
    const file = join(directory, 'data.mdb');
    writeFileSync(file, 'something else entirely');
    const run = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve'],
      { env: { ...process.env, DATA_DIR: directory }, encoding: 'utf8' },
    );
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('not a database of Bokslut');
    expect(readFileSync(file, 'utf8')).toBe('something else entirely');
  });
});

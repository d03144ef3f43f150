import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../src/app.js';
import { startTestService, type TestService } from '../support/service.js';

/** More where somebody has the time: MALFORMED_REQUESTS=10000. */
const REQUESTS = Number(process.env['MALFORMED_REQUESTS'] ?? 1_500);

let test: TestService;
let key: string;

beforeAll(async () => {
  test = await startTestService({ RATE_LIMIT: '1000000', WORK_IN_SERVICE: '0' });
  ({ key } = await test.organisation('Own'));
});
afterAll(() => test.stop());

/** A stream of numbers that is the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('requests that are wrong', () => {
  it('are answered by a problem document each, and never by a fault', async () => {
    const random = numbers(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const values: (() => unknown)[] = [
      () => null,
      () => random() * 1e308,
      () => -1,
      () => '\u0000',
      () => 'x'.repeat(10_000),
      () => ({ $gt: '' }),
      () => ({ $where: 'sleep(1)' }),
      () => [[[[[]]]]],
      () => ({ __proto__x: 1, constructor: { prototype: 1 } }),
      () => '2025-02-30',
      () => true,
      () => '\ud800',
    ];
    const names = ['title', 'name', 'role', 'kind', 'careers', 'participants', '$set', 'id', 'forms', ''];
    const bodies = [
      () => JSON.stringify(Object.fromEntries([1, 2, 3].map(() => [pick(names), pick(values)()]))),
      () => JSON.stringify(pick(values)()),
      () => '{"a":',
      () => '['.repeat(100_000),
      () => '{} {}',
      () => '{"__proto__": {"x": 1}}',
      () => Buffer.from([0xff, 0xfe, 0x00]).toString('latin1'),
    ];
    const parts = [
      'x',
      '000000000000000000000000',
      '%00',
      '..%2f..',
      "'",
      '%F0%9F%98%80',
      'a'.repeat(3_000),
      '$gt',
    ];
    const failures: string[] = [];
    const ask = async () => {
      const route = pick(apiRoutes);
      const path = route.path.replaceAll(/\{\w+\}/g, () => pick(parts));
      const query =
        random() < 0.3
          ? `?${pick(['limit', 'x', 'cursor', 'limit[$gt]'])}=${pick(['-1', 'x', '%00', ''])}`
          : '';
      const method =
        random() < 0.8 ? route.method.toUpperCase() : pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']);
      const answer = await test.send(method, `${path}${query}`, {
        key: random() < 0.9 ? key : pick(['', 'bok_x', 'x y']),
        ...(random() < 0.8 && { body: pick(bodies)() }),
        headers: {
          ...(random() < 0.5 && { 'If-Match': pick(['"1"', '*', 'x', '""', '"99999999999999999999"']) }),
          ...(random() < 0.3 && {
            'Content-Type': pick(['text/plain', 'application/json;charset=x', 'multipart/form-data']),
          }),
          ...(random() < 0.2 && {
            'Idempotency-Key': pick(['', 'é'.normalize('NFD').slice(0, 1), 'a'.repeat(999)]),
          }),
          ...(random() < 0.1 && { 'Content-Encoding': pick(['gzip', 'br', 'x']) }),
        },
      });
      const document = answer.headers['content-type'] === 'application/problem+json; charset=utf-8';
      const fine =
        answer.status < 300 ? ['GET', 'OPTIONS'].includes(method) : answer.status < 500 && document;
      if (!fine) failures.push(`${method} ${path}${query}: ${answer.status} ${answer.text.slice(0, 200)}`);
    };
    for (let done = 0; done < REQUESTS; done += 10) await Promise.all(Array.from({ length: 10 }, ask));
    expect(failures).toEqual([]);
    expect((await test.send('GET', '/readyz')).status).toBe(200);
  });

  it('a body of 20 MB is refused, whatever the route', async () => {
    const body = `{"title":"${'x'.repeat(20 * 1024 * 1024)}"}`;
    for (const path of ['/api/runs', '/api/programmes', '/api/people']) {
      const answer = await test.send('POST', path, { key, body }).catch(() => undefined);
      // The connection may be closed before all of it was sent.
      if (answer) expect([answer.status, answer.body['type']]).toEqual([413, '/problems/too-large']);
    }
    expect((await test.send('GET', '/livez')).status).toBe(200);
  });

  it('an unknown address and a wrong method are told apart', async () => {
    const unknown = await test.send('GET', '/api/nothing', { key });
    expect([unknown.status, unknown.body['type']]).toEqual([404, '/problems/not-found']);
    const wrong = await test.send('DELETE', '/api/runs', { key });
    expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'GET, POST']);
  });

  it.each([
    ['no request at all', 'nonsense\r\n\r\n', '400'],
    ['headers without an end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, '431'],
  ])('%s', async (_, bytes, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(test.socket, () => socket.write(bytes));
      socket.on('data', (piece) => (text += piece.toString('utf8')));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer.split(' ')[1]).toBe(status);
    expect(answer).toContain('application/problem+json');
  });
});

describe('limits', () => {
  it('of requests a minute are told, and health is not counted', async () => {
    const limited = await startTestServiceApart();
    try {
      const statuses: number[] = [];
      for (let at = 0; at < 6; at++) statuses.push((await limited.send('GET', '/openapi.json')).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
      const refused = await limited.send('GET', '/openapi.json');
      expect(refused.body['type']).toBe('/problems/too-many-requests');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await limited.send('GET', '/livez')).status).toBe(200);
    } finally {
      await limited.close();
    }
  });
});

/** An app of its own beside the running service, on the same database. */
async function startTestServiceApart() {
  const [{ createServer }, { createApp }, { readConfig }, { openLogger }, { send }] = await Promise.all([
    import('node:http'),
    import('../../src/app.js'),
    import('../../src/config.js'),
    import('../../src/platform/logging/logger.js'),
    import('../support/service.js'),
  ]);
  const config = readConfig({ RATE_LIMIT: '3' });
  const server = createServer(
    createApp({ config, database: test.service.database, logger: openLogger('silent') }),
  );
  const socket = `${test.directory}/apart.sock`;
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    send: (method: string, path: string) => send(socket, method, path),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

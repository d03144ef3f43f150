import { MOST_PARTICIPANTS_AT_ONCE } from '../../src/trajectories/trajectories.contract.js';
import { type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiKeyModel } from '../../src/organisations/organisations.model.js';
import { ProgrammeModel } from '../../src/programmes/programmes.model.js';
import { startTestService, type TestService } from '../support/service.js';

let test: TestService;
let key: string;

beforeAll(async () => {
  test = await startTestService({ RATE_LIMIT: '1000000', WORK_IN_SERVICE: '0' });
  ({ key } = await test.organisation('Own'));
});
afterAll(() => test.stop());

const errorsOf = (body: Readonly<Record<string, unknown>>) => body['errors'] as readonly unknown[];
const MANY = 5_000;
const unknownFields = Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`field-${at}`, 1]));

describe('a request of nothing but mistakes', () => {
  it('is told the first thousand', async () => {
    const { status, body } = await test.send('POST', '/api/programmes', { key, body: unknownFields });
    expect(status).toBe(422);
    expect(errorsOf(body)).toHaveLength(1_000);
    expect(body['detail']).toContain('more than 1000 reasons');
  });

  it('as a batch too', async () => {
    const programme = { title: 'P', currency: 'SEK', priceYear: 2025, careers: [{ id: 'c' }] };
    const { id } = (await test.send('POST', '/api/programmes', { key, body: programme })).body;
    const body = { participants: Array.from({ length: MOST_PARTICIPANTS_AT_ONCE }, () => ({ a: 1, b: 2 })) };
    const answer = await test.send('POST', `/api/programmes/${id}/participants/batch`, { key, body });
    expect([answer.status, errorsOf(answer.body).length]).toEqual([422, 1_000]);
  });

  it('as a file whose list is far beyond its limit is refused for that alone, and not looked into', async () => {
    const outcomes = Array.from({ length: 4_000_000 }, () => 1);
    const body = { format: 'bokslut-assessment/1', kind: 'value-map', outcomes };
    const answer = await test.send('POST', '/api/runs', { key, body });
    expect(answer.status).toBe(422);
    expect(errorsOf(answer.body)).toContainEqual({
      pointer: '/outcomes',
      detail: 'This is longer than the limit of 10000.',
    });
  });
});

describe('large bodies', () => {
  const SIZE = 9 * 1024 * 1024;

  /** A request that has said how large it is, and has sent nothing of it yet. */
  async function announced(of: string): Promise<ClientRequest> {
    const sent = request({
      socketPath: test.socket,
      method: 'POST',
      path: '/api/runs',
      headers: { Authorization: `Bearer ${of}`, 'Content-Type': 'application/json', 'Content-Length': SIZE },
    });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return sent;
  }

  it('of one organisation are taken up to a limit, which leaves room for others and for small ones', async () => {
    const other = await test.organisation('Other');
    const body = ' '.repeat(SIZE);
    const ask = async (of: string) => (await test.send('POST', '/api/runs', { key: of, body })).status;
    const open: ClientRequest[] = [];
    for (let at = 0; at < 7; at++) open.push(await announced(key));
    const refused = await test.send('POST', '/api/runs', { key, body }).catch(() => undefined);
    // The connection may be closed before all of it was sent.
    if (refused) expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect(await ask(other.key)).toBe(422);
    expect((await test.send('POST', '/api/runs', { key, body: {} })).status).toBe(422);
    for (const one of open) one.destroy();
    await expect.poll(() => ask(key), { timeout: 5_000 }).toBe(422);
  });
});

describe('a full disk', () => {
  const full = () => Object.assign(new Error('full'), { code: 14031, codeName: 'OutOfDiskSpace' });

  it('is told as such, and to come again', async () => {
    const create = vi.spyOn(ProgrammeModel, 'create').mockRejectedValue(full());
    const body = { title: 'P', currency: 'SEK', priceYear: 2025 };
    const refused = await test.send('POST', '/api/programmes', { key, body });
    create.mockRestore();
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '60']);
    expect(refused.body['detail']).toContain('no room left');
    expect((await test.send('POST', '/api/programmes', { key, body })).status).toBe(201);
  });

  it('does not keep anybody from reading, though the use of the key cannot be noted', async () => {
    const fresh = (await test.organisation('Fresh')).key;
    const note = vi.spyOn(ApiKeyModel, 'updateOne').mockRejectedValue(full());
    const { status } = await test.send('GET', '/api/programmes', { key: fresh });
    expect(note).toHaveBeenCalledOnce();
    note.mockRestore();
    expect(status).toBe(200);
  });
});

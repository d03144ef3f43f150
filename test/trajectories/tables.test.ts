/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- answers of many shapes */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_ORGANISATION } from '../../src/platform/database/owned.js';
import { ReleasedPopulationModel } from '../../src/trajectories/tables.model.js';
import { type Caller, PROGRAMME, type RunningService, runService } from './running-service.js';

let service: RunningService;
let us: Caller;

beforeAll(async () => {
  service = await runService({ FIELD_KEYS: `k:${randomBytes(32).toString('base64')}` });
  us = service.as(service.key);
});
afterAll(() => service.close());

const person = (pseudonym: string, career: string, later: string, from = '2022-01-01') => ({
  pseudonym,
  career,
  statuses: [
    { status: 'in-programme', from },
    { status: later, from: '2022-06-01' },
  ],
});

/** A programme with so many people of each career and status a year after entry. */
async function peopled(counts: readonly (readonly [career: string, status: string, people: number])[]) {
  const made = await us('POST', '/api/programmes', PROGRAMME);
  const at = `/api/programmes/${String(made.body.id)}`;
  const participants = counts.flatMap(([career, status, people], place) =>
    Array.from({ length: people }, (_, one) => person(`P-${place}-${one}`, career, status)),
  );
  await us('POST', `${at}/participants/batch`, { participants });
  return at;
}

const table = (at: string, body: object) =>
  us('POST', `${at}/trajectories/tables`, { audience: 'public', asOf: '2024-01-01', ...body });

describe('a table for others', () => {
  it('hides small numbers and zeros, and rounds the rest', async () => {
    const at = await peopled([
      ['typical', 'in-work', 22],
      ['typical', 'left', 13],
      ['young', 'in-work', 34],
      ['young', 'left', 3],
    ]);
    const { status, body } = await table(at, { by: ['career', 'status'] });
    expect([status, body.rows, body.columns]).toEqual([
      200,
      ['typical', 'young', 'no-longer-there'],
      ['inProgramme', 'inWork', 'left', 'unknown'],
    ]);
    const [, young, gone] = body.cells;
    expect([young[2], gone]).toEqual([null, [null, null, null, null]]);
    expect([body.threshold, body.base, body.total]).toEqual([10, 5, 70]);
    expect(body.hiddenSecond).toBeGreaterThan(0);
    const shown = (body.cells as (number | null)[][]).flat().filter((cell) => cell !== null);
    expect(shown.every((cell) => cell >= 10 && cell % 5 === 0)).toBe(true);
    const partner = await table(at, { audience: 'partner', by: ['status'] });
    expect(partner.body).toMatchObject({
      threshold: 5,
      columns: ['people'],
      cells: [[null], [55], [15], [null]],
    });
    const summary = await us('GET', `${at}/trajectories/summary?asOf=2024-01-01`);
    expect(summary.body.careers[1]).toMatchObject({ inWork: 34, left: 3 });
  });

  it('of what is sensitive stands alone in public, and needs the right to see records', async () => {
    const at = await peopled([['typical', 'in-work', 12]]);
    const crossed = { by: ['career', 'target-group.disability'] };
    const refused = await table(at, crossed);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/by']);
    expect((await table(at, { ...crossed, audience: 'partner' })).status).toBe(200);
    expect((await table(at, { by: ['target-group.disability'] })).body.cells).toEqual([[null], [null]]);
    expect((await table(at, { by: ['career', 'status', 'education'] })).status).toBe(422);
    expect((await table(at, { by: ['career', 'career'] })).status).toBe(422);
    expect((await table(at, { by: ['career'], asOf: '2999-01-01' })).status).toBe(422);
    const { body } = await us('POST', '/api/keys', {
      label: 'k',
      scopes: ['programmes:read', 'trajectories:write'],
    });
    const editor = service.as(String(body.key));
    const by = (one: string) =>
      editor('POST', `${at}/trajectories/tables`, { audience: 'public', asOf: '2024-01-01', by: [one] });
    expect((await by('education')).status).toBe(403);
    expect((await by('status')).status).toBe(200);
  });

  it('has room for fifty careers', async () => {
    const careers = Array.from({ length: 51 }, (_, at) => ({ id: `c${at}` }));
    const made = await us('POST', '/api/programmes', { ...PROGRAMME, careers });
    const at = `/api/programmes/${String(made.body.id)}`;
    expect((await table(at, { by: ['status', 'career'] })).status).toBe(422);
    expect((await table(at, { by: ['status'] })).status).toBe(200);
  });

  it('that few people tell apart from an earlier one is refused, until enough have come', async () => {
    const at = await peopled([['typical', 'in-work', 30]]);
    expect((await table(at, { by: ['status'] })).status).toBe(200);
    const more = (from: number, to: number) =>
      us('POST', `${at}/participants/batch`, {
        participants: Array.from({ length: to - from }, (_, one) =>
          person(`N-${from + one}`, 'typical', 'left', '2022-03-01'),
        ),
      });
    await more(0, 2);
    const refused = await table(at, { by: ['career'] });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('fewer than 10')]);
    // Of the day of the first one the same people are asked for, and it can be had again.
    expect((await table(at, { by: ['career'], asOf: '2023-02-01' })).status).toBe(200);
    await more(2, 10);
    expect((await table(at, { by: ['career'] })).status).toBe(200);
  });

  it('forgets whoever is removed', async () => {
    const at = await peopled([['typical', 'in-work', 12]]);
    await table(at, { by: ['status'] });
    const { body } = await us('GET', `${at}/participants?limit=1`);
    const id = String(body.items[0].id);
    const kept = async () =>
      (await ReleasedPopulationModel.find({}, {}, EVERY_ORGANISATION).lean()).filter(({ people }) =>
        people.includes(id),
      );
    expect(await kept()).toHaveLength(1);
    await us('DELETE', `${at}/participants/${id}`);
    expect(await kept()).toEqual([]);
    expect((await table(at, { by: ['status'] })).status).toBe(200);
  });
});

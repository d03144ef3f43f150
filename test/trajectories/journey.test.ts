/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- answers of many shapes */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { beginOrganisation } from '../../src/organisations/organisations.service.js';
import { EVERY_ORGANISATION } from '../../src/platform/database/owned.js';
import { GivenAnswerModel } from '../../src/platform/http/idempotency.model.js';
import { trajectoryRoutes } from '../../src/trajectories/trajectories.api.js';
import { type Caller, PROGRAMME, type RunningService, runService } from './running-service.js';

let service: RunningService;
let us: Caller;
let others: Caller;

beforeAll(async () => {
  service = await runService();
  us = service.as(service.key);
  const { key } = await beginOrganisation({ name: 'Others', kind: 'funder', administrator: 'Theirs' });
  others = service.as(key);
});
afterAll(() => service.close());

/** A new programme, and the addresses under it. */
async function programme(by: Caller = us) {
  const made = await by('POST', '/api/programmes', PROGRAMME);
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  const at = `/api/programmes/${id}`;
  return {
    id,
    participants: `${at}/participants`,
    batch: `${at}/participants/batch`,
    forms: `${at}/careers/typical/forms`,
    summary: `${at}/trajectories/summary`,
  };
}

const entered = (from: string, ...more: readonly (readonly [string, string])[]) =>
  [['in-programme', from] as const, ...more].map(([status, date]) => ({ status, from: date }));

const one = (pseudonym: string, statuses = entered('2024-01-01')) => ({
  pseudonym,
  career: 'typical',
  statuses,
});

const pointers = (body: { errors?: { pointer: string }[] }) => body.errors?.map(({ pointer }) => pointer);

async function newestEntry() {
  const { body } = await us('GET', '/api/audit?limit=1');
  const { action, subject } = (body as { items: { action: string; subject: string }[] }).items[0]!;
  return { action, subject };
}

describe('a participant', () => {
  it('is added, read, changed and removed', async () => {
    const { participants } = await programme();
    const added = await us('POST', participants, one('P-017'));
    expect(added.status).toBe(201);
    expect(added.headers['etag']).toBe('"1"');
    const { id } = added.body as { id: string };
    expect(added.body).toEqual({ id, version: 1, ...one('P-017') });
    expect(added.headers['location']).toBe(`${participants}/${id}`);
    expect(await newestEntry()).toEqual({ action: 'trajectories:add', subject: `participant/${id}` });

    expect((await us('GET', `${participants}/${id}`)).body).toEqual(added.body);
    expect(await newestEntry()).toEqual({ action: 'trajectories:read', subject: `participant/${id}` });

    const statuses = entered('2024-01-01', ['in-work', '2024-09-01']);
    const put = `${participants}/${id}/statuses`;
    expect((await us('PUT', put, { statuses })).status).toBe(428);
    expect((await us('PUT', put, { statuses }, { 'if-match': '"7"' })).status).toBe(412);
    const changed = await us('PUT', put, { statuses }, { 'if-match': '"1"' });
    expect(changed.body).toEqual({ id, version: 2, ...one('P-017', statuses) });
    expect(await newestEntry()).toEqual({ action: 'trajectories:change', subject: `participant/${id}` });

    expect((await us('DELETE', `${participants}/${id}`)).status).toBe(204);
    expect(await newestEntry()).toEqual({ action: 'trajectories:remove', subject: `participant/${id}` });
    expect((await us('GET', `${participants}/${id}`)).status).toBe(404);
    expect((await us('DELETE', `${participants}/${id}`)).status).toBe(404);
    expect((await us('PUT', put, { statuses }, { 'if-match': '"2"' })).status).toBe(404);
  });

  it('has a career of the programme and a pseudonym of its own', async () => {
    const { participants } = await programme();
    const stray = await us('POST', participants, { ...one('P-1'), career: 'elsewhere' });
    expect([stray.status, pointers(stray.body as object)]).toEqual([422, ['/career']]);
    expect((await us('POST', participants, one('P-1'))).status).toBe(201);
    const again = await us('POST', participants, one('P-1'));
    expect([again.status, pointers(again.body as object)]).toEqual([409, ['/pseudonym']]);
    expect((await us('POST', (await programme()).participants, one('P-1'))).status).toBe(201);
  });

  it('is added once for each Idempotency-Key, and nothing of it stays after it is removed', async () => {
    const { participants } = await programme();
    const named = { 'idempotency-key': 'first' };
    const first = await us('POST', participants, one('Gone-4711'), named);
    const again = await us('POST', participants, one('Gone-4711'), named);
    expect(again.body).toEqual(first.body);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect((await us('POST', participants, one('P-2'), named)).status).toBe(422);
    const { body: made } = await us('POST', '/api/keys', {
      label: 'Only writing',
      scopes: ['programmes:read', 'trajectories:write'],
    });
    expect((await service.as(String(made.key))('POST', participants, one('Gone-4711'), named)).status).toBe(
      201,
    );
    const { id } = first.body as { id: string };
    await us('DELETE', `${participants}/${id}`);
    expect((await us('POST', participants, one('Gone-4711'), named)).status).toBe(404);
    const kept = await GivenAnswerModel.find({}, {}, EVERY_ORGANISATION).lean();
    expect(kept.filter(({ answer }) => answer.includes(id))).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('Gone-4711');
  });

  it('is found under its own programme only', async () => {
    const { body } = await us('POST', (await programme()).participants, one('P-1'));
    const elsewhere = `${(await programme()).participants}/${String(body.id)}`;
    expect((await us('GET', elsewhere)).status).toBe(404);
    expect((await us('DELETE', elsewhere)).status).toBe(404);
    const statuses = entered('2024-01-02');
    expect((await us('PUT', `${elsewhere}/statuses`, { statuses }, { 'if-match': '"1"' })).status).toBe(404);
  });

  it('is listed page by page', async () => {
    const { participants } = await programme();
    for (const pseudonym of ['P-1', 'P-2', 'P-3']) await us('POST', participants, one(pseudonym));
    const first = await us('GET', `${participants}?limit=2`);
    expect(first.body.items).toMatchObject([{ pseudonym: 'P-3' }, { pseudonym: 'P-2' }]);
    const next = await us('GET', `${participants}?limit=2&cursor=${String(first.body.next)}`);
    expect(next.body.items).toMatchObject([{ pseudonym: 'P-1' }]);
    expect(next.body.next).toBeUndefined();
  });
});

describe('a batch of participants', () => {
  it('sent twice changes nothing', async () => {
    const { batch, participants } = await programme();
    const rows = Array.from({ length: 300 }, (_, at) => one(`P-${at}`));
    expect((await us('POST', batch, { participants: rows })).body).toEqual({ new: 300, changed: 0, same: 0 });
    const entry = await newestEntry();
    expect(entry).toEqual({
      action: 'trajectories:import',
      subject: participants.slice('/api/'.length).replace('programmes', 'programme'),
    });
    const { body: before } = await us('GET', '/api/audit/check');
    expect((await us('POST', batch, { participants: rows })).body).toEqual({ new: 0, changed: 0, same: 300 });
    expect((await us('GET', '/api/audit/check')).body).toEqual(before);

    rows[7] = one('P-7', entered('2024-01-01', ['left', '2024-05-01']));
    rows[8] = { ...one('P-8'), career: 'young' };
    rows.push(one('P-new'));
    expect((await us('POST', batch, { participants: rows })).body).toEqual({ new: 1, changed: 2, same: 298 });
    const { body } = await us('GET', `${participants}?limit=1`);
    expect(body.items).toMatchObject([{ pseudonym: 'P-new', version: 1 }]);
  });

  it('is taken whole or not at all, with everything that is wrong', async () => {
    const { batch, participants } = await programme();
    const { status, body } = await us('POST', batch, {
      participants: [
        one('P-1'),
        one('19800101-1234'),
        { ...one('P-2'), career: 'elsewhere', statuses: entered('2024-01-32', ['left', '2020-01-01']) },
        one('P-1', entered('2024-01-01', ['in-work', '2023-01-01'])),
        'P-3',
        { ...one('P-4'), name: 'x' },
      ],
    });
    expect(status).toBe(422);
    expect(pointers(body as object)).toEqual([
      '/participants/1/pseudonym',
      '/participants/2/statuses/0/from',
      '/participants/2/career',
      '/participants/3/statuses/1/from',
      '/participants/3/pseudonym',
      '/participants/4',
      '/participants/5/name',
    ]);
    expect((await us('GET', participants)).body.items).toEqual([]);
  });

  it('is a list of 1 to 2,000', async () => {
    const { batch } = await programme();
    expect((await us('POST', batch, { participants: [] })).status).toBe(422);
    expect((await us('POST', batch, [])).status).toBe(422);
    expect((await us('POST', batch, { participants: [one('P-1')], more: 1 })).status).toBe(422);
    expect((await us('POST', batch, '{')).status).toBe(400);
    const rows = Array.from({ length: 2_000 }, (_, at) => one(`P-${at}`));
    expect((await us('POST', batch, { participants: [...rows, one('X')] })).status).toBe(422);
    expect((await us('POST', batch, { participants: rows })).body).toEqual({
      new: 2_000,
      changed: 0,
      same: 0,
    });
    const changed = rows.map((row) => ({ ...row, career: 'young' }));
    expect((await us('POST', batch, { participants: changed })).body).toEqual({
      new: 0,
      changed: 2_000,
      same: 0,
    });
  });
});

describe('forms', () => {
  it('are added up, and given back only in sum', async () => {
    const { forms, id } = await programme();
    const added = await us('POST', forms, {
      forms: [
        {
          moment: 'before',
          uses: { 'detox-day': { from: 10, to: 20 }, support: 'unknown' },
          housing: 'homeless',
        },
        { moment: 'before', windowMonths: 12, uses: { 'detox-day': 5 }, housing: 'homeless' },
        { moment: 'after', uses: { 'detox-day': 0 } },
      ],
    });
    expect([added.status, added.body]).toEqual([204, undefined]);
    expect(await newestEntry()).toEqual({
      action: 'trajectories:tally',
      subject: `programme/${id}/careers/typical`,
    });
    await us('POST', forms, { forms: [{ moment: 'before', uses: { 'detox-day': 'unknown' } }] });
    expect((await us('GET', forms)).body).toEqual({
      career: 'typical',
      before: {
        forms: 3,
        uses: [
          { service: 'detox-day', answered: 2, unknown: 1, low: 15, high: 25 },
          { service: 'support', answered: 0, unknown: 1, low: 0, high: 0 },
        ],
        housing: [{ code: 'homeless', forms: 2 }],
      },
      after: {
        forms: 1,
        uses: [{ service: 'detox-day', answered: 1, unknown: 0, low: 0, high: 0 }],
        housing: [],
      },
    });
    expect((await us('DELETE', forms)).status).toBe(204);
    expect(await newestEntry()).toEqual({
      action: 'trajectories:reset-tally',
      subject: `programme/${id}/careers/typical`,
    });
    expect((await us('GET', forms)).body).toMatchObject({ before: { forms: 0 }, after: { forms: 0 } });
  });

  it('are counted all or none, with everything that is wrong', async () => {
    const { forms } = await programme();
    const { status, body } = await us('POST', forms, {
      forms: [
        { moment: 'before', uses: { 'detox-day': 5 } },
        { moment: 'before', uses: { 'detox-day': 367, prison: 'unknown' } },
        { moment: 'after', uses: { 'detox-day': { from: 1, to: 400 }, support: 90_000 } },
      ],
    });
    expect(status).toBe(422);
    expect(pointers(body as object)).toEqual([
      '/forms/1/uses/detox-day',
      '/forms/1/uses/prison',
      '/forms/2/uses/detox-day',
    ]);
    expect((await us('GET', forms)).body).toMatchObject({ before: { forms: 0 } });
    const elsewhere = forms.replace('typical', 'elsewhere');
    for (const method of ['GET', 'DELETE']) expect((await us(method, elsewhere)).status).toBe(404);
    expect((await us('POST', elsewhere, { forms: [{ moment: 'before', uses: {} }] })).status).toBe(404);
  });

  it('are counted once under an Idempotency-Key that cannot be guessed', async () => {
    const { forms } = await programme();
    const sent = { forms: [{ moment: 'before', uses: { 'detox-day': 5 } }] };
    expect((await us('POST', forms, sent, { 'idempotency-key': 'monday' })).status).toBe(400);
    const named = { 'idempotency-key': randomUUID() };
    expect((await us('POST', forms, sent, named)).status).toBe(204);
    const again = await us('POST', forms, sent, named);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([204, 'true']);
    const other = { forms: [{ moment: 'before', uses: { 'detox-day': 6 } }] };
    expect((await us('POST', forms, other, named)).status).toBe(422);
    expect((await us('GET', forms)).body).toMatchObject({ before: { forms: 1 } });
  });

  it('sent by several at once are all counted, and under one key once', async () => {
    const { forms } = await programme();
    const send = (headers = {}) =>
      us('POST', forms, { forms: [{ moment: 'before', uses: { 'detox-day': 1 } }] }, headers);
    const named = { 'idempotency-key': randomUUID() };
    const replies = await Promise.all([
      ...Array.from({ length: 10 }, () => send()),
      ...Array.from({ length: 5 }, () => send(named)),
    ]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await us('GET', forms)).body.before).toMatchObject({
      forms: 11,
      uses: [{ answered: 11, low: 11, high: 11 }],
    });
  });

  it('leave nothing of a single one in the files', async () => {
    const { forms } = await programme();
    const [first, second] = [12_345.678_9, 23_456.789_1];
    const sent = JSON.stringify({
      forms: [first, second].map((support) => ({ moment: 'before', windowMonths: 12, uses: { support } })),
    });
    const key = randomUUID();
    expect((await us('POST', forms, sent, { 'idempotency-key': key })).status).toBe(204);
    const bytes = allBytes(service.folder);
    // What is looked for can be found: the sum is there.
    expect(bytes.includes(doubleOf(first + second))).toBe(true);
    const hash = createHash('sha256').update(sent).digest();
    for (const trace of [
      doubleOf(first),
      doubleOf(second),
      Buffer.from(String(first)),
      Buffer.from(String(second)),
      Buffer.from(key),
      Buffer.from(hash.toString('hex')),
      hash,
    ]) {
      expect(bytes.includes(trace)).toBe(false);
    }
  });
});

function allBytes(folder: string): Buffer {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return Buffer.concat(files.map((path) => readFileSync(path)));
}

function doubleOf(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

describe('the summary', () => {
  it('is the reduction, career by career', async () => {
    const { batch, forms, summary, id } = await programme();
    await us('POST', batch, {
      participants: [
        one('P-1', entered('2023-01-01', ['in-work', '2023-06-01'])),
        one('P-2', entered('2023-01-01', ['unknown', '2023-06-01'])),
        one('P-3', entered('2024-05-01')),
      ],
    });
    await us('POST', forms, {
      forms: [
        { moment: 'before', uses: { 'detox-day': { from: 10, to: 20 } }, housing: 'homeless' },
        { moment: 'after', uses: { 'detox-day': 1 } },
      ],
    });
    const { status, body } = await us('GET', `${summary}?asOf=2024-06-01`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ programme: id, asOf: '2024-06-01' });
    const use = { unknown: 0, notAsked: 0, answered: 1 };
    expect(body.careers).toMatchObject([
      {
        career: 'typical',
        entered: 3,
        tooEarly: 1,
        entrants: 2,
        inWork: 1,
        unknown: 1,
        successShare: 0.5,
        successBounds: { low: 0.5, high: 1 },
        forms: { before: 1, after: 1 },
        uses: [
          {
            service: 'detox-day',
            before: { perPersonYear: 15, low: 10, high: 20, ...use },
            after: { perPersonYear: 1, low: 1, high: 1, ...use },
          },
        ],
        housing: [{ code: 'homeless', before: 1, after: 0 }],
        warnings: ['few-people', 'few-forms'],
      },
      { career: 'young', entered: 0, successShare: null, uses: [], warnings: ['few-people'] },
    ]);
    expect((await us('GET', summary)).status).toBe(200);
  });

  it('is of a day that exists and has come', async () => {
    const { summary } = await programme();
    for (const asOf of ['2024-02-30', '2024-01-01T00:00', '2999-01-01', '']) {
      expect((await us('GET', `${summary}?asOf=${asOf}`)).status).toBe(400);
    }
  });

  it('keeps what is under a career that the programme has no more', async () => {
    const { participants, forms, summary, id } = await programme();
    await us('POST', participants, one('P-1'));
    await us('POST', forms, { forms: [{ moment: 'before', uses: {} }] });
    const removed = await us('DELETE', `/api/programmes/${id}/careers/typical`, undefined, {
      'if-match': '"1"',
    });
    expect(removed.status).toBe(200);
    const { body } = await us('GET', summary);
    expect(body.careers).toMatchObject([{ career: 'young' }, { career: 'typical', entered: 1 }]);
    expect((await us('DELETE', forms)).status).toBe(204);
  });
});

describe('who may', () => {
  it('another organisation finds nothing', async () => {
    const ours = await programme();
    const { body } = await us('POST', ours.participants, one('P-1'));
    const participant = `${ours.participants}/${String(body.id)}`;
    await us('POST', ours.forms, { forms: [{ moment: 'before', uses: {} }] });
    const attempts: readonly (readonly [string, string, unknown?, Record<string, string>?])[] = [
      ['GET', ours.participants],
      ['POST', ours.participants, one('P-2')],
      ['POST', ours.batch, { participants: [one('P-1', entered('2020-01-01'))] }],
      ['GET', participant],
      ['PUT', `${participant}/statuses`, { statuses: entered('2020-01-01') }, { 'if-match': '"1"' }],
      ['DELETE', participant],
      ['POST', ours.forms, { forms: [{ moment: 'before', uses: {} }] }],
      ['GET', ours.forms],
      ['DELETE', ours.forms],
      ['GET', ours.summary],
    ];
    for (const attempt of attempts)
      expect([attempt[1], (await others(...attempt)).status]).toEqual([attempt[1], 404]);

    const theirs = await programme(others);
    const mixed = participant.replace(ours.id, theirs.id);
    for (const method of ['GET', 'DELETE']) expect((await others(method, mixed)).status).toBe(404);
    expect((await others('GET', theirs.summary)).body.careers).toMatchObject([
      { entered: 0 },
      { entered: 0 },
    ]);

    expect((await us('GET', participant)).body).toEqual(body);
    expect((await us('GET', ours.forms)).body).toMatchObject({ before: { forms: 1 } });
  });

  it('a key that may only read programmes is refused everywhere', async () => {
    const ours = await programme();
    const { body } = await us('POST', '/api/keys', { label: 'Reading', scopes: ['programmes:read'] });
    const reader = service.as(String(body.key));
    const participant = `${ours.participants}/66f0c2a51e4b0d3a9c7f1a20`;
    for (const [method, path, sent] of [
      ['GET', ours.participants],
      ['POST', ours.participants, one('P-1')],
      ['POST', ours.batch, { participants: [one('P-1')] }],
      ['GET', participant],
      ['PUT', `${participant}/statuses`, { statuses: entered('2020-01-01') }],
      ['DELETE', participant],
      ['POST', ours.forms, { forms: [{ moment: 'before', uses: {} }] }],
      ['GET', ours.forms],
      ['DELETE', ours.forms],
      ['GET', ours.summary],
    ] as const) {
      expect([path, (await reader(method, path, sent)).status]).toEqual([path, 403]);
    }
  });
});

describe('the description of the API', () => {
  it('has an example for every body, which its contract takes', async () => {
    const { body } = await us('GET', '/openapi.json');
    const routes = trajectoryRoutes.filter((route) => route.body !== undefined);
    expect(routes.map(({ operation }) => operation).sort()).toEqual([
      'addForms',
      'addParticipant',
      'importParticipants',
      'releaseTable',
      'replaceStatuses',
    ]);
    for (const route of routes) {
      const contract = route.body as z.ZodType;
      const example = contract.meta()?.['example'];
      expect(contract.safeParse(example)).toMatchObject({ success: true });
      expect(body.components.schemas[contract.meta()!.id!].example).toEqual(example);
    }
  });
});

/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-assignment -- answers of many shapes */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personTime } from '../../src/core/evidence/person-time.js';
import type { Spell } from '../../src/core/evidence/recorded-rows.js';
import { beginOrganisation } from '../../src/organisations/organisations.service.js';
import { EVERY_ORGANISATION } from '../../src/platform/database/owned.js';
import { useFieldKeys } from '../../src/platform/sealing/sealing.js';
import { readConfig } from '../../src/config.js';
import { dateIn } from '../../src/trajectories/civil-date.contract.js';
import { SPELL_STATUSES } from '../../src/trajectories/people.contract.js';
import { PersonRecordModel } from '../../src/trajectories/people.model.js';
import { peopleRoutes } from '../../src/trajectories/people.api.js';
import { ParticipantModel } from '../../src/trajectories/trajectories.model.js';
import { type Caller, type RunningService, runService } from './running-service.js';

const FIELD_KEYS = `first:${randomBytes(32).toString('base64')}`;

let service: RunningService;
let us: Caller;
let others: Caller;

beforeAll(async () => {
  service = await runService({ FIELD_KEYS });
  us = service.as(service.key);
  const { key } = await beginOrganisation({ name: 'Others', kind: 'funder', administrator: 'Theirs' });
  others = service.as(key);
});
afterAll(() => service.close());

const PROGRAMME = {
  title: 'Work cooperative',
  currency: 'SEK',
  priceYear: 2025,
  services: [
    { id: 'detox-day', daysPerUnit: 1, price: 4500, kind: 'real', paidBy: { region: 1 } },
    { id: 'prison-day', daysPerUnit: 1, price: 3000, kind: 'real', paidBy: { state: 1 } },
    { id: 'shelter-night', daysPerUnit: 1, price: 700, kind: 'real', paidBy: { municipality: 1 } },
    { id: 'our-clinic', category: 'psychiatry', price: 10, kind: 'real', paidBy: { region: 1 } },
    { id: 'mystery', price: 10, kind: 'real', paidBy: { region: 1 } },
  ],
  careers: [{ id: 'typical' }],
};

const ordinary = { purpose: 'To see what helps', legalBasis: 'public-task', retentionMonths: 24 };
const impactAssessment = { reference: '2025:3', date: '2025-02-03' };
const ORDINARY = Object.fromEntries(
  ['statuses', 'services', 'targetGroups', 'covariates', 'measures', 'plan'].map((one) => [one, ordinary]),
);
const SENSITIVE = {
  health: { ...ordinary, condition: 'health-or-social-care', impactAssessment },
  minority: { ...ordinary, condition: 'substantial-public-interest', impactAssessment },
  justice: { ...ordinary, condition: 'official-authority', law: 'Act 2001:617', impactAssessment },
};

const pointersOf = (body: { errors?: { pointer: string }[] }) => body.errors?.map(({ pointer }) => pointer);
const etag = (version: number) => ({ 'if-match': `"${version}"` });

/** A programme with one participant, entered on 2024-01-15; its record of processing as given. */
async function begun(classes?: object) {
  const made = await us('POST', '/api/programmes', PROGRAMME);
  const at = `/api/programmes/${String(made.body.id)}`;
  if (classes) {
    const put = await us('PUT', `${at}/processing`, { classes }, etag(0));
    expect(put.status, JSON.stringify(put.body)).toBe(200);
  }
  const added = await us('POST', `${at}/participants`, {
    pseudonym: 'P-017',
    career: 'typical',
    statuses: [{ status: 'in-programme', from: '2024-01-15' }],
  });
  const id = String(added.body.id);
  const person = `${at}/participants/${id}`;
  let version = 1;
  /** Puts a part of the record in the newest version. */
  const put = async (part: string, body: object) => {
    const answer = await us('PUT', `${person}/${part}`, body, etag(version));
    if (answer.status === 200) version = Number(answer.body.version);
    return answer;
  };
  return { at, programme: String(made.body.id), id, person, put };
}

const spell = (kind: string, from: string, to?: string, more: object = {}) => ({
  kind,
  from,
  ...(to !== undefined && { to }),
  saidBy: 'person',
  ...more,
});

async function audited(count: number) {
  const { body } = await us('GET', `/api/audit?limit=${count}`);
  return (body as { items: { action: string; subject: string }[] }).items.map(
    ({ action, subject }) => `${action} ${subject}`,
  );
}

describe('the record of processing', () => {
  it('is empty at first, and then every class of data is refused with what has to be done', async () => {
    const { at, programme, put } = await begun();
    const shown = await us('GET', `${at}/processing`);
    expect([shown.headers['etag'], shown.body]).toEqual([
      '"0"',
      { programme, classes: {}, sealing: true, version: 0 },
    ]);
    const refused = await put('profile', {
      exit: { date: '2024-09-01', reason: 'to-work' },
      targetGroups: ['homeless', 'substance-misuse', 'ethnic-minorities'],
      covariates: { birthYear: 1981 },
    });
    expect(refused.status).toBe(422);
    expect(pointersOf(refused.body as object)).toEqual([
      '/exit',
      '/targetGroups/0',
      '/targetGroups/1',
      '/targetGroups/2',
      '/covariates/birthYear',
    ]);
    const details = (refused.body.errors as { detail: string }[]).map(({ detail }) => detail);
    expect(details[1]).toBe(
      `Data of the class targetGroups are not kept in this programme. An administrator of your organisation first has to record purpose, legal basis and retention for it: PUT /api/programmes/${programme}/processing.`,
    );
    expect(details[2]).toContain('article 9(2) of the GDPR and the impact assessment');
    expect(details[3]).toContain('the class minority');
    expect(await PersonRecordModel.findOne({ programme }, {}, EVERY_ORGANISATION)).toBeNull();
  });

  it('lets in what is recorded, and nothing else', async () => {
    const { put } = await begun({ ...ORDINARY, health: SENSITIVE.health });
    expect((await put('spells', { spells: [spell('detox-day', '2023-01-01', '2023-02-01')] })).status).toBe(
      200,
    );
    const refused = await put('spells', { spells: [spell('prison-day', '2023-01-01', '2023-02-01')] });
    expect([refused.status, pointersOf(refused.body as object)]).toEqual([422, ['/spells/0']]);
    expect(refused.body.errors[0].detail).toContain('the condition of article 10 of the GDPR');
  });

  it('of a sensitive class needs its condition and an impact assessment that was made', async () => {
    const { at } = await begun();
    const attempt = async (classes: object) => {
      const { status, body } = await us('PUT', `${at}/processing`, { classes }, etag(0));
      return [status, pointersOf(body as object)];
    };
    expect(await attempt({ health: ordinary })).toEqual([
      422,
      ['/classes/health/condition', '/classes/health/impactAssessment'],
    ]);
    expect(await attempt({ justice: { ...SENSITIVE.justice, law: undefined } })).toEqual([
      422,
      ['/classes/justice/law'],
    ]);
    expect(await attempt({ justice: { ...SENSITIVE.justice, condition: 'explicit-consent' } })).toEqual([
      422,
      ['/classes/justice/condition'],
    ]);
    const date = dateIn(30);
    expect(
      await attempt({ health: { ...SENSITIVE.health, impactAssessment: { reference: 'x', date } } }),
    ).toEqual([422, ['/classes/health/impactAssessment/date']]);
    expect(await attempt({ statuses: { ...ordinary, retentionMonths: 0 } })).toEqual([
      422,
      ['/classes/statuses/retentionMonths'],
    ]);
    expect(await attempt({ religion: ordinary })).toEqual([422, ['/classes/religion']]);
  });

  it('is changed by an administrator only, in the version seen, and every change is audited', async () => {
    const { at, programme } = await begun(ORDINARY);
    expect(await audited(2)).toContain(`people:record-processing programme/${programme}/processing`);
    const stale = await us('PUT', `${at}/processing`, { classes: {} }, etag(0));
    expect(stale.status).toBe(412);
    const person = await us('POST', '/api/people', { name: 'Editor', role: 'editor' });
    const made = await us('POST', '/api/keys', {
      person: person.body.id,
      label: 'k',
      scopes: ['programmes:read', 'programmes:write', 'trajectories:read', 'trajectories:write'],
    });
    const editor = service.as(String(made.body.key));
    expect((await editor('PUT', `${at}/processing`, { classes: {} }, etag(1))).status).toBe(403);
    expect((await editor('GET', `${at}/processing`)).status).toBe(200);
  });

  it('keeps a class on of which there are data, sealed ones as well', async () => {
    const { at, put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await put('spells', { spells: [spell('prison-day', '2023-01-01', '2023-02-01')] });
    const off = await us('PUT', `${at}/processing`, { classes: ORDINARY }, etag(1));
    expect([off.status, pointersOf(off.body as object)]).toEqual([409, ['/classes/justice']]);
    expect(off.body.errors[0].detail).toContain('kept of one participant');
    await put('spells', { spells: [] });
    expect((await us('PUT', `${at}/processing`, { classes: ORDINARY }, etag(1))).status).toBe(200);
  });

  it('cannot switch on anything sensitive where nothing can be sealed', async () => {
    const { at } = await begun();
    useFieldKeys(undefined);
    try {
      const refused = await us('PUT', `${at}/processing`, { classes: SENSITIVE }, etag(0));
      expect([refused.status, pointersOf(refused.body as object)]).toEqual([
        409,
        ['/classes/health', '/classes/minority', '/classes/justice'],
      ]);
      expect(refused.body.errors[0].detail).toContain('FIELD_KEYS');
      expect((await us('PUT', `${at}/processing`, { classes: ORDINARY }, etag(0))).status).toBe(200);
    } finally {
      useFieldKeys(readConfig({ FIELD_KEYS }).FIELD_KEYS);
    }
  });
});

describe('the record of a participant', () => {
  it('is written part by part and read whole, each time with its entry in the audit', async () => {
    const { at, id, person, put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await us('PUT', `${at}/follow-up-schedule`, { afterMonths: [12, 6] }, etag(0));
    const profile = {
      exit: { date: '2025-01-31', reason: 'to-work' },
      targetGroups: ['homeless', 'substance-misuse'],
      covariates: { birthYear: 1981, sex: 'woman', education: 'compulsory', monthsWithoutWork: 30 },
    };
    const plan = {
      agreed: '2024-02-01',
      goals: [{ id: 'g', area: 'work', by: '2025-01-01', state: 'reached', since: '2024-12-01' }],
    };
    const spells = [
      spell('detox-day', '2023-01-15', '2024-01-15', { amount: { from: 10, to: 20 } }),
      spell('looking-for-work', '2023-01-15', '2024-01-15'),
      spell('in-programme', '2024-01-15'),
    ];
    const measures = [
      { kind: 'satisfaction', instrument: 'five-questions', date: '2024-06-01', value: 21 },
      { kind: 'health', instrument: 'phq-9', date: '2024-06-02', value: 8 },
    ];
    const done = { date: '2024-07-20', outcome: 'reached' };
    for (const [part, body] of Object.entries({
      profile,
      plan: { plan },
      spells: { spells },
      measures: { measures },
      'follow-ups': { followUps: [{ afterMonths: 6, ...done }] },
    })) {
      const answer = await put(part, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(await audited(1)).toEqual([`people:change participant/${id}/${part}`]);
    }
    const { status, body, headers } = await us('GET', `${person}/record`);
    expect([status, headers['etag']]).toEqual([200, '"6"']);
    expect(body).toEqual({
      id,
      pseudonym: 'P-017',
      career: 'typical',
      group: 'programme',
      entry: '2024-01-15',
      ...profile,
      plan,
      spells,
      measures,
      followUps: [
        { afterMonths: 6, due: '2024-07-15', done },
        { afterMonths: 12, due: '2025-01-15', done: null },
      ],
      version: 6,
    });
    expect(await audited(1)).toEqual([`people:read participant/${id}/record`]);
    // The present door shows what it always did.
    expect((await us('GET', person)).body).toEqual({
      id,
      pseudonym: 'P-017',
      career: 'typical',
      statuses: [{ status: 'in-programme', from: '2024-01-15' }],
      version: 6,
    });
  });

  it('is changed in the version that was seen only', async () => {
    const { person, put } = await begun(ORDINARY);
    await put('measures', { measures: [] });
    expect((await us('PUT', `${person}/measures`, { measures: [] })).status).toBe(428);
    expect((await us('PUT', `${person}/measures`, { measures: [] }, etag(1))).status).toBe(412);
    expect((await us('PUT', `${person}/plan`, { plan: null }, etag(2))).status).toBe(200);
  });

  it('keeps what does not fit together out, item by item', async () => {
    const { put, at } = await begun({ ...ORDINARY, ...SENSITIVE });
    await us('PUT', `${at}/follow-up-schedule`, { afterMonths: [6] }, etag(0));
    const refused = async (part: string, body: object) => {
      const answer = await put(part, body);
      return [answer.status, pointersOf(answer.body as object)];
    };
    expect(await refused('profile', { exit: { date: '2024-01-14', reason: 'moved' } })).toEqual([
      422,
      ['/exit/date'],
    ]);
    expect(await refused('profile', { exit: { date: '2024-02-01T10:00', reason: 'ill' } })).toEqual([
      422,
      ['/exit/date', '/exit/reason'],
    ]);
    expect(
      await refused('profile', { covariates: { birthYear: 2024.5, name: 'x' }, targetGroups: ['roma'] }),
    ).toEqual([422, ['/targetGroups/0', '/covariates/birthYear', '/covariates/name']]);
    expect(await refused('profile', { covariates: { birthYear: 2025 } })).toEqual([
      422,
      ['/covariates/birthYear'],
    ]);
    expect(
      await refused('plan', {
        plan: {
          agreed: '2024-02-01',
          goals: [
            { id: 'a', area: 'work', by: '2024-01-01', state: 'agreed', since: '2024-02-01' },
            { id: 'a', area: 'housing', state: 'reached', since: '2024-01-31' },
          ],
        },
      }),
    ).toEqual([422, ['/plan/goals/0/by', '/plan/goals/1/id', '/plan/goals/1/since']]);
    const measure = { kind: 'wellbeing', instrument: 'who-5', date: '2024-06-01', value: 60 };
    expect(await refused('measures', { measures: [measure, { ...measure, value: 70 }] })).toEqual([
      422,
      ['/measures/1/date'],
    ]);
    expect(
      await refused('follow-ups', {
        followUps: [
          { afterMonths: 6, date: '2023-07-01', outcome: 'reached' },
          { afterMonths: 6, date: '2024-07-01', outcome: 'declined' },
          { afterMonths: 7, date: '2024-07-01', outcome: 'reached' },
        ],
      }),
    ).toEqual([422, ['/followUps/0/date', '/followUps/1/afterMonths', '/followUps/2/afterMonths']]);
  });

  it('keeps the day of entry before leaving, whichever of the two is changed', async () => {
    const { at, person, put } = await begun(ORDINARY);
    await put('profile', { exit: { date: '2024-03-01', reason: 'completed' } });
    const statuses = [{ status: 'in-programme', from: '2024-03-02' }];
    const later = await us('PUT', `${person}/statuses`, { statuses }, etag(2));
    expect([later.status, pointersOf(later.body as object)]).toEqual([422, ['/statuses/0/from']]);
    const batch = await us('POST', `${at}/participants/batch`, {
      participants: [{ pseudonym: 'P-017', career: 'typical', statuses }],
    });
    expect([batch.status, pointersOf(batch.body as object)]).toEqual([
      422,
      ['/participants/0/statuses/0/from'],
    ]);
    statuses[0]!.from = '2024-03-01';
    expect((await us('PUT', `${person}/statuses`, { statuses }, etag(2))).status).toBe(200);
  });
});

describe('spells', () => {
  it('are judged one by one, with what is wrong with each', async () => {
    const { put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await put('profile', { covariates: { birthYear: 1990 } });
    const spells = [
      spell('in-work', '2020-01-01', '2021-01-01'),
      spell('looking-for-work', '2020-12-01', '2021-06-01'), // overlaps with the first
      spell('in-work', '2020-01-01', '2021-01-01'), // the first once more
      spell('in-education', '2022-01-01', '2022-01-01'), // no day
      spell('in-education', '2022-03-01', '2022-02-01'), // backwards
      spell('shelter-night', '1989-12-31', '1990-02-01'), // before birth
      spell('shelter-night', '2021-01-01', '2021-03-01', { amount: 60 }), // 59 days
      spell('shelter-night', '2021-02-01', '2021-04-01'), // overlaps with the one before it
      spell('sauna', '2021-01-01'), // unknown
      spell('mystery', '2021-01-01', '2021-02-01'), // of no class
      spell('in-work', '2022-05-01', '2022-06-01', { amount: 3 }), // a status with an amount
    ];
    const answer = await put('spells', { spells });
    expect(answer.status).toBe(422);
    const told = Object.fromEntries(
      (answer.body.errors as { pointer: string; detail: string }[]).map(({ pointer, detail }) => [
        pointer,
        detail,
      ]),
    );
    expect(Object.keys(told).sort()).toEqual([
      '/spells/1/from',
      '/spells/10/amount',
      '/spells/2/kind',
      '/spells/3/to',
      '/spells/4/to',
      '/spells/5/from',
      '/spells/6/amount',
      '/spells/7/from',
      '/spells/8/kind',
      '/spells/9/kind',
    ]);
    expect(told['/spells/1/from']).toBe(
      'Its first 31 days are also in the spell at /spells/0; a person is in one status at a time.',
    );
    expect(told['/spells/6/amount']).toContain('the 59 days of the spell');
    expect(told['/spells/9/kind']).toContain('one of justice, health');
  });

  it.each([
    ['a time of day', { from: '2024-01-01T10:00:00Z' }, '/spells/0/from', 'A time of day is not taken'],
    ['a day that does not exist', { from: '2023-02-29' }, '/spells/0/from', 'does not exist'],
    ['another form', { to: '01/02/2023' }, '/spells/0/to', 'Write a date as'],
    ['a day that has not come', { from: dateIn(3) }, '/spells/0/from', 'has not come yet'],
    ['a day of long ago', { from: '1024-01-01' }, '/spells/0/from', 'check the year'],
    ['a negative amount', { amount: -1 }, '/spells/0/amount', 'too small'],
    ['an inverted range', { amount: { from: 3, to: 2 } }, '/spells/0/amount/to', 'ends above'],
    ['nobody who says so', { saidBy: undefined }, '/spells/0/saidBy', 'must be one of person'],
    ['words of its own', { note: 'relapse' }, '/spells/0/note', 'not known here'],
  ])('with %s are refused where it stands', async (_, change, at, words) => {
    const { put } = await begun(ORDINARY);
    const { status, body } = await put('spells', {
      spells: [{ ...spell('in-work', '2023-01-01'), ...change }],
    });
    expect([status, pointersOf(body as object)]).toEqual([422, [at]]);
    expect(body.errors[0].detail).toContain(words);
  });

  it('that are kept feed the person-time as they are', async () => {
    const { person, put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await put('spells', {
      spells: [
        spell('in-programme', '2024-01-15', '2024-07-15'),
        spell('shelter-night', '2023-07-01', '2023-08-01', { amount: 20 }),
        spell('prison-day', '2023-05-01', '2023-06-01'),
      ],
    });
    const { body } = await us('GET', `${person}/record`);
    const time = personTime({ statuses: SPELL_STATUSES });
    time.person({ person: body.pseudonym, entry: body.entry, lastKnown: '2025-01-15' });
    for (const one of body.spells as Spell[]) time.spell(one);
    const { rows, problems } = time.result();
    expect([rows, problems]).toEqual([{ person: 1, spell: 3 }, []]);
  });
});

describe('follow-ups', () => {
  it('that are due are listed from entry and schedule, those due longest first', async () => {
    const { at, programme, id, put } = await begun(ORDINARY);
    const add = async (pseudonym: string, from: string) =>
      String(
        (
          await us('POST', `${at}/participants`, {
            pseudonym,
            career: 'typical',
            statuses: [{ status: 'in-programme', from }],
          })
        ).body.id,
      );
    const second = await add('P-2', '2023-08-31');
    const dead = await add('P-3', '2023-01-01');
    expect((await us('GET', `${at}/follow-ups?asOf=2030-01-01`)).body).toMatchObject({ due: 0, items: [] });
    await us('PUT', `${at}/follow-up-schedule`, { afterMonths: [24, 6] }, etag(0));
    await put('follow-ups', { followUps: [{ afterMonths: 6, date: '2024-07-16', outcome: 'reached' }] });
    const died = { exit: { date: '2023-02-01', reason: 'died' } };
    expect((await us('PUT', `${at}/participants/${dead}/profile`, died, etag(1))).status).toBe(200);
    const { body } = await us('GET', `${at}/follow-ups?asOf=2026-01-15`);
    expect(body).toEqual({
      asOf: '2026-01-15',
      due: 3,
      items: [
        // Six months after 31 August is the end of February, of a leap year here.
        { participant: second, pseudonym: 'P-2', afterMonths: 6, due: '2024-02-29' },
        { participant: second, pseudonym: 'P-2', afterMonths: 24, due: '2025-08-31' },
        { participant: id, pseudonym: 'P-017', afterMonths: 24, due: '2026-01-15' },
      ],
    });
    expect((await us('GET', `${at}/follow-ups?asOf=2024-02-28`)).body.due).toBe(0);
    expect(await audited(1)).toEqual([`people:list-due programme/${programme}/follow-ups`]);
  });

  it('have a schedule of months, each once', async () => {
    const { at } = await begun();
    for (const afterMonths of [[0], [6, 6], [1.5], ['6'], [121]]) {
      expect((await us('PUT', `${at}/follow-up-schedule`, { afterMonths }, etag(0))).status).toBe(422);
    }
  });
});

describe('the comparison group', () => {
  it('is never in the programme, and in no summary', async () => {
    const { at } = await begun();
    const add = (pseudonym: string, group: string, status: string) =>
      us('POST', `${at}/participants`, {
        pseudonym,
        career: 'typical',
        group,
        statuses: [{ status, from: '2023-01-01' }],
      });
    const refused = await add('C-1', 'comparison', 'in-programme');
    expect([refused.status, pointersOf(refused.body as object)]).toEqual([422, ['/statuses/0/status']]);
    expect((await add('C-1', 'programme', 'in-work')).status).toBe(422);
    const added = await add('C-1', 'comparison', 'in-work');
    expect([added.status, added.body.group]).toEqual([201, 'comparison']);
    const put = `${at}/participants/${String(added.body.id)}/statuses`;
    const statuses = [
      { status: 'in-work', from: '2023-01-01' },
      { status: 'in-programme', from: '2023-05-01' },
    ];
    const changed = await us('PUT', put, { statuses }, etag(1));
    expect([changed.status, pointersOf(changed.body as object)]).toEqual([422, ['/statuses/1/status']]);
    const { body } = await us('GET', `${at}/trajectories/summary?asOf=2025-06-01`);
    expect(body.careers).toMatchObject([{ career: 'typical', entered: 1 }]);
  });
});

describe('who may', () => {
  it('nobody of another organisation, whatever they may at home', async () => {
    const ours = await begun(ORDINARY);
    const theirs = await others('POST', '/api/programmes', PROGRAMME);
    for (const { method, path, body } of peopleRoutes) {
      const example = (body?.meta() as { example?: unknown } | undefined)?.example;
      const address = path.replace('{participant}', ours.id);
      for (const programme of [ours.programme, String(theirs.body.id)]) {
        if (programme !== ours.programme && !path.includes('{participant}')) continue;
        const headers = method === 'get' ? {} : etag(1);
        const answer = await others(
          method.toUpperCase(),
          address.replace('{id}', programme),
          example,
          headers,
        );
        expect([path, answer.status]).toEqual([path, 404]);
      }
    }
  });

  it('an editor sees statuses and sums, and nothing of a record, nor removes one', async () => {
    const { at, person, put } = await begun(ORDINARY);
    await put('measures', { measures: [] });
    const made = await us('POST', '/api/people', { name: 'E', role: 'editor' });
    const scopes = ['programmes:read', 'programmes:write', 'trajectories:read', 'trajectories:write'];
    const tooMuch = await us('POST', '/api/keys', {
      person: made.body.id,
      label: 'k',
      scopes: [...scopes, 'people:read'],
    });
    expect(tooMuch.status).toBe(422);
    const { body } = await us('POST', '/api/keys', { person: made.body.id, label: 'k', scopes });
    const editor = service.as(String(body.key));
    expect((await editor('GET', person)).status).toBe(200);
    expect((await editor('GET', `${person}/record`)).status).toBe(403);
    expect((await editor('PUT', `${person}/plan`, { plan: null }, etag(2))).status).toBe(403);
    expect((await editor('GET', `${at}/follow-ups`)).status).toBe(403);
    expect((await editor('DELETE', person)).status).toBe(403);
    expect((await us('GET', `${person}/record`)).status).toBe(200);
  });

  it('who may only look cannot change, and the other way round', async () => {
    const { person } = await begun(ORDINARY);
    const keyFor = async (action: string) =>
      service.as(
        String((await us('POST', '/api/keys', { label: 'k', scopes: ['programmes:read', action] })).body.key),
      );
    const [looks, writes] = [await keyFor('people:read'), await keyFor('people:write')];
    expect((await looks('GET', `${person}/record`)).status).toBe(200);
    expect((await looks('PUT', `${person}/plan`, { plan: null }, etag(1))).status).toBe(403);
    expect((await writes('GET', `${person}/record`)).status).toBe(403);
    expect((await writes('PUT', `${person}/plan`, { plan: null }, etag(1))).status).toBe(200);
  });
});

describe('removing a participant', () => {
  it('removes the whole record with it, and what was published stays', async () => {
    const { at, id, person, put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await put('spells', { spells: [spell('prison-day', '2023-01-01', '2023-02-01')] });
    const file = readFileSync(new URL('../../samples/work-cooperative.json', import.meta.url), 'utf8');
    const run = await us('POST', '/api/runs', file);
    expect(run.status, JSON.stringify(run.body)).toBe(201);
    const result = `/api/runs/${String(run.body.id)}/result`;
    const before = (await us('GET', result)).body;
    expect((await us('DELETE', person)).status).toBe(204);
    expect((await us('GET', `${person}/record`)).status).toBe(404);
    expect(await PersonRecordModel.findOne({ participant: id }, {}, EVERY_ORGANISATION)).toBeNull();
    expect(await ParticipantModel.findOne({ _id: id }, {}, EVERY_ORGANISATION)).toBeNull();
    expect((await us('GET', result)).body).toEqual(before);
    expect((await us('GET', `${result.replace('/result', '')}/replay`)).body.same).toBe(true);
    expect((await us('GET', `${at}/follow-ups`)).body.items).toEqual([]);
  });
});

describe('what lies on the disk', () => {
  it('shows nothing sensitive, nor of whom there is any', async () => {
    const { id, put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await put('profile', { targetGroups: ['ethnic-minorities', 'young'] });
    await put('spells', {
      spells: [
        spell('prison-day', '1987-11-23', '1987-12-24', { amount: 13.579 }),
        spell('our-clinic', '1988-10-21', '1988-10-22'),
        spell('shelter-night', '1991-09-17', '1991-09-18'),
      ],
    });
    await put('measures', {
      measures: [
        { kind: 'health', instrument: 'phq-9-secret', date: '1993-08-19', value: 8 },
        { kind: 'satisfaction', instrument: 'five-questions-open', date: '1994-07-16', value: 21 },
      ],
    });
    const dump = JSON.stringify(
      await Promise.all(
        Object.values(mongoose.models).map((model) => model.find({}, {}, EVERY_ORGANISATION).lean()),
      ),
    );
    const files = allBytes(service.folder);
    const open = ['1991-09-17', 'five-questions-open', '"young"'];
    const secret = ['1987-11-23', '1988-10-21', 'phq-9-secret', '1993-08-19', '13.579'];
    for (const text of open) expect([text, dump.includes(text)]).toEqual([text, true]);
    // What is looked for in the files can be found: what is not sensitive is there.
    for (const text of open) expect(files.includes(text.replaceAll('"', ''))).toBe(true);
    for (const text of secret) {
      expect([text, dump.includes(text), files.includes(text)]).toEqual([text, false, false]);
    }
    const { body } = await us('GET', '/api/audit?limit=200');
    for (const text of [...open, ...secret]) expect(JSON.stringify(body)).not.toContain(text);

    // Somebody of whom nothing sensitive is known looks the same.
    const kept = await PersonRecordModel.findOne({ participant: id }, {}, EVERY_ORGANISATION).lean();
    const plain = await begun({ ...ORDINARY, ...SENSITIVE });
    await plain.put('profile', { targetGroups: ['young'] });
    const other = await PersonRecordModel.findOne({ participant: plain.id }, {}, EVERY_ORGANISATION).lean();
    const lengths = (sealed: object | null | undefined) =>
      Object.values(sealed ?? {}).map((one) => String(one).length);
    expect(lengths(other?.sealed)).toEqual(lengths(kept?.sealed));
  });

  it('needs its key, and says which one is missing', async () => {
    const { person, put } = await begun({ ...ORDINARY, ...SENSITIVE });
    await put('spells', { spells: [spell('prison-day', '2023-01-01', '2023-02-01')] });
    useFieldKeys(readConfig({ FIELD_KEYS: `other:${randomBytes(32).toString('base64')}` }).FIELD_KEYS);
    try {
      const { status, body } = await us('GET', `${person}/record`);
      expect([status, body.detail]).toEqual([503, expect.stringContaining('with the key first')]);
    } finally {
      useFieldKeys(readConfig({ FIELD_KEYS }).FIELD_KEYS);
    }
    expect((await us('GET', `${person}/record`)).body.spells).toHaveLength(1);
  });

  it('moved from one person to another opens nothing', async () => {
    const one = await begun({ ...ORDINARY, ...SENSITIVE });
    const other = await begun({ ...ORDINARY, ...SENSITIVE });
    await one.put('spells', { spells: [spell('prison-day', '2023-01-01', '2023-02-01')] });
    await other.put('spells', { spells: [] });
    const find = (participant: string) =>
      PersonRecordModel.findOne({ participant }, {}, EVERY_ORGANISATION).lean();
    const stolen = (await find(one.id))!.sealed;
    await PersonRecordModel.updateOne(
      { participant: other.id },
      { $set: { sealed: stolen } },
      EVERY_ORGANISATION,
    );
    const { status, body } = await us('GET', `${other.person}/record`);
    expect([status, body.type]).toEqual([500, '/problems/fault']);
    expect(JSON.stringify(body)).not.toContain('prison');
  });
});

function allBytes(folder: string): Buffer {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return Buffer.concat(files.map((path) => readFileSync(path)));
}

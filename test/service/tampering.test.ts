import { readFileSync } from 'node:fs';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChains } from '../../src/platform/audit/audit.js';
import { startTestService, type TestService } from '../support/service.js';

const file = readFileSync(new URL('../../samples/work-cooperative.json', import.meta.url), 'utf8');

let test: TestService;
let key: string;

beforeAll(async () => {
  test = await startTestService({ WORK_IN_SERVICE: '0' });
  ({ key } = await test.organisation('Own'));
});
afterAll(() => test.stop());

const collection = (name: string) => mongoose.connection.db!.collection(name);

interface Replayed {
  readonly same: boolean;
  readonly differences: readonly { readonly pointer: string }[];
}

async function newRun(): Promise<string> {
  const run = await test.send('POST', '/api/runs', { key, body: file });
  return run.body.id;
}

async function replayed(run: string): Promise<Replayed> {
  const answer = await test.send('GET', `/api/runs/${run}/replay`, { key });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as Replayed;
}

/** Changes what is stored of a run, as somebody with the database in hand could. */
async function tamper(run: string, part: 'file' | 'result', change: (text: string) => string): Promise<void> {
  const stored = await collection('runs').findOne({ _id: new mongoose.Types.ObjectId(run) });
  const chunk = await collection('file_chunks').findOne({ file: stored![part] as string });
  const text = (chunk!['bytes'] as { readonly buffer: Uint8Array }).buffer;
  const changed = change(Buffer.from(text).toString('utf8'));
  await collection('file_chunks').updateOne({ _id: chunk!._id }, { $set: { bytes: Buffer.from(changed) } });
}

describe('replay', () => {
  it('says that an untouched run is the same', async () => {
    expect(await replayed(await newRun())).toMatchObject({ same: true, differences: [] });
  });

  it.each([
    ['a figure', 'result', /"npv": 306019\.\d+/, '"npv": 306020', /^\/result\/horizons\/1\/npv$/],
    [
      'the bound of an interval',
      'result',
      /(?<="interval": \{\s+"npv": [^}]+)"p95": \d+\.\d+/,
      '"p95": 500000',
      /^\/result\/interval\/npv\/p95$/,
    ],
    [
      'an input',
      'file',
      /"successShare": 0\.\d+/,
      '"successShare": 0.99',
      /^\/file\/careers\/0\/successShare$/,
    ],
    ['the seed', 'file', /"seed": 2019/, '"seed": 2020', /^\/file\/uncertainty\/seed$/],
    ['a source', 'file', /"source": "[^"]/, '"source": "X', /^\/file\/.*\/source$/],
    ['the hash', 'result', /"inputsHash": "sha256:./, '"inputsHash": "sha256:z', /^\/result\/inputsHash$/],
  ] as const)('names %s that was changed', async (_, part, old, fresh, pointer) => {
    const run = await newRun();
    await tamper(run, part, (text) => {
      expect(text).toMatch(old);
      return text.replace(old, fresh);
    });
    const { same, differences } = await replayed(run);
    expect(same).toBe(false);
    expect(
      differences.some((one) => pointer.test(one.pointer)),
      JSON.stringify(differences),
    ).toBe(true);
  });

  it('names what a run is listed by, where that was changed', async () => {
    const run = await newRun();
    await collection('runs').updateOne(
      { _id: new mongoose.Types.ObjectId(run) },
      { $set: { 'facts.headline.value': 1e6, 'facts.seed': 3 } },
    );
    const { differences } = await replayed(run);
    expect(differences.map(({ pointer }) => pointer)).toEqual(['/run/seed', '/run/headline/value']);
  });

  it('says so where the stored file can no longer be read', async () => {
    const run = await newRun();
    await tamper(run, 'file', (text) => text.slice(0, -20));
    const { same, differences } = await replayed(run);
    expect([same, differences[0]?.pointer]).toEqual([false, '/file']);
  });
});

describe('a run of an earlier model', () => {
  const later = [
    'assurance',
    'scenarios',
    'uncertainty',
    'headline',
    'preset',
    'flows',
    'stress',
    'publishable',
  ];

  async function olderRun(): Promise<string> {
    const run = await newRun();
    await tamper(run, 'result', (text) => {
      const kept = JSON.parse(text) as Record<string, unknown>;
      for (const field of later) Reflect.deleteProperty(kept, field);
      return JSON.stringify({ ...kept, modelVersion: '1.0.0' });
    });
    const of = { _id: new mongoose.Types.ObjectId(run) };
    const facts = { ...((await collection('runs').findOne(of))?.['facts'] as object), modelVersion: '1.0.0' };
    Reflect.deleteProperty(facts, 'publishable');
    await collection('runs').updateOne(of, { $set: { facts } });
    return run;
  }

  it('is listed, shown and told without what it lacks', async () => {
    const run = await olderRun();
    expect((await test.send('GET', `/api/runs/${run}`, { key })).body).toMatchObject({
      modelVersion: '1.0.0',
      publishable: true,
    });
    const problems = await test.send('GET', `/api/runs/${run}/figures/problems`, { key });
    expect(problems.text).toContain('worked out by model 1.0.0');
    for (const topic of ['assurance', 'scenarios', 'interval']) {
      const { status, text } = await test.send('GET', `/api/runs/${run}/figures/${topic}`, { key });
      expect([topic, status]).toEqual([topic, 404]);
      expect(text).toContain('topic in this run');
    }
  });

  it('is replayed: what differs is named, with both models', async () => {
    const { same, differences } = await replayed(await olderRun());
    expect(same).toBe(false);
    expect(differences.map(({ pointer }) => pointer)).toContain('/result/modelVersion');
  });

  it('says so where what is stored of it is broken', async () => {
    const run = await newRun();
    await tamper(run, 'result', (text) => text.replace('"kind": "welfare-account"', '"kind": "other"'));
    const { status, text } = await test.send('GET', `/api/runs/${run}/figures/problems`, { key });
    expect(status).toBe(500);
    expect(text).toContain('The stored result of this run is broken (/kind');
  });
});

describe('the audit chain', () => {
  const check = async () => (await test.send('GET', '/api/audit/check', { key })).body;

  it('is whole, and an entry is written with every change', async () => {
    const before = await check();
    expect(before['whole']).toBe(true);
    await test.send('POST', '/api/people', { key, body: { name: 'N', role: 'reader' } });
    expect(await check()).toMatchObject({ whole: true, length: (before['length'] as number) + 1 });
  });

  it('holds no names', async () => {
    await test.send('POST', '/api/people', { key, body: { name: 'Secret Name', role: 'reader' } });
    const page = await test.send('GET', '/api/audit?limit=200', { key });
    expect(page.text).not.toContain('Secret');
  });

  it('a refused request leaves no entry', async () => {
    const before = await check();
    await test.send('POST', '/api/people', { key, body: { name: 'N', role: 'king' } });
    await test.send('GET', '/api/runs/000000000000000000000000', { key });
    expect(await check()).toEqual(before);
  });

  it.each([
    [
      'changed',
      (at: number) => collection('audit_entries').updateOne({ sequence: at }, { $set: { action: 'x' } }),
      'changed',
    ],
    ['taken out', (at: number) => collection('audit_entries').deleteOne({ sequence: at }), 'missing'],
  ] as const)('an entry that was %s is found', async (_, harm, words) => {
    const { key: victim, organisation } = await test.organisation('Victim');
    for (let at = 0; at < 3; at++) {
      await test.send('POST', '/api/people', { key: victim, body: { name: 'N', role: 'reader' } });
    }
    const entries = collection('audit_entries');
    const saved = await entries.find({ organisation }).toArray();
    const others = await entries.find({ organisation: { $not: { $eq: organisation } } }).toArray();
    await entries.deleteMany({ organisation: { $not: { $eq: organisation } } });
    await harm(3);
    await entries.insertMany(others);
    const chains = await verifyChains();
    const chain = chains.find((one) => one.organisation === organisation);
    expect(chain?.fault).toContain('entry 3');
    expect(chain?.fault).toContain(words);
    expect(chains.filter(({ fault }) => fault !== undefined)).toHaveLength(1);
    await entries.deleteMany({ organisation });
    await entries.insertMany(saved);
  });

  it('a last entry that was taken away is found', async () => {
    const { key: victim, organisation } = await test.organisation('Shorter');
    await test.send('POST', '/api/people', { key: victim, body: { name: 'N', role: 'reader' } });
    await collection('audit_entries').deleteOne({ organisation, sequence: 2 });
    const chain = (await verifyChains()).find((one) => one.organisation === organisation);
    expect(chain?.fault).toContain('missing');
  });
});

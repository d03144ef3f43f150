import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.js';
import { EVERY_ORGANISATION } from '../../src/platform/database/owned.js';
import { useFieldKeys } from '../../src/platform/sealing/sealing.js';
import { NOTHING_RECORDED } from '../../src/trajectories/people.contract.js';
import { PersonRecordModel } from '../../src/trajectories/people.model.js';
import { openRecord, sealRecord } from '../../src/trajectories/person-record.js';
import { rotateKeys } from '../../src/trajectories/rotation.service.js';
import { startTestService, type TestService } from '../support/service.js';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [OLD, NEW, OTHER] = [key('old'), key('new'), key('other')];
const use = (...keys: readonly string[]) =>
  useFieldKeys(readConfig({ FIELD_KEYS: keys.join(',') }).FIELD_KEYS);

const spells = [{ kind: 'prison-day', from: '2020-01-01', to: '2020-02-01', saidBy: 'agency' as const }];

let test: TestService;
beforeAll(async () => {
  test = await startTestService({ WORK_IN_SERVICE: '0' });
});
afterAll(async () => {
  useFieldKeys(undefined);
  await test.stop();
});
beforeEach(async () => {
  await PersonRecordModel.deleteMany({}, EVERY_ORGANISATION);
});

async function keep(count: number, from = 0): Promise<void> {
  await PersonRecordModel.insertMany(
    Array.from({ length: count }, (_, at) => {
      const whose = { organisation: `o${at % 3}`, participant: `p${from + at}` };
      const sealed = sealRecord({ ...NOTHING_RECORDED, spells }, [], whose, true);
      return { ...whose, programme: 'x', ...sealed, revision: 1 };
    }),
  );
}

const all = () => PersonRecordModel.find({}, {}, EVERY_ORGANISATION).lean();
const rotate = () => rotateKeys(() => undefined);

describe('changing keys', () => {
  it('seals everything anew with the first one, and what it says stays the same', async () => {
    use(OLD);
    await keep(450);
    use(NEW, OLD);
    await keep(3, 1_000);
    const told: number[] = [];
    expect(await rotateKeys((so) => told.push(so))).toEqual({
      key: 'new',
      rewritten: 450,
      unopened: 0,
      missingKeys: [],
    });
    expect(told).toEqual([197, 397, 450]);
    use(NEW);
    for (const kept of await all()) {
      expect(kept.key).toBe('new');
      expect(openRecord(kept).spells).toEqual(spells);
    }
    expect(await rotate()).toMatchObject({ rewritten: 0, unopened: 0 });
  });

  it('broken off in the middle goes on where it was', async () => {
    use(OLD);
    await keep(450);
    use(NEW, OLD);
    const broken = rotateKeys((so) => {
      if (so >= 200) throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect((await all()).filter((kept) => kept.key === 'old')).toHaveLength(250);
    expect(await rotate()).toMatchObject({ rewritten: 250, unopened: 0 });
  });

  it('never undoes what somebody writes meanwhile', async () => {
    use(OLD);
    await keep(1);
    use(NEW, OLD);
    const whose = { organisation: 'o0', participant: 'p0' };
    // Between looking at a record and rewriting it, somebody changes it.
    const spy = vi.spyOn(PersonRecordModel, 'updateOne').mockImplementationOnce((() => {
      spy.mockRestore();
      use(OLD);
      const changed = sealRecord(NOTHING_RECORDED, [], whose, true);
      use(NEW, OLD);
      return PersonRecordModel.updateOne(whose, { $set: { ...changed, revision: 2 } }).then(() => ({
        matchedCount: 0,
      }));
    }) as never);
    expect(await rotate()).toMatchObject({ rewritten: 1 });
    const [kept] = await all();
    expect([kept?.key, openRecord(kept).spells]).toEqual(['new', []]);
  });

  it('leaves what cannot be opened as it is, and says which keys are missing', async () => {
    use(OTHER);
    await keep(2);
    use(OLD);
    await keep(3, 10);
    use(NEW, OLD);
    expect(await rotate()).toEqual({ key: 'new', rewritten: 3, unopened: 2, missingKeys: ['other'] });
    use(OTHER);
    expect(
      (await all()).filter((kept) => kept.key === 'other').map((kept) => openRecord(kept).spells),
    ).toEqual([spells, spells]);
    // A key of the same name with other bytes opens nothing either.
    use(NEW, key('other'));
    expect(await rotate()).toMatchObject({ rewritten: 0, unopened: 2, missingKeys: ['other'] });
  });

  it('needs a key', async () => {
    useFieldKeys(undefined);
    await expect(rotate()).rejects.toThrow('FIELD_KEYS is not set');
  });
});

describe('bokslut rotate-keys', () => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const bokslut = (FIELD_KEYS: string, ...more: readonly string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const { PATH = '', HOME = '', TEST_MONGODB_URI = '' } = process.env;
      const child = spawn(process.execPath, [cli, 'rotate-keys', ...more], {
        env: {
          PATH,
          HOME,
          DATA_DIR: test.directory,
          MONGODB_URI: TEST_MONGODB_URI,
          FIELD_KEYS,
          MONGODB_DATABASE: PersonRecordModel.db.name,
        },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (piece: Buffer) => (out += piece.toString('utf8')));
      child.stderr.on('data', (piece: Buffer) => (err += piece.toString('utf8')));
      child.on('exit', (code) => resolve({ code, out, err }));
    });

  it('does it beside a running service, and says how many', async () => {
    use(OLD);
    await keep(5);
    const missing = await bokslut(NEW);
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringContaining('5 record(s) cannot be opened; they were sealed with: old.'),
    ]);
    const done = await bokslut(`${NEW},${OLD}`);
    expect([done.code, done.out]).toEqual([
      0,
      'Sealed anew with the key new: 5 record(s).\nNothing is left under another key.\n',
    ]);
    expect(done.out + done.err + missing.out + missing.err).not.toContain(NEW.slice(4, 20));
    expect((await all()).every((kept) => kept.key === 'new')).toBe(true);
    expect((await bokslut('')).code).toBe(1);
    expect((await bokslut('nonsense')).code).toBe(2);
    expect((await bokslut(NEW, 'now')).code).toBe(2);
  });
});

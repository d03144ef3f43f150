import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig, WrongSettings } from '../../src/config.js';
import { startService } from '../../src/main.js';
import { authenticateKey } from '../../src/organisations/keys.service.js';
import { beginFirstOrganisation } from '../../src/organisations/organisations.service.js';
import { openDatabase } from '../../src/platform/database/database.js';
import { Explained } from '../../src/platform/explained.js';
import { temporaryDirectory } from '../support/database.js';
import { send } from '../support/service.js';

let directory: string;
beforeEach(() => (directory = temporaryDirectory()));
afterEach(() => rmSync(directory, { recursive: true }));

const config = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    MONGODB_DATABASE: 'bokslut-test-starting',
    ...more,
  });

describe('settings that cannot be used', () => {
  it.each([
    ['PORT', ' '],
    ['PORT', '0x50'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['TRUST_PROXY', ' '],
    ['RATE_LIMIT', '1e3'],
    ['RATE_LIMIT', '0'],
    ['SOCKET', `/tmp/${'x'.repeat(120)}`],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['LOG_LEVEL', 'DEBUG'],
  ])('%s=“%s” is named', (setting, value) => {
    expect(() => readConfig({ [setting]: value })).toThrow(WrongSettings);
    expect(() => readConfig({ [setting]: value })).toThrow(new RegExp(`^${setting}: `));
  });

  it('a database that cannot be used is named by its setting, without the password', async () => {
    const uri = 'mongo://somebody:secret@127.0.0.1:1/';
    const opened = openDatabase(config({ MONGODB_URI: uri }), 'owner');
    await expect(opened).rejects.toThrow(/^The database that MONGODB_URI names/);
    await expect(opened).rejects.not.toThrow(/secret/);
  });
});

describe('the first start', () => {
  const given = { name: 'First', kind: 'social-enterprise', administrator: 'A' };

  it('makes one organisation, however many start at once, and its key is the one that was kept', async () => {
    const database = await openDatabase(config(), 'owner');
    try {
      const kept: string[] = [];
      const made = await Promise.all(
        [1, 2, 3].map(() => beginFirstOrganisation(given, (key) => kept.push(key))),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await authenticateKey(kept.at(-1)!)).role).toBe('administrator');
    } finally {
      await database.close();
    }
  });

  it('is still to come where the key could not be kept', async () => {
    const database = await openDatabase(config(), 'owner');
    try {
      const full = () => {
        throw new Error('no space');
      };
      await expect(beginFirstOrganisation(given, full)).rejects.toThrow('no space');
      expect(await beginFirstOrganisation(given, () => undefined)).toBe(true);
    } finally {
      await database.close();
    }
  });
});

describe('the socket', () => {
  it('is not made in the place of a file, which stays', async () => {
    const file = join(directory, 'precious');
    writeFileSync(file, 'precious');
    await expect(startService(config({ SOCKET: file }))).rejects.toThrow(Explained);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('is not taken from somebody who listens on it', async () => {
    const socket = join(directory, 'other.sock');
    const other = createServer((connection) => connection.end());
    await new Promise<void>((done) => other.listen(socket, done));
    await expect(startService(config({ SOCKET: socket }))).rejects.toThrow('somebody does already');
    expect(existsSync(socket)).toBe(true);
    await new Promise((done) => other.close(done));
  });
});

describe('an address', () => {
  it('is written in one way, so that an Idempotency-Key cannot be taken for another', async () => {
    const socket = join(directory, 's.sock');
    const service = await startService(config({ SOCKET: socket, WORK_IN_SERVICE: '0' }));
    try {
      const key = readFileSync(join(directory, 'administrator-key'), 'utf8').trim();
      const statuses = ['/api/runs', '/api/runs/', '/API/runs'].map(
        async (path) => (await send(socket, 'GET', path, { key })).status,
      );
      expect(await Promise.all(statuses)).toEqual([200, 404, 404]);
    } finally {
      await service.close();
    }
  });
});

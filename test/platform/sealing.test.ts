import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig, WrongSettings } from '../../src/config.js';
import { Problem } from '../../src/platform/http/problem.js';
import { seal, sealingKey, unseal, useFieldKeys } from '../../src/platform/sealing/sealing.js';

const key = (id: string, bytes = randomBytes(32)) => `${id}:${bytes.toString('base64')}`;
const use = (setting: string) => useFieldKeys(readConfig({ FIELD_KEYS: setting }).FIELD_KEYS);
const place = ['organisation', 'person', 'spells'];

afterEach(() => useFieldKeys(undefined));

describe('a sealed field', () => {
  it('opens at its own place only', () => {
    use(key('a'));
    const sealed = seal(place, '{"x":1}');
    expect(unseal('a', place, sealed)).toBe('{"x":1}');
    for (const other of [
      ['organisation', 'person', 'measures'],
      ['organisation', 'other', 'spells'],
      ['other', 'person', 'spells'],
      ['organisationperson', 'spells'],
    ]) {
      expect(() => unseal('a', other, sealed)).toThrow();
    }
  });

  it('does not open once a byte of it was changed, wherever that stands', () => {
    use(key('a'));
    const bytes = Buffer.from(seal(place, '[]'), 'base64');
    for (const at of [0, 13, 30, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => unseal('a', place, changed.toString('base64'))).toThrow();
    }
    expect(() => unseal('a', place, '')).toThrow();
    expect(() => unseal('a', place, bytes.subarray(0, 20).toString('base64'))).toThrow();
  });

  it('is another text each time, as long for little as for nothing', () => {
    use(key('a'));
    const texts = [seal(place, '[]'), seal(place, '[]'), seal(place, `["${'x'.repeat(400)}"]`)];
    expect(new Set(texts).size).toBe(3);
    expect(new Set(texts.map((text) => text.length)).size).toBe(1);
    expect(unseal('a', place, seal(place, `["${'å'.repeat(3_000)}"]`))).toBe(`["${'å'.repeat(3_000)}"]`);
  });

  it('is sealed with the first key and opened with any', () => {
    const [old, fresh] = [key('old'), key('new')];
    use(old);
    const sealed = seal(place, '1');
    use(`${fresh}, ${old}`);
    expect(sealingKey()).toBe('new');
    expect(unseal('old', place, sealed)).toBe('1');
    expect(unseal('new', place, seal(place, '2'))).toBe('2');
    // Another identity does not make another key out of it.
    expect(() => unseal('new', place, sealed)).toThrow();
  });

  it('that needs a key nobody has says which one', () => {
    use(key('a'));
    const sealed = seal(place, '1');
    use(key('b'));
    expect(() => unseal('a', place, sealed)).toThrow(Problem);
    expect(() => unseal('a', place, sealed)).toThrow(/the key a, which FIELD_KEYS/);
    useFieldKeys(undefined);
    expect(sealingKey()).toBeUndefined();
    expect(() => seal(place, '1')).toThrow('FIELD_KEYS is not set');
  });
});

describe('FIELD_KEYS', () => {
  const secret = randomBytes(32).toString('base64');

  it.each([
    ['no id', secret],
    ['a key that is too short', `a:${randomBytes(16).toString('base64')}`],
    ['a key that is too long', `a:${randomBytes(48).toString('base64')}`],
    ['another form', `a:${randomBytes(32).toString('hex')}`],
    ['one id twice', `a:${secret},a:${secret}`],
    ['an empty entry', `a:${secret},`],
  ])('with %s is refused without saying what was given', (_, value) => {
    expect(() => readConfig({ FIELD_KEYS: value })).toThrow(WrongSettings);
    try {
      readConfig({ FIELD_KEYS: value });
    } catch (error) {
      const { message } = error as Error;
      expect(message).toMatch(/^FIELD_KEYS: /);
      expect(message).not.toContain(value.slice(-20, -3));
    }
  });

  it('are never defaulted, and show in nothing that is printed', () => {
    expect(readConfig({}).FIELD_KEYS).toBeUndefined();
    const config = readConfig({ FIELD_KEYS: `a:${secret}` });
    const hex = Buffer.from(secret, 'base64').toString('hex');
    for (const printed of [JSON.stringify(config), inspect(config, { depth: 10, showHidden: true })]) {
      expect(printed).not.toContain(secret.slice(0, 20));
      expect(printed.toLowerCase()).not.toContain(hex.slice(0, 16));
    }
  });
});

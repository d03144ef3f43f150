import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { refusalsOf } from '../../src/platform/refusal.js';
import { formsNew } from '../../src/trajectories/forms.contract.js';
import { dateIn } from '../../src/trajectories/civil-date.contract.js';
import { participantNew } from '../../src/trajectories/trajectories.contract.js';

function refused(contract: z.ZodType, given: unknown) {
  const parsed = contract.safeParse(given);
  return parsed.success ? [] : refusalsOf(parsed.error.issues, given);
}

const statuses = [{ status: 'in-programme', from: '2024-01-01' }];
const participant = { pseudonym: 'P-017', career: 'typical', statuses };
const pointersOf = (given: unknown) => refused(participantNew, given).map(({ pointer }) => pointer);

describe('a pseudonym', () => {
  const why = (pseudonym: string) => refused(participantNew, { ...participant, pseudonym });

  it.each(['P-017', '17', 'a', '000123', 'K_2024-03', 'blue-fox', 'X'.repeat(40), 'ABC-12345'])(
    'can be %s',
    (pseudonym) => {
      expect(why(pseudonym)).toEqual([]);
    },
  );

  it.each(['Anna Svensson', 'anna@example.org', 'Åsa', '', 'X'.repeat(41), '800101+1234'])(
    'cannot be “%s”, by its form',
    (pseudonym) => {
      expect(why(pseudonym).map(({ pointer }) => pointer)).toEqual(['/pseudonym']);
      expect(why(pseudonym)[0]!.message).toContain('never a name or an address');
    },
  );

  it.each([
    '19800101-1234',
    '198001011234',
    '800101-1234',
    '8001011234',
    '19800101',
    '1980-01-01',
    'p-19800101',
    '800101T123',
    '131052A308T',
    'RSSMRA80A01H501U',
    'AB123456C',
    'X1234567L',
    '12345678Z',
  ])('cannot be %s, which looks like an identity number', (pseudonym) => {
    const [first, ...others] = why(pseudonym);
    expect(others).toEqual([]);
    expect(first!.pointer).toBe('/pseudonym');
    expect(first!.message).toContain('national identity number');
  });

  it.each(['Anna-Svensson', 'AnnaSvensson', 'Anna_Maria_Berg'])('cannot be %s, a name', (pseudonym) => {
    expect(why(pseudonym)[0]!.message).toContain('looks like a name');
  });
});

describe('statuses', () => {
  const refusedAt = (...list: readonly (readonly [status: string, from: string])[]) =>
    refused(participantNew, { ...participant, statuses: list.map(([status, from]) => ({ status, from })) });

  it('are taken in the order of time, until tomorrow', () => {
    expect(
      refusedAt(['in-programme', '2024-02-29'], ['in-work', '2024-03-01'], ['in-work', dateIn(1)]),
    ).toEqual([]);
  });

  const ENTRY = ['in-programme', '2024-01-01'] as const;

  it.each([
    ['a day that does not exist', [['in-programme', '2025-02-29']], ['/statuses/0/from']],
    ['a time of day', [['in-programme', '2024-01-01T10:00:00Z']], ['/statuses/0/from']],
    ['a date that has not come', [ENTRY, ['left', dateIn(2)]], ['/statuses/1/from']],
    ['a date of long ago', [['in-programme', '1024-01-01']], ['/statuses/0/from']],
    ['another first status', [['in-work', '2024-01-01']], ['/statuses/0/status']],
    ['an unknown status', [['in-prison', '2024-01-01']], ['/statuses/0/status']],
    ['two on one day', [ENTRY, ['in-work', '2024-05-01'], ['left', '2024-05-01']], ['/statuses/2/from']],
    ['a date before entry', [ENTRY, ['in-work', '2023-05-01']], ['/statuses/1/from']],
    ['the wrong order', [ENTRY, ['in-work', '2024-05-01'], ['left', '2024-03-01']], ['/statuses/2/from']],
    [
      'several faults, all at once,',
      [
        ['left', '2024-01-01'],
        ['in-work', '2024-99-01'],
        ['left', '2023-03-01'],
        ['gone', dateIn(9)],
      ],
      [
        '/statuses/0/status',
        '/statuses/1/from',
        '/statuses/2/from',
        '/statuses/3/from',
        '/statuses/3/status',
      ],
    ],
  ] as const)('with %s are refused where it stands', (_what, list, expected) => {
    expect(
      refusedAt(...list)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(expected);
  });

  it('are refused with the reason', () => {
    const [early] = refusedAt(ENTRY, ['left', '2023-12-31']);
    expect(early!.message).toBe('2023-12-31 is before the day of entry, 2024-01-01.');
    const [again] = refusedAt(ENTRY, ['left', '2024-01-01']);
    expect(again!.message).toBe(
      'Another status begins on 2024-01-01 already; on one day only one can begin.',
    );
  });

  it('and nothing else are taken of a person', () => {
    expect(pointersOf({ ...participant, born: 1980 })).toEqual(['/born']);
    expect(pointersOf({ ...participant, statuses: [{ ...statuses[0], reason: 'relapse' }] })).toEqual([
      '/statuses/0/reason',
    ]);
    expect(pointersOf({ ...participant, statuses: [] })).toEqual(['/statuses']);
    expect(pointersOf({ ...participant, statuses: [null, 3] })).toEqual(['/statuses/0', '/statuses/1']);
  });
});

describe('a form', () => {
  const refusedForm = (form: object) => refused(formsNew, { forms: [form] }).map(({ pointer }) => pointer);
  const before = { moment: 'before', uses: {} };

  it.each([
    ['a negative count', { ...before, uses: { detox: -1 } }, '/forms/0/uses/detox'],
    ['an inverted range', { ...before, uses: { detox: { from: 2, to: 1 } } }, '/forms/0/uses/detox/to'],
    ['another word', { ...before, uses: { detox: 'often' } }, '/forms/0/uses/detox'],
    ['another window', { ...before, windowMonths: 6 }, '/forms/0/windowMonths'],
    ['a person', { ...before, pseudonym: 'P-017' }, '/forms/0/pseudonym'],
    ['free text', { ...before, housing: 'with Anna' }, '/forms/0/housing'],
    ['no moment', { uses: {} }, '/forms/0/moment'],
  ])('with %s is refused', (_what, form, expected) => {
    expect(refusedForm(form)).toEqual([expected]);
  });

  it('that says something else than a number, a range or unknown is told so', () => {
    const [reason] = refused(formsNew, { forms: [{ ...before, uses: { detox: 'often' } }] });
    expect(reason!.message).toBe(
      '"often" has the wrong form: write a number, a range as { from, to }, or unknown.',
    );
  });
});

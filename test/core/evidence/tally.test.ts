import { beforeEach, describe, expect, it } from 'vitest';
import { type Form, meanUse, NO_FORMS, type Tally, withForms } from '../../../src/core/evidence/tally.js';

describe('a tally of forms', () => {
  const forms: readonly Form[] = [
    { uses: { detox: 10, prison: 'unknown' }, housing: 'homeless' },
    { uses: { detox: { from: 4, to: 8 } }, housing: 'homeless' },
    { uses: { detox: 'unknown', prison: 0 }, housing: 'unknown' },
    { uses: {} },
  ];
  let tally: Tally;
  beforeEach(() => {
    tally = withForms(NO_FORMS, forms);
  });

  it('adds up both ends of ranges', () => {
    expect(tally).toEqual({
      forms: 4,
      uses: [
        { service: 'detox', answered: 2, unknown: 1, low: 14, high: 18 },
        { service: 'prison', answered: 1, unknown: 1, low: 0, high: 0 },
      ],
      housing: [
        { code: 'homeless', forms: 2 },
        { code: 'unknown', forms: 1 },
      ],
    });
  });

  it('is the same in one batch and in several', () => {
    expect(withForms(withForms(NO_FORMS, forms.slice(0, 1)), forms.slice(1))).toEqual(tally);
  });

  it('names services in the order of their names, whichever was asked for first', () => {
    const uses = (...names: readonly string[]) =>
      withForms(NO_FORMS, [{ uses: Object.fromEntries(names.map((name) => [name, 1])) }]).uses;
    expect(uses('prison', 'detox', 'night').map(({ service }) => service)).toEqual([
      'detox',
      'night',
      'prison',
    ]);
    expect(uses('detox', 'night', 'prison')).toEqual(uses('prison', 'night', 'detox'));
  });

  it('says nothing of housing or services that no form names', () => {
    expect(withForms(NO_FORMS, [{ uses: {} }])).toEqual({ forms: 1, uses: [], housing: [] });
    expect(meanUse(NO_FORMS, 'detox')).toEqual({
      perPersonYear: null,
      low: null,
      high: null,
      answered: 0,
      unknown: 0,
      notAsked: 0,
    });
  });

  it('takes the mean over those who could say: unknown is never no', () => {
    expect(meanUse(tally, 'detox')).toEqual({
      perPersonYear: 8,
      low: 7,
      high: 9,
      answered: 2,
      unknown: 1,
      notAsked: 1,
    });
    expect(meanUse(tally, 'prison')).toMatchObject({
      perPersonYear: 0,
      answered: 1,
      unknown: 1,
      notAsked: 2,
    });
  });

  it('has no mean of what nobody could say', () => {
    const unknown = withForms(NO_FORMS, [{ uses: { detox: 'unknown' } }]);
    expect(meanUse(unknown, 'detox')).toMatchObject({
      perPersonYear: null,
      low: null,
      high: null,
      unknown: 1,
    });
    expect(meanUse(unknown, 'prison')).toMatchObject({ perPersonYear: null, notAsked: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import {
  assuranceQuestions,
  type AssuranceQuestionId,
} from '../../../src/core/quality/assurance-questions.js';
import {
  type File,
  referenceCareers,
  referenceStates,
  result,
  row,
  valueMapFile,
} from '../../cases/files.js';

const bareMap = (more: File = {}, outcome: File = {}): File => ({
  ...valueMapFile({ discounting: 'none' }, [{ id: 'I', value: 100 }], [row('A', 5, 10, outcome)]),
  ...more,
});

function answers(file: File): Record<AssuranceQuestionId, string> {
  return Object.fromEntries(result(file).assurance.map(({ id, answer }) => [id, answer])) as never;
}
const answer = (file: File, id: AssuranceQuestionId) => {
  const found = result(file).assurance.find((one) => one.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};

describe('the questions of somebody who checks', () => {
  it('are each asked once of every kind, with a principle and a source', () => {
    expect(new Set(assuranceQuestions.map(({ id }) => id)).size).toBe(assuranceQuestions.length);
    for (const file of [bareMap(), referenceCareers(), referenceStates()]) {
      const { assurance } = result(file);
      expect(assurance.map(({ id }) => id)).toEqual(assuranceQuestions.map(({ id }) => id));
      for (const { answer: given, advice, question, principle, source } of assurance) {
        expect(question.endsWith('?')).toBe(true);
        expect([principle, source].every((text) => text.length > 5)).toBe(true);
        expect(advice === null).toBe(given === 'yes');
      }
    }
  });

  it('are answered no or not at all by a file that says nothing', () => {
    const said = answers(bareMap());
    expect(said).toMatchObject({
      'people-identified': 'partly',
      'people-asked': 'not-said',
      'exclusions-said': 'not-said',
      'harm-considered': 'no',
      'deductions-evidenced': 'no',
      'ranges-given': 'no',
      'alternatives-tried': 'no',
      'costs-complete': 'no',
      'decided-by-said': 'not-said',
      'planned-before': 'not-said',
      'checked-by-others': 'not-said',
      'limits-said': 'not-said',
      'open-to-all': 'no',
      'not-over-claimed': 'no',
    });
  });

  it('are answered by a sample as it deserves', () => {
    const sample = JSON.parse(
      readFileSync(new URL('../../../samples/work-cooperative.json', import.meta.url), 'utf8'),
    ) as File;
    expect(answers(sample)).toMatchObject({
      'without-considered': 'yes',
      'deductions-evidenced': 'yes',
      'displacement-considered': 'yes',
      'drop-outs-counted': 'yes',
      'lost-said': 'yes',
      'prices-sourced': 'yes',
      'limits-said': 'yes',
      'open-to-all': 'yes',
      'exclusions-said': 'yes',
      'checked-by-others': 'no',
      'people-asked': 'not-said',
      'lasting-reasoned': 'partly',
      'not-over-claimed': 'no',
    });
  });
});

describe('an answer', () => {
  const evidence = Object.fromEntries(
    ['deadweight', 'displacement', 'attribution', 'quantity'].map((name) => [
      `outcomes.A.${name}`,
      { source: 'survey', decidedBy: 'the manager' },
    ]),
  );
  const lasting = { ...evidence, 'outcomes.A.dropOff': { source: 'survey' } };
  const cases: readonly [AssuranceQuestionId, string, File, string?][] = [
    ['people-identified', 'yes', bareMap({ stakeholders: [{ id: 'p', name: 'People', size: 9 }] })],
    ['people-asked', 'no', bareMap({ stakeholders: [{ id: 'p', name: 'People', consulted: 0 }] })],
    ['people-asked', 'partly', bareMap({ stakeholders: [{ id: 'p', name: 'People', consulted: 3 }] })],
    [
      'people-asked',
      'yes',
      bareMap({
        stakeholders: [{ id: 'p', name: 'People', consulted: 3, how: 'a meeting', when: '2025-03' }],
      }),
    ],
    [
      'people-asked',
      'yes',
      referenceCareers(
        {},
        { stakeholders: [{ id: 'p', name: 'Members', consulted: 3, how: 'a meeting', when: '2025' }] },
      ),
    ],
    ['exclusions-said', 'yes', bareMap({ context: { notCounted: ['friendship'] } })],
    ['exclusions-said', 'partly', bareMap({ inputs: [{ value: null, notValued: 'given' }] })],
    ['harm-considered', 'yes', bareMap({}, { quantity: -1 })],
    ['harm-considered', 'partly', referenceCareers()],
    ['harm-considered', 'yes', referenceCareers({ withFailure: { prison: 50 } })],
    ['harm-considered', 'no', referenceCareers({ displacement: 0 })],
    ['without-considered', 'no', bareMap({ evidence }, { deadweight: null })],
    ['without-considered', 'partly', bareMap()],
    ['without-considered', 'partly', bareMap({ evidence })],
    ['without-considered', 'yes', bareMap({ evidence, context: { comparedWith: 'a waiting list' } })],
    ['deductions-evidenced', 'yes', bareMap({ evidence })],
    [
      'deductions-evidenced',
      'partly',
      bareMap({ evidence: { 'outcomes.A.deadweight': { source: 'survey' } } }),
    ],
    ['displacement-considered', 'yes', bareMap({ evidence })],
    ['displacement-considered', 'no', bareMap({ evidence }, { displacement: null })],
    ['displacement-considered', 'yes', referenceCareers({ work: undefined, displacement: undefined })],
    ['others-share-considered', 'partly', bareMap()],
    ['drop-outs-counted', 'not-said', bareMap()],
    ['drop-outs-counted', 'yes', bareMap({ stakeholders: [{ id: 'p', name: 'People', size: 5 }] })],
    ['drop-outs-counted', 'no', bareMap({ stakeholders: [{ id: 'p', name: 'People', size: 4 }] })],
    ['drop-outs-counted', 'no', referenceCareers({ successShare: 1 })],
    ['lost-said', 'yes', referenceCareers({ lostToFollowUp: 0 })],
    ['lost-said', 'not-said', referenceCareers()],
    [
      'lost-said',
      'yes',
      bareMap({ evidence: { 'outcomes.A.quantity': { method: 'two could not be reached, counted as no' } } }),
    ],
    ['lasting-reasoned', 'yes', bareMap()],
    ['lasting-reasoned', 'partly', bareMap({ evidence: lasting }, { durationYears: 3, dropOff: 0.5 })],
    [
      'lasting-reasoned',
      'yes',
      bareMap({ evidence: lasting, context: { followUpYears: 3 } }, { durationYears: 3, dropOff: 0.5 }),
    ],
    ['lasting-reasoned', 'no', bareMap({ evidence }, { durationYears: 3, dropOff: null })],
    ['prices-sourced', 'yes', bareMap()],
    ['prices-sourced', 'no', bareMap({}, { proxy: { value: 1 } })],
    ['prices-of-one-year', 'yes', bareMap()],
    ['prices-of-one-year', 'no', bareMap({}, { proxy: { value: 1, priceYear: 2020 } })],
    [
      'prices-of-one-year',
      'partly',
      bareMap(
        { conversions: { 'outcomes.A.proxy': { fromYear: 2020, toYear: 2025, factor: 1.2 } } },
        { proxy: { value: 1, priceYear: 2020 } },
      ),
    ],
    [
      'prices-of-one-year',
      'yes',
      bareMap(
        {
          conversions: { 'outcomes.A.proxy': { fromYear: 2020, toYear: 2025, factor: 1.2, source: 'index' } },
        },
        { proxy: { value: 1, priceYear: 2020 } },
      ),
    ],
    ['discounting-reasoned', 'yes', bareMap()],
    ['discounting-reasoned', 'not-said', referenceCareers()],
    [
      'discounting-reasoned',
      'yes',
      referenceCareers({}, { evidence: { 'conventions.discountRate': { source: 'the ministry' } } }),
    ],
    ['counted-once', 'partly', bareMap()],
    ['counted-once', 'yes', bareMap({}, { family: 'work' })],
    ['counted-once', 'no', bareMap({}, { family: 'work', outcome: 'Housing benefit saved' })],
    ['costs-complete', 'yes', bareMap({ inputs: [{ value: 1, source: 'ledger' }] })],
    [
      'costs-complete',
      'partly',
      bareMap({
        inputs: [
          { value: 1, source: 'ledger' },
          { value: null, notValued: 'given' },
        ],
      }),
    ],
    ['costs-complete', 'no', bareMap({ inputs: [] })],
    ['costs-complete', 'yes', referenceCareers()],
    ['costs-complete', 'no', referenceCareers({}, { programmeCost: [] })],
    ['decided-by-said', 'yes', bareMap({ evidence })],
    [
      'planned-before',
      'yes',
      bareMap({ context: { plan: { registered: '2024-06-01', where: 'a register' } } }),
    ],
    ['planned-before', 'partly', bareMap({ context: { plan: { registered: '2026-06-01' } } })],
    ['checked-by-others', 'no', bareMap({ context: { checked: { level: 'self-declared' } } })],
    ['checked-by-others', 'partly', bareMap({ context: { checked: { level: 'reviewed' } } })],
    ['checked-by-others', 'yes', bareMap({ context: { checked: { level: 'assured', by: 'an auditor' } } })],
    [
      'set-beside-others',
      'yes',
      bareMap({ context: { published: [{ what: 'ratio', value: 2, source: 'a review' }] } }),
    ],
    ['limits-said', 'yes', bareMap({ context: { limits: ['one year only'] } })],
  ];

  it.each(cases.map(([id, given, file]) => [id, given, file] as const))('%s: %s', (id, given, file) => {
    expect(answer(file, id).answer).toBe(given);
  });

  it('says what it rests on', () => {
    expect(answer(bareMap({ evidence }), 'deductions-evidenced').evidence).toBe(
      '3 of 3 deductions have a source or a method',
    );
    expect(answer(bareMap({}, { deadweight: null }), 'without-considered')).toMatchObject({
      path: '/outcomes/0/deadweight',
      severity: 'error',
      evidence: '0 of 1 assessed, 0 of them with evidence',
    });
  });

  it('weighs more where the question is essential', () => {
    expect(answer(bareMap(), 'limits-said').severity).toBe('warning');
    expect(answer(bareMap(), 'planned-before').severity).toBe('information');
    expect(answer(bareMap(), 'prices-sourced').severity).toBe('information');
  });

  it('counts ranges of the inputs that move the result most', () => {
    const range = { distribution: 'uniform', low: 1, high: 9 };
    const ranged = (inputs: File) => answer(bareMap({ uncertainty: { draws: 100, inputs } }), 'ranges-given');
    // Quantity, price and input move it, as do the three deductions from nil, whose slope counts.
    expect(ranged({ 'outcomes.A.quantity': range }).answer).toBe('partly');
    expect(
      ranged({
        'outcomes.A.quantity': range,
        'outcomes.A.proxy': range,
        'inputs.I.value': { ...range, low: 90, high: 110 },
      }).answer,
    ).toBe('yes');
  });
});

describe('publishing', () => {
  it('waits for what nobody has assessed, and not for a warning', () => {
    expect(result(bareMap()).publishable).toBe(true);
    expect(result(bareMap()).problems.some(({ severity }) => severity === 'warning')).toBe(true);
    expect(result(bareMap({}, { deadweight: null })).publishable).toBe(false);
    expect(result(referenceCareers()).publishable).toBe(true);
    expect(result(referenceCareers({ attribution: null })).publishable).toBe(false);
  });

  it('waits for money that is of another currency', () => {
    expect(result(bareMap({}, { proxy: { value: 1, source: 'x', currency: 'USD' } })).publishable).toBe(
      false,
    );
  });
});

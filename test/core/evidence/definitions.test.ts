import { describe, expect, it } from 'vitest';
import {
  type Definition,
  type Facts,
  judge,
  type Rule,
  truthOf,
} from '../../../src/core/evidence/definition.js';
import {
  ESF_INDICATORS,
  esfFacts,
  type EsfRecord,
  esfWindows,
  missingForEsf,
} from '../../../src/core/evidence/esf-indicators.js';
import { isRefusal } from '../../../src/core/evidence/refusal.js';
import { allOf, anyOf, notOf, type Truth } from '../../../src/core/evidence/truth.js';
import { WORKER_DEFINITIONS } from '../../../src/core/evidence/worker-definitions.js';
import { startedMonths, workerFacts, type WorkerRecord } from '../../../src/core/evidence/worker-facts.js';
import { dayOf } from '../../../src/core/evidence/civil-date.js';

describe('three-valued logic', () => {
  it.each<[readonly Truth[], Truth, Truth]>([
    [[], 'yes', 'no'],
    [['yes'], 'yes', 'yes'],
    [['no'], 'no', 'no'],
    [['unknown'], 'unknown', 'unknown'],
    [['yes', 'no'], 'no', 'yes'],
    [['yes', 'unknown'], 'unknown', 'yes'],
    [['no', 'unknown'], 'no', 'unknown'],
    [['yes', 'no', 'unknown'], 'no', 'yes'],
  ])('of %j: all %s, any %s', (truths, all, any) => {
    expect(allOf(truths)).toBe(all);
    expect(anyOf(truths)).toBe(any);
    // De Morgan.
    expect(notOf(anyOf(truths.map(notOf)))).toBe(all);
  });

  it('of the opposite', () =>
    expect((['yes', 'no', 'unknown'] as const).map(notOf)).toEqual(['no', 'yes', 'unknown']));
});

describe('a rule', () => {
  const facts: Facts = { age: 30, name: 'x', written: '31', single: true, gone: undefined };
  it.each<[Rule, Truth]>([
    [{ fact: 'age', from: 30 }, 'yes'],
    [{ fact: 'age', from: 31 }, 'no'],
    [{ fact: 'age', to: 30 }, 'yes'],
    [{ fact: 'age', to: 29 }, 'no'],
    [{ fact: 'written', from: 30 }, 'no'],
    [{ fact: 'written', to: 32 }, 'no'],
    [{ fact: 'name', from: 1 }, 'no'],
    [{ fact: 'name', to: 1 }, 'no'],
    [{ fact: 'single', is: true }, 'yes'],
    [{ fact: 'single', is: false }, 'no'],
    [{ fact: 'name', is: 'x' }, 'yes'],
    [{ fact: 'name', in: ['y', 'x'] }, 'yes'],
    [{ fact: 'name', in: ['y'] }, 'no'],
    [{ fact: 'age', in: ['30'] }, 'no'],
    [{ fact: 'gone', is: true }, 'unknown'],
    [{ fact: 'never heard of', from: 1 }, 'unknown'],
    [{ not: { fact: 'age', from: 31 } }, 'yes'],
    [{ not: { fact: 'gone', is: true } }, 'unknown'],
    [
      {
        all: [
          { fact: 'age', from: 30 },
          { fact: 'gone', is: true },
        ],
      },
      'unknown',
    ],
    [
      {
        all: [
          { fact: 'age', from: 31 },
          { fact: 'gone', is: true },
        ],
      },
      'no',
    ],
    [
      {
        any: [
          { fact: 'age', from: 30 },
          { fact: 'gone', is: true },
        ],
      },
      'yes',
    ],
    [
      {
        any: [
          { fact: 'age', from: 31 },
          { fact: 'gone', is: true },
        ],
      },
      'unknown',
    ],
  ])('%j is %s', (rule, truth) => expect(truthOf(rule, facts)).toBe(truth));

  it('of a definition names what was met, what cannot be judged and what is missing', () => {
    const definition: Definition = {
      id: 'd',
      label: 'x',
      source: 'y',
      verified: false,
      criteria: [
        { id: 'a', label: '', rule: { fact: 'age', from: 30 } },
        { id: 'b', label: '', rule: { all: [{ fact: 'z', is: true }, { not: { fact: 'k', is: true } }] } },
        {
          id: 'c',
          label: '',
          rule: {
            any: [
              { fact: 'k', is: true },
              { fact: 'age', from: 90 },
            ],
          },
        },
        {
          id: 'd',
          label: '',
          rule: {
            all: [
              { fact: 'q', is: true },
              { fact: 'age', from: 90 },
            ],
          },
        },
      ],
    };
    expect(judge(definition, facts)).toEqual({
      definition: 'd',
      truth: 'yes',
      met: ['a'],
      unknown: ['b', 'c'],
      missing: ['k', 'z'],
    });
    expect(judge({ ...definition, criteria: definition.criteria.slice(1) }, facts).truth).toBe('unknown');
    expect(judge({ ...definition, criteria: definition.criteria.slice(3) }, facts)).toMatchObject({
      truth: 'no',
      missing: [],
    });
  });
});

const ON = '2026-06-15';
const factsOf = (record: WorkerRecord, over50?: Parameters<typeof workerFacts>[2]): Facts => {
  const facts = workerFacts(record, ON, over50);
  if (isRefusal(facts)) throw new Error(facts.refused);
  return facts;
};

/** Somebody of whom everything is known, who meets none of the criteria. */
const NOBODY: WorkerRecord = {
  birth: '1990-01-01',
  monthsWithoutRegularPaidEmployment: 0,
  hadFirstRegularPaidEmployment: true,
  isced: 3,
  fullTimeEducationEnded: '2010-06-01',
  singleAdult: false,
  dependents: 0,
  gender: 'F',
  sector: { imbalance: 0.1, averageImbalance: 0.2, underrepresented: 'F' },
  ethnicMinority: false,
  needsLanguageTrainingOrExperience: false,
  recognisedDisabled: false,
  impairmentHindersWork: false,
};

const { disabled, disadvantaged, severelyDisadvantaged } = WORKER_DEFINITIONS;

describe('worker definitions', () => {
  const met = (change: WorkerRecord): readonly string[] =>
    [disabled, disadvantaged, severelyDisadvantaged].flatMap(
      (definition) => judge(definition, factsOf({ ...NOBODY, ...change })).met,
    );

  it('are met by nobody who meets no criterion', () => {
    for (const definition of [disabled, disadvantaged, severelyDisadvantaged]) {
      expect(judge(definition, factsOf(NOBODY))).toEqual({
        definition: definition.id,
        truth: 'no',
        met: [],
        unknown: [],
        missing: [],
      });
    }
  });

  it.each<[WorkerRecord, readonly string[]]>([
    [{ recognisedDisabled: true }, ['3a']],
    [{ impairmentHindersWork: true }, ['3b']],
    [{ monthsWithoutRegularPaidEmployment: 5 }, []],
    [{ monthsWithoutRegularPaidEmployment: 6 }, ['4a']],
    [{ monthsWithoutRegularPaidEmployment: 23 }, ['4a']],
    [{ monthsWithoutRegularPaidEmployment: 24 }, ['4a', '99a']],
    [{ birth: '2011-06-15' }, ['4b']],
    [{ birth: '2011-06-16' }, []],
    [{ birth: '2001-06-16' }, ['4b']],
    [{ birth: '2001-06-15' }, []],
    [{ birth: '2001-06-16', monthsWithoutRegularPaidEmployment: 11 }, ['4a', '4b']],
    [{ birth: '2001-06-16', monthsWithoutRegularPaidEmployment: 12 }, ['4a', '4b', '99b']],
    [{ isced: 2 }, ['4c']],
    [{ fullTimeEducationEnded: '2024-06-15', hadFirstRegularPaidEmployment: false }, ['4c']],
    [{ fullTimeEducationEnded: '2024-06-14', hadFirstRegularPaidEmployment: false }, []],
    [{ fullTimeEducationEnded: '2026-06-15', hadFirstRegularPaidEmployment: false }, ['4c']],
    [{ fullTimeEducationEnded: '2026-06-16', hadFirstRegularPaidEmployment: false }, []],
    [{ fullTimeEducationEnded: null, hadFirstRegularPaidEmployment: false }, []],
    [{ fullTimeEducationEnded: '2025-06-15' }, []],
    [{ birth: '1976-06-14' }, ['4d']],
    [{ birth: '1976-06-15' }, []],
    [{ singleAdult: true, dependents: 1 }, ['4e']],
    [{ singleAdult: true, dependents: 0 }, []],
    [{ singleAdult: false, dependents: 2 }, []],
    [{ sector: { imbalance: 0.25, averageImbalance: 0.2, underrepresented: 'F' } }, ['4f']],
    // 0.35 is a quarter more than 0.28, though not by the bits of the product.
    [{ sector: { imbalance: 0.35, averageImbalance: 0.28, underrepresented: 'F' } }, ['4f']],
    [{ sector: { imbalance: 0.2499, averageImbalance: 0.2, underrepresented: 'F' } }, []],
    [{ sector: { imbalance: 0.25, averageImbalance: 0.2, underrepresented: 'M' } }, []],
    [{ ethnicMinority: true, needsLanguageTrainingOrExperience: true }, ['4g']],
    [{ ethnicMinority: true }, []],
    [{ needsLanguageTrainingOrExperience: true }, []],
    [
      {
        ethnicMinority: true,
        needsLanguageTrainingOrExperience: true,
        monthsWithoutRegularPaidEmployment: 12,
      },
      ['4a', '4g', '99b'],
    ],
  ])('of somebody with %j are %j', (change, ids) => expect(met(change)).toEqual(ids));

  it('take somebody who never worked for without work for ever, unless months are given', () => {
    const never = { ...NOBODY, hadFirstRegularPaidEmployment: false };
    const without = { ...never, monthsWithoutRegularPaidEmployment: undefined };
    expect(judge(severelyDisadvantaged, factsOf(without)).met).toEqual(['99a']);
    expect(judge(severelyDisadvantaged, factsOf(never)).truth).toBe('no');
    expect(judge(disadvantaged, factsOf({ ...without, hadFirstRegularPaidEmployment: true }))).toMatchObject({
      truth: 'unknown',
      unknown: ['4a'],
      missing: ['monthsWithoutRegularPaidEmployment'],
    });
  });

  it('never take what is unknown for no', () => {
    for (const definition of [disabled, disadvantaged, severelyDisadvantaged]) {
      const judgement = judge(definition, factsOf({}));
      expect(judgement.truth).toBe('unknown');
      expect(judgement.unknown).toEqual(definition.criteria.map(({ id }) => id));
    }
    expect(judge(disadvantaged, factsOf({})).missing).toEqual([
      'age',
      'dependents',
      'ethnicMinority',
      'hadFirstRegularPaidEmployment',
      'isced',
      'monthsWithoutRegularPaidEmployment',
      'needsLanguageTrainingOrExperience',
      'ofUnderrepresentedGender',
      'over50',
      'sectorUnequal',
      'singleAdult',
      'startedMonthsSinceEducation',
    ]);
    // A gender alone does not say whether it is under-represented; nor does a sector alone.
    for (const change of [{ gender: 'F' }, { sector: NOBODY.sector! }] as const)
      expect(factsOf(change)['ofUnderrepresentedGender']).toBeUndefined();
  });

  it('read “over 50” as they are told', () => {
    const over = (birth: string) =>
      (['day-after-50th-birthday', '50th-birthday', '51st-birthday'] as const).map(
        (reading) => factsOf({ birth }, reading)['over50'],
      );
    expect(over('1976-06-16')).toEqual([false, false, false]);
    expect(over('1976-06-15')).toEqual([false, true, false]);
    expect(over('1976-06-14')).toEqual([true, true, false]);
    expect(over('1975-06-16')).toEqual([true, true, false]);
    expect(over('1975-06-15')).toEqual([true, true, true]);
    expect(factsOf({ birth: '1976-06-15' })['over50']).toBe(false);
  });

  it('name where they come from', () => {
    const { id, label, source, verified } = disadvantaged;
    expect({ id, label, source, verified }).toEqual({
      id: 'disadvantaged-worker',
      label: 'disadvantaged worker',
      source: 'Regulation (EU) No 651/2014, article 2, point (4)',
      verified: true,
    });
    expect(
      [disabled, severelyDisadvantaged].map((one) => [one.id, one.label, one.source, one.verified]),
    ).toEqual([
      [
        'worker-with-disabilities',
        'worker with disabilities',
        'Regulation (EU) No 651/2014, article 2, point (3)',
        true,
      ],
      [
        'severely-disadvantaged-worker',
        'severely disadvantaged worker',
        'Regulation (EU) No 651/2014, article 2, point (99)',
        true,
      ],
    ]);
    const criteria = [disabled, disadvantaged, severelyDisadvantaged].flatMap(
      (one): Definition['criteria'] => one.criteria,
    );
    expect(criteria).toHaveLength(11);
    for (const criterion of criteria) expect(criterion.label.length).toBeGreaterThan(5);
  });

  it('are refused dates that are none', () => {
    const bad = (field: string, given: string) => ({ refused: 'bad-date', values: { field, given } });
    expect(workerFacts({}, '2026-06-31')).toEqual(bad('on', '2026-06-31'));
    expect(workerFacts({ birth: '1990' }, ON)).toEqual(bad('birth', '1990'));
    expect(workerFacts({ fullTimeEducationEnded: '2010-06-01T00:00' }, ON)).toEqual(
      bad('fullTimeEducationEnded', '2010-06-01T00:00'),
    );
  });
});

it.each([
  ['2024-06-15', '2026-06-15', 24],
  ['2024-06-14', '2026-06-15', 25],
  ['2026-06-15', '2026-06-15', 0],
  ['2026-06-14', '2026-06-15', 1],
  ['2025-08-31', '2026-02-28', 6],
])('months that have begun from %s to %s: %i', (from, to, months) =>
  expect(startedMonths(dayOf(from), dayOf(to))).toBe(months),
);

describe('ESF+ windows', () => {
  it.each([
    ['2026-08-31', '2026-09-28', '2027-02-28'],
    ['2026-01-15', '2026-02-12', '2026-07-15'],
    ['2027-08-31', '2027-09-28', '2028-02-29'],
  ])('of an exit on %s end on %s and fall on %s', (exit, lastDay, sixMonths) =>
    expect(esfWindows(exit)).toEqual({ immediate: { firstDay: exit, lastDay }, sixMonths }),
  );

  it('are refused a date that is none', () =>
    expect(esfWindows('2026-02-30')).toEqual({
      refused: 'bad-date',
      values: { field: 'exit', given: '2026-02-30' },
    }));
});

describe('ESF+ indicators', () => {
  const ENTERED: EsfRecord = {
    gender: 'woman',
    birth: '1990-01-01',
    entry: '2026-01-10',
    entryStatus: 'unemployed',
    unemployedSince: '2025-11-10',
    inEducationAtEntry: false,
    isced: 3,
  };
  const esf = (change: Partial<EsfRecord>): Facts => {
    const facts = esfFacts({ ...ENTERED, ...change });
    if (isRefusal(facts)) throw new Error(facts.refused);
    return facts;
  };
  const with_ = (truth: Truth, change: Partial<EsfRecord>): readonly string[] =>
    ESF_INDICATORS.filter(({ rule }) => truthOf(rule, esf(change)) === truth).map(({ code }) => code);
  const output = (change: Partial<EsfRecord>): readonly string[] =>
    with_('yes', change).map((code) => code.slice(-4));

  it.each<[Partial<EsfRecord>, readonly string[]]>([
    [{}, ['CO02', 'CO10']],
    [{ entryStatus: 'inactive' }, ['CO04', 'CO10']],
    [{ entryStatus: 'employed' }, ['CO05', 'CO10']],
    [{ entryStatus: 'self-employed', isced: 2 }, ['CO05', 'CO09']],
    [{ isced: 4 }, ['CO02', 'CO10']],
    [{ isced: 5 }, ['CO02', 'CO11']],
    [{ birth: '2008-01-11' }, ['CO02', 'CO06', 'CO10']],
    [{ birth: '2008-01-10' }, ['CO02', 'CO07', 'CO10']],
    [{ birth: '1996-01-11' }, ['CO02', 'CO07', 'CO10']],
    [{ birth: '1996-01-10' }, ['CO02', 'CO10']],
    [{ birth: '1971-01-11' }, ['CO02', 'CO10']],
    [{ birth: '1971-01-10' }, ['CO02', 'CO08', 'CO10']],
    [{ unemployedSince: '2025-01-10' }, ['CO02', 'CO10']],
    [{ unemployedSince: '2025-01-09' }, ['CO02', 'CO03', 'CO10']],
    [{ unemployedSince: '2025-07-09' }, ['CO02', 'CO10']],
    [{ unemployedSince: '2025-07-10', birth: '2001-01-11' }, ['CO02', 'CO07', 'CO10']],
    [{ unemployedSince: '2025-07-09', birth: '2001-01-11' }, ['CO02', 'CO03', 'CO07', 'CO10']],
    [{ unemployedSince: '2025-07-09', birth: '2001-01-10' }, ['CO02', 'CO07', 'CO10']],
    [{ unemployedSince: '2025-01-09', entryStatus: 'inactive' }, ['CO04', 'CO10']],
  ])('upon entry of somebody with %j are %j', (change, codes) => expect(output(change)).toEqual(codes));

  const LEFT: Partial<EsfRecord> = {
    exit: '2026-08-31',
    uponLeaving: {
      on: '2026-09-28',
      status: 'employed',
      searchingForWork: true,
      inEducationOrTraining: true,
      gainedQualification: true,
    },
    sixMonthsLater: { status: 'self-employed', improved: true },
  };
  const results = (change: Partial<EsfRecord>): readonly string[] =>
    output({ ...LEFT, ...change }).filter((code) => code.startsWith('CR'));

  it.each<[Partial<EsfRecord>, readonly string[]]>([
    [{}, ['CR02', 'CR03', 'CR04', 'CR05']],
    [{ entryStatus: 'inactive' }, ['CR01', 'CR02', 'CR03', 'CR04', 'CR05']],
    [{ entryStatus: 'employed' }, ['CR02', 'CR03', 'CR06']],
    [{ entryStatus: 'self-employed', inEducationAtEntry: true }, ['CR03', 'CR06']],
    [{ uponLeaving: { on: '2026-08-31', status: 'self-employed' } }, ['CR04', 'CR05']],
    [{ uponLeaving: { on: '2026-09-10', status: 'unemployed' }, sixMonthsLater: { status: 'inactive' } }, []],
  ])('upon leaving and later of somebody with %j are %j', (change, codes) =>
    expect(results(change)).toEqual(codes),
  );

  it.each(['2026-08-30', '2026-09-29'])(
    'take an observation of %s, outside the four weeks, for none',
    (on) => {
      const facts = { ...LEFT, uponLeaving: { ...LEFT.uponLeaving!, on } };
      expect(results(facts)).toEqual(['CR05']);
      expect(with_('unknown', facts).map((code) => code.slice(-4))).toEqual(['CR02', 'CR03', 'CR04']);
    },
  );

  it('know nothing of results before somebody has left', () => {
    const still = { ...LEFT, exit: undefined };
    expect(with_('unknown', still).map((code) => code.slice(-4))).toEqual(['CR02', 'CR03', 'CR04', 'CR05']);
    expect(with_('unknown', { ...still, entryStatus: 'employed' }).map((code) => code.slice(-4))).toEqual([
      'CR02',
      'CR03',
      'CR06',
    ]);
  });

  it('take what was not recorded for unknown', () => {
    const bare = esfFacts({ entry: '2026-01-10' });
    if (isRefusal(bare)) throw new Error(bare.refused);
    for (const { rule } of ESF_INDICATORS) expect(truthOf(rule, bare)).toBe('unknown');
  });

  it('say what is missing before anything may be sent', () => {
    expect(missingForEsf(esf({}))).toEqual([]);
    const bare = esfFacts({ entry: '2026-01-10' });
    expect(missingForEsf(bare as Facts)).toEqual(['ageAtEntry', 'entryStatus', 'gender', 'isced']);
  });

  it.each<[string, Partial<EsfRecord>, string]>([
    ['entry', { entry: '2026-13-01' }, '2026-13-01'],
    ['birth', { birth: 'x' }, 'x'],
    ['unemployedSince', { unemployedSince: '2026-1-1' }, '2026-1-1'],
    ['exit', { exit: '' }, ''],
    ['uponLeaving.on', { uponLeaving: { on: '2026-09-10 10:00' } }, '2026-09-10 10:00'],
  ])('are refused a date that is none: %s', (field, change, given) =>
    expect(esfFacts({ ...ENTERED, ...change })).toEqual({ refused: 'bad-date', values: { field, given } }),
  );

  it('have codes and words, of which one code is confirmed', () => {
    expect(ESF_INDICATORS.filter(({ codeConfirmed }) => codeConfirmed).map(({ code }) => code)).toEqual([
      'EECO05',
    ]);
    for (const { code, label } of ESF_INDICATORS) {
      expect(code).toMatch(/^EEC[OR]\d\d$/);
      expect(label.length).toBeGreaterThan(7);
    }
    expect(new Set(ESF_INDICATORS.map(({ label }) => label)).size).toBe(16);
  });
});

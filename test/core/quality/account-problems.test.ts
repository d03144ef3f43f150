import { describe, expect, it } from 'vitest';
import { account, type File, referenceCareers, referenceStates } from '../../cases/files.js';

const found = (file: File, code: string) =>
  account(file)
    .problems.filter((problem) => problem.code === code)
    .map(({ severity, path }) => `${severity} ${path}`);

const careersOf = (...changes: readonly File[]): File => {
  const [career] = referenceCareers()['careers'] as File[];
  return {
    ...referenceCareers(),
    careers: changes.map((change, at) => ({ ...career, id: `c${at}`, ...change })),
  };
};

describe('an account that claims too much', () => {
  it('takes nobody to succeed without the programme, in careers and in cohorts', () => {
    expect(
      found(
        careersOf({ deadweight: 0 }, { deadweight: undefined, counterfactualShare: 0 }),
        'anyway-nowhere',
      ),
    ).toEqual(['warning /careers']);
    expect(found(careersOf({ deadweight: 0 }, {}), 'anyway-nowhere')).toEqual([]);
    const [cohort] = referenceStates()['cohorts'] as File[];
    const without = (openWork: number) => ({
      cohorts: [
        {
          ...cohort,
          without: { shares: [{ year: 1, of: { 'open-work': openWork, before: 1 - openWork } }] },
        },
      ],
    });
    expect(found(referenceStates(without(0)), 'anyway-nowhere')).toEqual(['warning /cohorts']);
    expect(found(referenceStates(without(0.1)), 'anyway-nowhere')).toEqual([]);
  });

  it('counts everybody as a success', () => {
    expect(found(careersOf({ successShare: 1 }, { successShare: 1 }), 'success-of-everybody')).toEqual([
      'warning /careers',
    ]);
    expect(found(careersOf({ successShare: 1 }, { successShare: 0.99 }), 'success-of-everybody')).toEqual([]);
  });

  it('takes the same off everybody', () => {
    const same = found(careersOf({}, {}, {}), 'same-deduction-everywhere');
    // Deadweight and displacement; what is 0 everywhere is no habit of this kind.
    expect(same).toHaveLength(2);
    expect(
      found(careersOf({}, {}, { deadweight: 0.3, displacement: 0.1 }), 'same-deduction-everywhere'),
    ).toEqual([]);
  });

  it('lets no success lapse over a long horizon, whichever way that is written', () => {
    const long = { headlineHorizon: 5 };
    expect(found({ ...careersOf({}), ...long }, 'drop-off-none')).toEqual(['warning /careers/0/dropOff']);
    expect(
      found({ ...careersOf({ dropOff: undefined, survival: [1, 1] }), ...long }, 'drop-off-none'),
    ).toEqual(['warning /careers/0/survival']);
    expect(found({ ...careersOf({ dropOff: 0.1 }), ...long }, 'drop-off-none')).toEqual([]);
    expect(found(careersOf({}), 'drop-off-none')).toEqual([]);
  });

  it('rests on one flow', () => {
    // 346,948.80 of production before displacement against 274,240 of resources: 260,211.60 after it.
    expect(found(referenceCareers(), 'one-flow-dominates')).toEqual([]);
    const kept = account(referenceCareers({ displacement: 0 })).problems.find(
      ({ code }) => code === 'one-flow-dominates',
    );
    expect(kept?.values).toEqual({ flow: 'Production', percent: 55 });
    const file = referenceCareers();
    const [prison, ...others] = file['services'] as File[];
    const dear = account({ ...file, services: [{ ...prison, price: 30_000 }, ...others] }).problems.find(
      ({ code }) => code === 'one-flow-dominates',
    );
    // 40 days at 30,000 of 1,200,000 + 146,320 of other resources + 260,211.60 of production.
    expect([dear?.path, dear?.values]).toEqual(['/services/0', { flow: 'prison', percent: 74 }]);
  });

  it('rests on one group of people', () => {
    const large = careersOf({ entrants: 10 }, { entrants: 90 });
    expect(found(large, 'one-group-dominates')).toEqual(['warning /careers/1']);
    expect(
      found(careersOf({ entrants: 50 }, { entrants: 50, name: 'Others' }), 'one-group-dominates'),
    ).toEqual([]);
    expect(found(careersOf({ entrants: 50 }), 'one-group-dominates')).toEqual([]);
  });

  it('takes deductions from a harm', () => {
    const harm = { withSuccess: { prison: 200 }, work: undefined, attribution: 0.1 };
    expect(found(referenceCareers(harm), 'deduction-shrinks-harm')).toEqual([
      'warning /careers/0/deadweight',
      'warning /careers/0/attribution',
    ]);
    expect(found(referenceCareers({ attribution: 0.1 }), 'deduction-shrinks-harm')).toEqual([]);
  });

  it('has a ratio far above what is usual', () => {
    const cheap = {
      programmeCost: [{ paidBy: 'municipality', perEntrant: 10_000, time: 0, source: 'test' }],
    };
    expect(found(referenceCareers({}, cheap), 'ratio-very-high')).toEqual(['warning ']);
    expect(found(referenceCareers(), 'ratio-very-high')).toEqual([]);
  });
});

describe('an account that claims what nobody has seen', () => {
  it('has a headline beyond its period, unless people were followed longer', () => {
    const long = referenceCareers({ dropOff: 0.1 }, { headlineHorizon: 5 });
    expect(found(long, 'horizon-beyond-evidence')).toEqual(['warning /headlineHorizon']);
    expect(found({ ...long, context: { followUpYears: 4.9 } }, 'horizon-beyond-evidence')).toHaveLength(1);
    expect(found({ ...long, context: { followUpYears: 5 } }, 'horizon-beyond-evidence')).toEqual([]);
    expect(found(referenceCareers(), 'horizon-beyond-evidence')).toEqual([]);
  });

  it('is a forecast where it says so', () => {
    const forecast = referenceCareers({ dropOff: 0.1 }, { headlineHorizon: 5, basis: 'forecast' });
    expect(found(forecast, 'horizon-beyond-evidence')).toEqual([]);
    expect(found(forecast, 'forecast')).toEqual(['information /basis']);
  });
});

describe('an account of what people live', () => {
  it('says who was lost in a cohort', () => {
    const [cohort] = referenceStates()['cohorts'] as File[];
    expect(found(referenceStates({ cohorts: [{ ...cohort, lostToFollowUp: 3 }] }), 'lost-in-cohort')).toEqual(
      ['warning /cohorts/0/lostToFollowUp'],
    );
    expect(found(referenceStates(), 'lost-in-cohort')).toEqual([]);
  });

  it('fills no year twice, the stay included', () => {
    const full = found(
      referenceCareers({ during: { months: 6, use: { prison: 200, detox: 200 } } }),
      'year-over-full',
    );
    expect(full).toContain('warning /careers/0/during/use');
  });

  it('says where it loses money and where it does harm', () => {
    expect(found(referenceCareers(), 'gives-less-than-it-costs')).toEqual(['information ']);
    expect(found(referenceCareers({}, { headlineHorizon: 5 }), 'gives-less-than-it-costs')).toEqual([]);
    const harm = referenceCareers({ withSuccess: { prison: 200 }, work: undefined });
    expect(found(harm, 'does-harm')).toEqual(['warning ']);
  });
});

import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, type File, refusals, referenceCareers, referenceStates } from './files.js';

/** Half the last printed digit. */
const CENT = 0.005;

function near(value: number | null | undefined, expected: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(CENT);
}

const YEAR = 1 / 1.04;
const first = (result: WelfareAccountResult) => result.horizons[0];
const services = () => referenceCareers()['services'] as File[];
const withService = (service: File): File => ({
  services: [...services(), { unit: 'unit', daysPerUnit: 0, source: 'test', ...service }],
});

describe('support at work', () => {
  const deadweight = { services: 1, production: 0.5 };
  const file = (goesWith: File): File =>
    referenceCareers(
      { successShare: 1, displacement: 0, deadweight, withSuccess: { coach: 10 } },
      withService({ id: 'coach', price: 500, kind: 'real', paidBy: { region: 1 }, ...goesWith }),
    );

  it('counts with the work it goes with, where deadweight differs', () => {
    const result = account(file({ goesWith: 'work' }));
    near(result.perEntrantYear.realSaving, -0.5 * 5_000);
    near(result.perEntrantYear.actors['region'], -0.5 * 5_000 + 0.5 * 0.12 * 264_000);
  });

  it('counts with services otherwise', () => {
    near(account(file({})).perEntrantYear.realSaving, 0);
  });

  it('is a cost every year of success in the state form', () => {
    const base = referenceStates();
    const [open, before] = base['states'] as File[];
    const states = [{ ...open, use: { care: 1, coach: 10 } }, before];
    const more = withService({
      id: 'coach',
      price: 500,
      kind: 'real',
      paidBy: { region: 1 },
      goesWith: 'work',
    });
    const [without, supported] = [account(base), account({ ...base, ...more, states })];
    near(supported.perYear[4]?.societyGain, (without.perYear[4]?.societyGain ?? 0) - 0.4 * 5_000);
  });

  it('is refused for transfers, which go with work anyway', () => {
    const more = withService({
      id: 'x',
      price: 1,
      kind: 'transfer',
      paidBy: { region: 1 },
      goesWith: 'work',
    });
    expect(refusals(referenceCareers({}, more))).toEqual(['/services/6/goesWith']);
  });
});

describe('a transfer people have a right to', () => {
  const more = withService({
    id: 'housing-benefit',
    price: 1_000,
    kind: 'transfer',
    paidBy: { region: 1 },
    rightful: true,
  });
  const result = account(
    referenceCareers({ displacement: 0, withSuccess: { care: 1, 'housing-benefit': 12 } }, more),
  );

  it('is shown apart: a gain to the person, and the public budget without it', () => {
    const drawn = 0.4 * 12_000 * YEAR;
    expect(result.rightfulTakeUp?.services).toEqual(['housing-benefit']);
    near(result.rightfulTakeUp?.participants, drawn);
    near(result.rightfulTakeUp?.publicBudget, -drawn);
    near(result.rightfulTakeUp?.publicNetWithout, (first(result)?.publicBudget.net ?? 0) + drawn);
  });

  it('changes nothing for society', () => {
    near(first(result)?.pvGain, first(account(referenceCareers({ displacement: 0 })))?.pvGain ?? Number.NaN);
  });

  it('is no block where there is none, and real services are refused', () => {
    expect(account(referenceCareers()).rightfulTakeUp).toBeNull();
    const real = withService({ id: 'x', price: 1, kind: 'real', paidBy: { region: 1 }, rightful: true });
    expect(refusals(referenceCareers({}, real))).toEqual(['/services/6/rightful']);
  });
});

describe('default short-run shares', () => {
  const shares = {
    prison: { share: 0.5, source: 'test' },
    institution: { share: 0.25, source: 'test' },
    real: { share: 0.1, source: 'test' },
  };
  const categorised = services().map((service) =>
    ['prison', 'remand'].includes(String(service['id'])) ? { ...service, category: 'institution' } : service,
  );
  const file = referenceCareers(
    { successShare: 1, deadweight: 0, displacement: 0, work: undefined },
    { services: categorised, shortRunShares: shares, horizons: [1] },
  );
  const result = account(file);

  it('stand in for prices that are not given: of the service, its category, its kind', () => {
    const expected = 0.5 * 40 * 3198 + 0.25 * 10 * 3132 + 0.1 * (20 * 3000 + 15 * 4000 - 5000);
    near(first(result)?.shortRunMarginal.pvGain, expected * YEAR);
  });

  it('are said, each with the services it stands in for', () => {
    const said = result.problems.filter(({ code }) => code === 'short-run-share-used');
    expect(said.map(({ path, values }) => `${path}: ${values['services'] ?? ''}`)).toEqual([
      '/shortRunShares/prison: prison',
      '/shortRunShares/institution: remand',
      '/shortRunShares/real: compulsory, detox, care',
    ]);
    expect(result.problems.some(({ code }) => code === 'short-run-price-missing')).toBe(false);
  });

  it('are assumptions with their source', () => {
    const used = result.assumptions.find(({ input }) => input === 'shortRunShares.institution');
    expect(used).toMatchObject({ value: 0.25, source: 'test', path: '/shortRunShares/institution/share' });
  });

  it('do not stand in for a typed price', () => {
    const typed = categorised.map((service) =>
      service['id'] === 'prison' ? { ...service, price: { average: 3198, shortRunMarginal: 0 } } : service,
    );
    const typedResult = account({ ...file, services: typed });
    near(
      first(typedResult)?.shortRunMarginal.pvGain,
      (first(result)?.shortRunMarginal.pvGain ?? 0) - 0.5 * 40 * 3198 * YEAR,
    );
  });

  it('are refused where they name nothing', () => {
    expect(refusals({ ...file, shortRunShares: { prisons: { share: 0.5 } } })).toEqual([
      '/shortRunShares/prisons',
    ]);
  });
});

describe('what would have been spent anyway', () => {
  const cost = (more: File): File => ({
    programmeCost: [{ paidBy: 'municipality', perEntrant: 300_000, time: 0, source: 'test', ...more }],
  });

  it('is taken off the cost, and both are shown', () => {
    const horizon = first(account(referenceCareers({}, cost({ spentAnyway: { perEntrant: 120_000 } }))));
    near(horizon?.pvCost, 180_000);
    near(horizon?.spent, 300_000);
    near(horizon?.spentAnyway, 120_000);
    near(horizon?.npv, 205_558.31 - 180_000);
    near(horizon?.actors['municipality']?.cost, 180_000);
  });

  it('leaves the cost as it is where nothing would have been', () => {
    const horizon = first(account(referenceCareers()));
    expect([horizon?.spent, horizon?.spentAnyway]).toEqual([300_000, 0]);
  });

  it('is refused above the cost itself', () => {
    expect(refusals(referenceCareers({}, cost({ spentAnyway: { perEntrant: 300_001 } })))).toEqual([
      '/programmeCost/0/spentAnyway/perEntrant',
    ]);
  });
});

describe('a cost of some', () => {
  const file = referenceCareers();
  const [career] = file['careers'] as File[];
  const careers = [
    { ...career, id: 'one', entrants: 18 },
    { ...career, id: 'other', entrants: 6 },
  ];
  const cost = (cohorts: readonly string[]): File => ({
    ...file,
    careers,
    programmeCost: [
      { paidBy: 'municipality', perEntrant: 300_000, time: 0, source: 'test' },
      { paidBy: 'region', perEntrant: 40_000, time: 1, source: 'test', cohorts },
    ],
  });

  it('is theirs, and a part of the mean over everybody', () => {
    const result = account(cost(['other']));
    const [one, other] = result.perCohort;
    near(one?.pvCost, 300_000);
    near(other?.pvCost, 300_000 + 40_000 * YEAR);
    near(first(result)?.pvCost, 300_000 + 10_000 * YEAR);
    near(first(result)?.total.pvCost, (one?.total.pvCost ?? 0) + (other?.total.pvCost ?? 0));
    near(first(result)?.actors['region']?.cost, 10_000 * YEAR);
  });

  it('is refused for nobody', () => {
    expect(refusals(cost(['nobody']))).toEqual(['/programmeCost/1/cohorts/0']);
    expect(refusals(cost([]))).toEqual(['/programmeCost/1/cohorts']);
  });
});

describe('the cost of an enterprise that trades', () => {
  const ledger = { operatingCost: 12_000_000, sales: 4_000_000, participantsWageCost: 3_200_000 };
  const cost = (more: File = {}): File => ({
    programmeCost: [{ paidBy: 'municipality', time: 0, source: 'test', enterprise: ledger, ...more }],
  });

  it('is what it spends less sales and less the wages of participants, which are production', () => {
    const result = account(referenceCareers({}, cost()));
    near(first(result)?.pvCost, 4_800_000 / 24);
    near(first(result)?.total.pvCost, 4_800_000);
    expect(result.costBridges).toEqual([
      { row: 0, paidBy: 'municipality', ...ledger, cost: 4_800_000, perEntrant: 200_000 },
    ]);
  });

  it('is spread over those it is spent on, and net of what would have been spent anyway', () => {
    const file = referenceCareers({}, cost({ cohorts: ['one'], spentAnyway: { perEntrant: 50_000 } }));
    const [career] = file['careers'] as File[];
    const careers = [
      { ...career, id: 'one', entrants: 16 },
      { ...career, id: 'other', entrants: 8 },
    ];
    const result = account({ ...file, careers });
    near(result.perCohort[0]?.pvCost, 4_800_000 / 16 - 50_000);
    near(result.perCohort[1]?.pvCost, 0);
    near(first(result)?.total.pvCost, 4_800_000 - 16 * 50_000);
  });

  it('is put to objections like any other', () => {
    const funds = account(referenceCareers({}, cost())).stress.find(({ id }) => id === 'public-funds');
    near(funds?.difference, -0.3 * 200_000);
  });

  it.each([
    ['beside a cost per person', cost({ perEntrant: 1 }), '/programmeCost/0/perEntrant'],
    ['with neither', cost({ enterprise: undefined }), '/programmeCost/0/perEntrant'],
    ['below nothing', cost({ enterprise: { ...ledger, sales: 9_000_000 } }), '/programmeCost/0/enterprise'],
  ])('is refused %s', (_what, more, pointer) => {
    expect(refusals(referenceCareers({}, more))).toEqual([pointer]);
  });
});

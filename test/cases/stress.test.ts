import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, type File, refusals, referenceCareers, referenceStates } from './files.js';

/** Of amounts of some hundred thousands: the same sums in another order. */
const ROUNDING = 1e-6;

function near(value: number | null | undefined, expected: number | null | undefined): void {
  expect(Math.abs((value ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(ROUNDING);
}

const headline = (result: WelfareAccountResult) =>
  result.horizons.find(({ years }) => years === result.headlineHorizon);

function row(result: WelfareAccountResult, id: string) {
  const found = result.stress.find((one) => one.id === id);
  if (!found) throw new Error(`no objection ${id}`);
  return found;
}

const services = (referenceCareers()['services'] as File[]).map((service): File =>
  service['kind'] === 'real'
    ? { ...service, price: { average: service['price'], shortRunMarginal: 0.3 * Number(service['price']) } }
    : service,
);
const objections = {
  counterfactualShare: { value: 0.35, source: 'a waiting list' },
  relapse: { value: 0.25, source: 'a register' },
  participantTime: { perYear: 50_000, source: 'a survey' },
};
/** REF-1 over five years with everything that objections ask for. */
const answerable = (career: File = {}, more: File = {}): File =>
  referenceCareers(
    {
      withFailure: { prison: 45, remand: 10, compulsory: 20, detox: 15, support: 12 },
      during: { months: 6, use: { support: 2 } },
      lostToFollowUp: 3,
      ...career,
    },
    {
      services,
      objections,
      horizons: [1, 2, 3, 5],
      headlineHorizon: 5,
      programmeCost: [
        { paidBy: 'municipality', perEntrant: 300_000, time: 0, source: 'test' },
        { paidBy: 'employer', perEntrant: 20_000, time: 1, source: 'test' },
      ],
      ...more,
    },
  );

/** The row of an objection is the account of a file that says what the objector says. */
function sameAs(file: File, id: string, changed: File): void {
  const result = account(file);
  const found = row(result, id);
  const expected = headline(account(changed));
  near(found.npv, expected?.npv);
  near(found.benefitCostRatio, expected?.benefitCostRatio);
  near(found.publicNet, expected?.publicBudget.net);
  near(found.difference, (expected?.npv ?? 0) - (headline(result)?.npv ?? 0));
  near(found.publicDifference, (expected?.publicBudget.net ?? 0) - (headline(result)?.publicBudget.net ?? 0));
  expect(found.answered).toBe(true);
  expect(found.reason).toBeNull();
}

function unchanged(file: File, id: string, words: string): void {
  const result = account(file);
  const found = row(result, id);
  expect(found.answered).toBe(true);
  expect(found.difference).toBe(0);
  expect(found.npv).toBe(headline(result)?.npv);
  expect(found.change).toContain(words);
}

function unanswered(file: File, id: string, words: string): void {
  const found = row(account(file), id);
  expect(found).toMatchObject({ answered: false, change: null, npv: null, difference: null });
  expect(found.reason).toContain(words);
}

const priced = (price: (service: File) => unknown) =>
  services.map((service) => ({ ...service, price: price(service) }));
const average = (service: File): unknown =>
  typeof service['price'] === 'object' ? (service['price'] as File)['average'] : service['price'];

describe('an account under objections', () => {
  const base = answerable();

  it('is put to twelve in their order, and to all together', () => {
    const { stress } = account(base);
    expect(stress.map(({ id }) => id)).toEqual([
      'short-run-prices',
      'counterfactual',
      'no-transfers',
      'subsidy-deducted',
      'horizon-halved',
      'drop-outs',
      'displacement',
      'participants-time',
      'public-funds',
      'lost-to-follow-up',
      'largest-row',
      'relapse',
      'all-together',
    ]);
    for (const { objection, source, id } of stress) {
      expect(objection.length).toBeGreaterThan(10);
      if (id !== 'all-together') expect(source?.length).toBeGreaterThan(10);
    }
  });

  it('short-run prices: money not spent', () => {
    const shortRun = headline(account(base))?.shortRunMarginal;
    near(row(account(base), 'short-run-prices').npv, shortRun?.npv);
    near(row(account(base), 'short-run-prices').publicNet, shortRun?.publicBudget.net);
    unanswered(referenceCareers(), 'short-run-prices', 'prison, remand, compulsory, detox, care');
  });

  it('short-run prices by a default share', () => {
    const shares = { shortRunShares: { real: { share: 0.3, source: 'test' } } };
    const byShare = account(answerable({}, { services: referenceCareers()['services'], ...shares }));
    near(row(byShare, 'short-run-prices').npv, row(account(base), 'short-run-prices').npv);
  });

  it('a counterfactual from a comparison', () => {
    sameAs(base, 'counterfactual', answerable({ deadweight: undefined, counterfactualShare: 0.35 }));
    expect(row(account(base), 'counterfactual').inputSource).toBe('a waiting list');
    unanswered(answerable({}, { objections: {} }), 'counterfactual', 'objections.counterfactualShare');
    unanswered({ ...referenceStates(), objections }, 'counterfactual', 'state by state');
  });

  it('no transfers: the public budget changes, society does not', () => {
    const without = priced((service) => (service['kind'] === 'transfer' ? 0 : service['price']));
    sameAs(base, 'no-transfers', answerable({}, { services: without }));
    near(row(account(base), 'no-transfers').difference, 0);
    expect(row(account(base), 'no-transfers').publicDifference).toBeLessThan(-50_000);
    const real = services.filter(({ kind }) => kind === 'real');
    const uses = { without: { prison: 40 }, withSuccess: {}, withFailure: { prison: 45 }, during: undefined };
    unchanged(answerable(uses, { services: real }), 'no-transfers', 'No benefits');
  });

  it('the subsidy deducted', () => {
    const subsidised = {
      work: {
        grossWage: 264_000,
        employerContributions: 0.3142,
        subsidy: { paidBy: 'region', amount: 90_000 },
      },
    };
    const full = answerable(subsidised, { productionValue: 'full-wage' });
    sameAs(full, 'subsidy-deducted', answerable(subsidised, { productionValue: 'net-of-subsidy' }));
    expect(row(account(full), 'subsidy-deducted').difference).toBeLessThan(-50_000);
    unchanged(answerable(subsidised), 'subsidy-deducted', 'already');
    unchanged(answerable({}, { productionValue: 'full-wage' }), 'subsidy-deducted', 'there are none');
  });

  it('half the horizon: of an odd one half-way between two', () => {
    const result = account(base);
    const [two, three] = [result.horizons[1], result.horizons[2]];
    near(row(result, 'horizon-halved').npv, ((two?.npv ?? 0) + (three?.npv ?? 0)) / 2);
    expect(row(result, 'horizon-halved').said.values).toEqual({ years: 5, half: 2.5 });
    const even = account(answerable({}, { headlineHorizon: 2 }));
    near(row(even, 'horizon-halved').npv, even.horizons[0]?.npv);
  });

  it('half a year of one: the stay and what is paid at the start, and half of what the year adds', () => {
    const result = account(answerable({}, { headlineHorizon: 1 }));
    const start = (result.stay?.societyGain ?? 0) - 300_000;
    near(row(result, 'horizon-halved').npv, ((headline(result)?.npv ?? 0) + start) / 2);
  });

  it('drop-outs as they are counted', () => {
    unchanged(base, 'drop-outs', 'counted as they live');
    unanswered(answerable({ withFailure: undefined }), 'drop-outs', 'typical');
    unchanged(
      answerable({ withFailure: undefined, successShare: 1, lostToFollowUp: 0 }),
      'drop-outs',
      'live',
    );
    unchanged(referenceStates(), 'drop-outs', 'counted as they live');
  });

  it('displacement of a half, where it is lower', () => {
    sameAs(base, 'displacement', answerable({ displacement: 0.5 }));
    unchanged(answerable({ displacement: 0.6 }), 'displacement', 'already');
    unchanged(answerable({ work: undefined }), 'displacement', 'there is none');
    const states = referenceStates();
    const [cohort] = states['cohorts'] as File[];
    sameAs(states, 'displacement', { ...states, cohorts: [{ ...cohort, displacement: 0.5 }] });
  });

  it('displacement by a parameter', () => {
    const named = answerable({ displacement: { of: 'x' } }, { parameters: { x: { value: 0.25 } } });
    near(row(account(named), 'displacement').npv, row(account(base), 'displacement').npv);
  });

  it('participants’ time, at work and in the stay, as much more as they work', () => {
    const result = account(base);
    // Half a year of the stay; 0.5 succeed and 0.1 would have, in each of five years.
    const years = [1, 2, 3, 4, 5].reduce((sum, year) => sum + Math.exp(-year * Math.log(1.04)), 0);
    near(row(result, 'participants-time').difference, -50_000 * (0.5 + 0.4 * years));
    near(row(result, 'participants-time').publicDifference, 0);
    unanswered(answerable({}, { objections: {} }), 'participants-time', 'objections.participantTime');
  });

  it('participants’ time where deadweight of services and production differ', () => {
    const split = answerable({ deadweight: { services: 1, production: 0.2 } });
    near(
      row(account(split), 'participants-time').difference,
      row(account(base), 'participants-time').difference,
    );
  });

  it('participants’ time in the state form', () => {
    const result = account({ ...referenceStates(), objections });
    near(row(result, 'participants-time').difference, (-50_000 * 0.4) / 1.04);
  });

  it('the cost of public funds, of what public agencies pay', () => {
    const result = account(base);
    near(row(result, 'public-funds').difference, -0.3 * 300_000);
    near(row(result, 'public-funds').publicDifference, 0);
    const cheaper = { ...objections, publicFunds: { value: 0.1, source: 'a ministry' } };
    const own = row(account(answerable({}, { objections: cheaper })), 'public-funds');
    near(own.difference, -0.1 * 300_000);
    expect(own.inputSource).toBe('a ministry');
    const privately = [{ paidBy: 'employer', perEntrant: 1_000, time: 0, source: 'test' }];
    unchanged(answerable({}, { programmeCost: privately }), 'public-funds', 'No public agency');
  });

  it('those lost to follow-up as not succeeded, which they are', () => {
    unchanged(base, 'lost-to-follow-up', 'counted as not succeeded');
    unanswered(answerable({ lostToFollowUp: undefined }), 'lost-to-follow-up', 'typical');
    const states = referenceStates();
    const [cohort] = states['cohorts'] as File[];
    const lost = (lostToFollowUp: number): File => ({ ...states, cohorts: [{ ...cohort, lostToFollowUp }] });
    unanswered(lost(2), 'lost-to-follow-up', 'shares by year');
    unchanged(lost(0), 'lost-to-follow-up', 'nobody was');
  });

  it('the largest row left out: work', () => {
    const result = account(base);
    expect(row(result, 'largest-row').change).toContain('production, and with it wages and taxes');
    sameAs(base, 'largest-row', answerable({ work: undefined }));
  });

  it('the largest row left out: a service', () => {
    const dear = services.map((service) =>
      service['id'] === 'prison' ? { ...service, price: { average: 30_000, shortRunMarginal: 1 } } : service,
    );
    const none = dear.map((service) => (service['id'] === 'prison' ? { ...service, price: 0 } : service));
    const file = answerable({}, { services: dear });
    expect(row(account(file), 'largest-row').change).toContain('prison');
    sameAs(file, 'largest-row', answerable({}, { services: none }));
  });

  it('relapse at the published rate, where it is higher', () => {
    sameAs(base, 'relapse', answerable({ dropOff: 0.25 }));
    sameAs(answerable({ dropOff: undefined, survival: [1, 0.9] }), 'relapse', answerable({ dropOff: 0.25 }));
    unchanged(answerable({ dropOff: 0.3 }), 'relapse', 'already');
    unanswered(answerable({}, { objections: {} }), 'relapse', 'objections.relapse');
    unanswered({ ...referenceStates(), objections }, 'relapse', 'states');
  });

  it('all of it together', () => {
    const result = account(base);
    const together = row(result, 'all-together');
    expect(together.change).toBe('All objections that could be answered at once: 12 of 12.');
    // By hand: no work (the largest row), so no transfers saved and no displacement; short-run prices; relapse.
    const file = answerable(
      {
        work: undefined,
        deadweight: undefined,
        counterfactualShare: 0.35,
        dropOff: 0.25,
        withSuccess: { care: 1, time: 1 },
        during: { months: 6, use: { time: 1 } },
      },
      {
        services: [
          ...priced((service) => (service['kind'] === 'transfer' ? 0 : 0.3 * Number(average(service)))),
          { id: 'time', price: 50_000, kind: 'real', paidBy: { participants: 1 }, source: 'test' },
        ],
        programmeCost: [
          { paidBy: 'municipality', perEntrant: 300_000, time: 0, source: 'test' },
          { paidBy: 'employer', perEntrant: 20_000 + 0.3 * 300_000 * 1.04, time: 1, source: 'test' },
        ],
      },
    );
    const [two, three] = [account(file).horizons[1], account(file).horizons[2]];
    near(together.npv, ((two?.npv ?? 0) + (three?.npv ?? 0)) / 2);
    expect(together.difference).toBeLessThan(-500_000);
  });

  it('has the same rows in careers and in the equal states, where both can answer', () => {
    const [careers, states] = [account(referenceCareers()), account(referenceStates())];
    for (const id of ['no-transfers', 'horizon-halved', 'displacement', 'public-funds', 'largest-row'])
      near(row(careers, id).npv, row(states, id).npv);
  });

  it('says nothing of a ratio over nothing', () => {
    const free = account(answerable({}, { programmeCost: [] }));
    expect(row(free, 'displacement').benefitCostRatio).toBeNull();
    expect(row(free, 'displacement').npv).not.toBeNull();
  });

  it('does not mind an id that is taken', () => {
    const taken = [
      ...services,
      {
        id: 'participants-time',
        price: 7,
        kind: 'real',
        paidBy: { region: 1 },
        daysPerUnit: 0,
        source: 'test',
      },
    ];
    const agencies = [...(referenceCareers()['agencies'] as File[]), { id: 'cost-of-public-funds' }];
    const result = account(answerable({}, { services: taken, agencies }));
    near(row(result, 'participants-time').difference, row(account(base), 'participants-time').difference);
    near(row(result, 'public-funds').difference, -0.3 * 300_000);
  });

  it.each([
    [{ counterfactualShare: { value: 1.5, source: 'x' } }, '/objections/counterfactualShare/value'],
    [{ relapse: { value: 0.5 } }, '/objections/relapse/source'],
    [{ participantTime: { perYear: -1, source: 'x' } }, '/objections/participantTime/perYear'],
    [{ horizon: { value: 1, source: 'x' } }, '/objections/horizon'],
  ])('refuses %j', (wrong, pointer) => {
    expect(refusals(answerable({}, { objections: wrong }))).toEqual([pointer]);
  });
});

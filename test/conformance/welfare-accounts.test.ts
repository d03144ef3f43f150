import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WelfareAccountResult } from '../../src/core/result.js';
import { account, type File } from '../cases/files.js';
import { spending, yearOfWork } from '../cases/preset-files.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

type Case = { readonly id: string } & Readonly<Record<string, unknown>>;
const { cases } = JSON.parse(
  readFileSync(join(folder, 'published-cases', 'welfare-accounts.json'), 'utf8'),
) as { cases: readonly Case[] };

function published(id: string): unknown {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no published case ${id}`);
  return found;
}

/** Half the last printed digit. */
const WHOLE = 0.5;
const CENT = 0.005;
const TENTH = 0.05;
const MILLE = 0.0005;

function near(value: number | null | undefined, expected: number, tolerance: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
}

const MONEY = [
  spending('services', 'public'),
  spending('other-services', 'other'),
  spending('benefit', 'public', 'transfer'),
];

/** An account of one year, undiscounted, from printed totals: what is gained is a service that is no longer used. */
function totals(careers: readonly File[], more: File = {}): WelfareAccountResult {
  const file = yearOfWork('basta', careers, {
    horizons: [1],
    services: MONEY,
    agencies: [{ id: 'public' }, { id: 'other', public: false }],
    ...more,
  });
  return account(file);
}

const first = (result: WelfareAccountResult) => result.horizons[0];

/** Production of a person for whom nothing else is counted. */
const producing = (grossWage: number): File => ({ work: { grossWage } });

describe('KrAmi: a work programme with ordinary probation as comparison', () => {
  interface Krami {
    programmeGain: number;
    comparisonGain: number;
    attributable: number;
    completers: number;
    dropOuts: number;
    derived: { completerShare: number; breakEvenCompleterShare: number };
  }

  it('Malmö: services fell as much without it and production half, six tenths were not its own', () => {
    const malmo = published('krami-malmo') as Krami;
    // What came to the comparison group too: all of the services s, half of the production w; s + w and s + w / 2.
    const production = 2 * (malmo.programmeGain - malmo.comparisonGain);
    const services = malmo.programmeGain - production;
    const group = (deadweight: unknown) =>
      totals([
        {
          id: 'clients',
          counterfactualShare: undefined,
          deadweight,
          without: { services },
          ...producing(production),
        },
      ]);
    near(first(group(0))?.npv, malmo.programmeGain, WHOLE);
    near(first(group({ services: 1, production: 0.5 }))?.npv, malmo.attributable, WHOLE);
  });

  it('Malmö: those who dropped out cost more than they would have, which sets how many must complete', () => {
    const malmo = published('krami-malmo') as Krami;
    const group = (successShare: number) =>
      totals([
        {
          id: 'clients',
          successShare,
          without: { services: malmo.completers },
          withSuccess: { services: 0 },
          withFailure: { services: malmo.completers - malmo.dropOuts },
          work: undefined,
        },
      ]);
    // The printed share is rounded to three decimals: the gain to half of that of a change from −4.0 to 2.5 million.
    const rounding = MILLE * (malmo.completers - malmo.dropOuts);
    near(first(group(malmo.derived.completerShare))?.npv, malmo.programmeGain, rounding);
    const [horizon] = group(malmo.derived.completerShare).horizons;
    near(horizon?.breakEvenSuccessShare, malmo.derived.breakEvenCompleterShare, MILLE);
  });

  it('Örebro: almost all of it would have come anyway', () => {
    const orebro = published('krami-orebro') as Krami;
    const result = totals([
      {
        id: 'clients',
        counterfactualShare: undefined,
        deadweight: orebro.comparisonGain / orebro.programmeGain,
        without: { services: orebro.programmeGain },
        work: undefined,
      },
    ]);
    near(first(result)?.npv, orebro.attributable, WHOLE);
  });
});

describe('VALORIS: the value for public budgets of Italian cooperatives', () => {
  const AGENCIES = ['state', 'region', 'municipality'] as const;

  /** A class of which only benefits and costs, or only the value, is printed. */
  const classOf = (id: string, persons: number, benefits: number, costs: number): File => ({
    id,
    entrants: persons,
    without: { state: benefits / persons },
    work: { grossWage: 1e6, exemptions: { state: costs / persons } },
  });
  const classOfValue = (id: string, persons: number, value: number): File =>
    classOf(id, persons, Math.max(value, 0), Math.max(-value, 0));
  const valoris = (careers: readonly File[]) => {
    const { presetFigures } = account(
      yearOfWork('valoris', careers, { services: AGENCIES.map((agency) => spending(agency, agency)) }),
    );
    if (presetFigures?.preset !== 'valoris') throw new Error('not VALORIS');
    return presetFigures;
  };

  interface Year {
    benefits: number;
    costs: number;
    value: number;
  }

  it('L’Ovile: both years, and the fall between them', () => {
    const { years } = published('valoris-ovile') as { years: Record<string, Year> };
    const values = ['2017', '2022'].map((year) => {
      const printed = years[year] as Year;
      // How many people is not printed: the cooperative counts as one.
      const { total } = valoris([classOf('all', 1, printed.benefits, printed.costs)]);
      near(total.benefits, printed.benefits, WHOLE);
      near(total.costs, printed.costs, WHOLE);
      near(total.value, printed.value, WHOLE);
      return total.value ?? Number.NaN;
    });
    near((values[1] ?? 0) - (values[0] ?? 0), 260_292 - 419_771, 2 * WHOLE);
  });

  it('Ecosviluppo: the value for each of 134 people', () => {
    const printed = published('valoris-ecosviluppo-2018') as Year & {
      persons: number;
      valuePerPerson: number;
    };
    const { total, perPerson } = valoris([classOf('all', printed.persons, printed.benefits, printed.costs)]);
    near(total.value, printed.value, CENT);
    near(perPerson.value, printed.valuePerPerson, CENT);
  });

  it('Contatto: the value for each of 20 people', () => {
    const printed = published('valoris-contatto-2016') as {
      value: number;
      persons: number;
      valuePerPerson: number;
    };
    const { perPerson } = valoris([classOfValue('all', printed.persons, printed.value)]);
    near(perPerson.value, printed.valuePerPerson, CENT);
  });

  it('Il Segno: three classes, the residual one below nothing', () => {
    const printed = published('valoris-il-segno-2021') as {
      value: number;
      persons: number;
      classes: Record<string, { persons: number; value: number }>;
      derived: { residual: { persons: number; value: number; perPerson: number } };
    };
    const classes = Object.entries(printed.classes).map(([name, one]) =>
      classOfValue(name.replaceAll(' ', '-'), one.persons, one.value),
    );
    const { residual } = printed.derived;
    const { people, total, byClass } = valoris([
      ...classes,
      classOfValue('residual', residual.persons, residual.value),
    ]);
    expect(people).toBe(printed.persons);
    near(total.value, printed.value, CENT);
    const left = byClass.find(({ id }) => id === 'residual');
    near(left?.total.value, residual.value, CENT);
    near(left?.perPerson.value, residual.perPerson, CENT);
    near(byClass.find(({ id }) => id === 'disability')?.total.value, 79_132.71, CENT);
  });

  it('Opera: the value by level of government', () => {
    const printed = published('valoris-opera-2022') as {
      value: number;
      persons: number;
      shares: Record<string, number>;
      derived: Record<string, number>;
    };
    const each = printed.value / printed.persons;
    const { total, byLevel } = valoris([
      {
        id: 'all',
        entrants: printed.persons,
        without: {
          state: (printed.shares['state'] ?? 0) * each,
          region: (printed.shares['region'] ?? 0) * each,
          municipality: (printed.shares['municipalities'] ?? 0) * each,
        },
      },
    ]);
    near(total.value, printed.value, CENT);
    for (const [name, expected] of Object.entries(printed.derived)) {
      const level = name === 'municipalities' ? 'municipality' : name;
      near(byLevel.find((one) => one.level === level)?.total.value, expected, CENT);
    }
  });
});

describe('Gizatea: one post of a Spanish integration enterprise', () => {
  it('costs 16,200, brings 9,153 back and saves 12,000', () => {
    const printed = published('gizatea-2010') as {
      publicAid: number;
      otherAid: number;
      returned: { socialSecurity: number; contingencies: number; vat: number };
      assistanceAvoided: number;
      derived: { gross: number; returned: number; netCost: number; saving: number };
    };
    const wage = 20_000;
    const contributions = printed.returned.socialSecurity + printed.returned.contingencies;
    const { presetFigures } = account(
      yearOfWork(
        'employment-clause',
        [
          {
            id: 'post',
            without: { assistance: printed.assistanceAvoided },
            work: {
              grossWage: wage,
              employerContributions: contributions / wage,
              contributionsTo: { state: 1 },
              vat: { state: printed.returned.vat / wage },
              subsidy: { paidBy: 'region', amount: printed.publicAid },
            },
          },
        ],
        {
          services: [spending('assistance', 'region', 'transfer')],
          programmeCost: [{ paidBy: 'region', perEntrant: printed.otherAid, time: 0, source: 'test' }],
        },
      ),
    );
    if (presetFigures?.preset !== 'employment-clause') throw new Error('not an employment clause');
    const { perJob } = presetFigures;
    near(perJob.paid, printed.derived.gross, WHOLE);
    near(perJob.returned, printed.derived.returned, WHOLE);
    near(perJob.netCostBeforeSavings, printed.derived.netCost, WHOLE);
    near(perJob.netCost, -printed.derived.saving, WHOLE);
  });
});

describe('French job factories', () => {
  interface Factory {
    avoidedCostAndReceipts: readonly [number, number];
    netCost: readonly [number, number];
    startUpCost: number;
  }

  it('cost per full-time year what the evaluation says, at either end of its range', () => {
    const printed = published('tzcld-2025') as Factory;
    const [least, most] = printed.avoidedCostAndReceipts;
    const [cheap, dear] = printed.netCost;
    for (const [back, net] of [
      [least, dear],
      [most, cheap],
    ] as const) {
      const { presetFigures } = account(
        yearOfWork('job-factory', [{ id: 'residents', without: { state: back } }], {
          services: [spending('state', 'state')],
          // What is paid is not printed; it is the sum at either end alike.
          programmeCost: [
            { paidBy: 'state', perEntrant: least + dear, time: 0, source: 'test' },
            { paidBy: 'state', perEntrant: printed.startUpCost, time: 0, startUp: true, source: 'test' },
          ],
        }),
      );
      if (presetFigures?.preset !== 'job-factory') throw new Error('not a job factory');
      near(presetFigures.perFullTimeYear.netCost, net, WHOLE);
      near(presetFigures.startUp.perFullTimeYear, printed.startUpCost, WHOLE);
    }
    // The claim that it costs nothing lies outside the range.
    expect(cheap).toBeGreaterThan(0);
  });
});

describe('accounts by actor, net of the usual placement, and over two horizons', () => {
  it('Danish case management: society, municipality and citizen', () => {
    const printed = published('danish-cti-2013') as {
      society: number;
      municipality: Record<string, number>;
      citizen: number;
    };
    const uses = Object.fromEntries(
      Object.values(printed.municipality).map((amount, at) => [`municipal${at}`, amount]),
    );
    const municipal = Object.values(printed.municipality).reduce((sum, amount) => sum + amount, 0);
    const result = account(
      yearOfWork(
        'basta',
        [
          {
            id: 'homeless',
            // What others than the municipality saved is not printed: the rest of society's gain.
            without: { ...uses, elsewhere: printed.society - municipal },
            withSuccess: { citizen: printed.citizen },
            work: undefined,
          },
        ],
        {
          horizons: [1],
          services: [
            ...Object.keys(uses).map((id) => spending(id, 'municipality')),
            spending('elsewhere', 'region'),
            spending('citizen', 'state', 'transfer'),
          ],
        },
      ),
    );
    near(first(result)?.pvGain, printed.society, WHOLE);
    near(first(result)?.actors['municipality']?.gain, municipal, WHOLE);
    near(first(result)?.actors['participants']?.gain, printed.citizen, WHOLE);
    near(result.flows.find(({ id }) => id === 'services.municipal0')?.total, 35_000, WHOLE);
  });

  it('MTFC: the cost is net of the usual placement, or there would be no gain of 3.3 to one', () => {
    const printed = published('mtfc-2019') as {
      grossCost: number;
      npv: number;
      benefitCostRatio: number;
      derived: { incrementalCost: number; benefit: number };
    };
    const spentAnyway = printed.grossCost - printed.derived.incrementalCost;
    const result = (more: File) =>
      first(
        totals([{ id: 'youth', without: { services: printed.derived.benefit }, work: undefined }], {
          programmeCost: [
            { paidBy: 'public', perEntrant: printed.grossCost, time: 0, source: 'test', ...more },
          ],
        }),
      );
    const net = result({ spentAnyway: { perEntrant: spentAnyway } });
    near(net?.pvCost, printed.derived.incrementalCost, WHOLE);
    near(net?.npv, printed.npv, WHOLE);
    near(net?.benefitCostRatio, printed.benefitCostRatio, TENTH);
    near(net?.spent, printed.grossCost, WHOLE);
    expect(result({})?.benefitCostRatio).toBeLessThan(1.1);
  });

  it('Hutchinson: one account at three and at twenty years, its gain lasting less and less', () => {
    const { ratio } = published('hutchinson-2024') as { ratio: Record<string, readonly [number, number]> };
    for (const end of [0, 1]) {
      const [short, long] = [ratio['3 years']?.[end] ?? 0, ratio['20 years']?.[end] ?? 0];
      // A gain of a third of the first ratio a year, and of what is left of it in the seventeen years after.
      const yearly = short / 3;
      const left = (long - short) / 17 / yearly;
      const result = totals(
        [
          {
            id: 'people',
            dropOff: undefined,
            survival: [1, 1, 1, left],
            without: { services: yearly },
            work: undefined,
          },
        ],
        {
          horizons: [3, 20],
          programmeCost: [{ paidBy: 'public', perEntrant: 1, time: 0, source: 'test' }],
        },
      );
      near(result.horizons[0]?.benefitCostRatio, short, CENT);
      near(result.horizons[1]?.benefitCostRatio, long, CENT);
    }
  });

  it('Beateberg: the cost to others, with and without, and next to nothing between them', () => {
    const printed = published('beateberg-2009') as { externalCostWithout: number; externalCostWith: number };
    const result = totals([
      {
        id: 'people',
        without: { services: printed.externalCostWithout },
        withSuccess: { services: printed.externalCostWith },
        work: undefined,
      },
    ]);
    near(first(result)?.npv, 52_000, 2 * WHOLE);
  });

  it('Supported Work: groups apart, one of them below nothing', () => {
    const printed = published('nsw-benefit-cost') as { youth: number };
    // “More than 4,000” of former addicts is its bound here.
    const result = totals([
      { id: 'ex-addicts', without: { services: 4_000 }, work: undefined },
      { id: 'youth', withSuccess: { services: -printed.youth }, work: undefined },
    ]);
    const group = (id: string) => result.perCohort.find((one) => one.id === id);
    near(group('youth')?.npv, printed.youth, WHOLE);
    near(group('ex-addicts')?.npv, 4_000, WHOLE);
  });

  it('Enköping: a cost that grows for society and moves from the state to the municipality', () => {
    const result = account(
      yearOfWork(
        'basta',
        [{ id: 'people', without: { state: 100 }, withSuccess: { municipality: 160 }, work: undefined }],
        { horizons: [1], services: [spending('state', 'state'), spending('municipality', 'municipality')] },
      ),
    );
    expect(first(result)?.npv).toBe(-60);
    expect(first(result)?.actors['state']?.net).toBe(100);
    expect(first(result)?.actors['municipality']?.net).toBe(-160);
  });
});

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- files are broken on purpose */
import { describe, expect, it } from 'vitest';
import {
  type File,
  prepared,
  referenceCareers,
  referenceStates,
  refusals,
  row,
  valueMapFile,
  wheelsToMeals,
} from '../cases/files.js';

function changed(file: File, change: (copy: any) => void): File {
  const copy = structuredClone(file);
  change(copy);
  return copy;
}

describe('good files', () => {
  it.each([
    ['a value map', wheelsToMeals()],
    ['careers', referenceCareers()],
    ['states', referenceStates()],
  ])('%s passes', (_what, file) => {
    expect(refusals(file)).toEqual([]);
  });
});

describe('every problem of a file is named, each at its place', () => {
  it('across shapes and rules at once', () => {
    const bad = changed(wheelsToMeals(), (file) => {
      file.outcomes[0].deadweight = 1.5;
      file.outcomes[1].durationYears = -1;
      file.period.to = '2025-02-30';
      file.surprise = 1;
      file.outcomes[2].quantity = '7';
      file.outcomes[3].id = 'W1';
      delete file.conventions.discountRate;
    });
    expect(refusals(bad)).toEqual([
      '/conventions/discountRate',
      '/outcomes/0/deadweight',
      '/outcomes/1/durationYears',
      '/outcomes/2/quantity',
      '/outcomes/3/id',
      '/period/to',
      '/surprise',
    ]);
  });

  it.each<[string, string, (file: any) => void]>([
    ['a period that ends before it begins', '/period/to', (file) => (file.period.to = '2024-01-01')],
    [
      'no such parameter',
      '/outcomes/0/quantity/of',
      (file) => (file.outcomes[0].quantity = { of: 'nobody' }),
    ],
    [
      'a share its parameter takes out of 0 to 1',
      '/outcomes/0/deadweight',
      (file) => {
        file.parameters = { big: { value: 3 } };
        file.outcomes[0].deadweight = { of: 'big' };
      },
    ],
    [
      'calendar years among counted ones',
      '/outcomes/0/startsYear',
      (file) => {
        file.outcomes[0].startsYear = 2025;
        file.outcomes[1].startsYear = 1;
        file.outcomes[2].startsYear = 1;
      },
    ],
    [
      'more than a hundred years',
      '/outcomes/0/durationYears',
      (file) => (file.outcomes[0].durationYears = 101),
    ],
    [
      'a year beyond the schedule',
      '/outcomes/3/durationYears',
      (file) => (file.conventions.discountRate = [{ untilYear: 3, rate: 0.03 }]),
    ],
    [
      'a range for a number there is not',
      '/uncertainty/inputs/outcomes.W9.quantity',
      (file) =>
        (file.uncertainty = {
          inputs: { 'outcomes.W9.quantity': { distribution: 'uniform', low: 1, high: 2 } },
        }),
    ],
    [
      'a range of a share beyond 1',
      '/uncertainty/inputs/outcomes.W1.deadweight',
      (file) =>
        (file.uncertainty = {
          inputs: { 'outcomes.W1.deadweight': { distribution: 'uniform', low: 0.5, high: 2 } },
        }),
    ],
    [
      'a range upside down',
      '/uncertainty/inputs/outcomes.W1.quantity/high',
      (file) =>
        (file.uncertainty = {
          inputs: { 'outcomes.W1.quantity': { distribution: 'uniform', low: 5, high: 2 } },
        }),
    ],
    ['too few draws', '/uncertainty/draws', (file) => (file.uncertainty = { draws: 99 })],
    ['an input without value or reason', '/inputs/0/notValued', (file) => (file.inputs[0].value = null)],
    [
      'evidence for nothing',
      '/evidence/outcomes.W1.deadwight',
      (file) => (file.evidence = { 'outcomes.W1.deadwight': { source: 'x' } }),
    ],
    [
      'parameters that come to more than the largest amount',
      '/outcomes/0/quantity',
      (file) => {
        file.parameters = { big: { value: 1e15 } };
        file.outcomes[0].quantity = { of: ['big', 'big'] };
      },
    ],
    [
      'a parameter too large',
      '/parameters/big/value',
      (file) => (file.parameters = { big: { value: 1e308 } }),
    ],
    [
      'a range too large',
      '/uncertainty/inputs/outcomes.W1.quantity/mu',
      (file) =>
        (file.uncertainty = {
          inputs: { 'outcomes.W1.quantity': { distribution: 'lognormal', mu: 1e308, sigma: 1 } },
        }),
    ],
    [
      'an input so small that the ratio has no end',
      '',
      (file) => (file.inputs = [{ id: 'I', value: Number.MIN_VALUE }]),
    ],
    [
      'a key of every object among free names',
      '/evidence/__proto__',
      (file) => {
        file.evidence = {};
        Object.defineProperty(file.evidence, '__proto__', { value: { source: 'x' }, enumerable: true });
      },
    ],
    [
      'a key of every object',
      '/__proto__',
      (file) => Object.defineProperty(file, '__proto__', { value: { a: 1 }, enumerable: true }),
    ],
  ])('%s', (_what, pointer, change) => {
    expect(refusals(changed(wheelsToMeals(), change))).toContain(pointer);
  });

  it.each<[string, string, (file: any) => void]>([
    [
      'an agency nobody declared',
      '/services/0/paidBy/nobody',
      (file) => (file.services[0].paidBy = { nobody: 1 }),
    ],
    [
      'payers that do not pay all',
      '/services/0/paidBy',
      (file) => (file.services[0].paidBy = { justice: 0.9 }),
    ],
    [
      'a service nobody declared',
      '/careers/0/without/nothing',
      (file) => (file.careers[0].without.nothing = 1),
    ],
    [
      'both readings of what happens anyway',
      '/careers/0/deadweight',
      (file) => (file.careers[0].counterfactualShare = 0.1),
    ],
    ['more lost than entered', '/careers/0/lostToFollowUp', (file) => (file.careers[0].lostToFollowUp = 25)],
    [
      'people lost and counted as successes',
      '/careers/0/lostToFollowUp',
      (file) => (file.careers[0].lostToFollowUp = 13),
    ],
    ['deductions added', '/conventions/deductions', (file) => (file.conventions.deductions = 'add')],
    ['neither careers nor states', '/careers', (file) => delete file.careers],
    [
      'a subsidy above the wage cost',
      '/careers/0/work/subsidy/amount',
      (file) => (file.careers[0].work.subsidy = { paidBy: 'region', amount: 1e6 }),
    ],
    [
      'a price its parameter takes below 0',
      '/services/0/price',
      (file) => {
        file.parameters = { less: { value: -1 } };
        file.services[0].price = { of: 'less' };
      },
    ],
    [
      'entrants its parameter takes below 0',
      '/careers/0/entrants',
      (file) => {
        file.parameters = { less: { value: -1 } };
        file.careers[0].entrants = { of: 'less' };
      },
    ],
    [
      'taxes by parameters of more than the wage',
      '/careers/0/work/incomeTax',
      (file) => {
        file.parameters = { most: { value: 0.9 } };
        file.careers[0].work.incomeTax = { municipality: { of: 'most' }, region: { of: 'most' } };
      },
    ],
    [
      'VAT of more than the wage',
      '/careers/0/work/vat',
      (file) => (file.careers[0].work.vat = { municipality: 0.9, region: 0.9 }),
    ],
    ['a headline that is no horizon', '/headlineHorizon', (file) => (file.headlineHorizon = 7)],
  ])('%s', (_what, pointer, change) => {
    expect(refusals(changed(referenceCareers(), change))).toContain(pointer);
  });

  it.each<[string, string, (file: any) => void]>([
    [
      'shares of a year that are no whole',
      '/cohorts/0/with/shares/0/of',
      (file) => (file.cohorts[0].with.shares[0].of.before = 0.4),
    ],
    [
      'a state nobody declared',
      '/cohorts/0/with/shares/0/of/heaven',
      (file) => (file.cohorts[0].with.shares[0].of.heaven = 0),
    ],
    [
      'shares that its parameter takes beyond the whole',
      '/cohorts/0/with/shares/0/of',
      (file) => {
        file.parameters = { most: { value: 0.9 } };
        file.cohorts[0].with.shares[0].of.before = { of: 'most' };
      },
    ],
    [
      'people who leave death',
      '/cohorts/0/with/transitions/dead',
      (file) => {
        file.states.push({ id: 'dead' });
        file.cohorts[0].with = { start: { before: 1 }, transitions: { dead: { before: 0.1 } } };
      },
    ],
  ])('%s', (_what, pointer, change) => {
    expect(refusals(changed(referenceStates(), change))).toContain(pointer);
  });
});

describe('a fault is named once', () => {
  it('and not again where it leads to others', () => {
    const bad = changed(referenceCareers({ lostToFollowUp: 3 }), (file) => {
      file.careers[0].successShare = 1.2;
      file.services[0].paidBy = { nobody: 1 };
      file.headlineHorizon = 101;
    });
    expect(refusals(bad)).toEqual([
      '/careers/0/successShare',
      '/headlineHorizon',
      '/services/0/paidBy/nobody',
    ]);
  });
});

describe('a name that stands twice in one object', () => {
  const text = JSON.stringify(referenceCareers());
  it.each([
    ['at the top', '/title', text.replace('"title":', '"title":"other","title":')],
    ['written in another way', '/title', text.replace('"title":', '"t\\u0069tle":"other","title":')],
    ['deep in a list', '/careers/0/entrants', text.replace('"entrants":', '"entrants":3,"entrants":')],
    ['in a second item', '/services/1/id', text.replace('"id":"remand"', '"id":"x","id":"remand"')],
  ])('is refused %s', (_where, pointer, twice) => {
    expect(refusals(twice)).toEqual([pointer]);
  });

  it('is named beside every other problem', () => {
    const bad = text
      .replace('"title":', '"title":"other","title":')
      .replace('"perEntrant":', '"perEntrant":-');
    expect(refusals(bad)).toEqual(['/programmeCost/0/perEntrant', '/title']);
  });

  it('may stand in two objects, and in a text', () => {
    expect(refusals(text.replace('"REF-1"', JSON.stringify('{"a":1,"a":2}\\" "a":')))).toEqual([]);
  });
});

describe('names that every object has', () => {
  it.each(['constructor', 'toString', 'valueOf'])('%s may be a state', (id) => {
    const file = changed(referenceStates(), (copy) => copy.states.push({ id }));
    expect(prepared(file).declared.graph.figure('people.entrants')).toBeDefined();
  });
});

describe('files that are no assessment', () => {
  it.each(['', 'not json', '{"a":NaN}', '[]', 'null', '3', '{}', '{"kind":"other"}'])('%s', (text) => {
    expect(refusals(text)).toHaveLength(1);
  });

  it('ten megabytes of nesting', () => {
    const deep = 2_000_000;
    expect(refusals(`${'['.repeat(deep)}${']'.repeat(deep)}`)).toEqual(['']);
    const inside = JSON.stringify(wheelsToMeals()).replace(
      '"title":',
      `"title":${'['.repeat(deep)}${']'.repeat(deep)},"more":`,
    );
    expect(refusals(inside)).toEqual(['/more', '/title']);
  });

  it('more than ten megabytes', () => {
    expect(refusals(`{"title":"${'x'.repeat(11 * 1024 * 1024)}"}`)).toEqual(['']);
  });
});

describe('the hash of the inputs', () => {
  it('does not depend on the order of keys, and does on every value', () => {
    const file = valueMapFile({ discounting: 'none' }, [{ value: 1 }], [row('A', 1, 1)]);
    const turned = Object.fromEntries(Object.entries(file).reverse());
    expect(prepared(turned).inputsHash).toBe(prepared(file).inputsHash);
    expect(prepared({ ...file, title: 'Another' }).inputsHash).not.toBe(prepared(file).inputsHash);
  });
});

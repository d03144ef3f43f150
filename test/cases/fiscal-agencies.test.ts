import { describe, expect, it } from 'vitest';
import { type File, fiscal, fiscalFile, unit } from './files.js';

const agencies = (file: File): readonly string[] => fiscal(file).perAgency.map(({ agency }) => agency);
const spent = (paidBy: string | undefined, amount = 25_000): File => ({
  year: 0,
  amount,
  paidBy,
  source: 'x',
});

describe('the agencies of a case', () => {
  it('are those that save and those that pay, in the order of ids', () => {
    const units = [unit('exit', 1_000), unit('bed', 100, { agency: 'NHS' })];
    const costs = [spent('council'), spent(undefined, 10), spent('NHS', 5)];
    expect(agencies(fiscalFile({ units, costs, cashability: undefined }))).toEqual(['DWP', 'NHS', 'council']);
  });

  it('are not those of which only something else is valued', () => {
    const units = [unit('exit', 1_000), unit('pay', 5, { agency: 'council', valueType: 'economic' })];
    expect(agencies(fiscalFile({ units }))).toEqual(['DWP']);
  });
});

describe('what is cashable', () => {
  it('is not asked of those who pay and save nothing', () => {
    const result = fiscal(fiscalFile({ costs: [spent('council')] }));
    expect([result.pvCashable, result.perYear[0]?.cashable]).toEqual([50_000, 50_000]);
    expect(result.perAgency).toEqual([
      { agency: 'DWP', fiscal: 50_000, cashable: 50_000, cost: 0, net: 50_000 },
      { agency: 'council', fiscal: 0, cashable: null, cost: 25_000, net: -25_000 },
    ]);
    expect(result.problems.map(({ code }) => code)).not.toContain('cashability-missing');
  });

  it('is not asked of those who pay and of whom only something else is valued', () => {
    const units = [unit('exit', 1_000), unit('pay', 5, { agency: 'council', valueType: 'economic' })];
    expect(fiscal(fiscalFile({ units, costs: [spent('council')] })).pvCashable).toBe(50_000);
  });

  it('is nothing where nobody saves', () => {
    const units = [unit('pay', 5, { agency: undefined, valueType: 'economic' })];
    const result = fiscal(fiscalFile({ units, cashability: {} }));
    expect([result.pvCashable, result.perYear[0]?.cashable, result.perYear[0]?.economic]).toEqual([
      0, 0, 250,
    ]);
  });
});

describe('the break-even impact', () => {
  const reached = (more: File) => {
    const [outcome] = fiscal(fiscalFile(more)).perOutcome;
    return [outcome?.breakEvenImpact, outcome?.breakEvenReachable];
  };

  it.each<[string, number, number, boolean]>([
    ['nobody', 0, 0, true],
    ['everybody', 100_000, 1, true],
    ['more than everybody', 125_000, 1.25, false],
  ])('may be that of %s', (_, amount, impact, reachable) => {
    expect(reached({ deadweight: 0, costs: [spent('DWP', amount)] })).toEqual([impact, reachable]);
  });

  it('is none where no agency saves, however many succeed', () => {
    const units = [unit('pay', 5, { agency: undefined, valueType: 'economic' })];
    expect(reached({ units, cashability: {} })).toEqual([null, false]);
  });

  it('is one of a share of those who would fail without, read so', () => {
    // 25 of the hundred are to be saved: of the 75 who would not make it alone, a third.
    expect(reached({ deadweightReading: 'proportional' })).toEqual([1 / 3, true]);
  });
});

describe('corrections for optimism', () => {
  const open = { obBenefits: undefined, obCosts: undefined };

  it('of which some are given and some follow from grades have a table', () => {
    const { optimismBias, perOutcome } = fiscal(
      fiscalFile({ obBenefits: undefined, confidence: { effect: 3 } }),
    );
    expect(optimismBias.costs.from).toBe('file');
    expect(optimismBias.table?.verified).toBe(false);
    expect(perOutcome[0]?.optimismBias.from).toBe('grades');
  });

  it('that nobody gives are none, of costs and of benefits', () => {
    for (const left of [open, { obBenefits: null, obCosts: null }]) {
      const { optimismBias, perOutcome, problems, assumptions } = fiscal(fiscalFile(left));
      expect(optimismBias).toMatchObject({ costs: { value: 0, from: 'none', grade: null }, table: null });
      expect(perOutcome[0]?.optimismBias).toEqual({ value: 0, from: 'none', grade: null });
      const missed = problems.filter(({ code }) => code === 'optimism-bias-missing');
      expect(missed.map(({ path, values }) => [path, values])).toEqual([
        ['/obBenefits', { what: 'benefits' }],
        ['/obCosts', { what: 'costs' }],
      ]);
      const corrections = assumptions.filter(({ input }) => input.startsWith('ob'));
      expect(corrections.map(({ assessed }) => assessed)).toEqual([false, false]);
    }
  });

  it('by grade say what was graded, and where', () => {
    const file = fiscalFile({
      ...{ ...open, confidence: { costs: 2 } },
      outcomes: [
        { id: 'a', confidence: { population: 4 } },
        { id: 'b', obBenefits: -0.5 },
      ],
    });
    const { assumptions, optimismBias, problems } = fiscal(file);
    const of = (name: string) => assumptions.find(({ input }) => input === name);
    expect(of('obCosts')).toMatchObject({
      path: '/confidence/costs',
      method: 'confidence grade 2 of costs; the worst, 2, decides',
      source: optimismBias.table?.source,
    });
    expect(of('outcomes.a.obBenefits')).toMatchObject({
      path: '/outcomes/0/confidence',
      label: 'optimism bias of benefits, a',
      method: 'confidence grade 4 of population; the worst, 4, decides',
    });
    const unseen = problems.filter(({ code }) => code === 'optimism-bias-unverified');
    expect(unseen.map(({ path, values: { what, source } }) => [path, what, source])).toEqual([
      ['/outcomes/0/confidence', 'benefits', optimismBias.table?.source],
      ['/confidence/costs', 'costs', optimismBias.table?.source],
    ]);
  });
});

describe('without costs', () => {
  const set = { impact: 0.5 };
  const scenarios = [{ id: 'low', name: 'Low', set }];

  it('scenarios are held against the net result, as there is no return', () => {
    const [low] = fiscal(fiscalFile({ costs: [], scenarios })).scenarios;
    // A quarter of the hundred instead of half of them.
    expect(low?.figures['headline']).toMatchObject({ figure: 'netPresentBudgetImpact', point: 25_000 });
    const [paid] = fiscal(fiscalFile({ scenarios })).scenarios;
    expect(paid?.figures['headline']).toMatchObject({ figure: 'fiscalReturn', point: 1 });
    expect(paid?.figures['net']).toMatchObject({ figure: 'netPresentBudgetImpact', point: 0 });
  });

  it('what moves the net result is shown', () => {
    const moved = fiscal(fiscalFile({ costs: [] })).sensitivity.find(
      ({ input }) => input === 'units.exit.value',
    );
    expect([moved?.low, moved?.high]).toEqual([45_000, 55_000]);
  });
});

describe('a share', () => {
  it('cannot be moved beyond all, however little is saved', () => {
    const { sensitivity } = fiscal(fiscalFile({ costs: [spent('DWP', 120_000)] }));
    const impact = sensitivity.find(({ input }) => input === 'impact');
    // 120 of a hundred people, and 25 who would have made it anyway.
    expect(impact?.switchingValue).toBe(1.45);
    expect(impact?.reachable).toBe(false);
    expect(sensitivity.find(({ input }) => input === 'targetPopulation')?.reachable).toBe(true);
  });
});

describe('a profile', () => {
  it('is one of shares, of which none is moved beyond all', () => {
    const { sensitivity } = fiscal(fiscalFile({ years: 2, profile: [1, 0.5] }));
    const ends = (year: number) => sensitivity.find(({ input }) => input === `profile.${year}`);
    expect([ends(0)?.from, ends(0)?.to]).toEqual([0.9, 1]);
    expect([ends(1)?.from, ends(1)?.to]).toEqual([0.45, 0.55]);
  });
});

describe('a number of people or of cases', () => {
  it('is never less than none', () => {
    // The other outcome saves twice what is spent, so that this one would have to lose what it saves.
    const outcomes = [{ id: 'a' }, { id: 'b', incidence: 0.5 }];
    const { sensitivity } = fiscal(fiscalFile({ outcomes }));
    const cases = sensitivity.find(({ input }) => input === 'outcomes.b.incidence');
    expect([cases?.switchingValue, cases?.reachable]).toEqual([-0.5, false]);
  });
});

describe('an effect', () => {
  it('comes when its outcome says, or as late as all', () => {
    const outcomes = [{ id: 'a' }, { id: 'b', lagYears: 0 }];
    const { perOutcome } = fiscal(fiscalFile({ years: 2, lagYears: 1, dropOff: 0, outcomes }));
    expect(perOutcome.map(({ netOutcomes }) => netOutcomes.map(({ outcomes: due }) => due))).toEqual([
      [0, 50],
      [50, 50],
    ]);
  });

  it('is no transfer where nobody says so', () => {
    const { pvTransfers, pvPublicValue } = fiscal(
      fiscalFile({ units: [unit('exit', 1_000, { transfer: undefined })] }),
    );
    expect([pvTransfers, pvPublicValue]).toEqual([0, 50_000]);
  });
});

describe('draws', () => {
  it('tell each payer how likely it is to gain', () => {
    const costs = [spent('council', 1), spent('DWP', 10_000), spent(undefined, 1)];
    const inputs = { impact: { distribution: 'discrete', values: [0.5, 0.75], weights: [1, 1] } };
    const { uncertainty } = fiscal(fiscalFile({ costs, uncertainty: { draws: 100, inputs } }));
    // At least a quarter of the hundred are due to it, which saves 25,000; the council saves nothing.
    expect(Object.entries(uncertainty?.payers ?? {})).toEqual([
      ['DWP', 1],
      ['council', 0],
    ]);
  });
});

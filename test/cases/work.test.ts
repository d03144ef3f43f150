import { describe, expect, it } from 'vitest';
import { account, explained, type File, refusals, referenceCareers, referenceStates } from './files.js';

/** Half the last printed digit. */
const CENT = 0.005;

function near(value: number | null | undefined, expected: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(CENT);
}

/** Everybody succeeds, nothing is deducted: what is left is work itself. */
const worker = (work: File, more: File = {}): File =>
  referenceCareers({
    without: {},
    withSuccess: {},
    successShare: 1,
    deadweight: 0,
    displacement: 0,
    work,
    ...more,
  });

describe('self-employment', () => {
  const work = {
    selfEmployment: { income: 200_000, contributions: 0.25 },
    contributionsTo: { treasury: 1 },
    incomeTax: { municipality: 0.2 },
    vat: { treasury: 0.1 },
  };

  it('is production of the participants, and no wage of anybody', () => {
    const { perSuccessYear, flows } = account(worker(work));
    near(perSuccessYear.societyGain, 200_000);
    near(perSuccessYear.actors['municipality'], 40_000);
    // Contributions, and value added tax on what contributions and income tax leave.
    near(perSuccessYear.actors['treasury'], 50_000 + 0.1 * 110_000);
    near(perSuccessYear.actors['participants'], 0.9 * 110_000);
    near(perSuccessYear.actors['employer'], 0);
    expect(flows.some(({ kind }) => kind === 'wage')).toBe(false);
  });

  it('is not lowered by a grant, which comes on top for whoever gets it', () => {
    const { perSuccessYear } = account(worker({ ...work, subsidy: { paidBy: 'region', amount: 30_000 } }));
    near(perSuccessYear.productionValue, 200_000);
    near(perSuccessYear.actors['region'], -30_000);
    near(perSuccessYear.actors['participants'], 0.9 * 110_000 + 30_000);
  });

  it('displaces others who live on their own work', () => {
    const { afterDisplacement } = account(worker(work, { displacement: 0.5 }));
    near(afterDisplacement.societyGain, 100_000);
    near(afterDisplacement.actors['displacedPeople'], -0.5 * 0.9 * 110_000);
    near(afterDisplacement.actors['municipality'], 20_000);
    near(afterDisplacement.actors['employer'], 0);
  });

  it('can be a state, and be explained', () => {
    const file = referenceStates();
    const [open, before] = file['states'] as File[];
    const result = account({ ...file, states: [{ ...open, work }, before] });
    near(result.perSuccessYear.productionValue, 200_000);
    const { value } = explained(
      { ...file, states: [{ ...open, work }, before] },
      'states.open-work.work.production',
    );
    near(value, 200_000);
  });

  it.each([
    ['beside a wage', { grossWage: 100_000 }, ['/careers/0/work/grossWage']],
    ['with an employer', { employerContributions: 0.3 }, ['/careers/0/work/employerContributions']],
    ['taxed away', { incomeTax: { municipality: 0.8 } }, ['/careers/0/work/incomeTax']],
    [
      'with more contributions than income',
      { selfEmployment: { income: 1, contributions: 2 } },
      ['/careers/0/work/incomeTax', '/careers/0/work/selfEmployment/contributions'],
    ],
  ])('is refused %s', (_what, change, expected) => {
    expect(refusals(worker({ ...work, ...change }))).toEqual(expected);
  });

  it('or a wage: one of the two is asked for', () => {
    expect(refusals(worker({ incomeTax: { municipality: 0.2 } }))).toEqual(['/careers/0/work/grossWage']);
  });
});

describe('exemptions from contributions', () => {
  const work = {
    grossWage: 100_000,
    employerContributions: 0.3,
    contributionsTo: { treasury: 1 },
    exemptions: { treasury: 20_000, region: 5_000 },
  };

  it('are paid by who forgoes them, and production is what the employer still pays', () => {
    const { perSuccessYear } = account(worker(work));
    near(perSuccessYear.productionValue, 105_000);
    near(perSuccessYear.actors['treasury'], 10_000);
    near(perSuccessYear.actors['region'], -5_000);
    near(perSuccessYear.actors['employer'], 0);
  });

  it('are left over for the employer under full-wage', () => {
    const file = { ...worker(work), productionValue: 'full-wage' };
    near(account(file).perSuccessYear.actors['employer'], 25_000);
  });

  it('are refused where they and a subsidy are more than the wage cost', () => {
    const dear = { ...work, subsidy: { paidBy: 'region', amount: 110_000 } };
    expect(refusals(worker(dear))).toEqual(['/careers/0/work/exemptions']);
    expect(refusals(worker({ ...work, exemptions: { nobody: 1 } }))).toEqual([
      '/careers/0/work/exemptions/nobody',
    ]);
  });
});

describe('work during the stay', () => {
  const during = {
    months: 6,
    use: {},
    work: {
      grossWage: 100_000,
      employerContributions: 0.3,
      subsidy: { paidBy: 'region', amount: 50_000 },
    },
  };

  it('is counted for its months, subsidy and all', () => {
    const { stay } = account(worker({ grossWage: 1 }, { during }));
    near(stay?.societyGain, 0.5 * 80_000);
    near(stay?.actors['region'], -25_000);
    near(stay?.actors['participants'], 50_000);
  });

  it('is displaced like other work', () => {
    const { stay } = account(worker({ grossWage: 1 }, { during, displacement: 0.5 }));
    near(stay?.societyGain, 0.25 * 80_000);
  });

  it('is checked like other work', () => {
    const wrong = { ...during, work: { ...during.work, incomeTax: { nobody: 0.1 } } };
    expect(refusals(worker({ grossWage: 1 }, { during: wrong }))).toEqual([
      '/careers/0/during/work/incomeTax/nobody',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { prepareAssessment } from '../../src/assessments/assessments.service.js';
import {
  account,
  type File,
  fiscalFile,
  referenceCareers,
  result,
  row,
  valueMap,
  valueMapFile,
} from '../cases/files.js';

const note = { source: 'somebody’s study' };
const lasting = { triangular: { distribution: 'triangular', low: 0.1, mode: 0.2, high: 0.3 } };

/** One row of one year: what is lost after that year is not used. */
const oneYear = (more: File = {}, rowMore: File = {}): File => ({
  ...valueMapFile({ discounting: 'none' }, [{ value: 1 }], [row('A', 2, 3, { dropOff: 0.2, ...rowMore })]),
  ...more,
});

function refused(file: File): readonly string[] {
  const preparation = prepareAssessment(JSON.stringify(file));
  return preparation.ok ? [] : preparation.refusals.map(({ pointer, message }) => `${pointer}: ${message}`);
}

describe('evidence', () => {
  it.each([
    ['the drop-off of one year', 'outcomes.A.dropOff', oneYear()],
    ['a drop-off that is left open', 'outcomes.A.dropOff', oneYear({}, { dropOff: null })],
    [
      'a parameter that is used nowhere',
      'parameters.spare',
      oneYear({ parameters: { spare: { value: 1, label: 'spare' } } }),
    ],
    [
      'the drop-off of a career over one year',
      'careers.typical.dropOff',
      referenceCareers({}, { horizons: [1] }),
    ],
  ])('of %s is taken, though nothing is worked out from it', (_, name, file) => {
    expect(refused({ ...file, evidence: { [name]: note } })).toEqual([]);
  });

  it.each([
    ['outcomes.B.dropOff', 'No number of this file is called'],
    ['outcomes.A.dropoff', 'No number of this file is called'],
    ['outcomes.A.outcome', 'No number of this file is called'],
    ['outcomes.A', 'No number of this file is called'],
    ['outcomes', 'No number of this file is called'],
    ['', 'No number of this file is called'],
    ['context.followUpYears', 'No number of this file is called'],
    ['outcomes.constructor', 'No number of this file is called'],
    ['outcomes.0.quantity', 'This number goes by the name outcomes.A.quantity.'],
    ['outcomes.A.proxy.value', 'This number goes by the name outcomes.A.proxy.'],
  ])('under the name “%s” is refused', (name, why) => {
    const file = oneYear({ context: { followUpYears: 2 }, evidence: { [name]: note } });
    expect(refused(file).join()).toContain(why);
  });
});

describe('a range', () => {
  it('of a number that nothing is worked out from is refused, as nothing would move', () => {
    const file = oneYear({ uncertainty: { inputs: { 'outcomes.A.dropOff': lasting.triangular } } });
    expect(refused(file)).toEqual([
      '/uncertainty/inputs/outcomes.A.dropOff: This number stands in the file, but nothing is worked out from it: take its range out.',
    ]);
  });
});

const found = (file: File, code: string) =>
  result(file)
    .problems.filter((problem) => problem.code === code)
    .map(({ path, severity, values }) => ({ path, severity, values }));

describe('a published value', () => {
  const published = (figure: string, value: number | string = 4) =>
    oneYear({ context: { published: [{ what: 'Theirs', value, source: 'a report', figure }] } });

  it.each([
    ['a number', 4],
    ['words', 'about 4'],
  ])('in %s, of a figure that there is not, is said', (_, value) => {
    expect(found(published('ratoi', value), 'published-figure-unknown')).toEqual([
      {
        path: '/context/published/0/figure',
        severity: 'warning',
        values: { what: 'Theirs', figure: 'ratoi' },
      },
    ]);
  });

  it('of a figure of the result, or of none, is not', () => {
    expect(found(published('ratio'), 'published-figure-unknown')).toEqual([]);
    expect(valueMap(published('ratio')).claims).toHaveLength(1);
    const bare = oneYear({ context: { published: [{ what: 'Theirs', value: 4, source: 'a report' }] } });
    expect(found(bare, 'published-figure-unknown')).toEqual([]);
  });
});

describe('other names', () => {
  it('a main payer that is no agency is said, one that is one is not', () => {
    const paid = (mainPayer: string) => referenceCareers({}, { context: { mainPayer } });
    expect(found(paid('county'), 'main-payer-unknown')).toEqual([
      { path: '/context/mainPayer', severity: 'warning', values: { payer: 'county' } },
    ]);
    expect(found(paid('region'), 'main-payer-unknown')).toEqual([]);
    expect(account(paid('county')).publishable).toBe(account(paid('region')).publishable);
  });

  it('a parameter that is used nowhere is said by its label', () => {
    const parameters = { spare: { value: 1, label: 'a spare share' }, used: { value: 3 } };
    const file = oneYear({ parameters }, { quantity: { of: 'used' } });
    expect(found(file, 'parameter-unused')).toEqual([
      { path: '/parameters/spare', severity: 'information', values: { name: 'a spare share' } },
    ]);
  });

  it('a row for somebody who is not declared is said once, and by id or name is declared', () => {
    const stakeholders = [{ id: 'people', name: 'People of the town' }];
    const rows = ['people', 'People of the town', 'Others', 'Others'].map((stakeholder, at) =>
      row(`R${at}`, 1, 1, { stakeholder }),
    );
    const file = valueMapFile({ discounting: 'none' }, [{ value: 1 }], rows);
    expect(found({ ...file, stakeholders }, 'stakeholder-not-declared')).toEqual([
      { path: '/outcomes/2/stakeholder', severity: 'warning', values: { stakeholder: 'Others', count: 2 } },
    ]);
    expect(found(file, 'stakeholder-not-declared')).toEqual([]);
  });

  it('a fiscal analysis has none of these', () => {
    const codes = result(fiscalFile()).problems.map(({ code }) => code);
    expect(codes.filter((code) => /unknown|unused|declared/.test(code))).toEqual([]);
  });
});

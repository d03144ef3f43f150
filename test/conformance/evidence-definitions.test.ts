import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOf, monthsLater } from '../../src/core/evidence/civil-calendar.js';
import { dayOf } from '../../src/core/evidence/civil-date.js';
import { judge } from '../../src/core/evidence/definition.js';
import { ESF_INDICATORS, esfWindows } from '../../src/core/evidence/esf-indicators.js';
import { isRefusal } from '../../src/core/evidence/refusal.js';
import { WORKER_DEFINITIONS } from '../../src/core/evidence/worker-definitions.js';
import { workerFacts } from '../../src/core/evidence/worker-facts.js';

const folder = process.env['CONFORMANCE_DATA'];
if (folder === undefined)
  throw new Error('Set CONFORMANCE_DATA to the folder of published cases and test vectors.');

interface Vector {
  in: {
    age: number;
    months: number | null;
    isced: number;
    edEndMonths: number;
    hadJob: boolean;
    single?: boolean;
    deps?: number;
  };
  out: string[];
}
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'procurement', name), 'utf8'));
const { testVectors } = read('gber_worker_definitions.json') as { testVectors: Vector[] };
const { indicators } = read('esf_plus_indicators.json') as {
  indicators: { code: string; codeConfirmed: boolean }[];
};

const ON = '2026-06-15';
const monthsAgo = (months: number): string => dateOf(monthsLater(dayOf(ON), -months));

describe('worker definitions', () => {
  it('have twelve vectors', () => expect(testVectors).toHaveLength(12));

  it.each(testVectors)('of $in are $out', ({ in: given, out }) => {
    const facts = workerFacts(
      {
        birth: monthsAgo(12 * given.age),
        isced: given.isced,
        fullTimeEducationEnded: monthsAgo(given.edEndMonths),
        hadFirstRegularPaidEmployment: given.hadJob,
        ...(given.months !== null && { monthsWithoutRegularPaidEmployment: given.months }),
        ...(given.single !== undefined && { singleAdult: given.single }),
        ...(given.deps !== undefined && { dependents: given.deps }),
      },
      ON,
    );
    if (isRefusal(facts)) throw new Error(facts.refused);
    const { disadvantaged, severelyDisadvantaged } = WORKER_DEFINITIONS;
    expect([...judge(disadvantaged, facts).met, ...judge(severelyDisadvantaged, facts).met]).toEqual(out);
  });
});

describe('ESF+ indicators', () => {
  it('of an exit on the last of August are looked at on 28 September and on the last of February', () => {
    expect(esfWindows('2026-08-31')).toEqual({
      immediate: { firstDay: '2026-08-31', lastDay: '2026-09-28' },
      sixMonths: '2027-02-28',
    });
  });

  it('have codes of the list, confirmed where it says so', () => {
    for (const { code, codeConfirmed } of ESF_INDICATORS)
      expect(indicators.find((one) => one.code === code)).toMatchObject({ codeConfirmed });
  });
});

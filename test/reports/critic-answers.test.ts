import { describe, expect, it } from 'vitest';
import { text } from '../../src/platform/locale/text.js';
import type { TextKey } from '../../src/platform/locale/en.js';
import { criticAnswers } from '../../src/reports/sections/critic-answers.js';
import type { Result } from '../../src/core/result.js';
import {
  type File,
  fiscalFile,
  referenceCareers,
  result,
  row,
  unit,
  valueMapFile,
  wheelsToMeals,
} from '../cases/files.js';

function answer(of: File | Result, question: TextKey): string {
  const worked = 'problems' in of ? (of as Result) : result(of);
  const asked = text(question);
  return criticAnswers(worked).find((one) => one.question === asked)?.answer ?? '';
}

describe.each([
  ['a value map', wheelsToMeals],
  ['an account', () => referenceCareers()],
  ['a fiscal analysis', () => fiscalFile()],
])('%s', (_, file) => {
  it('answers twelve questions, each in words of its own', () => {
    const answers = criticAnswers(result(file()));
    expect(answers).toHaveLength(12);
    expect(new Set(answers.map(({ answer: said }) => said)).size).toBeGreaterThanOrEqual(11);
    for (const { question, answer: said } of answers) {
      expect(question.length + said.length).toBeGreaterThan(30);
      expect(said).not.toMatch(/undefined|NaN|\[object|\{/);
    }
  });
});

describe('those who dropped out', () => {
  const asked = 'report.question.dropOuts';

  it('of a fiscal analysis are whoever does not stay', () => {
    expect(answer(fiscalFile({ retention: 0.6 }), asked)).toBe(
      'Outcomes are counted only of those who stay, 60 of a target population of 100: whoever leaves before is counted as not reached. No outcome comes about less often than it would have anyway.',
    );
  });

  it('of a fiscal analysis: an outcome that is rarer than without the programme is told', () => {
    expect(answer(fiscalFile({ impact: 0.2, deadweight: 0.3 }), asked)).toContain(
      'One outcome comes about less often than it would have anyway, and is counted as a loss.',
    );
  });

  it('of a fiscal analysis whose outcomes differ in who stays', () => {
    const outcomes = [
      { id: 'a', outcome: 'A', retention: 0.5 },
      { id: 'b', outcome: 'B', retention: 0.9 },
    ];
    expect(answer(fiscalFile({ outcomes }), asked)).toContain(
      'how many that is differs between the outcomes',
    );
  });

  it('of a value map are its negative rows', () => {
    expect(answer(wheelsToMeals(), asked)).toBe('One of the 8 outcomes is negative and is counted.');
  });
});

describe('displacement and attribution', () => {
  it.each(['displacement', 'attribution'] as const)(
    'of a fiscal analysis: that nothing is taken off for %s is said, not that it does not arise',
    (what) => {
      const said = answer(fiscalFile(), `report.question.${what}`);
      expect(said).toContain('takes nothing off for it, only deadweight');
      expect(said).not.toContain('does not arise');
    },
  );

  it('of a value map are the shares of its rows', () => {
    expect(answer(wheelsToMeals(), 'report.question.attribution')).toMatch(
      /^Between 0 % and 35 % is taken off\./,
    );
  });
});

describe('counted twice', () => {
  const asked = 'report.question.twice';
  const map = (...rows: readonly File[]) => valueMapFile({ discounting: 'none' }, [{ value: 1 }], rows);

  it.each([
    [
      'the same family twice',
      map(row('A', 1, 1, { family: 'work' }), row('B', 1, 1, { family: 'work' })),
      'double-counting',
    ],
    [
      'a tax without a counterparty, which no pattern of codes would find',
      map(row('A', 1, 1, { outcome: 'Income tax paid' })),
      'transfer-not-named',
    ],
  ])('%s is told in the words of its problem', (_, file, code) => {
    const worked = result(file);
    const message = worked.problems.find((problem) => problem.code === code)?.message;
    expect(message).toBeDefined();
    expect(answer(worked, asked)).toContain(message);
  });

  it('where nothing was found, what was looked at is told', () => {
    expect(answer(fiscalFile({ units: [unit('exit', 1_000)] }), asked)).toBe(
      'No sign of it was found: transfers are left out of public value.',
    );
    expect(answer(map(row('A', 1, 1), row('B', 1, 1)), asked)).toBe(
      'No sign of it was found, but not all could be checked: 0 of 2 rows name their family.',
    );
  });

  it('of a run whose checklist is not known, that is said', () => {
    const worked = result(fiscalFile());
    expect(answer({ ...worked, assurance: [] }, asked)).toContain('is not known of this run');
  });
});

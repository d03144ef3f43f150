import type { WelfareAccountFile } from '../../assessment.js';
import type { Expression } from '../../figures/expression.js';
import type { Value } from '../../value.js';
import type { AccountBasis } from '../account-basis.js';
import { levelsOf, type Members } from '../actors.js';
import { costOf, eachPart, flowsOfKind, nameLine, readLine, type Scope, turned } from './preset-lines.js';
import type { ValorisFigures, ValorisLine } from './preset-result.js';

const PARTS = [
  'incomeTax',
  'vat',
  'avoidedSpending',
  'benefits',
  'exemptions',
  'grants',
  'costs',
  'value',
] as const satisfies readonly (keyof ValorisLine)[];

/**
 * Declares the value for public budgets in one year, in the manner of VALORIS: income tax, value added tax and avoided
 * spending, less exemptions and grants. Contributions are left out: that method counts what is forgone of them, and
 * not what is paid.
 */
export function declareValoris(basis: AccountBasis): void {
  const { cohorts, publicActors } = basis.parts;
  declareBoth(basis, 'preset', { actors: publicActors }, '');
  for (const cohort of cohorts) {
    const scope = { actors: publicActors, only: cohort };
    declareBoth(basis, `preset.classes.${cohort.id}`, scope, `, ${cohort.label}`);
  }
  for (const { level, actors } of levelsOf(basis.file.agencies, publicActors))
    declareBoth(basis, `preset.levels.${level}`, { actors }, `, ${level}`);
}

/** Per person and in all. */
function declareBoth(basis: AccountBasis, id: string, scope: Scope, of: string): void {
  const line = lineOf(basis, scope);
  const people = scope.only?.entrants ?? basis.entrants;
  nameLine(basis, `${id}.perPerson`, line, { of: `per person${of}` });
  const total = eachPart(line, (part) => basis.graph.multiply(people, part));
  nameLine(basis, `${id}.total`, total, { of: `in all${of}` });
}

function lineOf(basis: AccountBasis, scope: Scope): Readonly<Record<keyof ValorisLine, Expression>> {
  const { graph, unit } = basis;
  const incomeTax = flowsOfKind(basis, scope, ['income-tax']);
  const vat = flowsOfKind(basis, scope, ['vat']);
  const avoidedSpending = flowsOfKind(basis, scope, ['service', 'transfer']);
  const benefits = graph.sum([incomeTax, vat, avoidedSpending], unit);
  const exemptions = turned(basis, flowsOfKind(basis, scope, ['exemptions']));
  const subsidies = turned(basis, flowsOfKind(basis, scope, ['subsidy']));
  const grants = graph.sum([subsidies, costOf(basis, scope)], unit);
  const costs = graph.sum([exemptions, grants], unit);
  const value = graph.subtract(benefits, costs);
  return { incomeTax, vat, avoidedSpending, benefits, exemptions, grants, costs, value };
}

export function writeValoris(
  file: WelfareAccountFile,
  { cohorts, publicActors }: Members,
  value: (figure: string) => Value,
): ValorisFigures {
  const both = (id: string) => ({
    perPerson: readLine(PARTS, `${id}.perPerson`, value),
    total: readLine(PARTS, `${id}.total`, value),
  });
  return {
    preset: 'valoris',
    people: value('people.entrants'),
    ...both('preset'),
    byClass: cohorts.map(({ id, label }) => ({
      id,
      label,
      people: value(`perCohort.${id}.entrants`),
      ...both(`preset.classes.${id}`),
    })),
    byLevel: levelsOf(file.agencies, publicActors).map(({ level }) => ({
      level,
      ...both(`preset.levels.${level}`),
    })),
  };
}

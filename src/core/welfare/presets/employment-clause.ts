import type { WelfareAccountFile } from '../../assessment.js';
import type { Value } from '../../value.js';
import type { AccountBasis } from '../account-basis.js';
import { levelOf, type Members } from '../actors.js';
import { eachPart, nameLine, readLine } from './preset-lines.js';
import type { EmploymentClauseFigures } from './preset-result.js';
import { PUBLIC_PARTS, publicLine } from './public-line.js';

const A_YEAR = 12;

/** Declares what a job under an employment clause is to every public agency, and to all of them. */
export function declareEmploymentClause(basis: AccountBasis): void {
  const { graph, file, inputs, parts } = basis;
  const months = basis.name(
    'preset.months',
    'preset-months',
    file.months === undefined
      ? graph.constant(A_YEAR)
      : inputs.amount(file.months, { id: 'months', path: '/months', label: { code: 'preset-months' } }),
  );
  const line = (actors: readonly string[]) => publicLine(basis, { actors }, { months });
  const all = nameLine(basis, 'preset.perJob', line(parts.publicActors), { of: 'per job' });
  const total = eachPart(all, (part) => graph.multiply(basis.entrants, part));
  nameLine(basis, 'preset.total', total, { of: 'in all' });
  for (const actor of parts.publicActors) {
    const of = `per job, ${basis.actorName(actor)}`;
    nameLine(basis, `preset.agencies.${actor}.perJob`, line([actor]), { of });
  }
}

export function writeEmploymentClause(
  file: WelfareAccountFile,
  { publicActors }: Members,
  value: (figure: string) => Value,
): EmploymentClauseFigures {
  return {
    preset: 'employment-clause',
    months: value('preset.months'),
    jobs: value('people.entrants'),
    perJob: readLine(PUBLIC_PARTS, 'preset.perJob', value),
    total: readLine(PUBLIC_PARTS, 'preset.total', value),
    byAgency: publicActors.map((agency) => ({
      agency,
      level: levelOf(file.agencies, agency),
      perJob: readLine(PUBLIC_PARTS, `preset.agencies.${agency}.perJob`, value),
    })),
  };
}

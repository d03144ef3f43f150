import type { WelfareAccountFile } from '../../assessment.js';
import type { Expression } from '../../figures/expression.js';
import { PERSON } from '../../figures/unit.js';
import type { Value } from '../../value.js';
import type { AccountBasis } from '../account-basis.js';
import { levelOf, type Members } from '../actors.js';
import type { Cohort, State } from '../cohort.js';
import { costOf, eachPart, nameLine, readLine } from './preset-lines.js';
import type { JobFactoryFigures } from './preset-result.js';
import { PUBLIC_PARTS, publicLine } from './public-line.js';

/** Declares the public cost of a full-time year in a job factory, and beside it what began it and what residents have. */
export function declareJobFactory(basis: AccountBasis): void {
  const { graph, parts } = basis;
  const fullTime = basis.name(
    'preset.fullTimeYears',
    'preset-fullTimeYears',
    graph.sum(
      parts.cohorts.map((cohort) => fullTimeYears(basis, cohort)),
      PERSON,
    ),
  );
  const all = (each: Expression) => graph.multiply(basis.entrants, each);
  const perFullTimeYear = (each: Expression) => graph.divide(all(each), fullTime);
  const line = (actors: readonly string[]) => publicLine(basis, { actors }, { startUp: false });
  const whole = line(parts.publicActors);
  const each = eachPart(whole, perFullTimeYear);
  nameLine(basis, 'preset.perFullTimeYear', each, { of: 'per full-time year' });
  nameLine(basis, 'preset.total', eachPart(whole, all), { of: 'in all' });
  for (const actor of parts.publicActors) {
    const of = `per full-time year, ${basis.actorName(actor)}`;
    const own = eachPart(line([actor]), perFullTimeYear);
    nameLine(basis, `preset.agencies.${actor}.perFullTimeYear`, own, { of });
  }
  const startUp = costOf(basis, { actors: parts.publicActors }, true);
  basis.name('preset.startUp.perFullTimeYear', 'preset-startUp', perFullTimeYear(startUp), {
    of: 'per full-time year',
  });
  basis.name('preset.startUp.total', 'preset-startUp', all(startUp), { of: 'in all' });
  declareUsefulness(basis, fullTime);
}

function declareUsefulness({ file, graph, inputs, unit }: AccountBasis, fullTime: Expression): void {
  const { usefulness } = file;
  if (!usefulness) return;
  const input = inputs.amount(usefulness.perFullTimeYear, {
    id: 'usefulness.perFullTimeYear',
    path: '/usefulness/perFullTimeYear',
    label: { code: 'preset-usefulness', values: { of: 'per full-time year' } },
    unit,
    source: usefulness.source,
  });
  const label = { code: 'preset-usefulness', values: { of: 'per full-time year' } };
  const each = graph.name('preset.usefulness.perFullTimeYear', label, input);
  const values = { of: 'in all' };
  graph.name(
    'preset.usefulness.total',
    { code: 'preset-usefulness', values },
    graph.multiply(fullTime, each),
  );
}

/** Years of full-time work in the year and in the stay, of a whole cohort. */
function fullTimeYears({ graph }: AccountBasis, cohort: Cohort): Expression {
  const worked = (state: State, share: Expression): readonly Expression[] => {
    if (!state.work) return [];
    return [state.work.fullTime ? graph.multiply(share, state.work.fullTime) : share];
  };
  const { stay } = cohort;
  const shares = [
    ...cohort.with(1).flatMap(({ state, share }) => worked(state, share)),
    ...(stay ? worked(stay.state, stay.years) : []),
  ];
  return graph.multiply(cohort.entrants, graph.sum(shares, {}));
}

export function writeJobFactory(
  file: WelfareAccountFile,
  { publicActors }: Members,
  value: (figure: string) => Value,
): JobFactoryFigures {
  return {
    preset: 'job-factory',
    people: value('people.entrants'),
    fullTimeYears: value('preset.fullTimeYears'),
    perFullTimeYear: readLine(PUBLIC_PARTS, 'preset.perFullTimeYear', value),
    total: readLine(PUBLIC_PARTS, 'preset.total', value),
    byAgency: publicActors.map((agency) => ({
      agency,
      level: levelOf(file.agencies, agency),
      perFullTimeYear: readLine(PUBLIC_PARTS, `preset.agencies.${agency}.perFullTimeYear`, value),
    })),
    startUp: {
      perFullTimeYear: value('preset.startUp.perFullTimeYear'),
      total: value('preset.startUp.total'),
    },
    usefulness: file.usefulness
      ? {
          perFullTimeYear: value('preset.usefulness.perFullTimeYear'),
          total: value('preset.usefulness.total'),
          source: file.usefulness.source,
        }
      : null,
  };
}

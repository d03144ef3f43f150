import type { Use, WelfareAccountFile } from '../assessment.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import type { WelfareAccountResult } from '../result.js';
import type { WelfareAccount } from '../welfare/welfare-account.js';
import { accountClaims } from './account-claims.js';
import { ageProblems } from './age-problems.js';
import { deductionProblems } from './deduction-problems.js';
import { forecastProblems, horizonProblems } from './horizon-problems.js';
import { lossProblems } from './loss-problems.js';
import { missingEvidence } from './missing-evidence.js';
import { valueOf } from './numbers.js';

/** What a year holds; a little more than 365.25, so that twelve months of 30.5 days still fit. */
const DAYS_OF_A_YEAR = 366;

type Draft = Pick<WelfareAccountResult, 'people' | 'horizons' | 'headlineHorizon'>;

/** What a reader must know of an account: years that hold too much, people lost, claims, sources (docs/method.md, “Problems”). */
export function accountProblems(
  file: WelfareAccountFile,
  draft: Draft,
  graph: ExpressionGraph,
  account: WelfareAccount,
): readonly Problem[] {
  const headline = draft.horizons.find(({ years }) => years === draft.headlineHorizon);
  return [
    ...timeProblems(file),
    ...followUpProblems(file),
    ...missingEvidence(graph),
    ...ageProblems(file, graph),
    ...costProblems(file, draft),
    ...deductionProblems(file),
    ...accountClaims(file, draft, graph, account),
    ...lossProblems(headline?.pvGain ?? null, headline?.pvCost ?? null),
    ...horizonProblems(file, draft.headlineHorizon),
    ...forecastProblems(file),
  ];
}

interface Life {
  readonly name: string;
  readonly path: string;
  readonly use: Use;
}

function livesOf(file: WelfareAccountFile): readonly Life[] {
  const careers = (file.careers ?? []).flatMap((career, at) =>
    (['without', 'withSuccess', 'withFailure', 'during'] as const).flatMap((life) => {
      const use = life === 'during' ? career.during?.use : career[life];
      return use
        ? [
            {
              name: `${career.name ?? career.id}, ${life}`,
              path: `/careers/${at}/${life === 'during' ? 'during/use' : life}`,
              use,
            },
          ]
        : [];
    }),
  );
  const states = (file.states ?? []).flatMap((state, at) =>
    state.use ? [{ name: state.name ?? state.id, path: `/states/${at}/use`, use: state.use }] : [],
  );
  return [...careers, ...states];
}

/** Days in institutions and months of benefits of one year add to at most one year. */
function timeProblems(file: WelfareAccountFile): readonly Problem[] {
  const services = new Map(file.services.map((service) => [service.id, service]));
  return livesOf(file).flatMap(({ name, path, use }) => {
    const used = Object.entries(use).map(([id, amount]) => ({
      service: services.get(id),
      units: valueOf(file, amount),
    }));
    const days = used.reduce((sum, { service, units }) => sum + units * (service?.daysPerUnit ?? 0), 0);
    const unknown = used.filter(({ service, units }) => units > 0 && service?.daysPerUnit === undefined);
    return [
      ...(days > DAYS_OF_A_YEAR ? [problem('year-over-full', 'warning', path, { state: name, days })] : []),
      ...(unknown.length > 0
        ? [
            problem('time-check-impossible', 'information', path, {
              state: name,
              services: unknown.map(({ service }) => service?.name ?? service?.id ?? '').join(', '),
            }),
          ]
        : []),
    ];
  });
}

function followUpProblems(file: WelfareAccountFile): readonly Problem[] {
  const cohorts = (file.cohorts ?? []).flatMap((cohort, at) => {
    const lost = cohort.lostToFollowUp ?? 0;
    const values = { cohort: cohort.name ?? cohort.id, lost, entrants: valueOf(file, cohort.entrants) };
    return lost > 0 ? [problem('lost-in-cohort', 'warning', `/cohorts/${at}/lostToFollowUp`, values)] : [];
  });
  const careers = (file.careers ?? []).flatMap((career, at) => {
    const lost = career.lostToFollowUp ?? 0;
    if (lost === 0) return [];
    const entrants = valueOf(file, career.entrants);
    const counted = entrants * valueOf(file, career.successShare);
    return [
      problem('lost-to-follow-up', 'warning', `/careers/${at}/lostToFollowUp`, {
        career: career.name ?? career.id,
        lost,
        entrants,
        counted,
        best: counted + lost,
      }),
    ];
  });
  return [...careers, ...cohorts];
}

/** A preset counts what is paid for work too, and has no ratio to be missing. */
function costProblems({ preset = 'basta' }: WelfareAccountFile, draft: Draft): readonly Problem[] {
  if (preset !== 'basta') return [];
  return draft.horizons.every(({ pvCost }) => pvCost === 0)
    ? [problem('nothing-invested', 'warning', '/programmeCost')]
    : [];
}

import type { FiscalFile } from '../assessment.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { agencyName, yearsCounted } from '../fiscal/fiscal-cost-benefit.js';
import { costsOf } from '../fiscal/fiscal-costs.js';
import type { FiscalFigures } from '../fiscal/fiscal-figures.js';
import type { FiscalOutcomePart, UnitCost } from '../fiscal/fiscal-part.js';
import { unitsOf } from '../fiscal/units.js';
import { type Problem, problem } from '../problem.js';
import { missingEvidence } from './missing-evidence.js';
import { namesForeignBenefit } from './transfer-words.js';

/** Above this, published analyses are rare enough to look again. */
const USUAL_RATIO = 15;

/** Years beyond which an effect that never fades needs a reason. */
const LONG_YEARS = 2;

/** Words by which payments are known in English that one makes and another receives. */
const PAYMENT =
  /\b(allowances?|benefits? payments?|dwp benefits|housing benefit|income support|job ?seekers?|pensions?|social assistance|tax credits?|universal credit|welfare payments?)\b/i;

/** What a reader must know of a fiscal cost–benefit analysis (docs/method.md, “Problems”). */
export function fiscalProblems(
  file: FiscalFile,
  figures: FiscalFigures,
  graph: ExpressionGraph,
): readonly Problem[] {
  return [
    ...missingEvidence(graph),
    ...costProblems(file, figures),
    ...yearProblems(file),
    ...outcomeProblems(file, figures),
    ...unitProblems(file, figures),
    ...readingProblems(figures),
  ];
}

function costProblems(file: FiscalFile, figures: FiscalFigures): readonly Problem[] {
  const unpaid = costsOf(file).filter(({ cost }) => cost.paidBy === undefined && cost.amount !== 0);
  const [first] = unpaid;
  return [
    ...(figures.pvCost === 0 ? [problem('nothing-invested', 'warning', '/costs')] : []),
    ...(first
      ? [
          problem('payer-missing', 'information', unpaid.length === 1 ? first.path : '/costs', {
            what:
              unpaid.length === 1 ? `the cost of year ${first.cost.year}` : `${unpaid.length} of the costs`,
          }),
        ]
      : []),
  ];
}

function yearProblems(file: FiscalFile): readonly Problem[] {
  const years = yearsCounted(file);
  const { discounting } = file.conventions;
  const evidence = wholeYears(file.period);
  return [
    ...(file.years === undefined ? [problem('horizon-not-given', 'information', '/years', { years })] : []),
    ...(discounting === 'year-end' || discounting === 'mid-year'
      ? [problem('first-year-discounted', 'information', '/conventions/discounting')]
      : []),
    ...(file.basis === 'evaluation' && years > evidence
      ? [problem('horizon-beyond-evidence', 'warning', '/years', { years, evidence })]
      : []),
  ];
}

/** The years that a period covers, one begun counted in full. */
function wholeYears({ from, to }: FiscalFile['period']): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(4) > from.slice(4) ? years + 1 : years;
}

function outcomeProblems(file: FiscalFile, figures: FiscalFigures): readonly Problem[] {
  const years = yearsCounted(file);
  // Figures stand in the order of the outcomes of the file.
  const found = figures.perOutcome.flatMap((figure, at) => {
    const own = file.outcomes?.[at];
    const outcome = own?.outcome ?? own?.id ?? file.outcome ?? 'the outcome';
    const pathOf = (name: keyof FiscalOutcomePart): string =>
      own?.[name] === undefined ? `/${name}` : `/outcomes/${at}/${name}`;
    const [incidence, impact, deadweight] = [figure.incidence, figure.impact, figure.deadweight].map(
      (value) => value ?? 0,
    ) as [number, number, number];
    const profile = own?.profile ?? (own?.dropOff === undefined ? file.profile : undefined);
    const lasting = profile ? profile.every((share) => share === 1) : (own?.dropOff ?? file.dropOff) === 0;
    return [
      ...(incidence > 1
        ? [problem('more-cases-than-people', 'warning', pathOf('incidence'), { outcome, incidence })]
        : []),
      ...((figure.effect ?? 0) < 0
        ? [
            problem('deadweight-above-impact', 'warning', pathOf('deadweight'), {
              ...{ outcome, impact, deadweight },
            }),
          ]
        : []),
      ...(lasting && (profile?.length ?? years) > LONG_YEARS
        ? [
            problem('drop-off-none', 'warning', pathOf(profile ? 'profile' : 'dropOff'), {
              row: outcome,
              years: profile?.length ?? years,
            }),
          ]
        : []),
    ];
  });
  const nowhere = figures.perOutcome.every(({ deadweight }) => deadweight === 0);
  return [...found, ...(nowhere ? [problem('deadweight-none', 'warning', '/deadweight')] : [])];
}

function unitProblems(file: FiscalFile, figures: FiscalFigures): readonly Problem[] {
  const units = unitsOf(file);
  const silent = figures.perAgency.filter(
    ({ agency, cashable }) =>
      cashable === null && units.some(({ unit }) => unit.valueType === 'fiscal' && unit.agency === agency),
  );
  return [
    ...units.flatMap(({ unit, path }) => transferProblem(unit, path)),
    ...(silent.length > 0
      ? [
          problem('cashability-missing', 'warning', '/cashability', {
            agencies: silent.map(({ agency }) => agencyName(file, agency)).join(', '),
          }),
        ]
      : []),
    ...(units.some(({ unit }) => unit.valueType === 'fiscal')
      ? []
      : [problem('no-agency-saves', 'warning', '/units')]),
  ];
}

const isPayment = (words: string): boolean => PAYMENT.test(words) || namesForeignBenefit(words);

function transferProblem(unit: UnitCost, path: string): readonly Problem[] {
  const words = `${unit.id} ${unit.description ?? ''}`.replace(/[_-]/g, ' ');
  if (unit.valueType !== 'fiscal' || unit.transfer === true || !isPayment(words)) return [];
  const what = `“${unit.description ?? unit.id}”`;
  return unit.transfer === undefined
    ? [problem('transfer-not-said', 'warning', path, { what })]
    : [problem('transfer-denied', 'information', path, { what })];
}

function readingProblems(figures: FiscalFigures): readonly Problem[] {
  const { otherReading } = figures;
  const [used, benefits, other] = [
    figures.fiscalReturn,
    figures.benefitCostRatio,
    otherReading.fiscalReturn,
  ].map((ratio) => ratio ?? 0) as [number, number, number];
  const highest = Math.max(used, benefits);
  const decides = used >= 1 !== other >= 1;
  const [pays, fails] = used >= 1 ? [figures, otherReading] : [otherReading, figures];
  return [
    ...(decides
      ? [
          problem('deadweight-reading-decides', 'warning', '/deadweightReading', {
            pays: pays.deadweightReading,
            fails: fails.deadweightReading,
          }),
        ]
      : []),
    ...(highest > USUAL_RATIO ? [problem('ratio-very-high', 'warning', '', { ratio: highest })] : []),
  ];
}

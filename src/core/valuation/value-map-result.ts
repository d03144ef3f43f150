import type { ValueMapFile } from '../assessment.js';
import { findingsOf } from '../findings.js';
import { evaluate } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import { valueMapProblems } from '../quality/value-map-problems.js';
import type { Interval, RatioInterval, ResultHead, Value, ValueMapResult, Worked } from '../result.js';
import {
  drawsOf,
  intervalOf,
  ratioIntervalOf,
  simulationOf,
  undefinedDraws,
} from '../uncertainty/simulation.js';
import { figureLabel } from '../wording/figure-labels.js';
import type { ValueMap } from './value-map.js';

const HEADLINES = ['ratio', 'pvBenefits', 'pvInputs', 'npv', 'paybackMonths'] as const;

/** Works out a value map and writes its result (docs/assessment-file.md, “Result file”). */
export function valueMapResult(
  head: ResultHead,
  file: ValueMapFile,
  graph: ExpressionGraph,
  map: ValueMap,
  problems: readonly Problem[],
): Worked<ValueMapResult> {
  const ids = graph.figureIds();
  const figure = (id: string): Expression => {
    const found = graph.figure(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  };
  const values = evaluate(ids.map(figure));
  const byId = new Map(ids.map((id, at) => [id, figureValue(values[at])]));
  const value = (id: string): Value => byId.get(id) ?? null;
  const stakeholders = [...new Set(file.outcomes.map((row) => row.stakeholder))];
  const draft = {
    ...head,
    kind: 'value-map',
    pvBenefits: value('pvBenefits'),
    pvInputs: value('pvInputs'),
    npv: value('npv'),
    ratio: value('ratio'),
    netRatio: value('netRatio'),
    grossRatio: value('grossRatio'),
    ratioWithoutTransfers: value('ratioWithoutTransfers'),
    paybackMonths: value('paybackMonths'),
    discountedPaybackMonths: value('discountedPaybackMonths'),
    perYear: map.years.map((year) => ({
      year,
      value: value(`perYear.${year}.value`),
      presentValue: value(`perYear.${year}.presentValue`),
    })),
    perRow: map.rows.map(({ declared, years }) => ({
      id: declared.id,
      impact: value(`perRow.${declared.id}.impact`),
      presentValue: value(`perRow.${declared.id}.presentValue`),
      perYear: years.map(({ written }) => ({
        year: written,
        value: value(`perRow.${declared.id}.value.${written}`),
      })),
    })),
    perStakeholder: stakeholders.map((stakeholder) => ({
      stakeholder,
      presentValue: value(`perStakeholder.${stakeholder}`),
    })),
  } as const;
  const { interval, npvInterval, said } = intervals(graph, file, figure('ratio'), figure('npv'));
  return {
    ...draft,
    interval,
    npvInterval,
    ...findingsOf(graph, file, {
      shown: figure(draft.ratio === null ? 'npv' : 'ratio'),
      net: figure('npv'),
      worked: HEADLINES,
      compared: { headline: draft.ratio === null ? 'npv' : 'ratio', net: 'npv' },
      multiples: map.rows
        .filter(({ declared }) => declared.series !== undefined)
        .map(({ declared: { id, outcome } }) => ({
          id: `outcomes.${id}.series`,
          label: figureLabel({ code: 'input-series', values: { row: outcome } }),
          whole: figure(`perRow.${id}.presentValue`),
        })),
    }),
    problems: [...problems, ...said, ...valueMapProblems(file, draft, graph)],
  };
}

function intervals(
  graph: ExpressionGraph,
  file: ValueMapFile,
  ratio: Expression,
  npv: Expression,
): { interval: RatioInterval | null; npvInterval: Interval | null; said: readonly Problem[] } {
  const simulation = simulationOf(graph, file);
  if (!simulation)
    return { interval: null, npvInterval: null, said: [problem('no-range', 'information', '')] };
  const [ratios, nets] = drawsOf(simulation, [ratio, npv]);
  return {
    interval: ratioIntervalOf(simulation, 'ratio', ratios ?? new Float64Array()),
    npvInterval: intervalOf(simulation, 'npv', nets ?? new Float64Array()),
    said: undefinedDraws(simulation, ratio, ratios ?? new Float64Array()),
  };
}

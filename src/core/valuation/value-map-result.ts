import type { ValueMapFile } from '../assessment.js';
import { findingsOf } from '../findings.js';
import { evaluate } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import type { Problem } from '../problem.js';
import { valueMapProblems } from '../quality/value-map-problems.js';
import type { ResultHead, Value, ValueMapResult, Worked } from '../result.js';
import type { Simulation } from '../uncertainty/simulation.js';
import { Spread } from '../uncertainty/spread.js';
import { figureLabel } from '../wording/figure-labels.js';
import type { ValueMap } from './value-map.js';

const HEADLINES = ['ratio', 'pvBenefits', 'pvInputs', 'npv', 'paybackMonths'] as const;

/** Works out a value map and writes its result (docs/assessment-file.md, “Result file”). */
export function valueMapResult(
  head: ResultHead,
  file: ValueMapFile,
  graph: ExpressionGraph,
  map: ValueMap,
  simulation: Simulation | undefined,
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
  const spread =
    simulation && new Spread(graph, simulation, { ratio: 'ratio', net: 'npv', payers: {}, others: [] });
  const headlines = {
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
  };
  return {
    ...draft,
    interval: spread?.ratioInterval('ratio') ?? null,
    npvInterval: spread?.netInterval('npv') ?? null,
    ...findingsOf(graph, file, headlines, spread),
    problems: [...problems, ...(spread?.problems ?? []), ...valueMapProblems(file, draft, graph)],
  };
}

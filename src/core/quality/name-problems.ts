import type { Assessment } from '../assessment.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';

/** Names of a file that lead nowhere: what they were written for is left out, and nobody would see it. */
export function nameProblems(file: Assessment, graph: ExpressionGraph): readonly Problem[] {
  return [
    ...publishedProblems(file, graph),
    ...payerProblems(file),
    ...parameterProblems(file, graph),
    ...stakeholderProblems(file),
  ];
}

function publishedProblems({ context }: Assessment, graph: ExpressionGraph): readonly Problem[] {
  return (context?.published ?? []).flatMap(({ what, figure }, at) =>
    figure === undefined || graph.figure(figure)
      ? []
      : [problem('published-figure-unknown', 'warning', `/context/published/${at}/figure`, { what, figure })],
  );
}

/** Who the report is to speak to first, where that is nobody of the file. */
function payerProblems(file: Assessment): readonly Problem[] {
  const payer = file.context?.mainPayer;
  if (payer === undefined || file.kind !== 'welfare-account') return [];
  return file.agencies.some(({ id }) => id === payer)
    ? []
    : [problem('main-payer-unknown', 'warning', '/context/mainPayer', { payer })];
}

function parameterProblems({ parameters = {} }: Assessment, graph: ExpressionGraph): readonly Problem[] {
  return Object.entries(parameters).flatMap(([name, { label = name }]) =>
    graph.inputs().has(`parameters.${name}`)
      ? []
      : [problem('parameter-unused', 'information', `/parameters/${name}`, { name: label })],
  );
}

/** Rows for somebody who is not among the stakeholders that the file declares. */
function stakeholderProblems(file: Assessment): readonly Problem[] {
  if (file.kind !== 'value-map' || !file.stakeholders || file.stakeholders.length === 0) return [];
  const declared = new Set(file.stakeholders.flatMap(({ id, name }) => [id, name]));
  const unknown = new Map<string, { readonly at: number; count: number }>();
  file.outcomes.forEach(({ stakeholder }, at) => {
    if (declared.has(stakeholder)) return;
    const known = unknown.get(stakeholder);
    if (known) known.count += 1;
    else unknown.set(stakeholder, { at, count: 1 });
  });
  return [...unknown].map(([stakeholder, { at, count }]) =>
    problem('stakeholder-not-declared', 'warning', `/outcomes/${at}/stakeholder`, { stakeholder, count }),
  );
}

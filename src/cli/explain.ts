import {
  calculateAssessment,
  claimOnFigure,
  explainFigure,
  figureNames,
  type Prepared,
} from '../assessments/assessments.service.js';
import { isTopic, told, topics } from '../assessments/told-result.js';
import type { Explanation } from '../core/figures/explain.js';
import { formatValue } from '../platform/locale/format.js';
import { readAssessmentArgument } from './assessment-argument.js';
import type { Command } from './command.js';
import { claimInWords } from './claim.js';
import { print, wrongUse } from './exit.js';

export const explainCommand: Command = {
  name: 'explain',
  usage: 'bokslut explain FILE FIGURE [--target VALUE] [--json]',
  purpose: 'Shows how a figure is worked out, down to the numbers of the file and their sources.',
  help: [
    'FILE    an assessment file, or - for standard input',
    'FIGURE  the name of a figure, such as ratio or horizons.5.npv; left out: the names of all figures',
    `        or a topic: ${topics.join(', ')}`,
    '--target  a value that the figure is said to have: what would have to be true for it; --target=-5 below 0',
    '--json  every step as data, with the formulas, so that another program can work it out again',
  ],
  options: { json: { type: 'boolean' }, target: { type: 'string' } },
  async run({ positionals: [file, figure], values }) {
    const prepared = await readAssessmentArgument(file);
    if (figure === undefined && values['target'] !== undefined)
      throw wrongUse('Say of which figure: bokslut explain FILE FIGURE --target VALUE');
    if (figure === undefined) {
      const names = figureNames(prepared);
      print(values.json === true ? JSON.stringify(names, null, 2) : names.join('\n'));
      return;
    }
    if (isTopic(figure)) {
      const { words, items } = told(calculateAssessment(prepared), figure);
      print(values.json === true ? JSON.stringify(items, null, 2) : words);
      return;
    }
    if (typeof values['target'] === 'string') {
      const claim = claimOnFigure(prepared, figure, targetOf(values['target']));
      if (!claim) throw wrongUse(unknownFigure(prepared, figure));
      print(values.json === true ? JSON.stringify(claim, null, 2) : claimInWords(claim));
      return;
    }
    const explanation = explainFigure(prepared, figure);
    if (!explanation) throw wrongUse(unknownFigure(prepared, figure));
    print(values.json === true ? JSON.stringify(explanation, null, 2) : inWords(explanation));
  },
};

function targetOf(text: string): number {
  const target = Number(text);
  if (text.trim() === '' || !Number.isFinite(target))
    throw wrongUse(`The target must be a number such as 109000 or 3.5, not ${JSON.stringify(text)}.`);
  return target;
}

const SUGGESTED = 8;

function unknownFigure(prepared: Prepared, figure: string): string {
  const word = figure.toLowerCase();
  const names = figureNames(prepared);
  const near = names.filter((name) => name.toLowerCase().includes(word) || word.includes(name.toLowerCase()));
  const shown = (near.length > 0 ? near : names).slice(0, SUGGESTED);
  return `There is no figure ${JSON.stringify(figure)}. Some there are: ${shown.join(', ')}. All of them: bokslut explain FILE`;
}

/** The steps of an explanation as lines, the figure first, each only once. */
function inWords(explanation: Explanation): string {
  const nodes = new Map(explanation.nodes.map((node) => [node.id, node]));
  const lines = [
    `${explanation.label} = ${formatValue(explanation.value, explanation.unit)}`,
    `  = ${explanation.words}`,
  ];
  const told = new Set<string>();
  const tell = (id: string, depth: number): void => {
    const node = nodes.get(id);
    if (!node || told.has(id)) return;
    told.add(id);
    const nearest = node.arguments.filter((argument) => !told.has(argument));
    if (node.label !== undefined) {
      const where =
        node.path === undefined
          ? ''
          : `   [${node.path}${node.source === undefined ? '' : `; ${node.source}`}]`;
      lines.push(`${'  '.repeat(depth)}${node.label}: ${formatValue(node.value, node.unit)}${where}`);
    }
    for (const argument of nearest) tell(argument, node.label === undefined ? depth : depth + 1);
  };
  const target = explanation.nodes.at(-1);
  for (const argument of target?.arguments ?? []) tell(argument, 1);
  return lines.join('\n');
}

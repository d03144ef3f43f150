// Our side of the bench: reads one request a line ({"task", "file", "times"}), answers each with one line of JSON.
import { createInterface } from 'node:readline';
import { declare } from '../dist/core/calculate.js';
import { calculateAssessment, prepareAssessment } from '../dist/assessments/assessments.service.js';
import { evaluate } from '../dist/core/figures/evaluate.js';
import { summarise } from '../dist/core/statistics.js';
import { inputRanges } from '../dist/core/uncertainty/input-ranges.js';
import { simulationOf } from '../dist/core/uncertainty/simulation.js';
import { optimismBias } from '../dist/reference/optimism-bias.js';
import { evidenceGrades } from '../dist/reference/evidence-grades.js';

const headlines = (graph) => [graph.figure('ratio'), graph.figure('npv')];

function summaryOf(column) {
  const { mean, standardError, quantile, shareAbove } = summarise(column);
  return {
    mean,
    standardError,
    p5: quantile(0.05),
    median: quantile(0.5),
    p95: quantile(0.95),
    probabilityAboveOne: shareAbove(1),
  };
}

function simulated(file) {
  const { graph } = declare(file, { optimismBias });
  const simulation = simulationOf(file, inputRanges(graph, file, evidenceGrades), evidenceGrades);
  const [ratio, npv] = simulation.columnsOf(headlines(graph));
  return { ratio: summaryOf(ratio), npv: summaryOf(npv) };
}

function point(file) {
  const [ratio, npv] = evaluate(headlines(declare(file, { optimismBias }).graph));
  return { ratio, npv };
}

/** Everything that `bokslut calculate` does but start and print: checks, every figure, sensitivity, workings. */
function whole(file) {
  const preparation = prepareAssessment(JSON.stringify(file));
  if (!preparation.ok) throw new Error(JSON.stringify(preparation.refusals.slice(0, 3)));
  const { ratio, npv } = calculateAssessment(preparation.prepared);
  return { ratio, npv };
}

const tasks = { simulated, point, whole };

for await (const line of createInterface({ input: process.stdin })) {
  const { task, file, times } = JSON.parse(line);
  const seconds = [];
  const processor = [];
  let result;
  for (let time = 0; time < times; time += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    result = tasks[task](file);
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1_000_000);
  }
  const peakKilobytes = process.resourceUsage().maxRSS;
  process.stdout.write(`${JSON.stringify({ seconds, processor, result, peakKilobytes })}\n`);
}

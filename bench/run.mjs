// Measures the calculation beside NumPy, and how its cost grows. See bench/README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { spawnSync } from 'node:child_process';
import { NUMPY, pythonWithNumpy } from './python.mjs';
import { numpySide, ourSide } from './side.mjs';
import { report } from './table.mjs';
import { valueMapOf } from './value-map.mjs';

const SIZE = { outcomes: 50, years: 10, draws: 10_000 };
const REPEATS = Number(process.env.BENCH_REPEATS ?? 15);
const WARM_UP = 5;

/** Growth of one measure at a time, the others as in the middle of each row. */
const GROWTH = {
  draws: [3_000, 10_000, 30_000, 100_000].map((draws) => ({ ...SIZE, draws })),
  outcomes: [10, 30, 100, 300, 1_000].map((outcomes) => ({ ...SIZE, outcomes })),
  years: [5, 10, 20, 50].map((years) => ({ ...SIZE, years })),
};

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
};
const inBrief = (seconds) => ({ least: Math.min(...seconds), median: median(seconds) });

/** The exponent b of seconds ≈ a × size^b, by least squares over the logarithms. */
function exponentOf(points) {
  const logs = points.map(([size, seconds]) => [Math.log(size), Math.log(seconds)]);
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  const below = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
  return above / below;
}

/** Both sides by turns in one run, so that a busy moment of the machine hits both. */
async function compare(ours, numpy, file, ourTask, numpyTask) {
  const sides = [
    { side: ours, task: ourTask, seconds: [], processor: [] },
    { side: numpy, task: numpyTask, seconds: [], processor: [] },
  ];
  for (const one of sides) await one.side.ask(one.task, file, WARM_UP);
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const one of sides) {
      const { seconds, processor, result } = await one.side.ask(one.task, file);
      one.seconds.push(...seconds);
      one.processor.push(...processor);
      one.result = result;
    }
  }
  const [our, their] = sides.map(({ seconds, processor, result }) => ({
    ...inBrief(seconds),
    processor: Math.min(...processor),
    result,
  }));
  const ratios = Object.fromEntries(
    ['least', 'median', 'processor'].map((measure) => [measure, our[measure] / their[measure]]),
  );
  return { ours: our, numpy: their, ratios };
}

/** Two means of independent draws: apart by no more than five of the standard errors of their difference. */
function agree(one, other) {
  return Math.abs(one.mean - other.mean) <= 5 * Math.hypot(one.standardError, other.standardError);
}

function checkAgreement(name, { ours, numpy }) {
  for (const figure of ['ratio', 'npv']) {
    const [one, other] = [ours.result[figure], numpy.result[figure]];
    const same =
      typeof one === 'number' ? Math.abs(one - other) <= 1e-9 * Math.abs(other) : agree(one, other);
    if (!same) throw new Error(`${name}: the sides disagree on ${figure}: ${JSON.stringify([one, other])}`);
  }
}

/** Each size in processes of its own: the most memory they held is that of this size. */
async function growthOf(python, sizes) {
  const rows = [];
  for (const size of sizes) {
    const file = valueMapOf(size);
    const row = { ...size };
    for (const [name, side] of [
      ['ours', ourSide()],
      ['numpy', numpySide(python)],
    ]) {
      await side.ask('simulated', file, WARM_UP);
      const { seconds, processor, peakKilobytes } = await side.ask('simulated', file, 5);
      row[name] = {
        least: Math.min(...seconds),
        processor: Math.min(...processor),
        peakMegabytes: peakKilobytes / 1024,
      };
      await side.end();
    }
    rows.push(row);
  }
  return rows;
}

function wholeCommand(python, file) {
  const path = new URL('../out/bench/value-map.json', import.meta.url).pathname;
  writeFileSync(path, JSON.stringify(file));
  const cli = new URL('../dist/cli.js', import.meta.url).pathname;
  const seconds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [cli, 'calculate', path, '--json'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error('bokslut calculate failed');
    return (performance.now() - start) / 1000;
  });
  return inBrief(seconds);
}

const { python, why } = pythonWithNumpy();
if (!python) {
  console.error(why);
  process.exit(1);
}
mkdirSync(new URL('../out/bench/', import.meta.url), { recursive: true });

const [ours, numpy] = [ourSide(), numpySide(python)];
const file = valueMapOf(SIZE);
const plainShares = valueMapOf({ ...SIZE, shares: 'triangular' });
const compared = {
  simulated: await compare(ours, numpy, file, 'simulated', 'simulated'),
  'simulated, no PERT': await compare(ours, numpy, plainShares, 'simulated', 'simulated'),
  'point, against NumPy': await compare(ours, numpy, file, 'point', 'point'),
  'point, against a plain loop in Python': await compare(ours, numpy, file, 'point', 'plain'),
};
Object.entries(compared).forEach(([name, one]) => checkAgreement(name, one));
const { seconds: wholeSeconds } = await ours.ask('whole', file, 5);
await Promise.all([ours.end(), numpy.end()]);

const growth = {};
for (const [measure, sizes] of Object.entries(GROWTH)) {
  const rows = await growthOf(python, sizes);
  const exponent = (side) => exponentOf(rows.map((row) => [row[measure], row[side].processor]));
  growth[measure] = { rows, exponents: { ours: exponent('ours'), numpy: exponent('numpy') } };
}

const measured = {
  size: SIZE,
  repeats: REPEATS,
  machine: { node: process.version, numpy: NUMPY, cores: cpus().length, processor: cpus()[0]?.model },
  compared,
  wholeCalculation: inBrief(wholeSeconds),
  wholeCommand: wholeCommand(python, file),
  growth,
};
writeFileSync(new URL('../out/bench/bench.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
console.log(report(measured));

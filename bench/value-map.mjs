// A made-up value map of any size, the same one for the same size. Its numbers say nothing about the world.

/** A small generator of its own (Park and Miller, 1988), so that the file is the same everywhere. */
function numbersFrom(seed) {
  let state = seed;
  return (low, high) => {
    state = (state * 48_271) % 2_147_483_647;
    return low + (state / 2_147_483_647) * (high - low);
  };
}

const between3 = (distribution) => (mode, below, above) => ({
  distribution,
  low: mode * below,
  mode,
  high: mode * above,
});
const triangular = between3('triangular');

/** What the analyst knows of each number of an outcome. */
function rangesOf(number, row, shares) {
  const share = between3(shares);
  return {
    quantity: triangular(row.quantity, 0.8, 1.25),
    proxy:
      number % 2 === 0
        ? { distribution: 'lognormal', mean: row.proxy.value, sd: row.proxy.value * 0.3 }
        : triangular(row.proxy.value, 0.6, 1.5),
    deadweight: share(row.deadweight, 0.5, 1.5),
    displacement: share(row.displacement, 0.2, 2),
    attribution: share(row.attribution, 0.5, 1.6),
    dropOff: triangular(row.dropOff, 0.5, 1.5),
  };
}

/**
 * An assessment file in which every number of every outcome, and every input but one, carries a range.
 *
 * @param outcomes how many rows
 * @param years how long each of them lasts
 * @param draws of the simulation
 * @param shares the distribution of what is deducted: `pert` or `triangular`
 */
export function valueMapOf({ outcomes, years, draws, shares = 'pert' }) {
  const between = numbersFrom(20_250_101);
  const rows = Array.from({ length: outcomes }, (_, at) => ({
    id: `R${String(at).padStart(5, '0')}`,
    stakeholder: `Stakeholder ${at % 7}`,
    outcome: `Outcome ${at}`,
    quantity: between(10, 500),
    proxy: { value: between(100, 10_000), source: 'made up' },
    durationYears: years,
    deadweight: between(0.05, 0.4),
    displacement: between(0.02, 0.3),
    attribution: between(0.05, 0.5),
    dropOff: between(0.05, 0.4),
  }));
  const invested = Array.from({ length: 6 }, (_, at) => ({
    id: `I${at}`,
    description: `Input ${at}`,
    value: between(80_000, 500_000) * outcomes,
    ...(at > 2 && { year: at - 1 }),
  }));
  const ranges = Object.fromEntries([
    ...rows.flatMap((row, at) =>
      Object.entries(rangesOf(at, row, shares)).map(([name, range]) => [`outcomes.${row.id}.${name}`, range]),
    ),
    ...invested.slice(1).map(({ id, value }) => [`inputs.${id}.value`, triangular(value, 0.9, 1.2)]),
  ]);
  return {
    format: 'bokslut-assessment/1',
    kind: 'value-map',
    title: `Made up: ${outcomes} outcomes over ${years} years`,
    period: { from: '2025-01-01', to: '2026-01-01' },
    basis: 'forecast',
    currency: 'EUR',
    priceYear: 2025,
    conventions: { discounting: 'year-end', discountRate: 0.035 },
    inputs: invested,
    outcomes: rows,
    uncertainty: { seed: 1, draws, inputs: ranges },
  };
}

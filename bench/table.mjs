// What was measured, as a page of plain text.

const milliseconds = (seconds) => `${(seconds * 1000).toFixed(seconds < 0.01 ? 3 : 1)} ms`;
const times = (ratio) => `${ratio.toFixed(2)} ×`;

function table(head, rows) {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const line = (cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ');
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

export function report({ size, repeats, machine, compared, wholeCalculation, wholeCommand, growth }) {
  const beside = table(
    ['', 'ours', 'processor', 'NumPy', 'processor', 'ours ÷ NumPy', 'medians', 'processor'],
    Object.entries(compared).map(([name, { ours, numpy, ratios }]) => [
      name,
      milliseconds(ours.least),
      milliseconds(ours.processor),
      milliseconds(numpy.least),
      milliseconds(numpy.processor),
      times(ratios.least),
      times(ratios.median),
      times(ratios.processor),
    ]),
  );
  const growing = Object.entries(growth).map(([measure, { rows, exponents }]) => {
    const body = table(
      [measure, 'ours', 'processor', 'most memory', 'NumPy', 'processor', 'most memory'],
      rows.map((row) => [
        String(row[measure]),
        ...[row.ours, row.numpy].flatMap(({ least, processor, peakMegabytes }) => [
          milliseconds(least),
          milliseconds(processor),
          `${peakMegabytes.toFixed(0)} MB`,
        ]),
      ]),
    );
    return `${body}\nprocessor time grows with the power ${exponents.ours.toFixed(2)} (NumPy ${exponents.numpy.toFixed(2)})`;
  });
  return [
    `${size.outcomes} outcomes × ${size.years} years × ${size.draws} draws, ${repeats} repeats by turns`,
    `Node ${machine.node}, NumPy ${machine.numpy}, ${machine.cores} cores, ${machine.processor}`,
    '',
    beside,
    '',
    `everything that is calculated, in a process that runs:  ${milliseconds(wholeCalculation.least)}`,
    `bokslut calculate FILE --json, process start and all:   ${milliseconds(wholeCommand.least)}`,
    ...growing.flatMap((one) => ['', one]),
  ].join('\n');
}

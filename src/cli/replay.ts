import type { Command } from './command.js';
import { CommandEnd, EXIT, print, wrongUse } from './exit.js';

export const replayCommand: Command = {
  name: 'replay',
  usage: 'bokslut replay RUN [--json]',
  purpose: 'Works a stored run out again and says whether it is the same.',
  help: [
    'RUN     the identity of a run',
    '--json  print what differs as data',
    'Exit code 1 where something differs: a figure, the bound of an interval, an input, the seed.',
    'It reads the settings of the service: MONGODB_URI, or DATA_DIR; left out: ./data. The service may be running.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ positionals: [run], values }) {
    if (run === undefined || !/^[0-9a-f]{24}$/.test(run))
      throw wrongUse('Name a run by its identity, the 24 digits and letters at the end of its address.');
    const [{ replayAny }, { closeCalculator }, { withDatabase }] = await Promise.all([
      import('../assessments/runs.service.js'),
      import('../assessments/calculator.js'),
      import('./database-command.js'),
    ]);
    const replay = await withDatabase(() => replayAny(run)).finally(closeCalculator);
    if (!replay) throw new CommandEnd(EXIT.refused, `There is no run ${run}.`);
    const { stored, now } = replay.modelVersion;
    const version = stored === now ? `model ${now}` : `made by model ${stored}, worked out again by ${now}`;
    const lines = replay.differences.map(
      ({ pointer, stored: was, recalculated }) =>
        `${pointer}: stored ${JSON.stringify(was)}, recalculated ${JSON.stringify(recalculated)}`,
    );
    const told = values['json'] === true ? [JSON.stringify(replay, null, 2)] : lines;
    if (replay.same) print(values['json'] === true ? told.join('') : `same (${version})`);
    else throw new CommandEnd(EXIT.refused, [`${run} differs (${version}):`, ...told].join('\n'));
  },
};

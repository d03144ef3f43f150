import type { Command } from './command.js';
import { CommandEnd, EXIT, print, wrongUse } from './exit.js';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'bokslut audit verify',
  purpose: 'Checks the chain of audit entries of every organisation.',
  help: [
    'Prints how long each chain is and the hash of its last entry. Keep that hash elsewhere: it shows later that',
    'nothing was taken away. Exit code 1 where a chain does not hold, with the first entry that does not.',
    'It reads the settings of the service: MONGODB_URI, or DATA_DIR; left out: ./data. The service may be running.',
  ],
  options: {},
  async run({ positionals: [what, ...more] }) {
    if (what !== 'verify' || more.length > 0) throw wrongUse('Say: bokslut audit verify');
    const [{ verifyChains }, { withDatabase }] = await Promise.all([
      import('../platform/audit/audit.js'),
      import('./database-command.js'),
    ]);
    const chains = await withDatabase(verifyChains);
    const lines = chains.map(({ organisation, length, head, fault }) =>
      fault === undefined
        ? `${organisation}: whole, ${length} entries, ${head}`
        : `${organisation}: broken, ${fault}`,
    );
    if (chains.some(({ fault }) => fault !== undefined)) throw new CommandEnd(EXIT.refused, lines.join('\n'));
    print(lines.length > 0 ? lines.join('\n') : 'There are no entries yet.');
  },
};

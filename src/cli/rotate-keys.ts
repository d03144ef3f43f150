import { readConfig } from '../config.js';
import type { Command } from './command.js';
import { CommandEnd, EXIT, print, wrongUse } from './exit.js';

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  usage: 'bokslut rotate-keys',
  purpose: 'Seals sensitive fields anew with the first of the keys in FIELD_KEYS.',
  help: [
    'Put the new key before the old one in FIELD_KEYS, start the service anew, then call this with the same FIELD_KEYS.',
    'It can be broken off and called again; the service may be running. Once it says that nothing is left under the',
    'old key, take that out of FIELD_KEYS. Exit code 1 where something cannot be opened with the keys at hand.',
    'It reads the settings of the service: MONGODB_URI, or DATA_DIR; left out: ./data.',
  ],
  options: {},
  async run({ positionals }) {
    if (positionals.length > 0) throw wrongUse('Say: bokslut rotate-keys');
    const [{ useFieldKeys }, { rotateKeys }, { withDatabase }] = await Promise.all([
      import('../platform/sealing/sealing.js'),
      import('../trajectories/rotation.service.js'),
      import('./database-command.js'),
    ]);
    useFieldKeys(readConfig().FIELD_KEYS);
    const { key, rewritten, unopened, missingKeys } = await withDatabase(() =>
      rotateKeys((so) => void process.stderr.write(`${so} rewritten\n`)),
    );
    print(`Sealed anew with the key ${key}: ${rewritten} record(s).`);
    if (unopened === 0) {
      print('Nothing is left under another key.');
      return;
    }
    throw new CommandEnd(
      EXIT.refused,
      `${unopened} record(s) cannot be opened; they were sealed with: ${missingKeys.join(', ')}. Add these keys to FIELD_KEYS and call it again.`,
    );
  },
};

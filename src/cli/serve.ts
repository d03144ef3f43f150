import closeWithGrace from 'close-with-grace';
import { readConfig } from '../config.js';
import type { Command } from './command.js';
import { print } from './exit.js';

export const serveCommand: Command = {
  name: 'serve',
  usage: 'bokslut serve',
  purpose: 'Starts the service.',
  help: [
    'Settings are read from the environment: HOST, PORT, DATA_DIR, MONGODB_URI, …; see docs/operations.md.',
    'With none of them it listens on http://127.0.0.1:3000 and keeps its data in ./data.',
  ],
  options: {},
  async run() {
    const { startService } = await import('../main.js');
    const service = await startService(readConfig());
    print(`Bokslut is up: ${service.address}`);
    print(`  data        ${service.database.kind}`);
    print(`  the API     ${service.address}/api`);
    if (service.firstKey !== undefined) {
      print(`  first start: the administrator’s API key is in ${service.firstKey}`);
    }
    const { warmExamples } = await import('../assessments/examples.service.js');
    void warmExamples();
    closeWithGrace({ delay: 15_000 }, async () => {
      await service.close();
    });
    const reason = await service.database.failed;
    throw reason;
  },
};

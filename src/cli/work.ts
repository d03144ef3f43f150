import closeWithGrace from 'close-with-grace';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../config.js';
import type { Command } from './command.js';
import { print } from './exit.js';

const LOOK_AGAIN = 1_000;

export const workCommand: Command = {
  name: 'work',
  usage: 'bokslut work',
  purpose: 'Does the jobs of a running service, such as printing reports.',
  help: [
    'It reads the settings of the service: MONGODB_URI, or the DATA_DIR whose embedded database the service holds.',
    'It waits where there is no service yet, and goes on when one comes back. Several may run side by side.',
  ],
  options: {},
  async run() {
    const [{ startJobs }, { DirectoryNotOwned, openDatabase }, { openLogger }] = await Promise.all([
      import('../main.js'),
      import('../platform/database/database.js'),
      import('../platform/logging/logger.js'),
    ]);
    const config = readConfig();
    const logger = openLogger(config.LOG_LEVEL);
    const open = async () => {
      for (let told = false; ; told = true) {
        try {
          return await openDatabase(config, 'guest');
        } catch (error) {
          if (!(error instanceof DirectoryNotOwned)) throw error;
          if (!told) print(`${error.message} Waiting for one.`);
          await pause(LOOK_AGAIN);
        }
      }
    };
    const database = await open();
    const runner = startJobs(config, logger);
    print(`Doing jobs; data ${database.kind}`);
    closeWithGrace({ delay: 150_000 }, async () => {
      await runner.stop();
      await database.close();
    });
  },
};

import type { Command } from './command.js';
export const reportCommand: Command = {
  name: 'report',
  usage: 'bokslut report',
  purpose: '',
  help: [],
  options: {},
  run: () => Promise.resolve(),
};

import type { Command } from './command.js';
export const demoCommand: Command = {
  name: 'demo',
  usage: 'bokslut demo',
  purpose: '',
  help: [],
  options: {},
  run: () => Promise.resolve(),
};

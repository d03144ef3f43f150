import type { Command } from './command.js';
import { print, wrongUse } from './exit.js';

const KINDS = ['social-enterprise', 'contracting-authority', 'funder'];

export const administratorCommand: Command = {
  name: 'administrator',
  usage: 'bokslut administrator --organisation NAME',
  purpose: 'Makes an organisation with its first administrator and an API key, shown once.',
  help: [
    '--organisation NAME  the organisation',
    `--kind KIND          ${KINDS.join(', ')}; left out: the first`,
    '--person NAME        the administrator; left out: Administrator',
    'It reads the settings of the service: MONGODB_URI, or DATA_DIR; left out: ./data.',
  ],
  options: { organisation: { type: 'string' }, kind: { type: 'string' }, person: { type: 'string' } },
  async run({ values }) {
    const { organisation: name, kind = KINDS[0], person: administrator = 'Administrator' } = values;
    if (typeof name !== 'string' || name.trim() === '')
      throw wrongUse('Name the organisation: --organisation NAME');
    if (typeof kind !== 'string' || !KINDS.includes(kind))
      throw wrongUse(`--kind is one of ${KINDS.join(', ')}.`);
    if (typeof administrator !== 'string' || administrator.trim() === '')
      throw wrongUse('--person is a name.');
    const [{ beginOrganisation }, { withDatabase }] = await Promise.all([
      import('../organisations/organisations.service.js'),
      import('./database-command.js'),
    ]);
    const made = await withDatabase(() => beginOrganisation({ name, kind, administrator }), 'owner-or-guest');
    print(`organisation  ${made.organisation}`);
    print(`person        ${made.person}`);
    print(`API key       ${made.key}`);
    print('The key is shown this once. It is good for 90 days; make others under /api/keys.');
  },
};

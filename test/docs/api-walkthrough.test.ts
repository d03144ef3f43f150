import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/service.js';

const page = readFileSync(new URL('../../docs/api-walkthrough.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block]) => block!);
const has = (command: string) => spawnSync(command, ['--version']).status === 0;

describe.skipIf(!has('bash') || !has('curl'))('the walk through the API', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startTestService({ SOCKET: '', PORT: '0' });
  });
  afterAll(() => test.stop());

  it('does with every command what it says', async () => {
    const folder = join(test.directory, 'walk');
    mkdirSync(folder);
    symlinkSync(test.directory, join(folder, 'data'));
    const script = `set -euo pipefail\n${blocks('sh').join('')}`;
    const here = script.replace('http://127.0.0.1:3000', test.service.address);
    expect(here).not.toBe(script);
    const { stdout } = await promisify(execFile)('bash', ['-c', here], { cwd: folder });
    for (const answer of blocks('text')) expect(stdout).toContain(answer);
    expect(stdout).toContain('{"same":true,');
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(read('report.json')).toContain('"state":"done"');
    expect(read('report.pdf').slice(0, 5)).toBe('%PDF-');
    expect(JSON.parse(read('explanation.json'))).toMatchObject({ figure: 'horizons.4.npv' });
    expect(read('assessment.json')).not.toContain('P-1');
  });
});

// npm leaves an optional package out without a word when its `engines` do not fit, so the lock file is looked at.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const browser = lock.packages['node_modules/@sparticuz/chromium'];
const wanted = '147.0.0';

if (browser?.version !== wanted) {
  console.error(
    `package-lock.json must hold @sparticuz/chromium ${wanted} (found ${browser?.version ?? 'none'}): later versions ask for Node 22 and would silently be missing on Node 20.`,
  );
  process.exit(1);
}
console.log(`bundled browser: @sparticuz/chromium ${browser.version}`);

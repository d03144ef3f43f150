import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { Explained } from '../platform/explained.js';
import { type BundledBrowser, bundledBrowser } from './bundled-browser.js';

export interface BrowserChoice {
  /** A browser named by the user, before all others. */
  readonly executablePath?: string | undefined;
  /** Where the bundled browser is unpacked. */
  readonly cache: string;
  /**
   * Whether whoever starts the browser closes it when the process is told to end, as a service does in its order.
   * Otherwise both end at once.
   */
  readonly closedInOrder?: boolean;
}

/** Thrown where a machine has no browser to print with; the message says what to do. */
export class NoBrowser extends Explained {
  override readonly name = 'NoBrowser';
}

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Starts the browser that prints reports: the one named, the one that comes with the packages, or an installed one.
 *
 * @throws NoBrowser where there is none
 */
export async function launchBrowser(choice: BrowserChoice): Promise<Browser> {
  const found = await findBrowser(choice);
  const signals = choice.closedInOrder !== true;
  if (process.getuid?.() === 0) return start(found, signals, ['--no-sandbox']);
  try {
    return await start(found, signals, []);
  } catch {
    // Some machines do not let users make sandboxes; what is printed runs no script and fetches nothing.
    return start(found, signals, ['--no-sandbox']);
  }
}

function start(
  { executablePath, env }: BundledBrowser,
  signals: boolean,
  args: readonly string[],
): Promise<Browser> {
  return puppeteer.launch({
    handleSIGINT: signals,
    handleSIGTERM: signals,
    handleSIGHUP: signals,
    executablePath,
    headless: 'shell',
    // No port is opened, and it works where even the loopback is down.
    pipe: true,
    env: { ...process.env, ...env },
    args: [
      ...args,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--font-render-hinting=none',
      '--no-first-run',
    ],
  });
}

async function findBrowser({ executablePath, cache }: BrowserChoice): Promise<BundledBrowser> {
  if (executablePath !== undefined) {
    if (existsSync(executablePath)) return { executablePath, env: {} };
    throw new NoBrowser(`There is no browser at ${executablePath}, which PUPPETEER_EXECUTABLE_PATH names.`);
  }
  const bundled = await bundledBrowser(cache);
  if (bundled) return bundled;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, env: {} };
  throw new NoBrowser(
    `Reports are printed by a browser, and none was found. Install Chrome, Chromium or Edge, or name one in PUPPETEER_EXECUTABLE_PATH. Looked at: ${INSTALLED.map((path) => join(path)).join(', ')}.`,
  );
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/reports/browser.js';
import { addRun, sample, type TestService, testService } from '../pages/service.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROW = 320;
const WIDE = 1280;

let service: TestService;
let browser: Browser;
let page: Page;
let runs: readonly string[];
/** What the page at hand did wrong while it loaded. */
let wrongs: string[] = [];

beforeAll(async () => {
  service = await testService();
  runs = [
    await addRun(service.address, service.key, sample('work-cooperative')),
    await addRun(service.address, service.key, sample('work-cooperative.states')),
    await addRun(service.address, service.key, sample('prison-workshops')),
  ];
  browser = await launchBrowser({ cache });
  page = await browser.newPage();
  page.on('console', (message) => wrongs.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => wrongs.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(service.address)) wrongs.push(`asked for ${request.url()}`);
  });
});
afterAll(async () => {
  await browser.close();
  await service.close();
});

const open = async (path: string): Promise<number> => {
  wrongs = [];
  const response = await page.goto(service.address + path, { waitUntil: 'networkidle0' });
  return response?.status() ?? 0;
};

const signIn = async (): Promise<void> => {
  await open('/sign-in');
  if (new URL(page.url()).pathname !== '/sign-in') return;
  await page.type('#key', service.key);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
};

/** Everything folded is opened, so that it is looked at too. */
const unfold = (): Promise<void> =>
  page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`) as Promise<void>;

async function faultsOf(without: readonly string[] = []): Promise<readonly string[]> {
  // Scripts of ours run beside the page; its own content policy lets none in.
  await page.evaluate(axe);
  const options = {
    runOnly: RULES,
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

const sideways = (): Promise<number> =>
  page.evaluate(`document.documentElement.scrollWidth - innerWidth`) as Promise<number>;

async function look(path: string, status = 200, without: readonly string[] = []): Promise<void> {
  await page.setViewport({ width: WIDE, height: 900 });
  expect(await open(path), path).toBe(status);
  expect(
    wrongs.filter((wrong) => status === 200 || !wrong.includes(`status of ${status}`)),
    path,
  ).toEqual([]);
  await unfold();
  expect(await faultsOf(without), path).toEqual([]);
  await page.setViewport({ width: NARROW, height: 700 });
  expect(await sideways(), `${path} at ${NARROW} px`).toBeLessThanOrEqual(0);
  expect(await faultsOf(without), `${path} at ${NARROW} px`).toEqual([]);
}

describe('every page can be used by everybody, at every width', () => {
  it.each([
    ['/', 200],
    ['/examples/work-cooperative', 200],
    ['/examples/prison-workshops', 200],
    ['/examples/shelter', 200],
    ['/examples/rough-sleeping', 200],
    ['/examples/rough-sleeping/figures/otherReading.fiscalReturn', 200],
    ['/examples/work-cooperative/figures/horizons.4.npv', 200],
    ['/examples/work-cooperative/figures/payback.expectedMonths', 200],
    ['/examples/work-cooperative/figures/careers.long-addiction.successShare', 200],
    ['/examples/shelter/figures/ratio', 200],
    ['/reference', 200],
    ['/reference/SE', 200],
    ['/reference/IT', 200],
    ['/reference/UK', 200],
    ['/api', 200],
    ['/problems', 200],
    ['/problems/invalid', 200],
    ['/sign-in', 200],
    ['/nothing-here', 404],
  ] as const)('%s', (path, status) => look(path, status), 120_000);

  it('runs, when signed in', async () => {
    await open('/runs');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.type('#key', 'bok_wrong');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await faultsOf()).toEqual([]);
    await signIn();
    expect(new URL(page.url()).pathname).toBe('/runs');
    await look('/runs');
    for (const run of runs) await look(`/runs/${run}`);
    await look(`/runs/${runs[1] ?? ''}/figures/horizons.4.npv`);
    await look(`/runs/${'0'.repeat(24)}`, 404);
  }, 120_000);

  it('a report, from asking to its file', async () => {
    await signIn();
    await open(`/runs/${runs[0] ?? ''}`);
    await Promise.all([page.waitForNavigation(), page.click('.doors button')]);
    const report = new URL(page.url()).pathname;
    expect(report).toMatch(/^\/reports\/[0-9a-f]{24}$/);
    // The page looks again by itself, and says how to stop that: the rule knows only of the first.
    expect(await faultsOf(['meta-refresh'])).toEqual([]);
    await page.waitForSelector('a[href$="/pdf"]', { timeout: 60_000 });
    await look(report);
    const pdf = (await page.evaluate(
      `fetch('${report}/pdf').then((answer) => answer.headers.get('content-type')).catch(String)`,
    )) as string;
    // No script of a page may fetch anything; a link may.
    expect(pdf).toContain('TypeError');
  }, 120_000);
});

describe('with the keyboard alone', () => {
  it('the first stop leads past the navigation, and each stop is seen', async () => {
    await page.setViewport({ width: WIDE, height: 900 });
    await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.className`)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement.id`)).toBe('content');
    for (let stop = 0; stop < 8; stop += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(`parseFloat(getComputedStyle(document.activeElement).outlineWidth)`),
      ).toBeGreaterThanOrEqual(3);
    }
  });

  it('a session is ended', async () => {
    await signIn();
    await page.focus('.plain');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).pathname).toBe('/');
    await open('/runs');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

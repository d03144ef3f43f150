import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONGEST } from '../../src/programmes/price-requests.contract.js';
import { launchBrowser } from '../../src/reports/browser.js';
import { addRun, sample, type TestService, testService } from '../pages/service.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const folder = mkdtempSync(join(tmpdir(), 'bokslut-pages-'));
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
    // The browser draws its own date fields with pictures that are data.
    const ours = request.url().startsWith(service.address) || request.url().startsWith('data:');
    if (!ours) wrongs.push(`asked for ${request.url()}`);
  });
});
afterAll(async () => {
  await browser.close();
  await service.close();
  rmSync(folder, { recursive: true });
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

  it('prices of one’s own, from a file to a price that is found', async () => {
    await signIn();
    await look('/price-lists');
    const load = async (content: string): Promise<string> => {
      const file = join(folder, 'prices.csv');
      writeFileSync(file, content);
      await open('/price-lists');
      await (await page.$('#file'))?.uploadFile(file);
      const fields = { name: 'Of the region', country: 'SE', currency: 'SEK', source: 'S', licence: 'L' };
      for (const [name, value] of Object.entries(fields)) await page.type(`#${name}`, value);
      await Promise.all([page.waitForNavigation(), page.click('.stack .button')]);
      return new URL(page.url()).pathname;
    };
    const head = 'code,description,unit,agency,price,price year,transfer';
    await look(await load(`${head}\nD-1,Detoxification,,Region,x,2025,no\n`), 422);
    await look(await load('\u0000'), 422);
    await look(await load(`${head}\nD-1,Detoxification,day,Region,4500,2025,no\n`));
    await Promise.all([page.waitForNavigation(), page.click('.doors .button')]);
    const list = new URL(page.url()).pathname;
    expect(list).toMatch(/^\/price-lists\/[0-9a-f]{24}$/);
    await look(list);
    await page.setViewport({ width: WIDE, height: 900 });
    await open(list);
    await page.type('#find', 'nothing like it');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await faultsOf()).toEqual([]);
    expect(await page.$('[role=status]')).not.toBeNull();
  }, 120_000);

  it('a price that is asked for, from the form to the letter and its answer', async () => {
    await signIn();
    await look('/price-requests/new?country=SE&service=detox-day&year=2025');
    await page.setViewport({ width: WIDE, height: 900 });
    await open('/price-requests/new?country=SE&service=detox-day&year=2025');
    // The longest that may be typed, so that the letter is as long as it gets.
    const longest = (length: number): string => 'wherever they live '.repeat(40).slice(0, length).trim();
    await page.type('#why', longest(LONGEST.paragraph));
    await page.type('#replyTo', longest(LONGEST.line));
    for (const [field, length] of [
      ['agency', LONGEST.line],
      ['what', LONGEST.line],
      ['unit', LONGEST.unit],
    ] as const) {
      await page.$eval(
        `#${field}`,
        (input, value) => void ((input as { value: string }).value = value),
        longest(length),
      );
    }
    await Promise.all([page.waitForNavigation(), page.click('.stack .button')]);
    const request = new URL(page.url()).pathname;
    expect(request).toMatch(/^\/price-requests\/[0-9a-f]{24}$/);
    for (const language of ['en', 'sv']) {
      await look(`${request}?language=${language}`);
      const printed = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
      expect(printed.getPageCount(), language).toBe(1);
    }
    await look(`${request}/answer`);
    await page.setViewport({ width: WIDE, height: 900 });
    await open(`${request}/answer`);
    const answer = { price: '4x', 'answeredBy-name': 'N', 'answeredBy-office': 'O' };
    for (const [name, value] of Object.entries(answer)) await page.type(`#${name}`, value);
    await page.$eval('#date', (input) => void ((input as { value: string }).value = '2025-11-03'));
    await Promise.all([page.waitForNavigation(), page.click('.stack .button')]);
    expect(await page.$('#price[aria-invalid=true]')).not.toBeNull();
    expect(await faultsOf()).toEqual([]);
    await page.$eval('#price', (input) => void ((input as { value: string }).value = '4 312,50'));
    await Promise.all([page.waitForNavigation(), page.click('.stack .button')]);
    expect(new URL(page.url()).pathname).toBe(request);
    await look(request);
    await look('/price-requests');
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

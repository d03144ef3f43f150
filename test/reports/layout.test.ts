import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/reports/browser.js';
import { renderReport } from '../../src/reports/report-html.js';
import { type File, fiscalFile, referenceCareers, result, row, unit, valueMapFile } from '../cases/files.js';

const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

/** The width of what is printed on A4 between its margins, in CSS pixels. */
const PAGE = Math.floor(((210 - 2 * 19) / 25.4) * 96);

const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(9);
const long = 'People who have been out of work for more than two years and live in a hostel ';
const context = { whatWasDone: word, forWhom: long, comparedWith: word, limits: [word], notCounted: [word] };

const files: Readonly<Record<string, File>> = {
  'words without a break': {
    ...valueMapFile(
      { discounting: 'none' },
      [{ value: 1, description: word }],
      [row('A', 1, 1, { outcome: word, stakeholder: word })],
    ),
    title: word,
    organisation: word,
    context: { ...context, checked: { level: 'assured', by: word, standard: word } },
  },
  'large amounts in a table': valueMapFile(
    { discounting: 'none' },
    [{ value: 9e11 }],
    Array.from({ length: 12 }, (_, at) => row(`R${at}`, 999_999, 99_999_999, { outcome: long.repeat(3) })),
  ),
  'billions and long names of agencies, outcomes and values': {
    ...fiscalFile({
      agencies: ['DWP', 'NHS'].map((id) => ({ id, name: `${word}${id}` })),
      units: [
        unit('a', 9e9, { description: word }),
        unit('b', -9e9, { agency: 'NHS', description: long.repeat(3), transfer: true }),
      ],
      cashability: { DWP: 0.123456789 },
      costs: [{ year: 0, amount: 9e13, paidBy: 'NHS', description: word }],
      targetPopulation: 9_999_999,
      outcomes: [{ id: 'x'.repeat(90) }, { id: 'y', outcome: word }],
    }),
    title: word,
    context,
  },
  'billions for many actors with long names': {
    ...referenceCareers(
      { name: word },
      {
        programmeCost: [{ paidBy: 'municipality', perEntrant: 9e12, time: 0, description: word }],
        agencies: ['municipality', 'region', 'justice', 'x'.repeat(60)].map((id) => ({
          id,
          name: `${word}${id}`,
        })),
      },
    ),
    context,
  },
  'a job under a clause, of billions, paid by agencies with long names': {
    ...referenceCareers(
      { name: word, successShare: 1 },
      {
        preset: 'employment-clause',
        conventions: { discounting: 'none' },
        horizons: [1],
        programmeCost: [{ paidBy: 'municipality', perEntrant: 9e12, time: 0, description: word }],
        agencies: ['municipality', 'region', 'justice'].map((id) => ({
          ...{ id, name: `${word}${id}`, public: true, level: 'other' },
        })),
      },
    ),
    context,
  },
  'VALORIS of billions, in classes with long names': {
    ...referenceCareers(
      { name: word },
      {
        preset: 'valoris',
        conventions: { discounting: 'none' },
        horizons: [1],
        programmeCost: [{ paidBy: 'municipality', perEntrant: 9e12, time: 0 }],
        agencies: (['municipality', 'region', 'state'] as const).map((level, at) => ({
          ...{ id: ['municipality', 'region', 'justice'][at], public: true, level },
        })),
      },
    ),
    title: word,
  },
  'what others claim in long words, and costs from books of billions': {
    ...referenceCareers(
      {},
      {
        programmeCost: [
          {
            paidBy: 'municipality',
            time: 0,
            source: word,
            enterprise: { operatingCost: 9e13, sales: 4e12, participantsWageCost: 3e12 },
          },
        ],
      },
    ),
    context: {
      ...context,
      published: [
        { what: word, value: 12_345_678.9012, figure: 'horizons.1.npv', source: word, difference: word },
        { what: long.repeat(4), value: word, source: word, difference: word },
      ],
    },
  },
};

describe('a page of a report', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser({ cache });
  });
  afterAll(() => browser.close());

  // What is wider than the page makes the browser print the whole report smaller.
  it.each(Object.entries(files))('holds %s', async (_, file) => {
    const page = await browser.newPage();
    await page.setViewport({ width: PAGE, height: 1000 });
    await page.emulateMediaType('print');
    await page.setContent(renderReport(result(file)));
    const over: unknown = await page.evaluate(`[...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > ${PAGE + 1})
      .map((element) => (element.tagName + ' ' + element.className + ' ' + element.textContent).slice(0, 80))`);
    await page.close();
    expect(over).toEqual([]);
  });
});

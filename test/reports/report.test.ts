import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, NoBrowser } from '../../src/reports/browser.js';
import { bundledBrowser } from '../../src/reports/bundled-browser.js';
import { printHtml } from '../../src/reports/print.js';
import { openReportPrinter, type ReportPrinter } from '../../src/reports/report-printer.js';
import { renderReport } from '../../src/reports/report-html.js';
import { referenceCareers, result, row, valueMapFile } from '../cases/files.js';

const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

describe('the page', () => {
  const words = (html: string): string =>
    html
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  it('says people first, then money, how sure, what is not counted and how far it was checked', () => {
    const page = words(renderReport(result(sample('work-cooperative'))));
    for (const said of [
      'Constructed example',
      '24 started. 11 were in work a year later; without the programme probably 4 to 7.',
      'in 90 of 100 calculations',
      'Three limits',
      'What is not in the money',
      'This measures part of the impact',
      'Self-declared',
    ]) {
      expect(page).toContain(said);
    }
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  it('cannot be made to run or load anything by what a file says', () => {
    const hostile = {
      ...valueMapFile(
        { discounting: 'none' },
        [{ value: 1 }],
        [
          row('A', 1, 1, {
            outcome: '<img src=x onerror=alert(1)>',
            stakeholder: '"><script>alert(1)</script>',
          }),
        ],
      ),
      title: '</title><script>alert(1)</script>',
    };
    const html = renderReport(result(hostile));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
  });

  it('is whole where there is no ratio, no context and only a loss', () => {
    const bare = renderReport(
      result(valueMapFile({ discounting: 'none' }, [], [row('A', -1, 1, { deadweight: null })])),
    );
    expect(words(bare)).toContain('no ratio: nothing was invested');
    expect(words(bare)).toContain('Draft – not for publication');
    expect(words(bare)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says what was not stated, and counts the limits it names', () => {
    const bare = words(renderReport(result(referenceCareers({}, { context: { limits: ['One thing.'] } }))));
    expect(bare).toContain('Compared with what not stated');
    expect(bare).toContain('One limit One thing.');
    expect(bare).toContain('Nothing was listed');
  });

  it('draws many people as a strip, and speaks of a forecast as one', () => {
    const html = renderReport(result(referenceCareers({ entrants: 400 }, { basis: 'forecast' })));
    expect(words(html)).toContain('400 start. 200 are expected to be in work a year later');
    expect(html.match(/<circle/g) ?? []).toEqual([]);
    expect(html).toContain('aria-label="400 people: 160 in work because of the programme');
  });

  it('shows the range of a result as a picture only where there is one', () => {
    expect(renderReport(result(sample('work-cooperative'))).match(/<div class="interval">/g)).toHaveLength(2);
    expect(renderReport(result(referenceCareers()))).not.toContain('<div class="interval">');
  });

  it('calls a range illustrative where it is mostly assumption, and gives no probability', () => {
    const page = words(renderReport(result(sample('prison-workshops'))));
    expect(page).toContain('illustrative, mostly assumption: 1.20 to 1.31');
    expect(page).not.toContain('in 90 of 100 calculations');
  });

  it('tells who pays, pay-back, what moves it and what is left out, in that order', () => {
    const page = words(renderReport(result(sample('work-cooperative'))));
    const order = [
      'Who pays and who gains',
      'What would have happened anyway',
      'When it pays back',
      'What moves it most',
      'What is not in the money Quality of life, family and friends; ',
      'If it lasts',
      'Assumptions and their sources',
      'How the headline figures were worked out',
      'Problems and limits',
      'Annex',
    ].map((title) => page.indexOf(title));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('says what people use in a state once, and with and without only of groups', () => {
    expect(words(renderReport(result(sample('work-cooperative.states'))))).not.toContain('With success');
    expect(words(renderReport(result(sample('work-cooperative'))))).toContain(
      'Service Unit Without During the stay With success',
    );
  });

  it('names every source once and points to it', () => {
    const page = words(renderReport(result(sample('prison-workshops'))));
    const table = page.slice(page.indexOf('Assumptions and their sources'));
    expect(table.match(/budistywan\/sroi-based-report-extended, commit/g)).toHaveLength(1);
    expect(table).toContain('[1]');
    expect(table).toContain('no source given');
  });

  // Tagged text ends at a no-break space for some readers; a soft hyphen hides a word from search.
  it.each(['work-cooperative', 'prison-workshops'])('can be read and searched whole: %s', (name) => {
    const page = renderReport(result(sample(name)));
    expect(page.slice(page.indexOf('<body'))).not.toMatch(/[\u00a0\u00ad\u2060]/);
    expect(page).not.toContain('<strong');
  });

  it('gives every drawing words', () => {
    for (const name of ['work-cooperative', 'prison-workshops']) {
      const drawings = renderReport(result(sample(name))).match(/<svg[^>]*>/g) ?? [];
      expect(drawings.length).toBeGreaterThan(1);
      for (const drawing of drawings) expect(drawing).toMatch(/role="img" aria-label="[^"]{10,}/);
    }
  });
});

describe('the PDF', () => {
  let printer: ReportPrinter;
  beforeAll(async () => {
    printer = await openReportPrinter({ cache });
  });
  afterAll(() => printer.close());

  it('is tagged, outlined, titled, in a language, with fonts and the run inside, and the same twice', async () => {
    const made = result(sample('work-cooperative'));
    const [once, again] = [await printer.print(made), await printer.print(made)];
    expect(Buffer.compare(once, again)).toBe(0);
    const document = await PDFDocument.load(once, { updateMetadata: false });
    const { catalog, context } = document;
    expect(document.getTitle()).toBe(made.title);
    const language = catalog.get(PDFName.of('Lang'));
    expect(
      language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : '',
    ).toBe('en');
    for (const part of ['StructTreeRoot', 'Outlines', 'MarkInfo'])
      expect(catalog.get(PDFName.of(part)), part).toBeDefined();
    const objects = context.enumerateIndirectObjects().map(([, object]) => object);
    const fonts = objects
      .filter((object): object is PDFDict => object instanceof PDFDict)
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'));
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts)
      expect(font.get(PDFName.of('FontFile2')) ?? font.get(PDFName.of('FontFile3'))).toBeDefined();
    const attached = objects.find(
      (object) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile'),
    );
    const run = Buffer.from(decodePDFRawStream(attached as PDFRawStream).decode()).toString('utf8');
    expect(run).toBe(`${JSON.stringify(made, null, 2)}\n`);
    expect(context.trailerInfo.ID).toBeInstanceOf(PDFArray);
    // Elements are numbered from 1 whatever the browser did before.
    expect(Buffer.from(once).includes('(node00000001)')).toBe(true);
  });
});

describe('the browser', () => {
  it('runs no script and fetches nothing while it prints', async () => {
    const browser = await launchBrowser({ cache });
    try {
      const page = (body: string) =>
        printHtml(browser, `<!doctype html><title>x</title><body>${body}</body>`);
      const plain = await page('<p>one</p>');
      const scripted = await page(
        '<p>one</p><script>document.body.innerHTML="<h1>changed</h1>".repeat(90)</script><img src="http://127.0.0.1:9/x.png">',
      );
      const pages = async (pdf: Uint8Array) => (await PDFDocument.load(pdf)).getPageCount();
      expect(await pages(scripted)).toBe(await pages(plain));
    } finally {
      await browser.close();
    }
  });

  it('says what to do where the one that was named is not there', async () => {
    await expect(launchBrowser({ executablePath: '/no/such/browser', cache })).rejects.toThrow(NoBrowser);
  });

  it('is unpacked whole by two first uses at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bokslut-browser-'));
    try {
      const both = await Promise.all([bundledBrowser(folder), bundledBrowser(folder)]);
      // Only Linux on x64 has a browser among the packages.
      for (const found of both) if (found) expect(existsSync(found.executablePath)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

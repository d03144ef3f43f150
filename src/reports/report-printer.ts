import type { Result } from '../core/result.js';
import { launchBrowser } from './browser.js';
import { finishPdf } from './finish-pdf.js';
import { printHtml } from './print.js';
import { renderReport } from './report-html.js';

/** Prints reports one after another with one browser. */
export interface ReportPrinter {
  /** The evidence report of a result, as a PDF with the run attached. */
  print(result: Result): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Starts a printer of reports.
 *
 * @throws NoBrowser where this machine has none
 */
export async function openReportPrinter(choice: Parameters<typeof launchBrowser>[0]): Promise<ReportPrinter> {
  const browser = await launchBrowser(choice);
  return {
    async print(result) {
      const printed = await printHtml(browser, renderReport(result));
      return finishPdf(printed, {
        title: result.title,
        author: result.assessment.organisation ?? 'Bokslut',
        subject: `${result.kind}, ${result.inputsHash}`,
        language: 'en',
        hash: result.inputsHash.replace('sha256:', ''),
        attachment: {
          name: 'run.json',
          description: 'The run this report was made from',
          content: new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`),
        },
      });
    },
    close: () => browser.close(),
  };
}

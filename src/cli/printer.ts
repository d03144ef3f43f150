import { readConfig } from '../config.js';
import type { ReportPrinter } from '../reports/report-printer.js';

/**
 * The printer of this machine. Loaded only by commands that print.
 *
 * @throws NoBrowser where there is none
 */
export async function openPrinter(): Promise<ReportPrinter> {
  const { openReportPrinter } = await import('../reports/report-printer.js');
  const config = readConfig();
  return openReportPrinter({
    executablePath: config.PUPPETEER_EXECUTABLE_PATH,
    cache: config.BOKSLUT_CACHE,
  });
}

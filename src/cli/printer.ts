import { config } from '../config.js';
import { NoBrowser } from '../reports/browser.js';
import { openReportPrinter, type ReportPrinter } from '../reports/reports.service.js';
import { CommandEnd, EXIT } from './exit.js';

/** The printer of this machine; ends the command where there is no browser. */
export async function openPrinter(): Promise<ReportPrinter> {
  try {
    return await openReportPrinter({
      executablePath: config.PUPPETEER_EXECUTABLE_PATH,
      cache: config.BOKSLUT_CACHE,
    });
  } catch (error) {
    if (error instanceof NoBrowser) throw new CommandEnd(EXIT.refused, error.message);
    throw error;
  }
}

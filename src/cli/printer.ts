import { readConfig } from '../config.js';
import type { ReportPrinter } from '../reports/report-printer.js';
import { CommandEnd, EXIT } from './exit.js';

/** The printer of this machine; ends the command where there is no browser. Loaded only by commands that print. */
export async function openPrinter(): Promise<ReportPrinter> {
  const [{ openReportPrinter }, { NoBrowser }] = await Promise.all([
    import('../reports/report-printer.js'),
    import('../reports/browser.js'),
  ]);
  const config = readConfig();
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

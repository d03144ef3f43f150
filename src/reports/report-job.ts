import type { Result } from '../core/result.js';
import { resultOf } from '../assessments/runs.service.js';
import type { JobKind } from '../platform/jobs/job-runner.js';
import { openReportPrinter, type ReportPrinter } from './report-printer.js';
import { keepPdf, reportToPrint } from './reports.service.js';

/** A report of a few pages takes well under a second; a browser that takes this long hangs. */
const LONGEST_PRINT = 120_000;

/** Prints reports, with one browser as long as it is well. */
export function reportJob(browser: Parameters<typeof openReportPrinter>[0]): JobKind {
  let opened: Promise<ReportPrinter> | undefined;
  const drop = async () => {
    const printer = opened;
    opened = undefined;
    await (await printer?.catch(() => undefined))?.close().catch(() => undefined);
  };
  return {
    async run({ organisation, subject }, progress) {
      const { run } = await reportToPrint(organisation, subject);
      const result = await resultOf(organisation, run);
      await progress(0.2);
      try {
        opened ??= openReportPrinter(browser);
        const pdf = await printWithin(await opened, result);
        return () => keepPdf(organisation, subject, pdf);
      } catch (error) {
        await drop();
        throw error;
      }
    },
    close: drop,
  };
}

async function printWithin(printer: ReportPrinter, result: Result): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The browser took too long.')), LONGEST_PRINT);
  });
  try {
    return await Promise.race([printer.print(result), late]);
  } finally {
    clearTimeout(timer);
  }
}

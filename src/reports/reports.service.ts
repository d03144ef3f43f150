import { createHash } from 'node:crypto';
import { authorise } from '../organisations/access.service.js';
import { showRun } from '../assessments/runs.service.js';
import { record } from '../platform/audit/audit.js';
import { readStoredFile, storeFile } from '../platform/database/files.model.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { enqueue, jobOf } from '../platform/jobs/jobs.js';
import type { LANGUAGES, ReportShown } from './reports.contract.js';
import { type KeptReport, ReportModel } from './reports.model.js';

/** The kind of job that prints a report; its subject is the report. */
export const REPORT_JOB = 'report';

/** Asks for the report of a run; asked for again, it is the same one, tried again where it had failed. */
export async function requestReport(
  actor: Actor,
  run: string,
  language: (typeof LANGUAGES)[number],
): Promise<ReportShown> {
  authorise(actor, 'reports:create');
  await showRun(actor, run);
  const { organisation } = actor;
  return inTransaction(async () => {
    const found = await ReportModel.findOne({ organisation, run, language });
    if (found) {
      if (found.file === null) await enqueue(organisation, REPORT_JOB, found.id);
      return shown(found);
    }
    const [made] = await ReportModel.create([
      { organisation, run, language, createdAt: new Date(), createdBy: actor.person },
    ]);
    if (!made) throw new Error('The report was not stored.');
    await enqueue(organisation, REPORT_JOB, made.id);
    await record(actor, 'reports:create', `report/${made.id}`);
    return shown(made);
  });
}

export async function listReports(actor: Actor, query: PageQuery, run?: string): Promise<Page<ReportShown>> {
  authorise(actor, 'reports:read');
  const { organisation } = actor;
  const filter = { organisation, ...(run !== undefined && { run }) };
  return pageOf(query, async (below, limit) =>
    Promise.all(
      (
        await ReportModel.find({ ...filter, ...before(below) })
          .sort({ _id: -1 })
          .limit(limit)
      ).map(shown),
    ),
  );
}

export async function showReport(actor: Actor, id: string): Promise<ReportShown> {
  return shown(await ownReport(actor, id));
}

/** The PDF of a report. */
export async function reportPdf(actor: Actor, id: string): Promise<Buffer> {
  const { file } = await ownReport(actor, id);
  if (file === null) {
    throw new Problem('conflict', 'This report is not made yet. Ask for its state until it is done.');
  }
  return readStoredFile(file);
}

/** The run and language of a report that is to be printed. */
export async function reportToPrint(
  organisation: string,
  id: string,
): Promise<{ readonly run: string; readonly language: string }> {
  const report = await ReportModel.findOne({ organisation, _id: id });
  if (!report) throw new Error('There is no such report any more.');
  return report;
}

/** Keeps the PDF of a report. */
export async function keepPdf(organisation: string, id: string, pdf: Uint8Array): Promise<void> {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const { matchedCount } = await ReportModel.updateOne(
    { organisation, _id: id, file: null },
    { $set: { file: await storeFile(pdf), bytes: pdf.byteLength, sha256 } },
  );
  if (matchedCount !== 1) throw new Error('This report was made before.');
}

async function ownReport(actor: Actor, id: string): Promise<KeptReport> {
  authorise(actor, 'reports:read');
  const report = await ReportModel.findOne({ organisation: actor.organisation, _id: id });
  if (!report) throw notFound('report');
  return report;
}

async function shown(report: KeptReport): Promise<ReportShown> {
  const { organisation, run, createdAt, bytes, sha256 } = report;
  const id = report.id;
  const job = report.file === null ? await jobOf(organisation, REPORT_JOB, id) : undefined;
  return {
    id,
    run,
    language: report.language as ReportShown['language'],
    createdAt: createdAt.toISOString(),
    state: report.file === null ? (job?.state ?? 'waiting') : 'done',
    progress: report.file === null ? (job?.progress ?? 0) : 1,
    message: job?.message ?? null,
    bytes,
    sha256,
  };
}

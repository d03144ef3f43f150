import type { Explanation } from '../core/figures/explain.js';
import type { Result } from '../core/result.js';
import type { Comparison } from '../core/sensitivity/compare.js';
import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { readStoredFile, storeFile } from '../platform/database/files.model.js';
import { EVERY_ORGANISATION } from '../platform/database/owned.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { invalid, notFound, Problem } from '../platform/http/problem.js';
import { ask } from './calculator.js';
import { type KeptResult, readKeptResult } from './kept-result.js';
import { replayRun } from './replay.js';
import type { RunFacts } from './run-facts.js';
import type { ReplayShown, RunShown } from './runs.contract.js';
import { type KeptRun, RunModel } from './runs.model.js';
import { type Told, told, type Topic } from './told-result.js';

/** A calculated file that is not stored yet. */
export interface Calculated {
  readonly file: string;
  readonly result: string;
  readonly facts: RunFacts;
}

/** Where a run comes from, if not from a file that was sent. */
export interface Origin {
  readonly programme: string;
  readonly programmeVersion: number;
  readonly draft: string;
}

/**
 * Works out an assessment file; writes nothing.
 *
 * @throws Problem naming every reason why the file is refused
 */
export async function calculateFile(actor: Actor, file: string): Promise<Calculated> {
  authorise(actor, 'runs:create');
  const { result, facts } = await ask({ ask: 'calculate', file });
  return { file, result, facts };
}

/** Stores a run, once and for all, with its audit entry. */
export async function storeRun(
  actor: Actor,
  { file, result, facts }: Calculated,
  origin?: Origin,
): Promise<RunShown> {
  authorise(actor, 'runs:create');
  return inTransaction(async () => {
    const [run] = await RunModel.create([
      {
        organisation: actor.organisation,
        createdAt: new Date(),
        createdBy: actor.person,
        ...origin,
        file: await storeFile(Buffer.from(file)),
        result: await storeFile(Buffer.from(result)),
        facts,
      },
    ]);
    if (!run) throw new Error('The run was not stored.');
    await record(actor, 'runs:create', `run/${run.id}`);
    return runShownOf(run);
  });
}

export async function listRuns(actor: Actor, query: PageQuery, programme?: string): Promise<Page<RunShown>> {
  authorise(actor, 'runs:read');
  const { organisation } = actor;
  const filter = { organisation, ...(programme !== undefined && { programme }) };
  return pageOf(query, async (below, limit) =>
    (
      await RunModel.find({ ...filter, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(runShownOf),
  );
}

export async function showRun(actor: Actor, id: string): Promise<RunShown> {
  return runShownOf(await ownRun(actor, id));
}

/** The assessment file of a run, byte for byte as it was given. */
export async function runFile(actor: Actor, id: string): Promise<Buffer> {
  return readStoredFile((await ownRun(actor, id)).file);
}

/** The result file of a run, byte for byte as `bokslut calculate` gives it. */
export async function runResult(actor: Actor, id: string): Promise<Buffer> {
  return readStoredFile((await ownRun(actor, id)).result);
}

/** The result of a run, for pages that show it; what the model it was made by did not work out is empty. */
export async function readResult(actor: Actor, id: string): Promise<Result> {
  return kept(await runResult(actor, id)).result;
}

/** The same for the service's own jobs. */
export async function resultOf(organisation: string, id: string): Promise<Result> {
  const run = await RunModel.findOne({ organisation, _id: id });
  if (!run) throw new Error('There is no such run.');
  return kept(await readStoredFile(run.result)).result;
}

export async function listFigures(actor: Actor, id: string): Promise<readonly string[]> {
  const file = await runFile(actor, id);
  return (await ask({ ask: 'figures', file: file.toString('utf8') })).figures;
}

/** What the stored result of a run says on a topic. */
export async function tellRun(actor: Actor, id: string, topic: Topic): Promise<Told> {
  const { result, lacking } = kept(await runResult(actor, id));
  if (lacking.includes(topic === 'interval' ? 'uncertainty' : topic)) throw notFound('topic in this run');
  return told(result, topic);
}

/** @throws Problem where what is stored of a result is broken */
function kept(bytes: Buffer): KeptResult {
  const reading = readKeptResult(bytes.toString('utf8'));
  if (reading.ok) return reading;
  const [first] = reading.refusals;
  throw new Problem(
    'fault',
    `The stored result of this run is broken (${first?.pointer ?? ''} ${first?.message ?? ''}). Its assessment file can be worked out again.`,
  );
}

/** How a figure of a run was worked out. */
export async function explainRun(actor: Actor, id: string, figure: string): Promise<Explanation> {
  const file = await runFile(actor, id);
  const { explanation } = await ask({ ask: 'explain', file: file.toString('utf8'), figure });
  if (!explanation) throw notFound('figure in this run');
  return explanation;
}

/**
 * Holds one run against another, both worked out from their files in the draws of the first.
 *
 * @throws Problem naming every reason why the two cannot be compared
 */
export async function compareRuns(actor: Actor, first: string, second: string): Promise<Comparison> {
  const [file, other] = await Promise.all([runFile(actor, first), runFile(actor, second)]);
  const { comparison } = await ask({
    ask: 'compare',
    file: file.toString('utf8'),
    second: other.toString('utf8'),
  });
  if ('reasons' in comparison)
    throw invalid(comparison.reasons.map((message) => ({ pointer: 'query/with', message })));
  return comparison;
}

/** Works a run out again from its stored file and says what differs. */
export async function replay(actor: Actor, id: string): Promise<ReplayShown> {
  return replayKept(await ownRun(actor, id));
}

/** The same for whoever runs the service, at the command line; undefined where there is no such run. */
export async function replayAny(id: string): Promise<ReplayShown | undefined> {
  const run = await RunModel.findOne({ _id: id }, {}, EVERY_ORGANISATION);
  return run ? replayKept(run) : undefined;
}

async function replayKept(run: KeptRun): Promise<ReplayShown> {
  const [file, result] = await Promise.all([readStoredFile(run.file), readStoredFile(run.result)]);
  return replayRun(file.toString('utf8'), result.toString('utf8'), run.facts);
}

async function ownRun(actor: Actor, id: string): Promise<KeptRun> {
  authorise(actor, 'runs:read');
  const { organisation } = actor;
  const run = await RunModel.findOne({ organisation, _id: id });
  if (!run) throw notFound('run');
  return run;
}

function runShownOf(run: KeptRun): RunShown {
  const { programme, programmeVersion, draft, createdBy, createdAt, facts } = run;
  return {
    id: run.id,
    createdAt: createdAt.toISOString(),
    createdBy,
    programme,
    programmeVersion,
    draft,
    ...facts,
    // Runs of earlier models say nothing of it.
    publishable: facts.publishable ?? facts.problems.error === 0,
  };
}

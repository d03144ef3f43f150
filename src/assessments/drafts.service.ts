import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { changedMeanwhile, invalid, notFound, Problem } from '../platform/http/problem.js';
import { showProgramme } from '../programmes/programmes.service.js';
import type { ProgrammeShown } from '../programmes/programmes.contract.js';
import { reduceTrajectories } from '../trajectories/trajectories.service.js';
import { compile, whereRecorded } from './compile.js';
import { withTrajectories } from './from-trajectories.js';
import type { DraftSettings, DraftShown } from './drafts.contract.js';
import { DraftModel, type KeptDraft } from './drafts.model.js';
import type { RunShown } from './runs.contract.js';
import { type Calculated, calculateFile, type Origin, storeRun } from './runs.service.js';

export async function listDrafts(
  actor: Actor,
  programme: string,
  query: PageQuery,
): Promise<Page<DraftShown>> {
  authorise(actor, 'programmes:read');
  await showProgramme(actor, programme);
  const { organisation } = actor;
  return pageOf(query, async (below, limit) =>
    (
      await DraftModel.find({ organisation, programme, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(shown),
  );
}

export async function addDraft(
  actor: Actor,
  programme: string,
  settings: DraftSettings,
): Promise<DraftShown> {
  authorise(actor, 'programmes:write');
  await showProgramme(actor, programme);
  return inTransaction(async () => {
    const now = new Date();
    const [made] = await DraftModel.create([
      { organisation: actor.organisation, programme, settings, version: 1, createdAt: now, changedAt: now },
    ]);
    if (!made) throw new Error('The draft was not stored.');
    await record(actor, 'drafts:add', `draft/${made.id}`);
    return shown(made);
  });
}

export async function showDraft(actor: Actor, id: string): Promise<DraftShown> {
  authorise(actor, 'programmes:read');
  return shown(await ownDraft(actor, id));
}

export async function changeDraft(
  actor: Actor,
  id: string,
  version: number,
  settings: DraftSettings,
): Promise<DraftShown> {
  authorise(actor, 'programmes:write');
  return inTransaction(async () => {
    await ownDraft(actor, id);
    const changed = await DraftModel.findOneAndUpdate(
      { organisation: actor.organisation, _id: id, version },
      { $set: { settings, changedAt: new Date() }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    if (!changed) throw changedMeanwhile();
    await record(actor, 'drafts:change', `draft/${id}`);
    return shown(changed);
  });
}

export async function removeDraft(actor: Actor, id: string, version: number): Promise<void> {
  authorise(actor, 'programmes:write');
  await inTransaction(async () => {
    await ownDraft(actor, id);
    const { deletedCount } = await DraftModel.deleteOne({
      organisation: actor.organisation,
      _id: id,
      version,
    });
    if (deletedCount !== 1) throw changedMeanwhile();
    await record(actor, 'drafts:remove', `draft/${id}`);
  });
}

/** The assessment file a draft compiles to as things stand, and what it was compiled from. */
export async function compileDraft(
  actor: Actor,
  id: string,
): Promise<{ readonly file: string; readonly origin: Origin }> {
  const draft = await showDraft(actor, id);
  const programme = await showProgramme(actor, draft.programme);
  const { careers, settings } = await recordedBeside(actor, programme, draft.settings);
  return {
    file: `${JSON.stringify(compile(programme, settings, careers), null, 2)}\n`,
    origin: { programme: programme.id, programmeVersion: programme.version, draft: id },
  };
}

/** What recorded trajectories say in the place of what was typed, where the draft asks for it. */
async function recordedBeside(
  actor: Actor,
  programme: ProgrammeShown,
  settings: DraftSettings,
): Promise<Pick<ProgrammeShown, 'careers'> & { readonly settings: DraftSettings }> {
  if (settings.kind !== 'welfare-account' || settings.trajectories !== true) {
    return { careers: programme.careers, settings };
  }
  const { careers: found } = await reduceTrajectories(actor, programme.id);
  const recorded = withTrajectories(programme.careers, settings, found);
  return { careers: [...recorded.careers], settings: recorded.settings };
}

/**
 * Compiles a draft and works it out; writes nothing.
 *
 * @throws Problem naming what is missing or wrong, by its place in the programme or the draft
 */
export async function calculateDraft(
  actor: Actor,
  id: string,
): Promise<{ readonly calculated: Calculated; readonly origin: Origin }> {
  const { file, origin } = await compileDraft(actor, id);
  try {
    return { calculated: await calculateFile(actor, file), origin };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
    const programme = await showProgramme(actor, origin.programme);
    throw invalid(
      error.errors.map(({ pointer, detail }) => whereRecorded({ pointer, message: detail }, programme)),
    );
  }
}

/** Stores what {@link calculateDraft} worked out as a run. */
export async function runDraft(
  actor: Actor,
  { calculated, origin }: { readonly calculated: Calculated; readonly origin: Origin },
): Promise<RunShown> {
  return storeRun(actor, calculated, origin);
}

async function ownDraft({ organisation }: Actor, id: string): Promise<KeptDraft> {
  const draft = await DraftModel.findOne({ organisation, _id: id });
  if (!draft) throw notFound('draft');
  return draft;
}

function shown(draft: KeptDraft): DraftShown {
  const { programme, settings, version, createdAt, changedAt } = draft;
  return {
    id: draft.id,
    programme,
    settings,
    version,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

import { meanUse } from '../core/evidence/tally.js';
import { careerOutcome, type DatedStatus } from '../core/evidence/trajectories.js';
import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { invalid } from '../platform/http/problem.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { changedMeanwhile, notFound, Problem } from '../platform/http/problem.js';
import { pointer, type Refusal } from '../platform/refusal.js';
import { showProgramme } from '../programmes/programmes.service.js';
import { dateIn } from './civil-date.contract.js';
import { type BeforeAfter, NOTHING, talliesOf } from './forms.service.js';
import { forgetInTables } from './tables.service.js';
import {
  type CareerTrajectories,
  type Group,
  misfitsOf,
  type ParticipantNew,
  type ParticipantShown,
  NO_SUCH_CAREER,
  type TrajectoriesSummary,
} from './trajectories.contract.js';
import { PersonRecordModel } from './people.model.js';
import { type KeptParticipant, ParticipantModel } from './trajectories.model.js';

export async function listParticipants(
  actor: Actor,
  programme: string,
  query: PageQuery,
): Promise<Page<ParticipantShown>> {
  authorise(actor, 'trajectories:read');
  const { organisation } = actor;
  await showProgramme(actor, programme);
  return pageOf(query, async (below, limit) =>
    (
      await ParticipantModel.find({ organisation, programme, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(shown),
  );
}

export async function addParticipant(
  actor: Actor,
  programme: string,
  given: ParticipantNew,
): Promise<ParticipantShown> {
  authorise(actor, 'trajectories:write');
  const { organisation } = actor;
  const { careers } = await showProgramme(actor, programme);
  if (!careers.some(({ id }) => id === given.career)) {
    throw invalid([{ pointer: '/career', message: NO_SUCH_CAREER }]);
  }
  return inTransaction(async () => {
    const { pseudonym } = given;
    if (await ParticipantModel.exists({ organisation, programme, pseudonym })) {
      throw new Problem('conflict', 'A participant of the programme has this pseudonym already.', [
        { pointer: '/pseudonym', detail: 'Use another one, or change the participant that has it.' },
      ]);
    }
    const [made] = await ParticipantModel.create([{ organisation, programme, ...given, version: 1 }]);
    if (!made) throw new Error('The participant was not stored.');
    await record(actor, 'trajectories:add', `participant/${made.id}`);
    return shown(made);
  });
}

/** One participant; looking at one is written down. */
export async function showParticipant(
  actor: Actor,
  programme: string,
  id: string,
): Promise<ParticipantShown> {
  authorise(actor, 'trajectories:read');
  return lookedAt(actor, programme, id);
}

/** A participant shown again to whoever sends again what added it. */
export async function showAddedParticipant(
  actor: Actor,
  programme: string,
  id: string,
): Promise<ParticipantShown> {
  authorise(actor, 'trajectories:write');
  return lookedAt(actor, programme, id);
}

async function lookedAt(actor: Actor, programme: string, id: string): Promise<ParticipantShown> {
  const { organisation } = actor;
  const found = await ParticipantModel.findOne({ organisation, programme, _id: id });
  if (!found) throw notFound('participant');
  await record(actor, 'trajectories:read', `participant/${id}`);
  return shown(found);
}

/** Puts a list of statuses in the place of the one that is there. */
export async function replaceStatuses(
  actor: Actor,
  programme: string,
  id: string,
  version: number,
  statuses: readonly DatedStatus[],
): Promise<ParticipantShown> {
  authorise(actor, 'trajectories:write');
  const { organisation } = actor;
  return inTransaction(async () => {
    const there = await ParticipantModel.findOne({ organisation, programme, _id: id }).lean();
    if (!there) throw notFound('participant');
    if (there.version !== version) throw changedMeanwhile();
    const refusals = await refusalsOfStatuses(actor, programme, { ...there, statuses }, id);
    if (refusals.length > 0) throw invalid(refusals);
    const changed = await ParticipantModel.findOneAndUpdate(
      { organisation, programme, _id: id, version },
      { $set: { statuses: [...statuses] }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    if (!changed) throw changedMeanwhile();
    await record(actor, 'trajectories:change', `participant/${id}`);
    return shown(changed);
  });
}

/** What statuses would leave wrong: in their group, and with the day of entry they give, in the person’s record. */
export async function refusalsOfStatuses(
  { organisation }: Pick<Actor, 'organisation'>,
  programme: string,
  given: { readonly statuses: readonly DatedStatus[]; readonly group?: Group | undefined },
  id: string,
): Promise<readonly Refusal[]> {
  const misfits = misfitsOf(given.statuses, given.group).map(({ at, message }) => ({
    pointer: pointer(['statuses', at, 'status']),
    message,
  }));
  const kept = await PersonRecordModel.findOne({ organisation, programme, participant: id }).lean();
  const entry = given.statuses[0]?.from;
  if (!kept || entry === undefined) return misfits;
  const { exit, followUps } = kept.plain;
  const early = [...(exit ? [exit.date] : []), ...followUps.map(({ date }) => date)].sort()[0];
  if (early === undefined || early >= entry) return misfits;
  const message = `In the record of the participant somebody left or was followed up on ${early}, before this entry on ${entry}.`;
  return [...misfits, { pointer: '/statuses/0/from', message }];
}

/** Removes a participant; nothing of it is left but that somebody of this identity was removed. */
export async function removeParticipant(actor: Actor, programme: string, id: string): Promise<void> {
  authorise(actor, 'trajectories:write');
  const { organisation } = actor;
  await inTransaction(async () => {
    const { deletedCount } = await ParticipantModel.deleteOne({ organisation, programme, _id: id });
    if (deletedCount === 0) throw notFound('participant');
    const whose = { organisation, programme, participant: id };
    if (await PersonRecordModel.exists(whose)) {
      authorise(actor, 'people:write');
      await PersonRecordModel.deleteOne(whose);
    }
    await forgetInTables(actor, programme, id);
    await record(actor, 'trajectories:remove', `participant/${id}`);
  });
}

/** Below which number of people or forms figures may tell who is meant. */
const FEW = 5;

/**
 * What the trajectories and the tallied forms of a programme say, career by career: shares of people, uses of
 * services per person-year, and how far both are known. Careers of the programme come in its order, then those that
 * it has no more. The conventions stand at `careerOutcome` and `meanUse` in the core.
 *
 * @param asOf the civil date to look back from; today (in Greenwich) where it is left out
 */
export async function reduceTrajectories(
  actor: Actor,
  programmeId: string,
  asOf: string = dateIn(0),
): Promise<TrajectoriesSummary> {
  authorise(actor, 'trajectories:read');
  const { organisation } = actor;
  if (asOf > dateIn(1)) {
    throw new Problem('unknown-parameter', 'What is asked for has not come yet.', [
      { pointer: 'query/asOf', detail: `${asOf} is after today.` },
    ]);
  }
  const { careers } = await showProgramme(actor, programmeId);
  const trajectories = new Map<string, DatedStatus[][]>(careers.map(({ id }) => [id, []]));
  const tallies = await talliesOf(actor, programmeId);
  for (const career of tallies.keys()) if (!trajectories.has(career)) trajectories.set(career, []);
  for await (const { career, statuses, group } of ParticipantModel.find({
    organisation,
    programme: programmeId,
  })
    .select({ career: 1, statuses: 1, group: 1 })
    .lean()
    .cursor()) {
    if (group === 'comparison') continue;
    const there = trajectories.get(career) ?? [];
    there.push(statuses);
    trajectories.set(career, there);
  }
  return {
    programme: programmeId,
    asOf,
    careers: [...trajectories].map(([career, those]) =>
      reduced(career, those, tallies.get(career) ?? NOTHING, asOf),
    ),
  };
}

function reduced(
  career: string,
  trajectories: readonly DatedStatus[][],
  tallies: BeforeAfter,
  asOf: string,
): CareerTrajectories {
  const { years, survival, ...outcome } = careerOutcome(trajectories, asOf);
  const forms = { before: tallies.before.forms, after: tallies.after.forms };
  const services = new Set([...tallies.before.uses, ...tallies.after.uses].map(({ service }) => service));
  const codes = new Set([...tallies.before.housing, ...tallies.after.housing].map(({ code }) => code));
  const housedIn = (moment: keyof BeforeAfter, code: string): number =>
    tallies[moment].housing.find((one) => one.code === code)?.forms ?? 0;
  const counts = Object.values(forms);
  return {
    career,
    ...outcome,
    years: [...years],
    survival: [...survival],
    forms,
    uses: [...services].sort().map((service) => {
      return {
        service,
        before: meanUse(tallies.before, service),
        after: meanUse(tallies.after, service),
      };
    }),
    housing: [...codes]
      .sort()
      .map((code) => ({ code, before: housedIn('before', code), after: housedIn('after', code) })),
    warnings: [
      ...(outcome.entered < FEW ? (['few-people'] as const) : []),
      ...(counts.some((count) => count > 0 && count < FEW) ? (['few-forms'] as const) : []),
      ...(counts.some((count) => count > outcome.entered) ? (['more-forms-than-people'] as const) : []),
      ...(years.some(({ carriedForward }) => carriedForward > 0)
        ? (['status-carried-forward'] as const)
        : []),
    ],
  };
}

function shown({ _id, pseudonym, career, group, statuses, version }: KeptParticipant): ParticipantShown {
  return {
    id: _id.toHexString(),
    pseudonym,
    career,
    ...(group === 'comparison' && { group }),
    statuses: statuses.map(({ status, from }) => ({ status, from })),
    version,
  };
}

import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { changedMeanwhile, invalid, notFound } from '../platform/http/problem.js';
import type { ProgrammeShown } from '../programmes/programmes.contract.js';
import { showProgramme } from '../programmes/programmes.service.js';
import { followUpsOf } from './follow-ups.js';
import {
  type FollowUpDone,
  type Measure,
  type PersonData,
  type PersonShown,
  type Plan,
  type Profile,
  type RecordedSpell,
} from './people.contract.js';
import { PersonRecordModel } from './people.model.js';
import { openRecord, sealRecord } from './person-record.js';
import { type Judged, judgeFollowUps, judgeMeasures, judgePlan, judgeProfile } from './person.rules.js';
import { isSealing, processingOf, refuseUnrecorded, scheduleOf } from './processing.service.js';
import { judgeSpells } from './spell.rules.js';
import { type Participant, ParticipantModel } from './trajectories.model.js';

/** All that is recorded of one participant; looking at it is written down. */
export async function showPerson(actor: Actor, programme: string, id: string): Promise<PersonShown> {
  authorise(actor, 'people:read');
  await showProgramme(actor, programme);
  const participant = await ownParticipant(actor, programme, id);
  const { data } = await ownRecord(actor, programme, id);
  const { afterMonths } = await scheduleOf(actor, programme);
  await record(actor, 'people:read', `participant/${id}/record`);
  return shown(id, participant, data, afterMonths);
}

/** What a change is judged by. */
interface Surroundings {
  readonly programme: ProgrammeShown;
  readonly data: PersonData;
  readonly entry: string;
  readonly schedule: readonly number[];
}

interface Change {
  readonly part: string;
  readonly change: Partial<PersonData>;
  readonly judge: (around: Surroundings) => Judged;
}

export const replaceProfile = (
  actor: Actor,
  programme: string,
  id: string,
  version: number,
  given: Profile,
) =>
  changePerson(actor, programme, id, version, {
    part: 'profile',
    change: given,
    judge: ({ entry }) => judgeProfile(given, entry),
  });

export const replacePlan = (
  actor: Actor,
  programme: string,
  id: string,
  version: number,
  plan: Plan | null,
) =>
  changePerson(actor, programme, id, version, {
    part: 'plan',
    change: { plan },
    judge: () => judgePlan(plan),
  });

export const replaceSpells = (
  actor: Actor,
  programme: string,
  id: string,
  version: number,
  spells: readonly RecordedSpell[],
) =>
  changePerson(actor, programme, id, version, {
    part: 'spells',
    change: { spells },
    judge: ({ programme: { services }, entry, data }) =>
      judgeSpells(spells, services, { entry, birthYear: data.covariates.birthYear }),
  });

export const replaceMeasures = (
  actor: Actor,
  programme: string,
  id: string,
  version: number,
  measures: readonly Measure[],
) =>
  changePerson(actor, programme, id, version, {
    part: 'measures',
    change: { measures },
    judge: ({ data }) => judgeMeasures(measures, data.covariates.birthYear),
  });

export const replaceFollowUps = (
  actor: Actor,
  programme: string,
  id: string,
  version: number,
  followUps: readonly FollowUpDone[],
) =>
  changePerson(actor, programme, id, version, {
    part: 'follow-ups',
    change: { followUps },
    judge: ({ schedule, entry, data }) =>
      judgeFollowUps(followUps, [...schedule, ...data.followUps.map((one) => one.afterMonths)], entry),
  });

/** Changes one part of what is recorded of a participant, in the version that was seen. */
async function changePerson(
  actor: Actor,
  programmeId: string,
  id: string,
  version: number,
  { part, change, judge }: Change,
): Promise<PersonShown> {
  authorise(actor, 'people:write');
  const { organisation } = actor;
  const programme = await showProgramme(actor, programmeId);
  return inTransaction(async () => {
    const participant = await ownParticipant(actor, programmeId, id);
    if (participant.version !== version) throw changedMeanwhile();
    const { data, revision } = await ownRecord(actor, programmeId, id);
    const { classes } = await processingOf(actor, programmeId);
    const { afterMonths: schedule } = await scheduleOf(actor, programmeId);
    const { refusals, classed } = judge({ programme, data, entry: entryOf(participant), schedule });
    if (refusals.length > 0) throw invalid(refusals);
    refuseUnrecorded(programmeId, classes, classed);
    const changed = { ...data, ...change };
    const whose = { organisation, participant: id };
    const kept = sealRecord(changed, programme.services, whose, isSealing(classes));
    const { matchedCount } = await ParticipantModel.updateOne(
      { organisation, programme: programmeId, _id: id, version },
      { $inc: { version: 1 } },
    );
    if (matchedCount === 0) throw changedMeanwhile();
    await PersonRecordModel.updateOne(
      { organisation, programme: programmeId, participant: id },
      { $set: { ...kept, revision: revision + 1 } },
      { upsert: true },
    );
    await record(actor, 'people:change', `participant/${id}/${part}`);
    return shown(id, { ...participant, version: version + 1 }, changed, schedule);
  });
}

async function ownParticipant({ organisation }: Actor, programme: string, id: string): Promise<Participant> {
  const participant = await ParticipantModel.findOne({ organisation, programme, _id: id }).lean();
  if (!participant) throw notFound('participant');
  return participant;
}

/** What is recorded of a participant, opened; its revision is 0 where nothing was. */
export async function ownRecord(
  { organisation }: Actor,
  programme: string,
  participant: string,
): Promise<{ readonly data: PersonData; readonly revision: number }> {
  const kept = await PersonRecordModel.findOne({ organisation, programme, participant }).lean();
  return { data: openRecord(kept), revision: kept?.revision ?? 0 };
}

/** The day of entry: that of the first status. */
export function entryOf({ statuses }: Pick<Participant, 'statuses'>): string {
  const [first] = statuses;
  if (!first) throw new Error('A participant has no status.');
  return first.from;
}

function shown(
  id: string,
  participant: Participant,
  data: PersonData,
  schedule: readonly number[],
): PersonShown {
  const { pseudonym, career, group, version } = participant;
  const { exit, targetGroups, covariates, plan, spells, measures, followUps } = data;
  const entry = entryOf(participant);
  return {
    id,
    pseudonym,
    career,
    group: group ?? 'programme',
    entry,
    exit,
    targetGroups,
    covariates,
    plan,
    spells: [...spells],
    measures: [...measures],
    followUps: [...followUpsOf(entry, schedule, followUps)],
    version,
  };
}

import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { changedMeanwhile, invalid, Problem } from '../platform/http/problem.js';
import { sealingKey } from '../platform/sealing/sealing.js';
import { showProgramme } from '../programmes/programmes.service.js';
import { DATA_CLASSES, type DataClass, isSensitive } from './data-classes.js';
import { PersonRecordModel } from './people.model.js';
import { openRecord, type Services } from './person-record.js';
import { type Classed, classesOf } from './person.rules.js';
import type { Classes, ProcessingShown, ScheduleShown } from './processing.contract.js';
import { ProcessingModel, ScheduleModel } from './processing.model.js';

/** For what, by which right and how long data about the people of a programme are kept. */
export async function showProcessing(actor: Actor, programme: string): Promise<ProcessingShown> {
  authorise(actor, 'programmes:read');
  await showProgramme(actor, programme);
  return shown(programme, await processingOf(actor, programme));
}

/**
 * Puts a record of processing in the place of the one that is there. A class that is not in it is off.
 *
 * @throws Problem where a sensitive class is switched on without keys to seal it, or one off that there are data of
 */
export async function replaceProcessing(
  actor: Actor,
  programme: string,
  version: number,
  classes: Classes,
): Promise<ProcessingShown> {
  authorise(actor, 'organisation:administer');
  const { organisation } = actor;
  const { services } = await showProgramme(actor, programme);
  return inTransaction(async () => {
    const there = await processingOf(actor, programme);
    if (there.version !== version) throw changedMeanwhile();
    refuseUnsealed(classes);
    const off = DATA_CLASSES.filter((one) => there.classes[one] && !classes[one]);
    if (off.length > 0) await refuseOffWithData(actor, programme, services, off);
    await ProcessingModel.updateOne(
      { organisation, programme },
      { $set: { classes, version: version + 1 } },
      { upsert: true },
    );
    await record(actor, 'people:record-processing', `programme/${programme}/processing`);
    return shown(programme, { classes, version: version + 1 });
  });
}

function refuseUnsealed(classes: Classes): void {
  const sensitive = DATA_CLASSES.filter((one) => isSensitive(one) && classes[one]);
  if (sensitive.length === 0 || sealingKey() !== undefined) return;
  throw new Problem(
    'conflict',
    'Sensitive data are kept sealed or not at all, and this service has no key to seal them.',
    sensitive.map((one) => ({
      pointer: `/classes/${one}`,
      detail: 'Whoever runs the service has to set FIELD_KEYS first (docs/operations.md).',
    })),
  );
}

async function refuseOffWithData(
  { organisation }: Actor,
  programme: string,
  services: Services,
  off: readonly DataClass[],
): Promise<void> {
  const people = new Map<DataClass, number>();
  for await (const kept of PersonRecordModel.find({ organisation, programme }).lean().cursor()) {
    for (const one of classesOf(openRecord(kept), services)) people.set(one, (people.get(one) ?? 0) + 1);
  }
  const errors = off.flatMap((one) => {
    const count = people.get(one);
    return count === undefined
      ? []
      : [
          {
            pointer: `/classes/${one}`,
            detail: `Such data are kept of ${count === 1 ? 'one participant' : `${count} participants`}; remove them first, since without a purpose and a legal basis nobody may keep them.`,
          },
        ];
  });
  if (errors.length > 0)
    throw new Problem('conflict', 'There are still data of a class that is left out.', errors);
}

/** @throws Problem naming everything of a class for which nothing is recorded, with what to do */
export function refuseUnrecorded(programme: string, classes: Classes, classed: readonly Classed[]): void {
  const missing = classed.filter((one) => !classes[one.class]);
  if (missing.length === 0) return;
  throw invalid(
    missing.map((one) => ({
      pointer: one.pointer,
      message: `Data of the class ${one.class} are not kept in this programme. An administrator of your organisation first has to record purpose, legal basis and retention${
        isSensitive(one.class)
          ? `, the condition of article ${one.class === 'justice' ? '10' : '9(2)'} of the GDPR and the impact assessment`
          : ''
      } for it: PUT /api/programmes/${programme}/processing.`,
    })),
  );
}

/** Whether anything sensitive is switched on. */
export const isSealing = (classes: Classes): boolean =>
  DATA_CLASSES.some((one) => isSensitive(one) && classes[one] !== undefined);

export async function processingOf(
  { organisation }: Actor,
  programme: string,
): Promise<{ readonly classes: Classes; readonly version: number }> {
  return (await ProcessingModel.findOne({ organisation, programme }).lean()) ?? { classes: {}, version: 0 };
}

/** When the participants of a programme are asked how they are. */
export async function showSchedule(actor: Actor, programme: string): Promise<ScheduleShown> {
  authorise(actor, 'programmes:read');
  await showProgramme(actor, programme);
  return { programme, ...(await scheduleOf(actor, programme)) };
}

export async function replaceSchedule(
  actor: Actor,
  programme: string,
  version: number,
  given: readonly number[],
): Promise<ScheduleShown> {
  authorise(actor, 'programmes:write');
  const { organisation } = actor;
  await showProgramme(actor, programme);
  return inTransaction(async () => {
    if ((await scheduleOf(actor, programme)).version !== version) throw changedMeanwhile();
    const changed = { afterMonths: given.toSorted((one, other) => one - other), version: version + 1 };
    await ScheduleModel.updateOne({ organisation, programme }, { $set: changed }, { upsert: true });
    await record(actor, 'people:schedule', `programme/${programme}/follow-up-schedule`);
    return { programme, ...changed };
  });
}

export async function scheduleOf(
  { organisation }: Actor,
  programme: string,
): Promise<{ readonly afterMonths: number[]; readonly version: number }> {
  const there = await ScheduleModel.findOne({ organisation, programme }).lean();
  return { afterMonths: there?.afterMonths ?? [], version: there?.version ?? 0 };
}

const shown = (
  programme: string,
  { classes, version }: { readonly classes: Classes; readonly version: number },
): ProcessingShown => ({ programme, classes, sealing: sealingKey() !== undefined, version });

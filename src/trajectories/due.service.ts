import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import type { Actor } from '../platform/http/actor.js';
import { showProgramme } from '../programmes/programmes.service.js';
import { dateIn } from './civil-date.contract.js';
import { dueDate } from './follow-ups.js';
import { type DueShown, type FollowUpDone, MOST_DUE } from './people.contract.js';
import { PersonRecordModel } from './people.model.js';
import { entryOf } from './people.service.js';
import { scheduleOf } from './processing.service.js';
import { ParticipantModel } from './trajectories.model.js';

/** Nothing is due of whoever died. */
const isOver = (reason: string | undefined): boolean => reason === 'died';

/**
 * The follow-ups of a programme that are due and not done, those due longest first.
 *
 * @param asOf until when; a day that has not come shows what will be due; today where it is left out
 */
export async function listDue(actor: Actor, programme: string, asOf: string = dateIn(0)): Promise<DueShown> {
  authorise(actor, 'people:read');
  const { organisation } = actor;
  await showProgramme(actor, programme);
  const { afterMonths } = await scheduleOf(actor, programme);
  const known = new Map<string, { readonly done: readonly FollowUpDone[]; readonly reason?: string }>();
  for await (const { participant, plain } of PersonRecordModel.find({ organisation, programme })
    .select({ participant: 1, plain: 1 })
    .lean()
    .cursor()) {
    const { followUps, exit } = plain;
    if (followUps.length > 0 || exit) {
      known.set(participant, { done: followUps, ...(exit && { reason: exit.reason }) });
    }
  }
  const due: DueShown['items'] = [];
  for await (const one of ParticipantModel.find({ organisation, programme }).lean().cursor()) {
    const id = String(one._id);
    const there = known.get(id);
    if (isOver(there?.reason)) continue;
    for (const months of afterMonths) {
      const date = dueDate(entryOf(one), months);
      if (date > asOf || there?.done.some((follow) => follow.afterMonths === months)) continue;
      due.push({ participant: id, pseudonym: one.pseudonym, afterMonths: months, due: date });
    }
  }
  due.sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)));
  await record(actor, 'people:list-due', `programme/${programme}/follow-ups`);
  return { asOf, due: due.length, items: due.slice(0, MOST_DUE) };
}

import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { operators } from '../platform/database/owned.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { invalid } from '../platform/http/problem.js';
import { MOST_NAMED, pointer, type Refusal, refusalsOf } from '../platform/refusal.js';
import { showProgramme } from '../programmes/programmes.service.js';
import {
  type BatchTaken,
  MOST_PARTICIPANTS_AT_ONCE,
  NO_SUCH_CAREER,
  participantNew,
  type ParticipantNew,
} from './trajectories.contract.js';
import { type Participant, ParticipantModel } from './trajectories.model.js';
import { refusalsOfStatuses } from './trajectories.service.js';

/**
 * Checks the rows of a batch, before the transaction that takes them in.
 *
 * @param rows unchecked, so that the problems of all of them can be named together
 * @throws Problem naming everything that is wrong with every row
 */
export async function checkBatch(
  actor: Actor,
  programme: string,
  rows: readonly unknown[],
): Promise<readonly ParticipantNew[]> {
  authorise(actor, 'trajectories:write');
  const { careers } = await showProgramme(actor, programme);
  return checkedRows(rows, new Set(careers.map(({ id }) => id)));
}

/**
 * Takes in many participants at once: new pseudonyms are added, those that are there get the career and statuses of
 * the batch. Sent again, it changes nothing.
 */
export async function importParticipants(
  actor: Actor,
  programme: string,
  given: readonly ParticipantNew[],
): Promise<BatchTaken> {
  authorise(actor, 'trajectories:write');
  const { organisation } = actor;
  await showProgramme(actor, programme);
  return inTransaction(async () => {
    const there = await ofPseudonyms(
      organisation,
      programme,
      given.map(({ pseudonym }) => pseudonym),
    );
    const added = given.filter(({ pseudonym }) => !there.has(pseudonym));
    const changed = given.filter((row) => {
      const kept = there.get(row.pseudonym);
      return kept !== undefined && !isSame(kept, row);
    });
    const refusals = await refusalsOfChanges(actor, programme, given, there);
    if (refusals.length > 0) throw invalid(refusals);
    if (added.length > 0) {
      await ParticipantModel.insertMany(
        added.map((row) => ({ organisation, programme, ...row, version: 1 })),
        // They have the form of their contract already; to check thousands again would hold up everybody else.
        { lean: true },
      );
    }
    if (changed.length > 0) {
      await ParticipantModel.bulkWrite(
        changed.map(({ pseudonym, career, group, statuses }) => ({
          updateOne: {
            filter: { organisation, programme, pseudonym },
            update: { $set: { career, group, statuses }, $inc: { version: 1 } },
          },
        })),
      );
    }
    if (added.length + changed.length > 0) {
      await record(actor, 'trajectories:import', `programme/${programme}/participants`);
    }
    return {
      new: added.length,
      changed: changed.length,
      same: given.length - added.length - changed.length,
    };
  });
}

/** What the day of entry that a row gives would leave wrong in the record of a participant who has one. */
async function refusalsOfChanges(
  actor: Actor,
  programme: string,
  given: readonly ParticipantNew[],
  there: ReadonlyMap<string, Kept>,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const [at, row] of given.entries()) {
    const kept = there.get(row.pseudonym);
    // Only a later entry can leave something before it.
    if (!kept || (kept.statuses[0]?.from ?? '') >= (row.statuses[0]?.from ?? '')) continue;
    for (const { pointer: within, message } of await refusalsOfStatuses(
      actor,
      programme,
      row,
      String(kept._id),
    )) {
      refusals.push({ pointer: `${pointer(['participants', at])}${within}`, message });
    }
  }
  return refusals;
}

function checkedRows(rows: readonly unknown[], careers: ReadonlySet<string>): readonly ParticipantNew[] {
  if (rows.length === 0 || rows.length > MOST_PARTICIPANTS_AT_ONCE) {
    throw invalid([
      {
        pointer: '/participants',
        message: `Send 1 to ${MOST_PARTICIPANTS_AT_ONCE} participants at once.`,
      },
    ]);
  }
  const refusals: Refusal[] = [];
  const checked: ParticipantNew[] = [];
  const firstOf = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    if (refusals.length > MOST_NAMED) break;
    const parsed = participantNew.safeParse(row);
    if (parsed.success) checked.push(parsed.data);
    else refusals.push(...refusalsOfRow(parsed.error.issues, row, at));
    const { pseudonym, career } = Object(row) as { readonly pseudonym?: unknown; readonly career?: unknown };
    if (typeof career === 'string' && career !== '' && !careers.has(career)) {
      refusals.push({ pointer: pointer(['participants', at, 'career']), message: NO_SUCH_CAREER });
    }
    if (typeof pseudonym !== 'string') continue;
    const first = firstOf.get(pseudonym);
    if (first === undefined) firstOf.set(pseudonym, at);
    else {
      refusals.push({
        pointer: pointer(['participants', at, 'pseudonym']),
        message: `The participant at /participants/${first} has this pseudonym already.`,
      });
    }
  }
  if (refusals.length > 0) throw invalid(refusals);
  return checked;
}

const refusalsOfRow = (
  issues: Parameters<typeof refusalsOf>[0],
  row: unknown,
  at: number,
): readonly Refusal[] =>
  refusalsOf(issues, row).map(({ pointer: within, message }) => ({
    pointer: `${pointer(['participants', at])}${within}`,
    message,
  }));

/** How many pseudonyms are asked for in one query. */
const ASKED_AT_ONCE = 200;

async function ofPseudonyms(
  organisation: string,
  programme: string,
  pseudonyms: readonly string[],
): Promise<ReadonlyMap<string, Kept>> {
  const found = new Map<string, Kept>();
  for (let at = 0; at < pseudonyms.length; at += ASKED_AT_ONCE) {
    const some = operators({ $in: pseudonyms.slice(at, at + ASKED_AT_ONCE) });
    for (const one of await ParticipantModel.find({ organisation, programme, pseudonym: some }).lean()) {
      found.set(one.pseudonym, one);
    }
  }
  return found;
}

type Kept = Pick<Participant, 'career' | 'statuses' | 'group'> & { readonly _id: unknown };

const isSame = (kept: Kept, given: ParticipantNew): boolean =>
  kept.career === given.career &&
  (kept.group ?? 'programme') === given.group &&
  kept.statuses.length === given.statuses.length &&
  kept.statuses.every(
    ({ status, from }, at) => given.statuses[at]?.status === status && given.statuses[at].from === from,
  );

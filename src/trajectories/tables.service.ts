import { DISCLOSURE_RULES, type Dimension, refusalOfTable } from '../core/disclosure/audience.js';
import { fewBetween } from '../core/disclosure/differencing.js';
import { suppress } from '../core/disclosure/suppress.js';
import { careerOutcome } from '../core/evidence/trajectories.js';
import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { invalid, Problem } from '../platform/http/problem.js';
import { showProgramme } from '../programmes/programmes.service.js';
import { dateIn } from './civil-date.contract.js';
import { classOfTargetGroup, isSensitive } from './data-classes.js';
import { NOTHING_RECORDED, type PersonData } from './people.contract.js';
import { PersonRecordModel } from './people.model.js';
import { openRecord } from './person-record.js';
import type { TableBy, TableNew, TableShown } from './tables.contract.js';
import { ReleasedPopulationModel } from './tables.model.js';
import { type Participant, ParticipantModel } from './trajectories.model.js';

const GROUP = 'target-group.';
/** Careers that the programme has no more. */
const GONE = 'no-longer-there';
type Careers = readonly { readonly id: string }[];
/** With more, finding out what else has to be hidden would take seconds. */
const MOST_CAREERS = 50;
const STATUSES = ['inProgramme', 'inWork', 'left', 'unknown'] as const;

/** Attributes that stand in a person’s record and not beside the statuses. */
const isRecorded = (by: TableBy): boolean => by === 'education' || by.startsWith(GROUP);

function dimensionOf(by: TableBy): Dimension {
  const group = by.startsWith(GROUP) ? by.slice(GROUP.length) : undefined;
  return { name: by, sensitive: group !== undefined && isSensitive(classOfTargetGroup(group)) };
}

/**
 * Makes a table of the participants who entered at least 365 days before a day, fit to be given to others: small
 * numbers hidden, the rest rounded. Of whom it is, is kept, so that a later table that differs from it by few people
 * is refused.
 */
export async function releaseTable(actor: Actor, programmeId: string, given: TableNew): Promise<TableShown> {
  authorise(actor, 'trajectories:write');
  const { audience, by } = given;
  if (by.some(isRecorded)) authorise(actor, 'people:read');
  const { careers } = await showProgramme(actor, programmeId);
  const asOf = given.asOf ?? dateIn(0);
  const rule = DISCLOSURE_RULES[audience];
  refuse(given, asOf);
  if (by.includes('career') && careers.length > MOST_CAREERS) {
    const message = `A table has room for ${MOST_CAREERS} careers; the programme has ${careers.length}.`;
    throw invalid([{ pointer: '/by', message }]);
  }
  return inTransaction(async () => {
    const people = await peopleOf(actor, programmeId, asOf, by.some(isRecorded));
    await refuseDifferencing(actor, programmeId, new Set(people.keys()), rule.threshold);
    const [rowBy = 'career', columnBy] = by;
    const rows = valuesOf(rowBy, careers);
    const columns = columnBy ? valuesOf(columnBy, careers) : ['people'];
    const counts = rows.map(() => columns.map(() => 0));
    for (const person of people.values()) {
      const row = counts[rows.indexOf(valueOf(person, rowBy, careers))];
      const column = columnBy ? columns.indexOf(valueOf(person, columnBy, careers)) : 0;
      if (row?.[column] !== undefined) row[column] += 1;
    }
    await record(actor, 'trajectories:release-table', `programme/${programmeId}/trajectories/tables`);
    const { threshold, base } = rule;
    const { cells, rowTotals, columnTotals, ...shown } = suppress(counts, rule);
    return {
      programme: programmeId,
      audience,
      by,
      asOf,
      threshold,
      base,
      rows: [...rows],
      columns: [...columns],
      cells: cells.map((row) => [...row]),
      rowTotals: [...rowTotals],
      columnTotals: [...columnTotals],
      ...shown,
    };
  });
}

function refuse({ audience, by }: TableNew, asOf: string): void {
  if (asOf > dateIn(1)) throw invalid([{ pointer: '/asOf', message: `${asOf} is after today.` }]);
  const refusal = refusalOfTable(by.map(dimensionOf), DISCLOSURE_RULES[audience]);
  if (refusal === undefined) return;
  const message =
    refusal === 'too-many-dimensions'
      ? 'A table tells people apart by two attributes at the most.'
      : 'In public, what is sensitive about people stands alone and beside no other attribute.';
  throw invalid([{ pointer: '/by', message }]);
}

interface Known {
  readonly career: string;
  readonly status: string;
  readonly data: PersonData;
}

async function peopleOf(
  { organisation }: Actor,
  programme: string,
  asOf: string,
  withRecords: boolean,
): Promise<ReadonlyMap<string, Known>> {
  const records = new Map<string, PersonData>();
  if (withRecords) {
    for await (const kept of PersonRecordModel.find({ organisation, programme }).lean().cursor()) {
      const { targetGroups, covariates } = openRecord(kept);
      records.set(kept.participant, { ...NOTHING_RECORDED, targetGroups, covariates });
    }
  }
  const people = new Map<string, Known>();
  for await (const one of ParticipantModel.find({ organisation, programme }).lean().cursor()) {
    const status = statusOf(one, asOf);
    if (one.group === 'comparison' || status === undefined) continue;
    const id = String(one._id);
    people.set(id, { career: one.career, status, data: records.get(id) ?? NOTHING_RECORDED });
  }
  return people;
}

/** The status 365 days after entry; undefined where that day has not come. */
function statusOf({ statuses }: Participant, asOf: string): string | undefined {
  const outcome = careerOutcome([statuses], asOf);
  return STATUSES.find((status) => outcome.entrants > 0 && outcome[status] > 0);
}

function valuesOf(by: TableBy, careers: Careers): readonly string[] {
  if (by === 'career') return [...careers.map(({ id }) => id), GONE];
  if (by === 'status') return STATUSES;
  if (by === 'education') return ['none', 'compulsory', 'upper-secondary', 'tertiary', 'not-known'];
  return ['recorded', 'not-recorded'];
}

function valueOf({ career, status, data }: Known, by: TableBy, careers: Careers): string {
  if (by === 'career') return careers.some(({ id }) => id === career) ? career : GONE;
  if (by === 'status') return status;
  if (by === 'education') return data.covariates.education ?? 'not-known';
  return data.targetGroups.some((group) => `${GROUP}${group}` === by) ? 'recorded' : 'not-recorded';
}

async function refuseDifferencing(
  { organisation }: Actor,
  programme: string,
  people: ReadonlySet<string>,
  threshold: number,
): Promise<void> {
  let isNew = true;
  for (const released of await ReleasedPopulationModel.find({ organisation, programme }).lean()) {
    const before = new Set(released.people);
    const few = fewBetween(people, before, threshold);
    if (few !== undefined) {
      throw new Problem(
        'conflict',
        `A table of almost the same people was given out before: fewer than ${threshold} stand between them, and whoever has both could see a table of these few. Name the day of the earlier one in asOf, or wait until more people have entered.`,
      );
    }
    if (before.size === people.size && released.people.every((one) => people.has(one))) isNew = false;
  }
  if (isNew) await ReleasedPopulationModel.create([{ organisation, programme, people: [...people] }]);
}

/** Takes somebody who is removed out of what is kept of tables given out. */
export async function forgetInTables(
  { organisation }: Actor,
  programme: string,
  participant: string,
): Promise<void> {
  const mine = { organisation, programme, people: participant };
  for (const { _id, people } of await ReleasedPopulationModel.find(mine).lean()) {
    await ReleasedPopulationModel.updateOne(
      { organisation, _id },
      { $set: { people: people.filter((one) => one !== participant) } },
    );
  }
}

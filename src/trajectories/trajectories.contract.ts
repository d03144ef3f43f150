import { z } from 'zod';
import { STATUSES } from '../core/evidence/trajectories.js';
import { identity, listOf } from '../organisations/organisations.contract.js';
import { id } from '../programmes/amounts.contract.js';
import { dateIn } from './civil-date.contract.js';
import { useShown } from './forms.contract.js';
import { whyNotAPseudonym } from './pseudonym.js';

export const MOST_PARTICIPANTS_AT_ONCE = 2_000;
const MOST_STATUSES = 100;
const EARLIEST = '1900-01-01';

const pseudonym = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,40}$/,
    'use letters, digits, - and _, at most 40; a pseudonym of your own making, never a name or an address',
  )
  .refine((given) => whyNotAPseudonym(given) === undefined, {
    error: ({ input }) => whyNotAPseudonym(String(input)) ?? '',
  })
  .meta({
    description:
      'Made by you; the list of who is who stays with you. Names, e-mail addresses, dates of birth and national identity numbers are refused: with one of them, everything here would be about a known person.',
    example: 'P-017',
  });

const datedStatus = z.strictObject({
  status: z.enum(STATUSES),
  from: z.iso.date().meta({ description: 'A date without a time of day', example: '2025-03-01' }),
});

const statuses = z
  .array(datedStatus)
  .min(1)
  .max(MOST_STATUSES)
  .check(
    z.superRefine(
      (given, context) => {
        for (const { at, field, message } of faultsIn(given)) {
          context.addIssue({ code: 'custom', path: [at, field], message });
        }
      },
      // Also where an entry has the wrong form, so that all problems are named at once.
      { when: ({ value }) => Array.isArray(value) },
    ),
  )
  .meta({
    description:
      'In the order of time. The first is in-programme, from the day of entry; of somebody in the comparison group it is another, from the day they could have entered, and none is in-programme. Each holds until the next, the last until it is asked for. The same status again, later, says that it was seen to hold still.',
  });

interface Fault {
  readonly at: number;
  readonly field: 'from';
  readonly message: string;
}

/** What is wrong with dates that exist and statuses that are known; the others are refused by their form. */
function faultsIn(given: readonly unknown[]): readonly Fault[] {
  const latest = dateIn(1);
  const faults: Fault[] = [];
  let entry: string | undefined;
  let last: string | undefined;
  for (const [at, one] of given.entries()) {
    const { from } = (one ?? {}) as { readonly from?: unknown };
    if (typeof from !== 'string' || !datedStatus.shape.from.safeParse(from).success) continue;
    const message = faultOfDate(from, latest, entry, last);
    if (message !== undefined) faults.push({ at, field: 'from', message });
    entry ??= from;
    if (last === undefined || from > last) last = from;
  }
  return faults;
}

function faultOfDate(
  from: string,
  latest: string,
  entry: string | undefined,
  last: string | undefined,
): string | undefined {
  if (from > latest) return `${from} has not come yet; record what is known, until today.`;
  if (from < EARLIEST) return `${from} is before ${EARLIEST}; check the year.`;
  if (entry !== undefined && from < entry) return `${from} is before the day of entry, ${entry}.`;
  if (last !== undefined && from < last)
    return `${from} is before ${last}; put statuses in the order of time.`;
  if (from === last) return `Another status begins on ${from} already; on one day only one can begin.`;
  return undefined;
}

/** In the programme, or among the people it is compared with. */
const group = z.enum(['programme', 'comparison']).meta({
  description:
    'comparison: somebody who is followed to see what happens without the programme; counted apart, and not in the summary',
});

/** A status that does not fit the group, by its place in the list. */
interface Misfit {
  readonly at: number;
  readonly message: string;
}

/** What is wrong with statuses in a group: the programme begins with being in it, and nobody else ever is. */
export function misfitsOf(
  given: readonly { readonly status?: unknown }[],
  inGroup: unknown,
): readonly Misfit[] {
  if (inGroup === 'comparison') {
    const message = 'Somebody in the comparison group is not in the programme.';
    return given.flatMap(({ status }, at) => (status === 'in-programme' ? [{ at, message }] : []));
  }
  const first = given[0]?.status;
  const message = 'The first status is in-programme, from the day of entry.';
  return first !== 'in-programme' && STATUSES.some((known) => known === first) ? [{ at: 0, message }] : [];
}

const participant = z.strictObject({ pseudonym, career: id, group: group.default('programme'), statuses });

export const participantNew = participant
  .check(
    z.superRefine(
      (given, context) => {
        const { statuses: list, group: inGroup } = given as {
          readonly statuses?: unknown;
          readonly group?: unknown;
        };
        if (!Array.isArray(list)) return;
        const rows = list.map((one) => Object(one) as { readonly status?: unknown });
        for (const { at, message } of misfitsOf(rows, inGroup)) {
          context.addIssue({ code: 'custom', path: ['statuses', at, 'status'], message });
        }
      },
      // Also where something else has the wrong form, so that all problems are named at once.
      { when: ({ value }) => typeof value === 'object' && value !== null },
    ),
  )
  .meta({
    id: 'NewParticipant',
    example: {
      pseudonym: 'P-017',
      career: 'typical',
      statuses: [
        { status: 'in-programme', from: '2024-03-01' },
        { status: 'in-work', from: '2024-12-01' },
      ],
    },
  });

export const NO_SUCH_CAREER = 'The programme has no career of this id; record it first.';

export const participantBatch = z
  .strictObject({ participants: z.array(participantNew).min(1).max(MOST_PARTICIPANTS_AT_ONCE) })
  .meta({
    id: 'ParticipantBatch',
    example: {
      participants: [
        { pseudonym: 'P-017', career: 'typical', statuses: [{ status: 'in-programme', from: '2024-03-01' }] },
        {
          pseudonym: 'P-018',
          career: 'typical',
          statuses: [
            { status: 'in-programme', from: '2024-03-15' },
            { status: 'left', from: '2024-05-01' },
          ],
        },
      ],
    },
  });

export const batchTaken = z
  .strictObject({ new: z.int(), changed: z.int(), same: z.int() })
  .meta({ id: 'ParticipantBatchTaken' });

export const statusesChange = z.strictObject({ statuses }).meta({
  id: 'StatusesChange',
  example: {
    statuses: [
      { status: 'in-programme', from: '2024-03-01' },
      { status: 'in-work', from: '2024-12-01' },
      { status: 'unknown', from: '2025-06-01' },
    ],
  },
});

export const participantShown = z
  .strictObject({
    id: identity,
    pseudonym: z.string(),
    career: id,
    group: group.optional().meta({ description: 'Shown where it is another than the programme' }),
    statuses: z.array(datedStatus),
    version: z.int(),
  })
  .meta({ id: 'Participant' });

export const participantList = listOf(participantShown);

export const participantParams = z.strictObject({ id: identity, participant: identity });

export const summaryQuery = z.strictObject({
  asOf: z.iso.date().optional().meta({ description: 'The day to look back from; left out: today' }),
});

const people = z.int().min(0);
const share = z.number().min(0).max(1);
const inEachStatus = { inProgramme: people, inWork: people, left: people, unknown: people };
const bounds = { low: share, high: share };
const years = z.number().min(0);

/** What a reader of a summary should know of a career. */
export const WARNINGS = [
  'few-people',
  'few-forms',
  'more-forms-than-people',
  'status-carried-forward',
] as const;

export const careerShown = z
  .strictObject({
    career: id,
    entered: people,
    tooEarly: people.meta({
      description: 'Entered less than 365 days before: too early to say, in no share',
    }),
    entrants: people.meta({
      description:
        'The others; of these, inProgramme, inWork, left and unknown count people 365 days after entry',
    }),
    ...inEachStatus,
    successShare: share.nullable().meta({
      description: 'inWork of entrants; who was lost to follow-up counts as not in work',
    }),
    successBounds: z
      .strictObject(bounds)
      .nullable()
      .meta({ description: 'If none of the lost are in work, and if all of them are' }),
    years: z.array(
      z.strictObject({
        year: z.int().meta({ description: 'The day 365 × year days after entry' }),
        observed: people,
        ...inEachStatus,
        shares: z.strictObject({ inProgramme: share, inWork: share, left: share, unknown: share }),
        carriedForward: people.meta({
          description: 'Whose status rests on an entry more than a year old that nothing later confirms',
        }),
      }),
    ),
    survival: z
      .array(z.strictObject({ year: z.int(), of: people, inWork: people, unknown: people, share, ...bounds }))
      .meta({ description: 'Of those in work at year 1 and observed in that year, who are in work then' }),
    personYears: z
      .strictObject({ inProgramme: years, inWork: years, left: years, unknown: years })
      .meta({ description: 'Of 365.25 days, of everybody who entered, until the day of asking' }),
    forms: z.strictObject({ before: people, after: people }),
    uses: z.array(z.strictObject({ service: id, before: useShown, after: useShown })),
    housing: z.array(z.strictObject({ code: z.string(), before: people, after: people })),
    warnings: z.array(z.enum(WARNINGS)).meta({
      description:
        'few-people: fewer than 5 entered, so figures may tell who is meant. few-forms: fewer than 5 forms. more-forms-than-people: some were sent twice, or people are missing. status-carried-forward: some statuses are more than a year old and unconfirmed.',
    }),
  })
  .meta({ id: 'CareerTrajectories' });

export const summaryShown = z
  .strictObject({ programme: identity, asOf: z.iso.date(), careers: z.array(careerShown) })
  .meta({ id: 'TrajectoriesSummary' });

export type Group = z.infer<typeof group>;
export type ParticipantNew = z.infer<typeof participantNew>;
export type ParticipantShown = z.infer<typeof participantShown>;
export type BatchTaken = z.infer<typeof batchTaken>;
/** Trajectories and tallies of one career, reduced; the words of the core (`CareerOutcome`, `MeanUse`). */
export type CareerTrajectories = z.infer<typeof careerShown>;
export type TrajectoriesSummary = z.infer<typeof summaryShown>;

import { pointer, type Refusal } from '../platform/refusal.js';
import { classOfMeasure, classOfTargetGroup, type DataClass } from './data-classes.js';
import type { FollowUpDone, Measure, PersonData, Plan, Profile } from './people.contract.js';
import { classOfSpell, type Services } from './person-record.js';

/** Something sent of a person, and the class of data it is of. */
export interface Classed {
  readonly pointer: string;
  readonly class: DataClass;
}

/** What may be wrong with what was sent, and what it needs to be recorded for. */
export interface Judged {
  readonly refusals: readonly Refusal[];
  readonly classed: readonly Classed[];
}

/** Whether leaving lies before entry. */
export const refusalsOfExit = (exit: Profile['exit'], entry: string): readonly Refusal[] =>
  exit && exit.date < entry
    ? [{ pointer: '/exit/date', message: `${exit.date} is before the day of entry, ${entry}.` }]
    : [];

export function judgeProfile({ exit, targetGroups, covariates }: Profile, entry: string): Judged {
  const { birthYear } = covariates;
  const born = birthYear !== undefined && String(birthYear) > entry.slice(0, 4);
  return {
    refusals: [
      ...refusalsOfExit(exit, entry),
      ...(born
        ? [{ pointer: '/covariates/birthYear', message: `${birthYear} is after the day of entry, ${entry}.` }]
        : []),
    ],
    classed: [
      ...(exit ? [{ pointer: '/exit', class: 'statuses' } as const] : []),
      ...targetGroups.map((group, at) => ({
        pointer: pointer(['targetGroups', at]),
        class: classOfTargetGroup(group),
      })),
      ...Object.keys(covariates).map((name) => ({
        pointer: pointer(['covariates', name]),
        class: 'covariates' as const,
      })),
    ],
  };
}

export function judgePlan(plan: Plan | null): Judged {
  if (!plan) return { refusals: [], classed: [] };
  const { agreed, goals } = plan;
  const refusals = goals.flatMap(({ id, by, since }, at): readonly Refusal[] => {
    const place = (field: string) => pointer(['plan', 'goals', at, field]);
    const first = goals.findIndex((other) => other.id === id);
    return [
      ...(first < at
        ? [{ pointer: place('id'), message: `The goal at /plan/goals/${first} has this id already.` }]
        : []),
      ...(by !== undefined && by < agreed
        ? [{ pointer: place('by'), message: `${by} is before the plan was agreed, ${agreed}.` }]
        : []),
      ...(since < agreed
        ? [{ pointer: place('since'), message: `${since} is before the plan was agreed, ${agreed}.` }]
        : []),
    ];
  });
  return { refusals, classed: [{ pointer: '/plan', class: 'plan' }] };
}

export function judgeMeasures(measures: readonly Measure[], born: number | undefined): Judged {
  const refusals = measures.flatMap(({ instrument, date }, at): readonly Refusal[] => {
    const first = measures.findIndex((one) => one.instrument === instrument && one.date === date);
    return [
      ...(first < at
        ? [
            {
              pointer: pointer(['measures', at, 'date']),
              message: `The measure at /measures/${first} is of the same instrument and day already.`,
            },
          ]
        : []),
      ...(born !== undefined && date < String(born)
        ? [{ pointer: pointer(['measures', at, 'date']), message: `${date} is before the year of birth.` }]
        : []),
    ];
  });
  return {
    refusals,
    classed: measures.map(({ kind }, at) => ({
      pointer: pointer(['measures', at]),
      class: classOfMeasure(kind),
    })),
  };
}

export function judgeFollowUps(
  followUps: readonly FollowUpDone[],
  schedule: readonly number[],
  entry: string,
): Judged {
  const refusals = followUps.flatMap(({ afterMonths, date }, at): readonly Refusal[] => {
    const place = (field: string) => pointer(['followUps', at, field]);
    const first = followUps.findIndex((one) => one.afterMonths === afterMonths);
    return [
      ...(first < at
        ? [
            {
              pointer: place('afterMonths'),
              message: `This follow-up stands at /followUps/${first} already.`,
            },
          ]
        : []),
      ...(schedule.includes(afterMonths)
        ? []
        : [
            {
              pointer: place('afterMonths'),
              message: `No follow-up is due ${afterMonths} months after entry; the schedule of the programme says which are.`,
            },
          ]),
      ...(date < entry
        ? [{ pointer: place('date'), message: `${date} is before the day of entry, ${entry}.` }]
        : []),
    ];
  });
  return {
    refusals,
    classed: followUps.map((_, at) => ({ pointer: pointer(['followUps', at]), class: 'statuses' })),
  };
}

/** The classes of all that is recorded of a person. */
export function classesOf(data: PersonData, services: Services): ReadonlySet<DataClass> {
  const { spells, plan, followUps, measures } = data;
  return new Set([
    ...judgeProfile(data, '').classed.map((one) => one.class),
    ...judgePlan(plan).classed.map((one) => one.class),
    ...measures.map(({ kind }) => classOfMeasure(kind)),
    ...(followUps.length > 0 ? (['statuses'] as const) : []),
    ...spells.flatMap((spell) => classOfSpell(spell, services) ?? []),
  ]);
}

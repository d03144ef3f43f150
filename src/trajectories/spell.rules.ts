import { personTime } from '../core/evidence/person-time.js';
import { readDay } from '../core/evidence/civil-calendar.js';
import type { RowCode } from '../core/wording/evidence-messages.js';
import { pointer, type Refusal } from '../platform/refusal.js';
import { CATEGORIES } from './data-classes.js';
import { dateIn } from './civil-date.contract.js';
import { type RecordedSpell, SPELL_STATUSES } from './people.contract.js';
import { classOfSpell, isStatus } from './person-record.js';
import type { Judged } from './person.rules.js';

/** A service of the programme, as far as spells have to do with it. */
export interface SpellService {
  readonly id: string;
  readonly category?: string | undefined;
  readonly daysPerUnit?: number | undefined;
}

/** The dates of a person that spells are held against. */
export interface SpellDates {
  readonly entry: string;
  readonly birthYear?: number | undefined;
}

type Told = (row: number, field: string, message: string) => void;

/** Everything that is wrong with the spells of a person, each at the spell it is about, and their classes. */
export function judgeSpells(
  spells: readonly RecordedSpell[],
  services: readonly SpellService[],
  dates: SpellDates,
): Judged {
  return {
    refusals: refusalsOfSpells(spells, services, dates),
    classed: spells.flatMap((spell, at) => {
      const found = classOfSpell(spell, services);
      return found === undefined ? [] : [{ pointer: pointer(['spells', at]), class: found }];
    }),
  };
}

function refusalsOfSpells(
  spells: readonly RecordedSpell[],
  services: readonly SpellService[],
  dates: SpellDates,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const told: Told = (at, field, message) =>
    refusals.push({ pointer: pointer(['spells', at, field]), message });
  const doubles = doublesIn(spells, told);
  for (const [at, spell] of spells.entries()) {
    faultsOfKind(spell, services, (field, message) => told(at, field, message));
  }
  // A double is named as such, and as no overlap.
  const single = [...spells.keys()].filter((at) => !doubles.has(at));
  faultsOfDates(spells, single, dates, told);
  return refusals;
}

function doublesIn(spells: readonly RecordedSpell[], told: Told): ReadonlySet<number> {
  const first = new Map<string, number>();
  const doubles = new Set<number>();
  for (const [at, { kind, from, to }] of spells.entries()) {
    const name = JSON.stringify([kind, from, to]);
    const there = first.get(name);
    if (there === undefined) first.set(name, at);
    else {
      doubles.add(at);
      told(at, 'kind', `This is the spell at /spells/${there} once more; send it once.`);
    }
  }
  return doubles;
}

function faultsOfKind(
  spell: RecordedSpell,
  services: readonly SpellService[],
  told: (field: string, message: string) => void,
): void {
  const { kind, amount } = spell;
  const service = services.find(({ id }) => id === kind);
  if (isStatus(kind)) {
    if (service)
      told('kind', 'This is a status, and the programme has a service of the same id; give that another id.');
    if (amount !== undefined) told('amount', 'A status has no amount; leave it out.');
    return;
  }
  if (!service) {
    told(
      'kind',
      `This is neither a status (${SPELL_STATUSES.join(', ')}) nor a service of the programme; record the service first.`,
    );
    return;
  }
  if (classOfSpell(spell, services) === undefined) {
    told(
      'kind',
      `Nobody can tell whether the use of this service is sensitive. Take its id from the service catalogue, or give it a category in the programme: one of ${Object.keys(CATEGORIES).join(', ')}.`,
    );
  }
  const least =
    amount === undefined || amount === 'unknown' ? 0 : typeof amount === 'number' ? amount : amount.from;
  const days = daysOf(spell);
  if (days > 0 && least * (service.daysPerUnit ?? 0) > days) {
    told(
      'amount',
      `This is more than the ${days} days of the spell; check the number and the unit of the service.`,
    );
  }
}

function daysOf({ from, to }: RecordedSpell): number {
  const [first, last] = [readDay(from), readDay(to ?? dateIn(1))];
  return typeof first === 'number' && typeof last === 'number' ? last - first : Number.NaN;
}

/** What the person-time that is made of them later would find wrong with their dates. */
function faultsOfDates(
  spells: readonly RecordedSpell[],
  places: readonly number[],
  { entry, birthYear }: SpellDates,
  told: Told,
): void {
  const born = birthYear === undefined ? undefined : `${birthYear}-01-01`;
  const time = personTime({ statuses: SPELL_STATUSES, problemsKept: Number.POSITIVE_INFINITY });
  time.person({
    person: 'P',
    entry,
    ...(born !== undefined && born <= entry && { birth: born }),
    // Later than every date that is taken, so that it cuts off none.
    lastKnown: dateIn(3),
  });
  for (const spell of places.flatMap((at) => spells[at] ?? [])) time.spell(spell);
  const placeOf = (row: unknown): number => places[Number(row) - 1] ?? Number.NaN;
  for (const { of, row, code, values } of time.result().problems) {
    const [field, message] =
      (of === 'spell' && FAULTS[code]?.(placeOf(values['other']), Number(values['days']))) || [];
    if (field === undefined || message === undefined) throw new Error(`A spell has the fault ${code}.`);
    told(placeOf(row), field, message);
  }
}

type Fault = (other: number, days: number) => readonly [field: string, message: string];

const overlap = (other: number, days: number): string =>
  `Its first ${days === 1 ? 'day is' : `${days} days are`} also in the spell at /spells/${other}`;

const FAULTS: Partial<Record<RowCode, Fault>> = {
  'ends-before-it-begins': () => ['to', 'The end is before the beginning.'],
  'zero-length': () => [
    'to',
    'It ends on the day it begins and holds no day; the end is the first day on which it did not hold any more.',
  ],
  'before-birth': () => ['from', 'It begins before the year of birth.'],
  overlap: (other, days) => ['from', `${overlap(other, days)}; a person is in one status at a time.`],
  'same-service-overlap': (other, days) => [
    'from',
    `${overlap(other, days)} of the same service; put them together, or keep the one that is better known.`,
  ],
};

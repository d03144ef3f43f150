import { NO_FORMS, type Tally, withForms } from '../core/evidence/tally.js';
import { authorise } from '../organisations/access.service.js';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { invalid } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problem.js';
import { pointer, type Refusal } from '../platform/refusal.js';
import type { ProgrammeShown } from '../programmes/programmes.contract.js';
import { showProgramme } from '../programmes/programmes.service.js';
import { type FormNew, MOMENTS } from './forms.contract.js';
import { TallyModel } from './trajectories.model.js';

/** Days in the longest year: nobody is anywhere for longer in twelve months. */
const MOST_DAYS = 366;

/**
 * Adds forms to the tallies of a career. Nothing of a single form is kept, here or in the audit, nor given back: an
 * answer with the tally would, kept beside the one before it, give the form away.
 *
 * @throws Problem naming everything that is wrong with every form; then none is added
 */
export async function addForms(
  actor: Actor,
  programme: string,
  career: string,
  forms: readonly FormNew[],
): Promise<void> {
  authorise(actor, 'trajectories:write');
  const { organisation } = actor;
  const found = await showProgramme(actor, programme);
  refuseNoCareer(found, career);
  const refusals = refusalsOfForms(found, forms);
  if (refusals.length > 0) throw invalid(refusals);
  await inTransaction(async () => {
    for (const moment of MOMENTS) {
      const added = forms.filter((form) => form.moment === moment);
      if (added.length === 0) continue;
      const at = { organisation, programme, career, moment };
      const tally = withForms((await TallyModel.findOne(at).lean()) ?? NO_FORMS, added);
      await TallyModel.updateOne(at, { $set: tally }, { upsert: true });
    }
    await record(actor, 'trajectories:tally', `programme/${programme}/careers/${career}`);
  });
}

/** The tallies of a career, before and after. */
export async function showTallies(actor: Actor, programme: string, career: string): Promise<CareerTallies> {
  authorise(actor, 'trajectories:read');
  refuseNoCareer(await showProgramme(actor, programme), career);
  return { career, ...((await talliesOf(actor, programme)).get(career) ?? NOTHING) };
}

/** Sets the tallies of a career back to nothing; single forms cannot be taken out. */
export async function resetTallies(actor: Actor, programme: string, career: string): Promise<void> {
  authorise(actor, 'trajectories:write');
  const { organisation } = actor;
  const found = await showProgramme(actor, programme);
  await inTransaction(async () => {
    const { deletedCount } = await TallyModel.deleteMany({ organisation, programme, career });
    // A career that is gone may still have forms, which then can be cleared.
    if (deletedCount === 0) refuseNoCareer(found, career);
    await record(actor, 'trajectories:reset-tally', `programme/${programme}/careers/${career}`);
  });
}

/** What the forms of a career say, before and after. */
export interface BeforeAfter {
  readonly before: Tally;
  readonly after: Tally;
}

interface CareerTallies extends BeforeAfter {
  readonly career: string;
}

export const NOTHING: BeforeAfter = { before: NO_FORMS, after: NO_FORMS };

/** The tallies of every career of a programme that has any. */
export async function talliesOf(
  { organisation }: Actor,
  programme: string,
): Promise<ReadonlyMap<string, BeforeAfter>> {
  const tallies = new Map<string, BeforeAfter>();
  for (const { career, moment, forms, uses, housing } of await TallyModel.find({
    organisation,
    programme,
  }).lean()) {
    const there = tallies.get(career) ?? NOTHING;
    tallies.set(career, { ...there, [moment]: { forms, uses, housing } });
  }
  return tallies;
}

function refuseNoCareer({ careers }: ProgrammeShown, career: string): void {
  if (!careers.some(({ id }) => id === career)) throw notFound('career');
}

function refusalsOfForms({ services }: ProgrammeShown, forms: readonly FormNew[]): readonly Refusal[] {
  const known = new Map(services.map((service) => [service.id, service]));
  return forms.flatMap(({ uses }, at) =>
    Object.entries(uses).flatMap(([id, use]): readonly Refusal[] => {
      const place = pointer(['forms', at, 'uses', id]);
      const service = known.get(id);
      if (!service) {
        return [{ pointer: place, message: 'The programme has no service of this id; record it first.' }];
      }
      const most = use === 'unknown' ? 0 : typeof use === 'number' ? use : use.to;
      if (most * (service.daysPerUnit ?? 0) <= MOST_DAYS) return [];
      return [
        {
          pointer: place,
          message: `This is more than the ${MOST_DAYS} days that twelve months have; check the number and the unit of the service.`,
        },
      ];
    }),
  );
}

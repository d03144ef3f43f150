import type { z } from 'zod';
import { record } from '../platform/audit/audit.js';
import { inTransaction } from '../platform/database/transaction.js';
import type { Actor } from '../platform/http/actor.js';
import { before, type Page, pageOf, type PageQuery } from '../platform/http/pages-of.js';
import { changedMeanwhile, notFound, Problem } from '../platform/http/problem.js';
import { authorise } from './access.service.js';
import type { personChange, personNew, personShown } from './organisations.contract.js';
import { ApiKeyModel, idOf, type Kept, type Person, PersonModel, there } from './organisations.model.js';

export async function listPeople(actor: Actor, query: PageQuery): Promise<Page<z.infer<typeof personShown>>> {
  authorise(actor, 'organisation:administer');
  const { organisation } = actor;
  return pageOf(query, async (below, limit) =>
    (
      await PersonModel.find({ organisation, ...before(below) })
        .sort({ _id: -1 })
        .limit(limit)
    ).map(personOf),
  );
}

export async function addPerson(
  actor: Actor,
  given: z.infer<typeof personNew>,
): Promise<z.infer<typeof personShown>> {
  authorise(actor, 'organisation:administer');
  return inTransaction(async () => {
    const [person] = await PersonModel.create([{ organisation: actor.organisation, ...given }]);
    await record(actor, 'people:add', `person/${idOf(person)}`);
    return personOf(there(person));
  });
}

export async function showPerson(actor: Actor, id: string): Promise<z.infer<typeof personShown>> {
  authorise(actor, 'organisation:administer');
  return personOf(await ownPerson(actor, id));
}

export async function changePerson(
  actor: Actor,
  id: string,
  version: number,
  change: z.infer<typeof personChange>,
): Promise<z.infer<typeof personShown>> {
  authorise(actor, 'organisation:administer');
  return inTransaction(async () => {
    const person = await ownPerson(actor, id);
    if (person.version !== version) throw changedMeanwhile();
    if (person.role === 'administrator' && change.role !== undefined && change.role !== 'administrator') {
      await refuseLastAdministrator(actor, id);
    }
    const { organisation } = actor;
    const changed = await PersonModel.findOneAndUpdate(
      { organisation, _id: id, version },
      { $set: change, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    if (!changed) throw changedMeanwhile();
    await record(actor, 'people:change', `person/${id}`);
    return personOf(changed);
  });
}

/** Takes a person out of the organisation; all of the person's keys stop working. */
export async function removePerson(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'organisation:administer');
  await inTransaction(async () => {
    const person = await ownPerson(actor, id);
    if (person.role === 'administrator') await refuseLastAdministrator(actor, id);
    const { organisation } = actor;
    await ApiKeyModel.updateMany(
      { organisation, person: id, revokedAt: null },
      { $set: { revokedAt: new Date() } },
    );
    await PersonModel.deleteOne({ organisation, _id: id });
    await record(actor, 'people:remove', `person/${id}`);
  });
}

/** A person of the actor's organisation. */
export async function ownPerson({ organisation }: Actor, id: string): Promise<Kept<Person>> {
  const person = await PersonModel.findOne({ organisation, _id: id });
  if (!person) throw notFound('person');
  return person;
}

async function refuseLastAdministrator({ organisation }: Actor, id: string): Promise<void> {
  const others = await PersonModel.find({ organisation, role: 'administrator' }).limit(2);
  if (others.some((person) => idOf(person) !== id)) return;
  throw new Problem('conflict', 'This is the last administrator; make somebody else one first.');
}

function personOf(found: Kept<Person>): z.infer<typeof personShown> {
  return { id: idOf(found), name: found.name, role: found.role, version: found.version };
}

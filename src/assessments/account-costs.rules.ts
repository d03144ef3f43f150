import { checkActor } from './account-actors.rules.js';
import type { FileView } from './file-view.js';

/** What must hold of a service beside its price and payers. */
export function checkService(service: FileView): void {
  const kind = service.at('kind').text;
  if (kind === 'real' && service.at('rightful').value === true)
    service.at('rightful').refuse('A right is to a transfer: this service is real.');
  if (kind === 'transfer' && service.at('goesWith').given)
    service.at('goesWith').refuse('Transfers always go with work and production: leave it out.');
}

/** A share that stands in for no price would be a number nobody reads. */
export function checkShortRunShares(file: FileView): void {
  const services = file.at('services').items();
  const named = new Set(
    services.flatMap((service) => ['id', 'category', 'kind'].map((field) => service.at(field).text)),
  );
  for (const [key, share] of file.at('shortRunShares').fields()) {
    if (!named.has(key))
      share.refuse(`No service, category or kind of service here is called ${JSON.stringify(key)}.`);
  }
}

/** What must hold of a programme cost: who pays, for whom, and net of what. */
export function checkCost(file: FileView, cost: FileView): void {
  checkActor(file, cost.at('paidBy'));
  checkEnterprise(cost);
  const spent = cost.at('perEntrant').number;
  const anyway = cost.at('spentAnyway').at('perEntrant');
  if (spent !== undefined && anyway.number !== undefined && anyway.number > spent) {
    anyway.refuse(
      `What would have been spent anyway (${anyway.number}) is more than the cost (${spent}): give the usual placement as a service that is used without the programme, and there is a gain instead of a cost below nothing.`,
    );
  }
  const groups = [...file.at('careers').items(), ...file.at('cohorts').items()];
  for (const name of cost.at('cohorts').items()) {
    if (name.text !== undefined && !groups.some((group) => group.at('id').text === name.text))
      name.refuse(`There is no career or cohort ${JSON.stringify(name.text)}.`);
  }
}

/** A cost is given per person, or follows from the ledger of an enterprise. */
function checkEnterprise(cost: FileView): void {
  const ledger = cost.at('enterprise');
  const each = cost.at('perEntrant');
  if (each.given === ledger.given)
    each.refuse('Give what it costs per person who enters, or the ledger of the enterprise: one of the two.');
  const [spent, ...earned] = ['operatingCost', 'sales', 'participantsWageCost'].map(
    (part) => ledger.at(part).number,
  );
  const left = earned.reduce<number>((rest, part) => rest - (part ?? 0), spent ?? Number.POSITIVE_INFINITY);
  if (left < 0)
    ledger.refuse(
      `Sales and wages of participants are ${-left} more than the operating cost: an enterprise that earns what it spends has no programme cost; leave the row out.`,
    );
}

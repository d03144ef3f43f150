import { checkActor, checkActors } from './account-actors.rules.js';
import { type FileView, refuseUnlessWhole } from './file-view.js';

/** What must hold of a job: whose it is, who is taxed how much, and what is paid for it. */
export function checkWork(file: FileView, work: FileView): void {
  if (!work.given) return;
  for (const shares of ['contributionsTo', 'incomeTax', 'vat', 'exemptions'])
    checkActors(file, work.at(shares));
  checkActor(file, work.at('subsidy').at('paidBy'));
  refuseUnlessWhole(work.at('contributionsTo'), 'The shares of the contributions');
  checkPay(work);
  checkTaxes(work);
  checkAid(work);
}

/** Somebody is an employee or self-employed. */
function checkPay(work: FileView): void {
  const self = work.at('selfEmployment');
  if (!self.given && !work.at('grossWage').given) {
    work.at('grossWage').refuse('Give the gross wage, or selfEmployment with an income.');
  }
  if (!self.given) return;
  for (const field of ['grossWage', 'employerContributions']) {
    if (work.at(field).given)
      work
        .at(field)
        .refuse(
          'The self-employed have no employer: give selfEmployment with income and contributions, or a gross wage, not both.',
        );
  }
}

function checkTaxes(work: FileView): void {
  const own = work.at('selfEmployment').at('contributions').number ?? 0;
  for (const tax of ['incomeTax', 'vat']) {
    const taxes = total(work.at(tax));
    if (taxes > 1 + 1e-9)
      work.at(tax).refuse(`These shares of the wage add up to ${taxes}, more than the whole of it.`);
    else if (tax === 'incomeTax' && taxes + own > 1 + 1e-9)
      work
        .at(tax)
        .refuse(
          `With contributions of ${own} these taxes take ${taxes + own} of the income, more than the whole of it.`,
        );
  }
}

/** What is paid on top of a wage cost would make production negative. */
function checkAid(work: FileView): void {
  const wage = work.at('grossWage').number;
  if (wage === undefined || wage <= 0) return;
  const cost = wage * (1 + (work.at('employerContributions').number ?? 0));
  const subsidy = work.at('subsidy').at('amount').number;
  if (subsidy !== undefined && subsidy > cost) {
    work
      .at('subsidy')
      .at('amount')
      .refuse(
        `A subsidy of ${subsidy} is more than the whole wage cost of ${cost}, and production would be negative: what is paid beyond it belongs to the programme cost or to a service.`,
      );
    return;
  }
  const exempt = total(work.at('exemptions'));
  if (exempt > 0 && exempt + (subsidy ?? 0) > cost + 1e-9 * cost) {
    work
      .at('exemptions')
      .refuse(
        `Exemptions of ${exempt} and a subsidy of ${subsidy ?? 0} are more than the whole wage cost of ${cost}, and production would be negative.`,
      );
  }
}

function total(shares: FileView): number {
  return shares.fields().reduce((sum, [, share]) => sum + (share.number ?? 0), 0);
}

import type { Amount, WelfareAccountFile, Work } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { inverseUnit, money, PERSON, productUnit, type Unit } from '../figures/unit.js';
import type { Inputs } from '../inputs.js';
import type { Payment, WorkFigures } from './cohort.js';

/**
 * What a person with work earns and costs in a year (docs/method.md, “Welfare account”).
 *
 * Production of an employee is the wage cost less subsidy and exemptions, what an employer pays for it unaided; under
 * `full-wage` the whole wage cost. Production of somebody self-employed is the income before tax. Never turnover.
 */
export function readWork(
  inputs: Inputs,
  file: WelfareAccountFile,
  work: Work,
  id: string,
  path: string,
  state: string,
): WorkFigures {
  return new WorkReader(inputs, file, work, id, path, state).figures();
}

type Split = 'contributionsTo' | 'incomeTax' | 'vat';

class WorkReader {
  private readonly inputs: Inputs;
  private readonly graph: ExpressionGraph;
  private readonly file: WelfareAccountFile;
  private readonly work: Work;
  private readonly id: string;
  private readonly path: string;
  private readonly state: string;
  private readonly perPerson: Unit;

  constructor(inputs: Inputs, file: WelfareAccountFile, work: Work, id: string, path: string, state: string) {
    this.inputs = inputs;
    this.graph = inputs.graph;
    this.file = file;
    this.work = work;
    this.id = id;
    this.path = path;
    this.state = state;
    this.perPerson = productUnit([money(file.currency, file.priceYear), inverseUnit(PERSON)]);
  }

  figures(): WorkFigures {
    const { graph, work } = this;
    const selfEmployed = work.selfEmployment !== undefined;
    const pay = work.selfEmployment
      ? this.money(work.selfEmployment.income, 'selfEmployment/income', 'work-income')
      : this.money(work.grossWage ?? 0, 'grossWage', 'work-grossWage');
    const contributions = graph.multiply(pay, this.contributionRate());
    const cost = selfEmployed ? pay : this.named('wageCost', 'wage-cost', this.sum([pay, contributions]));
    const subsidy = work.subsidy && {
      actor: work.subsidy.paidBy,
      amount: this.money(work.subsidy.amount, 'subsidy/amount', 'work-subsidy'),
    };
    const exemptions = this.exemptions();
    const aid = [...(subsidy ? [subsidy] : []), ...exemptions].map(({ amount }) => amount);
    const deducted = !selfEmployed && this.file.productionValue !== 'full-wage';
    const incomeTax = this.split('incomeTax', pay);
    const taken = [...incomeTax.map(({ amount }) => amount), ...(selfEmployed ? [contributions] : [])];
    const fullTime = work.fullTime;
    return {
      selfEmployed,
      pay,
      cost,
      production: this.named(
        'production',
        'production',
        deducted ? graph.subtract(cost, this.sum(aid)) : cost,
      ),
      contributions: this.split('contributionsTo', contributions, { treasury: 1 }),
      incomeTax,
      vat: this.split('vat', graph.subtract(pay, this.sum(taken))),
      ...(subsidy && { subsidy }),
      exemptions,
      ...(fullTime !== undefined && { fullTime: this.share(fullTime, 'fullTime', 'work-fullTime') }),
    };
  }

  private contributionRate(): Expression {
    const [rate, field] = this.work.selfEmployment
      ? [this.work.selfEmployment.contributions, 'selfEmployment/contributions']
      : [this.work.employerContributions, 'employerContributions'];
    if (rate === undefined) return this.graph.constant(0);
    // A rate, not a share: it may be above the whole.
    return this.inputs.amount(rate, this.place(field, 'work-employerContributions'));
  }

  private exemptions(): readonly Payment[] {
    const { exemptions = {} } = this.work;
    return Object.keys(exemptions)
      .sort()
      .map((actor) => ({
        actor,
        amount: this.money(exemptions[actor] ?? 0, `exemptions/${actor}`, 'work-exemptions'),
      }));
  }

  private split(
    field: Split,
    of: Expression,
    usual: Readonly<Record<string, Amount>> = {},
  ): readonly Payment[] {
    const typed = this.work[field];
    const shares = typed ?? usual;
    return Object.keys(shares)
      .sort()
      .map((actor) => ({
        actor,
        amount: this.graph.multiply(
          of,
          typed
            ? this.share(
                shares[actor] ?? 0,
                `${field}/${actor}`,
                `work-${field}`,
                field === 'contributionsTo',
              )
            : this.graph.constant(Number(shares[actor])),
        ),
      }));
  }

  private money(amount: Amount, field: string, code: string): Expression {
    return this.inputs.amount(amount, { ...this.place(field, code), unit: this.perPerson });
  }

  private share(amount: Amount, field: string, code: string, partOfWhole = false): Expression {
    return this.inputs.amount(amount, { ...this.place(field, code), share: true, partOfWhole });
  }

  private sum(terms: readonly Expression[]): Expression {
    return this.graph.sum(terms, this.perPerson);
  }

  private named(name: string, code: string, expression: Expression): Expression {
    return this.graph.name(`${this.id}.${name}`, { code, values: { state: this.state } }, expression);
  }

  private place(field: string, code: string) {
    return {
      id: `${this.id}.${field.replaceAll('/', '.')}`,
      path: `${this.path}/${field}`,
      label: { code, values: { state: this.state, to: field.split('/').at(-1) ?? '' } },
      source: this.work.source,
    };
  }
}

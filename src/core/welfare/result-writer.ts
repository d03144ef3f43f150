import type { WelfareAccountFile } from '../assessment.js';
import { evaluate } from '../figures/evaluate.js';
import { figureValue } from '../figures/explain.js';
import type { Expression } from '../figures/expression.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { valueOf } from '../quality/numbers.js';
import type { ActorHorizon, Horizon, YearBlock } from '../result.js';
import type { PerActor, Value } from '../value.js';
import type { Bottom } from './bottom-line.js';
import type { Cohort } from './cohort.js';
import { flowLabel } from './flow-figures.js';
import type { CohortResult, CostBridge, FlowRow, QualityOfLife, RightfulTakeUp } from './result-blocks.js';
import type { WelfareAccount } from './welfare-account.js';
import type { Flow } from './weighing.js';

/** What a number of people may be above a whole by arithmetic alone. */
const WHOLE = 1e-9;

/** Writes the blocks of a result from the figures of an account, each worked out once. */
export class ResultWriter {
  private readonly graph: ExpressionGraph;
  private readonly account: WelfareAccount;
  private readonly file: WelfareAccountFile;
  private readonly values: ReadonlyMap<string, Value>;

  constructor(graph: ExpressionGraph, file: WelfareAccountFile, account: WelfareAccount) {
    this.graph = graph;
    this.file = file;
    this.account = account;
    const ids = graph.figureIds();
    const worked = evaluate(ids.map((id) => this.figure(id)));
    this.values = new Map(ids.map((id, at) => [id, figureValue(worked[at])]));
  }

  figure(id: string): Expression {
    const found = this.graph.figure(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  }

  value(id: string): Value {
    return this.values.get(id) ?? null;
  }

  actors(id: string): PerActor {
    return Object.fromEntries(this.account.actors.map((actor) => [actor, this.value(`${id}.${actor}`)]));
  }

  block(id: string): YearBlock {
    return {
      realSaving: this.value(`${id}.realSaving`),
      productionValue: this.value(`${id}.productionValue`),
      societyGain: this.value(`${id}.societyGain`),
      publicBudget: this.value(`${id}.publicBudget`),
      actors: this.actors(`${id}.actors`),
    };
  }

  horizon(years: number): Horizon {
    const id = `horizons.${years}`;
    const of = (name: string): Value => this.value(`${id}.${name}`);
    const entrants = this.value('people.entrants');
    const people = of('breakEvenPeople');
    return {
      years,
      pvGain: of('pvGain'),
      pvCost: of('pvCost'),
      spent: of('spent'),
      spentAnyway: of('spentAnyway'),
      npv: of('npv'),
      benefitCostRatio: of('benefitCostRatio'),
      total: { entrants, pvGain: of('total.pvGain'), pvCost: of('total.pvCost'), npv: of('total.npv') },
      potential: {
        pvGain: of('potential.pvGain'),
        npv: of('potential.npv'),
        benefitCostRatio: of('potential.benefitCostRatio'),
      },
      publicBudget: {
        gain: of('publicBudget.gain'),
        cost: of('publicBudget.cost'),
        net: of('publicBudget.net'),
      },
      breakEvenPeople: {
        needed: people === null ? null : Math.ceil(people - WHOLE),
        of: entrants,
      },
      breakEvenSuccessShare: of('breakEvenSuccessShare'),
      grossReturnPercent: of('grossReturnPercent'),
      netReturnPercent: of('netReturnPercent'),
      actors: Object.fromEntries(
        this.account.actors.map((actor) => [actor, this.actorHorizon(`${id}.actors.${actor}`)]),
      ),
      shortRunMarginal: {
        pvGain: of('shortRunMarginal.pvGain'),
        npv: of('shortRunMarginal.npv'),
        publicBudget: {
          gain: of('shortRunMarginal.publicBudget.gain'),
          net: of('shortRunMarginal.publicBudget.net'),
        },
      },
    };
  }

  private actorHorizon(id: string): ActorHorizon {
    const of = (name: string): Value => this.value(`${id}.${name}`);
    return {
      gain: of('gain'),
      cost: of('cost'),
      net: of('net'),
      real: of('real'),
      financial: of('financial'),
      moneyNotSpent: of('moneyNotSpent'),
    };
  }

  /** What the account comes to over a horizon. */
  bottom(years: number): Bottom {
    const of = (name: string): number => this.value(`horizons.${years}.${name}`) ?? Number.NaN;
    return {
      gain: of('pvGain'),
      cost: of('pvCost'),
      publicGain: of('publicBudget.gain'),
      publicCost: of('publicBudget.cost'),
    };
  }

  flow({ voucher, actors }: Flow): FlowRow {
    const { flow, kind, nature, of, displaced, equalisation } = voucher;
    const id = `flows.${flow}`;
    return {
      id: flow,
      kind,
      nature,
      of: of ?? null,
      displaced,
      equalisation,
      label: flowLabel(this.file, voucher),
      actors: Object.fromEntries(actors.map((actor) => [actor, this.value(`${id}.actors.${actor}`)])),
      total: nature === 'real' ? this.value(`${id}.total`) : 0,
    };
  }

  costBridges(): readonly CostBridge[] {
    return this.file.programmeCost.flatMap(({ enterprise, paidBy }, row) => {
      if (!enterprise) return [];
      const of = (name: string): Value => this.value(`programmeCost.${row}.${name}`);
      return [
        {
          row,
          paidBy,
          operatingCost: valueOf(this.file, enterprise.operatingCost),
          sales: valueOf(this.file, enterprise.sales),
          participantsWageCost: valueOf(this.file, enterprise.participantsWageCost),
          cost: of('enterprise.cost'),
          perEntrant: of('perEntrant'),
        },
      ];
    });
  }

  qualityOfLife(): QualityOfLife | null {
    if (!this.graph.figure('people.qualityOfLife.change')) return null;
    const of = (name: string): Value => this.value(`people.qualityOfLife.${name}`);
    return { with: of('with'), without: of('without'), change: of('change') };
  }

  rightfulTakeUp(): RightfulTakeUp | null {
    if (!this.graph.figure('rightfulTakeUp.participants')) return null;
    const of = (name: string): Value => this.value(`rightfulTakeUp.${name}`);
    return {
      services: this.file.services.filter(({ rightful }) => rightful === true).map(({ id }) => id),
      participants: of('participants'),
      publicBudget: of('publicBudget'),
      publicNetWithout: of('publicNetWithout'),
    };
  }

  cohort({ id, label }: Cohort): CohortResult {
    const of = (name: string): Value => this.value(`perCohort.${id}.${name}`);
    const three = (name: string) => ({
      gain: of(`${name}.gain`),
      cost: of(`${name}.cost`),
      net: of(`${name}.net`),
    });
    return {
      id,
      label,
      entrants: of('entrants'),
      pvGain: of('pvGain'),
      pvCost: of('pvCost'),
      npv: of('npv'),
      benefitCostRatio: of('benefitCostRatio'),
      publicBudget: three('publicBudget'),
      actors: Object.fromEntries(this.account.actors.map((actor) => [actor, three(`actors.${actor}`)])),
      total: {
        entrants: of('entrants'),
        pvGain: of('total.pvGain'),
        pvCost: of('total.pvCost'),
        npv: of('total.npv'),
        publicNet: of('total.publicNet'),
      },
    };
  }
}

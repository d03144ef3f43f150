import { unitsOf } from '../../core/fiscal/units.js';
import type { Amount, FiscalFile } from '../../core/assessment.js';
import type { FiscalCostBenefitResult, Value } from '../../core/result.js';
import type { TextKey } from '../../platform/locale/en.js';
import { formatNumber } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { percent, plainNumber } from '../view/amounts.js';
import { agencyName, outcomeName } from '../view/fiscal-names.js';
import { paysBackLine, readingRows, unitKind, valueBars, valueSteps } from '../view/fiscal-view.js';
import { barList } from '../sections/bar-list.js';
import { note, type Section, section } from '../sections/section.js';
import { columns, heading, number, type Row, row, words } from '../sections/table.js';

/** What a fiscal cost–benefit analysis shows between its headline and its assumptions. */
export function fiscalSections(result: FiscalCostBenefitResult, file: FiscalFile): readonly Section[] {
  return [
    readingsSection(result),
    agenciesSection(result),
    valueSection(result),
    outcomesSection(result),
    yearsSection(result),
    unitsSection(result, file),
  ];
}

/** The figures behind the people of the front. */
export function fiscalPeople(
  result: FiscalCostBenefitResult,
): readonly (readonly [label: TextKey, figure: string | null])[] {
  const [only, ...others] = result.perOutcome;
  return [
    ['page.fiscal.population', inputFigure(result.assessment, 'targetPopulation')],
    ['page.fiscal.retained', result.participantsRetained === null ? null : 'participantsRetained'],
    ['page.fiscal.due', only && others.length === 0 ? `perOutcome.${only.id}.outcomesDue` : null],
  ];
}

/** The name of a number of the file; null where it names parameters, which have names of their own. */
function inputFigure(assessment: FiscalCostBenefitResult['assessment'], name: 'targetPopulation') {
  const typed = assessment.kind === 'fiscal-cost-benefit' && typeof assessment[name] === 'number';
  return typed ? name : null;
}

function readingsSection(result: FiscalCostBenefitResult): Section {
  const { heads, rows } = readingRows(result);
  const [used = '', other = ''] = heads;
  return section({
    id: 'readings',
    title: text('report.fiscal.readings.title'),
    lead: text('report.fiscal.readings.lead'),
    tables: [
      {
        name: 'readings',
        caption: text('page.table.readings'),
        columns: columns([text('report.fiscal.readings.figure')], [used, 'n'], [other, 'n']),
        rows: rows.map(({ figure, label, used: one, other: two }) =>
          row([
            heading(label),
            number(one.value, figure, one.text),
            number(two.value, `otherReading.${figure}`, two.text),
          ]),
        ),
      },
    ],
    notes: [note(paysBackLine(result), 'discountedPaybackMonths')],
  });
}

function agenciesSection(result: FiscalCostBenefitResult): Section {
  const { perAgency, currency } = result;
  const bars = perAgency.map(({ agency, net }) => ({
    label: agencyName(result, agency),
    from: 0,
    to: net ?? 0,
    text: plainNumber(net),
    tone: (net ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return section({
    id: 'agencies',
    title: text('report.fiscal.agencies.title'),
    lead: text('report.fiscal.agencies.lead', {
      years: result.perYear.length,
      unit: currency,
      priceYear: String(result.priceYear),
    }),
    bars: barList(bars, 0, text('report.fiscal.agencies.chart', { list })),
    tables: [
      {
        name: 'agencies',
        caption: text('page.table.agencies', { currency }),
        columns: columns(
          [text('report.fiscal.agency')],
          [text('report.fiscal.pays'), 'n'],
          [text('report.fiscal.saves'), 'n'],
          [text('report.fiscal.netSaved'), 'n'],
          [text('report.fiscal.cashable'), 'n'],
        ),
        rows: agencyRows(result),
      },
    ],
    notes: [note(text('report.fiscal.cashableNote'))],
  });
}

function agencyRows(result: FiscalCostBenefitResult): readonly Row[] {
  const { pvCostWithoutPayer: unpaid } = result;
  return [
    ...result.perAgency.map(({ agency, cost, fiscal, net, cashable }) =>
      row([
        heading(agencyName(result, agency)),
        number(cost, `agencies.${agency}.cost`),
        number(fiscal, `agencies.${agency}.fiscal`),
        number(net, `agencies.${agency}.net`),
        number(cashable, `agencies.${agency}.cashable`),
      ]),
    ),
    ...(unpaid === null || unpaid === 0
      ? []
      : [
          row([
            heading(text('report.fiscal.payerNotSaid')),
            number(unpaid, 'pvCostWithoutPayer'),
            number(0, null),
            number(-unpaid, null),
            number(null, null),
          ]),
        ]),
    row(
      [
        heading(text('report.fiscal.allAgencies')),
        number(result.pvCost, 'pvCost'),
        number(result.pvFiscal, 'pvFiscal'),
        number(result.netPresentBudgetImpact, 'netPresentBudgetImpact'),
        number(result.pvCashable, 'pvCashable'),
      ],
      true,
    ),
  ];
}

function valueSection(result: FiscalCostBenefitResult): Section {
  const bars = valueBars(result, plainNumber);
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return section({
    id: 'value',
    title: text('report.fiscal.value.title'),
    lead: text('report.fiscal.value.lead'),
    bars: barList(bars, 0, text('report.fiscal.value.chart', { list })),
    tables: [
      {
        name: 'value',
        caption: text('page.table.value', { currency: result.currency }),
        columns: columns([text('page.table.total')], [text('report.present'), 'n']),
        rows: valueSteps(result).map(({ label, value, figure, total }) =>
          row([heading(label), number(value, figure)], total),
        ),
      },
    ],
  });
}

function outcomesSection(result: FiscalCostBenefitResult): Section {
  return section({
    id: 'outcomes',
    title: text('report.fiscal.outcomes.title'),
    lead: text('report.fiscal.outcomes.lead', { unit: result.currency }),
    tables: [
      {
        name: 'outcomes',
        caption: text('page.table.outcomes'),
        columns: columns(
          [text('report.fiscal.outcomes.outcome')],
          [text('report.fiscal.outcomes.stay'), 'n'],
          [text('report.fiscal.outcomes.impact'), 'n'],
          [text('report.fiscal.outcomes.deadweight'), 'n'],
          [text('report.fiscal.outcomes.effect'), 'n'],
          [text('report.fiscal.outcomes.due'), 'n'],
          [text('report.fiscal.outcomes.saved'), 'n'],
          [text('report.fiscal.outcomes.public'), 'n'],
          [text('report.fiscal.outcomes.breakEven'), 'n'],
        ),
        rows: result.perOutcome.map((each) => {
          const at = `perOutcome.${each.id}`;
          return row([
            heading(outcomeName(result, each.id) ?? text('report.fiscal.outcomes.all')),
            number(
              each.participantsRetained,
              `${at}.participantsRetained`,
              plainNumber(each.participantsRetained),
            ),
            number(each.impact, null, share(each.impact)),
            number(each.deadweight, null, share(each.deadweight)),
            number(each.effect, `${at}.effect`, share(each.effect)),
            number(each.outcomesDue, `${at}.outcomesDue`, plainNumber(each.outcomesDue)),
            number(each.pvFiscal, `${at}.pvFiscal`),
            number(each.pvPublicValue, `${at}.pvPublicValue`),
            each.breakEvenReachable
              ? number(each.breakEvenImpact, `${at}.breakEvenImpact`, share(each.breakEvenImpact))
              : words(text('report.moves.unreachable'), { numeric: true }),
          ]);
        }),
      },
    ],
  });
}

const share = (value: Value): string => (value === null ? '–' : percent(value));

function yearsSection({ perYear, currency }: FiscalCostBenefitResult): Section {
  const bars = perYear.map(({ year, budgetImpact }) => ({
    label: text('report.yearNumber', { year: String(year) }),
    from: 0,
    to: budgetImpact ?? 0,
    text: plainNumber(budgetImpact),
    tone: (budgetImpact ?? 0) < 0 ? ('warm' as const) : ('dark' as const),
  }));
  const list = bars.map(({ label, text: value }) => `${label} ${value}`).join(', ');
  return section({
    id: 'years',
    title: text('report.fiscal.years.page'),
    lead: text('report.fiscal.years.pageLead'),
    bars: barList(bars, 0, text('report.fiscal.years.chart', { list })),
    tables: [
      {
        name: 'years',
        caption: text('page.table.fiscalYears', { currency }),
        columns: columns(
          [text('report.year')],
          [text('report.fiscal.years.factor'), 'n'],
          [text('report.fiscal.years.cost'), 'n'],
          [text('report.fiscal.years.fiscal'), 'n'],
          [text('report.fiscal.years.transfers'), 'n'],
          [text('report.fiscal.years.economic'), 'n'],
          [text('report.fiscal.years.social'), 'n'],
          [text('report.fiscal.years.public'), 'n'],
        ),
        rows: perYear.map((of) =>
          row([
            heading(String(of.year)),
            number(of.discountFactor, null, formatNumber(of.discountFactor, 4)),
            number(of.cost, `perYear.${of.year}.cost`),
            number(of.fiscal, `perYear.${of.year}.fiscal`),
            number(of.transfers, `perYear.${of.year}.transfers`),
            number(of.economic, `perYear.${of.year}.economic`),
            number(of.social, `perYear.${of.year}.social`),
            number(of.publicValue, `perYear.${of.year}.publicValue`),
          ]),
        ),
      },
    ],
  });
}

function unitsSection(result: FiscalCostBenefitResult, file: FiscalFile): Section {
  return section({
    id: 'units',
    title: text('report.fiscal.units.title'),
    lead: text('report.fiscal.units.lead'),
    tables: [
      {
        name: 'units',
        caption: text('page.table.units'),
        columns: columns(
          [text('report.fiscal.units.what')],
          [text('report.fiscal.agency')],
          [text('report.fiscal.units.kind')],
          [text('report.fiscal.units.value'), 'n'],
          [text('report.fiscal.units.priceYear'), 'n'],
        ),
        rows: unitsOf(file).map(({ unit, id: figure, outcome }) =>
          row([
            heading(unit.description ?? unit.id, { note: outcome }),
            words(unit.agency === undefined ? '–' : agencyName(result, unit.agency)),
            words(unitKind(unit)),
            amountCell(unit.value, figure),
            words(String(unit.priceYear ?? result.priceYear), { numeric: true }),
          ]),
        ),
      },
    ],
  });
}

const amountCell = (amount: Amount, figure: string) =>
  typeof amount === 'number'
    ? number(amount, figure, formatNumber(amount, Number.isInteger(amount) ? 0 : 2))
    : words([amount.of].flat().join(' × '), { numeric: true });

import type { Assessment } from '../../core/assessment.js';
import type { Assumption, Result } from '../../core/result.js';
import { formatNumber, formatValue } from '../../platform/locale/format.js';
import { text } from '../../platform/locale/text.js';
import { defaultRangesLine, drawnRanges } from './drawn-ranges.js';
import { inputLabel } from './input-label.js';

const WORST_GRADE = 6;

/** Every number that was used, by what it is about, each with the number of its source in the list below. */
export function assumptionsView(result: Result) {
  const sources = new Map<string, number>();
  const groups = new Map<string, ReturnType<typeof rowOf>[]>();
  const rangeOf = drawnRanges(result);
  const shown = result.assumptions.filter(({ input }) => !input.includes('.paidBy.'));
  for (const assumption of shown) {
    const group = groupOf(assumption.input, result.assessment);
    const rows = groups.get(group.title) ?? [];
    groups.set(group.title, rows);
    rows.push(rowOf(assumption, group.name, rangeOf, sources));
  }
  const unsourced = shown.filter(({ source, method }) => source === undefined && method === undefined).length;
  return {
    lead: `${text('report.assumptions.lead', { all: shown.length, unsourced })} ${defaultRangesLine(result)}`.trim(),
    groups: [...groups].map(([title, rows]) => ({ title, rows })),
    sources: [...sources.keys()],
  };
}

function rowOf(
  assumption: Assumption,
  group: string,
  rangeOf: ReturnType<typeof drawnRanges>,
  sources: Map<string, number>,
) {
  const { input, label, value, unit, source, assessed } = assumption;
  if (source !== undefined && !sources.has(source)) sources.set(source, sources.size + 1);
  const words = [
    ...(source === undefined ? [] : [text('report.assumptions.see', { number: sources.get(source) ?? 0 })]),
    ...methodOf(assumption),
  ];
  return {
    label: inputLabel({ input, label: withoutGroup(label, group) }),
    value: assessed ? valueOf(value, unit) : text('report.notAssessed'),
    range: rangeOf(input, (end) => valueOf(end, unit)),
    source: words.length === 0 ? text('report.assumptions.none') : words.join('; '),
    unsourced: words.length === 0,
  };
}

function methodOf({ method, grade }: Assumption): readonly string[] {
  return [
    ...(method === undefined ? [] : [method]),
    ...(grade === undefined ? [] : [text('report.assumptions.grade', { grade, of: WORST_GRADE })]),
  ];
}

/** What an input is about: a group of people, an outcome, or a kind of number. */
function groupOf(input: string, assessment: Assessment): { readonly title: string; readonly name: string } {
  const kind = input.split('.')[0] ?? '';
  const about = namesIn(assessment, kind)
    .filter(({ id }) => input.startsWith(`${kind}.${id}.`))
    .sort((one, other) => other.id.length - one.id.length)[0];
  if (about) return { title: about.name, name: about.name };
  const titles = {
    services: 'report.group.prices',
    programmeCost: 'report.group.cost',
    parameters: 'report.group.parameters',
    conventions: 'report.group.conventions',
    inputs: 'report.group.inputs',
    agencies: 'report.group.agencies',
    ...(assessment.kind === 'fiscal-cost-benefit' && FISCAL_GROUPS),
  } as const;
  const key = Object.hasOwn(titles, kind) ? titles[kind as keyof typeof titles] : undefined;
  return { title: text(key ?? 'report.group.other'), name: '' };
}

/** Of a fiscal cost–benefit analysis, whose numbers about the programme have names of one word. */
const FISCAL_GROUPS = {
  targetPopulation: 'report.group.programme',
  incidence: 'report.group.programme',
  engagement: 'report.group.programme',
  retention: 'report.group.programme',
  impact: 'report.group.programme',
  deadweight: 'report.group.programme',
  dropOff: 'report.group.programme',
  profile: 'report.group.programme',
  obBenefits: 'report.group.programme',
  obCosts: 'report.group.cost',
  costs: 'report.group.cost',
  units: 'report.group.units',
  cashability: 'report.group.cashability',
  conversions: 'report.group.conversions',
} as const;

function namesIn(assessment: Assessment, kind: string): readonly { id: string; name: string }[] {
  const own = ({ id, name }: { id: string; name?: string | undefined }) => ({ id, name: name ?? id });
  if (assessment.kind !== 'welfare-account')
    return kind === 'outcomes'
      ? (assessment.outcomes ?? []).map(({ id, outcome }) => ({ id, name: outcome ?? id }))
      : [];
  if (kind === 'careers') return (assessment.careers ?? []).map(own);
  if (kind === 'states') return (assessment.states ?? []).map(own);
  return kind === 'cohorts' ? (assessment.cohorts ?? []).map(own) : [];
}

/** The label of a number without the name that stands above it. */
function withoutGroup(label: string, group: string): string {
  if (group === '') return label;
  return label.replace(` of “${group}”`, '').replace(`, ${group}`, '');
}

/** What would have happened anyway: the numbers that say so, alike ones together, with how they are known. */
export function anywayView(result: Result) {
  const alike = new Map<
    string,
    { readonly labels: string[]; readonly value: string; readonly known: string }
  >();
  const rangeOf = drawnRanges(result);
  for (const assumption of result.assumptions.filter(isAboutAnyway)) {
    const { input, label, value, unit, source, assessed } = assumption;
    const range = rangeOf(input, (end) => valueOf(end, unit));
    const written = `${assessed ? valueOf(value, unit) : text('report.notAssessed')}${range === '' ? '' : ` (${range})`}`;
    const said = [...(source === undefined ? [] : [source]), ...methodOf(assumption)].join('; ');
    const known = said === '' ? text('report.assumptions.none') : said;
    const key = JSON.stringify([written, known]);
    const group = alike.get(key) ?? { labels: [], value: written, known };
    alike.set(key, group);
    group.labels.push(inputLabel({ input, label }));
  }
  const groups = [...alike.values()];
  return {
    rows: groups.slice(0, ANYWAY_SHOWN).map(({ labels, value, known }) => ({
      label: text('report.anyway.labels', { first: labels[0] ?? '', more: labels.length - 1 }),
      value,
      known,
    })),
    more:
      groups.length > ANYWAY_SHOWN
        ? text('report.anyway.more', { more: groups.length - ANYWAY_SHOWN })
        : null,
  };
}

const ANYWAY_SHOWN = 4;

function isAboutAnyway({ input }: Assumption): boolean {
  return /(^|\.)deadweight|counterfactualShare|anyway|\.without\.start\..*-work$|\.without\.shares/.test(
    input,
  );
}

function valueOf(value: number | null, unit: string): string {
  const words = formatValue(value, unit);
  return value !== null && unit === '1' && Math.abs(value) < 1
    ? formatNumber(value, decimalsOf(value))
    : words;
}

const MOST_DECIMALS = 4;

/** As many decimals as a share needs, and not more than four. */
function decimalsOf(value: number): number {
  const written = value.toFixed(MOST_DECIMALS).replace(/0+$/, '');
  return written.length - written.indexOf('.') - 1;
}

import type {
  Amount,
  Assessment,
  Career,
  CommonPart,
  Deduction,
  Deductions,
  FiscalFile,
  Outcome,
  ValueMapFile,
  WelfareAccountFile,
} from '../assessment.js';
import { namesOf, valueOf } from './numbers.js';

export type DeductionName = 'deadweight' | 'counterfactualShare' | 'displacement' | 'attribution' | 'dropOff';

/** What a file says of one thing that is taken off a gain. */
export interface DeductionSaid {
  readonly what: DeductionName;
  /** The row, career or cohort it is taken off, as people call it. */
  readonly from: string;
  /** The place of that row, career or cohort in its list. */
  readonly at: number;
  /** The share that is taken off, 0 to 1; null where nobody has assessed it. */
  readonly share: number | null;
  /** The names under which its evidence stands. */
  readonly names: readonly string[];
  /** JSON Pointer. */
  readonly path: string;
}

/** Everything that a file takes off its gains, in the order of the file. */
export function deductionsOf(file: Assessment): readonly DeductionSaid[] {
  switch (file.kind) {
    case 'value-map':
      return ofRows(file);
    case 'welfare-account':
      return ofGroups(file);
    case 'fiscal-cost-benefit':
      return ofFiscal(file);
  }
}

const PARTS = ['deadweight', 'displacement', 'attribution'] as const;

function ofRows(file: ValueMapFile): readonly DeductionSaid[] {
  return file.outcomes.flatMap((row, at) => {
    const series = row.series;
    const read = reader(file, `outcomes.${row.id}`, `/outcomes/${at}`, row.outcome, at);
    const points = (series ?? []).flatMap((point, index) => {
      const readPoint = reader(
        file,
        `outcomes.${row.id}.series.${point.year}`,
        `/outcomes/${at}/series/${index}`,
        row.outcome,
        at,
      );
      return [...PARTS, 'dropOff' as const].flatMap((what) =>
        point[what] === undefined ? [] : [readPoint(what, point[what])],
      );
    });
    const whole = PARTS.filter((what) => !series?.every((point) => point[what] !== undefined)).map((what) =>
      read(what, row[what]),
    );
    return [...whole, ...(fades(file, row) ? [read('dropOff', row.dropOff)] : []), ...points];
  });
}

/** Whether the drop-off of a row changes anything: where its effect lasts. */
export function fades(file: ValueMapFile, row: Outcome): boolean {
  if (row.series) return false;
  const lasts = valueOf(file, row.durationYears ?? 1) > 1;
  return lasts || file.conventions.dropOff === 'from-first-year';
}

function ofFiscal(file: FiscalFile): readonly DeductionSaid[] {
  const parts = file.outcomes ?? [{ ...file, id: '' }];
  return parts.flatMap((part, at) => {
    const own = file.outcomes !== undefined;
    const read = (what: 'deadweight' | 'dropOff'): DeductionSaid => {
      const stands = own && part[what] !== undefined;
      const [id, path] = stands ? [`outcomes.${part.id}`, `/outcomes/${at}`] : ['', ''];
      return reader(
        file,
        id,
        path,
        part.outcome ?? file.outcome ?? part.id,
        at,
      )(what, part[what] ?? file[what]);
    };
    const typed = part.profile ?? file.profile;
    return [read('deadweight'), ...(typed ? [] : [read('dropOff')])];
  });
}

function ofGroups(file: WelfareAccountFile): readonly DeductionSaid[] {
  const careers = (file.careers ?? []).flatMap((career, at) => {
    const name = career.name ?? career.id;
    const read = reader(file, `careers.${career.id}`, `/careers/${at}`, name, at);
    return [
      ...anyway(career, read),
      read('attribution', career.attribution),
      ...(career.work ? [read('displacement', career.displacement)] : []),
      ...(career.survival ? [] : [read('dropOff', career.dropOff)]),
    ];
  });
  const works = (file.states ?? []).some(({ work }) => work !== undefined);
  const cohorts = (file.cohorts ?? []).flatMap((cohort, at) => {
    const read = reader(file, `cohorts.${cohort.id}`, `/cohorts/${at}`, cohort.name ?? cohort.id, at);
    return [
      read('attribution', cohort.attribution),
      ...(works ? [read('displacement', cohort.displacement)] : []),
    ];
  });
  return [...careers, ...cohorts];
}

function anyway(career: Career, read: Reader): readonly DeductionSaid[] {
  const { counterfactualShare, deadweight } = career;
  if (counterfactualShare !== null && counterfactualShare !== undefined)
    return [read('counterfactualShare', counterfactualShare)];
  if (typeof deadweight === 'object' && deadweight !== null && 'services' in deadweight)
    return (['services', 'production'] as const).map((family) =>
      read('deadweight', deadweight[family], family),
    );
  return [read('deadweight', deadweight)];
}

type Reader = (what: DeductionName, amount: Deduction, field?: string) => DeductionSaid;

function reader(file: CommonPart, id: string, path: string, from: string, at: number): Reader {
  return (what, amount, field) => {
    const place = field === undefined ? what : `${what}/${field}`;
    const known = amount ?? null;
    return {
      what,
      from,
      at,
      share: known === null ? null : taken(file, what, known),
      names: known === null ? [] : namesOf(known, `${id === '' ? '' : `${id}.`}${place.replace('/', '.')}`),
      path: `${path}/${place}`,
    };
  };
}

/** Where attribution means the share claimed, what is taken off is the rest. */
function taken(file: CommonPart, what: keyof Deductions | 'counterfactualShare', amount: Amount): number {
  const share = valueOf(file, amount);
  return what === 'attribution' && file.conventions.attributionMeans === 'share-claimed' ? 1 - share : share;
}

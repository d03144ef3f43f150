import { unitsOf } from '../fiscal/units.js';
import { yearBegun } from '../price-year.js';
import type { Assessment, CommonPart } from '../assessment.js';
import type { ExpressionGraph } from '../figures/graph.js';
import { type Problem, problem } from '../problem.js';
import { nameInWords } from '../wording/name-in-words.js';

/** A price older than this was made for other circumstances, whatever an index does to it. Years. */
const PRICE_AGE = 5;

/** Evidence older than this is about other people in other times. Years. */
const EVIDENCE_AGE = 10;

/** Prices and evidence that are too old for what is said with them. */
export function ageProblems(file: Assessment, graph: ExpressionGraph): readonly Problem[] {
  return [...oldPrices(file), ...oldEvidence(file, graph)];
}

function oldPrices(file: Assessment): readonly Problem[] {
  const { priceYear } = file;
  const end = lastYear(file);
  const whole =
    end - priceYear > PRICE_AGE
      ? [
          problem('price-year-old', 'warning', '/priceYear', {
            what: 'The assessment',
            priceYear,
            age: end - priceYear,
            targetYear: end,
          }),
        ]
      : [];
  const single = priced(file).flatMap(({ what, path, year }) =>
    priceYear - year > PRICE_AGE
      ? [
          problem('price-year-old', 'warning', path, {
            what,
            priceYear: year,
            age: priceYear - year,
            targetYear: priceYear,
          }),
        ]
      : [],
  );
  return [...whole, ...single];
}

interface Priced {
  readonly what: string;
  readonly path: string;
  readonly year: number;
}

function priced(file: Assessment): readonly Priced[] {
  switch (file.kind) {
    case 'value-map':
      return file.outcomes.map(({ outcome, proxy }, at) => ({
        what: `The price of “${outcome}”`,
        path: `/outcomes/${at}/proxy/priceYear`,
        year: proxy?.priceYear ?? file.priceYear,
      }));
    case 'welfare-account':
      return file.services.map(({ id, name, priceYear }, at) => ({
        what: `The price of “${name ?? id}”`,
        path: `/services/${at}/priceYear`,
        year: priceYear ?? file.priceYear,
      }));
    case 'fiscal-cost-benefit':
      return unitsOf(file).map(({ unit: { id, description, priceYear }, path }) => ({
        what: `The value of “${description ?? id}”`,
        path: `${path}/priceYear`,
        year: yearBegun(priceYear ?? file.priceYear),
      }));
  }
}

/** One problem for each source that is too old, however many numbers rest on it. */
function oldEvidence(file: Assessment, graph: ExpressionGraph): readonly Problem[] {
  const end = lastYear(file);
  const seen = new Set<string>();
  return [...graph.inputs()].flatMap(([id, { origin }]) => {
    const { source, year: said, path = '' } = origin ?? {};
    const year = said ?? latestYearIn(source ?? '', end);
    if (end - year <= EVIDENCE_AGE) return [];
    const shown = source ?? nameInWords(graph, id);
    const key = `${year} ${shown}`;
    if (seen.has(key)) return [];
    seen.add(key);
    // A year in the words of a source may be that of a law or a first edition.
    const severity = said === undefined ? 'information' : 'warning';
    return [problem('evidence-old', severity, path, { source: shown, year, age: end - year })];
  });
}

/** The year in which the period ends; a period that ends on the first of January ends with the year before. */
export function lastYear({ period }: CommonPart): number {
  const year = Number(period.to.slice(0, 4));
  return period.to.endsWith('-01-01') ? year - 1 : year;
}

/** The latest year that a text names, up to a last one; where it names none, the last one itself. */
function latestYearIn(text: string, last: number): number {
  const years = [...text.matchAll(/(?<![\d.,:/])(?:19|20)\d\d(?![\d:])/g)]
    .map(([year]) => Number(year))
    .filter((year) => year <= last);
  return years.length === 0 ? last : Math.max(...years);
}

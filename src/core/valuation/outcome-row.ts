import type { Conventions, Deductions, Outcome, SeriesPoint, ValueMapFile } from '../assessment.js';
import type { Expression } from '../figures/expression.js';
import { NUMBER } from '../figures/unit.js';
import { highestAmount, type Inputs } from '../inputs.js';
import { atPriceYear, priceUnit } from '../price-year.js';
import type { YearCount } from './years.js';

/** What an outcome is worth in one year. */
export interface YearValue {
  /** Year 1, 2, … of the activity. */
  readonly year: number;
  /** The year as the file writes it. */
  readonly written: number;
  /** After all deductions. */
  readonly value: Expression;
  /** Before any. */
  readonly gross: Expression;
}

export interface OutcomeRow {
  readonly declared: Outcome;
  /** Quantity × proxy after deadweight, displacement and attribution, in its first year, before drop-off. */
  readonly impact: Expression;
  readonly years: readonly YearValue[];
}

/** Declares one row of the value map (docs/method.md, “Value map”). */
export function outcomeRow(inputs: Inputs, file: ValueMapFile, at: number, years: YearCount): OutcomeRow {
  const row = file.outcomes[at];
  if (!row) throw new Error(`no outcome at ${at}`);
  const reader = new RowReader(inputs, file, row, `/outcomes/${at}`);
  return row.series ? reader.fromSeries(row.series, years) : reader.fromDuration(years);
}

type DeductionName = 'deadweight' | 'displacement' | 'attribution';

class RowReader {
  private readonly inputs: Inputs;
  private readonly file: ValueMapFile;
  private readonly row: Outcome;
  private readonly path: string;
  private readonly conventions: Conventions;

  constructor(inputs: Inputs, file: ValueMapFile, row: Outcome, path: string) {
    this.inputs = inputs;
    this.file = file;
    this.row = row;
    this.path = path;
    this.conventions = file.conventions;
  }

  fromDuration(years: YearCount): OutcomeRow {
    const { graph } = this.inputs;
    const row = this.row;
    const lasts = row.durationYears ?? 1;
    const lasting = Math.ceil(highestAmount(this.file, lasts, `outcomes.${row.id}.durationYears`));
    const duration = this.inputs.amount(lasts, {
      ...this.place('durationYears', 'duration', 'durationYears'),
      most: lasting,
    });
    const gross = graph.multiply(this.quantity(row.quantity), this.proxy(row.proxy?.value));
    const impact = this.impact(graph.multiply(gross, this.kept(row, {}, undefined)));
    const starts = years.index(row.startsYear);
    const kept =
      lasting > 1 || this.conventions.dropOff === 'from-first-year' ? this.keptByDropOff() : undefined;
    const extra = this.conventions.dropOff === 'from-first-year' ? 1 : 0;
    return {
      declared: row,
      impact,
      years: Array.from({ length: lasting }, (_, passed) => {
        const shareOfYear = graph.limit(graph.subtract(duration, graph.constant(passed)));
        const standing = kept ? graph.power(kept, passed + extra) : graph.constant(1);
        const year = starts + passed;
        return {
          year,
          written: years.written(year),
          value: this.valueOf(years.written(year), graph.multiply(impact, standing, shareOfYear)),
          gross: graph.multiply(gross, shareOfYear),
        };
      }),
    };
  }

  fromSeries(series: readonly SeriesPoint[], years: YearCount): OutcomeRow {
    const { graph } = this.inputs;
    const indexed = series
      .map((point, at) => ({ point, at }))
      .sort((one, other) => one.point.year - other.point.year);
    const worked = indexed.map(({ point, at }) => {
      const place = `series.${point.year}`;
      const path = `series/${at}`;
      const gross =
        point.value === undefined
          ? graph.multiply(
              this.quantity(
                point.quantity ?? this.row.quantity,
                point.quantity === undefined ? undefined : { place, path },
              ),
              this.proxy(
                point.proxyValue ?? this.row.proxy?.value,
                point.proxyValue === undefined ? undefined : { place, path },
              ),
            )
          : this.inPrices(
              this.number(
                point.value,
                `${place}.value`,
                'value',
                `${path}/value`,
                this.rowMoney(),
                this.row.proxy?.source,
              ),
            );
      return {
        year: years.index(point.year),
        gross,
        impact: graph.multiply(gross, this.kept(this.row, point, { place, path })),
        standing:
          point.dropOff === undefined || this.conventions.deductions === 'add'
            ? undefined
            : this.dropOff(point, { place, path }),
      };
    });
    const first = worked[0];
    if (!first) throw new Error('a series has at least one year');
    this.impact(first.impact);
    return {
      declared: this.row,
      impact: first.impact,
      years: worked.map(({ year, gross, impact, standing }) => ({
        year,
        written: years.written(year),
        gross,
        value: this.valueOf(
          years.written(year),
          standing ? graph.multiply(impact, graph.complement(standing)) : impact,
        ),
      })),
    };
  }

  private impact(expression: Expression): Expression {
    return this.inputs.graph.name(
      `perRow.${this.row.id}.impact`,
      { code: 'row-impact', values: { row: this.row.outcome } },
      expression,
    );
  }

  private valueOf(year: number, expression: Expression): Expression {
    return this.inputs.graph.name(
      `perRow.${this.row.id}.value.${year}`,
      { code: 'row-value', values: { row: this.row.outcome, year } },
      expression,
    );
  }

  private quantity(amount: Outcome['quantity'], point?: PointPlace): Expression {
    return this.number(amount ?? 0, inPlace(point, 'quantity'), 'quantity', inPath(point, 'quantity'));
  }

  private proxy(amount: SeriesPoint['proxyValue'], point?: PointPlace): Expression {
    const place = point ? `${point.place}.proxyValue` : 'proxy';
    const path = point ? `${point.path}/proxyValue` : 'proxy/value';
    return this.inPrices(
      this.number(amount ?? 0, place, 'proxy', path, this.rowMoney(), this.row.proxy?.source),
    );
  }

  private rowMoney() {
    return priceUnit(this.file, this.row.proxy ?? {});
  }

  private inPrices(price: Expression): Expression {
    return atPriceYear(this.inputs, price, {
      id: `outcomes.${this.row.id}.proxy`,
      what: this.row.outcome,
      path: `${this.path}/proxy/priceYear`,
      priceYear: this.row.proxy?.priceYear,
      currency: this.row.proxy?.currency,
    });
  }

  /** What the deductions leave of the value, by the rule of the file. */
  private kept(row: Outcome, point: Deductions, place: PointPlace | undefined): Expression {
    const { graph } = this.inputs;
    const taken = (['deadweight', 'displacement', 'attribution'] as const).map((name) =>
      this.deduction(name, row, point, place),
    );
    if (this.conventions.deductions !== 'add')
      return graph.multiply(...taken.map((share) => graph.complement(share)));
    if (place && point.dropOff !== undefined) taken.push(this.dropOff(point, place));
    return graph.complement(graph.sum(taken, NUMBER));
  }

  private deduction(
    name: DeductionName,
    row: Outcome,
    point: Deductions,
    place: PointPlace | undefined,
  ): Expression {
    const atPoint = place !== undefined && point[name] !== undefined;
    const share = this.share(atPoint ? point[name] : row[name], name, atPoint ? place : undefined);
    const claimed = name === 'attribution' && this.conventions.attributionMeans === 'share-claimed';
    return claimed && share.origin?.assessed !== false ? this.inputs.graph.complement(share) : share;
  }

  private dropOff(point: Deductions, place: PointPlace): Expression {
    return this.share(point.dropOff, 'dropOff', place);
  }

  private keptByDropOff(): Expression {
    return this.inputs.graph.complement(this.share(this.row.dropOff, 'dropOff', undefined));
  }

  private share(amount: Deductions['deadweight'], name: string, point: PointPlace | undefined): Expression {
    return this.inputs.share(
      amount,
      this.place(inPlace(point, name), name, inPath(point, name)),
      this.row.outcome,
      name,
    );
  }

  private number(
    amount: NonNullable<Outcome['quantity']>,
    place: string,
    what: string,
    path = place,
    unit = NUMBER,
    source?: string,
  ): Expression {
    return this.inputs.amount(amount, { ...this.place(place, what, path), unit, source });
  }

  private place(place: string, what: string, path: string) {
    const year = /^series\.(\d+)\./.exec(place)?.[1];
    const row = this.row.outcome;
    return {
      id: `outcomes.${this.row.id}.${place}`,
      path: `${this.path}/${path}`,
      label:
        year === undefined
          ? { code: `input-${what}`, values: { row } }
          : { code: `input-${what}-year`, values: { row, year } },
    };
  }
}

interface PointPlace {
  readonly place: string;
  readonly path: string;
}

const inPlace = (point: PointPlace | undefined, name: string): string =>
  point ? `${point.place}.${name}` : name;
const inPath = (point: PointPlace | undefined, name: string): string =>
  point ? `${point.path}/${name}` : name;

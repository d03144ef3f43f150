import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';

export interface UnitCostValue {
  readonly value: number | null;
  readonly priceYear: string;
  readonly uprated2015_16: number | null;
  readonly cellNote?: string;
}

/** A unit cost as the published data hold it. */
export interface UnitCost {
  readonly code: string;
  readonly codeInferred?: boolean;
  readonly theme: string;
  readonly outcomeCategory: string;
  readonly outcomeDetail: string;
  readonly description: string;
  readonly unit: string;
  readonly agencyLevel1: string | null;
  readonly agencyLevel2: string | null;
  readonly outlineLevel: number;
  readonly fiscal?: UnitCostValue;
  readonly economic?: UnitCostValue;
  readonly social?: UnitCostValue;
  readonly originalSource: string | null;
  readonly rag: string;
  readonly comment: string | null;
  readonly sheetRow: number;
}

type Deflators = Readonly<Record<string, { readonly pctChange: number; readonly cumulative: number }>>;

const TYPES = ['fiscal', 'economic', 'social'] as const;

/** The columns of the layout: heading above, heading below, what stands in a row. */
const COLUMNS: readonly (readonly [string, string, (cost: UnitCost) => CellValue])[] = [
  ['Outcome category', '', (cost) => cost.outcomeCategory],
  ['Outcome detail', '', (cost) => cost.outcomeDetail],
  ['Code', '', (cost) => (cost.codeInferred === true ? null : cost.code)],
  ['Cost/saving detail', '', (cost) => cost.description],
  ['Unit', '', (cost) => cost.unit],
  ['Agency bearing the cost / making the fiscal saving', 'Level 1', (cost) => cost.agencyLevel1],
  ['', 'Level 2', (cost) => cost.agencyLevel2],
  ...TYPES.flatMap((type) => [
    [
      `Estimated cost/saving – ${type}`,
      'Cost/saving',
      (cost: UnitCost) => cost[type]?.value ?? null,
    ] as const,
    ['', 'Year', (cost: UnitCost) => cost[type]?.priceYear ?? null] as const,
    ['', 'Updated cost/saving (2015/16)', (cost: UnitCost) => cost[type]?.uprated2015_16 ?? null] as const,
  ]),
  ['Original source', '', (cost) => cost.originalSource],
  ['RAG rating of quality', '', (cost) => cost.rag],
  ['Comment', '', (cost) => cost.comment],
];
const FIRST_UPRATED = 9;

/**
 * A workbook in the layout of the Greater Manchester unit cost database, as far as that is known from the data taken
 * from it: an introduction, the deflators, and a sheet for each theme with two rows of headings, each unit cost in the
 * row it has there. Uprated values are formulas with what they last came to.
 */
export function unitCostWorkbook(costs: readonly UnitCost[], deflators: Deflators): Promise<Uint8Array> {
  const themes = [...new Set(costs.map(({ theme }) => theme))];
  return writeXlsx({
    sheets: [
      { name: 'Introduction', rows: [['Unit costs'], ['Licence: Creative Commons Attribution']] },
      ...themes.map((theme) =>
        themeSheet(
          theme,
          costs.filter((cost) => cost.theme === theme),
        ),
      ),
      {
        name: 'Lookups',
        rows: [
          ['Year', 'Change, %', 'Deflator'],
          ...Object.entries(deflators).map(([year, { pctChange, cumulative }]) => [
            year,
            pctChange,
            cumulative,
          ]),
        ],
      },
    ],
  });
}

function themeSheet(theme: string, costs: readonly UnitCost[]) {
  const rows: CellValue[][] = [
    COLUMNS.map(([above]) => above || null),
    COLUMNS.map(([, below]) => below || null),
  ];
  const cells = new Map<string, Partial<Cell>>();
  for (const cost of costs) {
    const at = cost.sheetRow - 1;
    while (rows.length < at) rows.push([]);
    rows[at] = COLUMNS.map(([, , value]) => value(cost));
    for (const [index, type] of TYPES.entries()) {
      const column = FIRST_UPRATED + 3 * index;
      const { uprated2015_16: uprated, cellNote } = cost[type] ?? {};
      if (typeof uprated === 'number') {
        cells.set(`${at},${column}`, {
          formula: `ROUND(${uprated},6)`,
          formulaResult: uprated,
          value: uprated,
        });
      }
      if (cellNote !== undefined) {
        const value = cost[type]?.value ?? null;
        cells.set(`${at},${column - 2}`, { value, comment: { author: '', text: cellNote } });
      }
    }
  }
  return {
    name: theme,
    rows,
    cells,
    rowDefs: new Map(costs.map(({ sheetRow, outlineLevel }) => [sheetRow - 1, { outlineLevel }])),
    merges: [5, 7, 10, 13].map((startCol) => ({
      startRow: 0,
      endRow: 0,
      startCol,
      endCol: startCol + (startCol === 5 ? 1 : 2),
    })),
  };
}

import type { Outcome, ValueMapFile } from '../assessment.js';
import { type Problem, problem } from '../problem.js';
import { grouped } from './grouped.js';
import { valueOf } from './numbers.js';
import { proxyKinds, readsAsTransfer } from './transfer-words.js';

/** Signs that people, or one change in them, are counted more than once. */
export function countingProblems(file: ValueMapFile): readonly Problem[] {
  return [
    ...file.outcomes.flatMap((row, at) => [
      ...aboveGroup(file, row, at),
      ...mixedProxy(row, at),
      ...transferWithoutName(row, at),
    ]),
    ...sameFamily(file),
    ...oneJobInSeveralRows(file),
  ];
}

/** A stakeholder by its id, whether a row names it by id, by name or only by text. */
function stakeholderOf(file: ValueMapFile, { stakeholder }: Outcome) {
  return file.stakeholders?.find(({ id, name }) => id === stakeholder || name === stakeholder);
}

function aboveGroup(file: ValueMapFile, row: Outcome, at: number): readonly Problem[] {
  const size = stakeholderOf(file, row)?.size;
  if (size === undefined) return [];
  const counted = [
    ...(row.quantity === undefined ? [] : [{ quantity: row.quantity, path: `/outcomes/${at}/quantity` }]),
    ...(row.series ?? []).flatMap(({ quantity }, index) =>
      quantity === undefined ? [] : [{ quantity, path: `/outcomes/${at}/series/${index}/quantity` }],
    ),
  ];
  return counted.flatMap(({ quantity: amount, path }) => {
    const quantity = valueOf(file, amount);
    return quantity > size
      ? [problem('quantity-above-group', 'warning', path, { row: row.outcome, quantity, size })]
      : [];
  });
}

const inFamilies = (file: ValueMapFile, key: (row: Outcome) => readonly string[]) =>
  [
    ...grouped(
      file.outcomes.filter((row) => row.family !== undefined),
      (row) => JSON.stringify(key(row)),
    ).values(),
  ].filter((rows) => rows.length > 1);

const titles = (rows: readonly Outcome[]): string => rows.map(({ outcome }) => outcome).join('; ');

/** The same people and the same family of outcomes in two rows. */
function sameFamily(file: ValueMapFile): readonly Problem[] {
  const whose = (row: Outcome) => stakeholderOf(file, row)?.id ?? row.stakeholder;
  return inFamilies(file, (row) => [whose(row), row.family ?? '']).map((rows) =>
    problem('double-counting', 'warning', '/outcomes', {
      rows: titles(rows),
      family: rows[0]?.family ?? '',
      stakeholder: rows[0]?.stakeholder ?? '',
    }),
  );
}

/**
 * Wage, benefit and tax of one job in several rows: what one person gets another pays, so that with a transfer in the
 * family, another row of it counts part of the same change.
 */
function oneJobInSeveralRows(file: ValueMapFile): readonly Problem[] {
  const side = (row: Outcome): string => (row.transfer ? 'transfer' : (row.valueType ?? 'unsaid'));
  return inFamilies(file, (row) => [row.family ?? '']).flatMap((rows) => {
    const paid = rows.filter((row) => row.transfer !== undefined || readsAsTransfer(row));
    return paid.length > 0 && (paid.length > 1 || new Set(rows.map(side)).size > 1)
      ? [
          problem('one-job-several-rows', 'warning', '/outcomes', {
            rows: titles(rows),
            family: rows[0]?.family ?? '',
          }),
        ]
      : [];
  });
}

/** A price that adds up a wage, a benefit saved and a tax paid, or well-being on top of them. */
function mixedProxy(row: Outcome, at: number): readonly Problem[] {
  const kinds = proxyKinds(row.proxy?.description ?? '');
  return kinds.length > 1
    ? [
        problem('proxy-adds-job', 'warning', `/outcomes/${at}/proxy`, {
          row: row.outcome,
          kinds: kinds.join(' and '),
        }),
      ]
    : [];
}

/** A row that reads like a tax paid or a benefit saved but does not say who is on its other side. */
function transferWithoutName(row: Outcome, at: number): readonly Problem[] {
  return row.transfer === undefined && readsAsTransfer(row)
    ? [problem('transfer-not-named', 'warning', `/outcomes/${at}`, { row: row.outcome })]
    : [];
}

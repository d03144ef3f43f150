/**
 * Solves a system of equations with a symmetric positive definite matrix by Cholesky’s method.
 *
 * @param matrix its rows, as many as they are long
 * @returns null where the matrix is not positive definite, to about ten digits
 */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | null {
  const size = right.length;
  const lower = matrix.map((row) => [...row]);
  const at = (row: number, column: number): number => lower[row]?.[column] ?? Number.NaN;
  const put = (row: number, column: number, value: number): void => {
    const line = lower[row];
    if (line) line[column] = value;
  };
  for (let column = 0; column < size; column += 1) {
    const before = at(column, column);
    let rest = before;
    for (let k = 0; k < column; k += 1) rest -= at(column, k) * at(column, k);
    if (!(rest > SINGULAR * before)) return null;
    const root = Math.sqrt(rest);
    put(column, column, root);
    for (let row = column + 1; row < size; row += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      put(row, column, sum / root);
    }
  }
  const solution = [...right];
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) solution[row] = (solution[row] ?? 0) - at(row, k) * (solution[k] ?? 0);
    solution[row] = (solution[row] ?? 0) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) {
      solution[row] = (solution[row] ?? 0) - at(k, row) * (solution[k] ?? 0);
    }
    solution[row] = (solution[row] ?? 0) / at(row, row);
  }
  return solution;
}

/** What is left of a diagonal element when it is nothing but rounding. */
const SINGULAR = 1e-10;

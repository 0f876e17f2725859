import { logGamma } from '../special/log-gamma.js';
import type { Matrix } from '../special/matrix.js';

/** Tables to go through before the test is given up as too large; about a second. */
const TABLES = 30_000_000;

/**
 * Fisher's exact test: the probability, with both margins as they are and no association, of a table no likelier than
 * this one (Fisher 1935, The Design of Experiments, ch. 2; Freeman & Halton 1951, Biometrika 38:141-149). Every table
 * with the margins is gone through; null where there are too many, and Pearson's test is good enough.
 */
export function fisherExact(counts: Matrix, limit = TABLES): number | null {
  // The last row and column follow from the margins, so the large ones are put there; fewer rows than columns.
  const wide = counts.length > (counts[0]?.length ?? 0) ? transposed(counts) : counts;
  const rows = wide.map((row) => total(row)).sort((a, b) => a - b);
  const columns = transposed(wide)
    .map((column) => total(column))
    .sort((a, b) => a - b);
  const n = total(rows);
  const logs = logFactorials(n);
  const constant = total([...rows, ...columns].map((margin) => logs[margin]!)) - logs[n]!;
  const observed = constant - total(wide.flat().map((count) => logs[count]!));
  // A table that is as likely but for rounding counts as as likely.
  const threshold = observed + 1e-7;
  let visited = 0;
  let p = 0;
  const left = [...rows];
  const visit = (column: number, row: number, toPlace: number, log: number): boolean => {
    if (column === columns.length - 1) {
      let whole = log;
      for (const count of left) whole -= logs[count]!;
      if (whole <= threshold) p += Math.exp(whole);
      return ++visited <= limit;
    }
    if (row === rows.length - 1) {
      if (toPlace > left[row]!) return true;
      left[row]! -= toPlace;
      const going = visit(column + 1, 0, columns[column + 1]!, log - logs[toPlace]!);
      left[row]! += toPlace;
      return going;
    }
    const here = left[row]!;
    for (let count = Math.min(here, toPlace); count >= 0; count--) {
      left[row] = here - count;
      if (!visit(column, row + 1, toPlace - count, log - logs[count]!)) return false;
    }
    left[row] = here;
    return true;
  };
  if (rows.length < 2 || columns.length < 2 || n === 0) return 1;
  return visit(0, 0, columns[0]!, constant) ? Math.min(1, p) : null;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const transposed = (matrix: Matrix): number[][] =>
  (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));

/** log k! for k from 0 to n. */
export function logFactorials(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1));
}

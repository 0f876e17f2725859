import { chiSquareTails } from '../special/distributions.js';
import { matrixOf, type Matrix } from '../special/matrix.js';

/** A table of counts asked whether its rows and columns go together, as if everybody counted alike. */
export interface ChiSquareTest {
  /** sum (count - expected)^2 / expected (Pearson 1900). */
  chiSquare: number;
  /** 2 sum count log(count / expected), the likelihood ratio. */
  g2: number;
  df: number;
  p: number;
  g2P: number;
  /** Yates's continuity correction (1934); only for two by two, else null. */
  yates: { chiSquare: number; p: number } | null;
  /** From 0, no association, to 1, each row in one column: sqrt(chi2 / (n (smaller side - 1))) (Cramer 1946, 21.9). */
  cramersV: number;
  expected: number[][];
  /** How many standard errors each count is from what was expected (Haberman 1973, Biometrics 29:205-220). */
  adjustedResiduals: number[][];
  /** Cells expected to hold fewer than 5; with many such the p is not to be trusted (Cochran 1954). */
  thinCells: number;
}

/** Pearson's and the likelihood ratio test of independence. Empty rows and columns are left out of the test. */
export function chiSquareTest(counts: Matrix): ChiSquareTest {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (counts[0] ?? []).map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  const expected = matrixOf(rows.length, columns.length, (i, j) => (rows[i]! * columns[j]!) / n);
  const over = (term: (count: number, expected: number) => number) =>
    counts.reduce(
      (sum, row, i) =>
        row.reduce((s, count, j) => (expected[i]![j]! > 0 ? s + term(count, expected[i]![j]!) : s), sum),
      0,
    );
  const [r, c] = [rows, columns].map((margin) => margin.filter((count) => count > 0).length) as [
    number,
    number,
  ];
  const df = (r - 1) * (c - 1);
  const chiSquare = over((count, e) => (count - e) ** 2 / e);
  const g2 = 2 * over((count, e) => (count > 0 ? count * Math.log(count / e) : 0));
  const nearer = Math.min(
    0.5,
    ...counts.flatMap((row, i) => row.map((count, j) => Math.abs(count - expected[i]![j]!))),
  );
  const corrected = over((count, e) => (Math.abs(count - e) - nearer) ** 2 / e);
  const p = (x: number) => (df > 0 ? chiSquareTails(x, df).upper : NaN);
  return {
    chiSquare,
    g2,
    df,
    p: p(chiSquare),
    g2P: p(g2),
    yates: rows.length === 2 && columns.length === 2 ? { chiSquare: corrected, p: p(corrected) } : null,
    cramersV: Math.sqrt(chiSquare / (n * (Math.min(r, c) - 1))),
    expected,
    adjustedResiduals: matrixOf(rows.length, columns.length, (i, j) => {
      const e = expected[i]![j]!;
      return (counts[i]![j]! - e) / Math.sqrt(e * (1 - rows[i]! / n) * (1 - columns[j]! / n));
    }),
    thinCells: expected.flat().filter((e) => e < 5).length,
  };
}

import { answered, levelsOf, placesOf, type Codes } from '../design/columns.js';
import { covarianceOf } from '../design/covariance.js';
import type { FigureOptions } from '../design/figure.js';
import { surveyDf, type SurveyDesign } from '../design/survey-design.js';
import { meansOf } from '../estimates/survey-mean.js';
import { totalsOf } from '../estimates/survey-total.js';
import { chiSquareMixUpper } from '../special/chi-square-mix.js';
import { chiSquareTails, fTails } from '../special/distributions.js';
import { choleskyOf, eigenvaluesOf, forward, matrixOf, transformed } from '../special/matrix.js';

/** Whether two variables go together in the population, by several tests of one table. NaN where there is no table. */
export interface RaoScott {
  /** Pearson's chi-square of the weighted shares times n: what would be tested had the sample been simple and random. */
  pearson: number;
  n: number;
  /** The design effects that Pearson's chi-square is mixed of, largest first; each 1 in a simple random sample. */
  effects: number[];
  /** Divided by the mean effect, against chi-square: right on average. */
  firstOrder: { statistic: number; df: number; p: number };
  /** Also with fewer degrees of freedom, since the effects differ. */
  secondOrder: { statistic: number; df: number; p: number };
  /** The second-order test against F, since the effects are themselves estimated. The one to report. */
  f: { statistic: number; df1: number; df2: number; p: number };
  /** p of the mixture itself, by saddlepoint. */
  mixture: { statistic: number; p: number };
  /** Koch, Freeman & Freeman (1975); too ready to reject where there are few sampling units. */
  wald: { statistic: number; df1: number; df2: number; p: number };
  adjustedWald: { statistic: number; df1: number; df2: number; p: number };
}

/**
 * Tests of independence for a two-way table from a survey. Pearson's chi-square follows a sum of (R - 1)(C - 1)
 * chi-squares, each times a design effect; the effects are the eigenvalues of the covariance of the table's
 * interactions under the design against that under simple random sampling (Rao & Scott 1984, Annals of Statistics
 * 12:46-60; the F form: Thomas & Rao 1987, JASA 82:630-636).
 */
export function raoScott(
  design: SurveyDesign,
  rowCodes: Codes,
  columnCodes: Codes,
  options: Pick<FigureOptions, 'within' | 'df'> = {},
): RaoScott {
  const seen = answered(design.weights, options.within, rowCodes, columnCodes);
  const rowLevels = levelsOf(rowCodes, seen);
  const columnLevels = levelsOf(columnCodes, seen);
  const [R, C] = [rowLevels.length, columnLevels.length];
  const nu = options.df ?? surveyDf(design, seen);
  const n = seen.reduce((sum, one) => sum + one, 0);
  const rowOf = placesOf(rowCodes, rowLevels);
  const columnOf = placesOf(columnCodes, columnLevels);
  const indicators = Array.from({ length: R * C }, (_, cell) =>
    Float64Array.from(seen, (one, row) => Number(one === 1 && cell === rowOf[row]! * C + columnOf[row]!)),
  );
  const shares = meansOf(design, indicators, seen);
  const p = shares.values(design.weights);
  const effects = designEffects(p, covarianceOf(design, shares), n, R, C);
  const pearson = n * distance(p, R, C);
  return {
    pearson,
    n,
    effects,
    ...adjusted(pearson, effects, nu),
    ...waldTests(design, indicators, seen, R, C, nu),
  };
}

/** Pearson's chi-square of a table of shares: sum (p - row share x column share)^2 / (row share x column share). */
function distance(p: readonly number[], R: number, C: number): number {
  const { rows, columns } = margins(p, R, C);
  return p.reduce((sum, share, cell) => {
    const expected = rows[Math.floor(cell / C)]! * columns[cell % C]!;
    return sum + (share - expected) ** 2 / expected;
  }, 0);
}

function margins(p: readonly number[], R: number, C: number): { rows: number[]; columns: number[] } {
  const rows = Array.from({ length: R }, () => 0);
  const columns = Array.from({ length: C }, () => 0);
  for (const [cell, share] of p.entries()) {
    rows[Math.floor(cell / C)]! += share;
    columns[cell % C]! += share;
  }
  return { rows, columns };
}

/** Eigenvalues of (C' D^-1 C / n)^-1 C' D^-1 V D^-1 C, where D holds the shares and C the interaction contrasts. */
function designEffects(
  p: readonly number[],
  covariance: number[][],
  n: number,
  R: number,
  C: number,
): number[] {
  const inverse = p.map((share) => (share > 0 ? 1 / share : 0));
  const contrasts = matrixOf(R * C, Math.max(0, (R - 1) * (C - 1)), (cell, k) => {
    const ofRow = Number(Math.floor(cell / C) === 1 + Math.floor(k / (C - 1))) - 1 / R;
    const ofColumn = Number(cell % C === 1 + (k % (C - 1))) - 1 / C;
    return ofRow * ofColumn;
  });
  const simple = transformed(
    matrixOf(R * C, R * C, (i, j) => (i === j ? inverse[i]! / n : 0)),
    contrasts,
  );
  const real = transformed(
    covariance.map((row, i) => row.map((entry, j) => entry * inverse[i]! * inverse[j]!)),
    contrasts,
  );
  const lower = choleskyOf(simple);
  if (!lower || real.flat().some(Number.isNaN)) return [];
  // L^-1 real L^-T has the same eigenvalues and is symmetric.
  const half = real.map((row) => forward(lower, row));
  return eigenvaluesOf(transposed(half).map((row) => forward(lower, row)));
}

const transposed = (matrix: number[][]) => matrixOf(matrix.length, matrix.length, (i, j) => matrix[j]![i]!);

function adjusted(
  pearson: number,
  effects: readonly number[],
  nu: number,
): Pick<RaoScott, 'firstOrder' | 'secondOrder' | 'f' | 'mixture'> {
  const df = effects.length;
  const sum = effects.reduce((all, effect) => all + effect, 0);
  const squares = effects.reduce((all, effect) => all + effect ** 2, 0);
  const first = (pearson * df) / sum;
  // What the effects amount to in degrees of freedom: df / (1 + their squared coefficient of variation).
  const worth = sum ** 2 / squares;
  const second = (pearson * sum) / squares;
  const f = pearson / sum;
  return {
    firstOrder: { statistic: first, df, p: chiSquareTails(first, df).upper },
    secondOrder: { statistic: second, df: worth, p: chiSquareTails(second, worth).upper },
    f: { statistic: f, df1: worth, df2: worth * nu, p: fTails(f, worth, worth * nu).upper },
    mixture: { statistic: pearson, p: mixtureP(pearson, effects, worth * nu) },
  };
}

/** The effects are themselves estimated: the sum is compared with a chi-square over its df2, as in the F test. */
function mixtureP(pearson: number, effects: readonly number[], df2: number): number {
  const ones = effects.map(() => 1);
  if (df2 === Infinity) return chiSquareMixUpper(pearson, effects, ones);
  return chiSquareMixUpper(0, [...effects, -pearson / df2], [...ones, df2]);
}

/** The (R - 1)(C - 1) differences between totals and those expected, against their own covariance. */
function waldTests(
  design: SurveyDesign,
  indicators: readonly Float64Array[],
  seen: Uint8Array,
  R: number,
  C: number,
  nu: number,
): Pick<RaoScott, 'wald' | 'adjustedWald'> {
  const cells = totalsOf(indicators, seen);
  const counts = cells.values(design.weights);
  const size = counts.reduce((sum, count) => sum + count, 0);
  const { rows, columns } = margins(counts, R, C);
  const free = Array.from({ length: R * C }, (_, cell) => cell).filter((cell) => cell >= C && cell % C > 0);
  const expected = (cell: number) => (rows[Math.floor(cell / C)]! * columns[cell % C]!) / size;
  const differences = free.map((cell) => counts[cell]! - expected(cell));
  // How each cell's total moves each difference.
  const moves = matrixOf(R * C, free.length, (from, k) => {
    const cell = free[k]!;
    const [i, j] = [Math.floor(cell / C), cell % C];
    const sameRow = Math.floor(from / C) === i ? columns[j]! / size : 0;
    const sameColumn = from % C === j ? rows[i]! / size : 0;
    return Number(from === cell) - sameRow - sameColumn + expected(cell) / size;
  });
  const lower = free.length > 0 ? choleskyOf(transformed(covarianceOf(design, cells), moves)) : null;
  const df1 = free.length;
  const wald = lower ? sumOfSquares(forward(lower, differences)) / df1 : NaN;
  const df2 = nu - df1 + 1;
  const adjustedWald = nu === Infinity ? wald : (wald * df2) / nu;
  return {
    wald: { statistic: wald, df1, df2: nu, p: fTails(wald, df1, nu).upper },
    adjustedWald: { statistic: adjustedWald, df1, df2, p: fTails(adjustedWald, df1, df2).upper },
  };
}

const sumOfSquares = (values: readonly number[]) => values.reduce((sum, x) => sum + x * x, 0);

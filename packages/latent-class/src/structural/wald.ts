import { congruence, product } from '../linear/product.js';
import { solveSymmetric, type Square } from '../linear/solve.js';
import { chiSquareUpper } from './chi-square.js';

/** A test that some combinations of estimates are all zero. */
export interface WaldTest {
  readonly statistic: number;
  readonly df: number;
  /** Probability of a statistic at least this large if all are zero. */
  readonly p: number;
}

/**
 * Wald test: W = (C b)' (C V C')^-1 (C b), chi-square with as many degrees of freedom as C has rows (Wald 1943).
 * `contrasts` holds the rows of C, the estimates themselves where absent. `undefined` when V leaves a combination
 * without variance.
 */
export function wald(
  estimates: ArrayLike<number>,
  covariance: ArrayLike<number>,
  contrasts?: readonly (readonly number[])[],
): WaldTest | undefined {
  const b = Float64Array.from(estimates);
  const v: Square = Float64Array.from(covariance);
  const df = contrasts?.length ?? b.length;
  const c = contrasts === undefined ? undefined : Float64Array.from(contrasts.flat());
  const difference = c === undefined ? b : product(c, b, df);
  const variance = c === undefined ? v : congruence(c, v, df);
  const solved = solveSymmetric(variance, difference);
  if (solved === undefined) return undefined;
  const statistic = difference.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  return { statistic, df, p: chiSquareUpper(statistic, df) };
}

/** Rows that compare the first of `count` groups of `width` estimates with each of the others, for a test of equality. */
export function differences(count: number, width = 1): number[][] {
  return Array.from({ length: (count - 1) * width }, (_, i) => {
    const group = 1 + Math.floor(i / width);
    return Array.from({ length: count * width }, (__, j) =>
      j === i % width ? 1 : j === group * width + (i % width) ? -1 : 0,
    );
  });
}

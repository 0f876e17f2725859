import { normalTails } from './distributions.js';

/**
 * Probability that a weighted sum of independent chi-squares, each with the degrees of freedom `dfs`, exceeds x: what
 * Pearson's chi-square follows in a complex survey (Rao & Scott 1984). By the saddlepoint approximation, good to a few
 * per cent of p far into the tail (Kuonen 1999, Biometrika 86:929-935). Weights may be negative. NaN at the centre of
 * the distribution, where the formula is 0 / 0, and where there is nothing to sum.
 */
export function chiSquareMixUpper(x: number, weights: readonly number[], dfs: readonly number[]): number {
  const largest = Math.max(...weights.map(Math.abs));
  if (!(largest > 0) || !(x < Infinity)) return NaN;
  const lambda = weights.map((weight) => weight / largest);
  const at = x / largest;
  const total = (of: (l: number) => number) => lambda.reduce((sum, l, i) => sum + dfs[i]! * of(l), 0);
  // The cumulant generating function, -1/2 sum df log(1 - 2 z lambda), and its first two derivatives.
  const k = (z: number) => -total((l) => Math.log1p(-2 * z * l)) / 2;
  const slope = (z: number) => total((l) => l / (1 - 2 * z * l));
  const curvature = (z: number) => 2 * total((l) => (l / (1 - 2 * z * l)) ** 2);
  let low = Math.max(...lambda.filter((l) => l < 0).map((l) => 1 / (2 * l)), -1e12);
  let high = Math.min(...lambda.filter((l) => l > 0).map((l) => 1 / (2 * l)), 1e12);
  for (let round = 0; round < 200; round++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (slope(middle) > at) high = middle;
    else low = middle;
  }
  const zeta = low + (high - low) / 2;
  const w = Math.sign(zeta) * Math.sqrt(2 * (zeta * at - k(zeta)));
  const v = zeta * Math.sqrt(curvature(zeta));
  return Math.abs(zeta) < 1e-4 ? NaN : normalTails(w + Math.log(v / w) / w).upper;
}

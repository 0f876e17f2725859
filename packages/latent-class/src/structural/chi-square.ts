import { exp, log } from '../elementary.js';

/** Natural logarithm of the gamma function for x > 0 (Lanczos 1964, with g = 7 and nine terms; 15 digits). */
export function logGamma(x: number): number {
  const series = LANCZOS.reduce((sum, c, i) => sum + (i === 0 ? c : c / (x - 1 + i)), 0);
  const t = x + 6.5;
  return 0.5 * log(2 * Math.PI) + (x - 0.5) * log(t) - t + log(series);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Probability that a chi-square variable with `df` degrees of freedom exceeds x: the p-value of a Wald or
 * likelihood-ratio test. It is the upper incomplete gamma function Q(df/2, x/2), by its series below the mean and by
 * its continued fraction above it, so that a p-value of 1e-23 comes out as that and not as 0 (Abramowitz & Stegun
 * 1964, 6.5.29 and 6.5.31).
 */
export function chiSquareUpper(x: number, df: number): number {
  if (Number.isNaN(x) || !(df > 0)) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const a = df / 2;
  const z = x / 2;
  const front = exp(a * log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= z / (a + n);
    return 1 - front * sum;
  }
  // Lentz's method: the fraction is built from the front, without over- or underflow.
  let b = z + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * fraction;
}

import { stirlingRemainder } from './log-gamma.js';

/**
 * Probability of exactly x events where m are expected, x^m e^-m / gamma(x + 1), for x > 0 that need not be whole. The
 * exponent is written as a distance from the peak, so that nothing cancels far out (Loader 2000, "Fast and accurate
 * computation of binomial probabilities").
 */
export function poissonMass(x: number, m: number): number {
  return Math.exp(-stirlingRemainder(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/**
 * Probability of exactly k successes in k + l trials, with the chances p and q = 1 - p; k and l need not be whole. Both
 * chances are given, because 1 - p has lost its digits where p is near 1 (Loader 2000).
 */
export function binomialMass(k: number, l: number, p: number, q: number): number {
  const n = k + l;
  const remainders = stirlingRemainder(n) - stirlingRemainder(k) - stirlingRemainder(l);
  const exponent = remainders - deviance(k, n * p) - deviance(l, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * l));
}

/** x log(x / m) + m - x, never below zero; by a series where x is near m. */
function deviance(x: number, m: number): number {
  if (m === 0) return Infinity;
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

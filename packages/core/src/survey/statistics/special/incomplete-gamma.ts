import { poissonMass } from './saddle.js';
import { continuedFraction, fromLower, fromUpper, UNKNOWN_TAILS, type Tails } from './tails.js';

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): how much of the gamma distribution with shape a lies
 * below and above x. By its series below the mean and its continued fraction above it, each giving the smaller tail
 * with all its digits (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31).
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) return UNKNOWN_TAILS;
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const mass = poissonMass(a, x);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
    return fromLower(Math.min(1, mass * sum));
  }
  const fraction = continuedFraction(x + 1 - a, (n) => ({ a: -n * (n - a), b: x + 2 * n + 1 - a }));
  return fromUpper(Math.min(1, (mass * a) / fraction));
}

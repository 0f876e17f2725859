import { binomialMass } from './saddle.js';
import { continuedFraction, fromLower, UNKNOWN_TAILS, type Tails } from './tails.js';

/**
 * The regularised incomplete beta function I_x(a, b) and 1 - I_x(a, b): how much of the beta distribution lies below
 * and above x. `y` is 1 - x; give it where it is known better than by subtraction, as in the tails of t and F. By its
 * continued fraction on the side where that runs fast (DiDonato & Morris 1992, ACM Trans. Math. Softw. 18:360-373).
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): Tails {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) return UNKNOWN_TAILS;
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x <= (a + 1) / (a + b + 2)) return fromLower(belowMean(x, a, b, y));
  const { lower, upper } = fromLower(belowMean(y, b, a, x));
  return { lower: upper, upper: lower };
}

/** I_x(a, b) where x is below about the mean. The smaller of x and y is the one with digits. */
function belowMean(x: number, a: number, b: number, y: number): number {
  const distance = x < y ? a - (a + b) * x : (a + b) * y - b;
  const fraction = continuedFraction((a * (distance + 1)) / (a + 1), (n) => {
    const at = a + 2 * n - 1;
    return {
      a: ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x) / (at * at),
      b: n + (n * (b - n) * x) / at + ((a + n) * (distance + 1 + n * (1 + y))) / (at + 2),
    };
  });
  // x^a y^b / B(a, b), as a binomial probability.
  const front = (binomialMass(a, b, x, y) * a * b) / (a + b);
  return Math.min(1, front / fraction);
}

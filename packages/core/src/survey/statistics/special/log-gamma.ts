/**
 * Natural logarithm of the gamma function for x > 0: log (x - 1)! where x is whole. Stirling's formula with its
 * remainder, and a series of its own around the zeros at 1 and 2, where a difference of large numbers would leave
 * nothing (Abramowitz & Stegun 1964, 6.1.33 and 6.1.41).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (Math.abs(x - 1) <= 0.25) return logGammaNearOne(x - 1);
  if (Math.abs(x - 2) <= 0.25) return Math.log1p(x - 2) + logGammaNearOne(x - 2);
  if (x === Infinity) return Infinity;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRemainder(x);
}

/**
 * What Stirling's formula leaves out of log gamma: log gamma(x) - [(x - 1/2) log x - x + (1/2) log 2 pi]. From 12 up by
 * its asymptotic series; below by stepping up, since remainder(x) - remainder(x + 1) = (x + 1/2) log(1 + 1/x) - 1.
 */
export function stirlingRemainder(x: number): number {
  let steps = 0;
  let at = x;
  for (; at < 12; at++) steps += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  let series = 0;
  for (const coefficient of BERNOULLI) series = series * square + coefficient;
  return steps + series / at;
}

/** log gamma(1 + y) for small y: -log(1 + y) + y (1 - Euler's constant) + sum over k of (zeta(k) - 1) (-y)^k / k. */
function logGammaNearOne(y: number): number {
  let sum = 0;
  let power = -y;
  for (const [i, excess] of ZETA_LESS_ONE.entries()) {
    power *= -y;
    sum += (excess * power) / (i + 2);
  }
  return y * (1 - EULER) - Math.log1p(y) + sum;
}

const HALF_LOG_TWO_PI = 0.9189385332046727;
const EULER = 0.5772156649015329;

/** B(2k) / (2k (2k - 1)) for k = 8 down to 1. */
const BERNOULLI = [-3617 / 122400, 1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

/** zeta(k) - 1 for k from 2. */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.0823232337111382, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.00024608655330804827, 0.00012271334757848915, 0.0000612481350587048,
  0.00003058823630702049, 0.00001528225940865187, 0.000007637197637899763, 0.00000381729326499984,
  0.000001908212716553939, 0.0000009539620338727962,
];

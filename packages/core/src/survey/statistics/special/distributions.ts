import { incompleteBeta } from './incomplete-beta.js';
import { incompleteGamma } from './incomplete-gamma.js';
import { quantileOf, UNKNOWN_TAILS, type Tail, type Tails } from './tails.js';

/** The standard normal distribution. Its square is chi-square with one degree of freedom. */
export function normalTails(z: number): Tails {
  const { upper: beyond } = incompleteGamma(0.5, (z * z) / 2);
  return sided(z, beyond);
}

/** The z that leaves p below it, or above it where `tail` is upper. */
export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  return symmetricQuantile((z) => normalTails(z), p, tail);
}

/**
 * Student's t distribution with df degrees of freedom, the normal where df is infinite: for t > 0 the two tails hold
 * I_x(df/2, 1/2) with x = df / (df + t^2) (Abramowitz & Stegun 1964, 26.7.1).
 */
export function tTails(t: number, df: number): Tails {
  if (!(df > 0)) return UNKNOWN_TAILS;
  if (df === Infinity || Math.abs(t) === Infinity) return normalTails(t);
  const square = t * t;
  const { lower: beyond } = incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
  return sided(t, beyond);
}

/** The t that leaves p below it, or above it where `tail` is upper: the 1.96 of a small study. */
export function tQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  return df > 0 ? symmetricQuantile((t) => tTails(t, df), p, tail) : NaN;
}

/** The chi-square distribution: the sum of df squared normals, P(df/2, x/2) (Abramowitz & Stegun 1964, 26.4.19). */
export function chiSquareTails(x: number, df: number): Tails {
  return df > 0 ? incompleteGamma(df / 2, Math.max(0, x) / 2) : UNKNOWN_TAILS;
}

export function chiSquareQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  return df > 0 ? quantileOf((x) => chiSquareTails(x, df), p, tail) : NaN;
}

/**
 * The F distribution: the ratio of two chi-squares, each divided by its degrees of freedom. The upper tail is
 * I_x(df2/2, df1/2) with x = df2 / (df2 + df1 F) (Abramowitz & Stegun 1964, 26.6.2).
 */
export function fTails(f: number, df1: number, df2: number): Tails {
  if (!(df1 > 0) || !(df2 > 0)) return UNKNOWN_TAILS;
  if (df2 === Infinity) return chiSquareTails(f * df1, df1);
  const scaled = df1 * Math.max(0, f);
  if (scaled === Infinity) return { lower: 1, upper: 0 };
  const whole = df2 + scaled;
  const { lower, upper } = incompleteBeta(df2 / whole, df2 / 2, df1 / 2, scaled / whole);
  return { lower: upper, upper: lower };
}

export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  return df1 > 0 && df2 > 0 ? quantileOf((f) => fTails(f, df1, df2), p, tail) : NaN;
}

/** The point of the beta distribution with p below it: the bounds of a proportion's exact interval. */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  return a > 0 && b > 0 ? quantileOf((x) => incompleteBeta(x, a, b), p, tail, 1) : NaN;
}

/** The tails of a symmetric distribution at x, where `beyond` lies farther out than x on either side. */
function sided(x: number, beyond: number): Tails {
  const small = beyond / 2;
  return x < 0 ? { lower: small, upper: 1 - small } : { lower: 1 - small, upper: small };
}

function symmetricQuantile(tailsAt: (x: number) => Tails, p: number, tail: Tail): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  const small = Math.min(p, 1 - p);
  const size = quantileOf(
    (x) => ({ lower: 1 - 2 * tailsAt(x).upper, upper: 2 * tailsAt(x).upper }),
    2 * small,
    'upper',
  );
  return p < 0.5 === (tail === 'lower') ? -size : size;
}

import { arctan, exp } from '../elementary.js';

/** Probability that a standard normal number is below `x` (Marsaglia 2004, J. Stat. Software 11(4), the series). */
function normalBelow(x: number): number {
  let sum = x;
  let term = x;
  for (let i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) sum += term *= (x * x) / i;
  return 0.5 + (sum * exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The same for Student's t with whole degrees of freedom, as a finite sum (Abramowitz & Stegun 1964, 26.7.3-4). */
function studentBelow(t: number, df: number): number {
  const tangent = t / Math.sqrt(df);
  const angle = arctan(tangent);
  const square = 1 / (1 + tangent * tangent);
  const cosine = Math.sqrt(square);
  const sine = tangent * cosine;
  const odd = df % 2;
  let term = odd === 1 ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let i = 2 + odd; i <= df - 2; i += 2) sum += term *= ((i - 1) / i) * square;
  const within = odd === 1 ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return 0.5 + within / 2;
}

/**
 * The number of standard errors that an interval of this level (such as 0.95) reaches to either side. Few sampling
 * units say little about variation, so the interval is then wider; `df` null stands for infinitely many.
 */
export function reach(level: number, df: number | null): number {
  const below = (x: number): number =>
    df === null || df > 1000 ? normalBelow(x) : studentBelow(x, Math.max(1, Math.floor(df)));
  const wanted = (1 + level) / 2;
  let low = 0;
  let high = 1;
  while (below(high) < wanted && high < 1e6) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

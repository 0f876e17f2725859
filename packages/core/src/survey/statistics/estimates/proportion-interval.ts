import { betaQuantile, normalQuantile, tQuantile } from '../special/distributions.js';
import { reach } from '../design/figure.js';

/**
 * How to put an interval about a share. `logit` and `asin` are symmetric on a scale without ends; `beta` is the exact
 * one of Clopper and Pearson with an effective number of people, for small shares (Korn & Graubard 1998, Survey
 * Methodology 24:193-201); `wilson` is the score interval with the same number; `likelihood` inverts the Rao-Scott test;
 * `linear` is the estimate and t times its error on either side, which can pass 0 and 1.
 */
export type ProportionMethod = 'logit' | 'beta' | 'wilson' | 'asin' | 'likelihood' | 'linear';

export interface Interval {
  lower: number;
  upper: number;
}

/**
 * An interval about an estimated share p with the given standard error, from n answers. Where everybody or nobody is in
 * the share the error says nothing, and the exact interval of n answers is given.
 */
export function proportionInterval(
  p: number,
  error: number,
  { n, df, level = 0.95, method }: { n: number; df: number; level?: number; method: ProportionMethod },
): Interval {
  if (!(n > 0) || Number.isNaN(p) || Number.isNaN(error)) return { lower: NaN, upper: NaN };
  const alpha = 1 - level;
  // A mean of zeros and ones can miss 1 by rounding.
  if (p < 1e-12 || p > 1 - 1e-12) return clopperPearsonInterval(Math.round(p) * n, n, level);
  if (error === 0) return { lower: p, upper: p };
  const t = tQuantile(alpha / 2, df, 'upper');
  const within = p * (1 - p);
  switch (method) {
    case 'linear':
      return { lower: p - reach(t, error), upper: p + reach(t, error) };
    case 'logit': {
      const logit = Math.log(p / (1 - p));
      const of = (at: number) => 1 / (1 + Math.exp(-at));
      return { lower: of(logit - (t * error) / within), upper: of(logit + (t * error) / within) };
    }
    case 'asin': {
      const angle = Math.asin(Math.sqrt(p));
      const step = (t * error) / (2 * Math.sqrt(within));
      return {
        lower: Math.sin(Math.max(0, angle - step)) ** 2,
        upper: Math.sin(Math.min(Math.PI / 2, angle + step)) ** 2,
      };
    }
    case 'likelihood':
      return likelihoodInterval(p, ((n - 1) / n) * (within / error ** 2), t);
    case 'beta': {
      const count = effectiveCount(within / error ** 2, n, df, alpha);
      return clopperPearsonInterval(p * count, count, level);
    }
    case 'wilson': {
      const count = effectiveCount(within / error ** 2, n, df, alpha);
      return wilsonInterval(p * count, count, level);
    }
  }
}

/** p (1 - p) / variance people, made fewer because the variance is itself estimated (Korn & Graubard 1998). */
function effectiveCount(count: number, n: number, df: number, alpha: number): number {
  if (df === Infinity || n < 2) return count;
  return count * (tQuantile(alpha / 2, n - 1, 'upper') / tQuantile(alpha / 2, df, 'upper')) ** 2;
}

/**
 * The exact interval of a count x among n, which need not be whole: shares under which x is not too many and not too
 * few (Clopper & Pearson 1934, Biometrika 26:404-413).
 */
export function clopperPearsonInterval(x: number, n: number, level = 0.95): Interval {
  const alpha = (1 - level) / 2;
  return {
    lower: x <= 0 ? 0 : betaQuantile(alpha, x, n - x + 1),
    upper: x >= n ? 1 : betaQuantile(alpha, x + 1, n - x, 'upper'),
  };
}

/** The score interval of a count x among n: shares p with |x/n - p| within z errors of p (Wilson 1927, JASA 22:209-212). */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval {
  const z = normalQuantile((1 - level) / 2, 'upper');
  const p = x / n;
  const centre = p + z ** 2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z / (2 * n)) ** 2);
  const whole = 1 + z ** 2 / n;
  return { lower: x <= 0 ? 0 : (centre - half) / whole, upper: x >= n ? 1 : (centre + half) / whole };
}

/** Wilson's centre with the ordinary error about it (Agresti & Coull 1998, American Statistician 52:119-126). */
export function agrestiCoullInterval(x: number, n: number, level = 0.95): Interval {
  const z = normalQuantile((1 - level) / 2, 'upper');
  const count = n + z ** 2;
  const p = (x + z ** 2 / 2) / count;
  const half = z * Math.sqrt((p * (1 - p)) / count);
  return { lower: Math.max(0, p - half), upper: Math.min(1, p + half) };
}

/** Shares q with 2 count (p log(p/q) + (1-p) log((1-p)/(1-q))) <= t^2, for an effective count (Rao & Scott 1984). */
function likelihoodInterval(p: number, count: number, t: number): Interval {
  const drop = (q: number) => 2 * count * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q)));
  const edge = (end: number) => {
    let [inside, outside] = [p, end];
    for (let round = 0; round < 100; round++) {
      const middle = (inside + outside) / 2;
      if (drop(middle) > t * t) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  return { lower: edge(0), upper: edge(1) };
}

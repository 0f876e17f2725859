import type { Interval } from '../estimates/proportion-interval.js';
import { logFactorials } from './fisher-exact.js';

/** How many times the odds in the first row are those in the second. */
export interface OddsRatio {
  /** a d / (b c). */
  sample: number;
  /** The likeliest odds ratio with both margins as they are; a little nearer 1. */
  conditional: number;
  /** Odds ratios under which so large and so small a first cell are both credible (Cornfield 1956). */
  interval: Interval;
}

/**
 * The odds ratio of a two by two table, exactly. With both margins given, the first cell follows the noncentral
 * hypergeometric distribution, P(x) proportional to C(row, x) C(other row, column - x) ratio^x (Agresti 2002,
 * Categorical Data Analysis, 3.5-3.6).
 */
export function oddsRatio(
  [[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]],
  level = 0.95,
): OddsRatio {
  const [row, other, column] = [a + b, c + d, a + c];
  const least = Math.max(0, column - other);
  const most = Math.min(row, column);
  const logs = logFactorials(row + other);
  const choose = (n: number, k: number) => logs[n]! - logs[k]! - logs[n - k]!;
  const base = Array.from(
    { length: most - least + 1 },
    (_, i) => choose(row, least + i) + choose(other, column - least - i),
  );
  const chances = (logRatio: number) => {
    const exponents = base.map((log, i) => log + logRatio * i);
    const top = Math.max(...exponents);
    const raw = exponents.map((exponent) => Math.exp(exponent - top));
    const sum = raw.reduce((all, chance) => all + chance, 0);
    return raw.map((chance) => chance / sum);
  };
  const mean = (logRatio: number) =>
    chances(logRatio).reduce((sum, chance, i) => sum + chance * (least + i), 0);
  const tail = (logRatio: number, keep: (x: number) => boolean) =>
    chances(logRatio).reduce((sum, chance, i) => (keep(least + i) ? sum + chance : sum), 0);
  const alpha = (1 - level) / 2;
  return {
    sample: (a * d) / (b * c),
    conditional: a === least ? 0 : a === most ? Infinity : rising(mean, a),
    interval: {
      lower: a === least ? 0 : rising((at) => tail(at, (x) => x >= a), alpha),
      upper: a === most ? Infinity : rising((at) => -tail(at, (x) => x <= a), -alpha),
    },
  };
}

/** exp of the point at which a rising function reaches a target, by halving. */
function rising(of: (at: number) => number, target: number): number {
  let [low, high] = [-50, 50];
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (of(middle) < target) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

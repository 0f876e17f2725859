import type { Numbers } from '../design/columns.js';
import { chiSquareTails, fTails, normalTails, tQuantile, tTails } from '../special/distributions.js';

// Tests as if everybody counted alike: for samples without weights, and to set beside the design-based ones.

/** Welch's t test: do two groups have the same mean, without assuming the same spread (Welch 1947, Biometrika 34:28-35). */
export function welchTest(
  a: Numbers,
  b: Numbers,
  level = 0.95,
): { difference: number; t: number; df: number; p: number; lower: number; upper: number } {
  const [one, two] = [moments(a), moments(b)];
  const [va, vb] = [one.variance / one.n, two.variance / two.n];
  const error = Math.sqrt(va + vb);
  const df = (va + vb) ** 2 / (va ** 2 / (one.n - 1) + vb ** 2 / (two.n - 1));
  const difference = one.mean - two.mean;
  const t = difference / error;
  const half = tQuantile((1 - level) / 2, df, 'upper') * error;
  return {
    difference,
    t,
    df,
    p: 2 * tTails(Math.abs(t), df).upper,
    lower: difference - half,
    upper: difference + half,
  };
}

/** One-way analysis of variance: the spread between groups' means against that within (Fisher 1925). */
export function anova(groups: readonly Numbers[]): { f: number; df1: number; df2: number; p: number } {
  const each = groups.map(moments);
  const n = each.reduce((sum, group) => sum + group.n, 0);
  const mean = each.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
  const between = each.reduce((sum, group) => sum + group.n * (group.mean - mean) ** 2, 0);
  const within = each.reduce((sum, group) => sum + group.squares, 0);
  const df1 = groups.length - 1;
  const df2 = n - groups.length;
  const f = between / df1 / (within / df2);
  return { f, df1, df2, p: fTails(f, df1, df2).upper };
}

/** Kruskal and Wallis's test: analysis of variance of ranks, corrected for ties (Kruskal & Wallis 1952, JASA 47:583-621). */
export function kruskalWallis(groups: readonly Numbers[]): { h: number; df: number; p: number } {
  const { sums, ties, n } = rankSums(groups);
  const spread = sums.reduce((sum, ranks, g) => sum + ranks ** 2 / groups[g]!.length, 0);
  const h = ((12 / (n * (n + 1))) * spread - 3 * (n + 1)) / (1 - ties / (n ** 3 - n));
  const df = groups.length - 1;
  return { h, df, p: chiSquareTails(h, df).upper };
}

/**
 * Wilcoxon's rank sum test, also Mann and Whitney's: w counts the pairs in which a is above b, ties by half. p is by the
 * normal approximation with corrections for ties and continuity (Mann & Whitney 1947; Lehmann 1975, 1.4).
 */
export function wilcoxonRankSum(a: Numbers, b: Numbers): { w: number; p: number } {
  const { sums, ties, n } = rankSums([a, b]);
  const w = sums[0]! - (a.length * (a.length + 1)) / 2;
  const away = w - (a.length * b.length) / 2;
  const variance = ((a.length * b.length) / 12) * (n + 1 - ties / (n * (n - 1)));
  const z = Math.max(0, Math.abs(away) - 0.5) / Math.sqrt(variance);
  return { w, p: Math.min(1, 2 * normalTails(z).upper) };
}

/**
 * Cronbach's alpha: how far items measure one thing, k / (k - 1) (1 - sum of item variances / variance of the sum), over
 * the rows that answered them all (Cronbach 1951, Psychometrika 16:297-334).
 */
export function cronbachAlpha(items: readonly Numbers[]): { alpha: number; n: number } {
  const rows = Array.from({ length: items[0]?.length ?? 0 }, (_, row) => row).filter((row) =>
    items.every((item) => !Number.isNaN(item[row])),
  );
  const variances = items.map((item) => moments(rows.map((row) => item[row]!)).variance);
  const sums = moments(rows.map((row) => items.reduce((sum, item) => sum + item[row]!, 0)));
  const k = items.length;
  const apart = variances.reduce((sum, variance) => sum + variance, 0) / sums.variance;
  return { alpha: (k / (k - 1)) * (1 - apart), n: rows.length };
}

function moments(values: Numbers): { n: number; mean: number; squares: number; variance: number } {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n: all.length, mean, squares, variance: squares / (all.length - 1) };
}

/** The sum of midranks in each group, and the sum over ties of t^3 - t. */
function rankSums(groups: readonly Numbers[]): { sums: number[]; ties: number; n: number } {
  const all = groups
    .flatMap((group, g) => Array.from(group, (value) => ({ value, g })))
    .sort((a, b) => a.value - b.value);
  const sums = groups.map(() => 0);
  let ties = 0;
  for (let from = 0, to = 0; from < all.length; from = to) {
    for (to = from; to < all.length && all[to]!.value === all[from]!.value;) to++;
    for (const { g } of all.slice(from, to)) sums[g]! += (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
  }
  return { sums, ties, n: all.length };
}

import type { Matrix } from '../special/matrix.js';

/** Whether two ordered variables rise together, from -1 to 1. */
export interface OrdinalAssociation {
  /** (concordant - discordant) / (concordant + discordant) pairs (Goodman & Kruskal 1954, JASA 49:732-764). */
  gamma: number;
  /** The same difference against pairs that are untied in either, averaged (Kendall 1945, Biometrika 33:239-251). */
  tauB: number;
  /** The correlation of midranks (Spearman 1904). */
  spearman: number;
}

/** Measures of association of a table with ordered rows and columns; the counts may be weighted. */
export function ordinalAssociation(counts: Matrix): OrdinalAssociation {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (counts[0] ?? []).map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  let concordant = 0;
  let discordant = 0;
  for (const [i, row] of counts.entries()) {
    for (const [j, count] of row.entries()) {
      for (const below of counts.slice(i + 1)) {
        for (const [k, other] of below.entries()) {
          if (k > j) concordant += count * other;
          else if (k < j) discordant += count * other;
        }
      }
    }
  }
  const untied = (margin: readonly number[]) =>
    (n * n - margin.reduce((sum, count) => sum + count * count, 0)) / 2;
  return {
    gamma: (concordant - discordant) / (concordant + discordant),
    tauB: (concordant - discordant) / Math.sqrt(untied(rows) * untied(columns)),
    spearman: correlation(counts, midranks(rows, n), midranks(columns, n)),
  };
}

/** The middle rank of each category, less the middle of all. */
function midranks(margin: readonly number[], n: number): number[] {
  let before = 0;
  return margin.map((count) => {
    const rank = before + count / 2 - n / 2;
    before += count;
    return rank;
  });
}

function correlation(counts: Matrix, x: readonly number[], y: readonly number[]): number {
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, row] of counts.entries()) {
    for (const [j, count] of row.entries()) {
      xy += count * x[i]! * y[j]!;
      xx += count * x[i]! ** 2;
      yy += count * y[j]! ** 2;
    }
  }
  return xy / Math.sqrt(xx * yy);
}

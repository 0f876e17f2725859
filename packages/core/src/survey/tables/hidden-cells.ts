/**
 * The cells of a table that must not be told: those with fewer persons than `smallest` (but not none), and as many more as
 * it takes so that no hidden cell follows from its row or column and their totals: where a line hides one cell alone, its
 * smallest other one goes too (Hundepool et al. 2012, Statistical Disclosure Control, 4.3). A table of one row has no columns
 * to add up.
 */
export function hiddenCells(n: readonly (readonly number[])[], smallest: number): boolean[][] {
  const hidden = n.map((row) => row.map((count) => count > 0 && count < smallest));
  const width = n[0]?.length ?? 0;
  const lines: [number, number][][] = n.map((row, i) => row.map((_, j) => [i, j]));
  if (n.length > 1) for (let j = 0; j < width; j++) lines.push(n.map((_, i) => [i, j]));
  for (let again = true; again;) {
    again = false;
    for (const line of lines) {
      if (line.filter(([i, j]) => hidden[i]![j]).length !== 1) continue;
      const others = line.filter(([i, j]) => !hidden[i]![j] && n[i]![j]! > 0);
      const next = others.toSorted(([a, b], [c, d]) => n[a]![b]! - n[c]![d]!)[0];
      if (!next) continue;
      hidden[next[0]]![next[1]] = true;
      again = true;
    }
  }
  return hidden;
}

import { expect, test } from 'vitest';
import { collapse } from './patterns.js';
import { randomStream } from './random.js';

/** Patterns by the plain way: a row as text, in a map. */
function plainly(columns: readonly ArrayLike<number>[], dropIncomplete: boolean, weights: number[]) {
  const sums = new Map<string, number>();
  for (const [row, weight] of weights.entries()) {
    const codes = columns.map((column) => column[row]! || 0);
    if (codes.every((code) => code === 0) || (dropIncomplete && codes.includes(0))) continue;
    sums.set(codes.join(), (sums.get(codes.join()) ?? 0) + weight);
  }
  return sums;
}

test('any number of indicators and categories collapses as the plain way would (kept seeds)', () => {
  for (const seed of [1, 2, 3, 5, 8, 13, 21, 34]) {
    const random = randomStream(seed);
    const below = (n: number): number => Math.floor(random() * n);
    // More rows than a strip, more patterns than the first table, more bits than a word.
    const rows = 1 + below(7000);
    const highest = Array.from({ length: 1 + below(30) }, () => 2 + below(random() < 0.2 ? 254 : 4));
    const columns = highest.map((codes, item) => {
      const kind = [Uint8Array, Int32Array, Float64Array][item % 3]!;
      return kind.from(Array.from({ length: rows }, () => below(codes + 1) || (item % 3 === 2 ? NaN : 0)));
    });
    const weights = Array.from({ length: rows }, () => below(4) / 2);
    const dropIncomplete = random() < 0.5;
    const { patterns, used, empty, incomplete } = collapse(columns, highest, { dropIncomplete, weights });
    const items = columns.length;
    const found = new Map(
      Array.from(patterns.patternWeights, (weight, u) => [
        patterns.patternCodes.subarray(u * items, (u + 1) * items).join(),
        weight,
      ]),
    );
    expect(found).toEqual(plainly(columns, dropIncomplete, weights));
    expect(patterns.patternOfRow.filter((pattern) => pattern < 0)).toHaveLength(empty + incomplete);
    const inUse = weights.filter((weight, row) => weight > 0 && patterns.patternOfRow[row]! >= 0);
    expect(used).toBe(inUse.length);
    for (const row of [0, rows >> 1, rows - 1]) {
      const u = patterns.patternOfRow[row]!;
      if (u < 0) continue;
      expect([...patterns.patternCodes.subarray(u * items, (u + 1) * items)]).toEqual(
        columns.map((column) => column[row]! || 0),
      );
    }
  }
});

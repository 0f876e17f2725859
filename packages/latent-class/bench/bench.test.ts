import { expect, test } from 'vitest';
import { bench } from './bench.js';

test('the fast fit is many times faster than textbook EM on the same starts', () => {
  const lines: string[] = [];
  const rows = bench((line) => lines.push(line), { repeats: 1, starts: 4, timed: 5, upTo: 2 });
  expect(rows.map((row) => row.classes)).toEqual([1, 2]);
  expect(lines).toHaveLength(2);
  // The real ratio is far higher; this only catches a collapse.
  expect(rows[1]!.ratio).toBeGreaterThan(5);
});

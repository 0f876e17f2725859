import { expect, test } from 'vitest';
import { bench } from './bench.js';

test('the fast fit is several times faster than textbook EM on the same starts', () => {
  const lines: string[] = [];
  const rows = bench((line) => lines.push(line), 1, 1);
  expect(rows.map((row) => row.classes)).toEqual([1, 2, 3, 4]);
  expect(lines).toHaveLength(5);
  // The real ratio is far higher; this only catches a collapse.
  expect(rows[2]!.ratio).toBeGreaterThan(5);
});

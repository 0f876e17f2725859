import { expect, test } from 'vitest';
import { certainty, placedRows } from './certainty.js';
import { indicators } from './data.js';
import { fit } from './fit.js';
import { posterior } from './posterior.js';
import { simulate } from './simulate.js';

const names = ['a', 'b', 'c', 'd'];
const probs = names.map(() => [0.15, 0.85].map((p) => [p, 1 - p]));
const columns = simulate({ shares: [0.6, 0.4], probs }, 500, 3).columns.map((column) => [...column]);
for (const column of columns) column[7] = 0;
const weights = Float64Array.from({ length: 500 }, (_, row) => row % 4);
const data = indicators(columns, { names, weights, missing: 'fiml' });
const placed = posterior(fit(data, { classes: 2, starts: { screened: 20, finished: 5 } }), data);
const bands = certainty(placed, data);

test('rows and weights of every class are counted by band as a loop over rows counts them', () => {
  expect(bands.bands).toEqual([
    { from: 0.9, below: 1 },
    { from: 0.7, below: 0.9 },
    { from: 0, below: 0.7 },
  ]);
  const scale = data.n / weights.reduce((sum, weight, row) => sum + (row === 7 ? 0 : weight), 0);
  for (let k = 0; k < 2; k++) {
    for (const [band, { from, below }] of bands.bands.entries()) {
      const rows = [...placed.modal.keys()].filter((row) => {
        const p = placed.probabilities[2 * row + k]!;
        return placed.modal[row] === k && p >= from && (p < below || band === 0);
      });
      expect(bands.counts[k]![band]!.rows).toBe(rows.length);
      const weight = rows.reduce((sum, row) => sum + weights[row]! * scale, 0);
      expect(bands.counts[k]![band]!.weight).toBeCloseTo(weight, 8);
    }
  }
});

test('somebody without an answer has no band and is in no list', () => {
  expect(bands.bandOfRow[7]).toBe(-1);
  expect(placedRows(placed, bands).some(({ row }) => row === 7)).toBe(false);
  expect(placedRows(placed, bands)).toHaveLength(499);
});

test('the rows of a class and band are listed with the most certain first', () => {
  const rows = placedRows(placed, bands, { inClass: 1, band: 0 });
  expect(rows).toHaveLength(bands.counts[1]![0]!.rows);
  expect(rows.every(({ inClass, probability }) => inClass === 1 && probability >= 0.9)).toBe(true);
  expect(rows.map(({ probability }) => probability)).toEqual(
    rows.map(({ probability }) => probability).toSorted((a, b) => b - a),
  );
});

test('limits can be chosen, and must fall', () => {
  expect(certainty(placed, data, [0.8]).bands).toHaveLength(2);
  expect(() => certainty(placed, data, [0.7, 0.9])).toThrow('falling numbers');
  expect(() => certainty(placed, data, [1.2])).toThrow('falling numbers');
});

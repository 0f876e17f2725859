import { expect, test } from 'vitest';
import { reach } from './quantile.js';

test.each([
  [0.95, null, 1.959963985],
  [0.99, null, 2.575829304],
  [0.999, null, 3.290526731],
  [0.95, 1, 12.70620474],
  [0.95, 2, 4.30265273],
  [0.95, 3, 3.182446305],
  [0.9, 7, 1.894578605],
  [0.95, 10, 2.228138852],
  [0.95, 18, 2.10092204],
  [0.95, 50, 2.008559112],
  [0.95, 1_000_000, 1.959963985],
])('an interval of level %d with %d degrees of freedom reaches %d standard errors', (level, df, expected) => {
  expect(reach(level, df)).toBeCloseTo(expected, 7);
});

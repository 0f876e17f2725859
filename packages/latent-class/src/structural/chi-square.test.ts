import { expect, test } from 'vitest';
import { chiSquareUpper, logGamma } from './chi-square.js';
import { differences, wald } from './wald.js';

test.each([
  // Abramowitz & Stegun 1964, table 26.8: the 5 % points.
  [3.841458820694124, 1, 0.05],
  [18.307038053275146, 10, 0.05],
  [124.3421134, 100, 0.05],
  [0.0039321400000195, 1, 0.95],
  // Far in the tail, where 1 - cdf gives 0: R's pchisq(100, 1, lower.tail = FALSE).
  [100, 1, 1.523970604832105e-23],
  [1e-9, 2, 1 - 5e-10],
])('chi-square of %f with %i degrees of freedom is exceeded with probability %f', (x, df, p) => {
  expect(chiSquareUpper(x, df) / p).toBeCloseTo(1, 7);
});

test('two degrees of freedom are an exponential', () => {
  for (const x of [0.1, 1, 5, 50, 500]) expect(chiSquareUpper(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
});

test('the ends of the scale', () => {
  expect(chiSquareUpper(0, 3)).toBe(1);
  expect(chiSquareUpper(Infinity, 3)).toBe(0);
  expect(chiSquareUpper(NaN, 3)).toBeNaN();
  expect(chiSquareUpper(1, 0)).toBeNaN();
});

test('logGamma is the logarithm of a factorial', () => {
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 11);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});

test('a Wald test by hand: two independent estimates of 2 and 3 with variance 1', () => {
  expect(wald([2, 3], [1, 0, 0, 1])).toMatchObject({
    statistic: 13,
    df: 2,
    p: expect.closeTo(Math.exp(-6.5), 12),
  });
  // Their difference is -1 with variance 2.
  expect(wald([2, 3], [1, 0, 0, 1], differences(2))).toMatchObject({
    statistic: expect.closeTo(0.5, 12),
    df: 1,
  });
  expect(wald([2, 3], [0, 0, 0, 1])).toBeUndefined();
});

test('differences compare the first group with each other one', () => {
  expect(differences(3)).toEqual([
    [1, -1, 0],
    [1, 0, -1],
  ]);
  expect(differences(2, 2)).toEqual([
    [1, 0, -1, 0],
    [0, 1, 0, -1],
  ]);
});

import { describe, expect, test } from 'vitest';
import { chiSquareMixUpper } from './chi-square-mix.js';
import {
  betaQuantile,
  chiSquareQuantile,
  chiSquareTails,
  fQuantile,
  fTails,
  normalQuantile,
  normalTails,
  tQuantile,
  tTails,
} from './distributions.js';
import { incompleteBeta } from './incomplete-beta.js';
import { logGamma } from './log-gamma.js';

/** Nothing where right to a part in 10^12, however small; else what is wrong. */
function far(got: number, expected: number): unknown[] {
  return Math.abs(got / expected - 1) < 1e-12 ? [] : [{ got, expected }];
}

describe('log gamma', () => {
  test.each([
    [0.5, Math.log(Math.PI) / 2],
    [11, Math.log(3628800)],
    // 0.25: Abramowitz & Stegun 1964, table 1.1, gamma(1/4) = 3.625609908221908.
    [0.25, Math.log(3.625609908221908)],
  ])('of %d', (x, expected) => expect(far(logGamma(x), expected)).toEqual([]));

  test('has its zeros where they are, and digits beside them', () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    // log gamma(1 + y) = -Euler y + (pi^2 / 12) y^2 - ...
    expect(
      far(logGamma(1 + 2 ** -30), -0.5772156649015329 * 2 ** -30 + (Math.PI ** 2 / 12) * 2 ** -60),
    ).toEqual([]);
    expect(far(logGamma(1e6), 12815504.569147611)).toEqual([]);
  });

  test('steps up as it should everywhere: gamma(x + 1) = x gamma(x)', () => {
    for (let x = 0.05; x < 30; x += 0.0371) {
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(5e-14);
    }
  });
});

describe('tails', () => {
  // Abramowitz & Stegun 1964, tables 26.1 and 26.2, with more digits by 40-digit arithmetic.
  test.each([
    [1, 0.15865525393145705],
    [1.96, 0.024997895148220435],
    [5, 2.866515718791939e-7],
    [12, 1.776482112077679e-33],
    [37, 5.725571222524577e-300],
  ])('normal beyond %d', (z, expected) => {
    expect(far(normalTails(z).upper, expected)).toEqual([]);
    expect(far(normalTails(-z).lower, expected)).toEqual([]);
  });

  test.each([
    [100, 1, 1.523970604832094e-23],
    [3, 5, 0.6999858358786276],
    [3000, 1000, 1.643684584356955e-198],
    [1, 0.1, 0.028682628755836027],
  ])('chi-square beyond %d with %d degrees of freedom', (x, df, expected) => {
    expect(far(chiSquareTails(x, df).upper, expected)).toEqual([]);
  });

  test('two degrees of freedom are exponential, and the lower tail keeps its digits', () => {
    expect(far(chiSquareTails(1400, 2).upper, Math.exp(-700))).toEqual([]);
    expect(far(chiSquareTails(1e-12, 2).lower, -Math.expm1(-5e-13))).toEqual([]);
    expect(far(chiSquareTails(300, 1000).lower, 9.32013053236425e-112)).toEqual([]);
  });

  test.each([
    [2, 100_000, 0.022751481728751233],
    [0.7, 100_000, 0.24196446642366107],
    [50, 1000, 1.3793362061625824e-274],
  ])('t beyond %d with %d degrees of freedom', (t, df, expected) =>
    expect(far(tTails(t, df).upper, expected)).toEqual([]),
  );

  test('t with one degree of freedom is Cauchy, with two it has a formula', () => {
    expect(far(tTails(50, 1).upper, Math.atan(1 / 50) / Math.PI)).toEqual([]);
    expect(far(tTails(1e8, 1).upper, 1 / (1e8 * Math.PI))).toEqual([]);
    expect(far(tTails(3, 2).upper, (1 - 3 / Math.sqrt(11)) / 2)).toEqual([]);
    expect(tTails(1.3, Infinity)).toEqual(normalTails(1.3));
  });

  test('F with two over df is a power, and F is t squared', () => {
    expect(far(fTails(17, 2, 40).upper, (1 + (2 * 17) / 40) ** -20)).toEqual([]);
    expect(far(fTails(9e4, 2, 8).upper, (1 + (2 * 9e4) / 8) ** -4)).toEqual([]);
    expect(far(fTails(6.25, 1, 13.5).upper, 2 * tTails(2.5, 13.5).upper)).toEqual([]);
    expect(fTails(3, 2, Infinity)).toEqual(chiSquareTails(6, 2));
  });

  test('the beta distribution is a binomial tail for whole numbers, and turns round', () => {
    // P(at least 3 of 8 | 0.1) = 1 - 0.9^8 - 8 (0.1) 0.9^7 - 28 (0.01) 0.9^6
    expect(far(incompleteBeta(0.1, 3, 6).lower, 1 - 0.9 ** 8 - 0.8 * 0.9 ** 7 - 0.28 * 0.9 ** 6)).toEqual([]);
    for (const x of [0.01, 0.3, 0.77])
      expect(far(incompleteBeta(x, 2.5, 0.7).upper, incompleteBeta(1 - x, 0.7, 2.5).lower)).toEqual([]);
  });

  test('what is no distribution is no number', () => {
    expect([tTails(1, 0).upper, chiSquareTails(NaN, 2).upper, fTails(1, -1, 3).upper, logGamma(0)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe('quantiles', () => {
  test('are those of the tables', () => {
    expect(far(normalQuantile(0.975), 1.959963984540054)).toEqual([]);
    expect(far(tQuantile(0.975, 14), 2.144786687917804)).toEqual([]);
    expect(far(chiSquareQuantile(0.95, 1), 3.841458820694124)).toEqual([]);
    expect(far(fQuantile(0.95, 3, 20), 3.098391212140781)).toEqual([]);
    expect(far(betaQuantile(0.025, 3, 9), 0.06021773417290665)).toEqual([]);
  });

  test('reach into the far tail, on either side', () => {
    expect(far(normalQuantile(1e-30, 'upper'), 11.464024688443613)).toEqual([]);
    expect(far(normalQuantile(1e-30), -11.464024688443613)).toEqual([]);
    expect(far(chiSquareQuantile(1.523970604832094e-23, 1, 'upper'), 100)).toEqual([]);
  });

  test('go round: the quantile of a tail is where it was taken', () => {
    for (const df of [0.7, 1, 3, 30, 400]) {
      for (const p of [1e-40, 1e-6, 0.2, 0.5, 0.8]) {
        expect(far(chiSquareTails(chiSquareQuantile(p, df, 'upper'), df).upper, p)).toEqual([]);
        expect(far(fTails(fQuantile(p, df, 7, 'upper'), df, 7).upper, p)).toEqual([]);
        expect(far(tTails(Math.abs(tQuantile(p / 2, df)), df).upper, p / 2)).toEqual([]);
      }
    }
    expect([normalQuantile(0.5), chiSquareQuantile(0, 3), chiSquareQuantile(1, 3), tQuantile(2, 3)]).toEqual([
      0,
      0,
      Infinity,
      NaN,
    ]);
  });
});

test('a mixture of equal chi-squares is a chi-square, to within the approximation', () => {
  for (const x of [5, 20, 60, 200]) {
    const ratio = chiSquareMixUpper(1.7 * x, [1.7, 1.7, 1.7], [1, 1, 1]) / chiSquareTails(x, 3).upper;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  }
});

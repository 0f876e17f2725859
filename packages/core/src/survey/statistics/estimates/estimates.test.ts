import { describe, expect, test } from 'vitest';
import { surveyDesign } from '../design/survey-design.js';
import { clopperPearsonInterval, proportionInterval, wilsonInterval } from './proportion-interval.js';
import { surveyProportion, surveyProportions } from './survey-proportion.js';
import { surveyQuantile } from './survey-quantile.js';
import { surveyRatio } from './survey-ratio.js';
import { surveyVariance } from './survey-variance.js';

const simple = (rows: number) => surveyDesign({ rows });

// Newcombe 1998, Statistics in Medicine 17:857-872, table I: methods 3 and 5.
test.each([
  [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
  [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
  [0, 20, [0, 0.1611], [0, 0.1684]],
  [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
])('%d of %d: the score interval and the exact one', (x, n, score, exact) => {
  const four = ({ lower, upper }: { lower: number; upper: number }) =>
    [lower, upper].map((at) => Number(at.toFixed(4)));
  expect([four(wilsonInterval(x, n)), four(clopperPearsonInterval(x, n))]).toEqual([score, exact]);
});

describe('a share', () => {
  const smoked = ['ja', 'nej', 'nej', 'ja', 'nej', '', 'nej', 'nej'];

  test('is a mean of ones, and those without an answer are in no share', () => {
    const { estimate, error, n, designEffect } = surveyProportion(simple(8), smoked, 'ja');
    expect(estimate).toBeCloseTo(2 / 7, 14);
    // p (1 - p) / (n - 1), and the missing row stays in the design: 8 / 7 x 6 / 7 of it.
    expect(error ** 2).toBeCloseTo((((2 / 7) * (5 / 7)) / 6) * ((8 / 7) * (6 / 7)), 14);
    expect(n).toBe(7);
    expect(designEffect).toBeCloseTo((8 / 7) * (6 / 7), 14);
    expect(surveyProportions(simple(8), smoked).map(({ level }) => level)).toEqual(['ja', 'nej']);
  });

  test('of everybody or nobody has the exact interval', () => {
    const none = surveyProportion(simple(8), smoked, 'måske');
    expect([none.estimate, none.error, none.lower]).toEqual([0, 0, 0]);
    // 1 - 0.025^(1/7)
    expect(none.upper).toBeCloseTo(1 - 0.025 ** (1 / 7), 12);
  });

  test.each(['logit', 'beta', 'wilson', 'asin', 'likelihood'] as const)(
    'stays within 0 and 1: %s',
    (method) => {
      const { lower, upper } = proportionInterval(0.01, 0.009, { n: 100, df: 20, method });
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThan(0.01);
      expect(upper).toBeGreaterThan(0.01);
      expect(upper).toBeLessThan(0.2);
    },
  );

  test('a simple random sample has Wilson and Clopper-Pearson back', () => {
    const of = (method: 'wilson' | 'beta') =>
      proportionInterval(0.1, Math.sqrt((0.1 * 0.9) / 200), { n: 200, df: Infinity, method });
    expect(of('wilson').lower).toBeCloseTo(wilsonInterval(20, 200).lower, 12);
    expect(of('beta').upper).toBeCloseTo(clopperPearsonInterval(20, 200).upper, 12);
  });
});

test('a ratio worked by hand', () => {
  // 9 / 6 = 1.5; residuals 0.5, -1, 0.5 over 6; 3 / 2 x their squares.
  const { estimate, error } = surveyRatio(simple(3), [2, 2, 5], [1, 2, 3]);
  expect(estimate).toBe(1.5);
  expect(error ** 2).toBeCloseTo((1.5 * (0.25 + 1 + 0.25)) / 36, 14);
});

test('the variance is the ordinary one when weights are equal', () => {
  expect(surveyVariance(simple(4), [1, 2, 3, 6]).estimate).toBeCloseTo(14 / 3, 14);
});

describe('a quantile', () => {
  test('is the first value that enough weight is at or below', () => {
    const design = surveyDesign({ weights: [1, 1, 2] });
    const at = (p: number) => surveyQuantile(design, [30, 10, 20], p).estimate;
    expect([0.2, 0.25, 0.3, 0.75, 0.8, 1].map(at)).toEqual([10, 10, 20, 20, 30, 30]);
  });

  test('has its interval where the bounds of its share are', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    const { estimate, lower, upper } = surveyQuantile(simple(100), values, 0.5, { df: Infinity });
    // 0.5 +- 1.96 sqrt(0.25 / 99)
    expect([estimate, lower, upper]).toEqual([50, 41, 60]);
    expect(surveyQuantile(simple(3), [1, 2, 3], 0.5).lower).toBeNaN();
    expect(surveyQuantile(simple(2), [NaN, NaN], 0.5).estimate).toBeNaN();
  });
});

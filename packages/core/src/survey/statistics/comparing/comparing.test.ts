import { describe, expect, test } from 'vitest';
import { surveyDesign } from '../design/survey-design.js';
import { anova, cronbachAlpha, kruskalWallis, welchTest, wilcoxonRankSum } from './simple-tests.js';
import { surveyRankTest } from './survey-rank-test.js';
import { surveyRegression } from './survey-regression.js';
import { surveyTTest } from './survey-t-test.js';

const a = [1, 2, 3, 4];
const b = [3, 5, 7];
const both = [...a, ...b];
const group = [1, 1, 1, 1, 0, 0, 0];
const design = surveyDesign({ rows: 7 });

test('regression through three points, worked by hand', () => {
  const { coefficients, df, n } = surveyRegression(
    surveyDesign({ rows: 3 }),
    [1, 3, 2],
    [{ name: 'x', values: [0, 1, 2] }],
  );
  expect(coefficients.map(({ estimate }) => Number(estimate.toFixed(12)))).toEqual([1.5, 0.5]);
  // Residuals -0.5, 1, -0.5; the slope is moved by (x - 1) / 2 times them: 0.25, 0, -0.25; 3 / 2 their squares.
  expect(coefficients[1]!.error ** 2).toBeCloseTo(1.5 * (2 * 0.0625), 14);
  expect([df, n]).toEqual([1, 3]);
});

test('a logit on one indicator is the log odds ratio of its table', () => {
  // Among those in the group 3 of 4, among the others 1 of 3.
  const { coefficients } = surveyRegression(design, [1, 1, 1, 0, 1, 0, 0], [{ name: 'g', values: group }], {
    kind: 'logit',
  });
  expect(coefficients[0]!.estimate).toBeCloseTo(Math.log(1 / 2), 10);
  expect(coefficients[1]!.estimate).toBeCloseTo(Math.log(6), 10);
});

test.each([
  ['terms that say the same', [1, 0, 1, 0, 1, 0, 0], [group, group], 'dependent'],
  ['an outcome that a term tells outright', [1, 1, 1, 1, 0, 0, 0], [group], 'separated'],
])('%s have no regression', (_, outcome, terms, reason) => {
  const named = terms.map((values, i) => ({ name: `t${i}`, values }));
  expect(() => surveyRegression(design, outcome, named, { kind: 'logit' })).toThrow(reason);
});

describe('a difference between two groups', () => {
  test('is the difference in means, with one degree of freedom less than the design', () => {
    const { estimate, df, p } = surveyTTest(design, both, group);
    expect(estimate).toBeCloseTo(2.5 - 5, 12);
    expect(df).toBe(5);
    expect(p).toBeGreaterThan(0.01);
    expect(p).toBeLessThan(0.15);
  });

  test('Welch by hand: -2.5 over sqrt(5 / 12 + 4 / 3)', () => {
    const { t, df } = welchTest(a, b);
    const [va, vb] = [5 / 12, 4 / 3];
    expect(t).toBeCloseTo(-2.5 / Math.sqrt(va + vb), 12);
    expect(df).toBeCloseTo((va + vb) ** 2 / (va ** 2 / 3 + vb ** 2 / 2), 12);
  });

  test('ranks: w counts pairs, ties by half', () => {
    // 3 ties 3; 4 is above 3.
    expect(wilcoxonRankSum(a, b).w).toBe(1.5);
    expect(wilcoxonRankSum(b, a).w).toBe(10.5);
    expect(wilcoxonRankSum(a, b).p).toBeCloseTo(wilcoxonRankSum(b, a).p, 12);
  });

  test('two groups are tested alike by rank test and by more than two', () => {
    const { f, df1, df2, p } = surveyRankTest(design, both, group);
    expect([df1, df2]).toEqual([1, 5]);
    expect(f).toBeGreaterThan(3);
    expect(p).toBeLessThan(0.15);
    expect(
      surveyRankTest(
        design,
        both,
        group.map(() => 1),
      ).p,
    ).toBeNaN();
  });
});

test('analysis of variance by hand, and its shadow in ranks', () => {
  // Means 2, 3, 7 about 4: between 3 (4 + 1 + 9) = 42; within 6, on 2 and 6.
  expect(
    anova([
      [1, 2, 3],
      [2, 3, 4],
      [6, 7, 8],
    ]),
  ).toMatchObject({ f: 21, df1: 2, df2: 6 });
  // Without ties, rank sums 6, 15, 24: 12 / 90 (12 + 75 + 192) - 30.
  expect(
    kruskalWallis([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]).h,
  ).toBeCloseTo(7.2, 12);
});

test('items that say the same have an alpha of one; a row with a gap is left out', () => {
  expect(
    cronbachAlpha([
      [1, 2, 3, NaN],
      [1, 2, 3, 4],
    ]),
  ).toEqual({ alpha: 1, n: 3 });
});

import { answered, levelsOf, type Codes, type Numbers } from '../design/columns.js';
import type { FigureOptions } from '../design/figure.js';
import { surveyDf, type SurveyDesign } from '../design/survey-design.js';
import { fTails } from '../special/distributions.js';
import { choleskyOf, forward } from '../special/matrix.js';
import { surveyRegression } from './survey-regression.js';

/** Whether groups differ in rank. */
export interface SurveyRankTest {
  /** The Wald chi-square of the groups' differences in mean rank, over its degrees of freedom. */
  f: number;
  df1: number;
  df2: number;
  p: number;
}

/**
 * Kruskal and Wallis's test under a design (Wilcoxon's, where there are two groups): each value is replaced by its
 * estimated rank in the population, as a share, and the groups' mean ranks are compared (Lumley & Scott 2013,
 * Biometrika 100:831-842).
 */
export function surveyRankTest(
  design: SurveyDesign,
  values: Numbers,
  groups: Codes,
  options: Pick<FigureOptions, 'within' | 'df'> = {},
): SurveyRankTest {
  const seen = answered(design.weights, options.within, values, groups);
  const levels = levelsOf(groups, seen);
  const df1 = levels.length - 1;
  const df2 = (options.df ?? surveyDf(design, seen)) - df1;
  if (df1 < 1) return { f: NaN, df1, df2, p: NaN };
  const terms = levels.slice(1).map((level) => ({
    name: String(level),
    values: Float64Array.from({ length: design.rows }, (_, row) => Number(groups[row] === level)),
  }));
  const { coefficients, covariance } = surveyRegression(design, ranks(design, values, seen), terms, {
    within: seen,
  });
  const lower = choleskyOf(covariance.slice(1).map((row) => row.slice(1)));
  const differences = coefficients.slice(1).map(({ estimate }) => estimate);
  const f = lower ? forward(lower, differences).reduce((sum, x) => sum + x * x, 0) / df1 : NaN;
  return { f, df1, df2, p: fTails(f, df1, df2).upper };
}

/** Each value's place among all by weight, from 0 to 1; equal values share the mean of theirs. */
function ranks(design: SurveyDesign, values: Numbers, seen: Uint8Array): Float64Array {
  const order = [...seen.keys()].filter((row) => seen[row]).sort((a, b) => values[a]! - values[b]!);
  const ranked = new Float64Array(design.rows).fill(NaN);
  const whole = order.reduce((sum, row) => sum + design.weights[row]!, 0);
  let before = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    let sum = 0;
    for (to = from; to < order.length && values[order[to]!] === values[order[from]!]; to++) {
      const weight = design.weights[order[to]!]!;
      sum += before + weight / 2;
      before += weight;
    }
    for (const row of order.slice(from, to)) ranked[row] = sum / (to - from) / whole;
  }
  return ranked;
}

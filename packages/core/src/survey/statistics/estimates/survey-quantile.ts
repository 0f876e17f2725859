import { answered, type Numbers } from '../design/columns.js';
import { figuresOf, type FigureOptions, type SurveyFigure } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { tQuantile } from '../special/distributions.js';
import { proportionInterval, type ProportionMethod } from './proportion-interval.js';
import { meansOf } from './survey-mean.js';

/**
 * The value that a share p of the population is at or below: the smallest x with weighted distribution F(x) >= p. Its
 * interval is found by asking which shares could be p, and reading the quantiles of their bounds; the error is what the
 * interval's width amounts to (Woodruff 1952, JASA 47:635-646). There is no design effect. A bound that would lie
 * outside the shares there are is NaN.
 */
export function surveyQuantile(
  design: SurveyDesign,
  values: Numbers,
  p: number,
  options: FigureOptions & { method?: ProportionMethod } = {},
): SurveyFigure {
  const rows = answered(design.weights, options.within, values);
  const quantile = weightedQuantile(values, design.weights, rows);
  const estimate = quantile(p);
  const below = Float64Array.from(rows, (one, row) => Number(one === 1 && values[row]! <= estimate));
  const share = figuresOf(design, meansOf(design, [below], rows), rows, options)[0]!;
  const { level = 0.95, method = 'linear' } = options;
  const bounds = proportionInterval(share.estimate, share.error, { n: share.n, df: share.df, level, method });
  const lower = quantile(bounds.lower);
  const upper = quantile(bounds.upper);
  const t = tQuantile((1 - level) / 2, share.df, 'upper');
  return { ...share, estimate, error: (upper - lower) / (2 * t), lower, upper, designEffect: NaN };
}

/** The quantiles of a weighted column: the smallest value with at least a share p of the weight at or below it. */
export function weightedQuantile(
  values: Numbers,
  weights: Float64Array,
  rows: Uint8Array,
): (p: number) => number {
  const order = [...rows.keys()].filter((row) => rows[row]).sort((a, b) => values[a]! - values[b]!);
  const upTo = new Float64Array(order.length);
  let sum = 0;
  for (const [i, row] of order.entries()) upTo[i] = sum += weights[row]!;
  return (p) => {
    if (!(p >= 0 && p <= 1) || order.length === 0) return NaN;
    // A sum of weights can miss p by rounding; a hair less than p counts as p.
    const found = upTo.findIndex((weight) => weight >= p * sum * (1 - 1e-14));
    return values[order[found < 0 ? order.length - 1 : found]!]!;
  };
}

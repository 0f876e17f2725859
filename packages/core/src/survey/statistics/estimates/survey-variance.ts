import { answered, type Numbers } from '../design/columns.js';
import type { Statistic } from '../design/covariance.js';
import { figuresOf, type FigureOptions, type SurveyFigure } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { weightedSum } from './survey-mean.js';

/**
 * The variance of a variable in the population, n / (n - 1) times sum w (x - mean)^2 / sum w; its square root is the
 * standard deviation. A row moves it by its own squared deviation less the mean one; the mean's own movement cancels.
 */
export function surveyVariance(
  design: SurveyDesign,
  values: Numbers,
  options: FigureOptions = {},
): SurveyFigure {
  const rows = answered(design.weights, options.within, values);
  const n = rows.reduce((sum, one) => sum + one, 0);
  const squaresAbout = (weights: Float64Array) => {
    const mean = weightedSum(weights, rows, values) / weightedSum(weights, rows, null);
    return Float64Array.from(rows, (one, row) => (one ? ((values[row]! - mean) ** 2 * n) / (n - 1) : 0));
  };
  const variance = (weights: Float64Array) =>
    weightedSum(weights, rows, squaresAbout(weights)) / weightedSum(weights, rows, null);
  const statistic: Statistic = {
    values: (weights) => [variance(weights)],
    influence: () => {
      const mean = variance(design.weights);
      const size = weightedSum(design.weights, rows, null);
      const squares = squaresAbout(design.weights);
      return [squares.map((square, row) => (rows[row] ? (square - mean) / size : 0))];
    },
  };
  return figuresOf(design, statistic, rows, options)[0]!;
}

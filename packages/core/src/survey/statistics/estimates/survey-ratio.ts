import { answered, type Numbers } from '../design/columns.js';
import type { Statistic } from '../design/covariance.js';
import { figuresOf, type FigureOptions, type SurveyFigure } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { weightedSum } from './survey-mean.js';

/**
 * The ratio of two totals, sum w y / sum w x, as pupils tested to pupils enrolled. A row moves it by (y - ratio x) / sum
 * w x (Cochran 1977, Sampling Techniques, 6.2-6.4). Rows that lack either are left out of both.
 */
export function surveyRatio(
  design: SurveyDesign,
  numerator: Numbers,
  denominator: Numbers,
  options: FigureOptions = {},
): SurveyFigure {
  const rows = answered(design.weights, options.within, numerator, denominator);
  const ratio = (weights: Float64Array) =>
    weightedSum(weights, rows, numerator) / weightedSum(weights, rows, denominator);
  const statistic: Statistic = {
    values: (weights) => [ratio(weights)],
    influence: () => {
      const r = ratio(design.weights);
      const below = weightedSum(design.weights, rows, denominator);
      return [
        Float64Array.from(rows, (one, row) => (one ? (numerator[row]! - r * denominator[row]!) / below : 0)),
      ];
    },
  };
  return figuresOf(design, statistic, rows, options)[0]!;
}

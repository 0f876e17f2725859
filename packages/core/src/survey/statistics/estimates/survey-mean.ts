import { answered, type Numbers } from '../design/columns.js';
import { figuresOf, type FigureOptions, type SurveyFigure } from '../design/figure.js';
import type { Statistic } from '../design/covariance.js';
import type { SurveyDesign } from '../design/survey-design.js';

/**
 * The mean of a variable in the population, sum w x / sum w. Both sums vary, so it is linearised as a ratio: a row moves
 * it by (x - mean) / sum w (Lohr 2010, Sampling: Design and Analysis, 9.1).
 */
export function surveyMean(design: SurveyDesign, values: Numbers, options: FigureOptions = {}): SurveyFigure {
  const rows = answered(design.weights, options.within, values);
  return figuresOf(design, meansOf(design, [values], rows), rows, options)[0]!;
}

/** The means of several variables over the same rows, as a statistic. */
export function meansOf(design: SurveyDesign, columns: readonly Numbers[], rows: Uint8Array): Statistic {
  const values = (weights: Float64Array) => {
    const size = weightedSum(weights, rows, null);
    return columns.map((column) => weightedSum(weights, rows, column) / size);
  };
  const influence = () => {
    const size = weightedSum(design.weights, rows, null);
    return values(design.weights).map((mean, j) =>
      Float64Array.from(rows, (one, row) => (one ? (columns[j]![row]! - mean) / size : 0)),
    );
  };
  return { values, influence };
}

/** sum w x over the rows looked at; sum w where there is no x. */
export function weightedSum(weights: Float64Array, rows: Uint8Array, column: Numbers | null): number {
  let sum = 0;
  for (let row = 0; row < rows.length; row++) {
    if (rows[row]) sum += weights[row]! * (column ? column[row]! : 1);
  }
  return sum;
}

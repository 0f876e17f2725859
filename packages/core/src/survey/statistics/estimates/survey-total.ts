import { answered, type Numbers } from '../design/columns.js';
import type { Statistic } from '../design/covariance.js';
import { figuresOf, type FigureOptions, type SurveyFigure } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { weightedSum } from './survey-mean.js';

/**
 * The total of a variable in the population, sum w x (Horvitz & Thompson 1952, JASA 47:663-685). It means something only
 * where weights say how many people a row stands for. A part of the population is a total with 0 elsewhere, because how
 * many of it were drawn is chance too.
 */
export function surveyTotal(
  design: SurveyDesign,
  values: Numbers,
  options: FigureOptions = {},
): SurveyFigure {
  const rows = answered(design.weights, options.within, values);
  const everybody = answered(design.weights, undefined);
  return figuresOf(design, totalsOf([values], rows), rows, options, everybody)[0]!;
}

/** The totals of several variables over the same rows, as a statistic. */
export function totalsOf(columns: readonly Numbers[], rows: Uint8Array): Statistic {
  return {
    values: (weights) => columns.map((column) => weightedSum(weights, rows, column)),
    influence: () => columns.map((column) => Float64Array.from(rows, (one, row) => (one ? column[row]! : 0))),
  };
}

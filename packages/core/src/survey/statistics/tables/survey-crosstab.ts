import { answered, levelsOf, placesOf, type Codes } from '../design/columns.js';
import { figuresOf, type SurveyFigure } from '../design/figure.js';
import { surveyDf, type SurveyDesign } from '../design/survey-design.js';
import type { Statistic } from '../design/covariance.js';
import { weightedSum } from '../estimates/survey-mean.js';
import { withShareIntervals, type ProportionOptions } from '../estimates/survey-proportion.js';
import { totalsOf } from '../estimates/survey-total.js';

/** Two variables against each other. Tables of figures are by row level, then by column level. */
export interface SurveyCrosstab {
  rowLevels: (number | string)[];
  columnLevels: (number | string)[];
  /** Rows of the survey in each cell; small ones should not be shown. */
  n: number[][];
  /** Estimated number of people, on the scale of the weights. */
  totals: SurveyFigure[][];
  /** Shares of everybody in the table. */
  shares: SurveyFigure[][];
  /** Of each row, how it is spread over the columns. */
  rowShares: SurveyFigure[][];
  /** Of each column, how it is spread over the rows. */
  columnShares: SurveyFigure[][];
}

/** A table of two variables with design-based errors. A row share is a ratio of two totals that both vary. */
export function surveyCrosstab(
  design: SurveyDesign,
  rowCodes: Codes,
  columnCodes: Codes,
  options: ProportionOptions = {},
): SurveyCrosstab {
  const seen = answered(design.weights, options.within, rowCodes, columnCodes);
  const rowLevels = levelsOf(rowCodes, seen);
  const columnLevels = levelsOf(columnCodes, seen);
  const rowOf = placesOf(rowCodes, rowLevels);
  const columnOf = placesOf(columnCodes, columnLevels);
  const df = options.df ?? surveyDf(design, seen);
  const part = (keep: (row: number) => boolean) => seen.map((one, row) => Number(one === 1 && keep(row)));
  const n = rowLevels.map((_, i) =>
    columnLevels.map((_, j) =>
      part((row) => rowOf[row] === i && columnOf[row] === j).reduce((sum, one) => sum + one, 0),
    ),
  );
  const shareOf = (i: number, j: number, whole: Uint8Array): SurveyFigure => {
    const statistic = shareStatistic(
      design,
      part((row) => rowOf[row] === i && columnOf[row] === j),
      whole,
    );
    return withShareIntervals(figuresOf(design, statistic, whole, { ...options, df }), options)[0]!;
  };
  const each = (figure: (i: number, j: number) => SurveyFigure) =>
    rowLevels.map((_, i) => columnLevels.map((_, j) => figure(i, j)));
  const inRow = rowLevels.map((_, i) => part((row) => rowOf[row] === i));
  const inColumn = columnLevels.map((_, j) => part((row) => columnOf[row] === j));
  const everybody = answered(design.weights, undefined);
  const one = new Float64Array(design.rows).fill(1);
  return {
    rowLevels,
    columnLevels,
    n,
    totals: each((i, j) => {
      const cell = part((row) => rowOf[row] === i && columnOf[row] === j);
      return figuresOf(design, totalsOf([one], cell), cell, { ...options, df }, everybody)[0]!;
    }),
    shares: each((i, j) => shareOf(i, j, seen)),
    rowShares: each((i, j) => shareOf(i, j, inRow[i]!)),
    columnShares: each((i, j) => shareOf(i, j, inColumn[j]!)),
  };
}

/** The weight in one cell against that in a whole that holds it. */
function shareStatistic(design: SurveyDesign, cell: Uint8Array, whole: Uint8Array): Statistic {
  const share = (weights: Float64Array) =>
    weightedSum(weights, cell, null) / weightedSum(weights, whole, null);
  return {
    values: (weights) => [share(weights)],
    influence: () => {
      const p = share(design.weights);
      const size = weightedSum(design.weights, whole, null);
      return [Float64Array.from(whole, (one, row) => (one ? (cell[row]! - p) / size : 0))];
    },
  };
}

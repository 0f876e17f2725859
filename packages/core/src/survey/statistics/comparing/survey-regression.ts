import { BagomError } from '../../../study/bagom-error.js';
import { answered, type Numbers } from '../design/columns.js';
import { covarianceOf, type Statistic } from '../design/covariance.js';
import { reach, type FigureOptions } from '../design/figure.js';
import { surveyDf, type SurveyDesign } from '../design/survey-design.js';
import { tQuantile, tTails } from '../special/distributions.js';
import { choleskyOf, choleskySolve, matrixOf } from '../special/matrix.js';

/** One term of a regression: how much the outcome rises with it, the others held. */
export interface Coefficient {
  name: string;
  estimate: number;
  error: number;
  t: number;
  p: number;
  lower: number;
  upper: number;
}

export interface SurveyRegression {
  coefficients: Coefficient[];
  covariance: number[][];
  /** The design's degrees of freedom less the terms beside the constant. */
  df: number;
  n: number;
}

/**
 * Regression of an outcome in the population: `linear`, or `logit` for an outcome of 0 and 1. The weighted scores are
 * set to 0, and a row moves the coefficients by (X' W V X)^-1 x (y - fitted) (Binder 1983, Int. Stat. Rev. 51:279-292).
 * The constant comes first. Terms that follow from one another are refused, and so is a logit that has no finite answer.
 */
export function surveyRegression(
  design: SurveyDesign,
  outcome: Numbers,
  terms: readonly { name: string; values: Numbers }[],
  options: FigureOptions & { kind?: 'linear' | 'logit' } = {},
): SurveyRegression {
  const { kind = 'linear', level = 0.95 } = options;
  const seen = answered(design.weights, options.within, outcome, ...terms.map(({ values }) => values));
  const constant = new Float64Array(design.rows).fill(1);
  const x = [constant, ...terms.map(({ values }) => values)];
  const rows = [...seen.keys()].filter((row) => seen[row]);
  const fit = (weights: Float64Array) => fitted(x, outcome, rows, weights, kind);
  const statistic: Statistic = {
    values: (weights) => fit(weights).slopes,
    influence: () => {
      const { slopes, lower } = fit(design.weights);
      const columns = x.map(() => new Float64Array(design.rows));
      for (const row of rows) {
        const residual = outcome[row]! - meanAt(x, slopes, row, kind);
        const moved = choleskySolve(
          lower,
          x.map((column) => column[row]! * residual),
        );
        for (const [j, column] of columns.entries()) column[row] = moved[j]!;
      }
      return columns;
    },
  };
  const estimates = statistic.values(design.weights);
  const covariance = covarianceOf(design, statistic);
  const df = options.df ?? surveyDf(design, seen) - terms.length;
  const quantile = tQuantile((1 - level) / 2, df, 'upper');
  const coefficients = estimates.map((estimate, j): Coefficient => {
    const error = Math.sqrt(covariance[j]![j]!);
    const half = reach(quantile, error);
    return {
      name: j === 0 ? '' : terms[j - 1]!.name,
      estimate,
      error,
      t: estimate / error,
      p: 2 * tTails(Math.abs(estimate / error), df).upper,
      lower: estimate - half,
      upper: estimate + half,
    };
  });
  return { coefficients, covariance, df, n: rows.length };
}

/** The outcome that is expected in a row. */
function meanAt(
  x: readonly Numbers[],
  slopes: readonly number[],
  row: number,
  kind: 'linear' | 'logit',
): number {
  const at = slopes.reduce((sum, slope, j) => sum + slope * x[j]![row]!, 0);
  return kind === 'linear' ? at : 1 / (1 + Math.exp(-at));
}

/** Newton's method from 0: one step for a line, a few for a logit. */
function fitted(
  x: readonly Numbers[],
  outcome: Numbers,
  rows: readonly number[],
  weights: Float64Array,
  kind: 'linear' | 'logit',
): { slopes: number[]; lower: number[][] } {
  let slopes = x.map(() => 0);
  for (let round = 0; round < 50; round++) {
    const information = matrixOf(x.length, x.length, () => 0);
    const score = x.map(() => 0);
    for (const row of rows) {
      const mean = meanAt(x, slopes, row, kind);
      const weight = weights[row]! * (kind === 'linear' ? 1 : mean * (1 - mean));
      for (const [i, a] of x.entries()) {
        score[i]! += weights[row]! * a[row]! * (outcome[row]! - mean);
        for (let j = 0; j <= i; j++) information[i]![j]! += weight * a[row]! * x[j]![row]!;
      }
    }
    const lower = choleskyOf(information);
    if (!lower)
      throw new BagomError('survey.no-regression', { reason: round === 0 ? 'dependent' : 'separated' });
    const step = choleskySolve(lower, score);
    slopes = slopes.map((slope, j) => slope + step[j]!);
    const settled = step.every((change, j) => Math.abs(change) <= 1e-12 * (Math.abs(slopes[j]!) + 1e-6));
    if (settled || (kind === 'linear' && round === 1)) return { slopes, lower };
  }
  throw new BagomError('survey.no-regression', { reason: 'separated' });
}

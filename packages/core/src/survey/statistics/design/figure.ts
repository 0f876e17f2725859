import { tQuantile } from '../special/distributions.js';
import type { Domain } from './columns.js';
import { covarianceOf, type Statistic } from './covariance.js';
import { surveyDf, type SurveyDesign } from './survey-design.js';

/** What any survey figure can be asked. */
export interface FigureOptions {
  /** The part of the population that is meant. Everybody else stays in the design, so that the error is right. */
  within?: Domain;
  /** How sure the interval is; 0.95 where absent. */
  level?: number;
  /** Degrees of freedom of the interval, in place of the design's; Infinity is the normal distribution. */
  df?: number;
}

/** An estimate with all that belongs beside it. NaN where nobody answered, or nothing can be known. */
export interface SurveyFigure {
  estimate: number;
  /** The standard error under the design. */
  error: number;
  lower: number;
  upper: number;
  df: number;
  /** Rows that answered. */
  n: number;
  /** As many people as a sample without unequal weights would need: (sum w)^2 / sum w^2 (Kish 1965, 11.7). */
  effectiveN: number;
  /** The variance against that of a simple random sample of the same size (Kish 1965, 8.2). */
  designEffect: number;
}

/** The figures of one or more estimates, with symmetric t intervals. `rows` are those that answered. */
export function figuresOf(
  design: SurveyDesign,
  statistic: Statistic,
  rows: Uint8Array,
  options: FigureOptions,
  compared: Uint8Array = rows,
): SurveyFigure[] {
  const estimates = statistic.values(design.weights);
  const covariance = covarianceOf(design, statistic);
  const influence = statistic.influence();
  const df = options.df ?? surveyDf(design, rows);
  const n = rows.reduce((sum, one) => sum + one, 0);
  const t = tQuantile((1 - (options.level ?? 0.95)) / 2, df, 'upper');
  return estimates.map((estimate, j) => {
    const variance = n === 0 ? NaN : covariance[j]![j]!;
    const error = Math.sqrt(variance);
    return {
      estimate,
      error,
      lower: estimate - reach(t, error),
      upper: estimate + reach(t, error),
      df,
      n,
      effectiveN: kishEffectiveN(design.weights, rows),
      designEffect: variance / simpleVariance(design, influence[j]!, compared),
    };
  });
}

/** No error, no reach: also where there are no degrees of freedom to say how sure that is. */
export function reach(t: number, error: number): number {
  return error === 0 ? 0 : t * error;
}

/** Kish's effective number of people: what unequal weights leave of n (Kish 1965, Survey Sampling, 11.7). */
export function kishEffectiveN(weights: ArrayLike<number>, rows?: Uint8Array): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < weights.length; row++) {
    if (rows && !rows[row]) continue;
    sum += weights[row]!;
    squares += weights[row]! ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}

/** The variance that the total of a linearised variable would have had in a simple random sample of the same size. */
function simpleVariance(design: SurveyDesign, influence: Float64Array, rows: Uint8Array): number {
  let n = 0;
  let size = 0;
  let sum = 0;
  for (const [row, weight] of design.weights.entries()) {
    if (!rows[row]) continue;
    n++;
    size += weight;
    sum += weight * influence[row]!;
  }
  const mean = sum / size;
  let squares = 0;
  for (const [row, weight] of design.weights.entries()) {
    if (rows[row]) squares += weight * (influence[row]! - mean) ** 2;
  }
  const finite = design.finite && size > n ? 1 - n / size : 1;
  return (size * squares * finite) / (n - 1);
}

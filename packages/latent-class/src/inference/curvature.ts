import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import type { LatentClassModel } from '../model.js';
import { readDesign, rowWeights, varianceOfScores, type SurveyDesign } from './design.js';
import { contract, contractVector, expand } from './basis.js';
import { information } from './information.js';
import { covarianceOfProportions, freedom, type FreeLogits } from './logits.js';
import { addOuter, invertSymmetric, mirror, multiply, traceOfProduct, type Matrix } from './matrix.js';
import type { Warning } from '../warning.js';
import { freeLogitsOf, report, type StandardErrors } from './report.js';
import { eachScore } from './scores.js';

/** Standard errors that follow from the curvature of the likelihood. */
export type CurvatureOptions =
  /** Inverse of the observed information: right where the model is right (Latent GOLD's default). */
  | { readonly kind: 'observed' }
  /** Inverse of the sum of squared scores: the same in large samples, as poLCA reports. */
  | { readonly kind: 'bhhh' }
  /**
   * Observed information on both sides of the squared scores (Huber 1967; White 1982): holds where the model is
   * only nearly right. Mplus' MLR. With survey weights it needs them, one a row.
   */
  | { readonly kind: 'sandwich'; readonly design?: Pick<SurveyDesign, 'weights'> }
  /** The sandwich with the scores' variance under the survey design: weights, strata, sampling units. */
  | { readonly kind: 'linearised'; readonly design: SurveyDesign };

/** Below this part of independence a parameter is hardly told apart from the others. */
const NEARLY_SINGULAR = 1e-6;

/** Standard errors from the derivatives of the likelihood at its maximum: quick, and right in large samples. */
export function curvatureErrors(
  model: LatentClassModel,
  data: Indicators,
  options: CurvatureOptions & { readonly level?: number },
): StandardErrors {
  const free = freeLogitsOf(model, data);
  const { basis } = free;
  const count = freedom(free);
  const inward = (matrix: Matrix): Matrix => (basis === undefined ? matrix : contract(basis, matrix));
  const notes: Warning[] = [];
  const found = information(free, data);
  const observed = inward(found.observed);
  const outer = inward(found.outer);
  const gradient = basis === undefined ? found.gradient : contractVector(basis, found.gradient);
  const slope = Math.max(0, ...gradient.map((g, i) => Math.abs(g) / Math.sqrt(outer[i * count + i]!)));
  // A hundredth of a standard error away from the top, or thereabouts.
  if (slope > 0.01) notes.push({ code: 'not-at-maximum', data: { slope } });
  const { inverse, independence } = invert(options.kind === 'bhhh' ? outer : observed, count, options.kind);
  if (independence < NEARLY_SINGULAR) notes.push({ code: 'nearly-singular', data: { independence } });

  let df: number | null = null;
  let scores: Matrix | null = null;
  if (options.kind === 'sandwich') {
    scores = data.weighted ? inward(squaredScores(free, data, options.design)) : outer;
  } else if (options.kind === 'linearised') {
    const units = readDesign(data, options.design);
    scores = inward(varianceOfScores(free, data, units));
    df = units.df;
    if (units.lonely > 0) notes.push({ code: 'lonely-units-adjusted', data: { strata: units.lonely } });
  } else if (data.weighted) notes.push({ code: 'weights-ignored', data: {} });
  const own = scores === null ? inverse : multiply(multiply(inverse, scores, count), inverse, count);
  const covariance = basis === undefined ? own : expand(basis, own);
  return report(model, free, options, {
    covariance: covarianceOfProportions(free, covariance),
    logits: covariance,
    df,
    notes,
    scaling: scores === null ? null : traceOfProduct(inverse, scores) / count,
  });
}

/**
 * Covariance of all proportions of a model at its maximum: the sandwich with survey weights, the inverse observed
 * information without. Undefined where it cannot be had.
 */
export function proportionCovariance(
  free: FreeLogits,
  data: Indicators,
  weights: ArrayLike<number> | undefined,
): Matrix | undefined {
  const { basis } = free;
  const count = freedom(free);
  const inward = (matrix: Matrix): Matrix => (basis === undefined ? matrix : contract(basis, matrix));
  const result = invertSymmetric(inward(information(free, data).observed), count);
  if (result === null) return undefined;
  const { inverse } = result;
  const design = weights === undefined ? {} : { weights };
  const own = data.weighted
    ? multiply(multiply(inverse, inward(squaredScores(free, data, design)), count), inverse, count)
    : inverse;
  return covarianceOfProportions(free, basis === undefined ? own : expand(basis, own));
}

function invert(matrix: Matrix, count: number, kind: string): { inverse: Matrix; independence: number } {
  const result = invertSymmetric(matrix, count);
  if (result !== null) return result;
  throw new LatentClassError(
    'singular-information',
    `the information about the ${count} free parameters is singular, so some of them cannot be told apart in these data; use fewer classes` +
      (kind === 'bhhh' ? ", or the kind 'observed'" : ", or the kind 'bootstrap'"),
    { parameters: count, kind },
  );
}

/** Sum over people of (weight times score) squared: people as the units of a design without strata. */
function squaredScores(
  free: FreeLogits,
  data: Indicators,
  design: Pick<SurveyDesign, 'weights'> | undefined,
): Matrix {
  const weights = rowWeights(data, design?.weights);
  const squares = new Float64Array(data.patternWeights.length);
  for (const [row, pattern] of data.patternOfRow.entries()) {
    if (pattern >= 0) squares[pattern] = squares[pattern]! + weights[row]! ** 2;
  }
  const sum = new Float64Array(free.count ** 2);
  eachScore(free, data, ({ pattern, score }) => addOuter(sum, score, squares[pattern]!));
  return mirror(sum, free.count);
}

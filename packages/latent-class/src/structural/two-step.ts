import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { congruence, submatrix } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import type { ScoringModel } from '../posterior.js';
import type { Covariate } from './design.js';
import { expectation } from './joint.js';
import { climbJoint } from './joint-climb.js';
import { jointScores } from './joint-scores.js';
import { coefficients } from './logit.js';
import { measurement } from './measurement.js';
import { jointOf, peopleOf, stateOf, type RegressionOptions } from './people.js';
import { profileOfJoint } from './profile.js';
import { separation, type ClassRegression } from './regression.js';
import { covariances, readAll, readCoefficients, type Covariances } from './uncertainty.js';

export interface TwoStep extends ClassRegression {
  readonly method: 'two-step';
  /** Mean class probabilities over the people in use. */
  readonly shares: readonly number[];
}

/**
 * Two-step regression of class on covariates (Bakk & Kuha 2018, Psychometrika 83:871-892): the item probabilities of
 * the model stay as they are, and the coefficients maximise the likelihood of the answers given covariates. Classes
 * keep their meaning, as in three steps, but nobody is assigned to a class, so that nothing needs correction.
 *
 * `propagated` errors add what the first step leaves uncertain: V = S + S J V1 J' S (with S the
 * covariance were item probabilities known, J the information that coefficients and item parameters share, and V1 the
 * covariance of the latter). The other kinds take item probabilities as known.
 */
export function twoStep(
  model: ScoringModel,
  data: Indicators,
  covariates: readonly Covariate[],
  options: RegressionOptions = {},
): TwoStep {
  const people = peopleOf(model, data, covariates, options);
  const joint = jointOf(model, data, people, 'fixed');
  const fitted = climbJoint(joint, stateOf(model, joint));
  const all: Covariances = covariances(fitted.scores);
  const step = data.weighted ? all.sandwich : all.observed;
  if (step === undefined || all.observed === undefined) {
    throw new LatentClassError(
      'not-estimable',
      'the covariates cannot be told apart within classes; use fewer',
    );
  }
  const uncertain = firstStepShare(model, data, people, fitted.state.gamma, options.weights);
  const added = congruence(all.observed, uncertain, coefficients(people.logit));
  const propagated = step.map((value, i) => value + added[i]!);
  return {
    method: 'two-step',
    classes: model.classes,
    terms: people.terms,
    reference: people.logit.reference,
    coefficients: readCoefficients(people.logit, fitted.state.gamma, people.transform),
    uncertainty: readAll(people.logit, { ...all, propagated }, people.transform),
    loglik: fitted.loglik,
    npar: coefficients(people.logit),
    n: people.weights.reduce((sum, weight) => sum + weight, 0),
    rows: people.rows.length,
    dropped: people.dropped,
    converged: fitted.converged,
    warnings: [
      ...separation(fitted.state.gamma),
      ...(fitted.converged ? [] : [{ code: 'not-converged' as const, data: {} }]),
    ],
    shares: profileOfJoint(joint, fitted.state, fitted.expected).shares,
  };
}

/** J V1 J': variance of the gradient of the second step that comes from the first. */
function firstStepShare(
  model: ScoringModel,
  data: Indicators,
  people: ReturnType<typeof peopleOf>,
  gamma: Float64Array,
  weights: ArrayLike<number> | undefined,
): Square {
  const first = measurement(model, data, weights);
  const joint = jointOf(model, data, people, 'free');
  const state = { gamma, probs: stateOf(model, joint).probs };
  const { observed, free } = jointScores(joint, state, expectation(joint, state));
  const slopes = coefficients(people.logit);
  const items = Array.from({ length: free.length }, (_, i) => i);
  const shared = submatrix(
    observed,
    Array.from({ length: slopes }, (_, i) => i),
    items.map((i) => slopes + i),
  );
  // The class logits of the first step are not used in the second; only the item part of V1 is.
  const v1 = submatrix(
    first.covariance,
    items.map((i) => model.classes - 1 + i),
  );
  return congruence(shared, v1, slopes);
}

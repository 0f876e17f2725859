import { log } from '../elementary.js';
import type { Indicators } from '../data.js';
import type { ScoringModel } from '../posterior.js';
import type { Covariate } from './design.js';
import { freeProbabilityCount } from './joint.js';
import { jointFamilies } from './joint-families.js';
import { coefficients } from './logit.js';
import { jointOf, peopleOf, stateOf, type RegressionOptions } from './people.js';
import { probabilityErrors, profileOfJoint, shareErrors, type ProfileErrors } from './profile.js';
import { separation, type ClassRegression } from './regression.js';
import { search, type SearchOptions } from './search.js';
import { covariances, readAll, readCoefficients, type ErrorKind } from './uncertainty.js';

export interface OneStepOptions extends RegressionOptions, SearchOptions {}

/** A latent class model whose class depends on covariates, everything estimated together. */
export interface OneStep extends ClassRegression {
  readonly method: 'one-step';
  /** Mean class probabilities over the people in use. */
  readonly shares: readonly number[];
  readonly probs: readonly (readonly (readonly number[])[])[];
  /** Standard errors of shares and probabilities, of each kind. */
  readonly profileErrors: Partial<Record<ErrorKind, ProfileErrors>>;
  /** Finished starts that reached this likelihood, of those finished. */
  readonly hits: number;
  readonly finished: number;
  /** Probability of each class for each row of the data, NaN in a row not in use. */
  readonly probabilities: Float64Array;
  readonly entropy: number;
  /** Largest change of an item probability from the model without covariates: near 1 means that classes changed. */
  readonly shift: number;
}

/**
 * One-step regression of class on covariates: classes and their dependence on covariates are estimated at once
 * (Dayton & Macready 1988, JASA 83:173-178; Bandeen-Roche, Miglioretti, Zeger & Rathouz 1997, JASA 92:1375-1386).
 * log(P(class k | x) / P(reference | x)) = b_k x, and answers depend on x through the class alone.
 *
 * Efficient, but covariates take part in saying what the classes are: look at `shift`. People without an answer or
 * without a covariate are dropped and counted. Classes are in the order of the model given.
 */
export function oneStep(
  model: ScoringModel,
  data: Indicators,
  covariates: readonly Covariate[],
  options: OneStepOptions = {},
): OneStep {
  const people = peopleOf(model, data, covariates, options);
  const plain = jointOf(model, data, people, 'free');
  const families = jointFamilies(
    model,
    plain.blocks,
    1,
    model.names.map(() => 'free'),
  );
  const joint = { ...plain, families };
  const found = search(model, joint, stateOf(model, joint), options);
  const { state, expected, scores, loglik, converged, hits, finished } = found;

  const all = covariances(scores);
  const profile = profileOfJoint(joint, state, expected);
  const { classes } = model;
  const probabilities = new Float64Array(data.rows * classes).fill(NaN);
  let entropy = 0;
  for (const [i, row] of people.rows.entries()) {
    for (let k = 0; k < classes; k++) {
      const p = expected.posterior[i * classes + k]!;
      probabilities[row * classes + k] = p;
      if (p > 0) entropy -= people.weights[i]! * p * log(p);
    }
  }
  return {
    method: 'one-step',
    classes,
    terms: people.terms,
    reference: people.logit.reference,
    coefficients: readCoefficients(people.logit, state.gamma, people.transform),
    uncertainty: readAll(people.logit, all, people.transform),
    loglik,
    // Estimates on the boundary count, as is usual.
    npar: coefficients(people.logit) + freeProbabilityCount(joint),
    n: people.weights.reduce((sum, weight) => sum + weight, 0),
    rows: people.rows.length,
    dropped: people.dropped,
    converged,
    warnings: [
      ...separation(state.gamma),
      ...(converged ? [] : [{ code: 'not-converged' as const, data: {} }]),
      ...(hits > 1 || finished === 1 ? [] : [{ code: 'not-replicated' as const, data: { hits, finished } }]),
    ],
    ...profile,
    profileErrors: Object.fromEntries(
      Object.entries(all).map(([kind, covariance]) => [
        kind,
        {
          shares: shareErrors(joint, expected, covariance),
          probs: probabilityErrors(joint, state, scores.free, covariance),
        },
      ]),
    ),
    hits,
    finished,
    probabilities,
    entropy,
    shift: largestChange(model.probs, profile.probs),
  };
}

function largestChange(
  before: readonly (readonly (readonly number[])[])[],
  after: readonly (readonly (readonly number[])[])[],
): number {
  const flat = after.flat(2);
  return before.flat(2).reduce((most, value, i) => Math.max(most, Math.abs(value - flat[i]!)), 0);
}

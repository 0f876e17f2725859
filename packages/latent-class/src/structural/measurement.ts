import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { proportionCovariance } from '../inference/curvature.js';
import { freeLogits } from '../inference/logits.js';
import { congruence } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import { parametersOf, type Layout } from '../parameters.js';
import type { ScoringModel } from '../posterior.js';
import { layoutOf, specificationOf } from '../restriction/restriction.js';
import { expectation, type Joint, type JointState } from './joint.js';
import { shifted } from './joint-climb.js';
import { jointScores, type FreeProbability } from './joint-scores.js';
import { jointOf, peopleOf, stateOf } from './people.js';
import { profileOfJoint } from './profile.js';
import { covariances } from './uncertainty.js';

/** The first step of a stepwise analysis: the model without covariates, and how uncertain its parameters are. */
export interface Measurement {
  readonly joint: Joint;
  readonly state: JointState;
  readonly free: readonly FreeProbability[];
  /** Covariance of the class logits and the free log-odds of the items, in this order. */
  readonly covariance: Square;
}

/**
 * Uncertainty of a fitted model without covariates, on all the rows it was fitted on: the sandwich with survey weights,
 * the inverse observed information without.
 */
export function measurement(
  model: ScoringModel,
  data: Indicators,
  weights: ArrayLike<number> | undefined,
): Measurement {
  const people = peopleOf(model, data, [], weights === undefined ? {} : { weights });
  const joint = jointOf(model, data, people, 'free');
  const state = stateOf(model, joint);
  const scores = jointScores(joint, state, expectation(joint, state));
  const shape = layoutOf(model, specificationOf(model));
  const all = shape.restriction === undefined ? covariances(scores) : undefined;
  const covariance =
    all === undefined
      ? restrictedCovariance(shape, model, data, weights, scores.free)
      : data.weighted
        ? all.sandwich
        : all.observed;
  if (covariance === undefined) {
    throw new LatentClassError(
      'not-estimable',
      'the uncertainty of the classes cannot be computed: the model is not identified or not at its maximum',
    );
  }
  return { joint, state, free: scores.free, covariance };
}

/**
 * The same for a model with ordinal indicators or constraints, whose log-odds depend on fewer parameters. The covariance
 * of its proportions is turned into that of log-odds by the delta method: d log(p / q) = dp / p - dq / q.
 */
function restrictedCovariance(
  shape: Layout,
  model: ScoringModel,
  data: Indicators,
  weights: ArrayLike<number> | undefined,
  free: readonly FreeProbability[],
): Square | undefined {
  const { classes, size } = shape;
  const parameters = parametersOf(shape, model);
  const proportions = proportionCovariance(freeLogits(shape, parameters), data, weights);
  if (proportions === undefined) return undefined;
  // Places of each log-odds: class logits against the first class, then items against the likeliest category.
  const pairs = [
    ...Array.from({ length: classes - 1 }, (_, k) => [k + 1, 0] as const),
    ...free.map(({ at, base }) => [classes + at, classes + base] as const),
  ];
  const slopes = new Float64Array(pairs.length * size);
  for (const [i, [above, below]] of pairs.entries()) {
    slopes[i * size + above] = 1 / parameters[above]!;
    slopes[i * size + below] = -1 / parameters[below]!;
  }
  return congruence(slopes, proportions, pairs.length);
}

/** The model with one of its parameters moved by `by`: a class logit or an item's log-odds. */
export function moved(model: ScoringModel, from: Measurement, parameter: number, by: number): ScoringModel {
  const move = new Float64Array(from.joint.logit.classes - 1 + from.free.length);
  move[parameter] = 1;
  const state = shifted(from.joint, from.state, from.free, move, by);
  const { shares, probs } = profileOfJoint(from.joint, state, expectation(from.joint, state));
  return { ...model, shares, probs };
}

/**
 * How a gradient in the last step changes with the parameters of the first, by central differences: one column a
 * parameter of the first step, in rows of the last.
 */
export function crossDerivative(
  model: ScoringModel,
  from: Measurement,
  size: number,
  gradient: (model: ScoringModel) => Float64Array,
): Float64Array {
  const step = 1e-4;
  const columns = Math.round(Math.sqrt(from.covariance.length));
  const result = new Float64Array(size * columns);
  for (let j = 0; j < columns; j++) {
    const up = gradient(moved(model, from, j, step));
    const down = gradient(moved(model, from, j, -step));
    for (let i = 0; i < size; i++) result[i * columns + j] = (up[i]! - down[i]!) / (2 * step);
  }
  return result;
}

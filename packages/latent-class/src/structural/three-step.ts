import { log } from '../elementary.js';
import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { congruence } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import type { ScoringModel } from '../posterior.js';
import { bchWeights, place, type Assignment, type AssignmentRule } from './assignment.js';
import type { Covariate } from './design.js';
import { blocksOf } from './item-blocks.js';
import type { Joint } from './joint.js';
import { expectation } from './joint.js';
import { climbJoint } from './joint-climb.js';
import { jointScores } from './joint-scores.js';
import { coefficients, firstCoefficient, logitInformation, maximiseLogit, priors } from './logit.js';
import { addOuter, mirror } from './louis.js';
import { crossDerivative, measurement } from './measurement.js';
import { peopleOf, type People, type RegressionOptions } from './people.js';
import { separation, type ClassRegression } from './regression.js';
import { rowWeights } from './row-weights.js';
import { covariances, readAll, readCoefficients, type Covariances } from './uncertainty.js';
import type { Warning } from '../warning.js';

export interface StepThreeOptions {
  readonly assignment?: AssignmentRule;
  /** How wrong placements are undone; `none` is the naive analysis, which is biased towards no effect. */
  readonly correction?: 'bch' | 'ml' | 'none';
}

export interface ThreeStepOptions extends RegressionOptions, StepThreeOptions {
  /** Adds what the first step left uncertain: errors of the kind `propagated` (false, as it takes some time). */
  readonly propagate?: boolean;
}

export interface ThreeStep extends ClassRegression {
  readonly method: 'three-step';
  readonly assignment: AssignmentRule;
  readonly correction: 'bch' | 'ml' | 'none';
  /** `placement[k][a]`: of those who belong to k, the part that was placed in a. */
  readonly placement: readonly (readonly number[])[];
}

/** The third step at its maximum: coefficients and their derivatives. */
interface StepThree {
  readonly gamma: Float64Array;
  readonly loglik: number;
  readonly converged: boolean;
  readonly observed: Square;
  readonly outer: Square;
  readonly middle: Square;
  readonly warnings: readonly Warning[];
}

/**
 * Three-step regression of class on covariates: classes are found without covariates, people are placed in them, and
 * the placement is regressed with its errors undone (Vermunt 2010, Political Analysis 18:450-469).
 *
 * `bch` regresses on every class at once, with weights that cancel wrong placements (Bolck, Croon & Hagenaars 2004).
 * `ml` treats the placement as a single indicator whose errors are known. Survey weights enter all three steps.
 * Use `sandwich` errors, since a person counts for several classes. `propagated` adds H^-1 C V1 C' H^-1, with C the
 * change of the gradient with the parameters of the first step (Bakk, Oberski & Vermunt 2014, Political Analysis
 * 22:520-540).
 */
export function threeStep(
  model: ScoringModel,
  data: Indicators,
  covariates: readonly Covariate[],
  options: ThreeStepOptions = {},
): ThreeStep {
  const { assignment: rule = 'modal', correction = 'ml' } = options;
  const people = peopleOf(model, data, covariates, options);
  const every = rowWeights(data, options.weights);
  const placed = place(model, data, rule, every);
  const last =
    correction === 'ml' ? likelihoodStep(people, placed) : weightedStep(people, placed, correction === 'bch');

  const all: Covariances = covariances(last);
  if (options.propagate === true && all.observed !== undefined && all.sandwich !== undefined) {
    const first = measurement(model, data, options.weights);
    const size = last.gamma.length;
    const cross = crossDerivative(model, first, size, (nearby) => {
      const again = place(nearby, data, rule, every, placed);
      return gradientAt(people, again, correction, last.gamma);
    });
    const uncertain = congruence(all.observed, congruence(cross, first.covariance, size), size);
    const robust = all.sandwich;
    all.propagated = uncertain.map((value, i) => value + robust[i]!);
  }
  return {
    method: 'three-step',
    assignment: rule,
    correction,
    placement: placed.errors,
    classes: model.classes,
    terms: people.terms,
    reference: people.logit.reference,
    coefficients: readCoefficients(people.logit, last.gamma, people.transform),
    uncertainty: readAll(people.logit, all, people.transform),
    loglik: last.loglik,
    npar: coefficients(people.logit),
    n: people.weights.reduce((sum, weight) => sum + weight, 0),
    rows: people.rows.length,
    dropped: people.dropped,
    converged: last.converged,
    warnings: [...separation(last.gamma), ...last.warnings],
  };
}

/** The placement as one indicator with known probabilities; a person placed by parts has a row for each. */
export function placementModel(people: People, placed: Assignment): Joint {
  const { classes } = placed;
  const { terms, design } = people.logit;
  const person: number[] = [];
  const classOf: number[] = [];
  const parts: number[] = [];
  for (const [i, row] of people.rows.entries()) {
    for (let a = 0; a < classes; a++) {
      const part = placed.parts[row * classes + a]!;
      if (part < 1e-12) continue;
      person.push(i);
      classOf.push(a);
      parts.push(part);
    }
  }
  const rows = new Float64Array(person.length * terms);
  for (const [at, i] of person.entries()) {
    for (let t = 0; t < terms; t++) rows[at * terms + t] = design[i * terms + t]!;
  }
  return {
    logit: { ...people.logit, design: rows },
    categories: [classes],
    cellOfRow: Int32Array.from(classOf),
    cellCodes: Uint8Array.from({ length: classes }, (_, a) => a + 1),
    groupOfCell: new Uint8Array(classes),
    blocks: blocksOf(classes, [classes], 1, ['fixed']),
    weights: Float64Array.from(person, (i) => people.weights[i]!),
    parts: Float64Array.from(parts),
    person: Int32Array.from(person),
    sample: people.sample,
  };
}

function likelihoodStep(people: People, placed: Assignment): StepThree {
  const joint = placementModel(people, placed);
  const start = startCounts(people, placed.parts, placed.classes);
  const gamma = maximiseLogit(people.logit, start, new Float64Array(coefficients(people.logit)), 8);
  const fitted = climbJoint(joint, {
    gamma: gamma ?? new Float64Array(coefficients(people.logit)),
    probs: Float64Array.from(placed.errors.flat()),
  });
  return {
    gamma: fitted.state.gamma,
    loglik: fitted.loglik,
    converged: fitted.converged,
    observed: fitted.scores.observed,
    outer: fitted.scores.outer,
    middle: fitted.scores.middle,
    warnings: fitted.converged ? [] : [{ code: 'not-converged', data: {} }],
  };
}

/** A multinomial logit in which each person counts for each class with a weight. */
function weightedStep(people: People, placed: Assignment, corrected: boolean): StepThree {
  const { logit } = people;
  const bch = corrected ? bchWeights(placed) : undefined;
  const counts = startCounts(people, bch?.weights ?? placed.parts, placed.classes);
  const gamma = maximiseLogit(logit, counts, new Float64Array(coefficients(logit)));
  if (gamma === undefined) {
    throw new LatentClassError(
      'not-estimable',
      'the weighted logit has no maximum; use fewer covariates or ml',
    );
  }
  const probabilities = priors(logit, gamma);
  const loglik = counts.reduce((sum, count, i) => sum + count * log(Math.max(probabilities[i]!, 1e-300)), 0);
  const { outer, middle, gradient } = weightedScores(people, counts, probabilities);
  const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const converged = largest < 1e-5 * people.rows.length;
  const lowest = bch === undefined ? 0 : bch.lowest;
  return {
    gamma,
    loglik,
    converged,
    observed: logitInformation(logit, probabilities, people.weights),
    outer,
    middle,
    warnings: [
      ...(converged ? [] : [{ code: 'not-converged' as const, data: {} }]),
      ...(lowest < 0 ? [{ code: 'negative-weights' as const, data: { count: bch!.negative, lowest } }] : []),
    ],
  };
}

/** Weight of each person in use for each class. */
function startCounts(people: People, parts: Float64Array, classes: number): Float64Array {
  return Float64Array.from({ length: people.rows.length * classes }, (_, at) => {
    const i = Math.floor(at / classes);
    return people.weights[i]! * parts[people.rows[i]! * classes + (at % classes)]!;
  });
}

function weightedScores(people: People, counts: Float64Array, probabilities: Float64Array) {
  const { logit, weights, sample } = people;
  const { classes, terms, design } = logit;
  const size = coefficients(logit);
  const gradient = new Float64Array(size);
  const outer = new Float64Array(size * size);
  const middle = new Float64Array(size * size);
  const own = new Float64Array(size);
  for (const [i, weight] of weights.entries()) {
    for (let k = 0; k < classes; k++) {
      const first = firstCoefficient(logit, k);
      if (first < 0) continue;
      const surplus = counts[i * classes + k]! / weight - probabilities[i * classes + k]!;
      for (let t = 0; t < terms; t++) own[first + t] = surplus * design[i * terms + t]!;
    }
    addOuter(outer, own, weight);
    addOuter(middle, own, sample ? weight ** 2 : weight);
    for (let j = 0; j < size; j++) gradient[j]! += weight * own[j]!;
  }
  mirror(outer, size);
  mirror(middle, size);
  return { gradient, outer, middle };
}

/** Gradient of the third step at given coefficients, for placements of another first step. */
function gradientAt(
  people: People,
  placed: Assignment,
  correction: 'bch' | 'ml' | 'none',
  gamma: Float64Array,
): Float64Array {
  if (correction === 'ml') {
    const joint = placementModel(people, placed);
    const state = { gamma, probs: Float64Array.from(placed.errors.flat()) };
    return jointScores(joint, state, expectation(joint, state)).gradient;
  }
  const parts = correction === 'bch' ? bchWeights(placed).weights : placed.parts;
  const counts = startCounts(people, parts, placed.classes);
  return weightedScores(people, counts, priors(people.logit, gamma)).gradient;
}

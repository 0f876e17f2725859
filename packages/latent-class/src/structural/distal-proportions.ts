import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { congruence, rootDiagonal, submatrix } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import type { ScoringModel } from '../posterior.js';
import { place, type Assignment } from './assignment.js';
import { checkOutcome, testEqual, type Distal, type DistalOptions } from './distal.js';
import { weightsOf } from './distal-means.js';
import { weightedMeans } from './distal-weighted.js';
import { blocksOf } from './item-blocks.js';
import { expectation, type Joint } from './joint.js';
import { climbJoint } from './joint-climb.js';
import { jointScores, type FreeProbability } from './joint-scores.js';
import { crossDerivative, measurement } from './measurement.js';
import { peopleOf, type People } from './people.js';
import { profileOfJoint } from './profile.js';
import type { Warning } from '../warning.js';
import { rowWeights } from './row-weights.js';
import { placementModel } from './three-step.js';
import { covariances } from './uncertainty.js';

/** Distribution of a categorical outcome in each class. */
export interface DistalProportions extends Distal {
  /** `proportions[class][category - 1]`. BCH may put one a little below 0 or above 1, which is told. */
  readonly proportions: readonly (readonly number[])[];
  readonly errors: readonly (readonly number[])[];
  /** Covariance of all proportions, class after class, row after row. */
  readonly covariance: readonly number[];
}

/**
 * Distribution of a categorical outcome over classes, in three steps, with wrong placements undone. `codes` holds 1..R
 * for each row, 0 or NaN where it is missing. `ml` (the default) keeps proportions between 0 and 1; `bch` weights
 * (Vermunt 2010; Bakk, Tekle & Vermunt 2013, Sociol. Methodol. 43:272-311).
 */
export function distalProportions(
  model: ScoringModel,
  data: Indicators,
  codes: ArrayLike<number>,
  options: DistalOptions & { readonly categories?: number } = {},
): DistalProportions {
  checkOutcome(codes, data.rows);
  const { correction = 'ml', assignment = 'modal' } = options;
  const outcome = Float64Array.from(codes, (code) => (code === 0 ? NaN : code));
  const categories = options.categories ?? outcome.reduce((most, code) => (code > most ? code : most), 1);
  const bad = outcome.findIndex(
    (code) => !Number.isNaN(code) && !(Number.isInteger(code) && code >= 1 && code <= categories),
  );
  if (bad >= 0 || categories < 2 || categories > 255) {
    throw new LatentClassError(
      'bad-outcome',
      `the outcome has the code ${outcome[Math.max(bad, 0)]!} in row ${Math.max(bad, 0) + 1}; use whole numbers from 1, at least two of them, and 0 or NaN for missing`,
      { row: Math.max(bad, 0), categories },
    );
  }
  const people = peopleOf(model, data, [], weightsOf(options), outcome);
  const given = { ...options, correction, assignment };
  const found =
    correction === 'ml'
      ? likelihood(model, data, people, outcome, categories, given)
      : weighted(model, data, people, outcome, categories, given);
  const { classes } = model;
  const errors = rootDiagonal(found.covariance);
  const outside = found.proportions.flat().filter((p) => p < 0 || p > 1).length;
  return {
    classes,
    assignment,
    correction,
    placement: found.placed.errors,
    shares: found.shares,
    proportions: found.proportions,
    errors: Array.from({ length: classes }, (_, k) => [
      ...errors.subarray(k * categories, (k + 1) * categories),
    ]),
    covariance: [...found.covariance],
    equal: equalDistributions(found.proportions, found.covariance),
    errorKind: options.propagate === true ? 'propagated' : 'sandwich',
    n: people.weights.reduce((sum, weight) => sum + weight, 0),
    rows: people.rows.length,
    dropped: { outcome: people.dropped.covariate, answers: people.dropped.answers },
    converged: found.converged,
    warnings: [
      ...found.warnings,
      ...(outside > 0 ? [{ code: 'negative-estimate' as const, data: { proportions: outside } }] : []),
    ],
  };
}

/** All categories but the last, which follows from the others. */
function equalDistributions(proportions: readonly (readonly number[])[], covariance: Square) {
  const classes = proportions.length;
  const categories = proportions[0]!.length;
  const kept = proportions.flatMap((_, k) =>
    Array.from({ length: categories - 1 }, (__, c) => k * categories + c),
  );
  const flat = proportions.flat();
  return testEqual(
    kept.map((at) => flat[at]!),
    [...submatrix(covariance, kept)],
    classes,
    categories - 1,
  );
}

function weighted(
  model: ScoringModel,
  data: Indicators,
  people: People,
  outcome: Float64Array,
  categories: number,
  options: DistalOptions,
) {
  const variables = Array.from({ length: categories }, (_, c) =>
    Float64Array.from(people.rows, (row) => Number(outcome[row] === c + 1)),
  );
  const found = weightedMeans(model, data, people, variables, options);
  return {
    ...found,
    proportions: Array.from({ length: model.classes }, (_, k) => [
      ...found.means.subarray(k * categories, (k + 1) * categories),
    ]),
    converged: true,
  };
}

/** The placement, with known errors, and the outcome, with free probabilities, as two indicators of one class. */
function twoIndicators(people: People, placed: Assignment, outcome: Float64Array, categories: number): Joint {
  const one = placementModel(people, placed);
  const { classes } = placed;
  const cells = classes * categories;
  return {
    ...one,
    categories: [classes, categories],
    blocks: blocksOf(classes, [classes, categories], 1, ['fixed', 'free']),
    cellOfRow: one.cellOfRow.map((a, row) => a * categories + outcome[people.rows[one.person[row]!]!]! - 1),
    cellCodes: Uint8Array.from({ length: cells * 2 }, (_, at) => {
      const cell = Math.floor(at / 2);
      return 1 + (at % 2 === 0 ? Math.floor(cell / categories) : cell % categories);
    }),
    groupOfCell: new Uint8Array(cells),
  };
}

function likelihood(
  model: ScoringModel,
  data: Indicators,
  people: People,
  outcome: Float64Array,
  categories: number,
  options: DistalOptions,
) {
  const { assignment: rule = 'modal' } = options;
  const { classes } = model;
  const every = rowWeights(data, options.weights);
  const placed = place(model, data, rule, every);
  const joint = twoIndicators(people, placed, outcome, categories);
  const naive = weighted(model, data, people, outcome, categories, {
    ...options,
    correction: 'none',
    propagate: false,
  });
  const probsOf = (from: Assignment, proportions: readonly (readonly number[])[]): Float64Array => {
    const probs = new Float64Array(joint.blocks.size);
    for (const { from: at, item, inClass } of joint.blocks.list) {
      probs.set(item === 0 ? from.errors[inClass]! : proportions[inClass]!, at);
    }
    return probs;
  };
  const inside = naive.proportions.map((row) => row.map((p) => 0.98 * p + 0.02 / categories));
  const fitted = climbJoint(joint, { gamma: new Float64Array(classes - 1), probs: probsOf(placed, inside) });
  const { state, scores } = fitted;
  const all = covariances(scores);
  if (all.sandwich === undefined || all.observed === undefined) {
    throw new LatentClassError('not-estimable', 'class proportions have no errors by ml here; use bch');
  }
  const profile = profileOfJoint(joint, state, fitted.expected);
  const proportions = profile.probs[1]!;
  let covariance: Square = all.sandwich;
  if (options.propagate === true) {
    const first = measurement(model, data, options.weights);
    const cross = crossDerivative(model, first, scores.size, (nearby) => {
      const again = place(nearby, data, rule, every, placed);
      const there = twoIndicators(people, again, outcome, categories);
      const point = { gamma: state.gamma, probs: probsOf(again, proportions) };
      return jointScores(there, point, expectation(there, point)).gradient;
    });
    const added = congruence(all.observed, congruence(cross, first.covariance, scores.size), scores.size);
    covariance = covariance.map((value, i) => value + added[i]!);
  }
  const jacobian = slopes(joint, state.probs, scores.free, scores.size, categories);
  const warnings: Warning[] = fitted.converged ? [] : [{ code: 'not-converged', data: {} }];
  const none = proportions.flat().filter((p) => p === 0).length;
  if (none > 0) warnings.push({ code: 'boundary', data: { proportions: none } });
  return {
    placed,
    proportions,
    shares: profile.shares,
    covariance: congruence(jacobian, covariance, classes * categories),
    converged: fitted.converged,
    warnings,
  };
}

/** Derivative of the outcome's proportions by all parameters: d p_c / d l_j = p_c ((c = j) - p_j). */
function slopes(
  joint: Joint,
  probs: Float64Array,
  free: readonly FreeProbability[],
  size: number,
  categories: number,
): Float64Array {
  const { classes } = joint.logit;
  const result = new Float64Array(classes * categories * size);
  for (const [i, { block, at }] of free.entries()) {
    const { from, inClass } = joint.blocks.list[block]!;
    for (let c = 0; c < categories; c++) {
      const slope = probs[from + c]! * (Number(from + c === at) - probs[at]!);
      result[(inClass * categories + c) * size + size - free.length + i] = slope;
    }
  }
  return result;
}

import type { Indicators } from '../data.js';
import type { ScoringModel } from '../posterior.js';
import {
  checkOutcome,
  pairTests,
  testEqual,
  type Distal,
  type DistalOptions,
  type PairTest,
} from './distal.js';
import type { DistalMeansOptions } from './distal-options.js';
import { normalMixture } from './distal-normal.js';
import { weightedMeans } from './distal-weighted.js';
import { peopleOf } from './people.js';
import { rootDiagonal } from '../linear/product.js';
import type { Warning } from '../warning.js';

/** Means of a continuous outcome in each class. */
export interface DistalMeans extends Distal {
  readonly means: readonly number[];
  /** Standard errors of the means; NaN where a collapsed class leaves none. */
  readonly errors: readonly number[];
  readonly covariance: readonly number[];
  readonly variances: readonly number[];
  readonly pairs: readonly PairTest[];
  /** Log-likelihood of the third step; null where it has none (BCH). */
  readonly loglik: number | null;
}

/**
 * Means and variances of a continuous outcome over classes, in three steps, with wrong placements undone. `values` holds
 * one value a row, NaN where it is missing.
 *
 * `bch` (the default) asks nothing of the outcome's distribution and is the one to use (Bakk & Vermunt 2016, Struct.
 * Equ. Modeling 23:20-31). `ml` takes it as normal within classes (Vermunt 2010): sharper if it is, but if it is not,
 * classes drift to fit the outcome; then a variance may collapse, which is told. `none` is biased towards equal means.
 */
export function distalMeans(
  model: ScoringModel,
  data: Indicators,
  values: ArrayLike<number>,
  options: DistalMeansOptions = {},
): DistalMeans {
  checkOutcome(values, data.rows);
  const { correction = 'bch', assignment = 'modal' } = options;
  const people = peopleOf(model, data, [], weightsOf(options), values);
  const outcome = Float64Array.from(people.rows, (row) => values[row]!);
  const given = { ...options, correction, assignment };
  const { classes } = model;
  const found =
    correction === 'ml'
      ? normalMixture(model, data, people, outcome, given)
      : moments(model, data, people, outcome, given);
  const covariance = [...found.covariance];
  const negative = found.variances.filter((variance) => variance < 0).length;
  return {
    classes,
    assignment,
    correction,
    placement: found.placed.errors,
    shares: found.shares,
    means: found.means,
    errors: [...rootDiagonal(found.covariance)],
    covariance,
    variances: found.variances,
    equal: testEqual(found.means, covariance, classes),
    pairs: pairTests(found.means, covariance),
    errorKind: options.propagate === true ? 'propagated' : 'sandwich',
    loglik: found.loglik,
    n: people.weights.reduce((sum, weight) => sum + weight, 0),
    rows: people.rows.length,
    dropped: { outcome: people.dropped.covariate, answers: people.dropped.answers },
    converged: found.converged,
    warnings: [
      ...found.warnings,
      ...(negative > 0 ? [{ code: 'negative-estimate' as const, data: { variances: negative } }] : []),
    ],
  };
}

/** Only the weights, for the first steps. */
export function weightsOf(options: DistalOptions): { weights?: ArrayLike<number> } {
  return options.weights === undefined ? {} : { weights: options.weights };
}

function moments(
  model: ScoringModel,
  data: Indicators,
  people: ReturnType<typeof peopleOf>,
  outcome: Float64Array,
  options: DistalMeansOptions,
) {
  const found = weightedMeans(model, data, people, [outcome], options);
  const { classes } = model;
  const squares = Array<number>(classes).fill(0);
  const sums = Array<number>(classes).fill(0);
  for (const [at, count] of found.counts.entries()) {
    const k = at % classes;
    squares[k]! += count * (outcome[Math.floor(at / classes)]! - found.means[k]!) ** 2;
    sums[k]! += count;
  }
  const warnings: readonly Warning[] = found.warnings;
  return {
    ...found,
    means: [...found.means],
    variances: squares.map((square, k) => square / sums[k]!),
    loglik: null,
    converged: true,
    warnings,
  };
}

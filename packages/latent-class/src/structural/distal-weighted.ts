import type { Indicators } from '../data.js';
import { congruence } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import type { ScoringModel } from '../posterior.js';
import { bchWeights, place, type Assignment } from './assignment.js';
import type { DistalOptions } from './distal.js';
import { addOuter, mirror } from './louis.js';
import { crossDerivative, measurement } from './measurement.js';
import type { People } from './people.js';
import type { Warning } from '../warning.js';
import { rowWeights } from './row-weights.js';

/** Means of some variables in each class, from weights that count each person for each class. */
export interface WeightedMeans {
  readonly placed: Assignment;
  /** Class by class, variable by variable. */
  readonly means: Float64Array;
  readonly covariance: Square;
  readonly shares: readonly number[];
  /** Rows in use x classes: weight of each person for each class. */
  readonly counts: Float64Array;
  readonly warnings: readonly Warning[];
}

/**
 * Class means by BCH, or by the placement itself: m_k = sum c_ik y_i / sum c_ik, with c the weight of person i for
 * class k. The covariance is that of an estimating equation, A^-1 (sum over people of s s') A^-1 with
 * s_k = c_ik (y_i - m_k), because a person counts for several classes (Vermunt 2010; Bakk & Vermunt 2016,
 * Struct. Equ. Modeling 23:20-31). `variables` holds the values of the rows in use, variable after variable.
 */
export function weightedMeans(
  model: ScoringModel,
  data: Indicators,
  people: People,
  variables: readonly Float64Array[],
  options: DistalOptions,
): WeightedMeans {
  const { assignment: rule = 'modal', correction } = options;
  const every = rowWeights(data, options.weights);
  const placed = place(model, data, rule, every);
  const { classes } = model;
  const width = variables.length;
  const size = classes * width;
  const countsOf = (from: Assignment): Float64Array => {
    const parts = correction === 'none' ? from.parts : bchWeights(from).weights;
    return Float64Array.from({ length: people.rows.length * classes }, (_, at) => {
      const i = Math.floor(at / classes);
      return people.weights[i]! * parts[people.rows[i]! * classes + (at % classes)]!;
    });
  };
  const counts = countsOf(placed);
  const sums = new Float64Array(classes);
  const means = new Float64Array(size);
  for (const [at, count] of counts.entries()) {
    const k = at % classes;
    const i = Math.floor(at / classes);
    sums[k]! += count;
    for (const [v, values] of variables.entries()) means[k * width + v]! += count * values[i]!;
  }
  for (let j = 0; j < size; j++) means[j]! /= sums[Math.floor(j / width)]!;

  const gradient = (from: Float64Array, middle?: Square): Float64Array => {
    const total = new Float64Array(size);
    const own = new Float64Array(size);
    for (const [i, weight] of people.weights.entries()) {
      for (let j = 0; j < size; j++) {
        const count = from[i * classes + Math.floor(j / width)]!;
        own[j] = count * (variables[j % width]![i]! - means[j]!);
        total[j]! += own[j]!;
      }
      // Counts carry the weight once; a frequency weight is that many people and must not be squared.
      if (middle !== undefined) addOuter(middle, own, people.sample ? 1 : 1 / weight);
    }
    return total;
  };
  const middle = new Float64Array(size * size);
  gradient(counts, middle);
  mirror(middle, size);
  if (options.propagate === true) {
    const first = measurement(model, data, options.weights);
    const cross = crossDerivative(model, first, size, (nearby) =>
      gradient(countsOf(place(nearby, data, rule, every, placed))),
    );
    for (const [j, value] of congruence(cross, first.covariance, size).entries()) middle[j]! += value;
  }
  const covariance = middle.map(
    (value, at) =>
      value / (sums[Math.floor(Math.floor(at / size) / width)]! * sums[Math.floor((at % size) / width)]!),
  );
  const n = sums.reduce((sum, value) => sum + value, 0);
  const { negative, lowest } = correction === 'none' ? { negative: 0, lowest: 0 } : bchWeights(placed);
  return {
    placed,
    means,
    covariance,
    shares: [...sums].map((sum) => sum / n),
    counts,
    warnings: lowest < 0 ? [{ code: 'negative-weights', data: { count: negative, lowest } }] : [],
  };
}

import { exp, log } from '../elementary.js';
import { solveSymmetric, type Square } from '../linear/solve.js';

/**
 * Multinomial logit of class on covariates: log(P(class k) / P(reference)) = b_k x. The coefficients of all classes but
 * the reference stand in one vector, class after class.
 */
export interface Logit {
  readonly classes: number;
  readonly terms: number;
  /** The class that the others are compared with. */
  readonly reference: number;
  /** Rows x terms. */
  readonly design: Float64Array;
}

/** Number of coefficients. */
export function coefficients(logit: Logit): number {
  return (logit.classes - 1) * logit.terms;
}

/** Position of a class's first coefficient; -1 for the reference, which has none. */
export function firstCoefficient(logit: Logit, k: number): number {
  if (k === logit.reference) return -1;
  return (k < logit.reference ? k : k - 1) * logit.terms;
}

/** Class probabilities of each row given its covariates. */
export function priors(logit: Logit, gamma: Float64Array): Float64Array {
  const { classes, terms, design } = logit;
  const rows = design.length / terms;
  const result = new Float64Array(rows * classes);
  const first = Array.from({ length: classes }, (_, k) => firstCoefficient(logit, k));
  for (let row = 0; row < rows; row++) {
    let highest = 0;
    for (let k = 0; k < classes; k++) {
      let eta = 0;
      if (first[k]! >= 0) {
        for (let t = 0; t < terms; t++) eta += gamma[first[k]! + t]! * design[row * terms + t]!;
      }
      result[row * classes + k] = eta;
      highest = Math.max(highest, eta);
    }
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      sum += result[row * classes + k] = exp(result[row * classes + k]! - highest);
    }
    for (let k = 0; k < classes; k++) result[row * classes + k]! /= sum;
  }
  return result;
}

/** Minus the second derivative of sum w log P(class): sum w x x' (diag p - p p'), the same whatever the classes are. */
export function logitInformation(logit: Logit, probabilities: Float64Array, weights: Float64Array): Square {
  const { classes, terms, design } = logit;
  const size = coefficients(logit);
  const result = new Float64Array(size * size);
  const kept = Array.from({ length: classes }, (_, k) => k).filter((k) => k !== logit.reference);
  for (const [row, weight] of weights.entries()) {
    for (const [a, k] of kept.entries()) {
      const p = probabilities[row * classes + k]!;
      for (let b = 0; b <= a; b++) {
        const factor = weight * p * (Number(a === b) - probabilities[row * classes + kept[b]!]!);
        for (let t = 0; t < terms; t++) {
          const left = factor * design[row * terms + t]!;
          const at = (a * terms + t) * size + b * terms;
          for (let u = 0; u < terms; u++) result[at + u]! += left * design[row * terms + u]!;
        }
      }
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) result[j * size + i] = result[i * size + j]!;
  return result;
}

/**
 * Sum over rows and classes of c log P(class), where c is the weight with which a row counts for a class, and its
 * derivative. c may be negative, as in BCH.
 */
function objective(logit: Logit, counts: Float64Array, gamma: Float64Array) {
  const { classes, terms, design } = logit;
  const probabilities = priors(logit, gamma);
  const rows = probabilities.length / classes;
  const gradient = new Float64Array(gamma.length);
  const totals = new Float64Array(rows);
  let value = 0;
  for (let row = 0; row < rows; row++) {
    let total = 0;
    for (let k = 0; k < classes; k++) {
      const count = counts[row * classes + k]!;
      total += count;
      if (count !== 0) value += count * log(Math.max(probabilities[row * classes + k]!, 1e-300));
    }
    totals[row] = total;
    for (let k = 0; k < classes; k++) {
      const first = firstCoefficient(logit, k);
      if (first < 0) continue;
      const surplus = counts[row * classes + k]! - total * probabilities[row * classes + k]!;
      for (let t = 0; t < terms; t++) gradient[first + t]! += surplus * design[row * terms + t]!;
    }
  }
  return { value, gradient, totals, probabilities };
}

/**
 * Coefficients that maximise sum c log P(class), by Newton's method with halved steps where a full one overshoots. It
 * is concave, so there is one maximum; there is none, and `undefined` is returned, where covariates are collinear.
 */
export function maximiseLogit(
  logit: Logit,
  counts: Float64Array,
  start: Float64Array,
  steps = 50,
): Float64Array | undefined {
  let gamma = start;
  let here = objective(logit, counts, gamma);
  for (let step = 0; step < steps; step++) {
    const information = logitInformation(logit, here.probabilities, here.totals);
    const move = solveSymmetric(information, here.gradient);
    if (move === undefined) return undefined;
    const gain = move.reduce((sum, value, i) => sum + value * here.gradient[i]!, 0);
    let next = gamma;
    for (let length = 1; length > 1e-4; length /= 2) {
      const moved = gamma.map((value, i) => value + length * move[i]!);
      const there = objective(logit, counts, moved);
      if (there.value < here.value) continue;
      [next, here] = [moved, there];
      break;
    }
    if (next === gamma) break;
    gamma = next;
    if (gain < 1e-14 * (1 + Math.abs(here.value))) break;
  }
  return gamma;
}

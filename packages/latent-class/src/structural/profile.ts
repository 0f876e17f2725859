import { congruence, rootDiagonal } from '../linear/product.js';
import type { Square } from '../linear/solve.js';
import type { Expectation, Joint, JointState } from './joint.js';
import type { FreeProbability } from './joint-scores.js';
import { coefficients, firstCoefficient } from './logit.js';

/** Standard errors in the form of what they belong to. */
export interface ProfileErrors {
  readonly shares: readonly number[];
  readonly probs: readonly (readonly (readonly number[])[])[];
}

/** Mean class probabilities, and item probabilities by indicator, class and category, in one group. */
export function profileOfJoint(joint: Joint, state: JointState, expected?: Expectation, group = 0) {
  const { classes } = joint.logit;
  const shares = Array<number>(classes).fill(0);
  let n = 0;
  if (expected !== undefined) {
    for (const [row, cell] of joint.cellOfRow.entries()) {
      if (joint.groupOfCell[cell] !== group) continue;
      const weight = joint.weights[row]! * joint.parts[row]!;
      n += weight;
      for (let k = 0; k < classes; k++) shares[k]! += weight * expected.prior[row * classes + k]!;
    }
  }
  return {
    shares: shares.map((share) => share / n),
    probs: joint.categories.map((length, item) =>
      Array.from({ length: classes }, (_, k) => {
        const from = joint.blocks.at(group, k, item);
        return [...state.probs.subarray(from, from + length)];
      }),
    ),
  };
}

/**
 * Standard errors of the mean class probabilities by the delta method: d p_k / d b_j = p_k ((k = j) - p_j) x, averaged
 * over people, whose covariates are taken as given.
 */
export function shareErrors(joint: Joint, expected: Expectation, covariance: Square, group = 0): number[] {
  const jacobian = shareJacobian(joint, expected, covariance, group);
  return [...rootDiagonal(congruence(jacobian, covariance, joint.logit.classes))];
}

/** Covariance of the mean class probabilities of groups 0 up to `groups`, group after group. */
export function shareCovariance(
  joint: Joint,
  expected: Expectation,
  covariance: Square,
  groups: number,
): Square {
  const { classes } = joint.logit;
  const parts = Array.from({ length: groups }, (_, group) =>
    shareJacobian(joint, expected, covariance, group),
  );
  const jacobian = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  for (const [group, part] of parts.entries()) jacobian.set(part, group * part.length);
  return congruence(jacobian, covariance, groups * classes);
}

/** Derivatives of the mean class probabilities of a group by every parameter that the covariance is of. */
function shareJacobian(joint: Joint, expected: Expectation, covariance: Square, group: number): Float64Array {
  const { logit, weights, parts } = joint;
  const { classes, terms, design } = logit;
  const size = Math.round(Math.sqrt(covariance.length));
  const jacobian = new Float64Array(classes * size);
  let n = 0;
  for (const [row, weight] of weights.entries()) {
    if (joint.groupOfCell[joint.cellOfRow[row]!] !== group) continue;
    n += weight * parts[row]!;
    for (let k = 0; k < classes; k++) {
      for (let j = 0; j < classes; j++) {
        const first = firstCoefficient(logit, j);
        if (first < 0) continue;
        const slope =
          weight *
          parts[row]! *
          expected.prior[row * classes + k]! *
          (Number(k === j) - expected.prior[row * classes + j]!);
        for (let t = 0; t < terms; t++) jacobian[k * size + first + t]! += slope * design[row * terms + t]!;
      }
    }
  }
  return jacobian.map((value) => value / n);
}

/** Standard errors of item probabilities by the delta method: d p_c / d l_j = p_c ((c = j) - p_j). */
export function probabilityErrors(
  joint: Joint,
  state: JointState,
  free: readonly FreeProbability[],
  covariance: Square,
  group = 0,
): number[][][] {
  const size = Math.round(Math.sqrt(covariance.length));
  const slopes = coefficients(joint.logit);
  const own = new Map<number, number[]>();
  for (const [i, { block }] of free.entries()) {
    const { from } = joint.blocks.list[block]!;
    own.set(from, [...(own.get(from) ?? []), i]);
  }
  return joint.categories.map((length, item) =>
    Array.from({ length: joint.logit.classes }, (_, k) => {
      const from = joint.blocks.at(group, k, item);
      const mine = own.get(from) ?? [];
      return Array.from({ length }, (__, c) => {
        const p = state.probs[from + c]!;
        const slope = mine.map((i) => p * (Number(free[i]!.at === from + c) - state.probs[free[i]!.at]!));
        let variance = 0;
        for (const [a, i] of mine.entries()) {
          for (const [b, j] of mine.entries()) {
            variance += slope[a]! * slope[b]! * covariance[(slopes + i) * size + slopes + j]!;
          }
        }
        return Math.sqrt(Math.max(0, variance));
      });
    }),
  );
}

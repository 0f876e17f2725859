import { BOUNDARY } from '../parameters.js';
import { basisOf, type Basis } from '../inference/basis.js';
import type { Square } from '../linear/solve.js';
import { blockCounts, type Expectation, type Joint, type JointState } from './joint.js';
import { coefficients, firstCoefficient, logitInformation } from './logit.js';
import { mixtureScores, type CompleteScore } from './louis.js';

/**
 * A free item probability as a log-odds against the likeliest category of its block. Probabilities of 0 are left out:
 * they are on the boundary, where a log-odds has no derivative.
 */
export interface FreeProbability {
  readonly block: number;
  /** Position in the vector of probabilities. */
  readonly at: number;
  /** Position of the category it is compared with. */
  readonly base: number;
}

/** First and second derivatives of the log-likelihood by coefficients and free log-odds, in this order. */
export interface JointScores {
  readonly size: number;
  readonly free: readonly FreeProbability[];
  readonly gradient: Float64Array;
  /** Minus the second derivative. */
  readonly observed: Square;
  readonly outer: Square;
  readonly middle: Square;
  /** How the parameters depend on fewer, where something is asked of the answers. */
  readonly basis?: Basis | undefined;
}

/** The free probabilities at a point. */
export function freeProbabilities(joint: Joint, probs: Float64Array): FreeProbability[] {
  return joint.blocks.list.flatMap(({ from, length, fixed }, block) => {
    if (fixed) return [];
    let base = from;
    for (let i = from; i < from + length; i++) if (probs[i]! > probs[base]!) base = i;
    return Array.from({ length }, (_, c) => from + c)
      .filter((at) => at !== base && probs[at]! >= BOUNDARY)
      .map((at) => ({ block, at, base }));
  });
}

/** Derivatives at a point, where `expected` is the E-step there; without `squares`, only what Newton's method needs. */
export function jointScores(
  joint: Joint,
  state: JointState,
  expected: Expectation,
  squares = true,
): JointScores {
  const { logit, blocks, categories } = joint;
  const { classes, terms, design } = logit;
  const { probs } = state;
  const free = freeProbabilities(joint, probs);
  const slopes = coefficients(logit);
  const size = slopes + free.length;
  // Where each block's free log-odds begin among the parameters, and where they end.
  const begin = new Int32Array(blocks.size).fill(-1);
  const count = new Int32Array(blocks.size);
  for (const [i, { block }] of free.entries()) {
    const { from } = blocks.list[block]!;
    if (begin[from] === -1) begin[from] = slopes + i;
    count[from]!++;
  }
  const items = categories.length;
  const first = Array.from({ length: classes }, (_, k) => firstCoefficient(logit, k));

  const complete: CompleteScore = {
    fill(row, k, at, value) {
      let length = 0;
      for (let j = 0; j < classes; j++) {
        if (first[j]! < 0) continue;
        const surplus = Number(j === k) - expected.prior[row * classes + j]!;
        for (let t = 0; t < terms; t++) {
          at[length] = first[j]! + t;
          value[length++] = surplus * design[row * terms + t]!;
        }
      }
      const cell = joint.cellOfRow[row]!;
      for (let item = 0; item < items; item++) {
        const code = joint.cellCodes[cell * items + item]!;
        if (code === 0) continue;
        const from = blocks.at(joint.groupOfCell[cell]!, k, item);
        for (let i = begin[from]!, end = i + count[from]!; i < end; i++) {
          const category = free[i - slopes]!.at;
          at[length] = i;
          value[length++] = Number(category === from + code - 1) - probs[category]!;
        }
      }
      return length;
    },
  };
  const scores = mixtureScores({ classes, posterior: expected.posterior, ...joint }, size, complete, squares);

  const observed = completeInformation(joint, state, expected, free);
  for (let i = 0; i < observed.length; i++) observed[i]! -= scores.lost[i]!;
  const { gradient, outer, middle } = scores;
  return { size, free, observed, gradient, outer, middle, basis: basisOfJoint(joint, free) };
}

function basisOfJoint(joint: Joint, free: readonly FreeProbability[]): Basis | undefined {
  if (joint.families === undefined) return undefined;
  const slopes = coefficients(joint.logit);
  const logitAt = new Int32Array(joint.blocks.size).fill(-1);
  const referenceAt = new Int32Array(joint.blocks.size);
  for (const [i, { at, base }] of free.entries()) {
    logitAt[at] = slopes + i;
    referenceAt[at] = base;
  }
  const alone = Array.from({ length: slopes }, (_, i) => i);
  return basisOf(joint.families, alone, logitAt, referenceAt, slopes + free.length);
}

/** The information if classes were seen: that of the logit, and n (diag p - p p') for each block. */
function completeInformation(
  joint: Joint,
  state: JointState,
  expected: Expectation,
  free: readonly FreeProbability[],
): Square {
  const slopes = coefficients(joint.logit);
  const size = slopes + free.length;
  const result = new Float64Array(size * size);
  const weights = joint.weights.map((weight, row) => weight * joint.parts[row]!);
  const logit = logitInformation(joint.logit, expected.prior, weights);
  for (let i = 0; i < slopes; i++) {
    for (let j = 0; j < slopes; j++) result[i * size + j] = logit[i * slopes + j]!;
  }
  const counts = blockCounts(joint, expected.posterior);
  for (const [i, a] of free.entries()) {
    const { from, length } = joint.blocks.list[a.block]!;
    const n = counts.subarray(from, from + length).reduce((sum, value) => sum + value, 0);
    for (let j = i; j >= 0 && free[j]!.block === a.block; j--) {
      const b = free[j]!;
      const value = n * state.probs[a.at]! * (Number(i === j) - state.probs[b.at]!);
      result[(slopes + i) * size + slopes + j] = result[(slopes + j) * size + slopes + i] = value;
    }
  }
  return result;
}

import { exp, log } from '../elementary.js';
import type { Family } from '../parameters.js';
import { freeIn } from '../restriction/restriction.js';
import { maximiseFamilies } from '../restriction/settle.js';
import { maximiseLogit, priors, type Logit } from './logit.js';
import type { Blocks } from './item-blocks.js';

/**
 * A latent class model in which the class depends on covariates by a multinomial logit and the answers on the class:
 * P(answers | x) = sum over classes of P(class | x) times the product of P(answer | class). One-step and two-step
 * regression, the maximum likelihood third step and models for several groups are all this model, with some of its
 * item probabilities free, some held equal and some fixed.
 */
export interface Joint {
  readonly logit: Logit;
  readonly categories: readonly number[];
  /** Rows with the same answers in the same group share a cell. */
  readonly cellOfRow: Int32Array;
  /** Codes of each cell, one indicator after the other; 0 is missing. */
  readonly cellCodes: Uint8Array;
  readonly groupOfCell: Uint8Array;
  readonly blocks: Blocks;
  /** What is asked of the free probabilities; undefined where nothing is. */
  readonly families?: readonly Family[] | undefined;
  readonly weights: Float64Array;
  readonly parts: Float64Array;
  readonly person: Int32Array;
  /** True for survey weights. */
  readonly sample: boolean;
}

export interface JointState {
  /** Coefficients of the class logit. */
  readonly gamma: Float64Array;
  /** Item probabilities, block after block. */
  readonly probs: Float64Array;
}

export interface Expectation {
  readonly loglik: number;
  readonly prior: Float64Array;
  readonly posterior: Float64Array;
}

/** A probability of zero still has a logarithm. */
const TINY = 1e-300;

/** Log-likelihood, and how far each row belongs to each class, given the parameters (the E-step). */
export function expectation(joint: Joint, state: JointState): Expectation {
  const { classes } = joint.logit;
  const prior = priors(joint.logit, state.gamma);
  const { like, shift } = conditionals(joint, state.probs);
  const posterior = new Float64Array(prior.length);
  let loglik = 0;
  for (const [row, cell] of joint.cellOfRow.entries()) {
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      sum += posterior[row * classes + k] = prior[row * classes + k]! * like[cell * classes + k]!;
    }
    sum = Math.max(sum, TINY);
    for (let k = 0; k < classes; k++) posterior[row * classes + k]! /= sum;
    loglik += joint.weights[row]! * joint.parts[row]! * (log(sum) + shift[cell]!);
  }
  return { loglik, prior, posterior };
}

/** P(answers | class) of each cell, divided by its largest value so that it cannot underflow; `shift` is its log. */
function conditionals(joint: Joint, probs: Float64Array): { like: Float64Array; shift: Float64Array } {
  const { classes } = joint.logit;
  const items = joint.categories.length;
  const cells = joint.groupOfCell.length;
  const logs = probs.map((p) => log(Math.max(p, TINY)));
  const like = new Float64Array(cells * classes);
  const shift = new Float64Array(cells);
  const { stride } = joint.blocks;
  for (let cell = 0; cell < cells; cell++) {
    const at = cell * classes;
    for (let item = 0; item < items; item++) {
      const code = joint.cellCodes[cell * items + item]!;
      if (code === 0) continue;
      const from = joint.blocks.at(joint.groupOfCell[cell]!, 0, item) + code - 1;
      for (let k = 0; k < classes; k++) like[at + k]! += logs[from + k * stride]!;
    }
    let highest = -Infinity;
    for (let k = 0; k < classes; k++) highest = Math.max(highest, like[at + k]!);
    shift[cell] = highest;
    for (let k = 0; k < classes; k++) like[at + k] = exp(like[at + k]! - highest);
  }
  return { like, shift };
}

/** Weight of the answers in each category of each block, given how far rows belong to classes. */
export function blockCounts(joint: Joint, posterior: Float64Array): Float64Array {
  const { classes } = joint.logit;
  const items = joint.categories.length;
  const byCell = new Float64Array(joint.groupOfCell.length * classes);
  for (const [row, cell] of joint.cellOfRow.entries()) {
    const weight = joint.weights[row]! * joint.parts[row]!;
    for (let k = 0; k < classes; k++) {
      byCell[cell * classes + k]! += weight * posterior[row * classes + k]!;
    }
  }
  const counts = new Float64Array(joint.blocks.size);
  const { stride } = joint.blocks;
  for (const [cell, group] of joint.groupOfCell.entries()) {
    for (let item = 0; item < items; item++) {
      const code = joint.cellCodes[cell * items + item]!;
      if (code === 0) continue;
      const from = joint.blocks.at(group, 0, item) + code - 1;
      for (let k = 0; k < classes; k++) counts[from + k * stride]! += byCell[cell * classes + k]!;
    }
  }
  return counts;
}

/**
 * One step of expectation-maximisation (Bandeen-Roche et al. 1997): item probabilities become weighted
 * proportions, and the coefficients take a Newton step towards the logit of the class on the covariates.
 */
export function emStep(joint: Joint, state: JointState): { loglik: number; next: JointState } {
  const { loglik, posterior } = expectation(joint, state);
  const { classes } = joint.logit;
  const weighted = Float64Array.from(posterior);
  for (const [row, weight] of joint.weights.entries()) {
    const count = weight * joint.parts[row]!;
    for (let k = 0; k < classes; k++) weighted[row * classes + k]! *= count;
  }
  const gamma = maximiseLogit(joint.logit, weighted, state.gamma, 1) ?? state.gamma;
  const counts = blockCounts(joint, posterior);
  const probs = Float64Array.from(state.probs);
  if (joint.families !== undefined) {
    for (const { from, length, fixed } of joint.blocks.list) {
      if (!fixed) probs.set(counts.subarray(from, from + length), from);
    }
    maximiseFamilies(joint.families, state.probs, probs);
    return { loglik, next: { gamma, probs } };
  }
  for (const { from, length, fixed } of joint.blocks.list) {
    if (fixed) continue;
    let total = 0;
    for (let i = from; i < from + length; i++) total += counts[i]!;
    if (total > 0) for (let i = from; i < from + length; i++) probs[i] = counts[i]! / total;
  }
  return { loglik, next: { gamma, probs } };
}

/** Free parameters of the answers: what is equal counts once, what is fixed not at all. */
export function freeProbabilityCount({ blocks, families }: Joint): number {
  if (families !== undefined) return freeIn(families);
  return blocks.list.reduce((sum, { length, fixed }) => sum + (fixed ? 0 : length - 1), 0);
}

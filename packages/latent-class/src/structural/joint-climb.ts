import { exp } from '../elementary.js';
import { contract, contractVector, expandVector } from '../inference/basis.js';
import { BOUNDARY } from '../parameters.js';
import { solveSymmetric } from '../linear/solve.js';
import { emStep, expectation, type Expectation, type Joint, type JointState } from './joint.js';
import { jointScores, type FreeProbability, type JointScores } from './joint-scores.js';
import { coefficients } from './logit.js';

/** EM hands over to Newton when a step gains less than this part of a log-likelihood unit. */
const NEAR = 1e-3;
/** Newton has arrived when it promises to gain less than this, or less than rounding hides in a sum of this size. */
const ARRIVED = 1e-12;
const ROUNDING = 1e-14;

export interface JointFit {
  readonly state: JointState;
  readonly expected: Expectation;
  readonly scores: JointScores;
  readonly loglik: number;
  readonly converged: boolean;
}

/** Takes `steps` EM steps, fewer if they gain nothing more. */
export function emClimb(
  joint: Joint,
  start: JointState,
  steps: number,
): { state: JointState; loglik: number } {
  let state = start;
  let loglik = -Infinity;
  for (let step = 0; step < steps; step++) {
    const reached = emStep(joint, state);
    if (reached.loglik - loglik < NEAR) return { state, loglik: reached.loglik };
    loglik = reached.loglik;
    state = reached.next;
  }
  return { state, loglik };
}

/**
 * Climbs to a maximum: EM from far away, because it never falls, and Newton's method with the observed information
 * near by, because EM is slow there and stops short of coefficients that one wants to four places.
 */
export function climbJoint(joint: Joint, start: JointState, rounds = 12): JointFit {
  let { state } = emClimb(joint, start, 1000);
  let expected = expectation(joint, state);
  for (let round = 0; ; round++) {
    const reached = newton(joint, state, expected);
    ({ state, expected } = reached);
    const cleared = clearBoundary(joint, state, expected);
    if (cleared !== undefined) ({ state, expected } = cleared);
    if ((reached.converged && cleared === undefined) || round === rounds) {
      const scores = jointScores(joint, state, expected);
      return { state, expected, scores, loglik: expected.loglik, converged: reached.converged };
    }
    if (!reached.converged) {
      // Not near a maximum after all: the information is not positive definite. EM knows the way.
      for (let step = 0; step < 100; step++) state = emStep(joint, state).next;
      expected = expectation(joint, state);
    }
  }
}

function newton(joint: Joint, start: JointState, from: Expectation) {
  let state = start;
  let expected = from;
  let scores = jointScores(joint, state, expected, false);
  for (let step = 0; step < 40; step++) {
    const move = newtonMove(scores);
    if (move === undefined) return { state, expected, scores, converged: false };
    const promised = move.reduce((sum, value, i) => sum + value * scores.gradient[i]!, 0);
    if (promised < ARRIVED + ROUNDING * Math.abs(expected.loglik))
      return { state, expected, scores, converged: true };
    let moved = false;
    for (let length = 1; length > 1e-3 && !moved; length /= 2) {
      const next = shifted(joint, state, scores.free, move, length);
      const there = expectation(joint, next);
      if (there.loglik < expected.loglik) continue;
      [state, expected, moved] = [next, there, true];
    }
    // Rounding in a likelihood of this size hides gains that small.
    if (!moved) return { state, expected, scores, converged: promised < 1e-6 };
    scores = jointScores(joint, state, expected, false);
  }
  return { state, expected, scores, converged: false };
}

/** Where Newton's method goes: within the constraints, if there are any. */
function newtonMove({ observed, gradient, basis }: JointScores): Float64Array | undefined {
  if (basis === undefined) return solveSymmetric(observed, gradient);
  const own = solveSymmetric(contract(basis, observed), contractVector(basis, gradient));
  return own && expandVector(basis, own);
}

/** The point `length` times the move away. Free probabilities move as log-odds, so they stay probabilities. */
export function shifted(
  joint: Joint,
  state: JointState,
  free: readonly FreeProbability[],
  move: Float64Array,
  length: number,
): JointState {
  const slopes = coefficients(joint.logit);
  const gamma = state.gamma.map((value, i) => value + length * move[i]!);
  const probs = Float64Array.from(state.probs);
  for (const [i, { at }] of free.entries()) {
    // A category that races to zero is taken there over several steps.
    probs[at]! *= exp(Math.max(-5, Math.min(5, length * move[slopes + i]!)));
  }
  for (const { block } of free) {
    const { from, length: categories } = joint.blocks.list[block]!;
    let sum = 0;
    for (let i = from; i < from + categories; i++) sum += probs[i]!;
    for (let i = from; i < from + categories; i++) probs[i]! /= sum;
  }
  return { gamma, probs };
}

/** Puts probabilities that are nearly zero at zero, if the likelihood is no lower there. */
function clearBoundary(joint: Joint, state: JointState, expected: Expectation) {
  const probs = Float64Array.from(state.probs);
  let cleared = false;
  for (const { from, length, fixed } of joint.blocks.list) {
    if (fixed) continue;
    let sum = 0;
    for (let i = from; i < from + length; i++) {
      if (probs[i]! < BOUNDARY && probs[i]! > 0) {
        probs[i] = 0;
        cleared = true;
      }
      sum += probs[i]!;
    }
    for (let i = from; i < from + length; i++) probs[i]! /= sum;
  }
  if (!cleared || joint.families?.some(({ scores }) => scores !== undefined) === true) return undefined;
  const next = { gamma: state.gamma, probs };
  const there = expectation(joint, next);
  return there.loglik >= expected.loglik - 1e-9 ? { state: next, expected: there } : undefined;
}

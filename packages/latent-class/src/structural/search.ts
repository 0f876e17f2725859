import { LatentClassError } from '../error.js';
import { matchParameters } from '../match.js';
import { layout, parametersOf, type Layout } from '../parameters.js';
import type { ScoringModel } from '../posterior.js';
import { randomSimplex, randomStream } from '../random.js';
import { layoutOf, specificationOf } from '../restriction/restriction.js';
import { settleFamilies } from '../restriction/settle.js';
import type { Joint, JointState } from './joint.js';
import { climbJoint, emClimb, type JointFit } from './joint-climb.js';
import { firstCoefficient } from './logit.js';
import { profileOfJoint } from './profile.js';

export interface SearchOptions {
  /** Starting points: the first is the model given, the others lie further and further from it (12). */
  readonly starts?: number;
  readonly seed?: number;
}

/** Short runs from every start, the best of which are finished. */
const SCREEN_STEPS = 20;
const FINISHED = 3;
/** Starts stay this far from probabilities of 0, which EM cannot leave. */
const INSIDE = 1e-3;

/** What a search over starts found. */
export interface Search extends JointFit {
  /** Finished starts that came to this maximum, of those finished. */
  readonly hits: number;
  readonly finished: number;
}

/** Runs this close in likelihood and in every probability are on the way to the same maximum. */
const SAME_LOGLIK = 0.1;
const SAME_PROBABILITY = 0.03;

/**
 * Climbs from several starts and returns the best solution, with its classes in the order of the model. EM takes the
 * best starts near to their maxima, and only from the highest does Newton go on. The given state is always among them:
 * it is the one whose classes keep their meaning.
 */
export function search(model: ScoringModel, joint: Joint, given: JointState, options: SearchOptions): Search {
  const { starts = 12, seed = 1 } = options;
  if (!Number.isInteger(starts) || starts < 1) {
    throw new LatentClassError('bad-option', `starts is ${starts}; use a whole number from 1`, { starts });
  }
  const screened = Array.from({ length: starts }, (_, start) => {
    const away = starts === 1 ? 0 : start / (starts - 1);
    return emClimb(joint, startFrom(joint, given, away, seed, start), starts === 1 ? 1 : SCREEN_STEPS);
  });
  const best = screened.toSorted((a, b) => b.loglik - a.loglik).slice(0, FINISHED);
  if (!best.includes(screened[0]!)) best.push(screened[0]!);
  const near = best.map(({ state }) => {
    const run = emClimb(joint, state, 1000);
    return { ...run, state: inOrder(joint, run.state, orderLike(model, joint, run.state)) };
  });
  const highest = near.reduce((a, b) => (b.loglik > a.loglik ? b : a));
  const found = climbJoint(joint, highest.state);
  const hits = near.filter(
    ({ loglik, state }) =>
      highest.loglik - loglik < SAME_LOGLIK && farthest(state, highest.state) < SAME_PROBABILITY,
  ).length;
  return { ...found, hits, finished: near.length };
}

function farthest(a: JointState, b: JointState): number {
  return a.probs.reduce((most, value, i) => Math.max(most, Math.abs(value - b.probs[i]!)), 0);
}

/** The given state (`away` = 0), random item probabilities (1), or a mixture of the two. */
function startFrom(joint: Joint, given: JointState, away: number, seed: number, start: number): JointState {
  const random = randomStream(seed, start);
  const probs = Float64Array.from(given.probs);
  for (const { from, length, fixed } of joint.blocks.list) {
    const drawn = randomSimplex(random, length);
    if (fixed) continue;
    for (let c = 0; c < length; c++) {
      const mixed = (1 - away) * probs[from + c]! + away * drawn[c]!;
      probs[from + c] = (1 - INSIDE) * mixed + INSIDE / length;
    }
  }
  if (joint.families !== undefined) settleFamilies(joint.families, probs);
  return { gamma: Float64Array.from(given.gamma), probs };
}

/**
 * Which class of a solution stands for each class of the model, by their answers, averaged over groups. Shares are left
 * out, as they move with covariates.
 */
function orderLike(model: ScoringModel, joint: Joint, state: JointState): number[] {
  const { classes } = joint.logit;
  const same = Array.from({ length: classes }, (_, k) => k);
  // Fixed classes are in their place already, and so are those that different things are asked of.
  if (joint.blocks.list.some(({ fixed }) => fixed)) return same;
  const kinds = layoutOf(model, specificationOf(model)).restriction?.kinds;
  if (kinds?.some((kind) => kind !== 0) === true) return same;
  const shape = layout(classes, model.categories);
  const shares = Array<number>(classes).fill(1 / classes);
  const groups = 1 + joint.groupOfCell.reduce((most, group) => Math.max(most, group), 0);
  const found = new Float64Array(shape.size);
  for (let group = 0; group < groups; group++) {
    const { probs } = profileOfJoint(joint, state, undefined, group);
    for (const [i, value] of parametersOf(shape, { shares, probs }).entries()) found[i]! += value / groups;
  }
  const matched = matchParameters(shape, parametersOf(shape, { shares, probs: model.probs }), found);
  return same.map((to) => same.findIndex((from) => sameClass(shape, found, from, matched, to)));
}

function sameClass(shape: Layout, a: Float64Array, k: number, b: Float64Array, l: number): boolean {
  const start = (inClass: number): number => shape.classes + inClass * shape.perClass;
  return a.subarray(start(k), start(k + 1)).every((value, i) => value === b[start(l) + i]!);
}

/** The same solution with class `order[k]` as class k. */
function inOrder(joint: Joint, state: JointState, order: readonly number[]): JointState {
  if (order.every((from, to) => from === to)) return state;
  const { logit, blocks, categories } = joint;
  const probs = new Float64Array(state.probs.length);
  const groups = 1 + joint.groupOfCell.reduce((most, group) => Math.max(most, group), 0);
  for (const [k, source] of order.entries()) {
    for (const [item, length] of categories.entries()) {
      for (let group = 0; group < groups; group++) {
        const from = blocks.at(group, source, item);
        probs.set(state.probs.subarray(from, from + length), blocks.at(group, k, item));
      }
    }
  }
  const slope = (k: number, t: number): number => {
    const first = firstCoefficient(logit, k);
    return first < 0 ? 0 : state.gamma[first + t]!;
  };
  const gamma = new Float64Array(state.gamma.length);
  for (const [k, source] of order.entries()) {
    const first = firstCoefficient(logit, k);
    if (first < 0) continue;
    for (let t = 0; t < logit.terms; t++)
      gamma[first + t] = slope(source, t) - slope(order[logit.reference]!, t);
  }
  return { gamma, probs };
}

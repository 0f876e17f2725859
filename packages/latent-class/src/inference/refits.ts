import type { Indicators } from '../data.js';
import { expectationMaximisation } from '../em.js';
import { LatentClassError } from '../error.js';
import { BOUNDARY } from '../parameters.js';
import { matchParameters } from '../match.js';
import { eachSimplex, type Layout, type Parameters } from '../parameters.js';
import { randomStream, type Random } from '../random.js';
import { settle } from '../restriction/settle.js';
import { climb } from '../squarem.js';
import type { StopSignal } from '../starts.js';

/** Callbacks of a run of replicates; both are looked at between replicates, never within one. */
export interface ReplicateWatch {
  readonly onReplicate?: ((done: number, total: number) => void) | undefined;
  readonly signal?: StopSignal | undefined;
}

/** A range of replicates: `from` up to but not including `to`. Ranges may be shared out among threads. */
export interface ReplicateRange extends ReplicateWatch {
  readonly from: number;
  readonly to: number;
}

/** The estimate of one replicate, its classes in the order of the model. Plain data, fit to pass between threads. */
export interface ReplicateEstimate {
  readonly replicate: number;
  readonly parameters: Parameters;
  readonly converged: boolean;
}

/** Replicates draw from streams far above those that starts use. */
const STREAM = 2 ** 33;
/** How far inside a warm start begins where the estimate is on the boundary, which EM could never leave. */
const INSIDE = 1e-3;
/** Times that one refit may read the data. */
const MAX_READINGS = 5000;

/** The random numbers of a replicate: fixed by seed and number, whichever thread runs it. */
export function replicateStream(seed: number, replicate: number): Random {
  return randomStream(seed, STREAM + replicate);
}

/** Does something for each replicate of a range, and stops between two where asked. */
export function eachReplicate<T>(range: ReplicateRange, run: (replicate: number) => T): T[] {
  const { from, to, signal, onReplicate } = range;
  const results: T[] = [];
  for (let replicate = from; replicate < to; replicate++) {
    if (signal?.aborted) {
      const done = replicate - from;
      throw new LatentClassError('aborted', `stopped after ${done} of ${to - from} replicates, as asked`, {
        done,
        total: to - from,
      });
    }
    results.push(run(replicate));
    onReplicate?.(replicate - from + 1, to - from);
  }
  return results;
}

/** The estimate, moved off the boundary a little: where EM starts from on other data. */
export function warmStart(shape: Layout, estimate: Parameters): Parameters {
  const start = Float64Array.from(estimate);
  eachSimplex(shape, (from, to) => {
    if (!start.subarray(from, to).some((value) => value < BOUNDARY)) return;
    let sum = 0;
    for (let i = from; i < to; i++) sum += start[i] = Math.max(start[i]!, INSIDE);
    for (let i = from; i < to; i++) start[i] = start[i]! / sum;
  });
  settle(shape, start);
  return start;
}

/**
 * Estimates the model anew on the data of each replicate. It starts from the full estimate, because the question
 * is how far this solution moves, not whether there are others. Classes are then matched to those of the estimate:
 * otherwise two that change places would look like variation.
 */
export function refit(
  shape: Layout,
  estimate: Parameters,
  range: ReplicateRange,
  dataOf: (replicate: number) => Indicators,
  tolerance: number,
): ReplicateEstimate[] {
  const start = warmStart(shape, estimate);
  return eachReplicate(range, (replicate) => {
    const em = expectationMaximisation(dataOf(replicate), shape);
    const { parameters, converged } = climb(em, start, { tolerance, maxIterations: MAX_READINGS });
    return { replicate, parameters: matchParameters(shape, estimate, parameters), converged };
  });
}

/** Sum over replicates of factor times (estimate - centre) squared, for every pair of parameters. */
export function spreadOfReplicates(
  size: number,
  estimates: readonly ReplicateEstimate[],
  factors: (replicate: number) => number,
  centre: Parameters,
): Float64Array {
  const covariance = new Float64Array(size * size);
  const deviation = new Float64Array(size);
  for (const { replicate, parameters } of estimates) {
    for (let i = 0; i < size; i++) deviation[i] = parameters[i]! - centre[i]!;
    const factor = factors(replicate);
    for (let i = 0; i < size; i++) {
      const left = factor * deviation[i]!;
      if (left === 0) continue;
      for (let j = 0; j < size; j++) {
        covariance[i * size + j] = covariance[i * size + j]! + left * deviation[j]!;
      }
    }
  }
  return covariance;
}

/** The mean of the replicates' estimates. */
export function meanOfReplicates(size: number, estimates: readonly ReplicateEstimate[]): Parameters {
  const mean = new Float64Array(size);
  for (const { parameters } of estimates) {
    for (let i = 0; i < size; i++) mean[i] = mean[i]! + parameters[i]! / estimates.length;
  }
  return mean;
}

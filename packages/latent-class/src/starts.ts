import type { Indicators } from './data.js';
import { expectationMaximisation, type Em } from './em.js';
import { LatentClassError } from './error.js';
import { randomParameters, type Parameters } from './parameters.js';
import { randomStream } from './random.js';
import type { Specification } from './restriction/item-rule.js';
import { layoutOf } from './restriction/restriction.js';
import { settleRandom } from './restriction/settle.js';
import { climb, type Climb } from './squarem.js';

/** Something that can say stop: an AbortSignal, or any object whose `aborted` turns true. */
export interface StopSignal {
  readonly aborted: boolean;
}

export interface Progress {
  readonly stage: 'screen' | 'finish';
  readonly done: number;
  readonly total: number;
}

/** Callbacks of a search; both are looked at between starts, never within one. */
export interface Watch {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: StopSignal | undefined;
}

/** How many random starts are tried, and how far. */
export interface StartPlan {
  /** Random starts that are screened by a short run. */
  readonly screened: number;
  /** The best of them that are run to the end. */
  readonly finished: number;
  /** EM steps of the short run. */
  readonly steps: number;
}

/**
 * The starting points used where nothing else is asked for. Screening many and finishing few finds better
 * maxima than finishing as many as the same time allows.
 */
export const DEFAULT_STARTS: StartPlan = { screened: 500, finished: 30, steps: 20 };

/** A start after its short run. Plain data: it may come from another thread. */
export interface Candidate {
  /** Number of the start, 0, 1, 2 ... It decides kind and random numbers, with the seed. */
  readonly start: number;
  readonly loglik: number;
  readonly parameters: Parameters;
}

/** A start run to the end. */
export interface Finished extends Climb {
  readonly start: number;
}

/**
 * Two kinds of start, because each misses maxima that the other finds. Even starts draw all item probabilities
 * evenly; odd ones draw at random how far each pattern belongs to each class, which puts all classes near the
 * average person.
 */
function randomStart(em: Em, seed: number, start: number): Parameters {
  const random = randomStream(seed, start);
  const parameters = randomParameters(em.shape, random);
  settleRandom(em.shape, parameters, random);
  if (start % 2 === 1) em.fromResponsibilities(random, parameters);
  return parameters;
}

/** Gives each start from `from` up to `to` its short run. Ranges may be shared out among threads. */
export function screenStarts(
  data: Indicators,
  options: Specification & { seed: number; from: number; to: number; steps: number } & Watch,
): Candidate[] {
  const { seed, from, to, steps } = options;
  const em = expectationMaximisation(data, layoutOf(data, options));
  return watched('screen', from, to, options, (start) => {
    let parameters = randomStart(em, seed, start);
    let next: Parameters = new Float64Array(em.shape.size);
    let loglik = -Infinity;
    for (let step = 0; step < steps; step++) {
      loglik = em.step(parameters, next);
      [parameters, next] = [next, parameters];
    }
    return { start, loglik, parameters };
  });
}

/** The `count` most promising candidates, in the order of their starts' numbers where they tie. */
export function bestCandidates(candidates: readonly Candidate[], count: number): Candidate[] {
  return candidates.toSorted((a, b) => b.loglik - a.loglik || a.start - b.start).slice(0, count);
}

/** Runs candidates to the end. They may be shared out among threads as well. */
export function finishStarts(
  data: Indicators,
  options: Specification & {
    candidates: readonly Candidate[];
    tolerance: number;
    maxIterations: number;
  } & Watch,
): Finished[] {
  const { candidates } = options;
  const em = expectationMaximisation(data, layoutOf(data, options));
  return watched('finish', 0, candidates.length, options, (i) => {
    const { start, parameters } = candidates[i]!;
    return { start, ...climb(em, parameters, options) };
  });
}

function watched<T>(
  stage: Progress['stage'],
  from: number,
  to: number,
  watch: Watch,
  run: (i: number) => T,
): T[] {
  const results: T[] = [];
  for (let i = from; i < to; i++) {
    if (watch.signal?.aborted) {
      throw new LatentClassError('aborted', `stopped after ${i - from} of ${to - from} starts, as asked`, {
        done: i - from,
        total: to - from,
      });
    }
    results.push(run(i));
    watch.onProgress?.({ stage, done: i - from + 1, total: to - from });
  }
  return results;
}

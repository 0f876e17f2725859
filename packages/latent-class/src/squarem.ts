import type { Em } from './em.js';
import { eachSimplex, type Parameters } from './parameters.js';
import { extrapolateWithin } from './restriction/settle.js';

export interface Climb {
  readonly parameters: Parameters;
  readonly loglik: number;
  /** Times the data were read. */
  readonly iterations: number;
  readonly converged: boolean;
}

export interface ClimbOptions {
  /** Stop when a whole cycle gains less than this in log-likelihood. */
  readonly tolerance: number;
  /** Stop after reading the data this many times. */
  readonly maxIterations: number;
}

/**
 * Climbs to a local maximum of the likelihood by EM, sped up by squared extrapolation (SQUAREM, scheme S3;
 * Varadhan & Roland 2008, Scand. J. Statist. 35:335-353). Two EM steps show the direction r and its change v;
 * the third reading is taken far ahead, at `start + 2 a r + a^2 v` with `a = |r| / |v|`. If the likelihood is
 * lower there than after one plain step, the point is thrown away and plain EM goes on: the likelihood never falls.
 */
export function climb(em: Em, start: Parameters, options: ClimbOptions): Climb {
  const { size, restriction } = em.shape;
  let here = Float64Array.from(start);
  const one = new Float64Array(size);
  const two = new Float64Array(size);
  const ahead = new Float64Array(size);
  let landed = new Float64Array(size);
  const ranges: [from: number, end: number][] = [];
  eachSimplex(em.shape, (from, end) => ranges.push([from, end]));
  let longest = 4;
  let iterations = 0;
  for (;;) {
    const before = em.step(here, one);
    const after = em.step(one, two);
    iterations += 2;
    let r2 = 0;
    let v2 = 0;
    for (let i = 0; i < size; i++) {
      const r = one[i]! - here[i]!;
      const v = two[i]! - one[i]! - r;
      r2 += r * r;
      v2 += v * v;
    }
    const wanted = v2 > 0 ? Math.sqrt(r2 / v2) : 1;
    const length = Math.min(Math.max(wanted, 1), longest);
    if (restriction === undefined) extrapolate(ranges, here, one, two, length, ahead);
    else extrapolateWithin(em.shape, restriction, here, one, two, length, ahead);
    const reached = em.step(ahead, landed);
    iterations++;
    const accepted = reached >= after;
    const loglik = accepted ? reached : after;
    // Rounding in a sum of this size hides smaller gains than this.
    const converged = loglik - before < Math.max(options.tolerance, Math.abs(loglik) * 4e-15);
    // Answers that every class rules out leave nothing to climb.
    if (converged || loglik === -Infinity || iterations + 3 > options.maxIterations) {
      return { parameters: accepted ? ahead : one, loglik, iterations, converged };
    }
    if (accepted) {
      // Growing twice as fast as it shrinks takes a sixth fewer readings than growing as fast, to maxima as good.
      if (length === longest) longest *= 8;
      [here, landed] = [landed, here];
    } else {
      longest = Math.max(2, longest / 4);
      here.set(two);
    }
  }
}

/**
 * Writes the point `length` steps ahead to `to`. Proportions keep their sum by themselves; one that would turn
 * negative is put close to zero instead, from where it can come back, and its neighbours are rescaled.
 */
function extrapolate(
  ranges: readonly (readonly [from: number, end: number])[],
  here: Parameters,
  one: Parameters,
  two: Parameters,
  length: number,
  to: Parameters,
): void {
  for (const [from, end] of ranges) {
    let sum = 0;
    for (let i = from; i < end; i++) {
      const r = one[i]! - here[i]!;
      const v = two[i]! - one[i]! - r;
      sum += to[i] = Math.max(here[i]! + 2 * length * r + length * length * v, two[i]! * 0.01);
    }
    for (let i = from; i < end; i++) to[i] = to[i]! / sum;
  }
}

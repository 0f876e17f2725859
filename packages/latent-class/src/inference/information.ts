import type { Indicators } from '../data.js';
import { position } from '../parameters.js';
import type { FreeLogits } from './logits.js';
import { addOuter, mirror, type Matrix } from './matrix.js';
import { eachScore } from './scores.js';

export interface Information {
  /** Minus the second derivative of the log-likelihood by the free logits. */
  readonly observed: Matrix;
  /** Weighted sum over people of the score times itself (Berndt, Hall, Hall & Hausman 1974): what poLCA inverts. */
  readonly outer: Matrix;
  /** Derivative of the log-likelihood: zero at a maximum. */
  readonly gradient: Float64Array;
}

/**
 * The information about the free logits, without approximation. Louis (1982, JRSS B 44:226-233, eq. 3.2'): what
 * would be known with classes given, less what is lost by not knowing them,
 *
 *     observed = E[complete information] - E[complete score squared] + (average score) squared,
 *
 * expectations over the posterior of each pattern. Complete information of a set of proportions p is
 * diag(p) - p p', times the weight of those who answered in that class; the complete score is the indicator of
 * the answer minus p.
 */
export function information(free: FreeLogits, data: Indicators): Information {
  const { shape, logitAt, count, given, relative } = free;
  const { classes, categories } = shape;
  const items = categories.length;
  const observed = new Float64Array(count * count);
  const outer = new Float64Array(count * count);
  const gradient = new Float64Array(count);
  const answered = new Float64Array(classes * items);
  // The logits that a class's complete score can touch: those of the shares, and its own.
  const touched = Array.from({ length: classes }, (_, k) => {
    const from = shape.classes + k * shape.perClass;
    return free.positions.flatMap((at, logit) =>
      at < classes || (at >= from && at < from + shape.perClass) ? [logit] : [],
    );
  });
  const complete = new Float64Array(count);
  // Weight of those whose class has no given share: only they say anything of the others' shares.
  let open = data.n;

  eachScore(free, data, ({ pattern, posterior, score }) => {
    const weight = data.patternWeights[pattern]!;
    addOuter(outer, score, weight);
    for (let i = 0; i < count; i++) gradient[i] = gradient[i]! + weight * score[i]!;
    const codes = data.patternCodes.subarray(pattern * items, (pattern + 1) * items);
    for (let k = 0; k < classes; k++) {
      const part = weight * posterior[k]!;
      if (part === 0) continue;
      if (given[k] === 1) open -= part;
      for (let l = 0; l < classes; l++) {
        const share = logitAt[l]!;
        if (share >= 0) complete[share] = given[k] === 1 ? 0 : (l === k ? 1 : 0) - relative[l]!;
      }
      for (let item = 0; item < items; item++) {
        const code = codes[item]!;
        const first = position(shape, item, k, 1);
        const tells = code > 0 && given[first + code - 1] === 0;
        if (tells) answered[k * items + item] = answered[k * items + item]! + part;
        for (let c = 0; c < categories[item]!; c++) {
          const logit = logitAt[first + c]!;
          if (logit < 0) continue;
          complete[logit] = tells ? (c + 1 === code ? 1 : 0) - relative[first + c]! : 0;
        }
      }
      subtractOuter(observed, complete, touched[k]!, part);
    }
  });
  for (let i = 0; i < count * count; i++) observed[i] = observed[i]! + outer[i]!;

  const addSet = (from: number, to: number, weight: number): void => {
    for (let a = from; a < to; a++) {
      const i = logitAt[a]!;
      if (i < 0) continue;
      for (let b = from; b <= a; b++) {
        const j = logitAt[b]!;
        if (j < 0) continue;
        const value = weight * relative[a]! * ((a === b ? 1 : 0) - relative[b]!);
        observed[i * count + j] = observed[i * count + j]! + value;
      }
    }
  };
  addSet(0, classes, open);
  for (let k = 0; k < classes; k++) {
    for (const [item, length] of categories.entries()) {
      const from = position(shape, item, k, 1);
      addSet(from, from + length, answered[k * items + item]!);
    }
  }
  return { observed: mirror(observed, count), outer: mirror(outer, count), gradient };
}

/** Takes `weight` times the product of a vector with itself away, over the listed entries only. */
function subtractOuter(
  matrix: Matrix,
  vector: Float64Array,
  entries: readonly number[],
  weight: number,
): void {
  for (let a = 0; a < entries.length; a++) {
    const row = entries[a]! * vector.length;
    const factor = weight * vector[entries[a]!]!;
    if (factor === 0) continue;
    for (let b = 0; b <= a; b++) {
      const at = row + entries[b]!;
      matrix[at] = matrix[at]! - factor * vector[entries[b]!]!;
    }
  }
}

import { exp, log } from '../elementary.js';
import type { Indicators } from '../data.js';
import { position } from '../parameters.js';
import type { FreeLogits } from './logits.js';

/** What one pattern says of the parameters. The arrays are reused from pattern to pattern: copy what is kept. */
export interface PatternScore {
  readonly pattern: number;
  /** Probability of each class given the pattern. */
  readonly posterior: Float64Array;
  /** Derivative of the pattern's log-likelihood by each free logit. */
  readonly score: Float64Array;
}

/**
 * Visits every pattern in use with its score. By Fisher's identity the score is what it would be with classes
 * known, averaged over the posterior (Louis 1982, eq. 3.1): posterior minus share for a share's logit; for a
 * category's logit in a class, the posterior of that class times (1 if the category was chosen, minus its
 * probability). An indicator without answer says nothing.
 */
export function eachScore(
  free: FreeLogits,
  data: Pick<Indicators, 'activePatterns' | 'patternCodes'>,
  visit: (at: PatternScore) => void,
): void {
  const { shape, parameters, logitAt, given, relative } = free;
  const { classes, categories } = shape;
  const logs = parameters.map(log);
  const posterior = new Float64Array(classes);
  const score = new Float64Array(free.count);
  const items = categories.length;
  for (let pattern = 0; pattern < data.activePatterns; pattern++) {
    const codes = data.patternCodes.subarray(pattern * items, (pattern + 1) * items);
    classify(codes);
    score.fill(0);
    let open = 1;
    for (let k = 0; k < classes; k++) if (given[k] === 1) open -= posterior[k]!;
    for (let k = 0; k < classes; k++) {
      const share = logitAt[k]!;
      if (share >= 0) score[share] = posterior[k]! - open * relative[k]!;
      if (posterior[k] === 0) continue;
      for (let item = 0; item < items; item++) {
        const code = codes[item]!;
        if (code === 0) continue;
        const first = position(shape, item, k, 1);
        if (given[first + code - 1] === 1) continue;
        for (let c = 0; c < categories[item]!; c++) {
          const logit = logitAt[first + c]!;
          if (logit < 0) continue;
          score[logit] = posterior[k]! * ((c + 1 === code ? 1 : 0) - relative[first + c]!);
        }
      }
    }
    visit({ pattern, posterior, score });
  }

  /** Bayes' rule in logarithms. A pattern that every class rules out is left with the shares. */
  function classify(codes: Uint8Array): void {
    for (let k = 0; k < classes; k++) {
      let joint = logs[k]!;
      for (let item = 0; item < items; item++) {
        const code = codes[item]!;
        if (code > 0) joint += logs[position(shape, item, k, code)]!;
      }
      posterior[k] = joint;
    }
    const highest = Math.max(...posterior);
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const part = highest === -Infinity ? parameters[k]! : exp(posterior[k]! - highest);
      posterior[k] = part;
      sum += part;
    }
    for (let k = 0; k < classes; k++) posterior[k] = posterior[k]! / sum;
  }
}

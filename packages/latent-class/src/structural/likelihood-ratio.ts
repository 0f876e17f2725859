import { LatentClassError } from '../error.js';
import { chiSquareUpper } from './chi-square.js';
import type { Warning } from '../warning.js';

/** What a likelihood-ratio test needs to know of a model. */
export interface Compared {
  readonly loglik: number;
  readonly npar: number;
  readonly n: number;
  readonly weighted?: boolean;
}

export interface LikelihoodRatio {
  /** 2 (loglik of the general model - loglik of the restricted one). */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly warnings: readonly Warning[];
}

/** Rounding may put a restricted model this much above a general one. */
const ROUNDING = 1e-6;

/**
 * Likelihood-ratio test of a restricted model within a general one on the same people (Wilks 1938): chi-square with the
 * difference in free parameters if the restriction holds. Not for different numbers of classes, where it is no
 * chi-square. With survey weights it is none either, which is told: compare with a Wald test or by eye.
 */
export function likelihoodRatio(restricted: Compared, general: Compared): LikelihoodRatio {
  const statistic = 2 * (general.loglik - restricted.loglik);
  const df = general.npar - restricted.npar;
  if (Math.abs(restricted.n - general.n) > 1e-6 * general.n) {
    throw new LatentClassError(
      'model-mismatch',
      `one model has ${restricted.n} people and the other ${general.n}; fit both on the same`,
      { restricted: restricted.n, general: general.n },
    );
  }
  if (df <= 0 || statistic < -ROUNDING * (1 + Math.abs(general.loglik))) {
    throw new LatentClassError(
      'model-mismatch',
      df <= 0
        ? `the general model has ${-df} parameters fewer than the restricted one; give the restricted model first`
        : 'the restricted model fits better than the general one, which then stopped at a lower maximum; give it more starts',
      { df, statistic },
    );
  }
  const weighted = restricted.weighted === true || general.weighted === true;
  return {
    statistic: Math.max(0, statistic),
    df,
    p: chiSquareUpper(statistic, df),
    warnings: weighted ? [{ code: 'pseudo-likelihood', data: {} }] : [],
  };
}

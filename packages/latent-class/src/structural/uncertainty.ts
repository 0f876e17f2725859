import { contract, expand, type Basis } from '../inference/basis.js';
import { congruence, rootDiagonal } from '../linear/product.js';
import { invertSymmetric, type Square } from '../linear/solve.js';
import { firstCoefficient, type Logit } from './logit.js';

/**
 * How a covariance of estimates was made. `observed`: inverse of minus the second derivative. `bhhh`: inverse of the
 * sum of squared scores (Berndt, Hall, Hall & Hausman 1974), which poLCA prints. `sandwich`: the second between two of
 * the first (Huber 1967; White 1982), which also holds with survey weights and in a wrong model; Mplus calls it MLR.
 * `propagated`: the sandwich plus what an earlier step left uncertain. In small samples they differ: say which.
 */
export type ErrorKind = 'observed' | 'bhhh' | 'sandwich' | 'propagated';

export type Covariances = Partial<Record<ErrorKind, Square>>;

/** The three covariances of maximum likelihood; those whose matrix cannot be inverted are left out. */
export function covariances(scores: {
  readonly observed: Square;
  readonly outer: Square;
  readonly middle: Square;
  readonly basis?: Basis | undefined;
}): Covariances {
  const { basis } = scores;
  if (basis !== undefined) {
    const [observed, outer, middle] = [scores.observed, scores.outer, scores.middle].map((m) =>
      contract(basis, m),
    );
    const own = covariances({ observed: observed!, outer: outer!, middle: middle! });
    return Object.fromEntries(Object.entries(own).map(([kind, v]) => [kind, expand(basis, v)]));
  }
  const observed = invertSymmetric(scores.observed);
  const bhhh = invertSymmetric(scores.outer);
  const size = Math.round(Math.sqrt(scores.observed.length));
  return {
    ...(observed && { observed, sandwich: congruence(observed, scores.middle, size) }),
    ...(bhhh && { bhhh }),
  };
}

/** Standard errors of coefficients, and their covariance with all others. */
export interface Uncertainty {
  /** One for each class and term, like the coefficients; 0 in the reference class. */
  readonly errors: readonly (readonly number[])[];
  /** Covariance of all coefficients but the reference's, class after class, row after row. */
  readonly covariance: readonly number[];
}

/** Coefficients by class and term on the scale of the covariates as given. */
export function readCoefficients(logit: Logit, gamma: Float64Array, transform: Square): number[][] {
  const { terms } = logit;
  return Array.from({ length: logit.classes }, (_, k) => {
    const first = firstCoefficient(logit, k);
    return Array.from({ length: terms }, (__, t) => {
      if (first < 0) return 0;
      let sum = 0;
      for (let u = 0; u < terms; u++) sum += transform[t * terms + u]! * gamma[first + u]!;
      return sum;
    });
  });
}

/** Uncertainty on that scale, from a covariance whose first rows are those of the coefficients. */
export function readUncertainty(logit: Logit, covariance: Square, transform: Square): Uncertainty {
  const { terms, classes } = logit;
  const size = Math.round(Math.sqrt(covariance.length));
  const slopes = (classes - 1) * terms;
  const jacobian = new Float64Array(slopes * size);
  for (let i = 0; i < slopes; i++) {
    const from = i - (i % terms);
    for (let u = 0; u < terms; u++) jacobian[i * size + from + u] = transform[(i % terms) * terms + u]!;
  }
  const own = congruence(jacobian, covariance, slopes);
  const roots = rootDiagonal(own);
  return {
    errors: Array.from({ length: classes }, (_, k) => {
      const first = firstCoefficient(logit, k);
      return Array.from({ length: terms }, (__, t) => (first < 0 ? 0 : roots[first + t]!));
    }),
    covariance: [...own],
  };
}

export function readAll(
  logit: Logit,
  all: Covariances,
  transform: Square,
): Partial<Record<ErrorKind, Uncertainty>> {
  return Object.fromEntries(
    Object.entries(all).map(([kind, covariance]) => [kind, readUncertainty(logit, covariance, transform)]),
  );
}

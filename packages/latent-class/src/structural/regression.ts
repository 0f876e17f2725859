import type { ErrorKind, Uncertainty } from './uncertainty.js';
import { wald, type WaldTest } from './wald.js';
import type { Warning } from '../warning.js';

/** Class regressed on covariates, in whichever way. Classes are numbered from 0. Plain data. */
export interface ClassRegression {
  readonly method: 'one-step' | 'two-step' | 'three-step';
  readonly classes: number;
  /** The intercept and a term for each covariate, in the order of the columns of `coefficients`. */
  readonly terms: readonly string[];
  /** The class that the others are compared with; its coefficients are 0. */
  readonly reference: number;
  /** `coefficients[class][term]`: change in log(P(class) / P(reference)) for one unit of the covariate. */
  readonly coefficients: readonly (readonly number[])[];
  /** Standard errors and covariance of each kind that could be computed. */
  readonly uncertainty: Partial<Record<ErrorKind, Uncertainty>>;
  readonly loglik: number;
  readonly npar: number;
  /** Sum of the weights in use, and the number of rows. */
  readonly n: number;
  readonly rows: number;
  /** Rows left out: they lacked a covariate, or every answer. */
  readonly dropped: { readonly covariate: number; readonly answers: number };
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
}

/** A log-odds this far from 0 for one standard deviation of a covariate is a certainty. */
const CERTAIN = 12;

/**
 * Told where covariates predict a class with certainty: coefficients then grow without end, and neither they nor their
 * errors mean anything. `gamma` holds coefficients of covariates with variance 1.
 */
export function separation(gamma: Float64Array): Warning[] {
  const largest = gamma.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest > CERTAIN ? [{ code: 'separation', data: { logOdds: largest } }] : [];
}

/**
 * Wald test that a term has no effect on any class: all its coefficients are zero. `undefined` where there is no such
 * term or no covariance of the kind.
 */
export function testTerm(regression: ClassRegression, term: string, kind: ErrorKind): WaldTest | undefined {
  const t = regression.terms.indexOf(term);
  const covariance = regression.uncertainty[kind]?.covariance;
  if (t < 0 || covariance === undefined) return undefined;
  const estimates = regression.coefficients.filter((_, k) => k !== regression.reference).flat();
  const width = regression.terms.length;
  const contrasts = Array.from({ length: regression.classes - 1 }, (_, k) =>
    estimates.map((__, i) => Number(i === k * width + t)),
  );
  return wald(estimates, covariance, contrasts);
}

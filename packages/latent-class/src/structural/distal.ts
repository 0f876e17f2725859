import { LatentClassError } from '../error.js';
import type { AssignmentRule } from './assignment.js';
import type { Warning } from '../warning.js';
import type { StepThreeOptions } from './three-step.js';
import type { ErrorKind } from './uncertainty.js';
import { differences, wald, type WaldTest } from './wald.js';

export interface DistalOptions extends StepThreeOptions {
  /** The weights that the answers were read with, one a row. */
  readonly weights?: ArrayLike<number>;
  /** Adds to the errors what the first step left uncertain (false, as it takes some time). */
  readonly propagate?: boolean;
}

/** Two classes compared. */
export interface PairTest {
  readonly a: number;
  readonly b: number;
  readonly difference: number;
  readonly error: number;
  readonly p: number;
}

/** What every analysis of an outcome tells of itself. */
export interface Distal {
  readonly classes: number;
  readonly assignment: AssignmentRule;
  readonly correction: 'bch' | 'ml' | 'none';
  /** `placement[k][a]`: of those who belong to k, the part that was placed in a. */
  readonly placement: readonly (readonly number[])[];
  /** Share of each class among those who have the outcome. */
  readonly shares: readonly number[];
  /** `sandwich`, or `propagated` where that was asked for. */
  readonly errorKind: ErrorKind;
  readonly n: number;
  readonly rows: number;
  /** Rows left out: they lacked the outcome, or every answer. */
  readonly dropped: { readonly outcome: number; readonly answers: number };
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
  /** Wald test that the classes are alike; null where it cannot be made, and with one class. */
  readonly equal: WaldTest | null;
}

/** Refuses an outcome of the wrong length. */
export function checkOutcome(values: ArrayLike<number>, rows: number): void {
  if (values.length === rows) return;
  throw new LatentClassError(
    'bad-outcome',
    `the outcome has ${values.length} values for ${rows} rows; give one value a row, NaN where it is missing`,
    { values: values.length, rows },
  );
}

/** Compares every two of some estimates. */
export function pairTests(estimates: readonly number[], covariance: readonly number[]): PairTest[] {
  const size = estimates.length;
  return estimates.flatMap((first, a) =>
    estimates.slice(a + 1).map((second, i) => {
      const b = a + 1 + i;
      const contrast = estimates.map((_, j) => Number(j === a) - Number(j === b));
      const variance = covariance[a * size + a]! + covariance[b * size + b]! - 2 * covariance[a * size + b]!;
      return {
        a,
        b,
        difference: first - second,
        error: Math.sqrt(Math.max(0, variance)),
        p: wald(estimates, covariance, [contrast])?.p ?? NaN,
      };
    }),
  );
}

/** Test that `classes` groups of `width` estimates are the same; null where it cannot be made. */
export function testEqual(
  estimates: readonly number[],
  covariance: readonly number[],
  classes: number,
  width = 1,
): WaldTest | null {
  if (classes === 1) return null;
  return wald(estimates, covariance, differences(classes, width)) ?? null;
}

/**
 * Small dense linear algebra for information matrices of up to a few hundred parameters. A square matrix is a
 * `Float64Array` of n x n values, row after row; n is read off its length. Functions return new arrays, and
 * `undefined` where a matrix is singular or not positive definite: the caller knows what that means to a reader.
 */
export type Square = Float64Array;

/** A pivot below this part of its diagonal entry counts as nothing left. */
const NEGLIGIBLE = 1e-13;

/** Number of rows of a square matrix. */
export function order(a: Square): number {
  return Math.round(Math.sqrt(a.length));
}

/**
 * Lower triangle L with L L' = a, for a symmetric positive definite matrix (only its lower triangle is read).
 * `undefined` when it is not positive definite.
 */
export function cholesky(a: Square): Square | undefined {
  const n = order(a);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i > j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > NEGLIGIBLE * a[i * n + i]!) lower[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}

/** The x with L L' x = b, by forward and backward substitution. */
export function solveCholesky(lower: Square, b: ArrayLike<number>): Float64Array {
  const n = order(lower);
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k * n + i]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  return x;
}

/** The x with a x = b, for a symmetric positive definite a. */
export function solveSymmetric(a: Square, b: ArrayLike<number>): Float64Array | undefined {
  const lower = cholesky(a);
  return lower === undefined ? undefined : solveCholesky(lower, b);
}

/** Inverse of a symmetric positive definite matrix: a covariance from an information matrix. */
export function invertSymmetric(a: Square): Square | undefined {
  const lower = cholesky(a);
  if (lower === undefined) return undefined;
  const n = order(a);
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = solveCholesky(lower, unit);
    // Filled from one triangle, so that the result is symmetric to the last bit.
    for (let i = j; i < n; i++) inverse[i * n + j] = inverse[j * n + i] = column[i]!;
  }
  return inverse;
}

/** The x with a x = b for any square a, by Gaussian elimination with row exchanges (LU). */
export function solve(a: Square, b: ArrayLike<number>): Float64Array | undefined {
  const n = order(a);
  const left = Float64Array.from(a);
  const x = Float64Array.from(b);
  const largest = left.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(left[row * n + column]!) > Math.abs(left[pivot * n + column]!)) pivot = row;
    }
    if (!(Math.abs(left[pivot * n + column]!) > NEGLIGIBLE * largest)) return undefined;
    if (pivot !== column) {
      for (let k = 0; k < n; k++) {
        [left[column * n + k], left[pivot * n + k]] = [left[pivot * n + k]!, left[column * n + k]!];
      }
      [x[column], x[pivot]] = [x[pivot]!, x[column]!];
    }
    for (let row = column + 1; row < n; row++) {
      const factor = left[row * n + column]! / left[column * n + column]!;
      if (factor === 0) continue;
      for (let k = column; k < n; k++) left[row * n + k]! -= factor * left[column * n + k]!;
      x[row]! -= factor * x[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row]! -= left[row * n + k]! * x[k]!;
    x[row]! /= left[row * n + row]!;
  }
  return x;
}

/** Inverse of any square matrix. */
export function invert(a: Square): Square | undefined {
  const n = order(a);
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = solve(a, unit);
    if (column === undefined) return undefined;
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!;
  }
  return inverse;
}

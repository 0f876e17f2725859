/** Square matrices as one flat array, row after row. Symmetric ones are written in full. */
export type Matrix = Float64Array;

/** A parameter of which less than this part is independent of the others cannot be told apart from them. */
const SINGULAR = 1e-10;

/** Adds `weight` times the product of a vector with itself. Only the lower triangle is written; see `mirror`. */
export function addOuter(matrix: Matrix, vector: Float64Array, weight: number): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    const factor = weight * vector[i]!;
    if (factor === 0) continue;
    const row = i * size;
    for (let j = 0; j <= i; j++) matrix[row + j] = matrix[row + j]! + factor * vector[j]!;
  }
}

/** Copies the lower triangle to the upper one. */
export function mirror(matrix: Matrix, size: number): Matrix {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j]!;
  return matrix;
}

/** An inverse, and how far the matrix was from having none: 1 is far, 0 is singular. */
export interface Inverse {
  readonly inverse: Matrix;
  /** The least part of any parameter that those before it do not determine (smallest pivot, unit diagonal). */
  readonly independence: number;
}

/**
 * Inverts a symmetric positive definite matrix by Cholesky's factors, after scaling its diagonal to one so that
 * the pivots can be compared. Null where it is singular or not positive definite.
 */
export function invertSymmetric(matrix: Matrix, size: number): Inverse | null {
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(matrix[i * size + i]!));
  const lower = new Float64Array(size * size);
  let independence = 1;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]! * scale[i]! * scale[j]!;
      for (let m = 0; m < j; m++) sum -= lower[i * size + m]! * lower[j * size + m]!;
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!;
      else if (sum > SINGULAR) {
        lower[i * size + i] = Math.sqrt(sum);
        independence = Math.min(independence, sum);
      } else return null;
    }
  }
  // The inverse of the factor, column by column, replaces it; the inverse wanted is its square.
  const back = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    back[j * size + j] = 1 / lower[j * size + j]!;
    for (let i = j + 1; i < size; i++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= lower[i * size + m]! * back[m * size + j]!;
      back[i * size + j] = sum / lower[i * size + i]!;
    }
  }
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let m = i; m < size; m++) sum += back[m * size + i]! * back[m * size + j]!;
      inverse[i * size + j] = sum * scale[i]! * scale[j]!;
    }
  }
  return { inverse: mirror(inverse, size), independence };
}

export function multiply(a: Matrix, b: Matrix, size: number): Matrix {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let m = 0; m < size; m++) {
      const factor = a[i * size + m]!;
      for (let j = 0; j < size; j++) {
        product[i * size + j] = product[i * size + j]! + factor * b[m * size + j]!;
      }
    }
  }
  return product;
}

/** Sum of the diagonal of the product of two symmetric matrices. */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** As lists, for a result that can be saved as JSON. */
export function rowsOf(matrix: Matrix, size: number): number[][] {
  return Array.from({ length: size }, (_, i) => [...matrix.subarray(i * size, (i + 1) * size)]);
}

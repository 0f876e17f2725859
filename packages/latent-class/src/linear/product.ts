import { order, type Square } from './solve.js';

/** a b, where `a` has `rows` rows and `b` has as many rows as `a` has columns. Both are row after row. */
export function product(a: Float64Array, b: Float64Array, rows: number): Float64Array {
  const inner = rows === 0 ? 0 : a.length / rows;
  const columns = inner === 0 ? 0 : b.length / inner;
  const result = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < columns; j++) result[i * columns + j]! += factor * b[k * columns + j]!;
    }
  }
  return result;
}

export function transpose(a: Float64Array, rows: number): Float64Array {
  const columns = a.length / rows;
  return Float64Array.from(a, (_, at) => a[(at % rows) * columns + Math.floor(at / rows)]!);
}

/** j v j': the covariance of `rows` linear combinations j of parameters with covariance v. The delta method is this. */
export function congruence(j: Float64Array, v: Square, rows: number): Square {
  return product(product(j, v, rows), transpose(j, rows), rows);
}

/** Square roots of the diagonal: standard errors from a covariance. Rounding below zero counts as zero. */
export function rootDiagonal(v: Square): Float64Array {
  const n = order(v);
  return Float64Array.from({ length: n }, (_, i) => Math.sqrt(Math.max(0, v[i * n + i]!)));
}

/** The rows and columns of `v` named by `at`, as a smaller square matrix. */
export function submatrix(v: Square, at: readonly number[], others: readonly number[] = at): Float64Array {
  const n = order(v);
  return Float64Array.from({ length: at.length * others.length }, (_, i) => {
    return v[at[Math.floor(i / others.length)]! * n + others[i % others.length]!]!;
  });
}

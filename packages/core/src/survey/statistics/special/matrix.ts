/** A small matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

export function matrixOf(rows: number, columns: number, entry: (i: number, j: number) => number): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entry(i, j)));
}

/** a' M b for vectors a and b: a covariance when M is one. */
export function bilinear(a: readonly number[], matrix: Matrix, b: readonly number[]): number {
  return matrix.reduce((sum, row, i) => sum + a[i]! * row.reduce((s, entry, j) => s + entry * b[j]!, 0), 0);
}

/** Transforms a covariance: C' M C, where the columns of C are the contrasts. */
export function transformed(matrix: Matrix, contrasts: Matrix): number[][] {
  const columns = contrasts[0]?.length ?? 0;
  const of = (j: number) => contrasts.map((row) => row[j]!);
  return matrixOf(columns, columns, (i, j) => bilinear(of(i), matrix, of(j)));
}

/** The lower triangle L with L L' = M of a positive definite matrix; null where M is not, to working precision. */
export function choleskyOf(matrix: Matrix): number[][] | null {
  const n = matrix.length;
  const lower = matrixOf(n, n, () => 0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = sum / lower[j]![j]!;
      else if (sum > 1e-12 * matrix[i]![i]!) lower[i]![i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** Solves L x = b by going down the triangle. */
export function forward(lower: Matrix, b: ArrayLike<number>): number[] {
  const x: number[] = [];
  for (const [i, row] of lower.entries()) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= row[k]! * x[k]!;
    x.push(sum / row[i]!);
  }
  return x;
}

/** Solves L L' x = b. */
export function choleskySolve(lower: Matrix, b: ArrayLike<number>): number[] {
  const x = forward(lower, b);
  for (let i = lower.length - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < lower.length; k++) sum -= lower[k]![i]! * x[k]!;
    x[i] = sum / lower[i]![i]!;
  }
  return x;
}

/** The eigenvalues of a symmetric matrix, largest first, by Jacobi's rotations (Golub & Van Loan 1996, 8.4). */
export function eigenvaluesOf(symmetric: Matrix): number[] {
  const a = symmetric.map((row) => [...row]);
  const n = a.length;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        off += Math.abs(a[p]![q]!);
        rotate(a, p, q);
      }
    }
    if (off < 1e-300) break;
  }
  return a.map((row, i) => row[i]!).sort((x, y) => y - x);
}

/** Turns rows and columns p and q so that their common entry becomes 0. */
function rotate(a: number[][], p: number, q: number): void {
  if (a[p]![q] === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
  }
}

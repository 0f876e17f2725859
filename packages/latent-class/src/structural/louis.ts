import type { Square } from '../linear/solve.js';

/** Derivative of the log-probability of a row and its class, were the class known: only the entries that are not 0. */
export interface CompleteScore {
  /** Writes the entries for a row in class k to `at` and `value`, and returns how many there are. */
  fill(row: number, k: number, at: Int32Array, value: Float64Array): number;
}

/** Rows of a mixture. Several neighbouring rows may belong to one person, each with a part of that person. */
export interface MixtureRows {
  readonly classes: number;
  /** Probability of each class given everything known of a row. */
  readonly posterior: Float64Array;
  /** Weight of the person a row belongs to. */
  readonly weights: Float64Array;
  /** Part of the person in this row; 1 where a person has one row. */
  readonly parts: Float64Array;
  /** Number of the person, 0, 1, 2 ..., never falling. */
  readonly person: Int32Array;
  /** True when weights are survey weights: then one person of weight 2 is one person, not two. */
  readonly sample: boolean;
}

export interface MixtureScores {
  readonly gradient: Float64Array;
  /** Information that is lost because classes are not seen: sum of the variance of the complete score given the row. */
  readonly lost: Square;
  /** Sum over persons of w s s': the information of BHHH (Berndt, Hall, Hall & Hausman 1974). */
  readonly outer: Square;
  /** The same with w^2 for survey weights: the middle of the sandwich. */
  readonly middle: Square;
}

/**
 * Derivatives of the log-likelihood of a mixture from those with known classes. The score is the mean of the complete
 * score over the classes a row may belong to, and the information is the complete one minus its variance over them:
 * the information lost by not seeing the class (Louis 1982, JRSS B 44:226-233). Without `squares`, `outer`
 * and `middle` are left empty, to save time on the way to a maximum.
 */
export function mixtureScores(
  rows: MixtureRows,
  size: number,
  complete: CompleteScore,
  squares = true,
): MixtureScores {
  const { classes, posterior, weights, parts, person } = rows;
  const gradient = new Float64Array(size);
  const lost = new Float64Array(size * size);
  const outer = new Float64Array(size * size);
  const middle = new Float64Array(size * size);
  const at = new Int32Array(size);
  const value = new Float64Array(size);
  const mean = new Float64Array(size);
  const whole = new Float64Array(size);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]! * parts[row]!;
    mean.fill(0);
    for (let k = 0; k < classes; k++) {
      const p = posterior[row * classes + k]!;
      if (p < 1e-14) continue;
      const length = complete.fill(row, k, at, value);
      for (let i = 0; i < length; i++) {
        const left = p * value[i]!;
        const line = at[i]! * size;
        mean[at[i]!]! += left;
        // Only the upper half is filled; entries come in rising order.
        for (let j = i; j < length; j++) lost[line + at[j]!]! += weight * left * value[j]!;
      }
    }
    addOuter(lost, mean, -weight);
    for (let i = 0; i < size; i++) whole[i]! += parts[row]! * mean[i]!;
    if (person[row] === person[row + 1]) continue;
    if (squares) addOuter(outer, whole, weights[row]!);
    if (squares && rows.sample) addOuter(middle, whole, weights[row]! ** 2);
    for (let i = 0; i < size; i++) gradient[i]! += weights[row]! * whole[i]!;
    whole.fill(0);
  }
  if (!rows.sample) middle.set(outer);
  for (const matrix of [lost, outer, middle]) mirror(matrix, size);
  return { gradient, lost, outer, middle };
}

/** Adds `factor` v v' to the upper half of a matrix. */
export function addOuter(matrix: Square, v: Float64Array, factor: number): void {
  const size = v.length;
  for (let i = 0; i < size; i++) {
    const left = factor * v[i]!;
    if (left === 0) continue;
    for (let j = i; j < size; j++) matrix[i * size + j]! += left * v[j]!;
  }
}

/** Copies the upper half of a matrix to the lower. */
export function mirror(matrix: Square, size: number): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i]!;
}

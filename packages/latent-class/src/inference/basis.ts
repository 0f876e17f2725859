import type { Family } from '../parameters.js';
import { congruence, product, transpose } from '../linear/product.js';
import type { Matrix } from './matrix.js';

/**
 * Free logits that depend on each other, because something is asked of them: each is a sum of fewer parameters times
 * known numbers. Information about these parameters is B' I B, and the covariance of the logits B V B', exactly, as
 * the dependence is linear.
 */
export interface Basis {
  /** Parameters. */
  readonly columns: number;
  /** B: a row for each free logit, a column for each parameter. */
  readonly matrix: Float64Array;
}

/** What is left of a column beside those before it, as a part of its length, below which it adds nothing. */
const DEPENDENT = 1e-8;

/**
 * The basis of restricted families. The logits in `alone` are parameters by themselves; `logitAt` and `referenceAt` tell
 * which logit stands at a position of the families and which position it is compared with. `count` logits in all.
 */
export function basisOf(
  families: readonly Family[],
  alone: readonly number[],
  logitAt: Int32Array,
  referenceAt: Int32Array,
  count: number,
): Basis {
  const columns = alone.map((logit) => new Map([[logit, 1]]));
  for (const family of families) {
    columns.push(...independent(columnsOf(family, logitAt, referenceAt)));
  }
  const matrix = new Float64Array(count * columns.length);
  for (const [column, entries] of columns.entries()) {
    for (const [row, value] of entries) matrix[row * columns.length + column] = value;
  }
  return { columns: columns.length, matrix };
}

function columnsOf(family: Family, logitAt: Int32Array, referenceAt: Int32Array): Map<number, number>[] {
  const { length, members, scores } = family;
  const columns: Map<number, number>[] = [];
  const categories = Array.from({ length }, () => new Map<number, number>());
  for (const { at, given } of members) {
    const own = Array.from({ length }, () => new Map<number, number>());
    const effect = new Map<number, number>();
    for (const first of at) {
      for (let c = 0; c < length; c++) {
        const logit = logitAt[first + c]!;
        if (logit < 0 || (given?.[c] ?? null) !== null) continue;
        const reference = referenceAt[first + c]! - first;
        own[c]!.set(logit, 1);
        categories[c]!.set(logit, 1);
        categories[reference]!.set(logit, -1);
        if (scores !== undefined) effect.set(logit, scores[c]! - scores[reference]!);
      }
    }
    columns.push(...(scores === undefined ? own : [effect]));
  }
  return (scores === undefined ? columns : [...categories, ...columns]).filter((column) => column.size > 0);
}

/** The columns without those that the ones before them make up (Gram-Schmidt). */
function independent(columns: readonly Map<number, number>[]): Map<number, number>[] {
  const units: Map<number, number>[] = [];
  return columns.filter((column) => {
    const rest = new Map(column);
    // Twice, so that rounding in the first pass does not count as something new.
    for (let pass = 0; pass < 2; pass++) {
      for (const unit of units) {
        const along = dot(unit, rest);
        for (const [row, value] of unit) rest.set(row, (rest.get(row) ?? 0) - along * value);
      }
    }
    const left = Math.sqrt(dot(rest, rest));
    if (left <= DEPENDENT * Math.sqrt(dot(column, column))) return false;
    for (const [row, value] of rest) rest.set(row, value / left);
    units.push(rest);
    return true;
  });
}

function dot(a: Map<number, number>, b: Map<number, number>): number {
  let sum = 0;
  for (const [row, value] of a) sum += value * (b.get(row) ?? 0);
  return sum;
}

/** B' M B: from logits to parameters. */
export function contract({ columns, matrix }: Basis, symmetric: Matrix): Matrix {
  return congruence(transpose(matrix, matrix.length / columns), symmetric, columns);
}

/** B M B': from parameters to logits. */
export function expand({ columns, matrix }: Basis, symmetric: Matrix): Matrix {
  return congruence(matrix, symmetric, matrix.length / columns);
}

/** B' v. */
export function contractVector({ columns, matrix }: Basis, vector: Float64Array): Float64Array {
  const result = new Float64Array(columns);
  for (const [row, value] of vector.entries()) {
    for (let c = 0; c < columns; c++) result[c] = result[c]! + value * matrix[row * columns + c]!;
  }
  return result;
}

/** B v. */
export function expandVector({ columns, matrix }: Basis, vector: Float64Array): Float64Array {
  return product(matrix, vector, matrix.length / columns);
}

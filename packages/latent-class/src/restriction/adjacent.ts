import { exp, log } from '../elementary.js';

/** Logarithms are kept above this: what is less likely never happens, and infinite ones cannot come back. */
const LOWEST = -80;
/** A pivot below this part of its diagonal stands for a direction that the counts say nothing about. */
const FLAT = 1e-11;
/** The farthest that a logit moves in one step: where a maximum lies at infinity, it is approached, not reached. */
const FARTHEST = 8;

/**
 * Moves log-probabilities of an ordinal indicator, one row a class, towards those of greatest likelihood given `counts`
 * (the same form), in the model log p = a(category) + b(class) score - normaliser. Newton steps with the expected
 * information, halved until the likelihood does not fall; it is concave, so every maximum is the highest.
 *
 * The logs given must lie in the model, as any move then stays in it. `scores` run from 0 to 1.
 */
export function climbAdjacent(
  logs: Float64Array,
  counts: Float64Array,
  scores: readonly number[],
  rounds: number,
): void {
  const length = scores.length;
  const classes = counts.length / length;
  const sums = new Float64Array(classes);
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    const k = Math.floor(i / length);
    sums[k] = sums[k]! + counts[i]!;
    total += counts[i]!;
  }
  if (!(total > 0)) return;
  const moves = { categories: new Float64Array(length), classes: new Float64Array(classes) };
  let here = likelihood(logs, counts);
  const next = new Float64Array(logs.length);
  for (let round = 0; round < rounds; round++) {
    newtonMove(logs, counts, sums, scores, moves);
    let longest = 0;
    for (let i = 0; i < logs.length; i++) longest = Math.max(longest, Math.abs(moveAt(i)));
    let step = longest > FARTHEST ? FARTHEST / longest : 1;
    let reached = -Infinity;
    for (let halving = 0; halving < 12; halving++) {
      for (let i = 0; i < logs.length; i++) next[i] = logs[i]! + step * moveAt(i);
      normalise(next, length);
      reached = likelihood(next, counts);
      if (reached >= here) break;
      step /= 2;
    }
    if (!(reached >= here)) return;
    logs.set(next);
    if (reached - here < 1e-14 * Math.abs(here)) return;
    here = reached;
  }

  function moveAt(i: number): number {
    const k = Math.floor(i / length);
    const c = i - k * length;
    return sums[k]! > 0 ? moves.categories[c]! + moves.classes[k]! * scores[c]! : 0;
  }
}

/** Makes every row of logs those of proportions. */
export function normalise(logs: Float64Array, length: number): void {
  for (let from = 0; from < logs.length; from += length) {
    let highest = -Infinity;
    for (let i = from; i < from + length; i++) highest = Math.max(highest, logs[i]!);
    let sum = 0;
    for (let i = from; i < from + length; i++) sum += exp(logs[i]! - highest);
    const norm = highest + log(sum);
    for (let i = from; i < from + length; i++) logs[i] = Math.max(LOWEST, logs[i]! - norm);
  }
}

function likelihood(logs: Float64Array, counts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < logs.length; i++) if (counts[i]! > 0) sum += counts[i]! * logs[i]!;
  return sum;
}

/**
 * The Newton move. The information of the class effects is diagonal, so they are eliminated first and what is left has
 * the size of the scale. One direction of it is always flat (a change of all class effects that the categories undo).
 */
function newtonMove(
  logs: Float64Array,
  counts: Float64Array,
  sums: Float64Array,
  scores: readonly number[],
  into: { categories: Float64Array; classes: Float64Array },
): void {
  const length = scores.length;
  const classes = sums.length;
  const matrix = new Float64Array(length * length);
  const right = new Float64Array(length);
  const along = new Float64Array(classes * length);
  const slopes = new Float64Array(classes);
  const curves = new Float64Array(classes);
  const p = new Float64Array(length);
  for (let k = 0; k < classes; k++) {
    const n = sums[k]!;
    if (!(n > 0)) continue;
    let mean = 0;
    for (let c = 0; c < length; c++) {
      p[c] = exp(logs[k * length + c]!);
      mean += p[c]! * scores[c]!;
    }
    let slope = 0;
    let curve = 0;
    for (let c = 0; c < length; c++) {
      const surplus = counts[k * length + c]! - n * p[c]!;
      right[c] = right[c]! + surplus;
      slope += scores[c]! * surplus;
      curve += n * p[c]! * (scores[c]! - mean) ** 2;
      along[k * length + c] = n * p[c]! * (scores[c]! - mean);
    }
    slopes[k] = slope;
    curves[k] = curve;
    // A class with everybody in one category says nothing more of its effect.
    const known = curve > FLAT * n;
    for (let a = 0; a < length; a++) {
      const own = along[k * length + a]!;
      if (known) right[a] = right[a]! - (own * slope) / curve;
      for (let b = 0; b <= a; b++) {
        const value =
          n * p[a]! * ((a === b ? 1 : 0) - p[b]!) - (known ? (own * along[k * length + b]!) / curve : 0);
        matrix[a * length + b] = matrix[a * length + b]! + value;
      }
    }
  }
  solve(matrix, right, length);
  into.categories.set(right);
  for (let k = 0; k < classes; k++) {
    let crossed = 0;
    for (let c = 0; c < length; c++) crossed += along[k * length + c]! * right[c]!;
    into.classes[k] = curves[k]! > FLAT * sums[k]! ? (slopes[k]! - crossed) / curves[k]! : 0;
  }
}

/** Solves a positive semidefinite system in place, by L D L'; flat directions are left where they are. */
function solve(matrix: Float64Array, right: Float64Array, size: number): void {
  const pivots = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const whole = matrix[i * size + i]!;
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let m = 0; m < j; m++) sum -= matrix[i * size + m]! * matrix[j * size + m]! * pivots[m]!;
      if (i === j) pivots[i] = sum > FLAT * Math.max(whole, 1e-300) ? sum : 0;
      else matrix[i * size + j] = pivots[j]! > 0 ? sum / pivots[j]! : 0;
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let m = 0; m < i; m++) sum -= matrix[i * size + m]! * right[m]!;
    right[i] = sum;
  }
  for (let i = 0; i < size; i++) right[i] = pivots[i]! > 0 ? right[i]! / pivots[i]! : 0;
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let m = i + 1; m < size; m++) sum -= matrix[m * size + i]! * right[m]!;
    right[i] = pivots[i]! > 0 ? sum : 0;
  }
}

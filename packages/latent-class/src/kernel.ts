import { log } from './elementary.js';
import { ONES_ROW, SHARES_ROW, type BlockPlan } from './blocks.js';

/** The numbers that a kernel works on, in rows of the plan's width. */
export interface Values {
  /** Probabilities going in; see `BlockPlan.rows`. Places of a class that is not there hold 0. */
  readonly rows: Float64Array;
  /** Weights coming out: how many people of each class gave each answer. */
  readonly counts: Float64Array;
  /** Of each cell a row of products, and a row of sums. */
  readonly cells: Float64Array;
}

/** The loops that nearly all time goes to. `claim` comes first; what it gives holds until another kernel claims. */
export interface Kernel {
  claim(): Values;
  /** Multiplies `rows` out to the products of every cell, and sets the sums to zero. */
  fill(): void;
  /** The E-step: adds every pattern's parts to the sums of its cells, and gives the log-likelihood. */
  expect(): number;
  /** Adds the sums up to `counts`, indicator by indicator. The first sum is that of all people then. */
  gather(): void;
}

/** Works out in logarithms a pattern whose likelihood underflows: writes its parts, and gives the rest. */
export type Rescue = (pattern: number, parts: Float64Array) => { loglik: number; sum: number };

/** A likelihood below this is computed again in logarithms. */
export const UNDERFLOW = 1e-250;
/** Likelihoods are multiplied up until here, then one logarithm is taken for all. */
export const LOG_BELOW = 1e-290;

/**
 * The kernel in TypeScript: for engines without WebAssembly, and what `wasmKernel` is held against. Both add and
 * multiply in the same order (classes two by two), so that they give the same bits.
 */
export function referenceKernel(plan: BlockPlan, weights: Float64Array, rescue: Rescue): Kernel {
  const { width, blocks, codes } = plan;
  const rows = new Float64Array(plan.rows * width);
  const counts = new Float64Array(plan.rows * width);
  const cells = new Float64Array(plan.cells * width * 2);
  const parts = new Float64Array(width);
  return {
    claim: () => ({ rows, counts, cells }),
    fill() {
      for (const block of blocks) {
        const base = block.start * width * 2;
        const from = (block.start === 0 ? SHARES_ROW : ONES_ROW) * width;
        for (let k = 0; k < width; k++) cells[base + k] = rows[from + k]!;
        for (const { size, radix, row } of block.items) {
          expand(cells, rows, base, size, radix, row * width, width);
        }
      }
    },
    expect: () => expect(cells, codes, weights, parts, blocks.length, width, rescue),
    gather() {
      for (const block of blocks) {
        const base = block.start * width * 2;
        for (const { size, radix, row } of block.items.toReversed()) {
          gather(cells, counts, base, size, radix, row * width, width);
        }
      }
    },
  };
}

/** Each of `size` cells from `base` becomes `radix` cells, times a row each; their sums become zero. */
function expand(
  cells: Float64Array,
  rows: Float64Array,
  base: number,
  size: number,
  radix: number,
  row: number,
  width: number,
): void {
  // From the end, so that a cell is read before its place is taken; its own place comes last.
  let to = base + size * radix * 2 * width;
  for (let from = base + (size - 1) * 2 * width; from >= base; from -= 2 * width) {
    for (let factor = row + (radix - 1) * width; factor >= row; factor -= width) {
      to -= 2 * width;
      for (let k = 0; k < width; k++) {
        cells[to + k] = cells[from + k]! * rows[factor + k]!;
        cells[to + width + k] = 0;
      }
    }
  }
}

/** Sums of every `radix` cells: to `counts` by digit, and to one of `size` cells each. */
function gather(
  cells: Float64Array,
  counts: Float64Array,
  base: number,
  size: number,
  radix: number,
  row: number,
  width: number,
): void {
  counts.fill(0, row, row + radix * width);
  for (let cell = 0; cell < size; cell++) {
    const from = base + width + cell * radix * 2 * width;
    const to = base + width + cell * 2 * width;
    for (let k = 0; k < width; k++) {
      let sum = 0;
      for (let digit = 0; digit < radix; digit++) {
        const value = cells[from + digit * 2 * width + k]!;
        const at = row + digit * width + k;
        counts[at] = counts[at]! + value;
        sum += value;
      }
      cells[to + k] = sum;
    }
  }
}

/** The E-step; stands alone, with every array an argument, because that is what engines compile best. */
function expect(
  cells: Float64Array,
  codes: Int32Array,
  weights: Float64Array,
  parts: Float64Array,
  blocks: number,
  width: number,
  rescue: Rescue,
): number {
  let loglik = 0;
  // The product of the likelihoods of a run of patterns with one weight; see LOG_BELOW.
  let run = 1;
  let weight = 0;
  const patterns = codes.length / blocks;
  for (let u = 0; u < patterns; u++) {
    const at = u * blocks;
    const first = codes[at]!;
    let even = 0;
    let odd = 0;
    for (let k = 0; k < width; k += 2) {
      let left = cells[first + k]!;
      let right = cells[first + k + 1]!;
      for (let b = 1; b < blocks; b++) {
        const cell = codes[at + b]!;
        left *= cells[cell + k]!;
        right *= cells[cell + k + 1]!;
      }
      parts[k] = left;
      parts[k + 1] = right;
      even += left;
      odd += right;
    }
    let total = even + odd;
    const here = weights[u]!;
    if (total < UNDERFLOW) {
      const rescued = rescue(u, parts);
      loglik += here * rescued.loglik;
      total = rescued.sum;
    } else {
      const product = run * total;
      if (here === weight && product > LOG_BELOW) run = product;
      else {
        loglik += weight * log(run);
        weight = here;
        run = total;
      }
    }
    const factor = here / total;
    for (let k = 0; k < width; k++) parts[k] = parts[k]! * factor;
    for (let b = 0; b < blocks; b++) {
      const sums = codes[at + b]! + width;
      for (let k = 0; k < width; k++) cells[sums + k] = cells[sums + k]! + parts[k]!;
    }
  }
  return loglik + weight * log(run);
}

import { planBlocks, type Block } from './blocks.js';
import type { Indicators } from './data.js';
import { accumulateFour, multiplyFour, multiplyFourMore } from './kernel.js';
import { layout, position, type Layout, type Parameters } from './parameters.js';

/** The expectation-maximisation map of one model on one data set. */
export interface Em {
  readonly shape: Layout;
  /**
   * One step of EM: writes the improved parameters to `to` and returns the log-likelihood of `from`.
   * It never lets the likelihood fall (Dempster, Laird & Rubin 1977).
   */
  step(from: Parameters, to: Parameters): number;
  /** Parameters that follow from responsibilities: `draw` gives a weight for each class of each pattern. */
  fromResponsibilities(draw: () => number, to: Parameters): void;
}

/** Patterns worked on at a time, so that what is in hand stays in the processor's first cache. */
const CHUNK = 512;
/** A likelihood below this is computed again in logarithms. */
const UNDERFLOW = 1e-250;
/** Likelihoods are multiplied up until here, then one logarithm is taken for all. */
const LOG_BELOW = 1e-290;
/** Probabilities below this are set to zero: they no longer matter, and subnormal numbers are slow. */
const VANISHED = 1e-40;

/**
 * The EM map for a latent class model (Lazarsfeld & Henry 1968; Goodman 1974): within a class the indicators
 * are independent, so a pattern's likelihood is the sum over classes of share times the product of its item
 * probabilities. The E-step gives each class its part of each pattern; the M-step takes weighted proportions.
 * A missing answer is one more category with the factor 1, which is full-information maximum likelihood.
 *
 * Indicators are read in blocks (see blocks.ts): each step builds a table of products for every block, and the
 * parts of the patterns are summed into tables of the same form, which the M-step then breaks down by indicator.
 */
export function expectationMaximisation(data: Indicators, classes: number): Em {
  const shape = layout(classes, data.categories);
  const { blocks, cells, codes } = planBlocks(data, classes);
  const patterns = data.activePatterns;
  const weights = data.patternWeights;
  // Tables hold one number a class for every cell, classes side by side.
  const tables = new Float64Array(classes * cells);
  const sums = new Float64Array(classes * cells);
  const parts = new Float64Array(classes * CHUNK);
  const totals = new Float64Array(CHUNK);
  const counts = new Float64Array(classes * (Math.max(...data.categories) + 1));

  /** Products of item probabilities for every cell of a block; the first block carries the share as well. */
  function fillTable(block: Block, from: Parameters): void {
    const base = block.start * classes;
    for (let k = 0; k < classes; k++) tables[base + k] = block.start === 0 ? from[k]! : 1;
    let size = 1;
    for (const { item, radix, missing } of block.items) {
      const first = position(shape, item, 0, 1) - missing;
      // Each cell becomes `radix` cells in place: from the end, and its own place last.
      for (let cell = size - 1; cell >= 0; cell--) {
        const at = base + cell * classes;
        for (let digit = radix - 1; digit >= 0; digit--) {
          const to = base + (cell * radix + digit) * classes;
          if (digit < missing) tables.copyWithin(to, at, at + classes);
          else {
            let probability = first + digit;
            for (let k = 0; k < classes; k++, probability += shape.perClass) {
              tables[to + k] = tables[at + k]! * from[probability]!;
            }
          }
        }
      }
      size *= radix;
    }
  }

  /** Sums a block's cells over all indicators but one, for each indicator, and turns them into proportions. */
  function readTable(block: Block, from: Parameters, to: Parameters): void {
    const base = block.start * classes;
    let size = block.cells;
    for (let i = block.items.length - 1; i >= 0; i--) {
      const { item, radix, missing } = block.items[i]!;
      size /= radix;
      counts.fill(0, 0, radix * classes);
      for (let cell = 0; cell < size; cell++) {
        const at = base + cell * radix * classes;
        for (let k = 0; k < classes; k++) {
          let sum = 0;
          for (let j = k; j < radix * classes; j += classes) {
            const value = sums[at + j]!;
            counts[j] = counts[j]! + value;
            sum += value;
          }
          sums[base + cell * classes + k] = sum;
        }
      }
      for (let k = 0; k < classes; k++) {
        let answered = 0;
        for (let digit = missing; digit < radix; digit++) answered += counts[digit * classes + k]!;
        const first = position(shape, item, k, 1) - missing;
        for (let digit = missing; digit < radix; digit++) {
          // An empty class has no answers to learn from: it keeps the probabilities it had.
          const share = answered > 0 ? counts[digit * classes + k]! / answered : from[first + digit]!;
          to[first + digit] = share < VANISHED ? 0 : share;
        }
      }
    }
  }

  function multiply(lo: number, length: number): void {
    const stride = blocks.length;
    for (let b = 0; b < stride; b += 4) {
      const loop = b === 0 ? multiplyFour : multiplyFourMore;
      loop(parts, totals, tables, codes, lo * stride + b, stride, length, classes);
    }
  }

  function accumulate(lo: number, length: number): void {
    const stride = blocks.length;
    for (let b = 0; b < stride; b += 4) {
      accumulateFour(sums, parts, totals, codes, lo * stride + b, stride, length, classes);
    }
  }

  /** A pattern so unlikely that its likelihood underflows, in logarithms. Returns its log-likelihood. */
  function rescue(pattern: number, i: number, from: Parameters): number {
    const items = shape.categories.length;
    let highest = -Infinity;
    for (let k = 0; k < classes; k++) {
      let log = Math.log(from[k]!);
      for (let item = 0; item < items; item++) {
        const code = data.patternCodes[pattern * items + item]!;
        if (code > 0) log += Math.log(from[position(shape, item, k, code)]!);
      }
      parts[i * classes + k] = log;
      highest = Math.max(highest, log);
    }
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      // With no class able to give the pattern, the shares are all that is known.
      const log = parts[i * classes + k]!;
      const part = highest === -Infinity ? from[k]! : Math.exp(log - highest);
      parts[i * classes + k] = part;
      sum += part;
    }
    totals[i] = sum;
    return highest === -Infinity ? -Infinity : highest + Math.log(sum);
  }

  function maximise(from: Parameters, to: Parameters): void {
    for (const block of blocks) readTable(block, from, to);
    // The first block's table is summed to a single cell by now: the weight of each class.
    let n = 0;
    for (let k = 0; k < classes; k++) n += sums[k]!;
    for (let k = 0; k < classes; k++) to[k] = sums[k]! < VANISHED * n ? 0 : sums[k]! / n;
  }

  return {
    shape,
    step(from, to) {
      for (const block of blocks) fillTable(block, from);
      sums.fill(0);
      let loglik = 0;
      // The product of the likelihoods of a run of patterns with one weight; see LOG_BELOW.
      let run = 1;
      let weight = 0;
      for (let lo = 0; lo < patterns; lo += CHUNK) {
        const length = Math.min(CHUNK, patterns - lo);
        multiply(lo, length);
        for (let i = 0; i < length; i++) {
          const here = weights[lo + i]!;
          const likelihood = totals[i]!;
          if (likelihood < UNDERFLOW) {
            loglik += here * rescue(lo + i, i, from);
            totals[i] = here / totals[i]!;
          } else {
            totals[i] = here / likelihood;
            const product = run * likelihood;
            if (here === weight && product > LOG_BELOW) run = product;
            else {
              loglik += weight * Math.log(run);
              weight = here;
              run = likelihood;
            }
          }
        }
        accumulate(lo, length);
      }
      loglik += weight * Math.log(run);
      maximise(from, to);
      return loglik;
    },
    fromResponsibilities(draw, to) {
      sums.fill(0);
      for (let lo = 0; lo < patterns; lo += CHUNK) {
        const length = Math.min(CHUNK, patterns - lo);
        for (let i = 0; i < length; i++) {
          let sum = 0;
          for (let k = 0; k < classes; k++) sum += parts[i * classes + k] = draw();
          totals[i] = weights[lo + i]! / sum;
        }
        accumulate(lo, length);
      }
      maximise(to, to);
    },
  };
}

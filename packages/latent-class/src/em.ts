import { exp, log } from './elementary.js';
import { ONES_ROW, planBlocks, SHARES_ROW, type BlockPlan } from './blocks.js';
import type { Indicators } from './data.js';
import { wasmKernel } from './kernel-wasm/kernel.js';
import { referenceKernel, type Kernel, type Rescue } from './kernel.js';
import { layout, position, type Layout, type Parameters } from './parameters.js';
import { maximise as maximiseRestricted } from './restriction/settle.js';

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
export function expectationMaximisation(
  data: Indicators,
  model: number | Layout,
  kernels: readonly KernelMaker[] = [wasmKernel, referenceKernel],
): Em {
  const shape = typeof model === 'number' ? layout(model, data.categories) : model;
  const { classes, restriction } = shape;
  const plan = planOf(data, classes);
  const { blocks, width, codes } = plan;
  const patterns = data.activePatterns;
  const weights = data.patternWeights;
  let from: Parameters = new Float64Array(0);
  const kernel = firstOf(kernels, (make) => make(plan, weights, rescue));
  // For every answer that an indicator knows: its place in the flat vector and its row in the kernel, first class.
  const places = blocks.flatMap(({ items }) =>
    items.map(({ item, missing, row }) => ({
      place: position(shape, item, 0, 1),
      row: (row + missing) * width,
      count: shape.categories[item]!,
      missing,
    })),
  );
  const { perClass } = shape;

  /** A pattern so unlikely that its likelihood underflows, in logarithms. */
  function rescue(pattern: number, parts: Float64Array): { loglik: number; sum: number } {
    const items = shape.categories.length;
    let highest = -Infinity;
    for (let k = 0; k < classes; k++) {
      let joint = log(from[k]!);
      for (let item = 0; item < items; item++) {
        const code = data.patternCodes[pattern * items + item]!;
        if (code > 0) joint += log(from[position(shape, item, k, code)]!);
      }
      parts[k] = joint;
      highest = Math.max(highest, joint);
    }
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      // With no class able to give the pattern, the shares are all that is known.
      const part = highest === -Infinity ? from[k]! : exp(parts[k]! - highest);
      parts[k] = part;
      sum += part;
    }
    parts.fill(0, classes);
    return { loglik: highest === -Infinity ? -Infinity : highest + log(sum), sum };
  }

  function writeRows(rows: Float64Array): void {
    rows.fill(1, ONES_ROW * width, (ONES_ROW + 1) * width);
    for (let k = 0; k < classes; k++) rows[SHARES_ROW * width + k] = from[k]!;
    for (let i = 0; i < places.length; i++) {
      const { place, row, count, missing } = places[i]!;
      if (missing === 1) rows.fill(1, row - width, row);
      for (let k = 0; k < classes; k++) {
        const at = place + k * perClass;
        for (let c = 0; c < count; c++) rows[row + c * width + k] = from[at + c]!;
      }
    }
  }

  /** Turns the weights of answers into proportions, or into what comes nearest where something is asked of them. */
  function maximise(counts: Float64Array, cells: Float64Array, to: Parameters): void {
    if (restriction !== undefined) {
      for (let i = 0; i < places.length; i++) {
        const { place, row, count } = places[i]!;
        for (let k = 0; k < classes; k++) {
          const at = place + k * perClass;
          for (let c = 0; c < count; c++) to[at + c] = counts[row + c * width + k]!;
        }
      }
      for (let k = 0; k < classes; k++) to[k] = cells[width + k]!;
      maximiseRestricted(shape, restriction, from, to);
      return;
    }
    for (let i = 0; i < places.length; i++) {
      const { place, row, count } = places[i]!;
      for (let k = 0; k < classes; k++) {
        const at = place + k * perClass;
        let answered = 0;
        for (let c = 0; c < count; c++) answered += counts[row + c * width + k]!;
        for (let c = 0; c < count; c++) {
          // An empty class has no answers to learn from: it keeps the probabilities it had.
          const share = answered > 0 ? counts[row + c * width + k]! / answered : from[at + c]!;
          to[at + c] = share < VANISHED ? 0 : share;
        }
      }
    }
    let n = 0;
    for (let k = 0; k < classes; k++) n += cells[width + k]!;
    for (let k = 0; k < classes; k++) to[k] = cells[width + k]! < VANISHED * n ? 0 : cells[width + k]! / n;
  }

  return {
    shape,
    step(parameters, to) {
      from = parameters;
      const { rows, counts, cells } = kernel.claim();
      writeRows(rows);
      kernel.fill();
      const loglik = kernel.expect();
      kernel.gather();
      maximise(counts, cells, to);
      return loglik;
    },
    fromResponsibilities(draw, to) {
      // What is there already stays where nobody has answered.
      from = Float64Array.from(to);
      const { counts, cells } = kernel.claim();
      cells.fill(0);
      const parts = new Float64Array(classes);
      for (let u = 0; u < patterns; u++) {
        let sum = 0;
        for (let k = 0; k < classes; k++) sum += parts[k] = draw();
        const factor = weights[u]! / sum;
        for (let b = 0; b < blocks.length; b++) {
          const at = codes[u * blocks.length + b]! + width;
          for (let k = 0; k < classes; k++) cells[at + k] = cells[at + k]! + parts[k]! * factor;
        }
      }
      kernel.gather();
      maximise(counts, cells, to);
    },
  };
}

/** The last plan of each data set: a fit reads the same data by the same plan at every stage. */
const plans = new WeakMap<Indicators, { classes: number; plan: BlockPlan }>();

function planOf(data: Indicators, classes: number): BlockPlan {
  const known = plans.get(data);
  if (known?.classes === classes) return known.plan;
  const plan = planBlocks(data, classes);
  plans.set(data, { classes, plan });
  return plan;
}

/** Makes a kernel, or says that it cannot be had here. */
type KernelMaker = (plan: BlockPlan, weights: Float64Array, rescue: Rescue) => Kernel | undefined;

function firstOf(makers: readonly KernelMaker[], make: (maker: KernelMaker) => Kernel | undefined): Kernel {
  for (const maker of makers) {
    const kernel = make(maker);
    if (kernel !== undefined) return kernel;
  }
  throw new Error('no kernel');
}

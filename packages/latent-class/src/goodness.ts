import { log } from './elementary.js';
import type { Indicators } from './data.js';
import type { LatentClassModel } from './model.js';
import { layout, parametersOf, position } from './parameters.js';

/** Fewer people a cell than this on average, and chi-square no longer describes G2 and X2. */
export const SPARSE = 5;

/** How far the table that the model predicts is from the table that was seen. */
export interface Goodness {
  /** Likelihood-ratio statistic, 2 sum o log(o/e). */
  readonly g2: number;
  /** Pearson's statistic, sum (o - e)^2 / e. */
  readonly x2: number;
  readonly df: DegreesOfFreedom;
  /** People that the two statistics count: only those who answered everything. */
  readonly complete: number;
  readonly cells: number;
  /**
   * True when the table is too thin for a chi-square test. X2 may then run into the billions for a good model;
   * look at bivariate residuals instead.
   */
  readonly sparse: boolean;
}

/** Two conventions are in use, and they differ by much in sparse tables. Say which one is reported. */
export interface DegreesOfFreedom {
  /** Cells - 1 - parameters (Mplus, Latent GOLD). */
  readonly table: number;
  /** The lesser of people and cells - 1, minus parameters (poLCA). */
  readonly cases: number;
}

function degreesOfFreedom(model: Pick<LatentClassModel, 'categories' | 'npar' | 'n'>): DegreesOfFreedom {
  const cells = cellsOf(model.categories);
  return { table: cells - 1 - model.npar, cases: Math.min(model.n, cells - 1) - model.npar };
}

/** G2 and X2 over the complete answers. With survey weights they are descriptive only. */
export function goodness(model: LatentClassModel, data: Indicators): Goodness {
  const shape = layout(model.classes, model.categories);
  const parameters = parametersOf(shape, model);
  const items = model.names.length;
  const observed = new Float64Array(data.activePatterns);
  const probabilities = new Float64Array(data.activePatterns);
  let seen = 0;
  let complete = 0;
  for (let u = 0; u < data.activePatterns; u++) {
    const first = u * items;
    if (hasZero(data.patternCodes, first, items)) continue;
    let probability = 0;
    for (let k = 0; k < model.classes; k++) {
      let product = parameters[k]!;
      for (let item = 0; item < items; item++)
        product *= parameters[position(shape, item, k, data.patternCodes[first + item]!)]!;
      probability += product;
    }
    observed[seen] = data.patternWeights[u]!;
    probabilities[seen] = probability;
    complete += observed[seen]!;
    seen++;
  }
  let g2 = 0;
  let x2 = 0;
  let expectedSeen = 0;
  for (let i = 0; i < seen; i++) {
    const expected = complete * probabilities[i]!;
    g2 += 2 * observed[i]! * log(observed[i]! / expected);
    x2 += (observed[i]! - expected) ** 2 / expected;
    expectedSeen += expected;
  }
  const cells = cellsOf(model.categories);
  // Cells without people add their expectation to X2 and nothing to G2; no need to visit them.
  x2 += Math.max(0, complete - expectedSeen);
  return { g2, x2, df: degreesOfFreedom(model), complete, cells, sparse: complete / cells < SPARSE };
}

function hasZero(codes: Uint8Array, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (codes[i] === 0) return true;
  return false;
}

/** Cells of the table of all indicators. */
export function cellsOf(categories: readonly number[]): number {
  return categories.reduce((product, count) => product * count, 1);
}

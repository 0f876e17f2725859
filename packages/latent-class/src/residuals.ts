import type { Indicators } from './data.js';
import type { LatentClassModel } from './model.js';

/** What the classes leave unexplained between two indicators. */
export interface BivariateResidual {
  /** Positions of the two indicators, and their names. */
  readonly a: number;
  readonly b: number;
  readonly names: readonly [string, string];
  /** Pearson's X2 of their two-way table against the one the model predicts. */
  readonly x2: number;
  /** (R_a - 1)(R_b - 1). */
  readonly df: number;
  /** X2 / df. Much above 1 to 4 means that the two have something in common that the classes do not hold. */
  readonly bvr: number;
}

/**
 * Bivariate residuals of every pair (Vermunt & Magidson): classes are right when, within a class, indicators no
 * longer go together. They need no more than two-way tables, so they work where the whole table is sparse. Each
 * pair counts the people who answered both. The statistic is not exactly chi-square; large ones are what matters.
 */
export function bivariateResiduals(model: LatentClassModel, data: Indicators): BivariateResidual[] {
  const items = model.names.length;
  const residuals: BivariateResidual[] = [];
  for (let a = 0; a < items; a++) {
    for (let b = a + 1; b < items; b++) {
      const x2 = pearson(observedPair(data, a, b), expectedPair(model, a, b));
      const df = (model.categories[a]! - 1) * (model.categories[b]! - 1);
      residuals.push({ a, b, names: [model.names[a]!, model.names[b]!], x2, df, bvr: x2 / df });
    }
  }
  return residuals;
}

/** Weighted two-way table of two indicators, row by row. */
function observedPair(data: Indicators, a: number, b: number): Float64Array {
  const items = data.names.length;
  const columns = data.categories[b]!;
  const table = new Float64Array(data.categories[a]! * columns);
  for (let u = 0; u < data.activePatterns; u++) {
    const x = data.patternCodes[u * items + a]!;
    const y = data.patternCodes[u * items + b]!;
    if (x === 0 || y === 0) continue;
    const cell = (x - 1) * columns + y - 1;
    table[cell] = table[cell]! + data.patternWeights[u]!;
  }
  return table;
}

/** Probabilities of the same table under the model. */
function expectedPair(model: LatentClassModel, a: number, b: number): number[] {
  const [first, second] = [model.probs[a]!, model.probs[b]!];
  return first[0]!.flatMap((_, x) =>
    second[0]!.map((__, y) =>
      model.shares.reduce((sum, share, k) => sum + share * first[k]![x]! * second[k]![y]!, 0),
    ),
  );
}

/** An empty cell that the model also rules out adds nothing. */
function pearson(observed: Float64Array, probabilities: readonly number[]): number {
  const n = observed.reduce((sum, count) => sum + count, 0);
  return observed.reduce((sum, count, cell) => {
    const expected = n * probabilities[cell]!;
    return count === 0 ? sum + expected : sum + (count - expected) ** 2 / expected;
  }, 0);
}

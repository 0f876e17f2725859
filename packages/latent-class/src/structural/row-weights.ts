import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';

/** Weights of a pattern that differ by less than this part are the same, up to rounding. */
const SAME = 1e-6;

/**
 * The weight of each row, on the scale that the answers were read with; 0 for a row that was dropped. Every step of
 * a stepwise analysis needs them again, because a weight belongs to a person and not to a pattern of answers. Weights
 * that were used for the answers and forgotten here, or the other way round, are refused: that mistake changes results
 * without a sign of it.
 */
export function rowWeights(data: Indicators, weights: ArrayLike<number> | undefined): Float64Array {
  if (weights !== undefined && weights.length !== data.rows) {
    throw new LatentClassError(
      'bad-weight',
      `${weights.length} weights for ${data.rows} rows; give one a row`,
      {
        weights: weights.length,
        rows: data.rows,
      },
    );
  }
  const result = Float64Array.from(data.patternOfRow, (pattern, row) =>
    pattern < 0 ? 0 : weights === undefined ? 1 : weights[row]!,
  );
  const sum = result.reduce((total, weight) => total + weight, 0);
  const scale = weights === undefined ? 1 : data.n / sum;
  // Survey weights may happen to balance within every pattern; they are still survey weights.
  let differs = data.weighted ? weights === undefined : !(Math.abs(scale - 1) < SAME);
  const byPattern = new Float64Array(data.patternWeights.length);
  for (const [row, weight] of result.entries()) {
    result[row] = weight * scale;
    const pattern = data.patternOfRow[row]!;
    if (pattern >= 0) byPattern[pattern] = byPattern[pattern]! + weight * scale;
  }
  for (const [pattern, weight] of byPattern.entries()) {
    differs ||= !(Math.abs(weight - data.patternWeights[pattern]!) <= SAME * (weight + SAME));
  }
  if (differs) {
    throw new LatentClassError(
      'bad-weight',
      weights === undefined
        ? 'the answers were read with weights; give the same weights here, so that every step uses them'
        : 'the answers were read with other weights, or with none; give the same weights in every step',
    );
  }
  return result;
}

/** The weights of the rows in use, rescaled to their number where they are survey weights. */
export function usedWeights(data: Indicators, weights: Float64Array, rows: readonly number[]): Float64Array {
  const used = Float64Array.from(rows, (row) => weights[row]!);
  if (!data.weighted) return used;
  const sum = used.reduce((total, weight) => total + weight, 0);
  return used.map((weight) => (weight * rows.length) / sum);
}

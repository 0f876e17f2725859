import { BagomError } from '../../study/bagom-error.js';

/** What the statistics call the ways in which replicate weights are made. */
export const REPLICATE_METHODS = {
  jk1: 'JK1',
  jkn: 'JKn',
  brr: 'BRR',
  fay: 'Fay',
  bootstrap: 'bootstrap',
} as const;

/** Those who stay are raised alike; calibrated anew, about alike. Further apart, it was no jackknife. */
const ALIKE = 1.5;

/**
 * The factor of each replicate of a stratified jackknife, (units - 1) / units of the stratum that lost a unit (Wolter 2007,
 * Introduction to Variance Estimation, 4.5.1). It is read off the weights: the units that stay in that stratum are raised by
 * units / (units - 1). Where weights were calibrated anew in each replicate it holds on average.
 * @throws BagomError `survey.bad-design`, reason `jackknife`: nobody was raised, or some by far more than others.
 */
export function jackknifeFactors(
  weights: ArrayLike<number>,
  replicates: readonly ArrayLike<number>[],
): number[] {
  return replicates.map((column) => {
    let [before, after, least, most] = [0, 0, Infinity, 0];
    for (let row = 0; row < weights.length; row++) {
      const [whole, raised] = [weights[row]!, column[row]!];
      // Weights are printed with few digits: what differs by less was not raised.
      if (!(whole > 0) || raised <= whole * (1 + 1e-4)) continue;
      before += whole;
      after += raised;
      least = Math.min(least, raised / whole);
      most = Math.max(most, raised / whole);
    }
    if (after === 0 || most > least * ALIKE)
      throw new BagomError('survey.bad-design', { reason: 'jackknife' });
    return before / after;
  });
}

/**
 * Degrees of freedom of replicate weights: how many of them go their own way, less one; the rank of their matrix (as R's
 * `survey` counts, with its tolerance). At least one.
 */
export function replicateDf(weights: ArrayLike<number>, replicates: readonly ArrayLike<number>[]): number {
  const kept: Float64Array[] = [];
  for (const column of replicates) {
    // Relative to the full weight, so that a row with a large weight does not hide the others.
    const rest = Float64Array.from({ length: weights.length }, (_, row) =>
      weights[row] === 0 ? 0 : column[row]! / weights[row]!,
    );
    const length = norm(rest);
    for (const direction of kept) {
      const along = rest.reduce((sum, x, row) => sum + x * direction[row]!, 0);
      for (let row = 0; row < rest.length; row++) rest[row]! -= along * direction[row]!;
    }
    const left = norm(rest);
    if (left > 1e-7 * length) kept.push(rest.map((x) => x / left));
  }
  return Math.max(1, kept.length - 1);
}

const norm = (column: Float64Array) => Math.sqrt(column.reduce((sum, x) => sum + x * x, 0));

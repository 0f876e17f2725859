/** Bounds of a weight as multiples of the mean weight. */
export interface TrimBounds {
  lower?: number;
  upper?: number;
}

/** What trimming did, to be told beside the weights. */
export interface Trimmed {
  weights: Float64Array;
  /** Rows raised to the lower bound, and lowered to the upper. */
  raised: number;
  lowered: number;
  /** The share of all weight that was moved to other rows. */
  moved: number;
}

/**
 * Weights within bounds: those outside are set to the nearest bound, and the others take the difference in proportion,
 * so that the sum stays. It buys a smaller error with a bias (Potter 1990, Proceedings of the ASA Survey Research
 * Methods Section, 225-230). Rows of no weight keep none. Bounds that cannot hold, as an upper one below 1, are held as
 * nearly as the sum lets them.
 */
export function trimWeights(weights: Float64Array, { lower = 0, upper = Infinity }: TrimBounds): Trimmed {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = total / weights.reduce((n, weight) => n + Number(weight > 0), 0);
  const [least, most] = [lower * mean, upper * mean];
  const bounded = (weight: number) => (weight > 0 ? Math.min(Math.max(weight, least), most) : 0);
  let trimmed = weights;
  for (let round = 0; round < 100; round++) {
    trimmed = trimmed.map(bounded);
    // Weights on a bound are held there; the rest share what is over or missing.
    let inside = 0;
    let left = total;
    for (const weight of trimmed) {
      left -= weight;
      if (weight > least && weight < most) inside += weight;
    }
    if (Math.abs(left) <= 1e-12 * total || inside === 0 || inside + left <= 0) break;
    const factor = 1 + left / inside;
    trimmed = trimmed.map((weight) => (weight > least && weight < most ? weight * factor : weight));
  }
  const changed = (to: (weight: number) => boolean) =>
    weights.reduce((n, weight) => n + Number(to(weight)), 0);
  const apart = weights.reduce((sum, weight, row) => sum + Math.abs(weight - trimmed[row]!), 0);
  return {
    weights: trimmed,
    raised: changed((weight) => weight > 0 && weight < least),
    lowered: changed((weight) => weight > most),
    moved: apart / 2 / total,
  };
}

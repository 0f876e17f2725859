import type { Indicators } from './data.js';
import { LatentClassError } from './error.js';
import type { Posterior } from './posterior.js';

/**
 * Lower limits of the bands in which people are placed: probability of the most likely class at least .9 (certain),
 * .7 to .9 (likely), below .7 (doubtful). .7 is what average posteriors are usually asked to reach (Nagin 2005,
 * Group-Based Modeling of Development, ch. 5); .9 is where one person in ten may be misplaced.
 */
export const CERTAINTY_LIMITS: readonly number[] = [0.9, 0.7];

/** People of one class in one band. */
export interface BandCount {
  readonly rows: number;
  readonly weight: number;
}

/** How certainly the people of each class are placed in it. */
export interface Certainty {
  /** The bands, the most certain first: probability from `from` up to `below` (the first holds 1 as well). */
  readonly bands: readonly { readonly from: number; readonly below: number }[];
  /** `counts[class][band]`. */
  readonly counts: readonly (readonly BandCount[])[];
  /** Band of each row; -1 in a row without class. */
  readonly bandOfRow: Int8Array;
}

/** Counts the people of each class by how certain their place is, in rows and in weight. */
export function certainty(
  posterior: Posterior,
  data: Pick<Indicators, 'patternOfRow' | 'patternWeights'>,
  limits: readonly number[] = CERTAINTY_LIMITS,
): Certainty {
  const falling = limits.every((limit, b) => limit > 0 && limit < 1 && (b === 0 || limit < limits[b - 1]!));
  if (!falling) {
    throw new LatentClassError(
      'bad-option',
      `the limits of certainty are ${limits.join(', ')}; give falling numbers between 0 and 1`,
      { option: 'limits' },
    );
  }
  const edges = [1, ...limits, 0];
  const bands = edges.slice(1).map((from, b) => ({ from, below: edges[b]! }));
  const { classes, probabilities, modal } = posterior;
  const counts = Array.from({ length: classes }, () => bands.map(() => ({ rows: 0, weight: 0 })));
  const bandOfRow = new Int8Array(modal.length).fill(-1);
  const seen = new Uint8Array(data.patternWeights.length);
  for (const [row, k] of modal.entries()) {
    if (k < 0) continue;
    const band = bands.findIndex(({ from }) => probabilities[row * classes + k]! >= from);
    bandOfRow[row] = band;
    const count = counts[k]![band]!;
    count.rows++;
    // Rows of a pattern have one place, and its weight is that of all of them.
    const pattern = data.patternOfRow[row]!;
    if (seen[pattern] === 0) count.weight += data.patternWeights[pattern]!;
    seen[pattern] = 1;
  }
  return { bands, counts, bandOfRow };
}

/** A row with its most likely class and the probability of that. */
export interface PlacedRow {
  readonly row: number;
  readonly inClass: number;
  readonly band: number;
  readonly probability: number;
}

/** The rows of a class, of a band, or of both, the most certain first: whom to look at, or to ask for an interview. */
export function placedRows(
  posterior: Posterior,
  { bandOfRow }: Certainty,
  choose: { readonly inClass?: number; readonly band?: number } = {},
): PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (const [row, inClass] of posterior.modal.entries()) {
    const band = bandOfRow[row]!;
    if (inClass < 0 || inClass !== (choose.inClass ?? inClass) || band !== (choose.band ?? band)) continue;
    rows.push({
      row,
      inClass,
      band,
      probability: posterior.probabilities[row * posterior.classes + inClass]!,
    });
  }
  return rows.sort((a, b) => b.probability - a.probability || a.row - b.row);
}

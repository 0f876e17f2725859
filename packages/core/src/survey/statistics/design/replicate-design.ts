import { BagomError } from '../../../study/bagom-error.js';
import { sameLength, type Numbers } from './columns.js';
import { weightsOf, type ReplicateDesign, type SampledDesign } from './survey-design.js';

/**
 * Weights under which every figure is computed again, as statistical offices hand them out in place of strata and
 * units. The variance is a sum over replicates of factor times (estimate - centre) squared (Wolter 2007, Introduction
 * to Variance Estimation, ch. 3-5):
 *
 * - `JK1`: jackknife without strata, factor (R - 1) / R
 * - `JKn`: jackknife with strata, factor (units - 1) / units of the stratum that lost one: give `factors`
 * - `BRR`: balanced half-samples, factor 1 / R
 * - `Fay`: BRR with weights times `fay` and 2 - `fay` in place of 0 and 2, factor 1 / (R (1 - fay)^2)
 * - `bootstrap`: factor 1 / (R - 1), about the replicates' own mean
 */
export interface ReplicateWeights {
  method: 'JK1' | 'JKn' | 'BRR' | 'Fay' | 'bootstrap';
  weights: Numbers;
  /** One column a replicate, each with a weight a row: the whole weight, not a factor on the full weight. */
  replicates: readonly Numbers[];
  /** A factor for each replicate, in place of the method's. Needed for JKn. */
  factors?: readonly number[];
  /** Fay's coefficient, from 0 up to 1. */
  fay?: number;
  /** The centre of the deviations: the full estimate, or the replicates' mean (the default of `bootstrap`). */
  about?: 'full' | 'mean';
  /** Degrees of freedom; R - 1 for JK1, and else the normal distribution's where absent. */
  df?: number;
  weightName?: string;
}

/** Reads a design of replicate weights. */
export function replicateDesign(given: ReplicateWeights): ReplicateDesign {
  const { method, weightName = 'weights', replicates } = given;
  const number = replicates.length;
  if (number < 2) throw new BagomError('survey.bad-design', { reason: 'replicates', given: number });
  const rows = given.weights.length;
  return {
    kind: 'replicates',
    rows,
    weights: weightsOf(given.weights, rows, weightName),
    columns: replicates.map((column, r) => weightsOf(column, rows, `${weightName} ${r + 1}`)),
    factors: factorsOf(given),
    about: given.about ?? (method === 'bootstrap' ? 'mean' : 'full'),
    df: given.df ?? (method === 'JK1' ? number - 1 : Infinity),
    finite: false,
  };
}

function factorsOf({ method, replicates, factors, fay }: ReplicateWeights): number[] {
  const number = replicates.length;
  if (factors) {
    sameLength(factors, number, 'factors');
    if (factors.every((factor) => factor >= 0 && factor < Infinity)) return [...factors];
    throw new BagomError('survey.bad-design', { reason: 'factors' });
  }
  if (method === 'JKn') throw new BagomError('survey.bad-design', { reason: 'factors' });
  if (method === 'JK1') return replicates.map(() => (number - 1) / number);
  if (method === 'bootstrap') return replicates.map(() => 1 / (number - 1));
  if (method === 'BRR') return replicates.map(() => 1 / number);
  if (fay === undefined || !(fay >= 0 && fay < 1))
    throw new BagomError('survey.bad-design', { reason: 'fay' });
  return replicates.map(() => 1 / (number * (1 - fay) ** 2));
}

/**
 * The jackknife of a design: each replicate leaves one first-stage unit out and raises the others of its stratum by
 * units / (units - 1); its factor is (units - 1) / units times the finite population correction. A single unit stays.
 */
export function jackknifeDesign(design: SampledDesign, about: 'full' | 'mean' = 'full'): ReplicateDesign {
  const { strata, stratumOfRow, stratumOfUnit, unitOfRow } = design.stages[0]!;
  if (design.calibrations.length > 0) throw new BagomError('survey.bad-design', { reason: 'calibrated' });
  const replicates: Float64Array[] = [];
  const factors: number[] = [];
  for (const [out, stratum] of stratumOfUnit.entries()) {
    const { units, population } = strata[stratum]!;
    if (units === 1) continue;
    replicates.push(
      design.weights.map((weight, row) => {
        if (stratumOfRow[row] !== stratum) return weight;
        return unitOfRow[row] === out ? 0 : (weight * units) / (units - 1);
      }),
    );
    factors.push(((units - 1) / units) * (1 - units / population));
  }
  const df = stratumOfUnit.length - strata.length;
  return replicateDesign({ method: 'JKn', weights: design.weights, replicates, factors, df, about });
}

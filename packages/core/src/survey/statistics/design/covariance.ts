import { choleskyOf, choleskySolve, matrixOf, type Matrix } from '../special/matrix.js';
import type {
  Calibration,
  LonelyPsu,
  ReplicateDesign,
  SampledDesign,
  SurveyDesign,
} from './survey-design.js';
import type { Stage } from './stage.js';

/** Estimates, as statistics of the weights. */
export interface Statistic {
  /** The estimates under a set of weights. */
  values(weights: Float64Array): number[];
  /**
   * How far each row moves each estimate for one more of its weight, one column an estimate: the linearised variable.
   * A row that is not looked at moves nothing, and has 0.
   */
  influence(): Float64Array[];
}

/**
 * The covariance of estimates under a design. By linearisation (Woodruff 1971, JASA 66:411-414; Binder 1983, Int. Stat.
 * Rev. 51:279-292) an estimate varies as the weighted total of its linearised variable does; with replicate weights,
 * as it does from replicate to replicate.
 */
export function covarianceOf(design: SurveyDesign, statistic: Statistic): number[][] {
  return design.kind === 'replicates'
    ? replicateCovariance(design, statistic)
    : covarianceOfTotals(design, statistic.influence());
}

/** Of weighted totals: over stages and strata, (1 - units / population) units / (units - 1) sum (total - mean total)^2. */
function covarianceOfTotals(design: SampledDesign, influence: readonly Float64Array[]): number[][] {
  const scores = influence.map((column) => {
    const left = design.calibrations.reduceRight(residualsOf, column);
    return left.map((value, row) => value * design.weights[row]!);
  });
  const covariance = matrixOf(scores.length, scores.length, () => 0);
  for (const stage of design.stages) addStage(covariance, stage, scores, design.lonelyPsu);
  return covariance;
}

function addStage(
  covariance: number[][],
  stage: Stage,
  scores: readonly Float64Array[],
  lonely: LonelyPsu,
): void {
  const { strata, stratumOfUnit, unitOfRow } = stage;
  const single = strata.filter(({ units, population }) => units === 1 && population > 1).length;
  // The average rule lets the strata that vary speak for those that cannot.
  const spread =
    lonely === 'average' && single < strata.length ? strata.length / (strata.length - single) : 1;
  const counts = stratumOfUnit.map((s) => {
    const { units, population, share } = strata[s]!;
    const finite = population === Infinity ? 1 : 1 - units / population;
    if (units === 1) return lonely === 'adjust' ? share * Math.max(0, finite) : 0;
    return (spread * share * Math.max(0, finite) * units) / (units - 1);
  });
  const deviations = scores.map((column) => {
    const totals = new Float64Array(stratumOfUnit.length);
    const sums = new Float64Array(strata.length);
    for (const [row, score] of column.entries()) {
      totals[unitOfRow[row]!]! += score;
      sums[stage.stratumOfRow[row]!]! += score;
    }
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    return totals.map((total, unit) => {
      const stratum = stratumOfUnit[unit]!;
      const { units } = strata[stratum]!;
      return total - (units === 1 ? mean : sums[stratum]! / units);
    });
  });
  for (const [i, a] of deviations.entries()) {
    for (const [j, b] of deviations.entries()) {
      if (j > i) break;
      let sum = 0;
      for (let unit = 0; unit < counts.length; unit++) sum += counts[unit]! * a[unit]! * b[unit]!;
      covariance[i]![j]! += sum;
      if (i !== j) covariance[j]![i]! += sum;
    }
  }
}

/**
 * What is left of a linearised variable when the known totals have told what they can: its residuals from a regression
 * on the auxiliaries, weighted as before the calibration (Deville & Sarndal 1992, JASA 87:376-382).
 */
function residualsOf(values: Float64Array, { auxiliaries, before }: Calibration): Float64Array {
  const cross = (a: Float64Array, b: Float64Array) =>
    before.reduce((sum, w, row) => sum + w * a[row]! * b[row]!, 0);
  const k = auxiliaries.length;
  const lower = choleskyOf(matrixOf(k, k, (i, j) => cross(auxiliaries[i]!, auxiliaries[j]!)));
  if (!lower) return values;
  const slopes = choleskySolve(
    lower,
    auxiliaries.map((column) => cross(column, values)),
  );
  return values.map((value, row) =>
    auxiliaries.reduce((left, column, k) => left - slopes[k]! * column[row]!, value),
  );
}

function replicateCovariance(design: ReplicateDesign, statistic: Statistic): number[][] {
  const full = statistic.values(design.weights);
  const estimates = design.columns.map((weights) => statistic.values(weights));
  const centre = design.about === 'full' ? full : full.map((_, j) => meanOf(estimates, j));
  return matrixOf(full.length, full.length, (i, j) =>
    estimates.reduce(
      (sum, of, r) => sum + design.factors[r]! * (of[i]! - centre[i]!) * (of[j]! - centre[j]!),
      0,
    ),
  );
}

const meanOf = (rows: Matrix, j: number): number => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length;

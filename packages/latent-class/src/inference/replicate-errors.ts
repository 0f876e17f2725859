import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import type { LatentClassModel } from '../model.js';
import { readDesign, type SurveyDesign } from './design.js';
import type { Warning } from '../warning.js';
import {
  meanOfReplicates,
  refit,
  replicateStream,
  spreadOfReplicates,
  type ReplicateEstimate,
  type ReplicateRange,
} from './refits.js';
import { drawUnits, replicateFactors, type ReplicateWeights } from './replicate-weights.js';
import { freeLogitsOf, report, type StandardErrors } from './report.js';
import { modelSampler, peopleSampler, reweightedRows } from './resample.js';

/** Standard errors from estimating the model again and again. */
export type RefitOptions =
  | { readonly kind: 'replicate-weights'; readonly design: ReplicateWeights }
  /** People drawn with replacement; with a design, its sampling units (Rao & Wu 1988). 500 replicates. */
  | {
      readonly kind: 'bootstrap';
      readonly replicates?: number;
      readonly seed?: number;
      readonly design?: SurveyDesign;
    }
  /** New people drawn from the model: how it would vary if it were true. 500 replicates. */
  | { readonly kind: 'parametric-bootstrap'; readonly replicates?: number; readonly seed?: number };

const REPLICATES = 500;
/** Refits stop when a cycle gains less. The jackknife multiplies small moves by many units, so it is exact. */
const TOLERANCE = { 'replicate-weights': 1e-11, bootstrap: 1e-8, 'parametric-bootstrap': 1e-8 };

/** How many replicates a kind runs: as many as it has columns of weights, or as many as asked for. */
export function replicatesOf(options: RefitOptions): number {
  if (options.kind === 'replicate-weights') return options.design.columns.length;
  const asked = options.replicates ?? REPLICATES;
  if (!Number.isInteger(asked) || asked < 2) {
    throw new LatentClassError('bad-option', `replicates is ${asked}; use a whole number from 2 up`, {
      option: 'replicates',
      value: asked,
    });
  }
  return asked;
}

/** The estimates of a range of replicates, for those who share them among threads. */
export function replicateEstimates(
  model: LatentClassModel,
  data: Indicators,
  options: RefitOptions,
  range: ReplicateRange,
): ReplicateEstimate[] {
  const { shape, parameters } = freeLogitsOf(model, data);
  return refit(shape, parameters, range, drawerOf(model, data, options), TOLERANCE[options.kind]);
}

/** Makes standard errors out of the estimates of all replicates: the last step of `standardErrors`. */
export function concludeReplicates(
  model: LatentClassModel,
  data: Indicators,
  options: RefitOptions & { readonly level?: number },
  estimates: readonly ReplicateEstimate[],
): StandardErrors {
  const free = freeLogitsOf(model, data);
  const { size } = free.shape;
  // In the order of their numbers, so that sums are the same to the last digit however they were shared.
  const sorted = estimates.toSorted((a, b) => a.replicate - b.replicate);
  const notes: Warning[] = [];
  const failed = sorted.filter((estimate) => !estimate.converged).length;
  if (failed > 0)
    notes.push({ code: 'replicates-not-converged', data: { failed, replicates: sorted.length } });
  let factors = (_replicate: number): number => 1 / (sorted.length - 1);
  let centre = meanOfReplicates(size, sorted);
  let df: number | null = null;
  if (options.kind === 'replicate-weights') {
    const list = replicateFactors(data, options.design);
    factors = (replicate) => list[replicate]!;
    if (options.design.method !== 'bootstrap') centre = free.parameters;
    df = options.design.df ?? null;
  } else if (options.kind === 'bootstrap' && options.design !== undefined) {
    const units = readDesign(data, options.design);
    df = units.df;
    if (units.lonely > 0) notes.push({ code: 'lonely-units-adjusted', data: { strata: units.lonely } });
  }
  const covariance = spreadOfReplicates(size, sorted, factors, centre);
  return report(model, free, options, { covariance, df, notes, replicates: sorted.length });
}

function drawerOf(
  model: LatentClassModel,
  data: Indicators,
  options: RefitOptions,
): (replicate: number) => Indicators {
  if (options.kind === 'replicate-weights') {
    const { columns } = options.design;
    replicateFactors(data, options.design);
    return (replicate) => reweightedRows(data, columns[replicate]!);
  }
  const { seed = 1 } = options;
  if (options.kind === 'bootstrap' && options.design !== undefined) {
    const units = readDesign(data, options.design);
    return (replicate) => reweightedRows(data, drawUnits(units, replicateStream(seed, replicate)));
  }
  const sample = options.kind === 'bootstrap' ? peopleSampler(data) : modelSampler(data, model);
  return (replicate) => sample(replicateStream(seed, replicate));
}

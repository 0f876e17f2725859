import { BagomError } from '../../../study/bagom-error.js';
import { kishEffectiveN } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { calibrated } from './calibrated.js';
import { readMargin, type Margin } from './post-stratify.js';
import { trimWeights, type TrimBounds, type Trimmed } from './trim-weights.js';

export interface RakeOptions {
  /** Keeps weights within multiples of their mean, between the rounds. */
  trim?: TrimBounds;
  /** The largest gap that is left to a margin, as a share of the whole; 1e-10 where absent. */
  tolerance?: number;
  /** Gives up after this many rounds; 1000 where absent. */
  rounds?: number;
}

/** A raked design, and what it cost. */
export interface Raked<D extends SurveyDesign> {
  design: D;
  rounds: number;
  /** The largest gap left between a weighted group and its population, as a share of the whole. */
  gap: number;
  /** What was trimmed in all; null where no bounds were given. With trimming, the gap is what the bounds cost. */
  trimmed: Omit<Trimmed, 'weights'> | null;
  /** Kish's effective number of people, before and after. */
  effectiveN: { before: number; after: number };
}

/** Rounds of trimming and raking again before what gap there is, is told. */
const TRIM_ROUNDS = 50;

/**
 * Weights made to fit several margins at once, by post-stratifying to one after the other until all fit (Deming &
 * Stephan 1940, Annals of Mathematical Statistics 11:427-444). With bounds, weights are trimmed and raked in turn; the
 * gap that is left is told. Margins that cannot be met, or do not add up to the same population, are refused.
 */
export function rakeWeights<D extends SurveyDesign>(
  design: D,
  margins: readonly Margin[],
  options: RakeOptions = {},
): Raked<D> {
  const { trim, tolerance = 1e-10, rounds: limit = 1000 } = options;
  const read = margins.map((margin) => readMargin(design, margin));
  const whole = sameWhole(margins, read);
  const gapOf = (weights: Float64Array) =>
    Math.max(0, ...read.map(({ targets, groupOf }) => largestGap(weights, groupOf, targets))) / whole;
  let rounds = 0;
  const rakeOnce = (weights: Float64Array) => {
    let raked = weights;
    for (const { targets, groupOf } of read) raked = fitted(raked, groupOf, targets);
    return raked;
  };
  const rakeAll = (weights: Float64Array) => {
    let raked = weights;
    for (let round = 1; ; round++) {
      raked = rakeOnce(raked);
      rounds = Math.max(rounds, round);
      const gap = gapOf(raked);
      if (gap <= tolerance) return raked;
      if (round >= limit) throw new BagomError('survey.not-raked', { rounds: limit, gap });
    }
  };
  let told: Omit<Trimmed, 'weights'> | null = null;
  const bend = (weights: Float64Array) => {
    const raked = rakeAll(weights);
    if (!trim) return raked;
    let bent = raked;
    for (let round = 0; round < TRIM_ROUNDS; round++) {
      const trimmed = trimWeights(bent, trim);
      if (trimmed.moved < tolerance) break;
      bent = rakeAll(trimmed.weights);
    }
    bent = trimWeights(bent, trim).weights;
    const { raised, lowered } = trimWeights(raked, trim);
    const apart = raked.reduce((sum, weight, row) => sum + Math.abs(weight - bent[row]!), 0);
    told ??= { raised, lowered, moved: apart / 2 / whole };
    return bent;
  };
  const result = calibrated(
    design,
    read.flatMap(({ auxiliaries }) => auxiliaries),
    bend,
  );
  const effectiveN = { before: kishEffectiveN(design.weights), after: kishEffectiveN(result.weights) };
  return { design: result, rounds, gap: gapOf(result.weights), trimmed: told, effectiveN };
}

/** Margins are of one population, so each adds up to the same. */
function sameWhole(margins: readonly Margin[], read: readonly { targets: number[] }[]): number {
  const sums = read.map(({ targets }) => targets.reduce((sum, target) => sum + target, 0));
  const whole = sums[0] ?? 1;
  const off = sums.findIndex((sum) => !(Math.abs(sum - whole) <= 1e-6 * whole));
  if (off < 0) return whole;
  throw new BagomError('survey.bad-margin', { variable: margins[off]!.name, level: '', reason: 'sum' });
}

function fitted(weights: Float64Array, groupOf: Int32Array, targets: readonly number[]): Float64Array {
  const sums = sumsOf(weights, groupOf, targets.length);
  return weights.map((weight, row) => {
    const group = groupOf[row]!;
    return weight > 0 ? (weight * targets[group]!) / sums[group]! : 0;
  });
}

function largestGap(weights: Float64Array, groupOf: Int32Array, targets: readonly number[]): number {
  const sums = sumsOf(weights, groupOf, targets.length);
  return Math.max(...targets.map((target, group) => Math.abs(target - sums[group]!)));
}

function sumsOf(weights: Float64Array, groupOf: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (const [row, weight] of weights.entries()) sums[groupOf[row]!]! += weight;
  return sums;
}

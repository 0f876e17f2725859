import { exp, log } from '../elementary.js';
import { BOUNDARY, eachSimplex, givenAt, position, type Layout, type Parameters } from '../parameters.js';
import { basisOf, type Basis } from './basis.js';
import type { Matrix } from './matrix.js';

/**
 * The free parameters of a model at its estimate. A set of proportions that sum to one (the shares, or an
 * indicator within a class) becomes logits: log of each proportion over the last one, so that any number is
 * allowed and the sum takes care of itself.
 *
 * A proportion on the boundary (below 1e-5) has its logit at minus infinity, where no second derivative exists.
 * It is held fixed and has no standard error, as Mplus does beyond logits of 15; what is left of its set is free.
 * The reference is then the last proportion that is not on the boundary.
 */
export interface FreeLogits {
  readonly shape: Layout;
  readonly parameters: Parameters;
  /** Number of free logits. */
  readonly count: number;
  /** Free logit at each position of the parameter vector; -1 for a reference or a fixed proportion. */
  readonly logitAt: Int32Array;
  /** Position of the reference that each position is compared with; itself where nothing is free. */
  readonly referenceAt: Int32Array;
  /** Position in the parameter vector of each free logit. */
  readonly positions: readonly number[];
  /** 1 at proportions that do not vary: those on the boundary at 0, those then left at 1, and an empty class's. */
  readonly fixed: Uint8Array;
  /** 1 at proportions that are given: an answer there says nothing of the others. */
  readonly given: Uint8Array;
  /** Each proportion as a part of what is not given in its set: the proportion itself where nothing is. */
  readonly relative: Float64Array;
  /** How the logits depend on fewer parameters; undefined where each is a parameter by itself. */
  readonly basis: Basis | undefined;
}

/** Parameters behind the free logits. */
export function freedom(free: FreeLogits): number {
  return free.basis?.columns ?? free.count;
}

export function freeLogits(shape: Layout, parameters: Parameters): FreeLogits {
  const logitAt = new Int32Array(shape.size).fill(-1);
  const referenceAt = Int32Array.from({ length: shape.size }, (_, i) => i);
  const fixed = new Uint8Array(shape.size).fill(1);
  const positions: number[] = [];
  const given = givenAt(shape);
  const relative = Float64Array.from(parameters);
  eachSimplex(shape, (from, to) => {
    // Nobody in a class says anything about its probabilities.
    const inClass = Math.floor((from - shape.classes) / shape.perClass);
    if (from > 0 && parameters[inClass]! < BOUNDARY) return;
    const live: number[] = [];
    let mass = 1;
    for (let i = from; i < to; i++) {
      if (given[i] === 1) mass -= parameters[i]!;
      else if (parameters[i]! >= BOUNDARY) live.push(i);
    }
    if (mass < 1) for (let i = from; i < to; i++) relative[i] = given[i] === 1 ? 0 : parameters[i]! / mass;
    if (live.length < 2) return;
    const reference = live.at(-1)!;
    for (const i of live) {
      fixed[i] = 0;
      referenceAt[i] = reference;
      if (i === reference) continue;
      logitAt[i] = positions.length;
      positions.push(i);
    }
  });
  const count = positions.length;
  const { restriction } = shape;
  const shares = [...logitAt.subarray(0, shape.classes)].filter((logit) => logit >= 0);
  const basis = restriction && basisOf(restriction.families, shares, logitAt, referenceAt, count);
  return { shape, parameters, count, logitAt, referenceAt, positions, fixed, given, relative, basis };
}

/** The free logits of a parameter vector. */
export function logitsOf(free: FreeLogits, parameters: Parameters): Float64Array {
  return Float64Array.from(free.positions, (i) => log(parameters[i]! / parameters[free.referenceAt[i]!]!));
}

/** The parameter vector of free logits; fixed proportions stay as estimated. */
export function proportionsOf(free: FreeLogits, logits: ArrayLike<number>): Parameters {
  const result = Float64Array.from(free.parameters);
  eachSimplex(free.shape, (from, to) => {
    let kept = 0;
    let sum = 0;
    for (let i = from; i < to; i++) {
      if (free.fixed[i] === 1) kept += result[i]!;
      else {
        result[i] = free.logitAt[i]! < 0 ? 1 : exp(logits[free.logitAt[i]!]!);
        sum += result[i]!;
      }
    }
    for (let i = from; i < to; i++) if (free.fixed[i] === 0) result[i] = (result[i]! * (1 - kept)) / sum;
  });
  return result;
}

/**
 * The covariance of all proportions from that of the free logits (delta method): J V J', where the derivative of
 * proportion a by logit b of the same set is p_a times ((1 if a is b) - p_b), and 0 across sets. Fixed
 * proportions have variance 0.
 */
export function covarianceOfProportions(free: FreeLogits, covariance: Matrix): Matrix {
  const { count } = free;
  const { size } = free.shape;
  const half = derive(free, covariance, count);
  const turned = new Float64Array(count * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < count; j++) turned[j * size + i] = half[i * count + j]!;
  return derive(free, turned, size);
}

/** The derivative of proportions by logits, times a matrix of `width` columns with a row for each free logit. */
function derive(free: FreeLogits, rows: Float64Array, width: number): Float64Array {
  const { logitAt, fixed, parameters, relative, shape } = free;
  const result = new Float64Array(shape.size * width);
  const mean = new Float64Array(width);
  eachSimplex(shape, (from, to) => {
    mean.fill(0);
    for (let i = from; i < to; i++) {
      const logit = logitAt[i]!;
      if (logit < 0) continue;
      for (let c = 0; c < width; c++) mean[c] = mean[c]! + relative[i]! * rows[logit * width + c]!;
    }
    for (let i = from; i < to; i++) {
      if (fixed[i] === 1) continue;
      const logit = logitAt[i]!;
      for (let c = 0; c < width; c++) {
        const own = logit < 0 ? 0 : rows[logit * width + c]!;
        result[i * width + c] = parameters[i]! * (own - mean[c]!);
      }
    }
  });
  return result;
}

/** Which share or probability a figure belongs to. Classes and indicators are numbered from 0, categories from 1. */
export type ParameterLabel =
  | { readonly of: 'share'; readonly inClass: number }
  | {
      readonly of: 'probability';
      readonly inClass: number;
      readonly item: number;
      readonly name: string;
      readonly category: number;
    };

/** A label for every position of the parameter vector: shares first, then class by class. */
export function parameterLabels(shape: Layout, names: readonly string[]): ParameterLabel[] {
  const labels: ParameterLabel[] = Array.from({ length: shape.classes }, (_, inClass) => ({
    of: 'share' as const,
    inClass,
  }));
  for (let inClass = 0; inClass < shape.classes; inClass++) {
    for (const [item, count] of shape.categories.entries()) {
      for (let category = 1; category <= count; category++) {
        labels[position(shape, item, inClass, category)] = {
          of: 'probability',
          inClass,
          item,
          name: names[item]!,
          category,
        };
      }
    }
  }
  return labels;
}

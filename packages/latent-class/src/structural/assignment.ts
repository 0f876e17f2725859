import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import { invert, type Square } from '../linear/solve.js';
import { score, type ScoringModel } from '../posterior.js';
import { checkModel } from './people.js';
import { rowWeights } from './row-weights.js';

/** `modal`: each person belongs to the likeliest class. `proportional`: to each class by its probability. */
export type AssignmentRule = 'modal' | 'proportional';

/** People placed in classes, and how often that places them wrongly. */
export interface Assignment {
  readonly classes: number;
  readonly rule: AssignmentRule;
  /** Part of each row in each class: 0 and 1 if modal. NaN in a row without answers. */
  readonly parts: Float64Array;
  /** `errors[k][a]`: of those who belong to k, the part that is placed in a. Rows sum to 1. */
  readonly errors: readonly (readonly number[])[];
}

/**
 * Second of three steps: places people in classes and estimates P(placed in a | belongs to k) from the posterior
 * probabilities (Bolck, Croon & Hagenaars 2004, Political Analysis 12:3-27; Vermunt 2010, Political Analysis
 * 18:450-469). `weights` are those that the answers were read with.
 */
export function assign(
  model: ScoringModel,
  data: Indicators,
  rule: AssignmentRule,
  weights?: ArrayLike<number>,
): Assignment {
  return place(model, data, rule, rowWeights(data, weights));
}

/**
 * The same from weights of rows already on the scale of the data. `placed` keeps the modal classes of another model, to
 * see what small changes of a model do.
 */
export function place(
  model: ScoringModel,
  data: Indicators,
  rule: AssignmentRule,
  weights: Float64Array,
  placed?: Assignment,
): Assignment {
  checkModel(model, data);
  const { classes } = model;
  const items = data.names.length;
  const patterns = data.patternWeights.length;
  const columns = Array.from({ length: items }, (_, item) =>
    Uint8Array.from({ length: patterns }, (__, u) => data.patternCodes[u * items + item]!),
  );
  const { probabilities, modal } = score(model, columns);
  const parts = new Float64Array(data.rows * classes).fill(NaN);
  const joint = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  for (let row = 0; row < data.rows; row++) {
    const u = data.patternOfRow[row]!;
    if (u < 0) continue;
    for (let a = 0; a < classes; a++) {
      const part =
        rule === 'proportional'
          ? probabilities[u * classes + a]!
          : (placed?.parts[row * classes + a] ?? Number(modal[u] === a));
      parts[row * classes + a] = part;
      for (let k = 0; k < classes; k++)
        joint[k]![a]! += weights[row]! * probabilities[u * classes + k]! * part;
    }
  }
  const errors = joint.map((row) => {
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => value / sum);
  });
  return { classes, rule, parts, errors };
}

/** Weights with which each row counts for each class, such that wrong placements cancel on average. */
export interface BchWeights {
  /** Rows x classes; they sum to 1 in each row, and some are negative. */
  readonly weights: Float64Array;
  /** Negative ones, and the largest of them. They are right, but many or large ones say that classes overlap. */
  readonly negative: number;
  readonly lowest: number;
}

/**
 * BCH weights: placements times the inverse of the matrix of placement errors, w = parts D^-1 (Bolck, Croon & Hagenaars
 * 2004; Vermunt 2010). E(parts) = P(class) D, so that w is an unbiased picture of the class.
 */
export function bchWeights(assignment: Assignment): BchWeights {
  const { classes, parts, errors } = assignment;
  const inverse: Square | undefined = invert(Float64Array.from(errors.flat()));
  if (inverse === undefined || !inverse.every(Number.isFinite)) {
    throw new LatentClassError(
      'not-estimable',
      'people are placed so badly that the errors cannot be undone (one class gets nobody, or two cannot be told apart); use fewer classes or proportional assignment',
    );
  }
  const weights = new Float64Array(parts.length);
  let negative = 0;
  let lowest = 0;
  for (let at = 0; at < parts.length; at++) {
    const from = at - (at % classes);
    let sum = 0;
    for (let a = 0; a < classes; a++) sum += parts[from + a]! * inverse[a * classes + (at % classes)]!;
    weights[at] = sum;
    if (sum < -1e-12) negative++;
    if (sum < lowest) lowest = sum;
  }
  return { weights, negative, lowest };
}

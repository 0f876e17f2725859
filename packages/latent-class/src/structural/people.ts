import { log } from '../elementary.js';
import type { Indicators } from '../data.js';
import { LatentClassError } from '../error.js';
import type { ScoringModel } from '../posterior.js';
import { invertSymmetric, type Square } from '../linear/solve.js';
import { design, type Covariate } from './design.js';
import { blocksOf, type BlockRule } from './item-blocks.js';
import type { Joint, JointState } from './joint.js';
import { firstCoefficient, type Logit } from './logit.js';
import { rowWeights, usedWeights } from './row-weights.js';

export interface RegressionOptions {
  /** The weights that the answers were read with, one a row. */
  readonly weights?: ArrayLike<number>;
  /** The class that the others are compared with, from 0; the first and largest where absent. */
  readonly reference?: number;
}

/** The people of a regression of class on covariates: those with an answer, every covariate and a weight. */
export interface People {
  /** Rows in use, as numbers of rows of the data. */
  readonly rows: readonly number[];
  readonly weights: Float64Array;
  readonly terms: readonly string[];
  readonly logit: Logit;
  /** True when the weights are survey weights. */
  readonly sample: boolean;
  /** Turns coefficients of the scaled covariates into those of the covariates as given: b = T b*. */
  readonly transform: Square;
  /** Rows that had answers but lacked a covariate or outcome, and rows without answers or weight. */
  readonly dropped: { readonly covariate: number; readonly answers: number };
}

/** Covariates whose variance is explained up to this part by the others cannot be told from them. */
const COLLINEAR = 1e8;

/**
 * Picks the people to use and scales the covariates to mean 0 and variance 1, so that years and shares alike do well.
 * `needed` is one more column that must not be NaN, such as an outcome.
 */
export function peopleOf(
  model: ScoringModel,
  data: Indicators,
  covariates: readonly Covariate[],
  options: RegressionOptions,
  needed?: ArrayLike<number>,
): People {
  checkModel(model, data);
  const reference = options.reference ?? 0;
  if (!Number.isInteger(reference) || reference < 0 || reference >= model.classes) {
    throw new LatentClassError(
      'bad-option',
      `the reference class ${reference} does not exist; use 0 to ${model.classes - 1}`,
      { reference, classes: model.classes },
    );
  }
  const { terms, values, complete } = design(data.rows, covariates);
  const every = rowWeights(data, options.weights);
  const rows = complete.filter((row) => every[row]! > 0 && !Number.isNaN(needed?.[row] ?? 0));
  const answered = every.reduce((count, weight) => count + Number(weight > 0), 0);
  if (rows.length <= terms.length) {
    throw new LatentClassError(
      'no-rows',
      `${rows.length} rows have answers and every covariate or outcome, too few for ${terms.length} terms`,
      { rows: rows.length, terms: terms.length },
    );
  }
  const weights = usedWeights(data, every, rows);
  const scaled = scale(terms, values, rows, weights);
  return {
    rows,
    weights,
    terms,
    sample: data.weighted,
    transform: scaled.transform,
    logit: { classes: model.classes, terms: terms.length, reference, design: scaled.design },
    dropped: { covariate: answered - rows.length, answers: data.rows - answered },
  };
}

/** The same indicators with the same categories, or the model says nothing of these answers. */
export function checkModel(model: ScoringModel, data: Indicators): void {
  if (model.identified === false) {
    throw new LatentClassError(
      'not-identified',
      'the model is not identified, so its classes cannot be told from others that fit as well; use fewer classes or more indicators',
    );
  }
  const differs =
    model.names.length !== data.names.length ||
    model.names.some(
      (name, item) => name !== data.names[item] || model.categories[item]! < data.categories[item]!,
    );
  if (differs) {
    throw new LatentClassError(
      'model-mismatch',
      'the data have other indicators or more categories than the model; use those it was fitted on, in its order',
      { indicators: model.names.length, columns: data.names.length },
    );
  }
}

function scale(
  terms: readonly string[],
  values: Float64Array,
  rows: readonly number[],
  weights: Float64Array,
) {
  const width = terms.length;
  const scaled = new Float64Array(rows.length * width);
  const transform = new Float64Array(width * width);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let t = 0; t < width; t++) {
    let mean = 0;
    let variance = 0;
    for (const [i, row] of rows.entries()) mean += (weights[i]! * values[row * width + t]!) / total;
    for (const [i, row] of rows.entries()) {
      variance += (weights[i]! * (values[row * width + t]! - mean) ** 2) / total;
    }
    const deviation = t === 0 ? 1 : Math.sqrt(variance);
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      throw new LatentClassError(
        'bad-covariate',
        `"${terms[t]!}" is the same for everybody in use; leave it out`,
        {
          name: terms[t]!,
        },
      );
    }
    const centre = t === 0 ? 0 : mean;
    for (const [i, row] of rows.entries()) {
      scaled[i * width + t] = (values[row * width + t]! - centre) / deviation;
    }
    transform[t] = t === 0 ? 1 : -centre / deviation;
    transform[t * width + t] = 1 / deviation;
  }
  checkCollinear(terms, scaled, weights, total);
  return { design: scaled, transform };
}

function checkCollinear(
  terms: readonly string[],
  scaled: Float64Array,
  weights: Float64Array,
  total: number,
): void {
  const width = terms.length;
  const correlation = new Float64Array(width * width);
  for (const [i, weight] of weights.entries()) {
    for (let t = 0; t < width; t++) {
      for (let u = 0; u < width; u++) {
        correlation[t * width + u]! += (weight / total) * scaled[i * width + t]! * scaled[i * width + u]!;
      }
    }
  }
  const inverse = invertSymmetric(correlation);
  const at = terms.findIndex((_, t) => !(inverse !== undefined && inverse[t * width + t]! < COLLINEAR));
  if (at < 0) return;
  throw new LatentClassError(
    'bad-covariate',
    inverse === undefined
      ? `the covariates ${terms.slice(1).join(', ')} determine each other; leave one out`
      : `"${terms[at]!}" is determined by the other covariates; leave one of them out`,
    { name: terms[at]! },
  );
}

/** The joint model of these people, with all item probabilities free or all fixed. */
export function jointOf(model: ScoringModel, data: Indicators, people: People, rule: BlockRule): Joint {
  return {
    logit: people.logit,
    categories: model.categories,
    cellOfRow: Int32Array.from(people.rows, (row) => data.patternOfRow[row]!),
    cellCodes: data.patternCodes,
    groupOfCell: new Uint8Array(data.patternWeights.length),
    blocks: blocksOf(
      model.classes,
      model.categories,
      1,
      model.categories.map(() => rule),
    ),
    weights: people.weights,
    parts: new Float64Array(people.rows.length).fill(1),
    person: Int32Array.from(people.rows, (_, i) => i),
    sample: data.weighted,
  };
}

/** An estimated 0 means "not seen", not "cannot be": it is read as this where probabilities are fixed. */
export const NOT_SEEN = 1e-10;

/** The model itself as a point of a joint model: no effect of any covariate, and the model's item probabilities. */
export function stateOf(model: ScoringModel, joint: Joint): JointState {
  const { logit, blocks } = joint;
  const gamma = new Float64Array((logit.classes - 1) * logit.terms);
  const floor = (share: number): number => Math.max(share, 1e-6);
  for (const [k, share] of model.shares.entries()) {
    const first = firstCoefficient(logit, k);
    if (first >= 0) gamma[first] = log(floor(share) / floor(model.shares[logit.reference]!));
  }
  const probs = new Float64Array(blocks.size);
  for (const { from, item, inClass, fixed } of blocks.list) {
    const values = model.probs[item]![inClass]!;
    probs.set(fixed ? values.map((p) => Math.max(p, NOT_SEEN)) : values, from);
  }
  return { gamma, probs };
}

import { exp, log } from './elementary.js';
import { encode, type Indicators } from './data.js';
import { LatentClassError } from './error.js';
import type { LatentClassModel } from './model.js';
import { BOUNDARY } from './parameters.js';
import { layout, parametersOf, position } from './parameters.js';

/** What a model needs to tell of itself to classify people. A saved model file has it. */
export type ScoringModel = Pick<LatentClassModel, 'classes' | 'names' | 'categories' | 'shares' | 'probs'> &
  Partial<Pick<LatentClassModel, 'items' | 'fixedShares' | 'identified'>>;

/** How surely people belong to their classes. Classes are numbered from 0. */
export interface Posterior {
  readonly classes: number;
  /** Probability of each class, one row after the other; NaN in a row that estimation dropped. */
  readonly probabilities: Float64Array;
  /** Most likely class of each row, -1 in a dropped row. */
  readonly modal: Int8Array;
  /** Sum over people of -p log p: 0 when everybody is placed with certainty. */
  readonly entropy: number;
  /**
   * 1 - entropy / (n log K), from 0 (guessing) to 1 (certainty); null for one class. It describes how well people
   * are told apart and is no reason to prefer a number of classes (Celeux & Soromenho 1996).
   */
  readonly entropyR2: number | null;
  /** Weighted share of people whose most likely class is this one. */
  readonly modalShares: readonly number[];
  /** `averageByModal[a][k]`: mean probability of class k among people placed in class a; null if nobody is. */
  readonly averageByModal: readonly (readonly number[] | null)[];
  /** `classification[k][a]`: of those who belong to class k, the part that is placed in class a. */
  readonly classification: readonly (readonly number[])[];
  /** Expected part of people placed in a wrong class. */
  readonly expectedError: number;
}

/** People a model was not fitted on, classified by it. */
export interface Scores {
  readonly classes: number;
  /** Probability of each class, one row after the other. Without any answer these are the class shares. */
  readonly probabilities: Float64Array;
  readonly modal: Int8Array;
  /** Log-probability of the answers given; answers estimated as impossible count as 1e-10. */
  readonly loglik: Float64Array;
  /** Number of indicators answered. */
  readonly answered: Uint8Array;
  /** 1 where every class has ruled out at least one of the answers: nobody like this was in the study. */
  readonly unlike: Uint8Array;
}

/** An estimated 0 means "not seen", not "cannot be", so it is read as this. */
const NOT_SEEN = 1e-10;

/** Class probabilities of the people a model was fitted on (Bayes' rule), and how well it tells them apart. */
export function posterior(model: LatentClassModel, data: Indicators): Posterior {
  const { classes } = model;
  checkMatch(model, data.names);
  const patterns = classify(model, data.patternCodes);
  const probabilities = new Float64Array(data.rows * classes).fill(NaN);
  const modal = new Int8Array(data.rows).fill(-1);
  for (let row = 0; row < data.rows; row++) {
    const u = data.patternOfRow[row]!;
    if (u < 0) continue;
    modal[row] = patterns.modal[u]!;
    for (let k = 0; k < classes; k++) {
      probabilities[row * classes + k] = patterns.probabilities[u * classes + k]!;
    }
  }
  return { classes, probabilities, modal, ...quality(classes, data.patternWeights, patterns) };
}

/** How surely a model places people, without their probabilities one by one: a million rows cost nothing here. */
export function certainty(
  model: LatentClassModel,
  data: Indicators,
): Pick<Posterior, 'entropy' | 'entropyR2'> {
  checkMatch(model, data.names);
  return quality(model.classes, data.patternWeights, classify(model, data.patternCodes));
}

/** Classifies new people. `columns` are in the order of the model's indicators; 0 or NaN is missing. */
export function score(model: ScoringModel, columns: readonly ArrayLike<number>[]): Scores {
  const rows = columns[0]?.length ?? 0;
  if (columns.length !== model.names.length || columns.some((column) => column.length !== rows)) {
    throw new LatentClassError(
      'model-mismatch',
      `the model has ${model.names.length} indicators; give as many columns, all of the same length, in its order`,
      { indicators: model.names.length, columns: columns.length },
    );
  }
  return classify(model, encode(columns, model.names, model.categories));
}

function checkMatch(model: LatentClassModel, names: readonly string[]): void {
  const at = names.findIndex((name, item) => name !== model.names[item]);
  if (at >= 0 || names.length !== model.names.length) {
    throw new LatentClassError(
      'model-mismatch',
      'the data have other indicators than the model; use those it was fitted on, in the same order',
      { indicators: model.names.length, columns: names.length },
    );
  }
}

/** Class probabilities of codes, row by row. */
export function classify(model: ScoringModel, codes: Uint8Array): Scores {
  const { classes } = model;
  const items = model.names.length;
  const rows = codes.length / items;
  const shape = layout(classes, model.categories);
  const parameters = parametersOf(shape, model);
  const logs = parameters.map((value) => log(Math.max(value, NOT_SEEN)));
  const result = {
    classes,
    probabilities: new Float64Array(rows * classes),
    modal: new Int8Array(rows),
    loglik: new Float64Array(rows),
    answered: new Uint8Array(rows),
    unlike: new Uint8Array(rows),
  };
  const joint = new Float64Array(classes);
  for (let row = 0; row < rows; row++) {
    let answered = 0;
    let ruledOut = 0;
    for (let k = 0; k < classes; k++) {
      let sum = logs[k]!;
      let impossible = 0;
      answered = 0;
      for (let item = 0; item < items; item++) {
        const code = codes[row * items + item]!;
        if (code === 0) continue;
        const at = position(shape, item, k, code);
        sum += logs[at]!;
        answered++;
        if (parameters[at]! < BOUNDARY) impossible = 1;
      }
      joint[k] = sum;
      ruledOut += impossible;
    }
    const highest = Math.max(...joint);
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += exp(joint[k]! - highest);
    for (let k = 0; k < classes; k++) {
      result.probabilities[row * classes + k] = exp(joint[k]! - highest) / sum;
    }
    result.modal[row] = joint.indexOf(highest);
    result.loglik[row] = highest + log(sum);
    result.answered[row] = answered;
    result.unlike[row] = ruledOut === classes ? 1 : 0;
  }
  return result;
}

function quality(
  classes: number,
  weights: Float64Array,
  patterns: Pick<Scores, 'probabilities' | 'modal'>,
): Omit<Posterior, 'classes' | 'probabilities' | 'modal'> {
  // joint[a][k]: weight of people placed in a who belong to k.
  const joint = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  let entropy = 0;
  let n = 0;
  for (const [u, weight] of weights.entries()) {
    const placed = joint[patterns.modal[u]!]!;
    for (let k = 0; k < classes; k++) {
      const p = patterns.probabilities[u * classes + k]!;
      placed[k] = placed[k]! + weight * p;
      if (p > 0) entropy -= weight * p * log(p);
    }
    n += weight;
  }
  const placed = joint.map((row) => row.reduce((sum, value) => sum + value, 0));
  const belong = joint.map((_, k) => joint.reduce((sum, row) => sum + row[k]!, 0));
  const right = joint.reduce((sum, row, a) => sum + row[a]!, 0);
  return {
    entropy,
    entropyR2: classes === 1 ? null : 1 - entropy / (n * log(classes)),
    modalShares: placed.map((weight) => weight / n),
    averageByModal: joint.map((row, a) => (placed[a]! > 0 ? row.map((value) => value / placed[a]!) : null)),
    classification: joint.map((_, k) => joint.map((row) => (belong[k]! > 0 ? row[k]! / belong[k]! : 0))),
    expectedError: 1 - right / n,
  };
}

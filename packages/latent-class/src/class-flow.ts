import type { Indicators } from './data.js';
import { LatentClassError } from './error.js';
import type { LatentClassModel } from './model.js';
import { classify } from './posterior.js';

/** Where the people of one model's classes are in the next model: the bands of a flow drawing. */
export interface ClassFlow {
  /** Number of classes of the two models. */
  readonly from: number;
  readonly to: number;
  /** `placed[a][b]`: weight of people whose most likely class is a in the first model and b in the second. */
  readonly placed: readonly (readonly number[])[];
  /**
   * `expected[a][b]`: sum over people of weight times P(a) times P(b). Sums over b are the sizes of the classes; people
   * of whom little is known are spread, instead of being placed as if that were certain.
   */
  readonly expected: readonly (readonly number[])[];
  readonly n: number;
}

/**
 * Who goes where when a class is added: the weighted cross-table of the posteriors of each model with those of the
 * next, in the order given (as a rule one class more each). A class that splits in two is a class that stays; one that
 * is put together from all the others is a warning.
 */
export function classFlow(models: readonly LatentClassModel[], data: Indicators): ClassFlow[] {
  const posteriors = models.map((model) => {
    if (model.names.length !== data.names.length || model.names.some((name, i) => name !== data.names[i])) {
      throw new LatentClassError(
        'model-mismatch',
        'the data have other indicators than the model; use those it was fitted on, in the same order',
        { indicators: model.names.length, columns: data.names.length },
      );
    }
    return classify(model, data.patternCodes);
  });
  return posteriors.slice(1).map((next, i) => {
    const here = posteriors[i]!;
    const table = (): number[][] =>
      Array.from({ length: here.classes }, () => Array<number>(next.classes).fill(0));
    const placed = table();
    const expected = table();
    let n = 0;
    for (const [u, weight] of data.patternWeights.entries()) {
      n += weight;
      placed[here.modal[u]!]![next.modal[u]!]! += weight;
      for (const [a, row] of expected.entries()) {
        const part = weight * here.probabilities[u * here.classes + a]!;
        for (let b = 0; b < next.classes; b++) row[b]! += part * next.probabilities[u * next.classes + b]!;
      }
    }
    return { from: here.classes, to: next.classes, placed, expected, n };
  });
}

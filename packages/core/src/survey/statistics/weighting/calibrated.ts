import { BagomError } from '../../../study/bagom-error.js';
import { sameLength, type Numbers } from '../design/columns.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { choleskyOf, choleskySolve, matrixOf } from '../special/matrix.js';

/** The design with weights that were bent to known totals; how is remembered, or done to every replicate. */
export function calibrated<D extends SurveyDesign>(
  design: D,
  auxiliaries: readonly Float64Array[],
  bend: (weights: Float64Array) => Float64Array,
): D {
  const weights = bend(design.weights);
  if (design.kind === 'replicates') return { ...design, weights, columns: design.columns.map(bend) };
  return {
    ...design,
    weights,
    calibrations: [...design.calibrations, { auxiliaries: independent(auxiliaries), before: design.weights }],
  };
}

/**
 * Weights bent as little as can be so that the weighted totals of some variables are those of the population: weight
 * times 1 + x' b, with b solved for (the generalised regression estimator: Deville & Sarndal 1992, JASA 87:376-382).
 * Give a column of ones to hold the number of people. Weights can become negative where the totals are far off.
 */
export function calibrateWeights<D extends SurveyDesign>(
  design: D,
  variables: readonly { name: string; values: Numbers; total: number }[],
): D {
  const columns = variables.map(({ name, values }) => {
    sameLength(values, design.rows, name);
    const column = Float64Array.from(values);
    const missing = column.findIndex((value, row) => Number.isNaN(value) && design.weights[row]! > 0);
    if (missing >= 0) {
      throw new BagomError('survey.bad-design', { reason: 'missing', variable: name, row: missing + 1 });
    }
    return column.map((value) => (Number.isNaN(value) ? 0 : value));
  });
  return calibrated(design, columns, (weights) => {
    const cross = (a: Float64Array, b: Float64Array) =>
      weights.reduce((sum, weight, row) => sum + weight * a[row]! * b[row]!, 0);
    const lower = choleskyOf(
      matrixOf(columns.length, columns.length, (i, j) => cross(columns[i]!, columns[j]!)),
    );
    if (!lower) throw new BagomError('survey.bad-design', { reason: 'dependent' });
    const one = new Float64Array(design.rows).fill(1);
    const gaps = columns.map((column, k) => variables[k]!.total - cross(column, one));
    const b = choleskySolve(lower, gaps);
    return weights.map((weight, row) => weight * columns.reduce((g, x, k) => g + b[k]! * x[row]!, 1));
  });
}

/** Columns less those that follow from the ones before, as the last category of a second margin does. */
function independent(columns: readonly Float64Array[]): Float64Array[] {
  const kept: Float64Array[] = [];
  const cross = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, row) => sum + x * b[row]!, 0);
  for (const column of columns) {
    const tried = [...kept, column];
    const size = tried.length;
    if (choleskyOf(matrixOf(size, size, (i, j) => cross(tried[i]!, tried[j]!)))) kept.push(column);
  }
  return kept;
}

import { LatentClassError } from '../error.js';

/** A covariate with a unit, such as age in years: NaN is missing. */
export interface NumericCovariate {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** A covariate of categories, as codes 1..R with a label each: 0 or NaN is missing. */
export interface NominalCovariate {
  readonly name: string;
  readonly codes: ArrayLike<number>;
  readonly labels: readonly string[];
  /** The category that the others are compared with, as a code; 1 where absent. */
  readonly reference?: number;
}

export type Covariate = NumericCovariate | NominalCovariate;

/** Covariates as numbers: a column of ones, a column a numeric covariate, and one a category but the reference. */
export interface Design {
  readonly terms: readonly string[];
  /** One value a term, row after row. */
  readonly values: Float64Array;
  /** Rows that have every covariate. Only these can be used: a missing covariate has no model. */
  readonly complete: readonly number[];
}

export const INTERCEPT = '(intercept)';

/** Writes covariates as a design matrix of `rows` rows. */
export function design(rows: number, covariates: readonly Covariate[]): Design {
  const terms = [INTERCEPT];
  const columns: Float64Array[] = [new Float64Array(rows).fill(1)];
  for (const covariate of covariates) {
    const source = 'codes' in covariate ? covariate.codes : covariate.values;
    if (source.length !== rows) {
      throw new LatentClassError(
        'bad-covariate',
        `"${covariate.name}" has ${source.length} values but there are ${rows} rows; give one value a row`,
        { name: covariate.name, values: source.length, rows },
      );
    }
    for (const { name, values } of columnsOf(covariate)) {
      terms.push(name);
      columns.push(values);
    }
  }
  if (new Set(terms).size !== terms.length) {
    throw new LatentClassError('bad-covariate', `two terms of ${terms.join(', ')} have one name; rename one`);
  }
  const values = new Float64Array(rows * terms.length);
  const complete: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (const [term, column] of columns.entries()) values[row * terms.length + term] = column[row]!;
    if (columns.every((column) => Number.isFinite(column[row]!))) complete.push(row);
  }
  return { terms, values, complete };
}

/** The product of two covariates, so that the slope of one may depend on the other. */
export function interaction(a: NumericCovariate, b: NumericCovariate): NumericCovariate {
  return {
    name: `${a.name}:${b.name}`,
    values: Float64Array.from(a.values, (value, row) => value * b.values[row]!),
  };
}

function columnsOf(covariate: Covariate): { name: string; values: Float64Array }[] {
  if (!('codes' in covariate)) return [{ name: covariate.name, values: Float64Array.from(covariate.values) }];
  const { name, codes, labels, reference = 1 } = covariate;
  const code = Float64Array.from(codes, (value) => (value === 0 ? NaN : value));
  const row = code.findIndex((value) => !Number.isNaN(value) && labels[value - 1] === undefined);
  if (row >= 0 || labels[reference - 1] === undefined) {
    const bad = row >= 0 ? code[row]! : reference;
    throw new LatentClassError(
      'bad-covariate',
      `"${name}" has the code ${bad} but ${labels.length} labels; use codes 1 to ${labels.length}`,
      { name, code: bad, labels: labels.length },
    );
  }
  return labels.flatMap((label, category) =>
    category === reference - 1
      ? []
      : [
          {
            name: `${name}=${label}`,
            values: code.map((value) => (Number.isNaN(value) ? NaN : Number(value === category + 1))),
          },
        ],
  );
}

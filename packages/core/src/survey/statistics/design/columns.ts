import { BagomError } from '../../../study/bagom-error.js';

/** A column of answers, one a row; NaN is no answer. */
export type Numbers = ArrayLike<number>;

/** A column of categories, one a row; NaN and the empty text are no answer. */
export type Codes = ArrayLike<number | string>;

/** Rows that are looked at: true or a number other than 0. The others stay in the design and count as nothing. */
export type Domain = ArrayLike<boolean | number>;

export function isMissing(value: number | string | undefined): boolean {
  return value === undefined || value === '' || Number.isNaN(value);
}

/** Refuses a column of another length than the survey. */
export function sameLength(column: ArrayLike<unknown>, rows: number, variable: string): void {
  if (column.length === rows) return;
  throw new BagomError('survey.bad-design', { reason: 'length', variable, given: column.length, rows });
}

/** The different categories of a column, numbers in order of size, texts in alphabetical order; no answer is none. */
export function levelsOf(codes: Codes, rows?: Uint8Array): (number | string)[] {
  const found = new Set<number | string>();
  for (let row = 0; row < codes.length; row++) {
    if ((!rows || rows[row]) && !isMissing(codes[row])) found.add(codes[row]!);
  }
  return [...found].sort((a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a) < String(b) ? -1 : Number(String(a) > String(b));
  });
}

/** The place of each row's category among the levels; -1 for no answer and for a category that is not listed. */
export function placesOf(codes: Codes, levels: readonly (number | string)[]): Int32Array {
  const places = new Map(levels.map((level, place) => [level, place]));
  return Int32Array.from({ length: codes.length }, (_, row) => places.get(codes[row]!) ?? -1);
}

/** Rows with an answer in every column, inside the domain, and with a weight: 1 where looked at, else 0. */
export function answered(weights: Numbers, within: Domain | undefined, ...columns: Codes[]): Uint8Array {
  if (within) sameLength(within, weights.length, 'within');
  for (const column of columns) sameLength(column, weights.length, 'values');
  const rows = new Uint8Array(weights.length);
  for (let row = 0; row < rows.length; row++) {
    const seen = (!within || Boolean(within[row])) && weights[row] !== 0;
    rows[row] = Number(seen && columns.every((column) => !isMissing(column[row])));
  }
  return rows;
}

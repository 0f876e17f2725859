import { LatentClassError } from './error.js';
import { collapse, type Collapsed, type Patterns } from './patterns.js';

/** How a missing answer is handled: `fiml` uses what a person did answer, `listwise` drops the person. */
export type MissingRule = 'fiml' | 'listwise';

export interface IndicatorOptions {
  /** One name a column, each used once. */
  readonly names: readonly string[];
  /** Number of categories of each indicator; the highest code found where absent. */
  readonly categories?: readonly number[];
  /** Category labels of each indicator, in code order. */
  readonly labels?: readonly (readonly string[])[];
  /** One weight a row. Zero leaves the row out of the estimation but still classifies it. */
  readonly weights?: ArrayLike<number>;
  /**
   * `sample` (default): survey weights, rescaled so that they sum to the number of rows used, as is usual.
   * `frequency`: a row stands for that many people, and the weights are left alone.
   */
  readonly weighting?: 'sample' | 'frequency';
  readonly missing: MissingRule;
}

/**
 * Answers ready for latent class analysis. Equal rows are collapsed to one pattern with their summed weight,
 * because the likelihood only needs each pattern once.
 */
export interface Indicators extends Patterns {
  readonly names: readonly string[];
  readonly categories: readonly number[];
  readonly labels: readonly (readonly string[])[];
  readonly missing: MissingRule;
  /** Rows given, dropped ones included. */
  readonly rows: number;
  /** Sum of the weights in use: the N of every criterion. */
  readonly n: number;
  /** True when the weights are survey weights: the likelihood is then a pseudo-likelihood. */
  readonly weighted: boolean;
  /** People of equal weight that would say as much: (sum of weights)^2 / sum of squares (Kish 1965); n for frequencies. */
  readonly effectiveN: number;
  /** Rows of weight 0: not estimated from, but classified. */
  readonly zeroWeights: number;
  /** Rows left out: `empty` had no answer at all, `incomplete` lacked one under listwise. */
  readonly dropped: { readonly empty: number; readonly incomplete: number };
  /** Categories that nobody in use chose, as positions in `names` and codes. */
  readonly unused: readonly { readonly item: number; readonly category: number }[];
}

/** The most categories an indicator may have. */
const CATEGORY_LIMIT = 255;

/**
 * Reads columns of category codes 1..R (0 or NaN = missing) into patterns. Refuses what would give a
 * meaningless model: an indicator that nobody answered or that everybody answered alike, a code out of range,
 * a negative weight.
 */
export function indicators(columns: readonly ArrayLike<number>[], options: IndicatorOptions): Indicators {
  const { names, missing } = options;
  const rows = checkShape(columns, options);
  const declared = options.categories ?? options.labels?.map((labels) => labels.length);
  const highest = columns.map((column, item) => highestCode(column, names[item]!, declared?.[item]));
  const weights = readWeights(options, rows);
  const rescale = weights !== undefined && options.weighting !== 'frequency';
  const collapsed = collapse(columns, highest, { weights, rescale, dropIncomplete: missing === 'listwise' });
  const { patterns, used, empty, incomplete } = collapsed;
  if (used === 0) {
    throw new LatentClassError(
      'no-rows',
      `no row is left of ${rows}: ${empty} have no answer, ${incomplete} lack one; choose other indicators` +
        (missing === 'listwise' ? ', or keep incomplete rows with fiml' : ''),
      { rows, empty, incomplete },
    );
  }
  const { categories, unused } = countCategories(patterns, names, declared);
  return {
    names: [...names],
    categories,
    labels: categories.map((count, item) =>
      Array.from({ length: count }, (_, c) => options.labels?.[item]?.[c] ?? String(c + 1)),
    ),
    missing,
    rows,
    n: collapsed.weightSum * collapsed.scale,
    weighted: rescale,
    ...worthOf(weights, rescale, collapsed, rows),
    dropped: { empty, incomplete },
    unused,
    ...patterns,
  };
}

/** What weighted rows are worth: see `effectiveN` and `zeroWeights`. */
function worthOf(
  weights: ArrayLike<number> | undefined,
  sample: boolean,
  { patterns, weightSum }: Collapsed,
  rows: number,
): { effectiveN: number; zeroWeights: number } {
  if (weights === undefined) return { effectiveN: weightSum, zeroWeights: 0 };
  let squares = 0;
  let zeroWeights = 0;
  for (let row = 0; row < rows; row++) {
    if (patterns.patternOfRow[row]! < 0) continue;
    squares += weights[row]! ** 2;
    if (weights[row] === 0) zeroWeights++;
  }
  return { effectiveN: sample ? (weightSum / squares) * weightSum : weightSum, zeroWeights };
}

/**
 * Writes columns of codes as bytes, row by row, with 0 for missing. `categories` holds the number of
 * categories allowed in each column.
 */
export function encode(
  columns: readonly ArrayLike<number>[],
  names: readonly string[],
  categories: readonly number[] | undefined,
): Uint8Array {
  const items = columns.length;
  const rows = columns[0]?.length ?? 0;
  const codes = new Uint8Array(rows * items);
  for (const [item, column] of columns.entries()) {
    highestCode(column, names[item] ?? String(item + 1), categories?.[item]);
    for (let row = 0; row < rows; row++) codes[row * items + item] = column[row]!;
  }
  return codes;
}

/** The highest code of a column, 0 where nobody answered. Anything but codes up to `limit` and missing ones is refused. */
function highestCode(column: ArrayLike<number>, name: string, limit = CATEGORY_LIMIT): number {
  let highest = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value > highest) highest = value;
    if ((value >= 1 && value <= limit && Number.isInteger(value)) || value === 0 || Number.isNaN(value))
      continue;
    throw new LatentClassError(
      'bad-code',
      `"${name}" has the code ${value} in row ${row + 1}; use whole numbers 1 to ${limit}, and 0 or NaN for missing`,
      { name, row, value, highest: limit },
    );
  }
  return highest;
}

function checkShape(columns: readonly ArrayLike<number>[], options: IndicatorOptions): number {
  const { names, categories, labels } = options;
  const first = columns[0];
  if (first === undefined) {
    throw new LatentClassError(
      'no-indicators',
      'no indicator given; a latent class model needs at least one',
    );
  }
  if (names.length !== columns.length || new Set(names).size !== names.length) {
    throw new LatentClassError(
      'bad-names',
      `${columns.length} columns need ${columns.length} different names, got ${new Set(names).size}`,
      { columns: columns.length, names: names.length },
    );
  }
  for (const [item, column] of columns.entries()) {
    if (column.length === first.length) continue;
    const name = names[item]!;
    throw new LatentClassError(
      'uneven-columns',
      `"${name}" has ${column.length} rows but "${names[0]!}" has ${first.length}; give every column one value a row`,
      { name, rows: column.length, expected: first.length },
    );
  }
  for (const list of [categories, labels]) {
    if (list !== undefined && list.length !== columns.length) {
      throw new LatentClassError(
        'bad-categories',
        `categories or labels are given for ${list.length} of ${columns.length} indicators; give them for each`,
        { given: list.length, columns: columns.length },
      );
    }
  }
  for (const [item, name] of names.entries()) {
    const count = categories?.[item] ?? labels?.[item]?.length;
    const labelled = labels?.[item]?.length ?? count;
    if (count === undefined) continue;
    if (!Number.isInteger(count) || count < 2 || count > CATEGORY_LIMIT || labelled !== count) {
      throw new LatentClassError(
        'bad-categories',
        `"${name}" is said to have ${count} categories and ${labelled} labels; give 2 to ${CATEGORY_LIMIT}, and a label each`,
        { name, categories: count, labels: labelled ?? 0 },
      );
    }
  }
  return first.length;
}

function readWeights(options: IndicatorOptions, rows: number): ArrayLike<number> | undefined {
  const { weights } = options;
  if (weights === undefined) return undefined;
  if (weights.length !== rows) {
    throw new LatentClassError(
      'bad-weight',
      `${weights.length} weights for ${rows} rows; give one weight a row`,
      {
        weights: weights.length,
        rows,
      },
    );
  }
  for (let row = 0; row < rows; row++) {
    if (weights[row]! >= 0 && weights[row]! < Infinity) continue;
    throw new LatentClassError(
      'bad-weight',
      `the weight in row ${row + 1} is ${weights[row]}; weights must be zero or positive numbers`,
      { row, weight: weights[row]! },
    );
  }
  return weights;
}

/** Number of categories of each indicator, and those that no pattern in use contains. */
function countCategories(
  patterns: Pick<Patterns, 'patternCodes' | 'activePatterns'>,
  names: readonly string[],
  declared: readonly number[] | undefined,
): { categories: number[]; unused: { item: number; category: number }[] } {
  const items = names.length;
  const unused: { item: number; category: number }[] = [];
  const categories = names.map((name, item) => {
    const found = new Uint8Array(CATEGORY_LIMIT + 1);
    for (let u = 0; u < patterns.activePatterns; u++) found[patterns.patternCodes[u * items + item]!] = 1;
    const seen = Array.from(found.keys()).filter((code) => code > 0 && found[code] === 1);
    if (seen.length === 0) {
      throw new LatentClassError(
        'empty-indicator',
        `nobody in use answered "${name}"; leave the indicator out`,
        {
          name,
        },
      );
    }
    if (seen.length === 1) {
      const code = seen[0]!;
      throw new LatentClassError(
        'constant-indicator',
        `everybody in use has code ${code} on "${name}", so it cannot tell classes apart; leave the indicator out`,
        { name, code },
      );
    }
    const count = declared?.[item] ?? seen.at(-1)!;
    for (let category = 1; category <= count; category++) {
      if (found[category] === 0) unused.push({ item, category });
    }
    return count;
  });
  return { categories, unused };
}

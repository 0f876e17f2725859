import { freeLogits } from './inference/logits.js';
import { contractVector } from './inference/basis.js';
import { eachScore } from './inference/scores.js';
import {
  BOUNDARY,
  eachSimplex,
  givenAt,
  position,
  randomParameters,
  type Layout,
  type Parameters,
} from './parameters.js';
import { randomStream, type Random } from './random.js';
import type { Specification } from './restriction/item-rule.js';
import { layoutOf } from './restriction/restriction.js';
import { settleRandom } from './restriction/settle.js';

/** Tables up to this many cells are looked at whole; of larger ones a random sample of cells is taken. */
const WHOLE_TABLE = 1024;
/** A column whose remainder is below this part of its length adds nothing to the rank. */
const NEGLIGIBLE = 1e-9;
/** Points tried before a model is declared not identified. One good point proves that it is. */
const POINTS = 3;

export interface Identification {
  /** True when the cell probabilities determine the parameters, locally and almost everywhere. */
  readonly identified: boolean;
  /** Rank of the Jacobian: parameters that the table can tell apart. */
  readonly rank: number;
  readonly parameters: number;
}

/** What is asked of the indicators, as in `fit`. */
export interface IdentificationOptions extends Pick<Specification, 'items' | 'fixedShares'> {
  /** Names that the rules use; "1", "2" ... where absent. */
  readonly names?: readonly string[];
  readonly seed?: number;
}

/**
 * Is the model identified at all? The derivative of the cell probabilities by the free parameters must have
 * full column rank (McHugh 1956; Goodman 1974). It is taken at random points inside the parameter space, as
 * the rank there is the rank almost everywhere; at the estimate a parameter on the boundary can hide a loss.
 * Four binary indicators and three classes, for instance, have 14 parameters for 15 free cells, but rank 13.
 *
 * This speaks of complete answers: it does not know which indicators were never asked together.
 */
export function identification(
  classes: number,
  categories: readonly number[],
  options: IdentificationOptions = {},
): Identification {
  const { seed = 1, names = categories.map((_, item) => String(item + 1)), items, fixedShares } = options;
  const shape = layoutOf({ names, categories }, { classes, items, fixedShares });
  const cells = categories.reduce((product, count) => product * count, 1);
  let rank = 0;
  for (let point = 0; point < POINTS && rank < shape.free; point++) {
    const random = randomStream(seed, 2 ** 32 + point);
    // A small sample is enough to prove that a model is identified; doubt is worth a larger one.
    const sample = (point + 1) * shape.free + 64;
    const patterns =
      cells <= WHOLE_TABLE ? allPatterns(categories) : somePatterns(categories, sample, random);
    rank = Math.max(rank, columnRank(scores(shape, interior(shape, random), patterns)));
    // The probabilities of a table sum to one: that bounds the rank before anything is computed.
    if (rank === cells - 1) break;
  }
  return { identified: rank === shape.free, rank, parameters: shape.free };
}

/** Random parameters drawn towards the middle, so that no column is small by accident. */
function interior(shape: Layout, random: Random): Parameters {
  const parameters = randomParameters(shape, random);
  settleRandom(shape, parameters, random);
  if (shape.restriction?.families.some(({ scores }) => scores !== undefined) === true) return parameters;
  const given = givenAt(shape);
  eachSimplex(shape, (from, to) => {
    if (from === 0) return;
    let open = 0;
    let mass = 0;
    for (let i = from; i < to; i++) {
      if (given[i] === 1) continue;
      open++;
      mass += parameters[i]!;
    }
    for (let i = from; i < to; i++) {
      if (given[i] === 0) parameters[i] = 0.8 * parameters[i]! + (0.2 * mass) / open;
    }
  });
  return parameters;
}

function allPatterns(categories: readonly number[]): number[][] {
  return categories.reduce<number[][]>(
    (patterns, count) =>
      patterns.flatMap((pattern) => Array.from({ length: count }, (_, c) => [...pattern, c + 1])),
    [[]],
  );
}

function somePatterns(categories: readonly number[], length: number, random: Random): number[][] {
  return Array.from({ length }, () => categories.map((count) => 1 + Math.floor(random() * count)));
}

/**
 * Derivatives of each pattern's log-probability, one column a free parameter. Logarithms scale the rows, which
 * leaves the rank alone and the numbers near one. Patterns that given zeros rule out have no row.
 */
function scores(shape: Layout, parameters: Parameters, patterns: readonly number[][]): Float64Array[] {
  const free = freeLogits(shape, parameters);
  const possible = patterns.filter((pattern) => possibleIn(shape, parameters, pattern));
  const width = free.basis?.columns ?? free.count;
  const columns = Array.from({ length: width }, () => new Float64Array(possible.length));
  const data = { activePatterns: possible.length, patternCodes: Uint8Array.from(possible.flat()) };
  eachScore(free, data, ({ pattern, score }) => {
    const row = free.basis === undefined ? score : contractVector(free.basis, score);
    for (let column = 0; column < width; column++) columns[column]![pattern] = row[column]!;
  });
  return columns;
}

function possibleIn(shape: Layout, parameters: Parameters, pattern: readonly number[]): boolean {
  for (let k = 0; k < shape.classes; k++) {
    const able = pattern.every((code, item) => parameters[position(shape, item, k, code)]! >= BOUNDARY);
    if (able && parameters[k]! > 0) return true;
  }
  return false;
}

/** Rank by Gram-Schmidt with the largest remaining column first. */
function columnRank(columns: Float64Array[]): number {
  const rest = columns.map((column) => scale(column, 1 / Math.max(Math.sqrt(dot(column, column)), 1e-300)));
  let rank = 0;
  while (rank < rest.length) {
    const lengths = rest.slice(rank).map((column) => dot(column, column));
    const largest = lengths.reduce((at, value, i) => (value > lengths[at]! ? i : at), 0);
    if (lengths[largest]! < NEGLIGIBLE ** 2) break;
    [rest[rank], rest[rank + largest]] = [rest[rank + largest]!, rest[rank]!];
    const unit = scale(rest[rank]!, 1 / Math.sqrt(lengths[largest]!));
    rank++;
    for (let i = rank; i < rest.length; i++) {
      const column = rest[i]!;
      const along = dot(unit, column);
      for (let row = 0; row < column.length; row++) column[row] = column[row]! - along * unit[row]!;
    }
  }
  return rank;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function scale(column: Float64Array, factor: number): Float64Array {
  return column.map((value) => value * factor);
}

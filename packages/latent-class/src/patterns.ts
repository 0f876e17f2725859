/** Rows of answers with equal ones collapsed. */
export interface Patterns {
  /** Pattern of each row, -1 for a dropped row. */
  readonly patternOfRow: Int32Array;
  /** Summed weight of each pattern. Equal weights are neighbours; patterns of weight 0 come last. */
  readonly patternWeights: Float64Array;
  /** Codes of each pattern, one indicator after the other; 0 is missing. */
  readonly patternCodes: Uint8Array;
  /** Number of leading patterns with a positive weight: the ones that estimation reads. */
  readonly activePatterns: number;
}

/** Patterns, and what became of the rows on the way. */
export interface Collapsed {
  readonly patterns: Patterns;
  /** Rows with a weight, and the sum of the weights of all rows that were not dropped, before any scaling. */
  readonly used: number;
  readonly weightSum: number;
  readonly empty: number;
  readonly incomplete: number;
  /** What each weight was multiplied by. */
  readonly scale: number;
}

export interface CollapseOptions {
  /** Whether a row that lacks an answer is dropped; a row without any always is. */
  readonly dropIncomplete?: boolean;
  /** One weight a row; 1 for all where absent. */
  readonly weights?: ArrayLike<number> | undefined;
  /** Whether weights are rescaled to sum to the number of rows that have one. */
  readonly rescale?: boolean;
}

/** Rows that are packed at a time: few enough that their keys stay in the processor's nearest cache. */
const STRIP = 2048;

/**
 * Collapses equal rows into patterns. `columns` hold codes from 0 (or NaN: missing) to `highest`. The codes of a row are
 * packed as bits into a key of a few 32-bit words, strip by strip, and keys are counted in a hash table that grows with the
 * patterns: besides `patternOfRow` nothing is held that grows with the rows.
 */
export function collapse(
  columns: readonly ArrayLike<number>[],
  highest: readonly number[],
  { dropIncomplete = false, weights, rescale = false }: CollapseOptions = {},
): Collapsed {
  const rows = columns[0]?.length ?? 0;
  const packing = packingOf(highest);
  const { words } = packing;
  const keys = new Int32Array(STRIP * words);
  const lacking = new Uint8Array(STRIP);
  const found = new PatternTable(words);
  const patternOfRow = new Int32Array(rows).fill(-1);
  let used = 0;
  let weightSum = 0;
  let empty = 0;
  let incomplete = 0;
  for (let from = 0; from < rows; from += STRIP) {
    const length = Math.min(STRIP, rows - from);
    keys.fill(0);
    lacking.fill(0);
    for (const [item, column] of columns.entries()) {
      pack(column, from, length, keys, words, packing.word[item]!, packing.shift[item]!);
      if (dropIncomplete) markLacking(column, from, length, lacking);
    }
    for (let i = 0; i < length; i++) {
      if (isZero(keys, i * words, words)) empty++;
      else if (lacking[i] !== 0) incomplete++;
      else {
        const weight = weights === undefined ? 1 : weights[from + i]!;
        weightSum += weight;
        if (weight > 0) used++;
        patternOfRow[from + i] = found.add(keys, i * words, weight);
      }
    }
  }
  const scale = rescale ? used / weightSum : 1;
  return {
    patterns: ordered(found, packing, patternOfRow, scale),
    used,
    weightSum,
    empty,
    incomplete,
    scale,
  };
}

/** Where the bits of each indicator's code lie in a key. */
interface Packing {
  readonly words: number;
  readonly word: readonly number[];
  readonly shift: readonly number[];
  readonly mask: readonly number[];
}

function packingOf(highest: readonly number[]): Packing {
  const word: number[] = [];
  const shift: number[] = [];
  const mask: number[] = [];
  let words = 1;
  let bit = 0;
  for (const code of highest) {
    const bits = 32 - Math.clz32(code);
    if (bit + bits > 32) {
      words++;
      bit = 0;
    }
    word.push(words - 1);
    shift.push(bit);
    mask.push(2 ** bits - 1);
    bit += bits;
  }
  return { words, word, shift, mask };
}

function pack(
  column: ArrayLike<number>,
  from: number,
  length: number,
  keys: Int32Array,
  words: number,
  word: number,
  shift: number,
): void {
  // NaN shifted is 0, as a missing answer should be.
  for (let i = 0, at = word; i < length; i++, at += words)
    keys[at] = keys[at]! | (column[from + i]! << shift);
}

function markLacking(column: ArrayLike<number>, from: number, length: number, lacking: Uint8Array): void {
  for (let i = 0; i < length; i++) if (!(column[from + i]! > 0)) lacking[i] = 1;
}

function isZero(keys: Int32Array, from: number, words: number): boolean {
  for (let w = from; w < from + words; w++) if (keys[w] !== 0) return false;
  return true;
}

/** Different keys in the order they came in, and the sum of the weights that came with each. */
class PatternTable {
  count = 0;
  keys: Int32Array;
  weights = new Float64Array(1024);
  readonly #words: number;
  /** Open addressing: the pattern in each slot, or -1. */
  #slots = new Int32Array(4096).fill(-1);

  constructor(words: number) {
    this.#words = words;
    this.keys = new Int32Array(1024 * words);
  }

  /** The pattern whose key begins at `at`, new or known. */
  add(keys: Int32Array, at: number, weight: number): number {
    const words = this.#words;
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = hash(keys, at, words) & last;
    let pattern = slots[slot]!;
    while (pattern >= 0 && !equal(keys, at, this.keys, pattern * words, words)) {
      slot = (slot + 1) & last;
      pattern = slots[slot]!;
    }
    if (pattern < 0) {
      pattern = this.count++;
      if (pattern === this.weights.length) this.#grow();
      this.#slots[this.#slots === slots ? slot : this.#free(keys, at)] = pattern;
      for (let w = 0; w < words; w++) this.keys[pattern * words + w] = keys[at + w]!;
    }
    this.weights[pattern] = this.weights[pattern]! + weight;
    return pattern;
  }

  /** Room for twice the patterns, and four slots for each of them. */
  #grow(): void {
    const { keys, weights } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.keys.set(keys);
    this.weights = new Float64Array(weights.length * 2);
    this.weights.set(weights);
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let pattern = 0; pattern < weights.length; pattern++)
      this.#slots[this.#free(keys, pattern * this.#words)] = pattern;
  }

  #free(keys: Int32Array, at: number): number {
    const last = this.#slots.length - 1;
    let slot = hash(keys, at, this.#words) & last;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & last;
    return slot;
  }
}

/** The patterns in the order that estimation wants, with their codes unpacked. */
function ordered(found: PatternTable, packing: Packing, patternOfRow: Int32Array, scale: number): Patterns {
  const { count, keys, weights } = found;
  const items = packing.word.length;
  const place = groupByWeight(weights.subarray(0, count));
  const patternWeights = new Float64Array(count);
  const patternCodes = new Uint8Array(count * items);
  let activePatterns = 0;
  for (let pattern = 0; pattern < count; pattern++) {
    const to = place[pattern]!;
    patternWeights[to] = weights[pattern]! * scale;
    if (weights[pattern]! > 0) activePatterns++;
    for (let item = 0; item < items; item++) {
      const key = keys[pattern * packing.words + packing.word[item]!]!;
      patternCodes[to * items + item] = (key >>> packing.shift[item]!) & packing.mask[item]!;
    }
  }
  for (let row = 0; row < patternOfRow.length; row++) {
    const pattern = patternOfRow[row]!;
    if (pattern >= 0) patternOfRow[row] = place[pattern]!;
  }
  return { patternOfRow, patternWeights, patternCodes, activePatterns };
}

/**
 * New positions that put equal weights side by side, zero weights last. Estimation then takes one logarithm
 * for a whole run of patterns instead of one each.
 */
function groupByWeight(weights: Float64Array): Int32Array {
  // First how many patterns have each weight, then where the next of them goes.
  const next = new Map<number, number>();
  for (const weight of weights) next.set(weight, (next.get(weight) ?? 0) + 1);
  let position = 0;
  for (const [weight, size] of next) {
    if (weight === 0) continue;
    next.set(weight, position);
    position += size;
  }
  next.set(0, position);
  return Int32Array.from(weights, (weight) => {
    const at = next.get(weight)!;
    next.set(weight, at + 1);
    return at;
  });
}

function hash(keys: Int32Array, from: number, words: number): number {
  let word = 0x811c9dc5;
  for (let w = from; w < from + words; w++) {
    word = Math.imul(word ^ keys[w]!, 0x85ebca6b);
    word ^= word >>> 15;
  }
  word = Math.imul(word, 0x735a2d97);
  return word ^ (word >>> 15);
}

function equal(a: Int32Array, atA: number, b: Int32Array, atB: number, words: number): boolean {
  for (let w = 0; w < words; w++) if (a[atA + w] !== b[atB + w]) return false;
  return true;
}

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

/**
 * Collapses equal rows into patterns by hashing (open addressing, so that a million rows cost no objects).
 * `codes` holds `items` bytes a row, `keep` marks the rows in use, and each weight is multiplied by `scale`.
 */
export function collapse(
  codes: Uint8Array,
  items: number,
  keep: Uint8Array,
  weights: Float64Array | undefined,
  scale: number,
): Patterns {
  const rows = keep.length;
  const slots = 2 ** Math.ceil(Math.log2(rows * 1.5 + 8));
  const table = new Int32Array(slots).fill(-1);
  const patternOfRow = new Int32Array(rows).fill(-1);
  const firstRow = new Int32Array(rows);
  const weightOf = new Float64Array(rows);
  let patterns = 0;
  for (let row = 0; row < rows; row++) {
    if (keep[row] === 0) continue;
    let slot = hash(codes, row * items, items) & (slots - 1);
    let pattern = table[slot]!;
    while (pattern >= 0 && !equal(codes, row * items, firstRow[pattern]! * items, items)) {
      slot = (slot + 1) & (slots - 1);
      pattern = table[slot]!;
    }
    if (pattern < 0) {
      pattern = patterns++;
      table[slot] = pattern;
      firstRow[pattern] = row;
    }
    patternOfRow[row] = pattern;
    weightOf[pattern] = weightOf[pattern]! + (weights === undefined ? 1 : weights[row]!);
  }

  const place = groupByWeight(weightOf.subarray(0, patterns));
  const patternWeights = new Float64Array(patterns);
  const patternCodes = new Uint8Array(patterns * items);
  let activePatterns = 0;
  for (let pattern = 0; pattern < patterns; pattern++) {
    const to = place[pattern]!;
    const from = firstRow[pattern]! * items;
    patternWeights[to] = weightOf[pattern]! * scale;
    patternCodes.set(codes.subarray(from, from + items), to * items);
    if (weightOf[pattern]! > 0) activePatterns++;
  }
  for (let row = 0; row < rows; row++) {
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
  const sizes = new Map<number, number>();
  for (const weight of weights) sizes.set(weight, (sizes.get(weight) ?? 0) + 1);
  const next = new Map<number, number>();
  let position = 0;
  for (const [weight, size] of sizes) {
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

function hash(codes: Uint8Array, from: number, length: number): number {
  let word = 0x811c9dc5;
  for (let i = from; i < from + length; i++) word = Math.imul(word ^ codes[i]!, 0x01000193);
  word ^= word >>> 15;
  word = Math.imul(word, 0x735a2d97);
  return word ^ (word >>> 15);
}

function equal(codes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (codes[a + i] !== codes[b + i]) return false;
  return true;
}

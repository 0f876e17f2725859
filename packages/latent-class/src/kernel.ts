/**
 * The two loops that nearly all time goes to. They read four blocks of a pattern at once and take the classes
 * innermost, so that what is added to one cell is done before the next pattern needs it. They stand alone,
 * with every array an argument, because that is what engines compile best.
 *
 * `codes` holds the table positions of each pattern's blocks, pattern after pattern (`stride` of them);
 * `from` is the position of the first pattern's first of the four. `parts` holds one number a class for each
 * of `length` patterns.
 */

/** Multiplies four table entries for each pattern and class, and sums over classes to `totals`. */
export function multiplyFour(
  parts: Float64Array,
  totals: Float64Array,
  tables: Float64Array,
  codes: Int32Array,
  from: number,
  stride: number,
  length: number,
  classes: number,
): void {
  for (let i = 0; i < length; i++) {
    const at = from + i * stride;
    const a = codes[at]!;
    const b = codes[at + 1]!;
    const c = codes[at + 2]!;
    const d = codes[at + 3]!;
    const out = i * classes;
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const part = tables[a + k]! * tables[b + k]! * (tables[c + k]! * tables[d + k]!);
      parts[out + k] = part;
      sum += part;
    }
    totals[i] = sum;
  }
}

/** The same for the blocks after the first four: multiplies on what is already in `parts`. */
export function multiplyFourMore(
  parts: Float64Array,
  totals: Float64Array,
  tables: Float64Array,
  codes: Int32Array,
  from: number,
  stride: number,
  length: number,
  classes: number,
): void {
  for (let i = 0; i < length; i++) {
    const at = from + i * stride;
    const a = codes[at]!;
    const b = codes[at + 1]!;
    const c = codes[at + 2]!;
    const d = codes[at + 3]!;
    const out = i * classes;
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const part = parts[out + k]! * (tables[a + k]! * tables[b + k]! * (tables[c + k]! * tables[d + k]!));
      parts[out + k] = part;
      sum += part;
    }
    totals[i] = sum;
  }
}

/** Adds each pattern's parts, times its factor, to the four cells that it is in. */
export function accumulateFour(
  sums: Float64Array,
  parts: Float64Array,
  factors: Float64Array,
  codes: Int32Array,
  from: number,
  stride: number,
  length: number,
  classes: number,
): void {
  for (let i = 0; i < length; i++) {
    const at = from + i * stride;
    const a = codes[at]!;
    const b = codes[at + 1]!;
    const c = codes[at + 2]!;
    const d = codes[at + 3]!;
    const out = i * classes;
    const factor = factors[i]!;
    for (let k = 0; k < classes; k++) {
      const part = parts[out + k]! * factor;
      sums[a + k] = sums[a + k]! + part;
      sums[b + k] = sums[b + k]! + part;
      sums[c + k] = sums[c + k]! + part;
      sums[d + k] = sums[d + k]! + part;
    }
  }
}

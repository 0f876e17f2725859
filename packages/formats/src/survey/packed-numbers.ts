/** So many different values still fit codes of one byte. */
const MOST_LEVELS = 256;
/** What NaN is among whole numbers of 32 bits. */
const NO_ANSWER = -(2 ** 31);
const SMALL = 128;

/**
 * Numbers in the smallest arrays that hold them exactly, growing one at a time. Up to 256 different values, as nearly all answers
 * are, take a byte each; whole numbers take four, others eight. NaN is no answer, and 0 and -0 are two values.
 */
export class PackedNumbers implements Iterable<number> {
  length = 0;
  #codes: Uint8Array | null = new Uint8Array(64);
  #levels: number[] = [];
  /** The code of each small whole number, or -1: looking there is far quicker than in the map. */
  #small: Int16Array | null = new Int16Array(2 * SMALL).fill(-1);
  #others = new Map<number | '-0', number>();
  #wide: Int32Array | Float64Array | null = null;
  readonly #grown: (bytes: number) => void;

  /** `grown` is told how many bytes are about to be taken, and may refuse. */
  constructor(grown: (bytes: number) => void = () => undefined) {
    this.#grown = grown;
  }

  /** The different values in the order they came, or null where they are more than 256. */
  get levels(): readonly number[] | null {
    return this.#codes === null ? null : this.#levels;
  }

  push(value: number): void {
    if (this.#codes !== null) {
      const code = this.#codeOf(value);
      if (code >= 0) {
        if (this.length === this.#codes.length) this.#codes = this.#larger(this.#codes);
        this.#codes[this.length++] = code;
        return;
      }
      this.#widen(value);
    }
    let wide = this.#wide!;
    if (this.length === wide.length) wide = this.#wide = this.#larger(wide);
    if (wide instanceof Int32Array) {
      if (!isWhole(value)) wide = this.#wide = this.#asFloats(wide);
      else if (Number.isNaN(value)) value = NO_ANSWER;
    }
    wide[this.length++] = value;
  }

  at(row: number): number {
    if (this.#codes !== null) return this.#levels[this.#codes[row]!]!;
    const value = this.#wide![row]!;
    return value === NO_ANSWER && this.#wide instanceof Int32Array ? NaN : value;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }

  floats(): Float64Array {
    const values = new Float64Array(this.length);
    for (let row = 0; row < this.length; row++) values[row] = this.at(row);
    return values;
  }

  /** Each value as another number of one byte. Only where there are `levels`. */
  recoded(codeOf: (value: number) => number): Uint8Array {
    if (this.#codes === null) throw new RangeError('more than 256 different values have no codes');
    const table = Uint8Array.from(this.#levels, codeOf);
    return this.#codes.subarray(0, this.length).map((code) => table[code]!);
  }

  #codeOf(value: number): number {
    const small = value | 0;
    if (small === value && small >= -SMALL && small < SMALL && (small !== 0 || 1 / value > 0)) {
      const known = this.#small![small + SMALL]!;
      if (known >= 0) return known;
      const code = this.#newCode(value);
      this.#small![small + SMALL] = code;
      return code;
    }
    const key = value === 0 ? '-0' : value;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const code = this.#newCode(value);
    this.#others.set(key, code);
    return code;
  }

  #newCode(value: number): number {
    return this.#levels.length < MOST_LEVELS ? this.#levels.push(value) - 1 : -1;
  }

  #widen(value: number): void {
    const codes = this.#codes!;
    const whole = isWhole(value) && this.#levels.every(isWhole);
    this.#grown(codes.length * (whole ? 4 : 8));
    const wide = whole ? new Int32Array(codes.length) : new Float64Array(codes.length);
    const levels = whole
      ? this.#levels.map((level) => (Number.isNaN(level) ? NO_ANSWER : level))
      : this.#levels;
    for (let row = 0; row < this.length; row++) wide[row] = levels[codes[row]!]!;
    this.#wide = wide;
    this.#codes = null;
    this.#small = null;
    this.#levels = [];
    this.#others.clear();
  }

  #asFloats(whole: Int32Array): Float64Array {
    this.#grown(whole.length * 8);
    return Float64Array.from(whole, (value) => (value === NO_ANSWER ? NaN : value));
  }

  #larger<Kind extends Uint8Array | Int32Array | Float64Array>(values: Kind): Kind {
    const length = Math.ceil(values.length * 1.5);
    this.#grown((length - values.length) * values.BYTES_PER_ELEMENT);
    const larger = new (values.constructor as new (length: number) => Kind)(length);
    larger.set(values);
    return larger;
  }
}

/** Whether a number fits 32 bits beside the one that stands for NaN. */
const isWhole = (value: number): boolean =>
  Number.isNaN(value) || ((value | 0) === value && value !== NO_ANSWER && !Object.is(value, -0));

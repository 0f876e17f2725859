import type { ByteCursor } from '../bytes/byte-cursor.js';
import type { SavCases } from './cases.js';

/**
 * SPSS's compression: eight bytes say what the next eight elements are, and those that could not be said in a byte follow as
 * they stand. Blocks of data may be cut anywhere.
 */
export class Bytecode {
  readonly #cases: SavCases;
  readonly #bias: number;
  readonly #cursor: ByteCursor;
  readonly #codes = new Uint8Array(8);
  /** The next of the codes; 8 when they are used up. */
  #at = 8;
  #rest: Uint8Array = new Uint8Array(0);
  #ended = false;

  constructor(cursor: ByteCursor, cases: SavCases, bias: number) {
    this.#cursor = cursor;
    this.#cases = cases;
    this.#bias = bias;
  }

  /**
   * Reads a block that begins at `place` of the file; what is wrong in an unpacked one is said to be at its beginning. Returns
   * false when the data said that they end.
   */
  write(block: Uint8Array, place: number, unpacked = false): boolean {
    const at = (from: number): number => (unpacked ? place : place + from);
    const bytes = this.#rest.length === 0 ? block : joined(this.#rest, block);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const cases = this.#cases;
    const codes = this.#codes;
    let from = 0;
    while (!this.#ended) {
      if (this.#at === 8) {
        if (from + 8 > bytes.length) break;
        for (let n = 0; n < 8; n++) codes[n] = bytes[from + n]!;
        from += 8;
        this.#at = 0;
      }
      const code = codes[this.#at]!;
      if (code === 0) this.#at++;
      else if (code < 252) {
        cases.integer(code - this.#bias, at(from));
        this.#at++;
      } else if (code === 253) {
        if (from + 8 > bytes.length) break;
        cases.literal(bytes, view, from, at(from));
        from += 8;
        this.#at++;
      } else if (code === 254) {
        cases.blank(at(from));
        this.#at++;
      } else if (code === 255) {
        cases.systemMissing(at(from));
        this.#at++;
      } else this.#ended = true;
    }
    this.#rest = bytes.slice(from);
    return !this.#ended;
  }

  /** Says that there are no more blocks. */
  end(at: number): void {
    const open =
      !this.#ended && (this.#rest.length > 0 || this.#codes.subarray(this.#at).some((code) => code !== 0));
    if (open) throw this.#cursor.damage(at, `its data end in the middle of case ${this.#cases.rows + 1}`);
    this.#cases.end(at);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

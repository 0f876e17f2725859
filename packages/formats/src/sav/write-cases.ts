import type { ByteBuilder } from '../bytes/byte-builder.js';
import type { SavPlan } from './plan.js';

const BIAS = 100;
const BLANK = 0x20;

/** Writes the cases in SPSS's bytecode: small whole numbers, no answer and blanks take one byte, the rest nine. */
export function writeCases(out: ByteBuilder, plans: readonly SavPlan[], rows: number): void {
  const codes = new Codes(out);
  const piece = Buffer.alloc(plans.reduce((most, { width }) => Math.max(most, width + 16), 0));
  for (let row = 0; row < rows; row++)
    for (const { column, parts } of plans) {
      if (column.kind === 'number') {
        codes.number(column.values[row]!);
        continue;
      }
      const text = column.values[row]!;
      const length = text === '' ? 0 : piece.write(text);
      // What the row before left behind the text, as far as the text's last element reaches.
      piece.fill(BLANK, length, length + 8);
      let start = 0;
      for (const { width } of parts) {
        const elements = Math.ceil(width / 8);
        for (let n = 0; n < elements; n++) {
          const at = start + n * 8;
          if (at >= length) codes.blank();
          // The last byte of a full part is padding, and belongs to the next part.
          else codes.text(piece.subarray(at, at + Math.min(8, width - n * 8)));
        }
        start += width;
      }
    }
  codes.end();
}

/** Puts eight codes before what they cannot say: room is left for them, and each is set when it is known. */
class Codes {
  readonly #out: ByteBuilder;
  #at = 0;
  #count = 8;

  constructor(out: ByteBuilder) {
    this.#out = out;
  }

  number(value: number): void {
    if (Number.isNaN(value)) return this.#code(255);
    const code = value + BIAS;
    if (code >= 1 && code <= 251 && Number.isInteger(value) && !Object.is(value, -0)) return this.#code(code);
    this.#code(253);
    this.#out.f64(value);
  }

  blank(): void {
    this.#code(254);
  }

  text(bytes: Uint8Array): void {
    if (bytes.every((byte) => byte === BLANK)) return this.#code(254);
    this.#code(253);
    this.#out.put(bytes, 8, BLANK);
  }

  end(): void {
    this.#code(252);
  }

  #code(code: number): void {
    if (this.#count === 8) {
      this.#at = this.#out.length;
      this.#out.fill(0, 8);
      this.#count = 0;
    }
    this.#out.setU8(this.#at + this.#count++, code);
  }
}

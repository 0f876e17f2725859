import type { ByteCursor } from '../bytes/byte-cursor.js';
import { latin1 } from '../bytes/byte-cursor.js';
import type { Growth } from '../survey/growth.js';
import { SharedTexts } from '../survey/shared-texts.js';
import type { TextReader } from '../text/text-reader.js';
import { trimmed, type SavColumn } from './columns.js';

/**
 * Takes the 8-byte elements of a file's cases in their order and puts them into columns. The pieces of a text are joined as
 * bytes first, because a letter may lie across two of them.
 */
export class SavCases {
  rows = 0;
  readonly numbers: (Float64Array | null)[];
  readonly texts: string[][];
  readonly #widths: readonly number[];
  /** For each element of a case: its column, its place in the text (-1: a number), and whether the text ends there. */
  readonly #column: Int32Array;
  readonly #offset: Int32Array;
  readonly #last: Uint8Array;
  readonly #elements: number;
  readonly #text: TextReader;
  readonly #cursor: ByteCursor;
  readonly #growth: Growth;
  readonly #missing: number;
  /** How many cases the header says there are, or -1. */
  readonly #stated: number;
  readonly #piece: Uint8Array;
  readonly #shared = new SharedTexts();
  #capacity: number;
  #element = 0;

  constructor(
    cursor: ByteCursor,
    columns: readonly SavColumn[],
    options: { elements: number; stated: number; missing: number; text: TextReader; growth: Growth },
  ) {
    this.#cursor = cursor;
    this.#text = options.text;
    this.#growth = options.growth;
    this.#missing = options.missing;
    this.#stated = options.stated;
    this.#elements = options.elements;
    this.#widths = columns.map(({ width }) => width);
    this.#column = new Int32Array(options.elements);
    this.#offset = new Int32Array(options.elements).fill(-1);
    this.#last = new Uint8Array(options.elements);
    columns.forEach((column, index) => this.#lay(column, index));
    this.#piece = new Uint8Array(columns.reduce((most, { parts }) => Math.max(most, room(parts)), 0));
    this.#capacity = Math.max(0, options.stated === -1 ? 64 : options.stated);
    options.growth.take(this.#capacity * columns.length * 8, cursor.at);
    this.numbers = columns.map(({ width }) => (width === 0 ? new Float64Array(this.#capacity) : null));
    this.texts = columns.map(() => []);
  }

  integer(value: number, at: number): void {
    const offset = this.#offset[this.#element]!;
    if (offset < 0) this.numbers[this.#column[this.#element]!]![this.rows] = value;
    // Some writers end a text with zeros, which are the number 0.
    else if (value === 0) this.#piece.fill(0, offset, offset + 8);
    else throw this.#cursor.damage(at, `a number stands where a text should, in case ${this.rows + 1}`);
    this.#next(at);
  }

  systemMissing(at: number): void {
    if (this.#offset[this.#element]! >= 0)
      throw this.#cursor.damage(at, `a number stands where a text should, in case ${this.rows + 1}`);
    this.numbers[this.#column[this.#element]!]![this.rows] = NaN;
    this.#next(at);
  }

  blank(at: number): void {
    const offset = this.#offset[this.#element]!;
    if (offset < 0)
      throw this.#cursor.damage(at, `a text stands where a number should, in case ${this.rows + 1}`);
    this.#piece.fill(0x20, offset, offset + 8);
    this.#next(at);
  }

  /** Eight bytes as they stand, at `from` of a block; `at` is their place in the file. */
  literal(block: Uint8Array, view: DataView, from: number, at: number): void {
    const offset = this.#offset[this.#element]!;
    if (offset < 0) {
      const value = view.getFloat64(from, this.#cursor.littleEndian);
      this.numbers[this.#column[this.#element]!]![this.rows] = value === this.#missing ? NaN : value;
    } else for (let n = 0; n < 8; n++) this.#piece[offset + n] = block[from + n]!;
    this.#next(at);
  }

  /** Says that the data are over. */
  end(at: number): void {
    if (this.#element !== 0)
      throw this.#cursor.damage(at, `its data end in the middle of case ${this.rows + 1}`);
    if (this.#stated !== -1 && this.rows !== this.#stated)
      throw this.#cursor.damage(
        at,
        `it says it has ${this.#stated} cases, but its data end after ${this.rows}`,
      );
    for (const [index, values] of this.numbers.entries())
      if (values && values.length > this.rows) this.numbers[index] = values.slice(0, this.rows);
  }

  #lay({ parts, width }: SavColumn, index: number): void {
    let start = 0;
    for (const part of parts) {
      for (let n = 0; n < part.elements; n++) {
        this.#column[part.element + n] = index;
        // The 256th byte of a full part is padding: the next part is written over it.
        if (width > 0) this.#offset[part.element + n] = start + n * 8;
      }
      start += part.width;
    }
    const end = parts.at(-1)!;
    if (width > 0) this.#last[end.element + end.elements - 1] = 1;
  }

  #next(at: number): void {
    const element = this.#element;
    if (this.#stated !== -1 && this.rows >= this.#stated)
      throw this.#cursor.damage(at, `it says it has ${this.#stated} cases, but its data go on after them`);
    if (this.#last[element] === 1) {
      const column = this.#column[element]!;
      this.texts[column]!.push(this.#textOf(this.#widths[column]!, at));
    }
    if (element + 1 < this.#elements) {
      this.#element = element + 1;
      return;
    }
    this.#element = 0;
    this.rows++;
    if (this.rows === this.#capacity && this.#stated === -1) this.#grow(at);
  }

  #textOf(width: number, at: number): string {
    const bytes = trimmed(this.#piece.subarray(0, width));
    if (bytes.length === 0) return '';
    const plain = bytes.every((byte) => byte < 0x80);
    const text = plain ? latin1(bytes) : this.#text.read(bytes);
    const kept = this.#shared.kept(text);
    if (kept !== null) return kept;
    this.#growth.take(text.length * (plain ? 1 : 2) + 16, at);
    return text;
  }

  #grow(at: number): void {
    const capacity = this.#capacity * 2;
    this.#growth.take(this.#capacity * this.#widths.length * 8, at);
    for (const [index, values] of this.numbers.entries()) {
      if (!values) continue;
      const grown = new Float64Array(capacity);
      grown.set(values);
      this.numbers[index] = grown;
    }
    this.#capacity = capacity;
  }
}

/** The bytes a column's elements fill, its last one whole. */
const room = (parts: SavColumn['parts']): number => parts.reduce((sum, { width }) => sum + width, 8);

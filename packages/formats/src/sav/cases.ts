import type { ByteCursor } from '../bytes/byte-cursor.js';
import { latin1 } from '../bytes/byte-cursor.js';
import type { Growth } from '../survey/growth.js';
import { PackedNumbers } from '../survey/packed-numbers.js';
import { PackedTexts } from '../survey/packed-texts.js';
import type { TextReader } from '../text/text-reader.js';
import { trimmed, type SavColumn } from './columns.js';

/**
 * Takes the 8-byte elements of a file's cases in their order and puts them into columns. The pieces of a text are joined as
 * bytes first, because a letter may lie across two of them.
 */
export class SavCases {
  rows = 0;
  /** The answers of each column that is kept, in the one or the other. */
  readonly numbers: (PackedNumbers | null)[];
  readonly texts: (PackedTexts | null)[];
  readonly #widths: readonly number[];
  /** For each element of a case: its column, its place in the text (-1: a number), and whether the text ends there. */
  readonly #column: Int32Array;
  readonly #offset: Int32Array;
  readonly #last: Uint8Array;
  readonly #elements: number;
  readonly #text: TextReader;
  readonly #cursor: ByteCursor;
  readonly #missing: number;
  /** How many cases the header says there are, or -1. */
  readonly #stated: number;
  readonly #piece: Uint8Array;
  #element = 0;
  /** Where the element stands that is being taken. */
  #at: number;

  constructor(
    cursor: ByteCursor,
    columns: readonly SavColumn[],
    options: {
      elements: number;
      stated: number;
      missing: number;
      text: TextReader;
      growth: Growth;
      kept: (column: SavColumn) => boolean;
    },
  ) {
    this.#cursor = cursor;
    this.#text = options.text;
    this.#missing = options.missing;
    this.#stated = options.stated;
    this.#elements = options.elements;
    this.#widths = columns.map(({ width }) => width);
    this.#column = new Int32Array(options.elements);
    this.#offset = new Int32Array(options.elements).fill(-1);
    this.#last = new Uint8Array(options.elements);
    columns.forEach((column, index) => this.#lay(column, index));
    this.#piece = new Uint8Array(columns.reduce((most, { parts }) => Math.max(most, room(parts)), 0));
    this.#at = cursor.at;
    const grown = (bytes: number): void => options.growth.keep(bytes, this.#at);
    this.numbers = columns.map((column) =>
      column.width === 0 && options.kept(column) ? new PackedNumbers(grown) : null,
    );
    this.texts = columns.map((column) =>
      column.width > 0 && options.kept(column) ? new PackedTexts(grown) : null,
    );
  }

  integer(value: number, at: number): void {
    const offset = this.#offset[this.#element]!;
    if (offset < 0) this.#number(value, at);
    // Some writers end a text with zeros, which are the number 0.
    else if (value === 0) this.#piece.fill(0, offset, offset + 8);
    else throw this.#cursor.damage(at, `a number stands where a text should, in case ${this.rows + 1}`);
    this.#next(at);
  }

  systemMissing(at: number): void {
    if (this.#offset[this.#element]! >= 0)
      throw this.#cursor.damage(at, `a number stands where a text should, in case ${this.rows + 1}`);
    this.#number(NaN, at);
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
      this.#number(value === this.#missing ? NaN : value, at);
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

  #number(value: number, at: number): void {
    this.#at = at;
    this.numbers[this.#column[this.#element]!]?.push(value);
  }

  #next(at: number): void {
    const element = this.#element;
    if (this.#stated !== -1 && this.rows >= this.#stated)
      throw this.#cursor.damage(at, `it says it has ${this.#stated} cases, but its data go on after them`);
    if (this.#last[element] === 1) {
      this.#at = at;
      const column = this.#column[element]!;
      this.texts[column]?.push(this.#textOf(this.#widths[column]!));
    }
    if (element + 1 < this.#elements) {
      this.#element = element + 1;
      return;
    }
    this.#element = 0;
    this.rows++;
  }

  #textOf(width: number): string {
    const bytes = trimmed(this.#piece.subarray(0, width));
    if (bytes.length === 0) return '';
    return bytes.every((byte) => byte < 0x80) ? latin1(bytes) : this.#text.read(bytes);
  }
}

/** The bytes a column's elements fill, its last one whole. */
const room = (parts: SavColumn['parts']): number => parts.reduce((sum, { width }) => sum + width, 8);

import { latin1 } from '../bytes/byte-cursor.js';
import { PackedNumbers } from '../survey/packed-numbers.js';
import { PackedTexts } from '../survey/packed-texts.js';
import { windows1252 } from '../text/windows-1252.js';

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;
/** Whole numbers below this, and powers of ten up to it, are exact, and so their quotient is the number nearest to the text. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, n) => 10 ** n);

/** Why the answers of a column are texts though they look like numbers, or `text` where they do not. */
export type TextReason = 'text' | 'leading-zeros' | 'mixed-decimals' | 'long-numbers';

/** How bytes are read once it is known that they are no plain ASCII. */
export type ForeignText = 'utf-8' | 'windows-1252';

/**
 * One column of delimited text as its cells come: numbers as long as all are numbers, else texts. A number's spelling is not kept.
 * Where a text comes after numbers the column is `late`, and has to be read again as text.
 */
export class CsvColumn {
  readonly name: string;
  /** Numbers while the column may be one and is kept. */
  numbers: PackedNumbers | null;
  texts: PackedTexts | null = null;
  late = false;
  rows = 0;
  readonly #foreign: ForeignText;
  readonly #keepTexts: boolean;
  #answered = false;
  #words = false;
  #commas = false;
  #points = false;
  #zeros = false;
  #long = false;

  constructor(
    name: string,
    options: { kept: boolean; asText: boolean; keepTexts: boolean; foreign: ForeignText },
  ) {
    this.name = name;
    this.#foreign = options.foreign;
    this.#keepTexts = options.kept && options.keepTexts;
    this.numbers = options.kept && !options.asText ? new PackedNumbers() : null;
    if (options.asText && this.#keepTexts) this.texts = new PackedTexts();
  }

  get empty(): boolean {
    return !this.#answered;
  }

  /** Why this is no column of numbers, or null if it is. */
  get textReason(): TextReason | null {
    if (this.#words) return 'text';
    if (this.#commas && this.#points) return 'mixed-decimals';
    if (this.#zeros) return 'leading-zeros';
    return this.#long ? 'long-numbers' : null;
  }

  /** A cell of one digit, as most are. */
  digit(value: number): void {
    if (this.numbers === null) this.#written(String(value));
    else {
      this.rows++;
      this.#answered = true;
      this.numbers.push(value);
    }
  }

  nothing(): void {
    this.rows++;
    this.numbers?.push(NaN);
    this.texts?.push('');
  }

  /** Any cell, without the blanks around it. */
  cell(bytes: Uint8Array, from: number, to: number): void {
    while (from < to && isBlank(bytes[from]!)) from++;
    while (from < to && isBlank(bytes[to - 1]!)) to--;
    if (from === to) this.nothing();
    else if (this.numbers === null || !this.#number(bytes, from, to))
      this.#written(cellText(bytes, from, to, this.#foreign));
  }

  /** Reads a number of up to 15 digits, and says whether it was one. */
  #number(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from;
    const sign = bytes[at];
    if (sign === 0x2d || sign === 0x2b) at++;
    const first = at;
    let mark = -1;
    let value = 0;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte >= 0x30 && byte <= 0x39) value = value * 10 + byte - 0x30;
      else if ((byte === 0x2e || byte === 0x2c) && mark < 0) mark = at;
      else return false;
    }
    const whole = (mark < 0 ? to : mark) - first;
    const digits = to - first - (mark < 0 ? 0 : 1);
    if (digits === 0 || digits > EXACT_DIGITS || (whole > 1 && bytes[first] === 0x30)) return false;
    if (mark >= 0) {
      if (bytes[mark] === 0x2c) this.#commas = true;
      else this.#points = true;
      if (this.#commas && this.#points) return false;
      value /= POWERS[to - mark - 1]!;
    }
    this.rows++;
    this.#answered = true;
    this.numbers!.push(sign === 0x2d ? -value : value);
    return true;
  }

  /** A cell as text, which may be a number all the same. */
  #written(text: string): void {
    if (text === '') {
      this.nothing();
      return;
    }
    this.rows++;
    const numbered = this.#answered && this.numbers !== null;
    this.#answered = true;
    if (!this.#words) this.#classify(text);
    if (this.numbers !== null) {
      if (this.textReason === null) {
        this.numbers.push(Number(text.replace(',', '.')));
        return;
      }
      this.numbers = null;
      if (!this.#keepTexts) return;
      if (numbered) {
        this.late = true;
        return;
      }
      this.texts = new PackedTexts();
      for (let row = 1; row < this.rows; row++) this.texts.push('');
    }
    this.texts?.push(text);
  }

  #classify(text: string): void {
    if (!NUMBER.test(text)) {
      this.#words = true;
      return;
    }
    this.#commas ||= text.includes(',');
    this.#points ||= text.includes('.');
    this.#zeros ||= /^[+-]?0\d/.test(text);
    this.#long ||= /^[+-]?\d{16,}$/.test(text);
  }
}

/** What `trim` takes away, as far as it is ASCII. */
const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** The text of a cell, without blanks around it. */
export function cellText(bytes: Uint8Array, from: number, to: number, foreign: ForeignText): string {
  const cell = bytes.subarray(from, to);
  if (cell.every((byte) => byte < 0x80)) return latin1(cell).trim();
  const text =
    foreign === 'utf-8'
      ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('utf8')
      : windows1252(cell);
  return text.trim();
}

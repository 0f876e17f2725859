/** A field longer than this is taken for a quotation mark that was never closed, or for no table at all. */
export const LONGEST_FIELD = 1024 * 1024;

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Where the fields of a file go. The bytes are only good until the call returns. */
export interface FieldTaker {
  /** Field number `column` of its record, from 0, whose bytes are `from` up to `to`. */
  field(column: number, bytes: Uint8Array, from: number, to: number, last: boolean): void;
  /** A record is over: it has so many fields, and began on this line. */
  record(fields: number, line: number): void;
  /** A field that begins on this line is longer than any may be. */
  tooLong(line: number): never;
}

/**
 * Cuts delimited text into fields without making strings of it, chunk by chunk: a field that lies across two chunks waits for the
 * second. The bytes are of an encoding in which delimiter, quotation mark and line ends are single bytes. Inside quotes a
 * doubled quote is a quote; quotes inside an unquoted field are letters.
 */
export class ByteFields {
  readonly #delimiter: number;
  readonly #to: FieldTaker;
  #rest: Uint8Array = new Uint8Array(0);
  #scratch = new Uint8Array(256);
  #column = 0;
  #line: number;
  #recordLine: number;
  #afterReturn = false;

  constructor(delimiter: number, firstLine: number, to: FieldTaker) {
    this.#delimiter = delimiter;
    this.#line = firstLine;
    this.#recordLine = firstLine;
    this.#to = to;
  }

  write(chunk: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? chunk : joined(this.#rest, chunk);
    // A copy, which a Buffer's own `slice` is not: whoever reads the file may use its buffer again.
    this.#rest = new Uint8Array(bytes.subarray(this.#fields(bytes, false)));
    if (this.#rest.length > LONGEST_FIELD) this.#to.tooLong(this.#line);
  }

  /** Hands over what is left. Returns the line of a quote that was never closed, or null. */
  end(): number | null {
    const rest = this.#rest;
    if (rest.length === 0 && this.#column === 0) return null;
    const at = this.#fields(rest, true);
    if (at < rest.length) return this.#line;
    if (this.#column > 0 || rest.length > 0) this.#finish(rest, at);
    return null;
  }

  /** An end of file after a delimiter is an empty field; after a line end it is nothing. */
  #finish(bytes: Uint8Array, at: number): void {
    if (this.#column === 0) return;
    this.#to.field(this.#column, bytes, at, at, true);
    this.#endRecord(this.#column + 1);
  }

  /** Takes all fields that end in these bytes, and says where the first begins that does not. */
  #fields(bytes: Uint8Array, final: boolean): number {
    const length = bytes.length;
    const delimiter = this.#delimiter;
    const to = this.#to;
    let at = 0;
    for (;;) {
      if (this.#afterReturn && at < length) {
        this.#afterReturn = false;
        if (bytes[at] === LINE_FEED) at++;
      }
      if (at === length) return at;
      let end: number;
      if (bytes[at] === QUOTE && delimiter !== QUOTE) {
        end = this.#quoted(bytes, at, final);
        if (end < 0) return at;
      } else {
        end = at;
        let byte = bytes[end];
        while (byte !== delimiter && byte !== LINE_FEED && byte !== RETURN && end < length)
          byte = bytes[++end];
        if (end === length && !final) return at;
        if (end - at > LONGEST_FIELD) to.tooLong(this.#line);
        to.field(this.#column, bytes, at, end, end === length || bytes[end] !== delimiter);
      }
      if (end < length && bytes[end] === delimiter) this.#column++;
      else {
        this.#afterReturn = bytes[end] === RETURN;
        this.#endRecord(this.#column + 1);
      }
      at = Math.min(length, end + 1);
    }
  }

  #endRecord(fields: number): void {
    const line = this.#recordLine;
    this.#column = 0;
    this.#line++;
    this.#recordLine = this.#line;
    this.#to.record(fields, line);
  }

  /** Takes a field that begins with a quote, and gives the place of the sign that ends it; -1 where none does yet. */
  #quoted(bytes: Uint8Array, at: number, final: boolean): number {
    const close = bytes.indexOf(QUOTE, at + 1);
    if (close < 0) return -1;
    let end = close + 1;
    if (end === bytes.length && !final) return -1;
    if (end === bytes.length || this.#ends(bytes[end]!)) {
      this.#take(bytes, at + 1, close, end === bytes.length || bytes[end] !== this.#delimiter);
      this.#line += lineFeeds(bytes, at + 1, close);
      return end;
    }
    // Doubled quotes, or letters after the closing one: put together apart.
    let size = this.#copy(bytes, at + 1, close, 0);
    let feeds = lineFeeds(bytes, at + 1, close);
    for (;;) {
      if (end === bytes.length) {
        if (!final) return -1;
        break;
      }
      const byte = bytes[end]!;
      if (byte === QUOTE) {
        const next = bytes.indexOf(QUOTE, end + 1);
        if (next < 0) return -1;
        size = this.#copy(bytes, end, next, size);
        feeds += lineFeeds(bytes, end, next);
        end = next + 1;
        if (end === bytes.length && !final) return -1;
        continue;
      }
      if (this.#ends(byte)) break;
      // Quotes are over: the rest is letters up to what ends the field.
      let stop = end;
      while (stop < bytes.length && !this.#ends(bytes[stop]!)) stop++;
      if (stop === bytes.length && !final) return -1;
      size = this.#copy(bytes, end, stop, size);
      end = stop;
      break;
    }
    this.#take(this.#scratch, 0, size, end === bytes.length || bytes[end] !== this.#delimiter);
    this.#line += feeds;
    return end;
  }

  #take(bytes: Uint8Array, from: number, to: number, last: boolean): void {
    if (to - from > LONGEST_FIELD) this.#to.tooLong(this.#line);
    this.#to.field(this.#column, bytes, from, to, last);
  }

  #ends(byte: number): boolean {
    return byte === this.#delimiter || byte === LINE_FEED || byte === RETURN;
  }

  #copy(bytes: Uint8Array, from: number, to: number, size: number): number {
    const needed = size + to - from;
    if (needed > LONGEST_FIELD) this.#to.tooLong(this.#line);
    if (needed > this.#scratch.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#scratch.subarray(0, size));
      this.#scratch = larger;
    }
    this.#scratch.set(bytes.subarray(from, to), size);
    return needed;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function lineFeeds(bytes: Uint8Array, from: number, to: number): number {
  let feeds = 0;
  for (let i = from; i < to; i++) if (bytes[i] === LINE_FEED) feeds++;
  return feeds;
}

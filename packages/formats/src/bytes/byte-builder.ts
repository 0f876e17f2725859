/** Bytes that grow as they are written. */
export class ByteBuilder {
  readonly littleEndian: boolean;
  length = 0;
  #bytes: Uint8Array;
  #view: DataView;

  constructor(littleEndian = true) {
    this.littleEndian = littleEndian;
    this.#bytes = new Uint8Array(64 * 1024);
    this.#view = new DataView(this.#bytes.buffer);
  }

  u8(value: number): void {
    const at = this.#next(1);
    this.#view.setUint8(at, value);
  }

  u16(value: number): void {
    const at = this.#next(2);
    this.#view.setUint16(at, value, this.littleEndian);
  }

  i32(value: number): void {
    const at = this.#next(4);
    this.#view.setInt32(at, value, this.littleEndian);
  }

  u32(value: number): void {
    const at = this.#next(4);
    this.#view.setUint32(at, value, this.littleEndian);
  }

  u64(value: number): void {
    const at = this.#next(8);
    this.#view.setBigUint64(at, BigInt(value), this.littleEndian);
  }

  f32(value: number): void {
    const at = this.#next(4);
    this.#view.setFloat32(at, value, this.littleEndian);
  }

  f64(value: number): void {
    const at = this.#next(8);
    this.#view.setFloat64(at, value, this.littleEndian);
  }

  /** These bytes, and then as many of `filler` as bring them to `length`. */
  put(bytes: Uint8Array, length = bytes.length, filler = 0): void {
    const at = this.#next(length);
    this.#bytes.set(bytes.length > length ? bytes.subarray(0, length) : bytes, at);
    if (bytes.length < length) this.#bytes.fill(filler, at + bytes.length, at + length);
  }

  text(text: string, length?: number, filler = 0): void {
    const bytes = Buffer.from(text);
    this.put(bytes, length ?? bytes.length, filler);
  }

  fill(byte: number, count: number): void {
    const at = this.#next(count);
    this.#bytes.fill(byte, at, at + count);
  }

  /** Writes an unsigned 64-bit number over what stands at a place already written. */
  setU64(at: number, value: number): void {
    this.#view.setBigUint64(at, BigInt(value), this.littleEndian);
  }

  setU8(at: number, value: number): void {
    this.#bytes[at] = value;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  /** Makes room. The bytes may have moved after it: take the place first, then write. */
  #next(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
}

/** Text cut to so many bytes of UTF-8, never inside a character. */
export function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  let end = most;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}

/** Text cut to so many characters, never inside one. */
export const cutToLetters = (text: string, most: number): string =>
  text.length <= most ? text : Array.from(text).slice(0, most).join('');

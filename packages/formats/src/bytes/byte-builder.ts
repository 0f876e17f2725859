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
    this.#view.setUint8(this.#next(1), value);
  }

  u16(value: number): void {
    this.#view.setUint16(this.#next(2), value, this.littleEndian);
  }

  i32(value: number): void {
    this.#view.setInt32(this.#next(4), value, this.littleEndian);
  }

  u32(value: number): void {
    this.#view.setUint32(this.#next(4), value, this.littleEndian);
  }

  u64(value: number): void {
    this.#view.setBigUint64(this.#next(8), BigInt(value), this.littleEndian);
  }

  f32(value: number): void {
    this.#view.setFloat32(this.#next(4), value, this.littleEndian);
  }

  f64(value: number): void {
    this.#view.setFloat64(this.#next(8), value, this.littleEndian);
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

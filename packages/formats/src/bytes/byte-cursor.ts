/** What is wrong with a file, and at which of its bytes: the reader of a format makes its own error of it. */
export type Damage = (at: number, reason: string) => Error;

/**
 * A place in a file's bytes that moves on as they are read. Nothing is read past the end: the damage names what was being
 * read then.
 */
export class ByteCursor {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly damage: Damage;
  at = 0;
  littleEndian = true;
  /** What is being read, in words that follow "the file ends in the middle of". */
  place = 'its header';

  constructor(bytes: Uint8Array, damage: Damage) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.damage = damage;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  /** Refuses a count of things that cannot fit into what is left of the file, before room is made for them. */
  expect(count: number, size: number): void {
    if (count < 0 || count * size > this.left)
      throw this.damage(this.at, `the file ends in the middle of ${this.place}`);
  }

  take(count: number): Uint8Array {
    this.expect(count, 1);
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  skip(count: number): void {
    this.expect(count, 1);
    this.at += count;
  }

  /** Bytes as text of one sign a byte, for the parts of a file that are ASCII by definition. */
  ascii(count: number): string {
    return latin1(this.take(count));
  }

  u8(): number {
    this.skip(1);
    return this.view.getUint8(this.at - 1);
  }

  u16(): number {
    this.skip(2);
    return this.view.getUint16(this.at - 2, this.littleEndian);
  }

  i16(): number {
    this.skip(2);
    return this.view.getInt16(this.at - 2, this.littleEndian);
  }

  u32(): number {
    this.skip(4);
    return this.view.getUint32(this.at - 4, this.littleEndian);
  }

  i32(): number {
    this.skip(4);
    return this.view.getInt32(this.at - 4, this.littleEndian);
  }

  /** A 64-bit count or place; one that no number holds exactly is damage. */
  u64(): number {
    this.skip(8);
    const value = Number(this.view.getBigUint64(this.at - 8, this.littleEndian));
    if (!Number.isSafeInteger(value))
      throw this.damage(this.at - 8, `a number in ${this.place} is impossibly large`);
    return value;
  }

  f64(): number {
    this.skip(8);
    return this.view.getFloat64(this.at - 8, this.littleEndian);
  }
}

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

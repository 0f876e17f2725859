import { deflateSync } from 'node:zlib';
import { ByteBuilder } from '../bytes/byte-builder.js';

/** A small SPSS file put together by hand: `v`, a number, and `t`, a text of 12 bytes. Any of it may be made to lie. */
export interface Handmade {
  bigEndian?: boolean;
  compression?: number;
  cases?: number;
  weight?: number;
  bias?: number;
  layout?: number;
  width?: number;
  extensions?: readonly { subtype: number; size: number; count?: number; bytes: Uint8Array }[];
  /** Records between the variables and the end of the dictionary. */
  records?: (out: ByteBuilder) => void;
  rows?: readonly { v: number; t: Uint8Array }[];
  /** Bytes in place of the data. */
  data?: (out: ByteBuilder) => void;
}

export function handmadeSav({
  bigEndian = false,
  compression = 0,
  rows = [],
  cases = rows.length,
  weight = 0,
  bias = 100,
  layout = 2,
  width = 12,
  extensions = [],
  records,
  data,
}: Handmade): Uint8Array {
  const out = new ByteBuilder(!bigEndian);
  out.text(compression === 2 ? '$FL3' : '$FL2');
  out.text('@(#) SPSS DATA FILE made by hand', 60, 0x20);
  for (const number of [layout, 3, compression, weight, cases]) out.i32(number);
  out.f64(bias);
  out.text('01 Jan 2612:00:00', 17);
  out.text('', 64, 0x20);
  out.fill(0, 3);
  const variable = (type: number, name: string, format: number): void => {
    for (const number of [2, type, 0, 0, format, format]) out.i32(number);
    out.text(name, 8, 0x20);
  };
  variable(0, 'V', (5 << 16) | (8 << 8));
  variable(width, 'T', (1 << 16) | (width << 8));
  for (let n = 1; n < Math.ceil(width / 8); n++) variable(-1, '', 0);
  records?.(out);
  for (const { subtype, size, bytes, count = bytes.length / size } of extensions) {
    for (const number of [7, subtype, size, count]) out.i32(number);
    out.put(bytes);
  }
  out.i32(999);
  out.i32(0);
  if (data) data(out);
  else
    for (const { v, t } of rows) {
      out.f64(v);
      out.put(t, Math.ceil(width / 8) * 8, 0x20);
    }
  return out.finish();
}

/** Blocks of a .zsav file's data, whose list may state other sizes than they have. */
export function zlibData(blocks: readonly Uint8Array[], stated: (size: number) => number = (size) => size) {
  return (out: ByteBuilder): void => {
    const start = out.length;
    const packed = blocks.map((block) => deflateSync(block));
    const trailer = start + 24 + packed.reduce((sum, { length }) => sum + length, 0);
    for (const number of [start, trailer, 24 + blocks.length * 24]) out.u64(number);
    let at = start + 24;
    for (const block of packed) out.put(block);
    out.u64(0);
    out.u64(0);
    out.i32(0x3ff000);
    out.i32(blocks.length);
    for (const [n, block] of packed.entries()) {
      out.u64(0);
      out.u64(at);
      out.u32(stated(blocks[n]!.length));
      out.u32(block.length);
      at += block.length;
    }
  };
}

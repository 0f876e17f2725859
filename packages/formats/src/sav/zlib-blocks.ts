import { inflateSync } from 'node:zlib';
import type { ByteCursor } from '../bytes/byte-cursor.js';
import type { Growth } from '../survey/growth.js';

/** A block as SPSS writes it holds 0x3ff000 bytes; no writer is known that makes larger ones. */
const LARGEST_BLOCK = 64 * 1024 * 1024;

/** The blocks of a .zsav file's data, unpacked one at a time. Every size the file states is held against what comes out. */
export function* unpackedBlocks(
  cursor: ByteCursor,
  growth: Growth,
): Generator<{ block: Uint8Array; at: number }> {
  cursor.place = 'its compressed data';
  const start = cursor.at;
  const own = cursor.u64();
  const trailer = cursor.u64();
  const length = cursor.u64();
  if (own !== start) throw cursor.damage(start, 'its compressed data do not begin where they say');
  if (trailer < start + 24 || trailer + length > cursor.bytes.length)
    throw cursor.damage(start + 8, 'the file ends before the list of its compressed blocks');
  cursor.at = trailer + 16;
  cursor.place = 'the list of its compressed blocks';
  cursor.skip(4);
  const count = cursor.i32();
  if (count < 0 || length !== 24 + count * 24)
    throw cursor.damage(trailer, `the list of its ${count} compressed blocks has the wrong length`);
  const blocks: { at: number; size: number; packedSize: number }[] = [];
  let packed = start + 24;
  for (let n = 0; n < count; n++) {
    const entry = trailer + 24 + n * 24;
    cursor.at = entry + 8;
    const at = cursor.u64();
    const size = cursor.u32();
    const packedSize = cursor.u32();
    if (at !== packed || at + packedSize > trailer || size > LARGEST_BLOCK)
      throw cursor.damage(entry, `compressed block ${n + 1} is not where or what the file says`);
    growth.unpack(size, at);
    blocks.push({ at, size, packedSize });
    packed += packedSize;
  }
  if (packed !== trailer) throw cursor.damage(packed, 'there are bytes after its last compressed block');
  for (const [n, { at, size, packedSize }] of blocks.entries())
    yield { block: unpacked(cursor, n + 1, at, packedSize, size), at };
}

function unpacked(cursor: ByteCursor, n: number, at: number, packedSize: number, size: number): Uint8Array {
  let block: Uint8Array;
  try {
    block = inflateSync(cursor.bytes.subarray(at, at + packedSize), { maxOutputLength: Math.max(1, size) });
  } catch {
    throw cursor.damage(at, `compressed block ${n} cannot be unpacked`);
  }
  if (block.length !== size)
    throw cursor.damage(
      at,
      `compressed block ${n} unpacks to ${block.length} bytes, not the ${size} it should`,
    );
  return block;
}

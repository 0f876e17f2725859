import type { ByteCursor } from '../bytes/byte-cursor.js';
import { savUnsupported } from './damage.js';

export interface SavHeader {
  readonly compression: 'none' | 'bytecode' | 'zlib';
  /** Which 8-byte element of a case holds the weight, from 1; 0 for none. */
  readonly weight: number;
  /** How many cases there are, or -1 where the file does not say. */
  readonly cases: number;
  /** What is added to a small whole number to make its byte in compressed data. */
  readonly bias: number;
  readonly label: Uint8Array;
}

const COMPRESSION = ['none', 'bytecode', 'zlib'] as const;

/** Reads the 176 bytes every .sav file begins with, and sets the cursor's byte order by them. */
export function readHeader(cursor: ByteCursor, file: string): SavHeader {
  const magic = cursor.ascii(4);
  if (magic !== '$FL2' && magic !== '$FL3') throw cursor.damage(0, 'it does not begin as an SPSS file does');
  cursor.skip(60);
  cursor.littleEndian = true;
  const layout = cursor.i32();
  if (layout !== 2 && layout !== 3) {
    cursor.at -= 4;
    cursor.littleEndian = false;
    const swapped = cursor.i32();
    if (swapped !== 2 && swapped !== 3) throw cursor.damage(64, `its layout ${layout} is not known`);
  }
  // The nominal size of a case is often wrong, and nobody heeds it.
  cursor.skip(4);
  const code = cursor.i32();
  const compression = COMPRESSION[code];
  if (!compression) throw savUnsupported(file, `compression ${code}`);
  if ((compression === 'zlib') !== (magic === '$FL3'))
    throw cursor.damage(72, `it begins as ${magic} but says compression ${code}`);
  const weight = cursor.i32();
  const cases = cursor.i32();
  if (cases < -1) throw cursor.damage(80, `it says it has ${cases} cases`);
  const bias = cursor.f64();
  if (!Number.isInteger(bias) || Math.abs(bias) > 1e6)
    throw cursor.damage(84, 'its compression bias is no small number');
  cursor.skip(17);
  const label = cursor.take(64);
  cursor.skip(3);
  return { compression, weight, cases, bias, label };
}

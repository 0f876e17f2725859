import { writeCsv, writeDta, writeSav, numberColumn, stringColumn, type SurveyTable } from '@bagom/formats';
import { deflateSync } from 'node:zlib';

/** Twenty people, a number of each kind and a text. */
const SMALL: SurveyTable = {
  columns: [
    numberColumn(
      'a',
      Float64Array.from({ length: 20 }, (_, n) => n % 3),
    ),
    numberColumn(
      'b',
      Float64Array.from({ length: 20 }, (_, n) => n / 7),
    ),
    stringColumn(
      't',
      Array.from({ length: 20 }, (_, n) => 'æ'.repeat(n)),
    ),
  ],
  rows: 20,
  label: '',
  documents: [],
  weight: null,
  encoding: 'utf-8',
  notes: [],
};

export const sav = (): Buffer => Buffer.from(writeSav(SMALL).bytes);
export const dta = (): Buffer => Buffer.from(writeDta(SMALL).bytes);

/** So many people's answers to twenty questions, a byte or two each, in every format. */
export function goodFiles(rows: number): Record<'csv' | 'sav' | 'dta', Uint8Array> {
  const columns = Array.from({ length: 20 }, (_, item) =>
    numberColumn(
      `q${item}`,
      Float64Array.from({ length: rows }, (_, row) => 1 + (((row * (item + 3)) % 29) % 4)),
    ),
  );
  const table = { ...SMALL, columns, rows };
  return { csv: writeCsv(table), sav: writeSav(table).bytes, dta: writeDta(table).bytes };
}

/** A file with other bytes from a place on. */
export function patched(file: Buffer, at: number, ...bytes: number[]): Buffer {
  if (at < 0) throw new Error('the place to patch is not there');
  file.set(bytes, at);
  return file;
}

/** The 32-bit number that every liar likes best, and the largest that has no sign. */
export const HUGE = [0xff, 0xff, 0xff, 0x7f];
export const ALL = [0xff, 0xff, 0xff, 0xff];

/** The place after the record that ends a dictionary. */
const dataOf = (file: Buffer): number => file.indexOf(Buffer.from([0xe7, 3, 0, 0, 0, 0, 0, 0])) + 8;

/** A .zsav file of one number whose data are so many blocks of one byte over and over. */
export function zsavBomb({ blocks, size, byte }: { blocks: number; size: number; byte: number }): Buffer {
  const table = { ...SMALL, columns: SMALL.columns.slice(0, 1) };
  const whole = Buffer.from(writeSav(table).bytes);
  const head = whole.subarray(0, dataOf(whole));
  head.write('$FL3');
  head.writeInt32LE(2, 72);
  head.writeInt32LE(-1, 80);
  const packed = deflateSync(Buffer.alloc(size, byte));
  const start = head.length;
  const trailer = start + 24 + packed.length * blocks;
  const own = Buffer.alloc(24);
  for (const [n, value] of [start, trailer, 24 + blocks * 24].entries())
    own.writeBigUInt64LE(BigInt(value), n * 8);
  const list = Buffer.alloc(24 + blocks * 24);
  list.writeInt32LE(0x3ff000, 16);
  list.writeInt32LE(blocks, 20);
  for (let n = 0; n < blocks; n++) {
    list.writeBigUInt64LE(BigInt(start + 24 + n * packed.length), 24 + n * 24 + 8);
    list.writeUInt32LE(size, 24 + n * 24 + 16);
    list.writeUInt32LE(packed.length, 24 + n * 24 + 20);
  }
  return Buffer.concat([head, own, ...Array.from({ length: blocks }, () => packed), list]);
}

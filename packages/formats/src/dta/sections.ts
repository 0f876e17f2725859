import type { ByteCursor } from '../bytes/byte-cursor.js';
import type { DtaValueLabels, DtaVariable } from './description.js';
import { storageOf, type Storage } from './storage.js';

/** How many bytes the texts of a version take, the zero at their end included. */
export interface DtaWidths {
  readonly name: number;
  readonly format: number;
  readonly label: number;
}

/** A text up to the zero that ends it. */
export function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

/** So many texts of one width. */
export function texts(cursor: ByteCursor, count: number, width: number, place: string): Uint8Array[] {
  cursor.place = place;
  cursor.expect(count, width);
  return Array.from({ length: count }, () => untilZero(cursor.take(width)));
}

export function storages(cursor: ByteCursor, count: number, tagged: boolean): Storage[] {
  cursor.place = 'the types of its variables';
  cursor.expect(count, tagged ? 2 : 1);
  return Array.from({ length: count }, (_, n) => {
    const at = cursor.at;
    const type = tagged ? cursor.u16() : cursor.u8();
    const storage = storageOf(type, tagged);
    if (!storage) throw cursor.damage(at, `variable ${n + 1} is of the unknown type ${type}`);
    return storage;
  });
}

export const variables = (
  storage: readonly Storage[],
  names: readonly Uint8Array[],
  formats: readonly Uint8Array[],
  valueLabels: readonly Uint8Array[],
  labels: readonly Uint8Array[],
): DtaVariable[] =>
  storage.map((kept, n) => ({
    storage: kept,
    name: names[n]!,
    format: formats[n]!,
    valueLabel: valueLabels[n]!,
    label: labels[n]!,
  }));

/** Steps over the rows, which are read column by column when everything else is known. */
export function skipRows(cursor: ByteCursor, rows: number, storage: readonly Storage[]): number {
  const rowBytes = storage.reduce((sum, { bytes }) => sum + bytes, 0);
  if (rows * rowBytes > cursor.left)
    throw cursor.damage(cursor.at, `it says it has ${rows} rows, but it ends before so many`);
  cursor.skip(rows * rowBytes);
  return rowBytes;
}

/** Gathers the notes of a data set from its characteristics: `note0` is their number, `note1` the first. */
export class NoteGatherer {
  readonly #notes = new Map<number, Uint8Array>();

  add(of: Uint8Array, name: Uint8Array, text: Uint8Array): void {
    const ascii = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    const number = /^note([1-9]\d{0,3})$/.exec(ascii(name))?.[1];
    if (number !== undefined && ascii(of) === '_dta') this.#notes.set(Number(number), text);
  }

  get notes(): Uint8Array[] {
    return [...this.#notes].sort(([a], [b]) => a - b).map(([, text]) => text);
  }
}

/** One set of value labels: its name, and values with the places of their texts. */
export function valueLabels(cursor: ByteCursor, { name: width }: DtaWidths): DtaValueLabels {
  cursor.place = 'its value labels';
  const start = cursor.at;
  const length = cursor.u32();
  const name = untilZero(cursor.take(width));
  cursor.skip(3);
  cursor.expect(length, 1);
  const count = cursor.i32();
  const textLength = cursor.i32();
  if (count < 0 || textLength < 0 || 8 + count * 8 + textLength > length)
    throw cursor.damage(start, 'a set of value labels is longer than it says');
  const end = cursor.at - 8 + length;
  const offsets = Array.from({ length: count }, () => cursor.u32());
  const values = Array.from({ length: count }, () => cursor.i32());
  const text = cursor.take(textLength);
  const labels = offsets.map((offset, n) => {
    if (offset >= textLength) throw cursor.damage(start, 'a value label lies outside its set');
    return { value: values[n]!, label: untilZero(text.subarray(offset)) };
  });
  cursor.at = end;
  return { name, labels };
}

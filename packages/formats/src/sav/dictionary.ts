import type { ByteCursor } from '../bytes/byte-cursor.js';

/** A variable as its record has it; a very long string is several of these. */
export interface SavVariable {
  /** The place of its record in the file. */
  readonly at: number;
  /** The first of its 8-byte elements in a case, from 0, and how many they are. */
  readonly element: number;
  readonly elements: number;
  /** Bytes of text, or 0 for a number. */
  readonly width: number;
  readonly name: Uint8Array;
  readonly label: Uint8Array;
  /** How many missing values; -2 is a range, -3 a range and a value. */
  readonly missingCount: number;
  readonly missing: readonly Uint8Array[];
  readonly format: number;
}

/** Labels of values of up to 8 bytes, and the elements they belong to. */
export interface SavValueLabels {
  readonly at: number;
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  readonly elements: readonly number[];
}

/** An extension record: a subtype, and bytes that only those who know the subtype can read. */
export interface SavExtension {
  readonly at: number;
  readonly size: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface SavDictionary {
  readonly variables: readonly SavVariable[];
  readonly elements: number;
  readonly valueLabels: readonly SavValueLabels[];
  readonly documents: readonly Uint8Array[];
  readonly extensions: ReadonlyMap<number, SavExtension>;
}

/** Reads the records between header and data as they stand: text stays bytes, because its encoding is told late. */
export function readDictionary(cursor: ByteCursor): SavDictionary {
  const variables: SavVariable[] = [];
  const valueLabels: SavValueLabels[] = [];
  const documents: Uint8Array[] = [];
  const extensions = new Map<number, SavExtension>();
  let elements = 0;
  for (;;) {
    const at = cursor.at;
    cursor.place = 'its dictionary';
    const kind = cursor.i32();
    if (kind === 999) {
      cursor.skip(4);
      break;
    }
    if (kind === 2) {
      const variable = readVariable(cursor, at, elements, variables.length + 1);
      elements += variable.elements;
      variables.push(variable);
    } else if (kind === 3) valueLabels.push(readValueLabels(cursor, at));
    else if (kind === 6) {
      cursor.place = 'its documents';
      const lines = cursor.i32();
      cursor.expect(lines, 80);
      for (let n = 0; n < lines; n++) documents.push(cursor.take(80));
    } else if (kind === 7) {
      const subtype = cursor.i32();
      cursor.place = `extension record ${subtype}`;
      const size = cursor.u32();
      const count = cursor.u32();
      cursor.expect(count, size);
      const start = cursor.at;
      extensions.set(subtype, { at: start, size, count, bytes: cursor.take(size * count) });
    } else throw cursor.damage(at, `its dictionary has a record of the unknown kind ${kind}`);
  }
  if (variables.length === 0) throw cursor.damage(cursor.at, 'it has no variables');
  return { variables, elements, valueLabels, documents, extensions };
}

function readVariable(cursor: ByteCursor, at: number, element: number, number: number): SavVariable {
  cursor.place = `variable ${number}`;
  const width = cursor.i32();
  if (width < 0 || width > 255)
    throw cursor.damage(at, `variable ${number} has the impossible width ${width}`);
  const hasLabel = cursor.i32();
  const missingCount = cursor.i32();
  const count = Math.abs(missingCount);
  if (count > 3 || missingCount === -1)
    throw cursor.damage(at, `variable ${number} says it has ${missingCount} missing values`);
  const format = cursor.i32();
  cursor.skip(4);
  const name = cursor.take(8);
  let label: Uint8Array = new Uint8Array(0);
  if (hasLabel !== 0) {
    const length = cursor.u32();
    label = cursor.take(length);
    cursor.skip((4 - (length % 4)) % 4);
  }
  const missing: Uint8Array[] = [];
  for (let n = 0; n < count; n++) missing.push(cursor.take(8));
  const elements = Math.max(1, Math.ceil(width / 8));
  for (let n = 1; n < elements; n++) skipContinuation(cursor, number);
  return { at, element, elements, width, name, label, missingCount, missing, format };
}

/** A string of more than 8 bytes is followed by a record without meaning for each further 8. */
function skipContinuation(cursor: ByteCursor, number: number): void {
  const at = cursor.at;
  if (cursor.i32() !== 2 || cursor.i32() !== -1)
    throw cursor.damage(at, `variable ${number} is wider than the records it has`);
  const hasLabel = cursor.i32();
  const missing = Math.abs(cursor.i32());
  cursor.skip(16);
  if (hasLabel !== 0) {
    const length = cursor.u32();
    cursor.skip(length + ((4 - (length % 4)) % 4));
  }
  cursor.skip(missing * 8);
}

function readValueLabels(cursor: ByteCursor, at: number): SavValueLabels {
  cursor.place = 'value labels';
  const count = cursor.i32();
  cursor.expect(count, 16);
  const labels = Array.from({ length: count }, () => {
    const value = cursor.take(8);
    const length = cursor.u8();
    const label = cursor.take(length);
    cursor.skip(7 - (length % 8));
    return { value, label };
  });
  if (cursor.i32() !== 4)
    throw cursor.damage(at, 'value labels are not followed by the variables they belong to');
  const indices = cursor.i32();
  cursor.expect(indices, 4);
  return { at, labels, elements: Array.from({ length: indices }, () => cursor.i32() - 1) };
}

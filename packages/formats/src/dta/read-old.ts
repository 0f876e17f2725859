import type { ByteCursor } from '../bytes/byte-cursor.js';
import type { DtaDescription, DtaValueLabels } from './description.js';
import { NoteGatherer, skipRows, storages, texts, untilZero, valueLabels, variables } from './sections.js';

/** Reads what is said in a file of version 113, 114 or 115: sections of fixed length in a fixed order. */
export function readOld(cursor: ByteCursor): DtaDescription {
  const version = cursor.u8();
  const order = cursor.u8();
  if (order !== 1 && order !== 2) throw cursor.damage(1, `its byte order ${order} is not known`);
  cursor.littleEndian = order === 2;
  cursor.skip(2);
  const count = cursor.u16();
  const rows = cursor.u32();
  const label = untilZero(cursor.take(81));
  cursor.skip(18);
  const widths = { name: 33, format: version === 113 ? 12 : 49, label: 81 };
  if (count === 0) throw cursor.damage(4, 'it has no variables');
  const storage = storages(cursor, count, false);
  const names = texts(cursor, count, widths.name, 'the names of its variables');
  cursor.place = 'its order of sorting';
  cursor.skip((count + 1) * 2);
  const formats = texts(cursor, count, widths.format, 'the formats of its variables');
  const labelNames = texts(cursor, count, widths.name, 'the names of its value labels');
  const labels = texts(cursor, count, widths.label, 'the labels of its variables');
  const notes = readExpansion(cursor, widths.name);
  const data = cursor.at;
  cursor.place = 'its answers';
  const rowBytes = skipRows(cursor, rows, storage);
  const sets: DtaValueLabels[] = [];
  while (cursor.left > 0) sets.push(valueLabels(cursor, widths));
  return {
    version,
    rows,
    label,
    variables: variables(storage, names, formats, labelNames, labels),
    data,
    rowBytes,
    notes,
    longTexts: new Map(),
    valueLabels: sets,
  };
}

/** Fields of any kind, until one of kind and length 0. */
function readExpansion(cursor: ByteCursor, nameWidth: number): Uint8Array[] {
  const notes = new NoteGatherer();
  cursor.place = 'its characteristics';
  for (;;) {
    const kind = cursor.u8();
    const length = cursor.u32();
    if (kind === 0 && length === 0) return notes.notes;
    const bytes = cursor.take(length);
    if (kind === 1 && length >= nameWidth * 2)
      notes.add(
        untilZero(bytes.subarray(0, nameWidth)),
        untilZero(bytes.subarray(nameWidth, nameWidth * 2)),
        untilZero(bytes.subarray(nameWidth * 2)),
      );
  }
}

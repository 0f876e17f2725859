import type { ByteCursor } from '../bytes/byte-cursor.js';
import { longTextKey, type DtaDescription, type DtaValueLabels } from './description.js';
import { dtaUnsupported } from './damage.js';
import { NoteGatherer, skipRows, storages, texts, untilZero, valueLabels, variables } from './sections.js';

/** Reads what is said in a file of version 117, 118 or 119: sections between tags. */
export function readTagged(cursor: ByteCursor, file: string): DtaDescription {
  const tag = (name: string): void => expectTag(cursor, name);
  tag('<stata_dta><header><release>');
  const release = cursor.ascii(3);
  const version = Number(release);
  if (version !== 117 && version !== 118 && version !== 119)
    throw /^\d{3}$/.test(release)
      ? dtaUnsupported(file, `version ${release}`)
      : cursor.damage(28, 'it does not say its version');
  tag('</release><byteorder>');
  const order = cursor.ascii(3);
  if (order !== 'MSF' && order !== 'LSF') throw cursor.damage(cursor.at - 3, 'its byte order is not known');
  cursor.littleEndian = order === 'LSF';
  tag('</byteorder><K>');
  const count = version === 119 ? cursor.u32() : cursor.u16();
  tag('</K><N>');
  const rows = version === 117 ? cursor.u32() : cursor.u64();
  tag('</N><label>');
  const label = cursor.take(version === 117 ? cursor.u8() : cursor.u16());
  tag('</label><timestamp>');
  cursor.skip(cursor.u8());
  tag('</timestamp></header><map>');
  cursor.skip(14 * 8);
  if (count === 0) throw cursor.damage(cursor.at, 'it has no variables');
  const widths =
    version === 117 ? { name: 33, format: 49, label: 81 } : { name: 129, format: 57, label: 321 };
  tag('</map><variable_types>');
  const storage = storages(cursor, count, true);
  tag('</variable_types><varnames>');
  const names = texts(cursor, count, widths.name, 'the names of its variables');
  tag('</varnames><sortlist>');
  cursor.skip((count + 1) * (version === 119 ? 4 : 2));
  tag('</sortlist><formats>');
  const formats = texts(cursor, count, widths.format, 'the formats of its variables');
  tag('</formats><value_label_names>');
  const labelNames = texts(cursor, count, widths.name, 'the names of its value labels');
  tag('</value_label_names><variable_labels>');
  const labels = texts(cursor, count, widths.label, 'the labels of its variables');
  tag('</variable_labels><characteristics>');
  const notes = readCharacteristics(cursor, widths.name);
  tag('</characteristics><data>');
  const data = cursor.at;
  cursor.place = 'its answers';
  const rowBytes = skipRows(cursor, rows, storage);
  tag('</data><strls>');
  const longTexts = readLongTexts(cursor, version);
  tag('</strls><value_labels>');
  const sets: DtaValueLabels[] = [];
  while (isNext(cursor, '<lbl>')) {
    tag('<lbl>');
    sets.push(valueLabels(cursor, widths));
    tag('</lbl>');
  }
  tag('</value_labels></stata_dta>');
  return {
    version,
    rows,
    label: untilZero(label),
    variables: variables(storage, names, formats, labelNames, labels),
    data,
    rowBytes,
    notes,
    longTexts,
    valueLabels: sets,
  };
}

function readCharacteristics(cursor: ByteCursor, nameWidth: number): Uint8Array[] {
  const notes = new NoteGatherer();
  cursor.place = 'its characteristics';
  while (isNext(cursor, '<ch>')) {
    cursor.skip(4);
    const bytes = cursor.take(cursor.u32());
    if (bytes.length >= nameWidth * 2)
      notes.add(
        untilZero(bytes.subarray(0, nameWidth)),
        untilZero(bytes.subarray(nameWidth, nameWidth * 2)),
        untilZero(bytes.subarray(nameWidth * 2)),
      );
    expectTag(cursor, '</ch>');
  }
  return notes.notes;
}

/** Texts of any length, each with the variable and observation it was first used in. */
function readLongTexts(cursor: ByteCursor, version: number): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  cursor.place = 'its long texts';
  while (isNext(cursor, 'GSO')) {
    cursor.skip(3);
    const variable = cursor.u32();
    const observation = version === 117 ? cursor.u32() : cursor.u64();
    const kind = cursor.u8();
    if (kind !== 129 && kind !== 130)
      throw cursor.damage(cursor.at - 1, `a long text is of the unknown kind ${kind}`);
    const bytes = cursor.take(cursor.u32());
    // Kind 130 is text and ends in a zero; 129 may have any bytes.
    found.set(longTextKey(variable, observation), kind === 130 ? untilZero(bytes) : bytes);
  }
  return found;
}

const isNext = ({ bytes, at }: ByteCursor, text: string): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

function expectTag(cursor: ByteCursor, name: string): void {
  cursor.place = 'its sections';
  const at = cursor.at;
  if (cursor.ascii(name.length) !== name) throw cursor.damage(at, `${name} is missing`);
}

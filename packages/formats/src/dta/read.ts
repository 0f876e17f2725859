import { ByteCursor } from '../bytes/byte-cursor.js';
import { STATA_DATE, STATA_DATETIME, type Calendar } from '../survey/calendar.js';
import { missingLetter } from '../survey/extended-missing.js';
import { readGuessing } from '../survey/guessed-encoding.js';
import { PackedNumbers } from '../survey/packed-numbers.js';
import {
  packedNumbers,
  packedTexts,
  unpacked,
  type PackedColumn,
  type PackedTable,
  type ReadOptions,
} from '../survey/packed-table.js';
import { PackedTexts } from '../survey/packed-texts.js';
import {
  NONE_MISSING,
  type ColumnFormat,
  type NumberColumn,
  type SurveyNote,
  type SurveyTable,
  type UserMissing,
} from '../survey/table.js';
import { textReader, type TextReader } from '../text/text-reader.js';
import { dtaDamage, dtaUnsupported } from './damage.js';
import { longTextKey, type DtaDescription, type DtaValueLabels, type DtaVariable } from './description.js';
import { readOld } from './read-old.js';
import { readTagged } from './read-tagged.js';
import { untilZero } from './sections.js';
import { FIRST_MISSING, missingAt, numberReader } from './storage.js';

/**
 * Reads a Stata file of version 113 to 115 or 117 to 119 (Stata 8 to 18), whole or not at all: one that ends early or says of
 * itself what is not so is refused with `dta.damaged`, another version with `dta.unsupported`. Its answers
 * take less than 16 times the file.
 */
export function readDta(bytes: Uint8Array, fileName: string): SurveyTable {
  return unpacked(readPackedDta(bytes, fileName));
}

/** The same with the answers packed. */
export function readPackedDta(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): PackedTable {
  const cursor = new ByteCursor(bytes, dtaDamage(fileName));
  const first = bytes[0] ?? 0;
  if (first !== 0x3c && (first < 113 || first > 115)) {
    if (first >= 102 && first <= 116) throw dtaUnsupported(fileName, `version ${first}`);
    throw cursor.damage(0, 'it does not begin as a Stata file does');
  }
  const said = first === 0x3c ? readTagged(cursor, fileName) : readOld(cursor);
  if (said.version >= 118) return readTable(cursor, said, textReader('utf-8')!, options);
  return readGuessing((text) => readTable(cursor, said, text, options));
}

function readTable(
  cursor: ByteCursor,
  said: DtaDescription,
  text: TextReader,
  { only = () => true, texts = true }: ReadOptions,
): PackedTable {
  const sets = new Map(said.valueLabels.map(({ name, labels }) => [text.read(name), labelSet(labels, text)]));
  // Long texts that were decoded, for all columns: many may refer to the same one.
  const longTexts = new Map<string, string>();
  const notes: SurveyNote[] = [];
  const columns: PackedColumn[] = [];
  let offset = said.data;
  for (const variable of said.variables) {
    const name = text.read(variable.name);
    const label = text.read(variable.label);
    const format = formatOf(text.read(variable.format));
    const set = text.read(variable.valueLabel);
    if (set !== '' && !sets.has(set)) notes.push({ line: null, kind: 'labels-not-there', text: name });
    const { kind } = variable.storage;
    if (kind === 'text' || kind === 'long-text') {
      // Stata's value labels are of whole numbers, so none can be of a text.
      if (sets.has(set)) notes.push({ line: null, kind: 'codes-stay-text', text: name });
      const values = new PackedTexts();
      const kept = only(name) && texts;
      if (kept && kind === 'text') readTexts(values, cursor, said, variable, offset, text);
      else if (kept) readReferences(values, cursor, said, offset, text, longTexts);
      columns.push(packedTexts(name, kept ? values : null, { label, format }));
    } else {
      const { labels, letters } = sets.get(set) ?? NO_LABELS;
      const values = only(name) ? readNumbers(cursor, said, variable, offset) : null;
      const missing = withLetters(values?.levels ?? values ?? [], letters);
      columns.push(packedNumbers(name, values, { label, format, labels, missing }));
    }
    offset += variable.storage.bytes;
  }
  const label = text.read(said.label);
  const documents = said.notes.map((note) => text.read(note));
  if (text.broken > 0) notes.push({ line: null, kind: 'undecodable-text', text: String(text.broken) });
  return { columns, rows: said.rows, label, documents, weight: null, encoding: text.encoding, notes };
}

function readNumbers(
  cursor: ByteCursor,
  { rows, rowBytes }: DtaDescription,
  { storage }: DtaVariable,
  offset: number,
) {
  const read = numberReader(storage.kind, cursor.view, cursor.littleEndian);
  const values = new PackedNumbers();
  for (let row = 0, at = offset; row < rows; row++, at += rowBytes) values.push(read(at));
  return values;
}

function readTexts(
  values: PackedTexts,
  { bytes }: ByteCursor,
  { rows, rowBytes }: DtaDescription,
  { storage }: DtaVariable,
  offset: number,
  text: TextReader,
): void {
  for (let row = 0, at = offset; row < rows; row++, at += rowBytes)
    values.push(text.read(untilZero(bytes.subarray(at, at + storage.bytes))));
}

/** Long texts stand at the end of the file; a row has the variable and observation to look them up by, 0 and 0 for none. */
function readReferences(
  values: PackedTexts,
  cursor: ByteCursor,
  { rows, rowBytes, version, longTexts }: DtaDescription,
  offset: number,
  text: TextReader,
  read: Map<string, string>,
): void {
  const variableBytes = version === 117 ? 4 : version === 118 ? 2 : 3;
  for (let row = 0, at = offset; row < rows; row++, at += rowBytes) {
    const variable = unsigned(cursor, at, variableBytes);
    const observation = unsigned(cursor, at + variableBytes, 8 - variableBytes);
    const key = longTextKey(variable, observation);
    let value = variable === 0 && observation === 0 ? '' : read.get(key);
    if (value === undefined) {
      const bytes = longTexts.get(key);
      if (!bytes) throw cursor.damage(at, `the long text of row ${row + 1} is not in the file`);
      value = text.read(bytes);
      read.set(key, value);
    }
    values.push(value);
  }
}

/** A number of up to 6 bytes, which no view reads. */
function unsigned({ bytes, littleEndian }: ByteCursor, at: number, count: number): number {
  let value = 0;
  for (let n = 0; n < count; n++) value = value * 256 + bytes[littleEndian ? at + count - 1 - n : at + n]!;
  return value;
}

interface LabelSet {
  readonly labels: NumberColumn['labels'];
  /** Those of its values that are `.a` to `.z`. */
  readonly letters: readonly number[];
}

const NO_LABELS: LabelSet = { labels: [], letters: [] };

/** A set of value labels, decoded once for all the variables that share it. */
function labelSet(kept: DtaValueLabels['labels'], text: TextReader): LabelSet {
  const labels = kept.flatMap(({ value, label }) => {
    const number = value >= FIRST_MISSING.long ? missingAt(value - FIRST_MISSING.long) : value;
    return Number.isNaN(number) ? [] : [{ value: number, label: text.read(label) }];
  });
  return {
    labels,
    letters: labels.map(({ value }) => value).filter((value) => missingLetter(value) !== null),
  };
}

/** The `.a` to `.z` that occur in a column or have a label there are its user-missing values. */
function withLetters(values: Iterable<number>, letters: readonly number[]): UserMissing {
  const found = new Set(letters);
  for (const value of values) if (value >= 2 ** 1023) found.add(value);
  return found.size === 0 ? NONE_MISSING : { values: [...found].sort((a, b) => a - b), range: null };
}

function formatOf(text: string): ColumnFormat | null {
  if (text === '') return null;
  let calendar: Calendar | null = null;
  if (/^%-?t?d/.test(text)) calendar = STATA_DATE;
  else if (/^%-?tc/.test(text)) calendar = STATA_DATETIME;
  return { text, calendar };
}

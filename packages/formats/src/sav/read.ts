import { ByteCursor } from '../bytes/byte-cursor.js';
import { Growth } from '../survey/growth.js';
import { readGuessing } from '../survey/guessed-encoding.js';
import {
  packedNumbers,
  packedTexts,
  unpacked,
  type PackedTable,
  type ReadOptions,
} from '../survey/packed-table.js';
import type { SurveyNote, SurveyTable } from '../survey/table.js';
import type { TextReader } from '../text/text-reader.js';
import { Bytecode } from './bytecode.js';
import { SavCases } from './cases.js';
import { readColumns, trimmed, type SavColumn } from './columns.js';
import { savDamage, savUnsupported } from './damage.js';
import { readDictionary, type SavDictionary } from './dictionary.js';
import { statedEncoding } from './encoding.js';
import { readHeader, type SavHeader } from './header.js';
import { unpackedBlocks } from './zlib-blocks.js';

/**
 * Reads an SPSS file, .sav or .zsav, whole or not at all: one that ends early or says of itself what is not so is refused with
 * `sav.damaged`, one written in a way not known here with `sav.unsupported`. Memory is bounded by `SURVEY_GROWTH`.
 */
export function readSav(bytes: Uint8Array, fileName: string): SurveyTable {
  return unpacked(readPackedSav(bytes, fileName));
}

/** The same with the answers packed. */
export function readPackedSav(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): PackedTable {
  if (isEncrypted(bytes)) throw savUnsupported(fileName, 'encryption with a password');
  const cursor = new ByteCursor(bytes, savDamage(fileName));
  const header = readHeader(cursor, fileName);
  const dictionary = readDictionary(cursor);
  const data = cursor.at;
  const text = statedEncoding(cursor, dictionary, fileName);
  const read = (by: TextReader) => readTable(cursor, header, dictionary, data, by, options);
  return text ? read(text) : readGuessing(read);
}

function readTable(
  cursor: ByteCursor,
  header: SavHeader,
  dictionary: SavDictionary,
  data: number,
  text: TextReader,
  options: ReadOptions,
): PackedTable {
  const described = readColumns(cursor, dictionary, text);
  cursor.at = data;
  const cases = readCases(cursor, header, dictionary, described, text, options);
  const weighting = described.find(({ parts }) => parts[0]!.element === header.weight - 1);
  if (header.weight !== 0 && weighting?.width !== 0)
    throw cursor.damage(76, `its weight is element ${header.weight}, which is no numeric variable`);
  const columns = described.map((column, index) => {
    const { name, label, measure, format, role } = column;
    const more = { label, measure, format, role };
    return column.width === 0
      ? packedNumbers(name, cases.numbers[index]!, {
          ...more,
          labels: column.numberLabels,
          missing: column.numberMissing,
        })
      : packedTexts(name, cases.texts[index]!, {
          ...more,
          labels: column.textLabels,
          missing: column.textMissing,
        });
  });
  const read = (bytes: Uint8Array) => text.read(trimmed(bytes));
  const label = read(header.label);
  const documents = dictionary.documents.map(read);
  const notes: SurveyNote[] = [];
  if (text.broken > 0) notes.push({ line: null, kind: 'undecodable-text', text: String(text.broken) });
  return {
    columns,
    rows: cases.rows,
    label,
    documents,
    weight: weighting?.name ?? null,
    encoding: text.encoding,
    notes,
  };
}

function readCases(
  cursor: ByteCursor,
  header: SavHeader,
  { elements, extensions }: SavDictionary,
  columns: readonly SavColumn[],
  text: TextReader,
  { only = () => true, texts = true }: ReadOptions,
): SavCases {
  const stated = statedCases(cursor, header, extensions);
  const { bytes, damage } = cursor;
  // The least a case can take of the file: 8 bytes an element as it stands, one where it is a byte of code.
  const least = header.compression === 'none' ? elements * 8 : elements;
  if (header.compression !== 'zlib' && stated * least > cursor.left)
    throw damage(cursor.at, `it says it has ${stated} cases, but it ends before so many`);
  const floats = extensions.get(4);
  const missing =
    floats && floats.size === 8 && floats.count >= 1
      ? cursor.view.getFloat64(floats.at, cursor.littleEndian)
      : -Number.MAX_VALUE;
  const growth = new Growth(bytes.length, damage);
  const cases = new SavCases(cursor, columns, {
    elements,
    stated,
    missing,
    text,
    growth,
    kept: ({ name, width }) => only(name) && (texts || width === 0),
  });
  const start = cursor.at;
  if (header.compression === 'none') {
    const end = stated === -1 ? bytes.length : start + stated * elements * 8;
    for (let at = start; at + 8 <= end; at += 8) cases.literal(bytes, cursor.view, at, at);
    if (bytes.length - end >= elements * 8)
      throw damage(end, `it says it has ${stated} cases, but its data go on after them`);
    if (stated === -1 && (end - start) % 8 !== 0)
      throw damage(end, `its data end in the middle of case ${cases.rows + 1}`);
    cases.end(end);
    return cases;
  }
  const codes = new Bytecode(cursor, cases, header.bias);
  if (header.compression === 'bytecode') codes.write(bytes.subarray(start), start);
  else for (const { block, at } of unpackedBlocks(cursor, growth)) if (!codes.write(block, at, true)) break;
  codes.end(bytes.length);
  return cases;
}

/** The number of cases: of the header, or of the record for files with more than fit there. */
function statedCases(
  cursor: ByteCursor,
  { cases }: SavHeader,
  extensions: SavDictionary['extensions'],
): number {
  const record = extensions.get(16);
  if (cases !== -1 || !record || record.size !== 8 || record.count !== 2) return cases;
  const counted = Number(cursor.view.getBigInt64(record.at + 8, cursor.littleEndian));
  return Number.isSafeInteger(counted) && counted >= 0 ? counted : -1;
}

/** Whether SPSS locked the file with a password. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 20)).toString('latin1', 8, 20) ===
  'ENCRYPTEDSAV';

import { BagomError } from '@bagom/core';
import { readCsvChunks, readPackedCsv, type FileChunks } from '../csv/read.js';
import { readPackedDta } from '../dta/read.js';
import { readPackedSav } from '../sav/read.js';
import { unpacked, type PackedTable, type ReadOptions } from './packed-table.js';
import { surveyFileKind } from './sniff.js';
import type { SurveyTable } from './table.js';

/** More answers than this, eight bytes each and no longer packed, are refused: half a gigabyte. */
export const MOST_ANSWERS = 64 * 1024 * 1024;

/** Reads a survey of any kind known here: SPSS, Stata or delimited text. Its content tells which, not its name. */
export function readSurveyFile(bytes: Uint8Array, fileName: string): SurveyTable {
  const packed = readPackedSurvey(bytes, fileName);
  const { rows, columns } = packed;
  if (rows * columns.length > MOST_ANSWERS)
    throw new BagomError('survey.too-large', {
      file: fileName,
      rows,
      variables: columns.length,
      limit: MOST_ANSWERS,
    });
  return unpacked(packed);
}

/** The same with the answers packed. */
export function readPackedSurvey(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): PackedTable {
  const kind = surveyFileKind(bytes);
  if (kind === 'text') return readPackedCsv(bytes, fileName, options);
  if (kind !== 'sav' && kind !== 'dta')
    throw new BagomError('survey.unsupported', { file: fileName, kind: kind ?? 'binary' });
  const read = kind === 'sav' ? readPackedSav : readPackedDta;
  const table = read(bytes, fileName, options);
  if (table.rows === 0) throw new BagomError('survey.no-rows', { file: fileName });
  return table;
}

/** A file that need not be in memory as a whole. */
export interface SurveyFile {
  readonly name: string;
  readonly chunks: FileChunks;
  /** All its bytes, for formats whose parts refer to each other. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** So many bytes tell what a file is. */
const HEAD = 100_000;

/** The same from a file: delimited text is read chunk by chunk, so that only its packed answers are ever held. */
export async function readSurveyChunks(file: SurveyFile, options: ReadOptions = {}): Promise<PackedTable> {
  const head = await headOf(file.chunks);
  if (head.length === 0) throw new BagomError('file.empty', { file: file.name });
  if (surveyFileKind(head) === 'text') return readCsvChunks(file.chunks, file.name, options);
  return readPackedSurvey(await file.bytes(), file.name, options);
}

async function headOf(chunks: FileChunks): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  for await (const chunk of chunks()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEAD) break;
  }
  return head;
}
